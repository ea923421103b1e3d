### Words for expressions and patterns: names, types, units, absence, division

E0201 = Nothing is called “{ $name }”
    .label = this name is not declared
    .help = look for a slip in the name; for new data, add a line “{ $name } : TYPE” to the { -record }
E0201-cell = “{ $name }” is a cell of a spreadsheet: a policy names columns, not cells
    .label = the name of a column goes here
    .help = write the name of that column, such as sales: the value of each person's row is taken from it
E0201-near = Nothing is called “{ $name }”; is it “{ $nearest }”?
    .label = this name is not declared
    .help = write { $nearest }
E0201-each = “{ $name }” cannot stand here: so many points for each is a formula, and no row
    .label = nothing is called so
    .help = without braces, as a product: = { -max }(100{ -unit-pt } - 5{ -unit-pt } * COUNT, 0{ -unit-pt }) to take off, = { -min }(5{ -unit-pt } * COUNT, 100{ -unit-pt }) to add; COUNT is the field
E0201-said = “{ $name }” is written { $proposal } here
    .label = write { $proposal }
    .help = write { $proposal }
E0201-total = Nothing is called “{ $name }”: what the items score together, by their weights, is called { $proposal }
    .label = write { $proposal }
    .help = write { $proposal }; to round it first, add { -metric } { $name } : { -points } = { -round }({ $proposal }, 0.1)
E0201-item = Nothing is called “{ $name }”, so it is not known what this item looks at
    .label = the name of an item is what it looks at
    .help = where it is called otherwise, say what it looks at: { -score } { $name } { -by } FIELD { -weight } …; where it is a column of the data, add a line “{ $name } : TYPE” to the { -record }
E0201-place = “{ $name }” is a place in a ranking, which is compared
    .label = write { $wanted }
    .help = write { $wanted }
E0201-place-of = “{ $name }” does not say by what people are ranked
    .label = ranked by what?
    .help = compare a rank, with the value by which people are ranked for X: { $wanted }; all who are equal count, so there can be several first
E0201-alternatives = nothing is said before “{ $name }” of what is compared: each condition says all of it
    .label = only a value
    .help = for any of several values write { $wanted }
E0201-missing = there is no value “{ $name }”: what is left empty is { -missing }
    .label = write { $wanted }
    .help = write { $wanted }
E0201-group = nothing is called “{ $name }”; there is { $proposal }
    .label = a point stands between the name and its result
    .help = write { $proposal }
E0201-per-unit = “{ $name }” is what the amount is for one of, and is not divided by
    .label = leave it out
    .help = write { $proposal }
E0201-text = “{ $name }” is not declared; here belongs a text, and a text stands in quotes
    .label = write { $proposal }
    .help = write { $proposal }
E0201-row = the record has no “{ $name }”; it is in another sheet, as { $proposal }
    .label = say whose it is
    .help = write { $proposal }
E0201-outside = Inside the block only the row at hand is known; “{ $name }” is a value of the record
    .label = a value of the record
    .help = use it where the rows are gone through: { -sum }(BLOCK.FIELD * { $name }); or give the rows a field “{ $name }” of their own
E0201-scores = “{ $name }” is the sum of what the items score, and no item is scored here
    .label = nothing to add up
    .help = score an item: { -score } NAME { -weight } 100% {"{"} >= 90 => 100; { -otherwise } => 0 {"}"}; or write { -by } and the field itself
E0201-label = “{ $name }” is a label, but nothing here tells of which set
    .label = a label needs a value of its set beside it
    .help = compare it: “field = { $name }”; for a text write "{ $name }"
E0201-function = There is no function “{ $name }”
    .label = unknown function
    .help = the functions are { $functions }
E0201-different = Nothing counts each value once: there is no “{ $name }”
    .label = not in the language
    .help = mark the first row of each value in the data and count those: a column first : { -bool }, which a spreadsheet works out by =COUNTIFS(A$2:A2,A2,B$2:B2,B2)=1 where A holds the person and B the value; then { -count }(orders { -where } orders.first)
E0201-function-months = There is no function “{ $name }”: of two dates only the days between them are worked out
    .label = not in the language
    .help = for days write LATER - EARLIER, a duration, such as DAY - HIRED >= 90{ -unit-d }. Full months or years come as a column of the data, months : { -count }; a spreadsheet works them out by =DATEDIF(BEGIN,END,"m")
E0201-function-part = There is no function “{ $name }”: what year, month, day or hour something falls in is not worked out
    .label = not in the language
    .help = give it as a column of the data, such as its_month : { -month }; dates and months are compared with fixed ones: DAY { -in } [2024-06-01, 2024-06-30]
E0201-function-trimmed = There is no function “{ $name }”: nothing leaves out the highest and the lowest by itself
    .label = not in the language
    .help = one of each, over rows of details: { -let } given = { -count }(marks), { -let } best = { -max }(marks.x) { -otherwise-value } 0, { -let } worst = { -min }(marks.x) { -otherwise-value } 0, and { -if } given > 2 { -then } ({ -sum }(marks.x) - best - worst) / (given - 2) { -else } 0. Two of each: a record a mark with ranks, up = { -rank }(x, { -within }: id, { -then }: judge) and down with { -order }: { -ascending }, where judge is a number that differs, and { -average }(x, { -within }: id, { -where }: up > 2 { -and } down > 2)
E0201-function-today = There is no function “{ $name }”: what is paid must not hang on the day on which it is worked out
    .label = not in the language
    .help = give the day as a column of the data, such as day : { -date }, the last day of the month, and write day - hired >= 90{ -unit-d }
E0201-function-filtered = There is no function “{ $name }” here
    .label = unknown function
    .help = over rows of details write { $rows }, with their name for orders; over everybody's records write { $people }
E0201-function-order = There is no function “{ $name }”
    .label = not in the language
    .help = what depends on an order is said with places: { -rank }(x, { -within }: g, { -ties }: { -shared }) is 1 for the greatest, and { -count }({ -within }: g) is how many there are; the best tenth is { -rank }(x, { -within }: g, { -ties }: { -shared }) <= { -ceiling }({ -count }({ -within }: g) * 10%, 1)
E0201-function-text = There is no function “{ $name }”: texts are compared whole, and nothing looks into them
    .label = not in the language
    .help = give the part that matters as a column of the data, which a spreadsheet works out, such as =LEFT(A2,2), and compare it: kind = "A-"
E0201-function-lookup = There is no function “{ $name }”: figures of another sheet come from a { -lookup } block
    .label = not in the language
    .help = declare the sheet, such as { -lookup } shops {"{"} shop : { -text }, { -key }; rate : { -percent }(%), { -required } {"}"}, write shops.rate, and give the file by --with shops=FILE
E0201-function-product = There is no function “{ $name }”
    .label = not in the language
    .help = write the product itself: x * y; its sum over rows of details is { -sum }(orders.price * orders.pieces)
E0201-function-near = There is no function “{ $name }”; is it { $nearest }?
    .label = unknown function
    .help = write { $nearest }
E0201-function-elsewhere = There is no function “{ $name }” here
    .label = unknown function
    .help = what it does is written { $proposal }
E0201-member = “{ $owner }” has no “{ $name }”
    .label = not there
    .help = “{ $owner }” has { $members }
E0201-member-near = “{ $owner }” has no “{ $name }”; is it “{ $nearest }”?
    .label = not there
    .help = write { $owner }.{ $nearest }
E0201-record = a field goes by its name alone, without “{ -record }.” before it
    .label = not needed
    .help = write { $name }
E0201-member-none = “{ $owner }” is a single value and has no “.{ $name }”
    .label = not there
    .help = write { $owner } alone
E0201-member-part = no “{ $name }” is taken from a date or time
    .label = not in the language
    .help = give it as a column of the data, such as in_month : { -month }; dates and months are compared with fixed ones: DAY { -in } [2024-06-01, 2024-06-30]
E0201-member-uneven = “{ $owner }” has no “{ $name }”: rows of one grade differ in “{ $name }”, or it holds in its own row only, so the grade alone does not settle it
    .label = the grade alone does not settle it
    .help = let all rows of a grade answer the same “{ $name }”, or write a table of its own: { -table } NAME { -by } { $owner } -> { $name } : TYPE

E0202 = “{ $figure }” has no unit, and here belongs a value of type { $wanted }
    .label = the unit is missing
    .help = write { $proposal }
E0202-fraction = “{ $figure }” has no unit, and here belongs a value of type { $wanted }
    .label = the unit is missing
    .help = write { $proposal }, or { $other } where so little is meant
E0202-duration = “{ $figure }” has no unit, and here belongs a value of type { $wanted }
    .label = the unit is missing
    .help = write { $figure }{ -unit-s }, { $figure }{ -unit-min }, { $figure }{ -unit-h } or { $figure }{ -unit-d }, as it is meant
E0202-step = “{ $figure }” has no unit, and what it rounds is of type { $wanted }
    .label = a step, not a number of decimals
    .help = if { $figure } is a number of decimals, write { $decimals }; if multiples of { $figure } are meant, write { $multiple }
E0202-year = A year from 1900 to 2199 is needed here
    .label = not a year
    .help = write four digits, such as 2024

E0203 = Here belongs a value of type { $wanted }, and “{ $text }” is of type { $found }
    .label = { $found }
    .help = put a value of type { $wanted } here
E0203-itself = “{ $text }” is of type { $found }, so it is no score by itself
    .label = { $found }
    .help = write what it scores: { -score } { $text } { -weight } …% {"{"} … => 100; { -otherwise } => 0 {"}"}
E0203-times = Here belongs a value of type { $wanted }, and “{ $text }” is of type { $found }: a factor of { $factor } is missing
    .label = { $found }
    .help = multiply by a value of type { $factor }
E0203-rate = Here belongs a value of type { $wanted }, and “{ $text }” is of type { $found }: nothing says how one turns into the other, a factor of { $factor } is missing
    .label = { $found }
    .help = multiply by a value of type { $factor }, such as ({ $example })
E0203-over = Here belongs a value of type { $wanted }, and “{ $text }” is of type { $found }: one { $factor } too many
    .label = { $found }
    .help = divide by a value of type { $factor }, or drop such a factor
E0203-units = { $wanted } is wanted here, but the numbers in “{ $text }” have no unit
    .label = the unit is missing
    .help = write { $proposal }
E0203-units-each = { $wanted } is wanted here, but the numbers in “{ $text }” have no unit
    .label = the unit is missing
    .help = write { $proposal }: / 1% counts the percentage points above the bound; without it the figure would be for a whole 100%
E0203-bounded = { $wanted } is wanted here, but “{ $text }” compares, and is only yes or no
    .label = not { $wanted }
    .help = if a cap or a floor is meant, write { $proposal }: a cap is the smaller of the two, a floor the larger; of what is taken off, which is below 0, the other way round
E0203-plain = Here belongs a value of type { $wanted }, and “{ $text }” is of type { $found }
    .label = { $found }
    .help = give one of the numbers its unit, such as { $example }
E0203-same = Here belongs a value of type { $wanted }, and { $text } is of type { $found }
    .label = { $found }
    .help = write { $proposal }
E0203-literal = Here belongs a value of type { $wanted }, and { $text } is of type { $found }
    .label = { $found }
    .help = write a value of type { $wanted }, such as { $proposal }
E0203-calendar = Here belongs a value of type { $wanted }, and “{ $text }” is of type { $found }
    .label = { $found }
    .help = put a value of type { $wanted } here: a date is 2024-03-01, a month 2024-03, a quarter 2024-Q1
E0203-ratio = Here belongs a value of type { $wanted }, and “{ $text }” is of type { $found }: 98% and 0.98 are equal but never exchanged in silence
    .label = { $found }
    .help = write { $proposal }
E0203-currency-unsaid = This amount is in { $found }; the policy names no currency, so it is in { $wanted }
    .label = { $found }
    .help = write { -currency } { $found } inside the { "{" } { "}" } of the policy
E0203-sides = The two sides have different types: the left is of type { $left }, the right of type { $right }
    .label-left = { $left }
    .label-right = { $right }
    .help = give both sides one type; give a number its unit, such as 98%, 300{ $unit_money }, 40{ -unit-s }
E0203-sides-calendar = The left is of type { $left } and the right of type { $right }, which do not come before or after each other
    .label-left = { $left }
    .label-right = { $right }
    .help = give both sides one type: a date is 2024-03-01, a month 2024-03, a quarter 2024-Q1. Where both come from the data, such as who began in this month, add a column of the other type to it, such as the month of that date
E0203-sides-ratio = The two sides have different types: the left is of type { $left }, the right of type { $right }; 98% and 0.98 are equal but never exchanged in silence
    .label-left = { $left }
    .label-right = { $right }
    .help = convert one side with { -percent }(…) or { -number }(…)
E0203-currency = This amount is in { $found }, and the policy's currency is { $wanted }
    .label = another currency
    .help = write it in { $wanted }; a policy has one currency and no exchange rates

E0204 = The unit of “{ $text }” is { $found }, which no type has
    .label = units that do not cancel
    .help = look at the products: money times points is money again only when it is divided by points

E0205 = This set of labels has no “{ $name }”
    .label = not a label of this set
    .help = the labels are { $labels }
E0205-near = This set of labels has no “{ $name }”; is it “{ $nearest }”?
    .label = not a label of this set
    .help = write { $nearest }; the labels are { $labels }

E0206 = “{ $name }” is both a label and the name of a value, so either could be meant
    .label = two meanings
    .label-as-label = here it is a label
    .label-as-value = here it is a value
    .help = rename one of them; for the label you may also write "{ $name }"
E0206-output = several grades give “{ $name }” ({ $grades }), and nothing says whose label “{ $owner }” is
    .label = of which grade?
    .help = write the type in the declaration of “{ $owner }”, for example : { $example }

E0207 = “{ $text }” can be missing, and then nothing can be worked out here
    .label = can be missing
    .label-declared = here it is said that it can be missing
    .help = write “({ $text } { -otherwise-value } VALUE)” to say what counts where it is missing; think first of what they should get: 0 is sometimes the best there is
E0207-divisor = “{ $text }” can be missing, and nothing is divided by what is not there
    .label = can be missing
    .label-declared = here it is said that it can be missing
    .help = write { $proposal } before it: without “{ $text }” it is then 0, which the rows below score like any 0. If a blank is to reject the record, leave { -optional } out at the field; if the item is not for these people, make them { -exempt } in the score
E0207-many = “{ $text }” can be missing, and nothing says what becomes of those who have none
    .label = can be missing
    .label-declared = here it is said that it can be missing
    .help = for those who have one only, write { $filter }; where another value is to count for the others, write “({ $text } { -otherwise-value } VALUE)”

E0208 = “{ $input }” is never missing, so a row for { -missing } is never reached
    .label = never reached
    .help = delete the row; if the data really can lack it, declare it { -optional } in the { -record }

E0209 = { $function } is not written like this
    .label = these arguments do not fit
    .help = write { $form }
E0209-no-step = { $function } does not say to which place it rounds, so nothing settles what is left of each figure
    .label = the step is missing
    .help = write { $proposal }
E0209-steps = how often a size is in a value, as whole numbers, is counted by { -steps }
    .label = a quotient that is rounded to whole numbers
    .help = write { $proposal }: { -full } counts full steps only, { -started } counts one that has begun as well
E0209-no-word = { $function } does not say whether a part of a step counts, so one shortfall could cost different points
    .label = { -full } or { -started } is missing
    .help = where only whole steps count write { $proposal }; where a begun step counts write { $other }
E0209-place = “{ -increasing }” compares two records, so it stands alone behind { -ensure }
    .label = part of something else here
    .help = on a line of its own write { $proposal }
E0209-along = “{ $text }” is no number or date of the record, so nobody can say who has more of it
    .label = not a field of the record
    .help = write a field of the { -record } block, such as { -ensure } { -increasing }(wage, sales)
E0209-step = A step is a number above 0 of the type of the value before it: a literal, or a param
    .label = this cannot be a step
    .help = write a number such as 0.1, 0.01{ $unit_money }, 0.01%
E0209-step-param = “{ $name }” is not above 0, and a step is
    .label = not above 0
    .help = give the param “{ $name }” a value above 0

E0210 = A fixed value is needed here, and “{ $text }” depends on each person's data
    .label = not fixed
    .help = write numbers, a { -param }, and + - * / of them

E0210-bound = the least and the most are a fixed value, and “{ $text }” depends on each person's data
    .label = not fixed
    .help = write two blocks. First the sum: { $first }; then what makes it up: { $second }
E0210-bound-line = the least and the most are a fixed value, and “{ $text }” depends on each person's data
    .label = not fixed
    .help = write it in the value: { $wanted }
E0211 = Nothing lies in this interval: { $lo } is greater than { $hi }
    .label = the ends are the wrong way round
    .help = write { $proposal }
E0211-midnight = Nothing lies in this interval: { $hi } is earlier than { $lo }, and a day ends at midnight
    .label = goes past midnight
    .help = write two rows, one { $evening } and one { $morning }; if the ends are the wrong way round, turn them
E0211-night = Nothing lies in this interval: { $hi } is earlier than { $lo }, and a day ends at midnight
    .label = goes past midnight
    .help = for a stretch past midnight write { $proposal }; if the ends are the wrong way round, turn them
E0211-point = Nothing lies in this interval: both ends are { $value }, and one is left out
    .label = an empty interval
    .help = for { $value } alone write [{ $value }, { $value }]

E0212 = “{ $text }” is of type { $found }, which has no “{ $operator }”
    .label = { $found }
    .help = labels and texts are compared with =, != and { -in }; only numbers are added and multiplied
E0212-member = “{ $text }” is a label; what it comes to is { $proposal }
    .label = no number
    .help = write { $proposal }
E0212-quoted = In quotes { $text } is a text, not that value
    .label = a name has no quotes
    .help = leave the quotes out: { $wanted }
E0212-time = “{ $text }” is a time of day, which has no “{ $operator }”: nobody knows whether from 22:00 to 06:00 is a night of 8 hours or 16 hours back
    .label = { $found }
    .help = times of day are compared, such as { $text } > 09:00. Hours come as a column of the data, hours : { -duration }(h); a spreadsheet works them out, also over midnight, by =MOD(END-BEGIN,1) in the format [h]:mm
E0212-date = “{ $text }” is a date: dates are compared, and one date minus another is a duration; “{ $operator }” here is neither
    .label = { $found }
    .help = for HIRED + 90{ -unit-d } > DAY write DAY - HIRED < 90{ -unit-d }. Full months or years come as a column of the data, months : { -count }; a spreadsheet works them out by =DATEDIF(BEGIN,END,"m")
E0212-calendar = “{ $text }” is of type { $found }, which has no “{ $operator }”
    .label = { $found }
    .help = it can be compared, such as { $text } >= …. How many periods lie between is not worked out: add a column to the data, such as months : { -count }, by =DATEDIF(BEGIN,END,"m") in a spreadsheet, and write months < 3
E0212-bool = “{ $text }” is yes or no, which has no “{ $operator }”
    .label = { $found }
    .help = conditions are joined by { -and }, { -or }, { -not }; for a number write ({ -if } { $text } { -then } 1 { -else } 0)
E0212-unranked = Nothing says which label of “{ $text }” is the better one, so “{ $function }” has no way to go
    .label = not the label of a grade
    .help = { $function } is for the labels of a { -grade }; for others write { -if } { $text } = … { -then } … { -else } …
E0213 = “{ $name }” is no value itself; it has several, so say which
    .label = which one?
    .help = write one of { $members }
E0213-one = “{ $name }” is no value itself; the one value it has goes by a name
    .label = the name of that value is missing
    .help = write { $proposal }

E0214 = “{ $text }” has a value in each row of “{ $block }”, and many rows may belong to one record, so it is unclear which one counts
    .label = one value in each row
    .label-declared = a record may have many of these rows
    .help = say what counts: { -sum }({ $text }), { -average }({ $text }), { -min }({ $text }) or { -max }({ $text })
E0214-bare = “{ $block }” has many rows and is no value itself
    .label = which figure of it?
    .label-declared = a record may have many of these rows
    .help = write { -count }({ $block }) for how many rows there are, or { -sum }({ $block }.FIELD) for what they add to

E0215-over-nothing = { $function } does not say over whom or what it goes
    .label = over whom?
    .help = for everyone write { -within }: { -all }, for those who share a field { -within }: FIELD, with { -where }: CONDITION behind it for some of them only; for earlier periods { -over }: 3 { -periods }; for rows of a details block { $function }(BLOCK.FIELD)
E0215-over-terms = { $function } does not add these numbers up: it goes over many people, periods or rows
    .label = over what?
    .help = to add them write { $proposal }
E0215-two-tables = { $function } goes through the rows of one table, and here are those of two: { $blocks }
    .label = rows of two tables
    .help = write { $function }(…) for each table by itself and reckon with the two results
E0215-both = { $function } has { -within }: and { -over }: at once: the one looks at other people, the other at other periods or rows
    .label = both at once
    .help = keep one of them; where both are meant, make the first a metric: { -metric } NAME : TYPE = { $function }(…, { -within }: { -all }), then { $function }(NAME, { -over }: 3 { -periods })
E0215-in-block = { $function } looks at more than one row, and inside a details block only the row at hand is known
    .label = not inside the block
    .help = move it out of the block: { -metric } NAME : TYPE = { $function }(…)
E0215-no-ties = { $function } does not say which places equal values get: after two firsts comes place 3 or place 2
    .label = what about ties?
    .help = write { -ties }: { -shared } for 1 1 3, { -ties }: { -dense } for 1 1 2, or { -then }: VALUE to let another value decide
E0215-no-within = { $function } does not say among whom
    .label = among whom?
    .help = for everyone write { -within }: { -all }; for those who share a field, { -within }: FIELD
E0215-no-by = { $function } does not say in proportion to what the amount is shared out
    .label = in proportion to what?
    .help = write { -by }: VALUE, such as { -by }: { -scores }
E0215-ties = { -ties }: says which places equal values get, and “{ $text }” does not
    .label = neither { -shared } nor { -dense }
    .help = write { -ties }: { -shared } for 1 1 3, or { -ties }: { -dense } for 1 1 2
E0215-order = “{ $text }” is no order: the greatest comes first unless { -order }: { -ascending } is written
    .label = not { -ascending }
    .help = write { -order }: { -ascending } where the least comes first; where the greatest does, leave { -order }: out
E0215-over = “{ $text }” is no span of periods that { $function } can look over
    .label = which periods?
    .help = write { -over }: 3 { -periods }, { -over }: { -up-to } 3 { -periods }, or { -over }: { -quarter } or { -over }: { -year } where these hold several periods; over the rows of a lookup, { -over }: NAME
E0215-so-far = There is no “{ $text }”: { -over }: { $span } is missing for who lacks one of its periods, and { -over }: { -up-to } N { -periods } runs on across its end
    .label = not a span
    .help = for what there is since its beginning give the same file once more as details under names of its own, with a column for the { $span }: { -details } months {"{"} id : { -text }, { -key }; its_month : { -month } { -from } "month"; its_year : { -year } { -from } "year"; amount : { -money } {"}"}, and write { -sum }(months.amount { -where } months.its_year = year { -and } months.its_month <= month)
E0215-over-details = { -over }: goes through all rows of a lookup, and “{ $text }” is a details block, whose rows belong to single records
    .label = a details block
    .help = for the rows of the record leave { -over }: out; for everyone's write { -sum }({ -sum }({ $text }.FIELD), { -within }: { -all })
E0215-over-flag = { $function } does not look over periods
    .label = not over periods
    .help = for how many periods in a row something held write { -streak }(CONDITION), such as { -streak }(CONDITION) >= 3
E0215-over-where = { -where }: picks people or rows; over periods { $function } takes every one
    .label = not over periods
    .help = put the condition into the value: { $function }({ -if } CONDITION { -then } VALUE { -else } 0, { -over }: 3 { -periods })
E0215-within = “{ $text }” is a span of periods, and { -within }: says who belongs together
    .label = not who
    .help = write { -within }: { -all } or { -within }: FIELD; for periods write { -over }: { $text }
E0215-unknown = { $function } takes no “{ $name }:”
    .label = not taken
    .help = it takes { $options }
E0215-unknown-near = { $function } takes no “{ $name }:”; is it { $near }: ?
    .label = not taken
    .help = write { $near }:
E0215-twice = “{ $name }:” stands twice, so it is unclear which one counts
    .label = once more
    .help = keep one

E0216 = { $function } looks at earlier periods, and the record tells neither whose it is nor of which period
    .label = earlier periods of whom?
    .help = add a key and a period to the { -record }: id : { -text }, { -key } and month : { -month }, { -period }
E0216-key = { $function } looks at earlier periods, and the record does not tell whose it is
    .label = earlier periods of whom?
    .help = mark the field that tells people apart { -key }, such as id : { -text }, { -key }
E0216-period = { $function } looks at earlier periods, and the record does not tell of which period it is
    .label = earlier than when?
    .help = add a field such as month : { -month }, { -period } to the { -record }

E0217-untyped = “{ $name }” depends on its own past, and nothing says what type it has
    .label = of which type?
    .help = make it a metric, or write the type: { -metric } { $name } : TYPE = …
E0217-grows = “{ $name }” builds on its own past without a limit, so it could grow from period to period until it is too large to be worked out
    .label = no limit
    .help = set a limit: { -clamp }(…, 0, HIGHEST), such as { $proposal }
E0217-finer = “{ $name }” builds on its own past and could get more decimals with every period
    .label = more and more decimals
    .help = round it: { -round }(…, { $step }), or give it the { -decimals } it needs
E0217-missing = “{ $name }” depends on its own past and can be missing, so nothing would be left to go on from
    .label = can be missing
    .help = say what counts in the first period: ({ -previous }({ $name }) { -otherwise-value } VALUE)

E0218-money = an amount of money is shared out to the cent, and “{ $text }” is of type { $found }
    .label = no amount of money
    .help = share out money; for points or counts write { $text } * VALUE / { -sum }(VALUE, { -within }: { -all }), rounded by { -round }(…, 0.01)
E0218-round = “{ $text }” may have parts of a cent, which nobody can be paid
    .label = not to the cent
    .help = write { $proposal }
E0218-negative = “{ $text }” can be below 0, and a share in proportion to it would take from one to give to another
    .label = can be below 0
    .help = write { $proposal }
E0218-differs = “{ $text }” may differ within one group, so it is unclear which amount is shared out: it goes by “{ $field }”, and the group does not
    .label = more than one amount
    .help = write { -within }: { $proposal }; or make it one amount for all, such as a { -param }, or { -max }({ $text }, { -within }: { $within })
E0218-differs-many = “{ $text }” may differ within one group, so it is unclear which amount is shared out: it goes by what each record holds
    .label = more than one amount
    .help = make it one amount for the group, such as a { -param }, a lookup's figure, or { -sum }({ $text }, { -within }: { $within })
E0218-key = what is left over goes a cent each to the first by key, and the record has no key
    .label = who gets the last cent?
    .help = mark the field that tells people apart { -key }, such as id : { -text }, { -key }

E0401 = “{ $quotient }” may not come out even, and nothing says how many decimals count, so nothing settles what is left of each figure
    .label = a quotient that is not rounded
    .help = write { $proposal }, or give its declaration { -decimals } 2
E0401-zero = “{ $quotient }” may not end, and nothing says how it is rounded; where “{ $divisor }” is 0 it has no value at all
    .label = a division that is not rounded
    .help = write { $proposal }: it is rounded to what stands there, and is { $none } where “{ $divisor }” is 0; put another value there if it should be one
E0401-zero-scored = “{ $quotient }” does not come out even, and nothing says to which place it is rounded; where “{ $divisor }” is 0 it cannot be worked out, and “{ $item }” gives no points
    .label = a quotient that is not rounded
    .help = write { $proposal }: rounded to the place that is written. How many points for those whose “{ $divisor }” is 0? With { -otherwise-value } { $first } “{ $item }” gives { $points } points{ $others ->
        [yes] {", "}with { -otherwise-value } { $second } it gives { $more } points
       *[no] {""}
    }; any other value gives what its row says
E0401-rate = “{ $quotient }” may not come out even, and nothing says how many decimals count, so nothing settles what is left of each figure
    .label = a quotient that is not rounded
    .help = make it a { -metric } of its own with { -decimals } 2, or divide last and round the whole product
E0401-fixed = “{ $quotient }” does not come out even, and a fixed value is exact
    .label = never comes out even
    .help = write the figure with as many decimals as count, or keep its parts apart and divide where the value is used
E0401-weight = “{ $quotient }” does not come out even, so such weights never add up to 100% exactly
    .label = never comes out even
    .help = write the percentages, of which one takes what is left (33.34%, 33.33%, 33.33%); for parts that are exactly equal give each item “{ -out-of } 100”, the policy { -full_marks } 300 for three items, and divide { -scores } by 3
E0401-product = “{ $quotient }” divides before it multiplies, so it would be rounded twice and come out a little off
    .label = a quotient that is not rounded
    .help = multiply first and round once: { $proposal }
E0401-twice = “{ $quotient }” is divided again, so it would be rounded twice and come out a little off
    .label = a quotient that is not rounded
    .help = divide once and round once: { $proposal }
E0401-exempt = “{ $quotient }” may not come out even where an item is exempt and the others count for more, and nothing says how many decimals count
    .label = not rounded
    .label-item = this item can be exempt
    .help = write { $proposal }, or make it a { -metric } of its own with { -decimals } 2

E0401-average = “{ $quotient }” may not come out even, and nothing says how many decimals count, so nothing settles what is left of each figure
    .label = a mean that is not rounded
    .help = write { $proposal }, or give its declaration { -decimals } 2

E0402 = “{ $divisor }” can be 0, and then “{ $quotient }” cannot be worked out
    .label = can be 0
    .label-declared = here “{ $name }” may be 0
    .help = write “{ $quotient } { -otherwise-value } VALUE” to say what counts for a divisor of 0; where it never is 0, declare it { -in } (0, …]
E0402-scored = “{ $divisor }” can be 0; then “{ $quotient }” cannot be worked out, and “{ $item }” gives no points
    .label = can be 0
    .label-declared = here “{ $name }” may be 0
    .help = how many points for those whose “{ $divisor }” is 0? With { -otherwise-value } { $first } “{ $item }” gives { $points } points{ $others ->
        [yes] {", "}with { -otherwise-value } { $second } it gives { $more } points
       *[no] {""}
    }; any other value gives what its row says. If it is never 0, say so where it is declared: { -in } (0, …]
E0402-always = “{ $divisor }” can only be 0, so “{ $quotient }” can never be worked out
    .label = can only be 0
    .label-declared = “{ $name }” can only be 0 here
    .help = look for a slip in the condition or the divisor
E0402-exempt = somebody can be exempt from every item, and then “{ $quotient }” cannot be worked out
    .label = perhaps no item counts
    .label-item = this item can be exempt
    .help = write “{ $quotient } { -otherwise-value } VALUE” to say what somebody without any item scores. That goes into averages and ranks of the others as well: there add { -where }: CONDITION for those who take part. Or leave one item that nobody is exempt from

E0403 = “{ $name }” can need { $digits } digits, { $places } of them decimals; a result holds 28
    .label = may not fit
    .help = round it where it becomes a result: { $proposal }
E0403-large = “{ $name }” can need { $digits } digits, { $whole } of them before the point; a result holds 28
    .label = may not fit
    .help = say the least and the most that it can be: { -clamp }(…, least, most)
E0403-large-input = “{ $name }” can need { $digits } digits, { $whole } of them before the point; a result holds 28
    .label = may not fit
    .label-declared = “{ $input }” may be as large as { $most }
    .help = if “{ $input }” never is that large, give it its real range here: { -in } [0, …]; or say what the result can be: { -clamp }(…, least, most)
E0403-constant = “{ $text }” has more than 28 digits, which no value can hold
    .label = does not fit
    .help = write fewer digits
E0403-endless = “{ $text }” can need more than 19,000 digits, so it is not worked out
    .label = grows beyond all bounds
    .help = round on the way with { -round }(…), or hold it with { -clamp }(…, least, most)

W0201-always = “{ $text }” always holds
    .label = always holds
    .help = this condition tells nobody apart; look for a slip, or drop it
W0201-never = “{ $text }” never holds
    .label = never holds
    .help = this condition is met by nobody; look for a slip, or drop it
W0201-others = “{ $text }” compares every other record with itself: inside { -where }: all names are the other record's, so it tells nobody apart
    .label = both sides are the other's
    .help = to hold other records against this one, bring the same file in once more, under names of its own: { -details } others {"{"} …; its_day : { -date } { -from } "day" {"}"}, and count in it: { -sum }(others.VALUE { -where } others.its_day < day)
W0201-always-range = “{ $text }” always holds: here { $input } runs from { $lo } to { $hi }
    .label = always holds
    .help = this condition tells nobody apart; look for a slip in the bound, or drop it
W0201-never-range = “{ $text }” never holds: here { $input } runs from { $lo } to { $hi }
    .label = never holds
    .help = this condition is met by nobody; look for a slip in the bound, or drop it

W0202 = “{ $text }” is never missing and divides by no 0, so the value behind { -otherwise-value } is never used
    .label = never used
    .help = delete { -otherwise-value } and the value behind it

W0203 = “{ $fallback }” counts only where “{ $text }” is missing: { -otherwise-value } takes the whole sum behind it
    .label = counts only where the value before is missing
    .help = if it is to be added always, write ({ $text } { -otherwise-value } { $zero }) + …; else drop the { $zero }

W0402 = this rounds to multiples of { $figure }, not to { $figure } decimals
    .label = multiples of { $figure }
    .help = for { $figure } decimals write { $decimals }; if multiples of { $figure } are meant, write { $multiple }
W0402-whole = this rounds to whole numbers, not to one decimal: 89.36 becomes 89, not 89.4
    .label = whole numbers
    .help = for one decimal write { $decimals }; if whole numbers are meant, write { $multiple }
W0402-plain = this rounds to multiples of { $figure }, not to { $figure } decimals
    .label = multiples of { $figure }
    .help = for { $figure } decimals write { $decimals }; if multiples of { $figure } are meant, say so with # { -allow }W0402
W0204 = { $text } means these characters as they stand: * and ? stand for no others
    .label = taken literally
    .help = texts are compared whole; for the beginning of a text give it as a column of the data, such as =LEFT(A2,2), and compare that
W0401-domain = the bound { $bound } of the domain falls between two steps: the field goes by { $step }, and the nearest value within is { $reached }
    .label = no record equals it
    .help = the bound may stay; for one that can be reached write a multiple of { $step }, or make the steps smaller with { -decimals }
W0401 = The bound { $bound } falls between two steps: { $input } moves by { $step }, so nobody is exactly there
    .label = nobody is exactly there
    .help = the bound may stay; to make it reachable, write a multiple of { $step }

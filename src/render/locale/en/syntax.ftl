### Text that does not read (E0101–E0130)

E0101 = “{ $found }” cannot stand here
    .label = what follows from here on makes no sense
    .help = write it like this: { $shape }
E0101-end = this is not finished
    .label = something is missing behind this
    .help = write it like this: { $shape }
E0101-inside = “{ $found }” stands inside the parentheses: it says what is taken there
    .label = move it inside
    .help = write { $wanted }
E0101-call = “{ $found }” needs parentheses behind it
    .label = what it goes over stands in parentheses
    .help = write { $wanted }
E0101-keyword = “{ $found }” joins two parts, and one of them is missing
    .label = something is missing before or behind it
    .help = add the missing part. It is written like this: { $shape }

E0101-text = “{ $found }” looks into a text, and texts are compared whole
    .label = not in the language
    .help = give the part that matters as a column of the data, which a spreadsheet works out, such as =LEFT(A2,2), and compare it: kind = "A-"
E0101-in-name = Behind “{ -in }” stands an interval in square or round brackets, or values in braces; “{ $right }” is neither
    .label = not an interval, not a set
    .help = one value is compared: { $left } = { $right }; several are {"{"}A, B{"}"}, a stretch is [a, b]. Whether a date falls in a month or other period is not worked out: give the data a column with the month of that date, and compare the two
E0101-subject = nothing is said before “{ $found }” of what is compared
    .label = a name is missing before this
    .help = write { $wanted }: each condition says all of it
E0101-condition-pay = “{ $found }” cannot stand here: a block has no condition
    .label = a condition stands in a line
    .help = each line can have one behind its value: … { $when } { $condition }
E0101-condition-bound = “{ $found }” cannot stand here: the least and the most of a block are the same for everybody
    .label = a condition stands in a line
    .help = write two blocks. First the sum: { $first }; then what makes it up: { $second }
E0101-condition-line = “{ $found }” cannot stand before “=”
    .label = a condition stands in the value
    .help = write { $wanted }
E0101-bound-line = A cap or floor stands before the "=", and "{ $found }" stands behind the amount
    .label = goes before the "="
    .help = Write { $wanted }
E0101-bound-deducted = A cap or floor stands before the "=", and "{ $found }" stands behind the amount
    .label = goes before the "=", with a minus sign
    .help = Write { $wanted }: what is deducted is below 0, so the most that is taken is the lowest it can be
E0101-bound-value = "{ $found }" cannot stand behind the formula
    .label = written as a function
    .help = Write { $wanted }: a cap is the smaller of the two, { -min }; a floor is the larger, { -max }
E0101-condition-score = “{ $found }” cannot stand here: an item has no condition
    .label = a condition stands in a row
    .help = whoever it does not hold for is exempt from the item; its first row is { $wanted }
E0101-condition-formula = “{ $found }” cannot stand here: an item has no condition
    .label = a formula has none either; rows can say whom it is for
    .help = whoever it does not hold for is exempt from the item: write { $wanted }
E0101-condition-section = “{ $found }” cannot stand here: a section has no condition
    .label = a condition stands in a row
    .help = whoever it does not hold for is exempt from each item of the section: the first row of each is { $wanted }
E0101-condition-row = “{ $found }” cannot stand here: a table has no condition
    .label = a condition stands in a row
    .help = whoever it does not hold for gets a row at the top: { $wanted }
E0101-head = an item does not begin so: “{ $found }”
    .label = its name, then what it looks at, then its weight
    .help = write { $wanted }
E0101-phrase = “{ $found }” is worded as in a document; here its parts stand apart
    .label = write { $wanted }
    .help = write { $wanted }; the form is { $shape }
E0101-bound-head = “{ $found }” bounds what all lines come to, and is no line itself
    .label = stands before { "{" }
    .help = write { $wanted } in the head of this block, before { "{" }
E0101-steps = “{ $found }” is a formula, and does not say whether a step that is only begun counts
    .label = does a step that is begun count?
    .help = write { $full } if only whole steps count, { $started } if one that is begun does
E0101-answer = in “{ $found }” nothing parts the condition from what it comes to
    .label = what it comes to stands behind =>
    .help = write { $wanted }
E0101-veto = “{ $found }” is a sentence; here it is a row with a condition
    .label = a condition, and the first row
    .help = write { $wanted } as the first row of the grade: from the top down the first that fits counts
E0101-by-label = “{ $found }” is a grade and no line of pay: what “{ $grade }” pays is one line
    .label = these lines are one
    .help = write { $wanted }
E0101-each = “{ $found }” is a formula, and no row: so many points for each
    .label = a product, without braces
    .help = put { $wanted } in the place of the braces and all between them
E0101-slices = “{ $found }” are slices of an amount, which stand in a table of their own
    .label = one slice a row
    .help = put { $wanted } before the block; in it { $marginal } pays each part by its own rate, { $whole } all of it by one rate
E0101-columns = in “{ $found }” blanks alone part the condition from what it comes to
    .label = write => between them
    .help = write { $wanted }
E0101-input = “{ $found }” stands in the head, so no row names it again
    .label = begin with the bound
    .help = leave it out
E0102 = this text has no closing quote
    .label = from this quote to the end of the line there is no other
    .help = write " where the text ends
E0102-lines = a text stands on one line
    .label = this text ends on the next line only
    .help = write it on one line: { $wanted }
E0103 = the bracket “{ $found }” has no partner
    .label = this bracket is never closed
    .help = close it where this part ends
E0103-brace = the “{ $found }” of this block is not closed, so what is declared below would belong to it
    .label = opened here
    .help = write { "}" } on a line of its own where the block ends
E0103-stray = one “{ $found }” too many: no bracket before it waits to be closed
    .label = closes nothing
    .help = delete it, or write its partner before it
E0103-block = the line of “{ $found }” ends without { "{" }
    .label = its content stands in { "{" } { "}" }
    .help = write { "{" } at the end of this line
E0103-empty = the line of “{ $found }” ends without { "{" } { "}" }
    .label = currency and period stand inside { "{" } { "}" }; it may be empty
    .help = add { "{" } { "}" } at the end of this line
E0103-line = { "{" } stands at the end of the line before
    .label = not on a line of its own
    .help = move { "{" } to the end of the line before
E0103-colon = a block begins with “{"{"}”, not with “{ $found }”
    .label = write {"{"} here
    .help = write {"{"} for “{ $found }”, and {"}"} where the block ends
E0103-indented = the lines under “{ $found }” stand in no { "{" } { "}" }
    .label = what is indented below belongs to it
    .help = put { "{" } at the end of this line and { "}" } below the last of them
E0104 = brackets are nested too deep (more than { $most })
    .label = more than { $most } here
    .help = give the inner part a name of its own: { -let } NAME = …
E0104-long = this expression is too long (more than 500 operations)
    .label = more than 500 here
    .help = split it with: { -let } NAME = …
E0105 = the number { $number } is too large
    .label = 28 digits at most
    .help = write a number of no more than 28 digits
E0106 = there is no date or time { $date }
    .label = no calendar has it
    .help = write a real date, week or time, such as 2024-03-15, 2024-W07, 09:30
E0106-day = there is no date { $date }
    .label = no calendar has it
    .help = the last day of that month is { $last }
E0106-midnight = there is no time { $date }: the last second of a day is 23:59:59
    .label = no day has it
    .help = what goes on until midnight has no upper end: write >= 18:00 in place of [18:00, { $date })
E0107 = “{ $word }” is said twice
    .label = the second time
    .help = keep one of them
E0108 = { $number } is no number of decimals
    .label = a whole number from 0 to 12 stands here
    .help = say how many decimals, such as: { -decimals } 2
E0109 = “{ $type }” cannot have this in its parentheses
    .label = not in these parentheses
    .help = write ({ -unit-s }), ({ -unit-min }), ({ -unit-h }) or ({ -unit-d }) for a duration, (%) or ({ -fraction }) for a percent, ({ -datetime }) for a date, month, time and the like; other types have none
E0109-meant = “{ $type }” is no type here
    .label = write { $wanted }
    .help = write { $wanted }
E0109-labels = labels have bars between them
    .label = write { $wanted }
    .help = write { $wanted }
E0109-title = what the numbers of a column count in, “{ $unit }”, stands in the title of the column, not in its type
    .label = write { $wanted }
    .help = write the type { $wanted }; a column whose title names a unit, such as NAME({ $unit }), is read in that unit
E0110 = “{ $found }” is no appraisal period
    .label = { -week }, { -month }, { -quarter } or { -year } stands here
    .help = write { -period } { -week }, { -period } { -month }, { -period } { -quarter } or { -period } { -year }

E0111 = “{ $found }” is not used here
    .label = write { $wanted }
    .help = write { $wanted }
E0111-drop = “{ $found }” is not used here
    .label = a sign too many
    .help = delete it
E0111-drop-word = “{ $found }” is not needed here
    .label = a word too many
    .help = delete it
E0111-power = there is no power, “{ $found }”
    .label = write a product
    .help = write it as a product: { $wanted }
E0111-tolerance = there is no sign “{ $found }”
    .label = write an interval
    .help = write what lies around a value as an interval with both its ends, such as [97, 103]
E0111-required = “{ $found }” is not needed: a field without { -optional } always has a value
    .label = not needed
    .help = delete it
E0111-line-end = a line does not end with “{ $found }”: the next line would belong to it
    .label = a comma too many
    .help = delete it
E0111-quoted = a number has no quotes: { $found } is text, which is not more or less
    .label = write { $wanted }
    .help = write { $wanted }
E0111-quoted-date = a date or a time has no quotes: { $found } is text, which is not before or after
    .label = write { $wanted }
    .help = write { $wanted }
E0111-bullet = a line has no bullet or number “{ $found }” of a list
    .label = left from a list
    .help = delete it
E0111-comment = a remark begins with #, not with “{ $found }”
    .label = write #
    .help = write #; everything from # to the end of the line is a remark
E0111-divided = “{ $found }” is not used here: neither for a division nor for a remark
    .label = what is whole in a quotient is found by { -steps }, and a remark begins with #
    .help = if you mean how often the one goes into the other, write { $wanted }; if you mean a remark, write #
E0111-unknown = a policy has no sign “{ $found }”
    .label = unknown sign
    .help = delete it; if it is part of a text, put the whole text in quotes " "
E0111-compare = a comparison is written with a sign, not with “{ $found }”
    .label = write { $wanted }
    .help = write { $wanted }
E0111-subject = a row has the bounds only, not “{ $found }” again
    .label = write { $wanted }
    .help = write { $wanted }; what is compared is said at the top of the table
E0111-label = a grade has nothing in parentheses: “{ $found }”
    .label = the grade stands alone
    .help = write { $wanted }; if the words belong to the grade, put all of it in quotes: { $quoted }
E0111-field = a name has nothing in parentheses: “{ $found }”
    .label = such words stand in quotes
    .help = write { $wanted }; the words in quotes also find the column of the data
E0111-whole = “{ $found }” is not needed: a quotient of type percent is a percentage already
    .label = a step too many
    .help = delete it
E0111-counter = “{ $found }” does not say how many “{ $counter }” there are
    .label = multiply by how many
    .help = write the amount times the field that counts, such as { $wanted } * orders
E0111-every = “{ $found }” does not say which column counts them
    .label = of how many in all?
    .help = write { $wanted }, with the field that counts for …
E0111-compound = “{ $found }” is not used here: a line is a name, one = and its value
    .label = write =
    .help = the lines of { -pay } are added up anyhow, so each is NAME = VALUE; what is taken off has a negative value
E0111-minutes = “{ $found }” is a number of points, but what it is compared with is a duration
    .label = minutes are written { $wanted }
    .help = write { $wanted } for minutes: 分 is the unit of points
E0112 = a range is not written with a dash, which means minus
    .label = write an interval in brackets
    .help = write { $wanted }{ $moved ->
        [yes] , which leaves no gap: what lies between { $hi } and { $to } is of this row too
        [shared] ; nobody says in which row { $shared } itself is: the first way puts it into the row that begins there, the second into the one that ends there
       *[no] ; a square bracket takes its end, a round one does not
    }
E0112-brackets = a comma parts the ends of an interval, not a dash
    .label = write { $wanted }
    .help = write { $wanted }
E0112-sign = a range is not written with “{ $sign }”
    .label = write an interval in brackets
    .help = write { $wanted }{ $moved ->
        [yes] , which leaves no gap: what lies between { $hi } and { $to } is of this row too
        [shared] ; nobody says in which row { $shared } itself is: the first way puts it into the row that begins there, the second into the one that ends there
       *[no] ; a square bracket takes its end, a round one does not
    }
E0112-sign-brackets = a comma parts the ends of an interval, not “{ $sign }”
    .label = write { $wanted }
    .help = write { $wanted }
E0112-open = “{ $found }” does not say whether it goes up or down from there
    .label = and more, or and less?
    .help = write { $wanted } for that and more, { $other } for that and less
E0113 = two bounds in one row are written as one interval
    .label = together they are { $wanted }
    .help = write { $wanted }; a square bracket includes its end, a round one does not
E0113-between = what lies between two numbers is written as an interval in brackets
    .label = write { $wanted }
    .help = write { $wanted }{ $moved ->
        [yes] , which leaves no gap: what lies between { $hi } and { $to } is of this row too
        [shared] ; nobody says in which row { $shared } itself is: the first way puts it into the row that begins there, the second into the one that ends there
       *[no] ; a square bracket takes its end, a round one does not
    }
E0113-same = both bounds of this row point the same way, so only one of them counts
    .label = both point the same way
    .help = keep one, or write an interval such as [80, 90)
E0113-said = two bounds in one row are written as one interval, and only of one end is it said whether it counts
    .label = together they are { $wanted }
    .help = write { $wanted }; a square bracket includes its end, a round one does not. Look also at the end of which nothing was said
E0114 = “{ $word }” stands on the wrong side of its number
    .label = write { $wanted }
    .help = write { $wanted }
E0115 = a number has no thousands comma: { $number } reads as several numbers
    .label = write { $wanted }
    .help = write { $wanted }; underscores may group digits, 10_000, and 1万 is ten thousand
E0115-grouped = a number has no blanks or apostrophes in it: { $number } reads as several numbers
    .label = write { $wanted }
    .help = write { $wanted }; underscores may group digits, 10_000, and 1万 is ten thousand
E0115-dots = a number has one point, before its decimals: { $number } reads as several numbers
    .label = write { $wanted }
    .help = write { $wanted }; underscores may group digits, 10_000, and 1万 is ten thousand
E0115-doubtful = is { $number } meant as { $wanted } or as { $other }? A point begins the decimals here, so this is { $other }
    .label = three decimals look like thousands
    .help = write { $wanted }; if it really is so little, write { $other }
E0115-decimals = a comma stands for the decimal point: { $number } reads as two numbers
    .label = write { $wanted }
    .help = write { $wanted }
E0116 = the number { $number } has a needless zero in front
    .label = write { $wanted }
    .help = write { $wanted }
E0117 = there is no unit “{ $unit }”
    .label = { $number } has an unknown unit
    .help = write { -unit-s }, { -unit-min }, { -unit-h }, { -unit-d } for durations,{ $unit_money } for money, % for ratios, pt or 分 for points, 次 个 单 件 条 人 名 for counts
E0117-nearly = there is no unit “{ $unit }”
    .label = write { $wanted } here
    .help = write { $wanted }
E0117-periods = how far to look back is said in periods
    .label = write { $wanted }
    .help = write { $wanted }
E0117-alone = here stands the number alone, without “{ $unit }”
    .label = write { $wanted }
    .help = write { $wanted }
E0117-digits = a number is written out: “{ $unit }” cannot stand behind one
    .label = write { $wanted }
    .help = write { $wanted }
E0117-several = a number has one unit
    .label = write { $wanted }
    .help = write { $wanted }
E0117-calendar = a month, date or time of day is written with signs, not with words
    .label = write { $wanted }
    .help = write { $wanted }
E0117-hyphens = a date has hyphens between year, month and day: { $number } is something else
    .label = write { $wanted }
    .help = write { $wanted }
E0117-month = a number of months is no duration: months have different lengths
    .label = { $number } has an unknown unit “{ $unit }”
    .help = write days as { $number }{ -unit-d }; where the months themselves are a { -count }, write { $number } alone; appraisal periods as { -over }: { $number } { -periods }; one month as 2024-03
E0118 = a space is missing between “{ $name }” and “{ $word }”
    .label = “{ $word }” is written to the end of a name
    .help = write a space before “{ $word }”
E0119 = “{ $word }” has no number
    .label = a number stands behind this
    .help = write the number, as in { -weight } 40%, { -out-of } 10, { -decimals } 2, { -at-most } 5000{ $unit_money }
E0119-default = "{ $word }" stands without the value
    .label = what do people have who have no value?
    .help = Write what they have, such as { $wanted }
E0120 = there is no declaration “{ $found }”
    .label = no declaration begins like this
    .help = a declaration begins with a word such as { -metric }, { -score }, { -grade }, { -table } or { -pay }
E0120-nearly = there is no word “{ $found }” here
    .label = { $wanted }, perhaps?
    .help = write { $wanted }
E0120-place = nothing here begins with “{ $found }”
    .label = belongs to no declaration
    .help = see whether { "{" } and { "}" } above belong together; if this goes with the line above, write it there
E0120-misplaced = “{ $found }” cannot stand inside this block
    .label = stands outside the block
    .help = end the block above with { "}" } first
E0120-headless = the word that begins this is missing: nothing before “{ $found }” says what it is
    .label = { $wanted } is missing before this
    .help = write { $wanted } before it
E0120-total = the word that begins this is missing: nothing before “{ $found }” says what it is, and nothing behind it of which type
    .label = { $wanted } is missing before this, : { -points } behind it
    .help = a total is a result that people see: write { $wanted } { $found } : { -points }; a { -let } does not appear in the results
E0120-kinds = there is no declaration “{ $found }”
    .label = no declaration begins so
    .help = points by conditions are a { -score } NAME { -weight } 40% {"{"} >= 98% => 100 … {"}"}, figures by conditions a { -table } NAME { -by } FIELD -> { -money } {"{"} CONDITION => RESULT … {"}"}, what is computed a { -metric } NAME : TYPE = FORMULA
E0120-function = there is no declaration “{ $found }”: nobody writes functions here
    .label = not in the language
    .help = write what is computed as a metric, { -metric } NAME : TYPE = FORMULA, and what depends on conditions as a table, { -table } NAME { -by } FIELD -> amount : { -money } {"{"} CONDITION => RESULT … {"}"}
E0120-quotient = the word that begins this is missing: nothing before “{ $found }” says what it is, and what is divided needs its decimals
    .label = { $wanted } is missing before this, the type behind it
    .help = write { $wanted } { $found } : { $type }
E0120-sentence = “{ $found }” is no declaration: a sentence is not read
    .label = put # before it where it only explains
    .help = what explains stands behind #; what is to be computed or decided is a { -score }, a { -flag } or a line of { -pay }
E0120-promote = there is no declaration “{ $found }”: the grade after a promotion is another value
    .label = not in the language
    .help = write it behind the grade: { $wanted }. Some steps up are { -promote }(GRADE, 1)
E0120-table = “{ $found }” begins no declaration; rows with a result each are a table
    .label = a table, and what its rows look at
    .help = write { $wanted }
E0120-veto = “{ $found }” is a sentence; what the total is then is a part of what it is
    .label = a metric
    .help = write { $wanted }
E0120-charge = “{ $found }” begins no declaration; so much for each of something is a metric
    .label = a metric
    .help = write { $wanted }
E0121 = “{ $word }” has no name
    .label = a name stands behind this
    .help = write the name, such as: { $word } service
E0121-meant = “{ $word }” has no name
    .label = a name stands behind this
    .help = write the name, such as: { $word } { $wanted }
E0121-digit = a name cannot begin with a digit: “{ $found }”
    .label = the name behind this begins with a digit
    .help = choose a name that begins with a letter
E0121-quoted = the name behind “{ $word }” has no quotes
    .label = the name behind this is in quotes
    .help = write { $found } without quotes; a title in quotes may stand behind the name
E0121-several = a name is one word, without blanks or hyphens: “{ $found }”
    .label = write { $wanted }
    .help = write { $wanted } here and wherever it is used; the words of the sheet may stand behind { -from } "…"
E0121-title = the text behind “{ $word }” stands in quotes
    .label = a text in quotes stands behind this
    .help = write { $word } { $wanted }
E0122 = { $wanted } stands here, not “{ $found }”
    .label = write { $wanted }
    .help = write { $wanted }; => stands between a condition and its result, = between a name and its value, -> before a table's results
E0122-mode = nothing says whether each slice has its own rate, or all has one
    .label = “{ $wanted }” or “{ $whole }” is missing
    .help = write , { $wanted } if each slice has its own rate; , { $whole } if all has the rate of the row it reaches
E0122-missing = { $wanted } is missing here
    .label = { $wanted } stands before this
    .help = write { $wanted } before it
E0122-label = rows of this table have no label such as “{ $found } :”
    .label = only rows of a grade begin with a label and a colon
    .help = remove the label and the colon, or make this table a { -grade }
E0122-option = behind “{ $name }” stands :, not “{ $found }”
    .label = write { $wanted }
    .help = write { $name }: …
E0123 = “{ $name }” has no colon
    .label = : stands behind this
    .help = write { $name } : …
E0123-row = “{ $name }” has no colon
    .label = : stands behind a label, => before what it gives
    .help = write { $wanted }
E0123-type = “{ $name }” has no type
    .label = a type stands between the name and =
    .help = write { $name } : TYPE = …, such as { $name } : { $example } = …
E0124 = a comma is missing before “{ $before }”
    .label = a comma parts this from what stands before it
    .help = write a comma before it
E0125 = two rows stand on one line
    .label = the second =>
    .label-next = another row begins here
    .help = begin a new line, or write ; between them
E0125-entries = “{ $found }” begins another entry, and nothing parts it from the one before it
    .label = another entry begins here
    .help = write ; before it, or begin a new line
E0126-then = this “{ $if }” has no “{ $then }”
    .label = no “{ $then }” follows
    .help = write all of it: { $if } CONDITION { $then } VALUE { $else } VALUE
E0126-when = behind a value “{ $word }” is written as “{ $when }”
    .label = write “{ $when }”
    .help = VALUE { $when } CONDITION: where the condition does not hold, it is 0
E0126-else = this “{ $if }” has no “{ $else }”: there is no value where the condition fails
    .label = no “{ $else }” follows
    .help = write all of it: { $if } CONDITION { $then } VALUE { $else } VALUE; where it should be 0 then, write VALUE { $when } CONDITION
E0126-zero = “{ $if }” has no “{ $else }”: there is no value where the condition fails
    .label = no “{ $else }” behind this
    .help = where it is 0 then, write { $wanted }; else write { $if } CONDITION { $then } VALUE { $else } VALUE
E0126-if = there is no “{ $if }” before this “{ $word }”
    .label = no “{ $if }” belongs to this
    .help = write all of it: { $if } CONDITION { $then } VALUE { $else } VALUE
E0126-parentheses = an “{ $if }” in the middle of an expression stands in parentheses
    .label = put the whole of it in parentheses
    .help = write ({ $if } CONDITION { $then } VALUE { $else } VALUE)
E0127 = a gate's condition cannot begin with a minus: it could go on from the line above, or be a new one
    .label = begins with a minus
    .help = move the minus to the end of the line above; for a new condition write 0 - …
E0128 = nothing is written in this file
    .label = no declaration
    .help = merit new gives a ready-made policy to start from
E0129 = this file is no text
    .label = no text has such a byte
    .help = save it as UTF-8 text with an editor; an Excel or Word file cannot be used as a policy
E0130 = the file is too big: a policy has at most 10 MB
    .label = more than 10 MB
    .help = is it a data file? A policy can be split with { -use } "file"

## How things are written

term-shape-expression = such as received * 2{ $unit_money }, { -round }(total, 0.1)
term-shape-header-line = { -currency } { $own_currency }, { -period } { -month }, { -effective } { -from } 2024-01 { -until } 2024-12, { -full_marks } 100, one a line
term-shape-field = NAME : TYPE, such as response : { -duration }(s), { -decimals } 1
term-shape-row = CONDITION => RESULT, such as [80, 90) => 80
term-shape-grade-row = GRADE : CONDITION => RESULT, such as A : >= 90 => 100%
term-shape-condition = one condition a line, such as refunds <= 5%
term-shape-pay-line = NAME = VALUE, such as commission = sales * 1%
term-shape-assignment = NAME = VALUE, such as sales = 12000{ $unit_money }
term-shape-policy = { -policy } "TITLE" { "{" } … { "}" }
term-shape-record = { -record } { "{" } NAME : TYPE … { "}" }
term-shape-lookup = { -lookup } NAME { "{" } NAME : TYPE … { "}" }
term-shape-type = { -type } NAME = LABEL | LABEL
term-shape-param = { -param } NAME : TYPE = VALUE
term-shape-metric = { -metric } NAME : TYPE = VALUE, such as { -metric } replies : { -percent }, { -decimals } 2 = replied / received
term-shape-let = { -let } NAME = VALUE
term-shape-score = { -score } NAME { -weight } 40% { "{" } CONDITION => POINTS … { "}" }
term-shape-section = { -section } NAME { "{" } { -score } … { "}" }
term-shape-grade = { -grade } NAME { -by } total -> factor : { -percent } { "{" } A : >= 90 => 100% … { "}" }
term-shape-table = { -table } NAME { -by } level -> base : { -money } { "{" } junior => 2500{ $unit_money } … { "}" }
term-shape-scale = { -scale } NAME { -on } sales, { -marginal } { "{" } [0{ $unit_money }, 10000{ $unit_money }) => 1% … { "}" }
term-shape-gate = { -gate } NAME { "{" } CONDITION … { "}" }
term-shape-pay = { -pay } NAME { "{" } NAME = VALUE … { "}" }
term-shape-flag = { -flag } NAME { -when } CONDITION
term-shape-ensure = { -ensure } CONDITION
term-shape-test = { -test } "NAME" { "{" } { -given } { "{" } NAME = VALUE { "}" } { -expect } { "{" } NAME = VALUE { "}" } { "}" }
term-shape-use = { -use } "FILE.merit"

### Declarations: names, records, weights, scores, pay, tests

E0250 = “{ $name }” is declared twice, so it is unclear which one is meant
    .label = declared again
    .label-first = first declared here
    .help = rename one of the two
E0250-label = the label “{ $name }” stands twice in one set
    .label = stands here again
    .label-first = first here
    .help = delete one, or rename it
E0250-label-title = two labels of one set have the title “{ $name }”, so a cell that holds it could mean either
    .label = stands here again
    .label-first = first here
    .help = give one of them another title
E0250-line = the pay block has two lines “{ $name }”, so it is unclear which one counts
    .label = another one
    .label-first = the first line
    .help = rename one of them, or make them one line
E0250-output = the table has two columns “{ $name }”
    .label = another one
    .label-first = the first column
    .help = rename one of them
E0250-type = “{ $name }” already names a type and cannot name another set of labels
    .label = named again
    .label-first = first named here
    .help = choose another name
E0251 = “{ $name }” comes round to itself, so none of these can be worked out: { $loop }
    .label = the loop begins here
    .label-member = { $member } is part of the loop
    .help = let one of them do without the next, for instance by using a field of the record
E0251-self = “{ $name }” uses itself and cannot be worked out: { $loop }
    .label = uses itself
    .help = do not write { $name } on the right of its own `=`
E0252 = there is no type “{ $name }”
    .label = not declared
    .help = declare { -type } { $name } = …, or write { -number }, { -count }, { -percent }, { -points }, { -money }, { -duration }, { -bool }, { -text }, { -month } …
E0252-output = “{ $name }” has no type behind it
    .label = a name without a type
    .help = write { $wanted }
E0252-near = there is no type “{ $name }”; there is “{ $near }”
    .label = not declared
    .help = write { $near }
E0252-meant = there is no type “{ $name }”
    .label = write { $wanted }
    .help = write { $wanted }
E0252-labels = there is no type “{ $name }”: which labels there are is written out
    .label = write the labels
    .help = write the labels with bars between them, such as junior | senior
E0252-time = there is no type “{ $name }”: it may be how long, at what time, or on what day
    .label = which of them is not told
    .help = write duration(s), duration({ -unit-min }) or duration(h) for how long, time for the time of day, date for the day, month for the month
E0253 = “{ $name }” is no currency of ISO 4217, so it is unknown how many decimals an amount has
    .label = unknown currency
    .help = for the renminbi write { -currency } CNY
E0253-near = “{ $name }” is no currency of ISO 4217, so it is unknown how many decimals an amount has
    .label = unknown currency
    .help = write { $near }
E0254-unknown = the policy has no param “{ $name }”, so --set cannot set it
    .label = the value to set
    .help = only names that the policy declares with { -param } can be set
E0254-near = the policy has no param “{ $name }”; there is “{ $near }”
    .label = the value to set
    .help = write --set { $near }=…
E0254-value = the param “{ $name }” cannot be { $value }{ $between ->
        [yes] , since its step is { $step }
       *[other] , which is outside its declared domain
    }
    .label = the value to set
    .label-declared = the param is declared here
    .help = { $between ->
        [yes] set it to a multiple of { $step }
        [no] set it to a value from { $lo } to { $hi }
       *[other] set it to a value that its declaration allows
    }
E0255 = two fields claim the column “{ $column }”, so it is unclear whose it is
    .label = “{ $name }” would read it too
    .label-first = already read by this field
    .help = give one of the fields a column of its own: { -from } "column"
E0256-required = “{ $attribute }” belongs to the fields of a { -lookup }; a field of the record always needs a value
    .label = not needed
    .help = delete it
E0256-rounded = “{ $attribute }” is for fields that are numbers, and this one is not
    .label = does not fit
    .help = delete it
E0256-optional-key = a key or period cannot be “{ $attribute }”: without it, nobody knows whose record it is or of when
    .label = must not be absent
    .help = delete it
E0256-optional-default = a field with a default is never absent, so it cannot be “{ $attribute }” too
    .label = contradicts the default
    .label-default = the default
    .help = keep one of the two
E0256-decimals = “{ $attribute }” is for numbers, and this is none
    .label = does not fit
    .help = delete it
E0256-decimals-count = a count is always whole and cannot have “{ $attribute }”
    .label = does not fit
    .help = delete it, or make the type { -number }
E0256-domain = “{ $attribute }” is for numbers, dates and other types that have an order
    .label = does not fit
    .help = delete it
E0256-field-only = “{ $attribute }” is for fields of the record; this value is not read from a sheet
    .label = does not fit
    .help = delete it
E0256-computed-domain = “{ $attribute }” does nothing here: what a computed value can be follows from its formula
    .label = does not fit
    .help = delete it; to hold a value within bounds, write { -clamp }(…, low, high)
E0257 = the domain { $domain } holds no value at all, so every record would be rejected
    .label = empty
    .help = let the lower bound not exceed the upper, with a step between them at least
E0258-default = the default { $value } of “{ $name }” is not in its own domain
    .label = { $between ->
        [yes] the step is { $step }
       *[other] outside the domain
    }
    .label-declared = the field is declared here
    .help = { $between ->
        [yes] write a multiple of { $step }, or add { -decimals }
        [no] write a value from { $lo } to { $hi }, or widen the domain
       *[other] write a value of the domain, or widen it
    }
E0258-bound = the bound { $value } is no multiple of { $step }, so no such amount can be paid
    .label = no such amount can be paid
    .help = write a multiple of { $step }
E0258-param = the value { $value } of the param “{ $name }” is not in its own domain
    .label = { $between ->
        [yes] the step is { $step }
       *[other] outside the domain
    }
    .help = { $between ->
        [yes] write a multiple of { $step }, or add { -decimals }
        [no] write a value from { $lo } to { $hi }, or widen the domain
       *[other] write a value of the domain, or widen it
    }
E0258-given = “{ $name }” can never be { $value }; such a record would be rejected
    .label = { $between ->
        [yes] the step is { $step }
       *[other] outside the domain
    }
    .label-declared = the field is declared here
    .help = { $between ->
        [yes] write a multiple of { $step }, or give the field { -decimals }
        [no] write a value from { $lo } to { $hi }, or widen the field's domain
       *[other] write a value of the domain, or widen it
    }
E0259-other = the period field “{ $name }” differs from the policy, which appraises by { $period }
    .label = another type
    .help = write the same in both places
E0259-type = the period field “{ $name }” is no calendar value
    .label = no period
    .help = write { -month }, { -quarter } or { -year }
E0259-twice = “{ $name }” is a second period field, so it is unclear which period a record belongs to
    .label = another period
    .label-first = the first one
    .help = keep one { -period }
E0260 = there are two { $block } blocks; there can be one
    .label = another one
    .label-first = the first one
    .help = make them one block
E0261-period = “{ $type }” is no number, so this is no rate
    .label = not needed
    .help = what is paid once a period is an amount: write { $wanted }
E0261-rate = “{ $type }” is no number and cannot be part of a rate
    .label = no number
    .help = write types of numbers on both sides, such as { -money }/{ -count }
E0261-scale = a scale cuts a number into slices, and this is no number
    .label = no number
    .help = to choose by labels, use a { -table }
E0262-domain = a count is always 0, 1, 2 …, but its domain is written { $domain }
    .label = no domain of counts
    .help = write { $proposal }; for negative or broken values make the type { -number }
E0262 = this is declared a count but can be negative or have a fraction
    .label = may be something else than 0, 1, 2 …
    .label-type = declared a count
    .help = make the type { -number }, or keep it a count with { -max }(…, 0) and { -round }(…, 1)
E0263-absent = there is no file “{ $place }”, so what it declares is lacking
    .label = not found
    .help = check the spelling; the path counts from the folder of the file in which it is written
E0263-backslash = there is no file “{ $path }”: in a path, folders are separated by /
    .label = not found
    .help = write / in the place of each \
E0263-absolute = “{ $path }” begins at the root of a disk, so the policy would work on one computer only
    .label = no path within the folder of the policy
    .help = write the path from the folder of this file on, such as "shared.merit" or "../shared.merit"
E0263-outside = “{ $path }” leads out of the folder of the policy, and a policy may use only what lies in it
    .label = outside the folder
    .help = put the file into the folder of the policy, or check a policy that lies in a folder above both
E0263-unreadable = “{ $path }” cannot be read: { $error }
    .label = cannot be read
    .help = look at the path and the permissions
E0263-encoding = “{ $path }” cannot be read: from its line { $line } on it is not UTF-8 text
    .label = cannot be read
    .help = open that file in an editor and save it as UTF-8
E0263-empty = nothing is written in “{ $path }”, so there is nothing to use
    .label = an empty file
    .help = write the declarations into that file, or delete this line
E0263-cycle = these files use one another in a circle: { $loop }
    .label = this closes the circle
    .label-member = { $member } is used here
    .help = delete this line, or move what both files need into a file of its own that both use
E0263-self = this file uses itself
    .label = the file in which this stands
    .help = delete this line
E0263-policy = “{ $path }” has a { -policy } block, but only the policy itself can have one
    .label = cannot stand here
    .label-use = used here
    .help = delete this block; its currency, period and the like belong into the { -policy } block of the file that is checked
E0263-many = the policy uses more than { $most } files
    .label = one too many
    .help = put several of them together into one file

E0264 = no field of “{ $block }” tells which records its rows belong to
    .label = belongs to whom?
    .help = { $known ->
        [yes] give it a field of the record that is marked key or period: { $keys }
       *[no] give it a field that the record has too, and mark it { -key }: shop : { -text }, { -key }
    }
E0264-type = “{ $name }” has another type in “{ $block }” than in the record, so no row would ever belong to one
    .label = another type
    .label-record = the field of the record
    .help = write the same type in both places
E0264-unkeyed = “{ $name }” is not marked { $mark } in the policy { $path }, so nothing tells whose its results are, and everybody would get them
    .label = cannot be told apart by it
    .label-record = the record goes by this field
    .help = mark “{ $name }” { $mark } in the { -record } of { $path }
E0264-unmarked = “{ $name }” of “{ $block }” is not marked { -key }, so every row would belong to everybody of the period
    .label = tells nobody apart
    .help = mark it: { $name } : …, { -key }
E0264-everybody = only the period tells whose the rows of “{ $block }” are, so each would belong to everybody
    .label = belongs to whom?
    .help = give it the key of the record: { $keys }; where its column has another name, add { -from } "column"
E0264-unknown = “{ $name }” of “{ $block }” should tell which records a row belongs to, but the record has no such field
    .label = not in the record
    .help = { $mark ->
        [period] give the { -record } such a field: { $name } : { $type }, { -period }; where the rows hold for every period, delete this field
       *[key] give the { -record } a field “{ $name }”, or call this one as it is called there. A list that holds for everybody, such as one of promotions, goes as { -details }: give both files one more column that is the same in every row, such as shop : { -text }, { -key }
    }
E0265-refused = the policy { $path } is refused itself, so it has no results that could be rows: { $count ->
        [one] one error
       *[other] { $count } errors
    }
    .label = refused
    .help = run merit check { $path } and mend it first
E0265-nested = the policy { $path } needs data of its own ({ $names }), which cannot be given here
    .label = needs lookups or details itself
    .help = let its lookups and details be fields of its record, or run it by itself and give its results as a { -lookup } or { -details }
E0265-loop = these policies wait for each other's results: { $loop }
    .label = the loop closes here
    .help = let one of them read the figure as a field of its record
E0265-currency = the policy { $path } pays in { $other }, this one in { $own }
    .label = another currency
    .help = give both policies the same currency
E0266 = { -applies } { -when } must be known before anything is worked out, so it cannot use “{ $name }”, which is worked out
    .label = worked out later
    .label-declared = it is declared here
    .help = Use fields of the { -record } and params only, such as { -applies } { -when } post = aftersales
E0266-joint = { -applies } { -when } must be known from the record alone, so it cannot compare with others or look at earlier periods
    .label = needs other records
    .help = Use fields of the { -record } and params only, such as { -applies } { -when } post = aftersales

E0301 = the weights add to { $sum }, not to { $whole }, { $side ->
        [lacking] { $difference } too little: even a perfect record misses full marks
       *[over] { $difference } too much: a total could exceed full marks
    }
    .label = part of the sum
    .label-part = part of the sum
    .help = { $mend ->
        [yes] change { $was } to { $mended }
        [over] change the weights so that they add to exactly { $whole }; where people of different roles are scored by different items, write one policy a role, with { -applies } { -when } role = … in its { -policy } block
       *[no] change the weights so that they add to exactly { $whole }
    }
E0301-roles = the weights add to { $sum }, not to { $whole }: those of { $roles } make 100% each, but one policy has one sum for everybody
    .label = part of the sum
    .label-part = part of the sum
    .help = { $mend ->
        [scaled] in one policy: make the weights of each role less ({ $changes }); who is exempt from an item has the others count for more, so the scores of { $roles } stay what they are. Or write one policy a role, with { $proposal } in its { -policy } block, and give merit eval all of them
       *[policies] write one policy a role, with { $proposal } in its { -policy } block, and give merit eval all of them: merit eval a.merit b.merit data.csv; a rank then goes over the people of its own policy alone. In one policy an item that several roles share stands once for each of them, { -exempt } for the others, and every weight becomes less in proportion: half for two roles
    }
E0301-section = the weights in “{ $section }” add to { $sum }, not to { $whole }, { $side ->
        [lacking] { $difference } too little: even a perfect record misses full marks in it
       *[over] { $difference } too much: its score could exceed full marks
    }
    .label = part of the sum
    .label-part = part of the sum
    .help = { $mend ->
        [yes] change { $was } to { $mended }
       *[no] change the weights so that they add to exactly { $whole }
    }
E0302 = the marks of all items add to { $sum }, not to the full marks { $whole }, { $side ->
        [lacking] { $difference } too little: even a perfect record misses full marks
       *[over] { $difference } too much: a total could exceed full marks
    }
    .label = part of the sum
    .label-part = part of the sum
    .help = { $mend ->
        [yes] change { $was } to { $mended }, or write { -full_marks } { $sum } in the { -policy } block
       *[no] change the marks of an item and what its rows score, or write { -full_marks } { $sum } in the { -policy } block
    }
E0302-section = the marks in “{ $section }” add to { $sum }, not to { $whole }, { $side ->
        [lacking] { $difference } too little
       *[over] { $difference } too much
    }
    .label = part of the sum
    .label-part = part of the sum
    .help = { $mend ->
        [yes] change { $was } to { $mended }
       *[no] change the marks of an item and what its rows score, or make the section { -out-of } { $sum }
    }
E0303 = some items have a weight and others marks, which do not make one total
    .label = unlike those before
    .label-first = this kind came first
    .help = write { -weight } …% for all of them, or { -out-of } … for all of them
E0304 = “{ $name }” could score { $value }, outside 0 to { $full }
    .label = can leave the range
    .help = hold it with { -clamp }(…, 0, { $full }), or change its marks
E0304-row = this row scores { $value }, outside the range 0 to { $full } of “{ $name }”, so { $side ->
        [over] a total could exceed full marks
       *[under] a total could fall below 0
    }
    .label = out of range
    .label-item = the item
    .help = { $mend ->
        [yes] change the { $value } of this row to { $full }, or raise the marks of the item
       *[no] change what the row scores, or the marks of the item
    }
E0304-field = “{ $name }” is scored as it stands, but a record may hold { $value }, outside 0 to { $full }
    .label = scored as it stands
    .label-field = the field allows too much
    .help = give the field { $proposal }
E0305 = “{ $name }” is scored twice and would count twice in the total
    .label = scored again
    .label-first = first scored here
    .help = delete one; to score it in another way, write { -score } NEW { -by } { $name } …
E0306 = “{ $name }” has neither a weight nor marks, so its part of the total is unknown
    .label = how much?
    .help = write { -weight } …% or { -out-of } …
E0307-otherwise = { $text } stands for all that the rows above leave, so it stands alone in its row
    .label = beside other patterns
    .help = write { -any } for every value of this column; or give the row { $text } alone
E0307-patterns = this row has { $found ->
        [one] { $found } condition
       *[other] { $found } conditions
    }, the table needs { $expected }, one for each input
    .label = wrong number of conditions
    .help = write one condition for each input, with commas between; { -any } stands for all
E0307-answers = this row has { $found ->
        [one] { $found } answer
       *[other] { $found } answers
    }, the table needs { $expected }, one for each column
    .label = wrong number of answers
    .help = write one answer for each column, with commas between
E0307-outputs = “{ $table }” does not say what its rows answer
    .label = the type of the answers is missing
    .help = write { $proposal } before the rows: the type of what they answer ({ -money }, { -percent }, { -points }, { -number } …)
E0307-label = this row of a grade does not say which grade it gives
    .label = which grade?
    .help = write GRADE : condition => answers
E0307-unlabelled = this row of a grade does not say which grade it gives
    .label = a label and a colon stand before it
    .help = write { $wanted }, with whatever name this grade has
E0307-unnamed = the table has several columns and this one has no name, so nothing can use it
    .label = no name
    .help = write NAME : type
E0308-decimals = values on a straight line are rounded, and nothing says to how many decimals
    .label = straight line
    .label-row = this row
    .help = write { -decimals } 2 behind the item or the column
E0308-interval = a straight line needs an interval to run along, and this row is none
    .label = straight line
    .label-row = no interval of numbers
    .help = write the condition as [low, high)
E0308-empty = the ends of the straight line coincide
    .label = straight line
    .label-row = an interval without length
    .help = let the upper end be above the lower
E0308-open = a line runs from one end to the other, and this row leaves an end open
    .label = the line
    .label-row = an end is missing
    .help = write the row as { $proposal }
E0309-interval = every row of a marginal scale is an interval
    .label = no interval
    .help = write [low, high); the last row may be >= low
E0309-guard = a row of a marginal scale cannot have a condition: every slice counts
    .label = condition
    .help = for other rates under a condition, use two scales
E0309-rate = every row of a marginal scale has one rate
    .label = not one rate
    .help = write interval => rate
E0309-after-open = { $low } of “{ $name }” has no upper end, so { $high } is never reached
    .label = never reached
    .label-low = no upper end
    .help = give the slice before an upper end: [low, high)
E0309-order = { $high } of “{ $name }” does not follow { $low }: slices go upwards, each from the end of the last
    .label = out of order, or overlapping
    .label-low = the slice before
    .help = { $mend ->
        [edit] write { $new } for { $high }
       *[other] let this slice begin where the one before it ends
    }
E0309-apart = { $low } and { $high } of “{ $name }” do not touch, so it is unclear at which rate what lies between is paid
    .label = does not touch
    .label-low = the slice before
    .help = { $mend ->
        [edit] write { $new } for { $high }
       *[other] let the slices touch, as in [0, 50) and [50, 100)
    }
E0309-reversed = the slices of “{ $name }” stand upside down: { $high } after { $low }; a marginal scale is written from low to high
    .label = belongs above
    .label-low = belongs below
    .help = write the rows from low to high
E0309-negative = “{ $input }” can be below 0, and the lowest slice does not say where it begins
    .label = from where?
    .help = write [0, high), and keep “{ $input }” at 0 or above with { -max }(…, 0)
E0310 = the lower bound { $low } is above the upper bound { $high }, so no amount fits both
    .label = upper bound
    .label-low = lower bound, above the upper
    .help = let { -at-least } not exceed { -at-most }
E0310-effective = the policy ends before it begins, so it never holds
    .label = end
    .label-low = beginning
    .help = let { -until } not come before { -from }
E0311-wide = this domain is too wide or too fine for exact numbers
    .label = does not fit
    .help = narrow it, or write fewer decimals
E0311-full-marks = full marks are { $value }; they must be above 0 for anything to score
    .label = not above 0
    .help = write { -full_marks } 100
E0311-weight = the weight { $value } is not between 0% and 100%
    .label = out of range
    .help = write a percentage from 0% to 100%
E0311-out-of = the marks { $value } must be above 0
    .label = not above 0
    .help = write marks above 0
E0311-effective = this is no period from which a policy could hold
    .label = no period
    .help = write 2024-01, 2024-Q1 or 2024
E0312-unknown = the policy has no “{ $name }”
    .label = no such name
    .help = give fields or metrics; expect metrics, scores, grades or pay
E0312-near = the policy has no “{ $name }”; there is “{ $near }”
    .label = no such name
    .help = write { $near }
E0312-expect-given = “{ $name }” is given, so expecting it proves nothing
    .label = expected
    .label-first = given here
    .help = delete it from expect, or from given
E0312-expect-field = “{ $name }” is a field of the record; it is not worked out and cannot be expected
    .label = a field
    .help = write it under { -given }
E0312-given-computed = “{ $name }” is worked out and cannot be given; only fields and metrics can
    .label = worked out
    .help = write it under { -expect }
E0312-twice = “{ $name }” stands twice
    .label = again
    .label-first = first here
    .help = keep one
E0312-never-missing = “{ $name }” is never missing
    .label = never missing
    .help = write a value; for a field that may be absent, declare it { -optional }
E0312-param = “{ $name }” is a param, which a test cannot change
    .label = a param
    .help = check with another value: --set { $name }=…
E0312-group = “{ $name }” has no value of its own, only its parts have
    .label = which part?
    .help = write { $name }.{ -points-member } or { $name }.COLUMN
E0312-block-near = nothing beside the record is called “{ $name }”; is it “{ $near }”?
    .label = not known here
    .help = write { $near } {"{"} … {"}"}
E0312-block = nothing beside the record is called “{ $name }”
    .label = not a { -lookup }, { -details }, { -previous } or { -other }
    .help = give rows of a { -lookup } or { -details } by its name, other records as { -other } {"{ … }"}, earlier periods as { -previous } {"{ … }"}
E0312-block-number = “{ $name }” takes no such number
    .label = a number too many, or none that counts periods
    .help = write { -previous } 2 {"{ … }"} for the record two periods before; nothing else is numbered
E0312-block-twice = that period of the record is given twice
    .label = again
    .help = keep one; { -previous } 2 {"{ … }"} is two periods before
E0312-row-near = “{ $block }” has no “{ $name }”; there is “{ $near }”
    .label = no such name
    .help = write { $near }
E0312-row-unknown = “{ $block }” has no “{ $name }”
    .label = no such name
    .help = give its own fields here
E0312-quotient = “{ $name }” may not come out even where an item is exempt, so it has no exact figure that could be expected
    .label = a quotient
    .help = expect the metric that rounds it
E0313 = there is no case “{ $name }”
    .label = not declared
    .help = declare { -case } { $name } {"{"} … {"}"}
E0313-near = there is no case “{ $name }”; there is “{ $near }”
    .label = not declared
    .help = write { $near }
E0314 = this column always needs a value and cannot answer { -missing }
    .label = missing
    .help = write a value; where there really may be none, write { -optional } behind the column's type
E0314-score = an item scores something for everybody it counts for, so its rows cannot answer { -missing }
    .label = missing
    .help = write points; to leave the item out for that person and let the others count for more, write { $proposal }
E0315 = only an item can be exempt, and this is no row of a { -score }
    .label = exempt
    .help = write what counts here; to leave an item out for somebody, answer { -exempt } in a row of its { -score }
E0315-value = “{ $word }” leaves an item out and is no figure, so it cannot stand in a formula
    .label = exempt
    .help = give the item rows, and let one of them answer it: { -any } { -when } … => { $word }
E0315-missing = a formula always gives a value, and “{ $word }” is none
    .label = no value
    .help = write a figure here; to leave the item out for whoever has none, let its first row say so: { -any } { -when } … => { -exempt }, such as { -any } { -when } orders = 0 => { -exempt }
E0315-test = what an exempt item scored is called missing in a test
    .label = exempt
    .help = write { $proposal }

W0301 = there is no { -policy } block: the currency is taken as CNY and full marks as 100
    .label = the policy begins here
    .help = begin with { -policy } "title" {"{"} { -currency } CNY {"}"}
W0302 = nothing uses “{ $name }”{ $what ->
        [param] , so changing it changes no result
        [let] , and it is not part of the result
        [table] , so what it answers goes nowhere
        [scale] , so its amount is not counted
        [lookup] , so its figures change no result
        [details] , so its rows change no result
        [case] , so no test starts from it
       *[type] , so no value has this type
    }
    .label = not used
    .help = delete it, or use it
W0330 = the policy has no test: a figure changed by mistake would go unseen
    .label = the policy begins here
    .help = write one: { -test } "full marks" {"{"} { -given } {"{"} … {"}"} { -expect } {"{"} … {"}"} {"}"}
W0331 = { $code } is allowed without a reason, so whoever reads this later cannot tell why
    .label = no reason
    .help = add the reason: # { -allow }{ $code } reason
W0331-unknown = there is no code { $code }, so this line allows nothing
    .label = no such code
    .help = write the code of the message, such as # { -allow }W0510 reason
W0331-error = { $code } is an error and cannot be allowed: it would leave some people without a result
    .label = errors cannot be allowed
    .help = mend it, then delete this comment
W0332 = there is no { $code } here to allow, so this comment does nothing
    .label = allows nothing
    .help = delete it; if it stands in the wrong place, move it to the line that the message points at, or right above
W0333 = nothing uses “{ $name }”: filling it in changes no score and no pay
    .label = not used
    .help = if it was forgotten, write { -score } { $name } …, or use it in a metric or in pay; otherwise delete it
W0333-computed = nothing uses “{ $name }”, which is worked out of each row
    .label = not used
    .help = delete it, or use it: { -sum }({ $name })
W0333-lookup = nothing uses “{ $name }”: filling it in changes no score and no pay
    .label = not used
    .help = if it was forgotten, use it in a metric, a gate or a score: { -score } NAME { -by } { $name } …; otherwise delete it
W0333-row = nothing uses “{ $name }”: filling it in changes no score and no pay
    .label = not used
    .help = if it was forgotten, use it, as in { -sum }({ $name }) or { -where } { $name } …; otherwise delete it

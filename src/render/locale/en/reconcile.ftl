reconcile-agrees = Against { $file }{ $dated ->
    [yes] {" "}({ $periods })
   *[no] {""}
}: { $matched ->
    [one] 1 record matches, and it
   *[other] { $matched } records match, and all
} { $matched ->
    [one] agrees
   *[other] agree
} in every column.
reconcile-differs = Against { $file }{ $dated ->
    [yes] {" "}({ $periods })
   *[no] {""}
}: { $matched ->
    [one] 1 record matches
   *[other] { $matched } records match
}; { $agree } { $agree ->
    [one] agrees
   *[other] agree
} in every column, { $differ } { $differ ->
    [one] differs
   *[other] differ
}.
reconcile-by-name = The sheet has no keys, so rows were matched by name; people of the same name were not matched.
reconcile-head-column = column
reconcile-head-their-column = in the sheet
reconcile-head-agree = agree
reconcile-head-differ = differ
reconcile-head-total = sheet has more
reconcile-head-who = who
reconcile-head-name = name
reconcile-head-period = period
reconcile-head-ours = policy
reconcile-head-theirs = sheet
reconcile-head-delta = sheet has more
reconcile-head-cause = likely cause
reconcile-head-cell = cell
reconcile-head-words = why
reconcile-sheet = Differences
reconcile-more = … and { $count } more; -o differences.xlsx writes them all
reconcile-kind-round-each-step = each step rounded
reconcile-kind-half-even = half to even
reconcile-kind-cut-off = cut off
reconcile-kind-rounded-parts = parts rounded first
reconcile-kind-band-end = on the edge of a band
reconcile-kind-missing-as-zero = missing taken for 0
reconcile-kind-percent-as-number = percent as a number
reconcile-kind-shown-value = shown digits used
reconcile-kind-last-period = last period’s figure
reconcile-kind-typed-over = typed over
reconcile-kind-unrounded-parts = lines not rounded
reconcile-kind-unrounded-step = figure not rounded
reconcile-kind-other-input = other inputs
reconcile-kind-none = no cause found
reconcile-round-each-step = For { $name } the sheet rounds after every step and goes on from there ({ $place }, line { $line })
reconcile-round-each-step-all = The sheet rounds every step and goes on from there (from { $place }, line { $line })
reconcile-half-even = Line { $line } of { $place } rounds half up; the sheet takes an exact half to the even neighbour
reconcile-half-even-own = The sheet rounds { $name } half to even, to { $decimals } decimals
reconcile-cut-off = Line { $line } of { $place } rounds half up; the sheet cuts the further digits off
reconcile-cut-off-own = The sheet keeps { $decimals } decimals of { $name } and cuts the rest off
reconcile-rounded-parts = The sheet rounds the parts of { $name } to { $decimals } decimals before it adds them ({ $place }, line { $line })
reconcile-rounded-parts-all = The sheet rounds parts to { $decimals } decimals everywhere before it adds them (from { $place }, line { $line })
reconcile-band-end = Exactly { $bound } falls into the other band of { $name } in the sheet ({ $place }, line { $line })
reconcile-band-end-condition = What lies exactly on the edge of the condition in line { $line } of { $place } is on the other side in the sheet
reconcile-missing-as-zero = There is no { $name }, and the sheet takes 0 for it ({ $place })
reconcile-missing-as-zero-all = The sheet takes 0 for all that is missing
reconcile-percent-as-number = { $name } is { $before }, and the sheet takes it for { $after }: a percent sign too few or too many ({ $place })
reconcile-percent-as-number-some = The percent { $name } is off by a factor of 100 in the sheet ({ $place })
reconcile-percent-as-number-all = The percent in line { $line } of { $place } is off by a factor of 100 in the sheet
reconcile-shown-value = The sheet goes on from { $name } as it is shown, { $after }, and not from what it is, { $before }
reconcile-shown-value-some = The sheet goes on from the { $decimals } decimals that { $name } shows
reconcile-shown-value-all = The sheet goes on from the { $decimals } decimals that are shown, at every step
reconcile-shown-value-own = The cell shows just what the policy gives and holds further digits ({ $place })
reconcile-last-period = This is the figure of { $period } ({ $place })
reconcile-last-period-input = { $name } is still that of { $period }, { $after }; now it is { $before } ({ $place })
reconcile-last-period-history = This is the figure of { $period }
reconcile-typed-over = The column has formulas, and this cell a number that somebody typed ({ $place })
reconcile-unrounded-parts = The policy rounds every line of { $name } to the smallest coin, and the sheet does not ({ $place }, line { $line })
reconcile-unrounded-step = The sheet goes on from { $name } with all its digits, and the policy rounds it first ({ $place }, line { $line })
reconcile-unrounded-step-all = The sheet goes on with all digits at every step, and the policy rounds ({ $place }, line { $line })
reconcile-other-input = The sheet has another { $name } than the data; with it the policy gives their figure ({ $place })
reconcile-caused = * { $kind }: { $column }, { $count } { $count ->
    [one] cell
   *[other] cells
}{ $side ->
    [more] ; the sheet has { $sum } more in all
    [less] ; the sheet has { $sum } less in all
   *[none] {""}
}. { $words }.
reconcile-uncaused = * { $kind }: { $column }, { $count } { $count ->
    [one] cell
   *[other] cells
}{ $side ->
    [more] ; the sheet has { $sum } more in all
    [less] ; the sheet has { $sum } less in all
   *[none] {""}
}. Nothing that was tried gives the figure of the sheet.
reconcile-do-round-each-step =   To do as the sheet does, write { -round }(…) around this step of the policy; to do as the policy does, take the ROUND out of the columns in between and round once at the end.
reconcile-do-half-even =   To do as the sheet does, write { -round }(…, 0.01, { -half_even }) in the policy; to do as the policy does, use ROUND in the sheet.
reconcile-do-cut-off =   To do as the sheet does, write { -round }(…, 0.01, { -down }) in the policy; to do as the policy does, use ROUND in the sheet in the place of INT or ROUNDDOWN.
reconcile-do-rounded-parts =   To do as the sheet does, write { -round }(…) around the parts in the policy; to do as the policy does, add first in the sheet and round the sum.
reconcile-do-band-end =   Look whether the rule says “from” or “over”, and mend the side that has it wrong: >= or > in this line of the policy, or in the IF of the sheet.
reconcile-do-missing-as-zero =   Blank is not 0: fill the figure in, or settle what counts without it, and change both sides to that.
reconcile-do-percent-as-number =   Look at the percent sign of this cell: 95% is written 95%. Mend the side that has it wrong.
reconcile-do-shown-value =   Round with ROUND in the sheet before going on, or say in the policy how many decimals count; alike on both sides, they agree.
reconcile-do-last-period =   Put the figure of this period into the cell.
reconcile-do-typed-over =   Ask why it was typed: what is right belongs in the policy; otherwise copy the formula back.
reconcile-do-unrounded-parts =   Every line that is paid is in whole cents; with ROUND around each line of the sheet both agree.
reconcile-do-unrounded-step =   A cell shows few digits and holds all of them: round with ROUND in the sheet before going on, or give this figure more decimals in the policy.
reconcile-do-other-input =   Settle the inputs first, so that both sides have the same.
reconcile-do-none =   See with merit why how the policy gets there, and hold the formula of the sheet against it.
reconcile-only-ours = { $count } only in the data: { $whose }
reconcile-only-theirs = { $count } only in the sheet: { $whose }
reconcile-rejected = { $count } not compared, since the record cannot be used: { $whose }
reconcile-doubled = { $count } not compared, since there are several rows and which one is meant is not known: { $whose }
reconcile-unreadable = { $count } not compared, since the row of the sheet does not say whose it is: { $whose }
reconcile-line = line { $line }
reconcile-aside-ours = Not compared: { $count } of the data, of { $periods }, which the sheet does not have.
reconcile-aside-theirs = Not compared: { $count } of the sheet, of { $periods }, which the data do not have.
reconcile-not-all = There was too much to evaluate, so that not every cause was tried.
reconcile-near = Not compared: “{ $title }” of the sheet. If it is { $near }, add --map { $near }={ $title }.
reconcile-untaken = Not compared, since the policy has no such columns: { $columns }{ $more ->
    [0] {""}
   *[other] , and { $more } more
}.

### Pages for people: merit doc, merit report

page-contents = Contents
page-skip = Skip to the contents
page-given = What is given
page-figure = Figure
page-row = Falls in
page-result = Result
page-how = How
page-amount = Amount
page-over = {" "}({ $text })
page-among = of { $members }
page-among-counted = of { $counted } ranked or counted, { $members } in all
page-search = Search
page-all = { $name }: all
page-shown = { $from }–{ $to } of { $count }
page-before = Back
page-after = On
page-sort = Sort by { $name }
page-script = The first { $shown } of { $count } are shown; where scripts run, all can be searched and leafed through.
page-was = { $now } (then { $then })
page-points-then = Points then
page-line = in proportion from { $from } to { $to }
page-exempt = Exempt, not counted: { $items }.
page-of-others = Not for this person: { $lines }.
page-total-of = Some items are exempt; over the weights that count: { $earned } ÷ { $possible } { $value }
page-by-scale = “{ $name }” by the slices of { $on }: { $slices }
page-gate-passed = { $name }: passed
page-gate-failed = { $name }: not passed, since this does not hold: { $conditions }

## merit doc

doc-written = Written: { $file }
doc-kind = Appraisal policy
doc-lead = This policy has { $parts }.
doc-lead-items = { $count ->
    [one] one scored item
   *[other] { $count } scored items
}
doc-lead-grades = { $count ->
    [one] one grade
   *[other] { $count } grades
}
doc-lead-pay = { $count ->
    [one] one pay block
   *[other] { $count } pay blocks
}
doc-foot = This page is made from the policy file, version { $version }; where the two differ, the file holds.
doc-period = Period
doc-effective = In effect
doc-from = from { $moment }
doc-until = until { $moment }
doc-applies = Applies where
doc-full-marks = Full marks
doc-version-short = Version

doc-items = What counts
doc-grades = Grades
doc-tables = Tables and scales
doc-gates = Gates
doc-pay = Pay
doc-examples = Worked examples
doc-figures = How the figures are found
doc-promises = Notices and promises
doc-fine = The fine print
doc-data = What is read
doc-version = Version

doc-head-figure = Figure
doc-head-formula = How it is found
doc-head-remarks = Notes
doc-head-file = File
doc-head-hash = SHA-256
doc-head-section = Section
doc-head-item = Item
doc-head-weight = Weight
doc-head-marks = Marks
doc-head-by = Scored by
doc-head-points = Points
doc-head-rate = Rate
doc-head-pay = Line
doc-head-bounds = Limits
doc-head-rounding = How it is rounded
doc-head-column = Column
doc-head-unit = Unit
doc-head-allowed = What may stand in it
doc-head-needed = Needed

doc-made = Made by Merit { $version }. Where a letter of the policy changes, the SHA-256 below changes.
doc-sum = Sum
doc-items-weighted = The points of each item times its weight add up to the total score.
doc-items-weighted-exempt = The points of each item times its weight add up to the total score; where an item does not count, those that do are scaled up by their weights.
doc-items-marks = The points of the items add up to the total score.
doc-items-marks-exempt = The points of the items add up to the total score; where an item does not count, those that do are scaled up by their marks.
doc-item-weight = Weight { $weight }, full marks { $full }
doc-item-marks = Full marks { $full }
doc-item-formula = Points = { $formula }
doc-input = { $name } = { $formula }
doc-line = from { $from } to { $to } in proportion, { $rounding }
doc-scale-whole = The whole amount is paid at the rate of the part that it reaches.
doc-scale-marginal = What lies in each part is paid at the rate of that part, and the parts are added up.
doc-gate = To pass “{ $name }”, all of this must hold:
doc-pay-sum = the lines above, added up
doc-at-least = { $value } at least
doc-at-most = { $value } at most
doc-flags = This is pointed out, and changes neither points nor pay:
doc-flag = { $text }: { $condition }
doc-ensures = This policy promises:
doc-increasing = with more { $field }, all else the same, { $value } is never less
doc-proved = { $promise } (proved: it holds whatever the data)
doc-watched = { $promise } (looked at in every run, and told where it does not hold)

doc-example-grade = An example of { $grade }
doc-example-test = The test “{ $name }” of the policy
doc-example-found = No test of the policy gets it; this record was looked for
doc-no-example = { $grade }: no example was found that one person alone can show.
doc-unreachable = { $grade }: by the policy as it is, nobody gets this grade.

doc-rounding = Rounding
doc-rounding-pay = Each line of pay is rounded half up to { $unit }; a sum is that of its lines and is not rounded again.
doc-rounding-else = All other figures are exact; nothing is rounded on the way.
doc-ties = Ties
doc-tie-shared = Equal “{ $value }” share a place, and the places after it are left out: 1, 1, 3.
doc-tie-dense = Equal “{ $value }” share a place, and the next place follows: 1, 1, 2.
doc-missing = What is not filled in
doc-needed = Needed; where one is empty or cannot be read, the whole record goes back to be mended and nothing is taken for 0: { $names }.
doc-optional = May be left empty: { $names }.
doc-default = Where { $name } is empty, it is { $value }.
doc-exempt = Items that may not count: { $names }. An item that does not count is no 0, it is left out.
doc-open = What the shop decides
doc-param = { $name }: now { $value }, may be set from { $from } to { $to }.
doc-param-fixed = { $name }: now { $value }.
doc-given = Given by the shop; the policy does not say how they are found: { $names }.
doc-flags-only = What follows from a notice is for people to decide.
doc-lookup = Table: { $name }
doc-details = Details: { $name }

## What a policy says

words-scores = total score
words-points = points of { $name }
words-weighted = weighted points of { $name }
words-rate = rate of { $name }
words-member = { $member } of { $owner }
words-param = { $name } ({ $value })
words-brackets = ({ $text })
words-between = {"; "}
words-comma = {", "}
words-remarked = { $text }; { $remarks }
words-aside = ({ $text }, { $remarks })
words-instead = { $value } where there is no { $what }
words-instead-there = { $value } where there is none
words-by-zero = { $value } where { $what } is 0
words-when = { $value } (only where { $condition }, else 0)
words-if = where { $condition }: { $value }
words-else = otherwise: { $value }
words-abs = the size of { $what } without its sign
words-greatest = the greatest of { $values }
words-greater = the greater of { $values }
words-lesser = the lesser of { $values }
words-least = the least of { $values }
words-steps = 1 for every full { $size } of { $what }
words-steps-started = 1 for every { $size } of { $what }, a started one too
words-promote = { $what } promoted by { $places }
words-demote = { $what } demoted by { $places }
words-days-between = the time from { $from } to { $to }
words-days-in = the days of { $what }
words-and = { $left } and { $right }
words-or = { $left } or { $right }
words-not = not { $condition }
words-missing = there is no { $what }
words-there = there is { $what }
words-always = always
words-never = never
words-passed = “{ $name }” is passed
words-failed = “{ $name }” is not passed
words-is-yes = { $name } is yes
words-is-no = { $name } is no
words-is = { $left } is { $right }
words-is-not = { $left } is not { $right }
words-equal = { $left } = { $right }
words-unequal = { $left } ≠ { $right }
words-less = { $left } < { $right }
words-at-most = { $left } ≤ { $right }
words-more = { $left } > { $right }
words-at-least = { $left } ≥ { $right }
words-inside = { $what } is { $band }
words-outside = { $what } is { $band }

band-any = any
band-missing = no data
band-otherwise = all else
band-closed = { $low } to { $high }
band-from = { $low } to under { $high }
band-until = over { $low }, up to { $high }
band-between = over { $low }, under { $high }
band-least = { $low } or more
band-over = over { $low }
band-most = { $high } or less
band-under = under { $high }
band-not = not { $values }
band-guard = { $condition }
band-guarded = { $band }, where { $condition }

round-half-up = rounded half up to { $step }
round-half-even = rounded half to even to { $step }
round-half-down = rounded half down to { $step }
round-up = rounded away from 0 to { $step }
round-down = cut off at { $step }
round-floor = rounded down to { $step }
round-ceiling = rounded up to { $step }

many-rows = rows of { $name }
many-filtered = { $whose } where { $condition }
many-everybody = all people
many-within = people of the same { $names }
many-count = the number of { $whose }
many-sum = the sum of { $value } over { $whose }
many-average = the mean of { $value } over { $whose }
many-least = the least { $value } of { $whose }
many-greatest = the greatest { $value } of { $whose }
many-every = whether for all { $whose } { $value }
many-some = whether for one at least of the { $whose } { $value }
many-rank = the place of { $value } among { $within }, { $order } ({ $remarks })
many-ascending = the least first
many-descending = the greatest first
many-shared = ties share a place, and the places after it are left out
many-dense = ties share a place, and the next place follows
many-ranked = only where { $condition }
many-then = then by { $value }
many-allocate = { $pool } shared out among { $within } in proportion to { $by } ({ $step }, the parts adding up to the whole)
many-previous = { $value } of the { $period } before
many-before = { $value } of { $count } { $period }s before
many-streak = how many { $period }s running, up to this one, { $value }
many-last = the last { $count } { $period }s
many-since-quarter = the quarter so far
many-since-year = the year so far

period-year = year
period-quarter = quarter
period-month = month
period-week = week
period-day = day
period-any = period

## merit report

report-as-file = month.html
report-as-folder = statements/
report-as-workbook = month.xlsx
report-written = Written: { $file }
report-kind = Report
report-between = {", "}
report-lead = For the shop: it holds the points and the pay of everybody and is not for handing out; what a person gets is the statement.
report-foot = The totals are those that merit eval gives for the same policy and data.
report-period = Period
report-summary = At a glance
report-groups = Totals by group
report-grades = Grades
report-items = Items
report-near = A step from a better grade
report-rejected = Rejected records
report-people = Everybody
report-evaluated = Evaluated
report-rejected-count = Rejected
report-within = { $name }: { $sum } in all, part of { $within }
report-nobody = No record was evaluated.
report-provisional = { $count ->
    [one] One result may
   *[other] { $count } results may
} yet change, once other records are mended.
report-who = Who
report-mend = What to mend
report-rejected-text = These records have no result; mend the data and run it again.
report-more = { $count } more are not listed; all are in the results of merit eval.
report-head-unit = { $head } ({ $unit })
report-people-count = { $several ->
    [yes] Records
   *[no] People
}
report-axis = { $several ->
    [yes] { $count }
   *[no] { $count ->
        [one] 1 person
       *[other] { $count } people
    }
}
report-grades-text = “{ $name }”: of { $several ->
    [yes] { $count } records
   *[no] { $count ->
        [one] 1 person
       *[other] { $count } people
    }
}{ $tied ->
    [yes] {""}
   *[no] , most are at { $label }: { $most }
}.
report-points = Points from { $least } to { $most }.
report-points-one = All have { $least } points.
report-exempt = { $count } exempt.
report-near-text = Within 5% of the bound of a better grade: { $several ->
    [yes] { $count ->
        [one] 1 record
       *[other] { $count } records
    }
   *[no] { $count ->
        [one] 1 person
       *[other] { $count } people
    }
}{ $shown ->
    [0] {"."}
   *[other] ; the nearest { $shown }:
}
report-short = Short by
report-goal = Of grade
report-chart = { $name }: from { $least } to { $most }; half are at { $middle } or above.{" "}The bars count { $several ->
    [yes] records
   *[no] people
}, the bands behind them are the rows of the item.
report-chart-one = { $name }: all at { $least }.
report-moved = Against the last results
report-moved-then = Then, those in both
report-moved-now = Now, those in both
report-moved-delta = Difference
report-moved-compared = In both
report-moved-more = More than then
report-moved-less = Less than then
report-moved-new = New
report-then-grade = Grade then
report-now-grade = Grade now
report-people-moved = Count
report-then = Then
report-now = Now
report-delta = Difference
report-why = Why
report-change = { $name } { $then } → { $now }
report-change-points = { $name } { $then } → { $now } (points { $before } → { $after })
report-unmoved = nothing moved
report-unmoved-paid = only points and figures moved, see below
report-moved-said = Against the last results: { $moved }.
report-change-paid = { $name } { $then } → { $now } ({ $delta })
report-gone = { $count ->
    [one] One person of the last results has
   *[other] { $count } people of the last results have
} no result now.
report-places = Places among { $within }
report-files = { $count } records: each gets a file in { $folder }, and the page for the shop lists them all; this takes a while.
report-statement = Statement
report-statements = Statements
report-statement-foot = This statement holds its person's data alone; with pay on it, it is for that person and whoever handles it.
report-statement-foot-names = This statement shows what one person is paid and how, and names others by their places in the group; it is for that person and whoever handles it.

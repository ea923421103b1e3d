### merit why: how somebody came to a result; how the record that is asked for is found

E0802-key = The data has nobody called “{ $text }” among { $count ->
    [one] 1 person
   *[other] { $count } people
}
    .help = Write the key fields in order, as the data has them, and then perhaps a period.
E0802-key-near = The data has nobody called “{ $text }” among { $count ->
    [one] 1 person
   *[other] { $count } people
}
    .help = Is it { $near }? Write: { $command }
E0802-key-several = { $count } people are called “{ $text }”: { $keys }
    .help = Write the whole key: { $command }
E0802-key-period = The data has “{ $key }” for { $periods } only
    .help = Write: { $command }
E0802-no-key = Of whom is not said; the data has { $count } people: { $keys }
    .help = Write: { $command }
sought-latest = The data has “{ $text }” for { $periods }; none was asked for, so this is the latest, { $latest }.

why-head = { $title }  { $who }
why-line-of = { $who }: { $what }
why-between = {"; "}
why-named = { $name } { $value }
why-points = { $points } points
why-gate-failed = { $name } not passed
why-rejected = This record was rejected and has no results:
why-skipped = This row is no record and was skipped:
why-rejected-line = rejected: { $reason }
why-skipped-line = skipped: { $reason }
why-read = What was read
why-values = What was worked out
why-values-then = What was worked out from these
why-truth = { $name } ({ $value })
why-rounded = , rounded half up to { $step }
why-tables = Grades and tables
why-gates = Gates
why-scores = Points
why-item = item
why-scored = points
why-of = out of
why-weight = weight
why-adds = adds
why-because = by which row
why-sum = sum
why-section = { $name }: { $points } points, adds { $weighted } to the total
why-total-of = With exempt items, of what could be earned: { $earned } ÷ { $possible } × { $factor } = { $value }
why-among = {" "}(of { $members })
why-among-counted = {" "}(of { $members }, of whom { $counted } count)
why-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
why-default = not in the data: the default
why-missing = not in the data
why-next = What would help, one field at a time
why-way = ; { $on } = { $was }, so { $taken }
why-failed = not met: { $text } ({ $figures })
why-at-least = { $before } before the lower bound, which pays { $limit }
why-at-most = { $before } before the upper bound, which pays { $limit }
why-next-up = { $distance } short: { $goal } at { $name } { $bound }
why-next-up-open = { $distance } short: { $goal } above { $name } { $bound }
why-next-down = { $distance } too much: { $goal } at { $name } { $bound }
why-next-down-open = { $distance } too much: { $goal } below { $name } { $bound }

### merit next: what would help, one field at a time.

next-head = { $who }: the least change that helps, one field at a time, all else as it is:
next-line = { $field } { $from } → { $to }: { $changes }
next-line-open = { $field } { $from } → { $to }: { $changes } (a smaller change may do; that was not settled)
next-between = {", "}
next-grade = { $before } → { $after }
next-change = { $name } { $before } → { $after }
next-pay = { $name } { $gain }
next-more = { $count ->
    [one] One more change is not listed.
   *[other] { $count } more changes are not listed.
}
next-unsettled = { $field }: whether changing it alone makes { $names } better was not settled.
next-best = Already the best: { $names }.
next-none = Out of reach by changing one field: { $names }.
next-nothing = There is no field to change.
next-no-field = The policy has no field called “{ $name }”.
next-no-field-near = The policy has no field called “{ $name }”; near it: { $near }.

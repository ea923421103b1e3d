### merit next: what would help, one field at a time.

next-head = { $who }: the least change that helps, one field at a time, all else as it is:
next-head-alone = The least change that helps, one field at a time, all else as it is:
next-line = { $field } { $from } → { $to }: { $changes }
next-line-open = { $field } { $from } → { $to }: { $changes } (a smaller change may do; that was not settled)
next-nearest = to reach { $goal }: { $field } { $from } → { $to }
next-between = {", "}
next-grade = { $before } → { $after }
next-points = { $name } { $before } → { $after } points
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
next-left-out = Left out, as touching only pay and mostly set by the shop: { $names }.
next-left-out-option = Left out, as touching only pay and mostly set by the shop: { $names }; see them with --only { $option }.

E0802-fixed = the policy has no field “{ $name }”
    .help = { $option } names fields of the policy, with commas between them; the fields are { $names }
E0802-fixed-near = the policy has no field “{ $name }”
    .help = did you mean “{ $near }”?

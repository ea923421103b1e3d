### The comparison of two policies: merit diff

diff-proved = Same results (proved): every record that both policies admit comes out the same.
diff-differs = Other results: there are records that come out otherwise.
diff-not-decided = Not decided: no record was found that comes out otherwise, and it is not proved that none does.
diff-not-checked = One of the policies is refused, so no results can be compared; only what changed in the text.
diff-no-change = No change of meaning.
diff-changes = { $count ->
    [one] One change:
   *[other] { $count } changes:
}
diff-regions = Where they differ:
diff-more-regions = { $count } more, see --format json.
diff-only-old = Records that only the old policy admits, such as { $record }.
diff-only-new = Records that only the new policy admits, such as { $record }.
diff-line-both = old line { $old }, new line { $new }
diff-line-old = old line { $old }
diff-line-new = new line { $new }
diff-told = { $words } ({ $lines })
diff-axis = { $name } in { $range }
diff-axis-compared = { $name } { $range }
diff-or = {" or "}
diff-axis-absent = { $name } empty
diff-empty = (empty)
diff-moved = { $name } { $old } → { $new }
diff-region = { $name }: with { $region }. Such as { $record }: { $moved }.
diff-person = ({ $record })
diff-region-among = { $name }, among others. Such as ({ $record }), in one period with { $others }: for the first of them { $moved }.
diff-region-any = { $name }. Such as { $record }: { $moved }.
diff-within = { $name } of { $within }
diff-none = (nothing)

diff-added = { $what } is new
diff-removed = { $what } is gone
diff-renamed = { $old } is now called { $new }
diff-moved-bound = { $what }: bound { $old } is now { $new }
diff-weight = { $what }: weight or marks { $old } are now { $new }
diff-value = { $what }: { $old } is now { $new }
diff-row-added = { $what }: one row more, { $new }
diff-row-removed = { $what }: one row less, { $old }
diff-order = { $what }: the order is another one
diff-type = { $what }: read or held otherwise, { $old } is now { $new }
diff-domain = { $what }: another range, { $old } is now { $new }
diff-default = { $what }: where nothing is filled in, { $old } is now { $new }
diff-rounding = { $what }: rounded otherwise, { $old } is now { $new }
diff-ties = { $what }: ties are treated otherwise, { $old } is now { $new }
diff-scale-kind = { $what }: { $old } is now { $new }
diff-bound = { $what }: least or most { $old } is now { $new }
diff-formula = { $what }: worked out otherwise, { $old } is now { $new }
diff-param = { $what }: param { $old } is now { $new }
diff-text = { $what }: words { $old } are now { $new }

diff-header-currency = currency
diff-header-period = period
diff-header-effective = time in effect
diff-header-full_marks = full marks
diff-header-applies = condition of who it is for

diff-people = { $compared } records have a result of both: { $same } stay the same; { $gain } gain, { $more } in all; { $lose } lose, { $less } in all.
diff-people-otherwise = { $count ->
    [one] Who stays the same is paid the same; one of them has another result, { $key }: { $moved }.
   *[other] Who stays the same is paid the same; { $count } of them have another result, such as { $key }: { $moved }.
}
diff-people-why = Why records are rejected, merit eval tells one by one.
diff-people-only = { $old } have a result of the old policy alone, { $new } of the new alone, { $neither } were rejected by both.
diff-refused = { $count ->
    [one] One record that the old policy takes is rejected by the new one:
   *[other] { $count } records that the old policy takes are rejected by the new one:
}
diff-refused-one = { $key }: { $reasons }
diff-grades = Grades that move:
diff-pay = What it costs:
diff-by = By group:
diff-largest = Those who move most:
diff-causes = What each change has of it, by the numbers above:
diff-cause-of = { $key }: { $causes }
diff-cause = { $changes } { $share }
diff-cause-changes = change { $numbers }
diff-cause-one = All of it comes of { $changes }.
diff-sampled = There are too many changes to try all orders of them: the shares are means over some orders, and sum to the difference.
diff-head-from = before
diff-head-to = now
diff-head-count = count
diff-head-name = item
diff-head-old = old
diff-head-new = new
diff-head-delta = change
diff-head-same = same
diff-head-gain = gain
diff-head-lose = lose
diff-head-more = gained
diff-head-less = lost
diff-head-key = who
diff-broken = This was not to happen: { $text }

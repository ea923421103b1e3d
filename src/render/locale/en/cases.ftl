### What is found out about a policy by records of it: what its tests reach, cases, cliffs

## merit check --stats

stats-declarations = declarations: { $count }
stats-fields = fields that are read: { $count }
stats-items = scored items: { $count }
stats-tables = tables: { $count }, of which { $tables } proved to have a row for every value, and one only
stats-rows = rows of tables: { $count }
stats-tests = tests: { $count }
stats-nesting = conditions inside conditions: { $count } deep at most
stats-promises = promises: { $count }, of which { $proved } proved and { $open } not decided

## merit test --coverage

coverage-count = { $kind }: { $reached } of { $all } reached
coverage-missed = No test reaches:
coverage-line = line
coverage-what = what
coverage-text = text
coverage-at = { $line }
coverage-at-in = { $file }:{ $line }
coverage-all-row = rows
coverage-all-guard = guards of rows
coverage-all-branch = branches of formulas
coverage-all-condition = conditions of gates
coverage-all-bound = bounds
coverage-one-row = row
coverage-one-guard = guard
coverage-one-branch = branch
coverage-one-condition = condition
coverage-one-bound = bound
coverage-holds = { $kind } holds
coverage-fails = { $kind } fails
coverage-none = No test stands in the policy, so none of its rows is tried.

## merit cases

cases-count = { $count ->
    [one] 1 record, which passes as a test as it stands.
   *[other] { $count } records, which pass as tests as they stand.
}

## merit cases --mutants

mutants-head = { $left } of { $count } altered policies go unnoticed by the tests; { $noticed } are noticed.
mutants-all = All { $count } altered policies are noticed by the tests.
mutants-untested = No test stands in the policy, so none of { $count } altered policies is noticed.
mutants-none = Nothing in the policy could be altered so that it still checks and pays otherwise.
mutants-equivalent = { $equivalent ->
    [one] One more gives every record the same results, which is proved, and does not count.
   *[other] { $equivalent } more give every record the same results, which is proved, and do not count.
}
mutants-line = line { $line }, { $kind }: { $old } → { $new }
mutants-line-in = { $file } line { $line }, { $kind }: { $old } → { $new }
mutants-dropped = line { $line }, { $kind }: { $old }
mutants-dropped-in = { $file } line { $line }, { $kind }: { $old }
mutants-same = A test above notices it too.
mutants-unwritten = No test block holds the record that tells it apart; --format json shows it.
mutants-open = No record was found that comes out otherwise, and no proof that none does.
mutants-kind-bound = bound moved
mutants-kind-inclusion = the bound itself on the other side
mutants-kind-value = value changed
mutants-kind-weight = weight moved
mutants-kind-row = row dropped
mutants-kind-rounding = rounded otherwise
mutants-kind-otherwise = default changed
mutants-kind-ties = equal places changed

## merit cliffs

cliffs-none = No pay jumps anywhere: a little more of anything changes it a little only.
cliffs-none-seen = No jump of pay was seen.
cliffs-missed = Pay may jump in other places too: there are too many records to look at all.
cliffs-pay = pay
cliffs-field = by
cliffs-step = from one step to the next
cliffs-jump = jumps by
cliffs-people = people
cliffs-between = { $from } → { $to }
cliffs-range = { $least } to { $most }
cliffs-inexact = * There are too many records to look at all: the jump can be less or more.
cliffs-reversal = Doing better pays less: { $field } { $from } → { $to } changes { $pay } by { $loss }, all else the same ({ $record }).

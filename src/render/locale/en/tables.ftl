### Gaps between rows, overlaps, and rows that nothing reaches

term-any = any
term-or = {" or "}
term-then = {"; "}
term-other-text = any other text
term-no-score = , which leaves it without a score and the person without a total
term-no-grade = , which leaves the person without a grade
term-no-outcome = , which leaves the person without a grade, so without{" "}
term-no-answer = , which leaves it without an answer
term-no-output = , which leaves it without{" "}
term-no-rate = , which leaves it without a rate, so without an amount
term-unclear-score = , so it is not clear what it scores
term-unclear-grade = , so it is not clear which grade is earned
term-unclear-outcome = , so it is not clear which grade is earned, nor how much{" "}
term-unclear-answer = , so it is not clear which row answers
term-unclear-output = , so it is not clear what it gives as{" "}
term-unclear-rate = , so it is not clear which rate applies
term-idle = {""}
term-idle-grade = , so nobody can earn this grade

E0501 = “{ $table }” has a gap: no row takes { $point }{ $result }
    .label = none of the rows here holds { $region }
    .help = { $mend ->
        [rest] add a last row { $rest }
       *[row] add a row { $row }, or a last row { $rest }
    }
E0501-between = “{ $table }” has a gap: { $point } falls between { $below } and { $above }, and neither row holds it{ $result }
    .label = the gap is { $region }
    .label-row = { $name } does not hold it
    .help = { $mend ->
        [close] change { $old } to { $new }
        [edit] change { $old } to { $new }, or add a row { $row }
       *[row] add a row { $row }
    }
E0501-alike = “{ $table }” has { $count } gaps of one kind: { $point } falls between { $below } and { $above }, and neither row holds it{ $result }; it is the same between the other rows
    .label = the first gap is { $region }
    .label-row = { $name } has a gap beside it
    .help = let the rows reach up to each other: { $changes }
E0501-above = “{ $table }” has a gap: { $point } lies above { $below }, and no row takes it{ $result }
    .label = the gap is { $region }
    .label-row = { $name } ends here
    .help = { $mend ->
        [edit] change { $old } to { $new }, or add a row { $row }
       *[row] add a row { $row }
    }
E0501-below = “{ $table }” has a gap: { $point } lies below { $above }, and no row takes it{ $result }
    .label = the gap is { $region }
    .label-row = { $name } begins here
    .help = { $mend ->
        [held] if less than 0 is to count as 0, write { $proposal } for { $input }; else add a row { $row }
        [edit] add a row { $row }, or change { $old } to { $new }
       *[row] add a row { $row }
    }
E0501-missing = “{ $table }” does not say what holds for a missing value: no row takes { $point }{ $result }
    .label = the gap is { $region }
    .help = add a row { $row }
E0501-together = “{ $table }” has { $count } gaps or overlaps that are mended together: no row takes { $point }{ $result }
    .label = the first is { $region }
    .label-row = { $name } is one of the rows
    .help = change together: { $changes }
E0501-lone = “{ $table }” has a gap: no row takes { $point }{ $result }
    .label = the gap is { $region }
    .label-row = { $name } does not take it
    .help = write: { $changes }
E0501-guarded = “{ $table }” has a gap: only the row { $guarded }, which has a condition, takes { $point }; where the condition fails no row does{ $result }
    .label = the gap is { $region }
    .label-row = this row counts only where its condition holds
    .help = below it add a row { $row } that says what holds where the condition fails
E0501-partly = “{ $table }” does not speak of everybody: no row takes { $point }{ $result }
    .label = the rows with conditions leave these people out
    .help = { $mend ->
        [score] add { $rows }; if they are to score 0, add { $changes }
       *[row] add { $rows }, or a last row { $row } without a condition
    }
E0501-exempt = “{ $table }” does not say what holds for a missing value: no row takes { $point }{ $result }
    .label = the gap is { $region }
    .label-row = this row is only about those who have a value; an empty cell is not in it
    .help = add { $rows }: whoever the item is not about is then exempt without a value too, and without one scores 0 where { $people }; if everybody without a value is to be exempt, add only { $whole }

E0502 = “{ $table }” has an overlap: { $point } belongs to { $earlier } and to { $later }{ $result }
    .label = this row claims { $region } a second time
    .label-row = { $name } already claims it
    .help = { $mend ->
        [edit] change { $old } to { $new }
        [either] change { $old } to { $new }, or { $older } to { $newer }
        [rows] if { $earlier } goes first there, write in place of { $later }: { $rows }
       *[other] leave { $region } to one of the two rows
    }
E0502-shared = “{ $table }” has { $count } overlaps of one kind: { $point } belongs to { $earlier } and to { $later }{ $result }; it is the same between the other rows
    .label = the first overlap is { $region }
    .label-row = { $name } shares a bound with the row beside it
    .help = let each bound belong to one row only: { $changes }
E0502-together = “{ $table }” has { $count } gaps or overlaps that are mended together: { $point } belongs to { $earlier } and to { $later }{ $result }
    .label = the first is { $region }
    .label-row = { $name } is one of the rows
    .help = change together: { $changes }
E0502-lone = “{ $table }” has an overlap: { $point } belongs to { $earlier } and to { $later }{ $result }
    .label = this row claims { $region } a second time
    .label-row = { $name } already claims it
    .help = write: { $changes }
E0502-alike = “{ $table }” has an overlap: { $point } belongs to { $earlier } and to { $later }; both answer alike, but a later change to only one of them would go wrong
    .label = this row claims { $region } a second time
    .label-row = { $name } already claims it
    .help = { $mend ->
        [edit] change { $old } to { $new }
        [either] change { $old } to { $new }, or { $older } to { $newer }
        [rows] write in place of { $later }: { $rows }
       *[other] leave { $region } to one of the two rows, or make them one row
    }

E0503 = the row { $row } of “{ $table }” is never reached: all its values already go to { $by } above it
    .label = nobody ever comes to this row
    .label-row = { $name } stands before it
    .help = delete this row, or narrow the rows above it
E0503-upside-down = the ladder “{ $table }” is upside down: the row { $row } is never reached, because { $by } above it is wider and takes all of it first
    .label = nobody ever comes to this row
    .label-row = { $name } is wider and yet comes first
    .help = move the row { $row } above { $by }: the strictest comes first
E0503-wider = the row { $row } of “{ $table }” is never reached: { $by } above it is wider and takes all of it first
    .label = nobody ever comes to this row
    .label-row = { $name } is wider and yet comes first
    .help = move the row { $row } above { $by }, or delete it
E0503-rest = the row { $row } of “{ $table }” is never reached: { $by } above it takes all that is left
    .label = nobody ever comes to this row
    .label-row = this takes everything that the rows above it left
    .help = move { $by } to the end, below { $row }
E0503-outside = the row { $row } of “{ $table }” is never reached: { $input } is always between { $first } and { $last }
    .label = nobody ever comes to this row
    .help = delete this row, or widen what { $input } may be ({ -in } […], { -decimals } …)
E0503-short = the row { $row } of “{ $table }” is never reached: { $input } is only from { $first } to { $last }, because “{ $item }” scores { $most } at most, not the full { $full }
    .label = nobody comes to this row
    .help = keep the row; first put “{ $item }” on the scale of { $full }, as W0516 says
E0503-absent = the row { $row } of “{ $table }” is never reached: { $input } can only be { $values }
    .label = nobody ever comes to this row
    .help = delete this row
E0503-apart = the row { $row } of “{ $table }” is never reached: one input stands in several columns, and no value of it fits all of them
    .label = nobody ever comes to this row
    .help = name the input once after { -by }, with one pattern a row

E0504 = “{ $table }” has too many rows and inputs to look for every gap and overlap
    .label = this table was not looked through to its end
    .help = split it into smaller tables, or add a last row { -otherwise } => …
E0504-many = “{ $table }” has more than a thousand gaps or overlaps: only the first { $shown } of each are listed
    .label = this table was not looked through to its end
    .help = mend those that are listed and check again: most of the others go with them

W0501 = the points of “{ $table }” rise, fall and rise again: { $row } scores less than the rows on both sides
    .label = this scores { $low }
    .label-row = { $name } scores { $points }
    .help = check whether the points of { $row } are meant so
W0501-peak = the points of “{ $table }” fall, rise and fall again: { $row } scores more than the rows on both sides
    .label = this scores { $low }
    .label-row = { $name } scores { $points }
    .help = check whether the points of { $row } are meant so
W0502 = the row { $row } of “{ $table }” is never used: { $input } is always between { $first } and { $last }{ $result }
    .label = nobody ever comes to this row
    .help = keep it if it is meant for later; otherwise delete it, or widen what { $input } may be
W0502-single = the row { $row } of “{ $table }” is never used: { $input } is always { $values }{ $result }
    .label = nobody ever comes to this row
    .help = keep it if it is meant for later; otherwise delete it, or widen what { $input } may be
W0503 = the { -otherwise } of “{ $table }” is never used: the rows above it take every value
    .label = nothing is left for this row
    .help = delete this row; should a gap ever open, the check will tell
W0504 = “{ $scale }” pays less for more: when { $input } reaches { $bound }, the amount drops by { $drop }, from { $before } to { $after }
    .label = from here on all of { $input } is paid at { $rate }
    .help = write { -marginal } in place of { -whole } if each part is to be paid at its own rate

W0505 = the row { $row } of “{ $table }” is never reached: everybody who fulfils its condition already goes to { $by } above it{ $result }
    .label = nobody ever comes to this row
    .label-row = { $name } stands before it
    .help = move the row { $row } above { $by }, or delete it
W0505-same = the row { $row } of “{ $table }” is never reached: { $by } above it has the same condition and takes all of it{ $result }
    .label = nobody ever comes to this row
    .label-row = { $name } stands before it
    .help = delete one of the two rows, or correct the condition of one
W0506 = the row “{ $guarded }” of “{ $table }” is not about a missing value: with { $point }, whoever its condition holds for gets “{ $row }” all the same
    .label = an empty cell comes here, whatever the condition above says
    .label-row = { -any } is any value, and not a missing one
    .help = if the upper row is meant for them too, put { $proposal } before “{ $row }”; if not, say so with { $wanted }

### Several policies that share out the records

term-through = {" "}to{" "}
term-any-record = any record

E0510 = { $region }: none of the policies takes it, so such a record gets no pay
    .label = “{ $name }” does not take it
    .label-beside = “{ $other }” does not take it either
    .help = Change { -applies } { -when } of one of them, so that it takes { $point }, or add a policy for it
E0510-time = No policy is in effect for { $region }, so the records of that time get no pay
    .label = “{ $name }” does not reach this time
    .label-beside = “{ $other }” does not reach it either
    .help = Let { -until } of the earlier one be later, or { -effective } { -from } of the later one earlier, so that their dates meet
E0511 = { $region }: both “{ $name }” and “{ $other }” take it, so it is not clear which of them gives the pay
    .label = “{ $name }” takes it
    .label-other = “{ $other }” takes it too
    .help = Change { -applies } { -when } or { -effective } of one of them, so that { $point } belongs to one only
E0511-open = “{ $name }” does not say which records are its own, so it takes all; { $region } is taken by “{ $other }” too, and it is not clear which of them gives the pay
    .label = add a line { -applies } { -when } … to the { -policy } block
    .label-other = “{ $other }” takes it too
    .help = Say in the { -policy } block of “{ $name }” which records are its own, such as { -applies } { -when } FIELD = VALUE, by a field that tells the policies apart
E0512 = It is not clear which records “{ $policy }” takes: { $text } does not compare one field with fixed values, so it cannot be proved that every record belongs to exactly one policy
    .label = this must be worked out first
    .help = Compare fields with fixed values only, such as post = aftersales or service >= 12, joined by { -and }, { -or }, { -not }
E0512-type = The policies write “{ $name }” in different ways: a cell is one thing to one of them and another thing to the other, so nobody can tell whose a record is
    .label = written so here
    .label-other = written otherwise here
    .help = Write it alike, best in one file that the policies { -use }
E0512-domain = What “{ $name }” can be in all the policies together is too wide to prove that every record belongs to exactly one policy
    .label = what it can be
    .help = Give it a range, such as { -in } [0, 1000]
E0512-period = “{ $policy }” holds for a time only, but its records have no period, so nobody can tell of when a record is
    .label = its time stands here
    .help = Add a period to the { -record }, such as month : { -month }, { -period }
E0512-wide = The policies' { -applies } { -when } have too many cases to prove that every record belongs to exactly one policy
    .label = one of them
    .help = Make the conditions simpler, such as by one field first
E0512-handover = The later version looks at “{ $name }” of earlier periods, and the earlier version has none
    .label = looked at in earlier periods here
    .label-earlier = its results do not have it
    .help = Let the earlier version work it out too, under the same name; if nothing is carried on, give the versions different titles
E0512-handover-other = The later version looks at “{ $name }” of earlier periods, which in the earlier version is another kind of value, or goes beyond what it can be here
    .label = looked at in earlier periods here
    .label-earlier = as the earlier version has it
    .help = Let it be the same kind of value in both, with the same range; if nothing is carried on, give the versions different titles

### What a policy ensures

E0530 = “{ $text }” does not hold for every record: where { $record }, it comes to { $outcome }
    .label = broken by such a record
    .help = change the rule that gives this, or ensure what does hold; where no record can be like this, say so at its field: { -in } [least, greatest]
E0530-record = “{ $text }” does not hold for every record: a record with { $record } is admitted
    .label = broken by such a record
    .help = narrow what the fields may be: { -in } [least, greatest]; or ensure what does hold
E0530-never = “{ $text }” never holds, whatever is in the record
    .label = holds for nobody
    .help = ensure what does hold, or delete the line
E0530-falls = “{ $text }” does not hold: with { $record }, whoever has { $field } { $less } gets { $value } { $before }, and with { $more } only { $after }
    .label = more of { $field } lowers { $value }
    .help = look at the rows and rates where { $field } goes from { $less } to { $more }; or delete the line if it is meant so
E0530-falls-alone = “{ $text }” does not hold: whoever has { $field } { $less } gets { $value } { $before }, and with { $more } only { $after }
    .label = more of { $field } lowers { $value }
    .help = look at the rows and rates where { $field } goes from { $less } to { $more }; or delete the line if it is meant so

W0530 = “{ $text }” is neither proved nor refuted: no record was found that breaks it
    .label = every run checks it
    .help = nothing needs to be done; narrower fields ({ -in } [least, greatest]) make more provable
W0530-joint = “{ $text }” depends on other records, periods or rows, so it cannot be proved beforehand
    .label = every run checks it
    .help = nothing needs to be done; merit eval tells the records that break it
W0530-unwatched = “{ $text }” depends on other records, periods or rows by way of that field, so it can be neither proved nor checked in a run
    .label = nobody checks this
    .help = ensure it of a value that comes from the record alone, such as a pay line

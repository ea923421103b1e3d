### merit repl: the interactive session

repl-typed-value = reply_rate = 98%
repl-typed-value-about = give a field (or metric) of the record a value
repl-typed-look = rating.factor
repl-typed-look-about = see a value and the row that it comes from
repl-typed-compute = reply_rate >= 95%
repl-typed-compute-about = compute an expression
repl-typed-param = rate = 5%
repl-typed-param-about = another value for a param of the policy, and who moves by it
repl-typed-declare = { -param } rate : …
repl-typed-declare-about = a whole declaration in the place of the one of its name, and who moves by it
repl-called = It may be typed as: { $words }

repl-usage-load = FILE
repl-about-load = load a policy
repl-usage-data = FILE
repl-about-data = load data, and take its first record that can be used
repl-usage-record = N
repl-about-record = take the record whose key or name is N, or number N
repl-usage-show = [NAME]
repl-about-show = show the record and its results, or one value
repl-usage-list = {""}
repl-about-list = list everything that has a value
repl-usage-why = [NAME|statement|line|all]
repl-about-why = show how the record came to its results, or the row that a value comes from
repl-usage-next = [HOW MANY]
repl-about-next = show what would help most, and how far the next step is
repl-usage-diff = {""}
repl-about-diff = show what was changed against the file, and who moves
repl-usage-row = TABLE N "…"
repl-about-row = another row in the place of row N of a table, and who moves by it
repl-bare-row = :row needs a table, the number or label of a row, and the row, as in :row response 2 "(30s, 45s] => 80"
repl-bare-next = :next takes how many, as in :next 5
repl-usage-undo = {""}
repl-about-undo = take the last change back
repl-usage-redo = {""}
repl-about-redo = make a change again that was taken back
repl-usage-with = NAME=FILE
repl-about-with = load the rows of a lookup or of details
repl-usage-history = FILE
repl-about-history = load results of an earlier run
repl-usage-table = [NAME, …]
repl-about-table = show all records as a table, or these columns of them
repl-usage-who = CONDITION
repl-about-who = show the records of which something is so, as in :who rating = D
repl-usage-sort = NAME [desc]
repl-about-sort = show all records in the order of a value
repl-usage-set = NAME = VALUE
repl-about-set = another value for a field of the record, or for a param, a row or a weight of the policy
repl-usage-save = [FILE|as test "NAME"]
repl-about-save = write the changes into the file, or the policy into a new one; or make a test of the record
repl-usage-reload = {""}
repl-about-reload = read the file again; data, record and the changes made here stay
repl-usage-type = NAME or expression
repl-about-type = its type, and which values it can have
repl-usage-edit = [NAME]
repl-about-edit = the policy, or one declaration, in your editor ($EDITOR)
repl-usage-watch = {""}
repl-about-watch = watch the file of the policy: whenever it is saved elsewhere, see who moves
repl-usage-explain = CODE
repl-about-explain = show the page of a code, such as E0501
repl-usage-time = LINE
repl-about-time = show how long a line takes
repl-usage-check = {""}
repl-about-check = show the errors and warnings of the policy
repl-usage-test = [NAME]
repl-about-test = run all tests, or one
repl-usage-reset = {""}
repl-about-reset = take all changes back, those of the record too
repl-usage-help = [NAME]
repl-about-help = show what can be typed, or what a command or a value is
repl-usage-quit = {""}
repl-about-quit = end (quit, exit and Ctrl-D do, too)

repl-welcome = Merit, interactive. :help tells what to type, :quit ends.
repl-unknown = There is no command :{ $word }; :help lists them.
repl-unknown-near = There is no command :{ $word }. Did you mean :{ $near }?
repl-bare-load = :load needs a policy file, as in :load policy.merit
repl-bare-data = :data needs a data file, as in :data march.xlsx
repl-bare-record = :record needs a key, a name or a number, as in :record 2
repl-more = Nothing stands behind :{ $word }; “{ $rest }” is too much.
repl-no-test = No test is called “{ $text }”. There are: { $names }
repl-no-test-near = No test is called “{ $text }”. Did you mean “{ $near }”?
repl-clean = The policy has no errors and no warnings.
repl-passed = passes  { $name }
repl-failed = fails   { $name }
repl-miss = { $name } should be { $expected } and is { $got }
repl-no-tests = The policy has no tests.
repl-no-policy = No policy that can be evaluated is loaded: :load policy.merit first
repl-hangs = What changes with it: { $names }
repl-hangs-nothing = No result uses it.
repl-no-name = Nothing is called { $name }; :list shows everything.
repl-no-data = No data is loaded in which { $text } could be: :data FILE first
repl-no-record = The data has no “{ $text }”: { $count ->
    [one] its one record goes
   *[other] its { $count } records go
} by key, name or number.
repl-no-record-near = The data has no “{ $text }” among { $count ->
    [one] 1 record
   *[other] { $count } records
}. Did you mean { $near }?
repl-several = Several records are “{ $text }”: numbers { $numbers }. Take one by its number.
repl-rejected = Record { $number } ({ $key }) is rejected and has no results; no record is at hand now.
repl-loaded = Loaded { $file }: { $title }
repl-loaded-wrong = Loaded { $file }: { $title }, but it has errors that must be mended first.
repl-data = Loaded { $file }: { $usable ->
    [one] 1 record
   *[other] { $usable } records
} can be evaluated.
repl-data-rejected = Loaded { $file }: { $usable ->
    [one] 1 record
   *[other] { $usable } records
} can be evaluated, { $rejected ->
    [one] 1 is
   *[other] { $rejected } are
} rejected: { $whose }{ $more ->
    [0] .
   *[other] {""} and { $more } more.
} :record tells why.
repl-record = Record { $number } ({ $key }):
repl-value = { $name } = { $value }
repl-change = { $name }: { $before } → { $after }
repl-taken = Changed.
repl-added = Added.
repl-unchanged = Nothing was changed.
repl-reset = All changes are taken back.
repl-reset-record = All changes are taken back; { $key } is as in the data again.
repl-pinned = Note: { $name } is a given value now and no longer follows its definition; :reset takes it back.
repl-people = Of { $all } records in the data, { $changed ->
    [1] 1 has
   *[other] { $changed } have
} other results now.
repl-mover = { $who } { $before } → { $after } ({ $by })
repl-movers-more = { $count } more
repl-movers-same = { $count } { $told ->
    [0] {""}with
   *[other] more with
} the same { $measure ->
    [pay] pay
   *[scores] score
} and other results
repl-moved-total = In all { $before } → { $after }
repl-no-undo = There is no change to take back.
repl-no-redo = There is no change to make again.
repl-undone = Taken back: { $what }
repl-redone = Made again: { $what }
repl-goes-on = … goes on here; Ctrl-C leaves it
repl-waits = The policy is not whole, and nothing is evaluated until it is; :check shows what is missing.
repl-no-diff = The policy is as in its file.
repl-diff-wrong = The policy, or its file, has errors that must be mended before both can be compared; :check shows them.
repl-given-left = The values that were given to the record are left; :undo brings them back.
repl-given-lost = By this change what was given no longer fits and is gone: { $names }. :undo brings it back.
repl-data-lost = By this change { $file } cannot be read, and there is no data now; :undo brings it back.
repl-record-lost = By this change { $key } is rejected, and no record is at hand now; :undo brings it back.
repl-still-wrong = The policy has { $count ->
    [one] 1 error
   *[other] { $count } errors
} to mend before it can be evaluated; :check shows them.
repl-open = Kept, but { $message }. Nothing is evaluated before they add up. Now: { $parts }
repl-rows-open = Kept, but { $message }. Nothing is evaluated before the rows fit.
repl-rows-open-too = Besides, { $message }.
repl-rows-next = Next, for instance: { $typed } – or :undo
repl-several-outputs = { $name } answers several things: { $names }. Name the one to change: { $typed }
repl-no-output = { $row } answers nothing called { $name }; it has: { $names }
repl-no-outputs = { $row } has one answer without a name; write: { $row } = …
repl-colon = { $word } is a command, and those begin with a colon: { $typed }
repl-no-rows = No score, grade, table or scale is called { $name }; :list shows everything.
repl-formula = { $name } is a formula and has no rows; to change it, type the whole declaration again, or :edit { $name }
repl-no-owner = No score, grade, table or scale is called { $name }. There are: { $names }
repl-no-owner-near = No score, grade, table or scale is called { $name }. Did you mean { $near }?
repl-no-item = No score is called { $name }. Those with a weight are: { $names }
repl-no-item-near = No score is called { $name }. Did you mean { $near }?
repl-weight-meant = To change the weight, write: { $typed }
repl-row-meant = This is a row of a table. Tell which row of which table, as in: { $typed }
repl-new-name = Nothing is called { $name }. To add it, write: { $typed }
repl-new-name-near = Nothing is called { $name }. Did you mean { $near }? To add it, write: { $typed }
repl-record-meant = That is a person in the data. To look at the record, write: { $typed }
repl-command-near = Nothing is called { $word }. Did you mean { $typed }?
repl-members = Nothing is called { $name } by itself. Did you mean { $names }?
repl-compared = (Here = compares: { $name } is worked out and cannot be given a value. Nothing is changed.)
repl-value-type = { $name }: { $type }
repl-value-title = in full { $title }
repl-value-among = can be { $values }
repl-value-between = { $least } to { $most }, in steps of { $step }
repl-value-optional = can be missing
repl-unattended = { $command } works at a terminal only.
repl-no-declaration = No declaration is called { $name }; :list shows all values, :edit opens the whole policy.
repl-edit-failed = The editor did not end well; the policy is not changed.
repl-edit-same = Nothing was changed.
repl-edit-kept = The policy is not changed. What you wrote is kept: :edit again goes on with it.
repl-watching = Watching { $file }: whenever it is saved elsewhere, who moves is told here. Enter or Ctrl-C ends it.
repl-watched = No longer watching.
repl-bare-type = :type needs a name or an expression, as in :type total
repl-no-row = { $name } has no such row; it has { $count ->
    [one] 1 row
   *[other] { $count } rows
}:
repl-bare-with = :with needs a name and a file, as in :with orders=march-orders.csv
repl-bare-history = :history needs a file of earlier results
repl-bare-who = :who needs a condition, as in :who rating = D
repl-bare-sort = :sort needs the name of a value, and perhaps desc, as in :sort total desc
repl-bare-set = :set needs a name and a value, as in :set complaints = 3
repl-bare-explain = :explain needs a code, as in :explain E0501
repl-bare-time = :time needs a line, as in :time :table
repl-bare-test = The test needs a name, as in :save as test "many complaints"
repl-no-relation = The policy has no lookup and no details called { $name }. It has: { $known }
repl-beside = Loaded { $file }.
repl-no-people = There are no records to show: load a policy that can be evaluated, then :data FILE
repl-no-condition = “{ $text }” is no condition: it must come to yes or no, as in rating = D
repl-who = { $count } of { $all } records{ $count ->
    [0] .
   *[other] :
}
repl-no-name-near = Nothing is called { $name }. Did you mean { $near }?
repl-columns-left-out = The window has no room for { $count ->
    [one] 1 more column
   *[other] { $count } more columns
}: { $columns } …
repl-table-rejected = { $count ->
    [one] 1 record is
   *[other] { $count } records are
} rejected: { $whose }
repl-table-provisional = { $count ->
    [one] 1 record is
   *[other] { $count } records are
} provisional, as what they come to hangs on rejected ones: { $whose }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
repl-rows-left-out = … { $count } left out …
repl-no-code = There is no code { $text }.
repl-took = It took { $count } ms
repl-left = The changes were not saved and are gone.
repl-save-none = There is nothing to save: the policy is as it was loaded.
repl-save-stale = There is nothing to save; but { $file } was changed elsewhere since it was loaded: :reload reads it.
repl-not-saved = Nothing was saved; the file is as it was.
repl-saved = Saved { $files }
repl-save-name = The policy has no file yet; name one, as in :save policy.merit
repl-save-used = Some of the changes are in files that the policy uses, which do not fit into { $file }; :save writes each into its own.
repl-save-there = { $file } is there already and was not written over. Take another name.
repl-file-changed = { $file } was changed elsewhere since it was loaded; nothing was saved. First :reload, which keeps the changes made here, then :save. What was changed elsewhere:
repl-kept = The policy that was loaded before stays.
repl-reloaded = Read { $file } again
repl-reload-same = Nothing is otherwise.
repl-reload-with = The changes made here stay.
repl-reload-stays = A declaration that was removed here was changed in the file and stays: { $text }
repl-reload-without = The changes made here do not go with the new file, and are not in it; :undo finds them again.
repl-test-there = There is a test called “{ $name }” already; take another name.
repl-test-made = The test “{ $name }”:
repl-test-others = The results hang on other records, lookups or earlier periods; by itself the record does not come to them. No test “{ $name }” was made.
repl-test-unsaved = The test stands with the other changes; :save writes them.

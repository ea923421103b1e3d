### What the command line and the interactive session say

tally-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
tally-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
tally-between = {", "}
remedy-help = {"To mend: "}
remedy-edit = Change it to:
remedy-edit-in = In { $file } change it to:
remedy-more = { $count ->
        [one] One more line is
       *[other] { $count } more lines are
    } not shown; merit check --format json has the whole edit
remedy-more-fix = { $count ->
        [one] One more line is
       *[other] { $count } more lines are
    } not shown; merit check --fix makes the whole edit, --format json has it
remedy-or = Or:
remedy-or-in = Or in { $file }:

## Help

about-merit = Write a shop's appraisal policy as rules that can be proved, and work out everyone's score, grade and pay by it.
about-new = List the ready-made policies, or take one to start from, with an empty data sheet that fits
about-check = Check a policy: how it is written, units, weights, and proof that no table has a gap or an overlap
about-eval = Evaluate data: scores, grades and pay for every record, by one policy or by the one of several that it belongs to
about-why = Tell how somebody came to a score, a grade and a pay: by which lines of the policy and which cells of the data, and how far the next label is
about-reconcile = Hold a sheet that was worked out by hand against the policy, cell by cell: what differs, by how much, and the likely cause
about-next = Tell the least change of one field by which somebody earns more points, a better grade or more pay
about-replay = Evaluate again what a receipt is of, and tell whether every hash, count and total is the same, and what changed where not
about-test = Run the tests that stand in a policy
about-cases = Write records at every bound of a policy and one step to either side as tests
about-cliffs = List every jump of pay along every figure, and where doing better pays less; with data, how many people stand beside each
about-diff = Compare two policies: what changed, whether the results are the same (proved, or with a record), who gains and who loses
about-doc = Write a policy as a page for the people it is applied to: points, grades and pay in words, with worked examples and the fine print
about-report = Write the month as a page for the shop: grades, pay, how each item fell out, what was rejected; and a statement a person
about-repl = Try things out: load a policy and a record, compute, change a row, see what changes
about-schema = Describe what a policy reads and gives: JSON Schema, or an empty sheet to fill in for one's own policy
about-explain = Explain the code of an error or a warning, or list all codes
about-completions = Write a completion script: Tab then completes commands and options
about-man = Show the manual page of a command, or write all of them to a folder
about-help = Show the help of a command

heading-usage = Usage
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
heading-examples = Examples
colon = :

option-lang = Language (default: by locale, then policy)
option-ascii = Draw with ASCII characters only
option-help = Show this help
option-version = Show the version
option-template = Name of a ready-made policy; without it, all are listed
option-file = File to write (default: the name of the ready-made policy and .merit)
option-empty_sheet = Write an empty sheet, xlsx or csv, and those of the other tables that the policy reads
option-described_in = File to write
option-page_in = Write it to this file, .html or .md (default: Markdown to standard output)
option-pages_in = Where to: .html is one page, .xlsx a workbook with a sheet a person; a folder gets index.html for the shop and a file a person
option-statements = Put the statement of each person into the same file, a printed page each
option-earlier = Results of an earlier merit eval: tells who moved, and why
option-others = Ranks on statements name the others of the group; without it they count them
option-page_format = The format: markdown or html (default: by the ending of the file)
option-force = Overwrite files that exist
option-policies = Policy files, - for standard input
option-compared = The old policy, the new policy, then data; one policy is both with --set-new
option-new_settings = Another value for a param of the new policy, such as rate=3%
option-by = Put people together by this field, such as shop
option-fail_if = End with 1 where this is so, such as 'budget > 3%' or 'lose > 0'; names are budget, lose, gain, largest-loss, grade-down
option-lines = Do this line, such as ':record A06', and end; may be given several times
option-policy = Policy file
option-files = Policy (.merit) and data files, - for standard input
option-format = Format of the output: human (the default), json or sarif
option-stats = Tell how large the policy is and what is proved of it
option-deny = With --deny warnings a policy with warnings does not pass
option-fix = Mend at once what cannot change any result
option-warn = Also show what is odd but may well be meant so: --warn all
option-together = Check also that every record belongs to exactly one of the policies
option-cases_in = Write to this file: .csv is a sheet that merit test --from reads, all else holds test blocks
option-settings = Another value for a param: --set rate=3%
option-asked = Policy (.merit), data, then the key of the record; a period comes last, and without one it is the latest
option-most = How many at most
option-fixed = Fields that cannot change, by name or title, with commas between them
option-only = Looks at these fields only, by name or title, with commas between them; without it, what touches only pay and is mostly set by the shop is left out
option-replayed = The receipt, then policies (.merit) and data; those of the receipt where none are given
option-depth = How much: line, statement (the default) or all
option-shape = Output for people, human (the default), or for programs, json
option-everybody = Every record of the data
option-against = The sheet that was worked out by hand: CSV, TSV, xlsx, xls, ods, JSON
option-sheet_of_theirs = Which sheet of that workbook: its name, or its number from 1
option-map = A column that the sheet calls otherwise: column of the policy=column of the sheet; may be repeated
option-of_period = Compare this period alone; needed where the sheet has no column for it and the data have several
option-marked_in = Write every difference into an .xlsx, with the cells that differ coloured, or a .csv
option-run = A file that holds the options of a run: merit eval --run march.toml; what the command says goes before it
option-output = Where results go, by ending: csv, jsonl, json, xlsx, parquet; else CSV on standard output
option-columns = Columns of the result by name or title, with commas between them, or all; _file and _row tell where a record stands
option-table = Draw a table, as on a terminal, wherever results go
option-headers = Heads of columns: names as in the policy, or titles, with words for what became of a record
option-mutants = Tell which altered policies the tests in the file would not notice, each with the test to add
option-encoding = Encoding of the data files, such as gb18030; found out where it is not given
option-sheet = Sheet of a workbook: its name, or its number from 1 among those that are shown
option-hidden_rows = Read rows of a workbook that are hidden, by a filter or by hand, too
option-strict = Fail as a whole where one record is rejected, and write nothing
option-hold_back = Reject also what hangs on rejected records of its group, or on a period that is not there
option-rejects = Write the rejected records with their reasons to a file of their own
option-receipt = Keep the summary of this run as JSON
option-summary_only = Write no records, only the summary as JSON on standard output
option-with = Data of lookups and details: NAME=FILE
option-history = Results of earlier runs: a file, or a folder of results with their receipts
option-reference = Evaluate each record by itself: the same results, only slower; to compare
option-explain_plan = Show how records are evaluated by their columns, and evaluate none
option-threads = Number of threads
option-coverage = Tell which rows, guards, branches, conditions and bounds no test reaches
option-from = Tests that stand in a sheet, a row a test: columns are named as what is given, or = and the name of what is expected
option-marked = With --coverage: show the text of the policy, each line with how many tests reach it
option-data = Data file to load
option-code = The code, such as E0501, or 501 alone; without it, all of them are listed
option-page = Which command; without it, merit itself
option-folder = Write all pages to this folder, which is made where there is none
option-about = Which command; without it, all are listed
option-shell = Which shell: bash, zsh, fish, powershell or elvish

## Explanations

explain-usage = merit explain 501 tells about one of them.
explain-more-several = More about { $code }: { $command }; the same for { $others }
explain-more = More about { $code }: { $command }
explain-E01 = How things are written
explain-E02 = Names, types and units
explain-E03 = Scores, weights and other declarations
explain-E04 = Arithmetic
explain-E05 = Rows of tables, several policies, promises
explain-E07 = Data
explain-E08 = Files and commands
explain-W02 = Doubtful conditions and fallbacks
explain-W03 = Doubtful declarations
explain-W04 = Doubtful arithmetic
explain-W05 = Doubtful rows of tables
explain-W07 = Doubtful data

## Wrong usage

E0801 = From line { $line } on this is not UTF-8 text, so the policy cannot be read
    .help = Open it in an editor and save it as UTF-8.
E0802-is-data = This is data, not a policy
    .help = A policy is text in a file that ends in .merit. To work with this data: merit eval policy.merit { $file }; if you have no policy yet, begin with one from merit new.
E0802-is-workbook = This is a workbook with data, not a policy
    .help = A policy is text in a file that ends in .merit. To work with this workbook: merit eval policy.merit { $file }; if you have no policy yet, begin with one from merit new.
E0802-is-renamed = Its name ends in .merit, but it holds data, not a policy
    .help = Give data its own ending again, such as .csv or .xlsx; write rules that stand in a table as text, and save that as .merit.
E0802-is-document = This is a document, and no policy can be read from it
    .help = Write the rules as text into a file that ends in .merit, and check that; changing one from merit new is the quickest way.
E0802-page = The page could not be made, which is a fault of this program: { $error }
    .help = Please send us the policy and the command.
E0802-report-nowhere = Where to write the pages is not said
    .help = One page: { $file }
        A file a person: { $folder }
        A workbook: { $book }
E0802-report-ending = The ending of { $file } does not say what to write
    .help = Write -o { $renamed }; for a file a person, name a folder.
E0802-report-by = No field is called { $name }
    .help = There are { $known }.
E0802-report-many = There are { $count } records; one file holds { $most } statements at most, since no program opens more
    .help = Write a file a person into a folder: -o statements/
E0802-report-no-key = The policy does not say by which field people are told apart, so nobody is found in the earlier results
    .help = Mark that field in its record with key, such as staff_no : text, key
E0802-doc-ending = The ending of { $file } does not say which format to write
    .help = Write -o { $renamed }; for Markdown, end it in .md.
E0802-doc-other = The ending of { $file } and --format { $format } say two things
    .help = Leave out --format, or change the ending.
E0802-set = --set { $text } does not name a param and a value
    .help = Write --set PARAM=VALUE, such as --set rate=3%.
E0802-with = --with { $text } does not name a lookup or details and a file
    .help = Write --with NAME=FILE, such as --with orders=orders.csv.
E0802-with-unknown = The policy has no lookup or details called { $name }
    .help = It has: { $known }.
E0802-with-none = The policy has neither lookups nor details, so --with { $name }=… is for nothing
    .help = Leave it out.
E0802-history = The policy looks back at no earlier period, so --history is for nothing
    .help = Leave it out.
E0802-reconcile-map = --map { $text } does not say which column is which
    .help = Write --map COLUMN-OF-THE-POLICY=COLUMN-OF-THE-SHEET, such as --map pay=net.
E0802-reconcile-map-twice = --map { $text } names a column for a second time
    .help = One column is one column; drop one of the two.
E0802-reconcile-map-unknown = The policy has no column called { $name }
    .help = The column of the policy stands left of the sign, that of the sheet right of it.
E0802-reconcile-map-near = The policy has no column called { $name }
    .help = Perhaps --map { $near }={ $theirs }?
E0802-reconcile-map-absent = The sheet has no column called “{ $title }”
    .help = What stands right of the sign in --map is the head of the column.
E0802-reconcile-map-absent-near = The sheet has no column called “{ $title }”, but one called “{ $near }”
    .help = What stands right of the sign in --map is the head of the column.
E0802-reconcile-period = --period { $text } is no period of this policy
    .help = Write it as the policy has it, such as 2024-03.
E0802-reconcile-no-periods = The policy has no periods, so that --period { $text } says nothing
    .help = Leave it out.
E0802-reconcile-which-period = The sheet has no column for the period and the data have several: { $periods }; of which it is, is not known
    .help = Add --period, such as --period { $latest }.
E0802-reconcile-no-key = The policy has neither a key nor names, so that nothing tells whose a row is
    .help = Write { -key } behind the field of the policy that tells people apart.
    .help = Leave it out in this version.
E0802-form-without = { $one } is there for { $option }
    .help = Add { $option }, or leave { $one } out.
E0802-from-several = --from is for the tests of one policy
    .help = Name one policy, with the sheet that has its tests.
E0802-from-unknown = { $file }: nothing in the policy is called { $title }
    .help = A column of a sheet of tests is headed by the name or title of a field or metric that is given, or by = and the name of a value that is expected. A column of remarks is headed #.
E0802-from-near = { $file }: nothing in the policy is called { $title }
    .help = Is it { $near }? A column of remarks is headed #.
E0802-from-nothing = { $file }: no column says what is expected, so no test in it could fail
    .help = Head a column = and the name of a value, such as = wage, and write into it what must come out.
E0802-from-idle = { $at }: this row expects nothing, so it could not fail
    .help = Write what must come out into a column headed =, or delete the row.
E0802-from-given = { $at }: { $name } is given, and expected too
    .help = Leave one of the two cells empty.
E0802-cliffs-several = merit cliffs looks at one policy
    .help = Name one policy; the data may follow.
E0802-range = --range { $text } does not name lines
    .help = Write --range FIRST:LAST, counted from 1, such as --range 10:20.
E0802-range-files = --range is about the lines of one file, and here are several
    .help = Give one file, or leave --range out.
E0802-no-policies = There is no policy, whose name ends in .merit, in { $folder }
    .help = Give policy files, or a folder that holds some.
E0802-code = There is no page for { $text }
    .help = merit explain lists all codes.
E0802-template = There is no ready-made policy called { $text }
    .help = There are: { $known }.
E0802-exists = { $file } exists already and was left as it is
    .help = Give another file name, or --force to overwrite it.
E0802-option = There is no option { $text }
    .help = { $help } lists the options.
E0802-option-near = There is no option { $text }
    .help = Is it { $near }? { $help } lists the options.
E0802-surplus = { $text } is one too many
    .help = { $help } tells how the command is written; quote names that have blanks.
E0802-surplus-policy = { $text } is one policy too many: this command takes one
    .help = Give them one after the other; merit eval, check, report and why take several together. { $help } tells how the command is written.
E0802-command = There is no command { $text }
    .help = merit help lists the commands.
E0802-command-near = There is no command { $text }
    .help = Is it merit { $near }? merit help lists the commands.
E0802-planned = There is no command { $text } yet; it is to come
    .help = { $instead }
E0802-no-command-for = What to do with { $text } is not said
    .help = To check the policy: { $one }; to evaluate data: { $other }.
E0802-no-command-for-data = What to do with { $text } is not said
    .help = To evaluate this data: { $command }.
E0802-lacking = { $text } is missing
    .help = { $help } tells how the command is written.
E0802-template-other = The empty sheet is to be { $format }, and { $file } ends otherwise
    .help = Write -o { $renamed }, or --template { $other }.
E0802-template-ending = The empty sheet is to be { $format }, and { $file } ends otherwise
    .help = Write -o { $renamed }.
E0802-template-folder = { $file } is a folder, not a file
    .help = Name the file in it: -o { $inside }
E0802-conflict = { $one } cannot be used together with { $other }
    .help = Leave one of them out.
E0802-value = { $option } cannot be { $text }
    .help = It can be: { $known }.
E0802-no-value = { $option } lacks its value
    .help = Write the value behind it. What it is for: { $about }. { $help } tells more.
E0802-not-text = The command has characters that are not UTF-8 and cannot be read
    .help = Give the file another name, or set the terminal to UTF-8.
E0802-twice = { $text } can be written once, with one value
    .help = { $help } tells how the command is written.
E0802-file-twice = { $file } is given twice, so each of its rows would stand twice
    .help = Give it once.
E0802-output = Standard output cannot be written: { $error }
E0802-diff-policies = two policies are compared, and { $count } were given
    .help = Write: { $command }
E0802-diff-keys = the two policies have other keys or periods, so the two results of one person cannot be put together: old { $old }, new { $new }
    .help = To compare data, keys and period must have the same names in both. Without data the policies can still be compared.
E0802-diff-currency = the two policies pay in other currencies, so nobody can say who gains and who loses: old { $old }, new { $new }
    .help = To compare data, the currency must be the same in both. Without data the policies can still be compared.
E0802-diff-by = the new policy has no field { $name }
    .help = There are: { $known }
E0802-diff-fail-if = --fail-if { $text } does not read
    .help = Write a name, a comparison and a figure, such as 'budget > 3%' or 'lose > 0'. Names are { $known }, comparisons > >= < <=.
E0802-diff-fail-if-amount = --fail-if { $text }: { $name } is an amount of this policy's currency, or a part of the whole
    .help = Write it so: '{ $name } > 3%' or '{ $name } > 500{ $unit }'.
E0802-diff-fail-if-people = --fail-if { $text }: { $name } counts people
    .help = Write it so: '{ $name } > 3' or '{ $name } > 10%'.
E0802-diff-key-type = { $name } is read as something else by the two policies, so the two results of one person cannot be put together
    .help = Give { $name } the same type in both.
E0802-diff-no-data = --by and --fail-if need data
    .help = Name the data files behind the two policies.
E0802-no-policy = No policy file was given
    .help = A policy file ends in .merit. Write: { $command }
E0802-no-policy-among = No policy file was given, only data: { $files }
    .help = A policy file ends in .merit. Write: { $command }
E0802-no-ending = The name of the policy, { $text }, lacks its ending .merit
    .help = Write: { $command }
E0802-no-files = Neither a policy nor data was given
    .help = Write: { $command }
E0802-no-shell = Which shell is not said
    .help = Such as merit completions bash; it can also be zsh, fish, powershell or elvish.
E0802-no-data = No data file was given
    .help = Write: { $command }; with - in the place of the data, it is read from standard input.
E0802-run-not-utf8 = From line { $line } on this is not UTF-8 text, so --run cannot read it
    .help = Such a file is text with options in it. Open it in an editor and save it as UTF-8.
E0802-run-line = This line cannot be read
    .help = Write one thing a line: data = "march.csv"; several files are data = ["early.csv", "late.csv"].
E0802-run-wide = These signs are full-width and cannot be read
    .help = Quotation marks, equals signs, commas and brackets are the plain ones.
E0802-run-colon = An equals sign belongs between a name and its value
    .help = Write name = "value".
E0802-run-backslash = In double quotation marks \ means something else, so the path cannot be read
    .help = Put the path in single ones, or write / for \.
E0802-run-bare = The value needs quotation marks
    .help = Only numbers, true and false go without.
E0802-run-name = A name with signs in it needs quotation marks
    .help = Names of letters, digits, - and _ go without.
E0802-run-again = { $key } is given twice
    .help = Give it once; several files are ["early.csv", "late.csv"].
E0802-run-key = Nothing is called { $text } here
    .help = There are: { $known }. Params stand under [set], lookups and details under [with].
E0802-run-key-near = Nothing is called { $text } here
    .help = Is it { $near }?
E0802-run-text = { $key } takes a text
    .help = Such as { $key } = "…".
E0802-run-texts = { $key } takes a text, or several
    .help = Write { $key } = "…" or { $key } = ["…", "…"], and none of them empty.
E0802-run-flag = { $key } is so or not
    .help = Write { $key } = true, or leave the line out.
E0802-run-with = with takes a file for each name
    .help = Write [with] on a line of its own, and below it one a line: orders = "orders.csv". Such a part stands at the end of the file.
E0802-run-set = set takes a value for each param
    .help = Write [set] on a line of its own, and below it one a line: rate = "3%". Such a part stands at the end of the file.
E0802-run-setting = The param { $key } takes one value
    .help = Such as { $key } = "3%", spelt as in the policy.
E0802-run-no-merit = { $file }, among the policies, is none
    .help = A policy ends in .merit; data is named under data.
E0802-run-merit = { $file }, among the data, is a policy
    .help = Name it under policies.
E0802-run-no-policy = Neither { $file } nor the command names a policy
    .help = Write policies = "policy.merit" into { $file }.
E0802-run-no-data = Neither { $file } nor the command names data
    .help = Write data = "march.csv" into { $file }, or name it in the command: merit eval --run { $file } march.csv.
E0802-with-key = The policy has no lookup or details called { $name }
    .help = Every line below [with] is one; if { $name } is meant as an option, move it above [with].
E0802-run-set-key = No param is called { $name }
    .help = Every line below [set] is a param; if { $name } is meant as an option, move it above [set].
E0802-run-set-near = No param is called { $name }
    .help = Is it { $near }?
E0802-run-set-unknown = No param is called { $name }
    .help = Only what the policy declares with { -param } can be set; leave the line out, or declare it there.
E0802-columns = The result has no column called { $text }
    .help = The columns are: { $known }.
E0802-columns-several = Several columns of the result are titled { $text }, so it is not known which one is asked for
    .help = Write a name: { $known }.
E0802-format = How to write { $file } is not known: its ending is none of the known ones
    .help = End it in .csv, .json, .jsonl or .xlsx.

## Check

fix-made = Mended { $file }:
fix-left-out = { $count ->
    [one] One edit was left out
   *[other] { $count } edits were left out
 }: something would come out otherwise afterwards.
together-accepted = { $count } policies are accepted together: every record belongs to exactly one of them.
promise-proved = { $text }: proved, it holds for every record
promise-refuted = { $text }: refuted, see above
promise-undecided = { $text }: not decided, every run checks it
promise-unwatched = { $text }: not decided, and a run cannot check it

check-accepted = { $file } is accepted: { $title }, { $items ->
    [one] 1 scored item
   *[other] { $items } scored items
}, { $tests ->
    [one] 1 test
   *[other] { $tests } tests
}.

## Ready-made policies

new-usage = Take one to start from: merit new NAME [FILE]
alike = { $help }. It stands so in { $alike } places here: change them together
only-set = it is so only with --set { $only_set }: set another value, or leave --set out
new-written =
    Wrote { $files }.
    Next: fill in the sheets, then { $command }
new-in-english = the same in English
new-for-beginning = A first policy
new-for-presales = Presales and selling
new-for-aftersales = Aftersales
new-for-quality = Quality checks
new-for-teams = Teams, places, quarters and years
new-for-posts = Presales, aftersales and leads in one run
new-is-small-shop = reply rate, response time and the supervisor's rating, four grades, commission by slices of sales; nothing else is needed
new-is-sales-satisfaction = sales 50, satisfaction 30, quality 20; prizes for three months first and the best rate, ties share
new-is-aftersales-kpi = fifteen measures, three levels, four grades; points of sampled chats from their own policy, three As lead up
new-is-aftersales-points = 100 points and extra ones, eight grades; daily figures added up by the month, held against the shop's
new-is-repeat-orders = a share of repeat orders, a prize for the shop's targets all or nothing, complaints fined case by case, absences judged
new-is-qa-checklist = sampled chats scored one by one, bad manners are a red line
new-is-monthly-places = places within a department: the first is paid, the last pays, the two last write a plan
new-is-team-goals = own goals, the team's sales, ratings by colleagues; what there is not is left out
new-is-two-raters = own rating and the lead's, pay times the department's standing among the departments
new-is-year-end = the mean of four quarters, no bonus for the bottom tenth, a review after two years there
new-is-post-presales = presales: sales, satisfaction, response, a commission by slices
new-is-post-aftersales = aftersales: response, handling time, good reviews, interventions, a prize for the shop's targets
new-is-post-lead = leads: the shop's completion, refunds, rating, disputes, a share of what exceeds the target

## Evaluation

E0803 = Row { $row } got no result, which is a defect of the program: an accepted policy has a result for every record
    .help = Please send the policy and this row to the authors of Merit.

message-at = { $place }: { $message }
plan-by-columns = { $title }: many records at a time, by their columns
plan-by-records = { $title }: each record by itself; what could be done by columns is
eval-strict-broken = A record breaks what the policy ensures; because of --strict nothing was written.
eval-strict-provisional = A record is provisional; because of --strict nothing was written.
eval-strict = A record was rejected; because of --strict nothing was written.
note-at-least = { $name } came to { $before } and is raised to { $after }
note-at-most = { $name } came to { $before } and is cut to { $after }
note-flag = notice: { $text }
note-broken = breaks “{ $text }”
note-falls = breaks “{ $text }”: with { $field } { $less } it is { $before }, with { $more } only { $after }

sheet-results = Results
sheet-skipped = Skipped rows
skipped-contents = Contents
sheet-summary = Summary
summary-line = { $name }: { $value }
summary-policy = Policy
summary-unclaimed = Of no policy
summary-unclaimed-count = { $count ->
    [one] 1 record
   *[other] { $count } records
}
summary-records = Records
summary-counts = { $read } read, { $evaluated } evaluated, { $rejected } rejected, { $skipped } skipped
summary-kept = no record breaks it
summary-broken = { $count ->
    [one] 1 record breaks it
   *[other] { $count } records break it
}
summary-people = { $label } { $count }
summary-bar = { $count }
summary-status = The exit status is 3: some records are rejected; the results of the others stand.
table-rows-left-out = ⋮ { $count } more in between
table-columns-left-out = { $count ->
    [one] One more column is
   *[other] { $count } more columns are
} not shown ({ $columns }): choose some by --columns, or write all by -o results.csv
table-columns-left-out-more = { $count } more columns are not shown ({ $columns }, …): choose some by --columns, or write all by -o results.csv
table-all = All results: -o results.csv
summary-total = { $amount } in all
summary-total-within = { $amount } in all, part of { $outer }
summary-below = { $name } below zero
summary-flag = Notice { $name }
summary-flagged = { $count } ({ $who })
summary-flagged-more = { $count } ({ $who }, …)
summary-flagged-none = { $count }
summary-flag-text = { $value }: { $text }
summary-policy-hash = Policy SHA-256
summary-data-hash = Data SHA-256
summary-time = Time
summary-seconds = { $seconds } s
summary-rejected = Rejected records:
summary-group = { $group } ({ $count })
summary-groups = {"; "}
summary-past = Earlier results
summary-past-none = none, so this run is the beginning; --history gives them
summary-past-one = { $count } of { $first }
summary-past-count = { $count }, { $first } to { $last }
summary-apart = Counted without the rejected records
summary-provisional = Provisional
summary-provisional-count = { $count ->
    [one] 1 record hangs
   *[other] { $count } records hang
} on rejected or absent ones; --hold-back groups keeps such records back
summary-held-back = Held back
summary-held-back-count = { $count ->
    [one] 1 record
   *[other] { $count } records
} that would hang on rejected or absent ones
summary-times = { $reason } ({ $count } records)
summary-column = { $reason } ({ $count } records, for the same reason in this column)
summary-of = { $reason } ({ $who })
summary-rows = { $reason } ({ $count } rows, for the same reason)
summary-column-of = { $reason } ({ $count } records, for the same reason in this column: { $who })
summary-column-all = { $reason } (all { $count } records, for the same reason in this column)
summary-skipped = Skipped rows:
summary-more-skipped = { $count ->
    [one] One more; its status in the results is skipped.
   *[other] { $count } more; their status in the results is skipped.
 }
summary-more = { $count ->
    [one] One more; its reasons stand
   *[other] { $count } more; their reasons stand
} in the column _reasons, or save them with --rejects.

## How a value came about

why-exempt = exempt: { $names }
why-joint = { $name } = { $value }, found over { $members }
why-joint-counted = { $name } = { $value }, found over { $members } of which { $counted } count
why-row = line { $line }: { $text }
why-row-in = { $file }, line { $line }: { $text }
why-line = { $name } = { $value }
why-not-given = { $names } must be given
why-fault = cannot be computed

## Tests

test-counts = { $file }: { $passed ->
    [one] 1 test passes
   *[other] { $passed } tests pass
}, { $failed ->
    [one] 1 fails
   *[other] { $failed } fail
}.
test-none = { $file }: the policy has no tests.
test-name = Test
test-value = Value
test-expected = Expected
test-got = Got
test-why = From
test-row = { $file } row { $row }
test-cell = { $file } { $cell }
test-row-named = { $name } ({ $file } row { $row })
test-cell-named = { $name } ({ $file } { $cell })
test-line = { $name } (line { $line })
test-line-in = { $name } ({ $file }, line { $line })

## Interactive session

E0802-terminal = The terminal cannot be read: { $error }

## What is read and given

unit-percent = in percent: 98.5 for 98.5%
unit-fraction = as a fraction: 0.985 for 98.5%
unit-percent-sign = with its sign, such as 98.5%
unit-money = in { $currency }
unit-time = in { $unit }
unit-points = points
unit-written = such as { $example }
field-between = { $from } to { $to }
field-default = { $value } where nothing is written
field-optional = may be empty
field-needed = needed
sheet-data = data
sheet-about = about
sheet-entry = The policy asks for: { $allowed }.
about-head = Column
about-unit = How to write it
about-allowed = What may stand there
about-needed = Needed
about-column = “{ $head }”
template-written = Written { $file } with these columns:
template-column = {"  "}{ $head }: { $told }
template-between = ;{" "}
template-next = When it is filled in: { $command }
stage-read = Reading data
stage-evaluate = Evaluating

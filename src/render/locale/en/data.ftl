### Data

problem = { $place }: { $message }
problem-help = { $place }: { $message }. { $help }
cell-shows = { $message } (the cell holds { $cell_holds } and shows “{ $cell_shows }”)

# A cell that does not read as its type

E0701 = { $field } reads “{ $value }”, which is no { $type }
    .help = Write it like { $example }; where there is no value, leave it empty rather than write 0
E0701-groups = { $field } reads “{ $value }”, whose thousands separators stand in the wrong places
    .help = If the digits are right, write { $hint }
E0701-comma = { $field } reads “{ $value }”, whose comma could be a decimal point or separate thousands
    .help = Write { $point } or { $hint }
E0701-decimal-comma = { $field } reads “{ $value }”, whose comma is a decimal comma
    .help = Write { $point }, or export the file with decimal points
E0701-two-ways = { $field } reads “{ $value }”; a cell of the same column has a decimal comma (“{ $decimal }”, row { $row }), so this could be { $point } or { $hint }
    .help = Export the file with decimal points, or write { $point } or { $hint }
E0701-semicolons = { $field } reads “{ $value }”; semicolons separate the cells, as where a comma is the decimal point, so this could be { $point } or { $hint }
    .help = Write { $point } or { $hint }, or export the file with commas between the cells and decimal points
E0701-points = { $field } reads “{ $value }”, where the points separate thousands
    .help = Write { $hint }
E0701-pointed = { $field } reads “{ $value }”, which could be { $hint } or { $whole }: this currency has no smaller unit
    .help = Write { $hint } or { $whole }
E0701-digits = { $field } reads “{ $value }”, which has too many digits to be computed exactly
    .help = Write at most 28 digits
E0701-formula = { $field } reads “{ $value }”: a formula in the sheet failed
    .help = Mend the formula in the sheet, or write the number itself
E0701-nan = { $field } reads “{ $value }”, which is not a number
    .help = Where there is no value, leave the cell empty rather than write 0
E0701-parentheses = { $field } reads “{ $value }”; parentheses do not mean a negative number
    .help = Write { $hint }
E0701-letter = { $field } reads “{ $value }”; a letter cannot stand for a unit
    .help = Write { $hint }
E0701-exponent = { $field } reads “{ $value }”; digits may have been lost in this notation
    .help = Look up the number and write { $hint }
E0701-percent = { $field } reads “{ $value }”, which could be { $value }% or the fraction { $value }
    .help = Write { $hint }, or say { -percent }(%) or { -percent }({ -fraction }) in the policy
E0701-fraction = { $field } reads “{ $value }” without a %, which may be a fraction or a percentage
    .help = { $fraction } or { $percent }? Write one of the two in the sheet; where the whole column is so, say { -percent }({ -fraction }) in the policy, which reads { $fraction }, or { -percent }(%), which reads { $percent }
E0701-share = { $field } reads “{ $value }”, which may be a fraction or a percentage: { $why ->
        [marked] row { $row } of the same column has “{ $cell }”, and this cell has no %
       *[small] the title “{ $title }” says percent, and no number of this column without a % is above 1
    }
    .help = { $fraction } or { $percent }? Write one of the two in the sheet. To read the whole column as { $percent }, say { -percent }(%) in the policy; where it holds fractions, to be read as { $fraction }, take the % out of the title and say { -percent }({ -fraction })
E0701-title-time = { $field } reads “{ $value }”; its title “{ $title }” says { $unit }, and the policy takes numbers without a unit for { $own }
    .help = Write the unit, as in { $hint } (that is { $means }), or declare the field as { -duration }({ $symbol }); if the title is wrong, mend the title
E0701-title-share = { $field } reads “{ $value }”; its title “{ $title }” says { $unit }, and the policy takes numbers without a unit for { $own }
    .help = Write the unit, as in { $hint } (that is { $means }), or declare the field as { -percent } alone, which reads by the title; if the title is wrong, mend the title
E0701-title-own = { $field } reads “{ $value }”; its title “{ $title }” says { $unit }. The policy has that for the own name or title of { $field }, below which numbers without a unit are { $own }
    .help = Give { $field } a name or title without a unit in the policy and add { -from } "{ $title }", and it is read in { $unit }; or write { $hint } in the sheet (that is { $means })
E0701-title-sign = { $field } reads “{ $value }”; its title “{ $title }” says { $unit }, and which of the two counts cannot be told
    .help = If it is in { $unit }, write { $hint }, or give the column a number format without a currency; else mend the title
E0701-title-currency = { $field } reads “{ $value }”; its title “{ $title }” says { $unit }, and the policy pays in { $own }
    .help = Convert the amount to { $own }; if the title is wrong, mend the title
E0701-title-unknown = { $field } reads “{ $value }”; its title “{ $title }” says { $unit }, a unit that is not read here
    .help = Convert it to { $own }, the unit of the policy, and mend the title as well
E0701-unformatted = { $field } reads “{ $value }”; number formats are not read from .xls, so nobody can tell whether that is a percentage
    .help = Save it as .xlsx or .csv
E0701-clock = { $field } reads “{ $value }”, which could be hours and minutes or minutes and seconds
    .help = Write { $hours } or { $minutes }
E0701-half-day = { $field } reads “{ $value }”, a time of day, where a { $type } is wanted; the spreadsheet shows no whole days in this format
    .help = Give the column the format [h]:mm:ss and export it again
E0701-label = { $field } reads “{ $value }”, which is none of: { $labels }
    .help = Write one of them
E0701-bool = { $field } reads “{ $value }”, where yes or no is wanted
    .help = Write yes or no
E0701-calendar = { $field } reads “{ $value }”, where a { $type } is wanted
    .help = Write it like { $example }
E0701-datetime = { $field } reads “{ $value }”, a date with a time, where a { $type } is wanted
    .help = To take the { $type } out of it, write { $form } for the type of { $field } in the policy
E0701-zone = { $field } reads “{ $value }”, which names a time zone, so the day and hour at the shop are not known
    .help = Export the shop’s own time, such as 2024-03-15 09:30:00
E0701-epoch = { $field } reads “{ $value }”, a moment as programs keep it (since 1970; UTC { $hint }), which does not tell what day it was in the shop
    .help = Export the date in the shop's own time, written like { $example }
E0701-month-name = { $field } reads “{ $value }”: the spreadsheet turned { $hint } into this
    .help = Give the column the format yyyy-mm and export it again, or write { $hint }
E0701-serial = { $field } reads “{ $value }”, the number that a spreadsheet gives to { $hint }, where a { $type } is wanted
    .help = Give the column the format Date, or write { $hint }
E0701-nowhere = { $field } reads “{ $value }”, a { $type } that no calendar has
    .help = Look it up and write it like { $example }
E0701-october = { $field } reads “{ $value }”, which could be January or October
    .help = Write { $january } or { $october }
E0701-day = { $field } reads “{ $value }”, which is a day, where a { $type } is wanted
    .help = Write { $hint }, or { -month }({ -datetime }) for the type of { $field } in the policy to take the month of any day
E0701-shown = { $field } holds { $holds } and shows “{ $shows }”, so which of the two counts cannot be told
    .help = Write what counts into the cell, under a number format that shows it
E0701-hidden = { $field } holds { $holds } and its number format shows nothing of it
    .help = Clear the cell, or give it a number format that shows what counts
E0701-hidden-time = { $field } holds { $holds } and shows “{ $shows }”; a time of day is not shown, and { $type } has none
    .help = If the day is right, take the time away with =INT(…); a program that writes times in another zone may be a day off
E0701-wrapped = { $field } holds { $holds } and shows “{ $shows }”: its number format leaves out what goes beyond a day or an hour
    .help = Give the column the number format [h]:mm:ss
E0701-clock-shown = { $field } shows “{ $shows }” and holds { $holds }, hours and minutes; who meant minutes and seconds sees the same
    .help = If hours are meant, give the column the number format [h]:mm:ss; if not, write { $minutes }
E0701-zero-date = { $field } holds 0 under the number format of a date, most often from a formula that found nothing
    .help = Write the date, or leave the cell empty
E0701-lost = { $field } holds { $value }, more digits than a spreadsheet keeps, so its last ones are lost
    .help = Give the column the format Text and write the values again
E0701-lost-exponent = { $field } reads “{ $value }”: the spreadsheet wrote a long number so, and its last digits are lost
    .help = In the original sheet give the column the format Text, and export it again
E0701-currency = { $field } reads “{ $value }”, and the policy pays in { $currency }
    .help = Convert the amount to { $currency }, or give the cell the sign of { $currency } where only the sign is wrong
E0701-nested = { $field } reads “{ $value }”, where one value is wanted, not an array or object
    .help = Leave one value
E0701-binary = { $field } holds bytes that are no text and no day of the calendar
    .help = Make the column text, or dates, and export it once more
E0701-uncomputed = The formula in { $field } has not been computed by any spreadsheet program
    .help = Open the file in a spreadsheet program, save it, and run again
E0701-merged = { $field } stands in a merged cell, which does not tell what belongs to this row
    .help = Split the merged cells and fill in every row
E0701-twice = { $field } stands twice in one record
    .help = Remove one of the two
E0701-control = { $field } holds a character that nobody sees ({ $character })
    .help = Remove it; write the cell anew

E0702 = { $field } reads “{ $value }”, outside the admitted { $from } to { $to }
    .help = Look up the value; if it is possible, widen the range of { $field } in the policy
E0702-history = { $field } reads “{ $value }”, which this policy cannot give: it gives { $from } to { $to }
    .help = Give the results as this policy wrote them
E0703 = { $field } reads “{ $value }”, which has { $has } decimals; { $allowed } are allowed
    .help = Write fewer decimals, or add { -rounded } to { $field } in the policy
E0703-fraction = { $field } reads “{ $value }”, most likely a fraction: as { $percent } it has too many decimals
    .help = { $fraction } or { $percent }? If it is { $fraction }, write so in the sheet; where the whole column holds fractions, take the % out of the title and say { -percent }({ -fraction }) in the policy. If it is { $percent } indeed, write fewer decimals, or add { -rounded } to { $field } to round half up
E0703-unit = { $field } reads “{ $value }”, that is { $own }, which has { $has } decimals; { $allowed } are allowed
    .help = Write fewer, or add { -rounded } to { $field } in the policy
E0703-whole = { $field } reads “{ $value }”, which is not a whole number
    .help = Write a whole number
E0703-step = { $field } reads “{ $value }”, which is finer than allowed: only multiples of { $step }
    .help = Write fewer decimals, or add { -rounded } to { $field } in the policy
E0703-second = { $field } reads “{ $value }”; a { $type } has whole seconds
    .help = Write whole seconds; do not cut the rest off where it decides who is late
E0703-shown = { $field } holds { $holds } and shows “{ $shows }”; what is shown would be allowed, what it holds is too fine
    .help = If what is shown counts, write =ROUND(…) in the sheet, or add { -rounded } to { $field } in the policy
E0704 = { $field } is empty, and without it this record has no score
    .help = Fill it in; if it may be absent, add { -optional } or { -default } to { $field } in the policy
E0704-mark = { $field } is “{ $value }”, which stands for no value, and without it this record has no score
    .help = Fill it in; if it may be absent, add { -optional } or { -default } to { $field } in the policy
E0704-key-mark = { $field } is “{ $value }”, which stands for no value, so whose record it is cannot be told
    .help = Fill it in; split merged cells and fill in every row
E0704-lone = Nothing stands in this row but { $field } “{ $value }”
    .help = If it is a record, fill in its cells; if it is a note, delete the row
E0704-lookup = { $field } is empty, and the policy asks for it
    .help = Fill it in; where it may be absent, take { -required } away from { $field } in the policy
E0704-key = { $field } is empty, so whose record it is cannot be told
    .help = Fill it in; split merged cells and fill in every row

# A whole record

E0705 = The key “{ $key }” also stands at { $others }; which of them counts is not known, so none does
    .help = Keep one of them
E0706-from = { $period } is outside the time in which the policy holds: it begins with { $bound }
    .help = Use the policy that held then
E0706-until = { $period } is outside the time in which the policy holds: it ends with { $bound }
    .help = Use the policy that held then
E0707 = This row has { $cells } cells and the header { $columns }, so values may stand in the wrong columns
    .help = Put quotes around a value that holds a comma; add the cells that are missing

# A whole file

E0708 = There is no column for: { $columns }
    .help = Add the columns, or say what they are called with { -from } "column" in the policy
E0708-unused = No column for: { $columns }; these columns are not used: { $unused }. Was one renamed?
    .help = If it is one of them, add { -from } "title" to the field in the policy; else add the missing columns
E0708-near = There is no column for: { $columns }; one is called “{ $title }”, much like { $near }
    .help = If it is the same, add { -from } "{ $title }" to { $near } in the policy
E0708-alike = these columns are not there: { $columns }; these may only be called otherwise: { $pairs }
    .help = if they are the same, give the column the name that the policy has, or write { -from } "title" behind the field
E0708-history = These results lack columns that this policy looks back at: { $columns }
    .help = Give results as this policy wrote them, without --columns; those of another policy do not count
E0708-foreign = The sheet has no column that tells whose each row is: { $columns }
    .help = Add the columns; what the sheet calls otherwise is told by --map COLUMN-OF-THE-POLICY=COLUMN-OF-THE-SHEET
E0708-foreign-near = The sheet has no column that tells whose each row is: { $columns }; one is called “{ $title }”, much like { $near }
    .help = If it is the same, add --map { $near }={ $title }
E0708-foreign-none = The sheet has none of the columns of the policy: { $columns }; what it has besides: { $titles }
    .help = What the sheet calls otherwise is told by --map COLUMN-OF-THE-POLICY=COLUMN-OF-THE-SHEET
E0709 = The columns “{ $first }” and “{ $second }” are both { $field }; which one counts is not known
    .help = Remove or rename one of them
E0709-same = Columns { $first_at } and { $second_at } are both called “{ $first }” and hold { $field }, so which one counts is unclear
    .help = Delete or rename one of the two
E0710-empty = It is empty
    .help = Give a file with data
E0710-binary = It is neither a table nor text
    .help = What can be read: CSV, TSV, JSON, JSON lines, xlsx, xls, ods
E0710-no-header = None of the first { $looked } rows is a header; it needs columns for: { $columns }
    .help = Add a header, or say what the columns are called with { -from } "column" in the policy
E0710-foreign = None of the first { $looked } rows is a header; to tell whose each row is, it needs columns for: { $columns }
    .help = Add a header; what the sheet calls otherwise is told by --map COLUMN-OF-THE-POLICY=COLUMN-OF-THE-SHEET
E0710-foreign-periods = It is of other periods: the sheet of { $theirs }, the data of { $ours }
    .help = Give a sheet and data of the same period
E0710-foreign-undated = It does not say of which period it is; the data are of { $ours }
    .help = Fill in the column for the period, as 2024-03
E0710-foreign-rows = Nobody is in both: the data have { $ours }, the sheet { $theirs }
    .help = Look at the keys: zeros in front that got lost, or the sheet of another shop
E0710-no-names = No record has any of these names: { $columns }
    .help = Write every record as {"{"}"name": value{"}"}, all of them in one array; where the names differ, say so with { -from } "name" in the policy
E0710-no-records = It has a header and no records
    .help = Write records below the header
E0710-workbook = The workbook is damaged and does not open
    .help = Open it in a spreadsheet program and save it as .xlsx
E0710-password = It is protected by a password, so it cannot be read
    .help = Open it, take the password away (File › Info › Protect Workbook), and save it
E0710-xlsb = It is a binary workbook (.xlsb), which is not read
    .help = Open it in a spreadsheet program and save it as .xlsx
E0710-document = It is a document of another kind, not a workbook
    .help = Copy the table in it into a spreadsheet and save that as .xlsx
E0710-policy = It is a policy, not data
    .help = Data is a table of records: a header, and a record in each row below it; a policy file ends in .merit
E0710-xml = It is an XML file, perhaps a spreadsheet in an older format, which is not read
    .help = Open it in a spreadsheet program and save it as .xlsx
E0710-archive = It is an archive, not a workbook
    .help = Unpack it and give the table inside
E0710-packed = It is a packed file (gzip or zstd), and damaged
    .help = Pack it anew, or give it unpacked
E0710-packed-cut = It is a packed file (gzip or zstd) that ends too early: part of it is missing
    .help = Copy or export it once more
E0710-html = It is a web page with the name of a workbook
    .help = Open it in a spreadsheet program and save it as .xlsx
E0710-parquet-damaged = It is a Parquet file that is damaged or cut short
    .help = Export it once more, or copy it anew
E0710-parquet-feature = It is a Parquet file that needs what is not read: { $what }
    .help = Save it as CSV, or as Parquet without that
E0710-quote = The quotation mark that opens here is never closed and swallows all that follows
    .help = Remove it, or write its other half
E0710-json = Its name says JSON, its content is not
    .help = Mend the content, or rename the file
E0710-json-line = From character { $character } on, this line is not well-formed JSON
    .help = Write objects as {"{"}"name": value{"}"}, with commas between them
E0710-json-nan = What stands at character { $character } is not a number
    .help = Where there is no value, write null rather than 0
E0710-json-object = This is not a record
    .help = Write every record as {"{"}"name": value{"}"}
E0711 = The encoding is not known: it is neither UTF-8 nor GBK/GB18030
    .help = Name it with --encoding, such as --encoding big5
E0711-wanted = Some bytes do not belong to the encoding { $encoding }
    .help = Leave --encoding out, or name another one
E0711-mark = The mark at its beginning says { $encoding }, and some bytes do not belong to it
    .help = Export it anew, or name the encoding, such as --encoding gb18030
E0711-unknown = There is no encoding “{ $encoding }”
    .help = Write for example utf-8, gbk, gb18030, big5, utf-16le
E0712 = It unpacks to { $megabytes } MB, which is too much to open
    .help = Look where it comes from; if it is data, split it, or save it as CSV
E0712-cells = It has too many cells to go on reading
    .help = Remove what lies outside the table, or save it as CSV
E0712-packed = It unpacks to more than { $megabytes } MB, hundreds of times its own size
    .help = Look where it comes from; if it is data, unpack it yourself and give what comes of it
E0723 = Several sheets have the columns: { $sheets }; which one counts is not known
    .help = Name it: --sheet "{ $first }". In a file given with --with or --history, leave only the sheet that counts
E0723-hidden = Only hidden sheets have the columns: { $sheets }; hidden sheets are read only when they are named
    .help = If it counts, name it: --sheet "{ $first }". Otherwise give the right file
E0713 = There is no sheet “{ $sheet }”; there are: { $sheets }
    .help = Name one of them with --sheet, or its number
E0714 = Results cannot be written as “.{ $ending }”
    .help = Write .csv, .jsonl, .json, .parquet or .xlsx
E0714-none = “{ $file }” has no ending, which says in what format results are written
    .help = Write { $file }.xlsx for a workbook or { $file }.csv; .json, .jsonl and .parquet are for programs
E0714-folder = “{ $file }” is a folder, not a file
    .help = Name the file in it: -o { $inside }
E0714-dash = “-” is no file
    .help = Leave -o out: results then go to standard output as CSV
E0714-differences = Differences cannot be written into a file such as { $file }
    .help = Write .xlsx or .csv; for programs there is --format json
E0714-cases = Records at the bounds cannot be written as Parquet
    .help = Write .csv or .xlsx for a sheet, .json or .jsonl for programs, .merit for tests
E0715-read = It cannot be read: { $error }
    .help = Look at the path and the permissions
E0715-read-folder = It is a folder, not a file
    .help = Name the file in it: { $file }/NAME
E0715-write-closed = It cannot be written: standard output is closed
    .help = Give it somewhere to write to, or write into a file with -o
E0715-write-full = It cannot be written: the disk is full
    .help = Make room and run it again, or write to another disk
E0715-input = This file is read in the same run and would be overwritten
    .help = Give another name
E0715-outputs = Two outputs of this run have this name, and one would overwrite the other
    .help = Give each a name of its own
E0715-write-cut = Whoever read the results went away, so not all records were worked out
    .help = Let it read to the end, or write into a file with -o
E0715-write-folder = It is a folder, not a file
    .help = Name the file in it
E0715-write-nowhere = It cannot be written: its folder is not there
    .help = Make the folder first, or give another place
E0715-write-long = A text has more than 32,767 characters, more than a cell of a workbook holds; nothing was written
    .help = Write .csv, in which a text may be as long as it is
E0715-write = It cannot be written: { $error }
    .help = Look at the folder and the permissions; another program may hold the file open

# Warnings

E0716 = “{ $name }” needs rows of its own, and no file was given for them
    .help = Add --with { $name }=FILE
E0717 = “{ $name }” has no row for { $key }
    .help = Add the row to its file; where it may be absent, take { -required } away from its fields in the policy
E0718 = A row of “{ $name }” that this record needs cannot be used, so no figure is worked out without it
    .help = Mend that row and run again
E0718-more = { $count ->
        [one] One more row
       *[other] { $count } more rows
    } of “{ $name }” that belong to this record cannot be used, from here on
    .help = Mend them too
E0719 = “{ $name }” has { $count } rows for this record, more than the { $most } that are provided for
    .help = Add the rows up before, for instance one row a day
E0719-run = { $count } rows were read, more than the { $most } of one run
    .help = Split the data by period or by shop and run each part by itself
E0725-group = provisional: { $count ->
        [one] 1 of this group is rejected
       *[other] { $count } of this group are rejected
    }
    .help = Mend the rejected records and run again
E0725-members = provisional: { $count ->
        [one] 1 of this group is provisional itself
       *[other] { $count } of this group are provisional themselves
    }
    .help = Mend the rejected records and run again
E0725-rejected = provisional: its record of { $period } is rejected, so what it was then is taken for missing
    .help = Mend that record and run again, or give the results of that period with --history
E0725-perhaps = provisional: a rejected record that does not say whose it is, or of when, may be its record of { $period }
    .help = Mend the rejected record and run again
E0725-absent = provisional: there is no record of { $period }, though there are earlier ones, so what it was then is taken for missing
    .help = Give that record or its result (--history); where there is none, look at what it owed or was owed before
E0725-doubtful = provisional: its record of { $period } is provisional itself
    .help = Mend the rejected records and run again
E0725-rows = provisional: rows of “{ $name }” that it counts hang on rejected records
    .help = Mend the rejected records behind them and run again
E0720-absent = “{ $name }” is empty, though this policy gives it to every record
    .help = Give the result as the run wrote it, made by this policy
E0720-policy = None of these results was given by the policy “{ $title }”
    .help = Give the results of this policy; results of other policies need not be given
E0720-no-receipt = No receipt in the folder tells of this file, so nobody knows whether it was changed
    .help = Put the receipt of its run beside it (--receipt), take the file away, or name the file itself with --history
E0720-changed = The file is not as the run wrote it: its SHA-256 differs from that in the receipt
    .help = Restore the file, or name the file itself with --history if the change is meant
E0720-folder = The folder holds no results with a receipt
    .help = Keep the receipt of each run beside its results: merit eval … -o 2024-05.csv --receipt 2024-05.receipt.json
E0720-whose = These results do not say which policy gave them, and there are several
    .help = Give the folder with the results and their receipt, which says it; or run each policy by itself
E0721 = This policy takes records with { $condition } only, and this is none
    .help = Use the policy that takes it, or give several policies at once: merit eval a.merit b.merit data.csv
E0721-none = None of the policies takes this record: { $names }
    .help = Add a policy that takes it, or look at the row again
E0721-several = More than one policy takes this record: { $names }
    .help = See that the policies read their fields alike (defaults, { -from } columns), so that it belongs to one only
E0721-unknown = Nobody can tell which policy takes this record, since { $names } cannot be read
    .help = Mend the cell and run again
E0726 = This row stands below the table, after a blank row, with a text and nothing else
    .help = If it is a record, fill in its cells or remove the blank row above; otherwise remove it
E0726-heading = This row stands below the table: row { $heading } is the heading of something else
    .help = Put each table into a file or sheet of its own; if it is a record, remove the blank row above

E0727 = “{ $field }” has no column of its own, and there is one called “{ $title }”: is that it? As long as nobody says so, { $kept ->
        [default] everybody has the default for “{ $field }”
       *[missing] nobody has a “{ $field }”
    }
    .help = if it is the same, write { -from } "{ $title }" behind { $field } in the policy; if not, write { -from } "{ $field }", and no other column is taken for it
W0701 = No field asks for the columns: { $columns }
    .help = If they should count, declare them in the policy; otherwise nothing needs to be done
W0701-many = No field asks for the columns: { $columns }, and { $more } more
    .help = If they should count, declare them in the policy; otherwise nothing needs to be done
W0701-near = No field asks for the column “{ $title }”, which is much like { $near }, and { $near } has no column
    .help = If it is the same, add { -from } "{ $title }" to { $near } in the policy
W0702 = { $field } reads “{ $value }”, longer than 15 digits; the spreadsheet may have changed the last ones
    .help = Give the column the format Text and write the values again
W0704 = { $count ->
        [one] A row of “{ $name }” belongs
       *[other] { $count } rows of “{ $name }” belong
    } to no record: { $places }
    .help = If they should count, look for slips in their keys and periods
W0704-none = A header and no row of “{ $name }”, so this file gives nobody any
    .help = Nothing needs to be done where there were none; otherwise give the right file
W0705 = These results were worked out by another version of the policy
    .help = Nothing needs to be done where the policy was changed since; they count as they were paid
W0706 = { $field } “{ $key }” is evaluated as one more person: of what this record holds { $parts } get nothing{ $count ->
        [one] {""}
       *[other] {" "}({ $count } such records)
    }
    .help = What two people share is a row for each of them with their share, such as rows of details with a column share : { -percent }(%)
W0708 = There is no column for these fields, so nobody has a value of their own there: { $fields }
    .help = If the sheet should have them, add the columns, or say what they are called with { -from } "column" in the policy; where there are none, nothing needs to be done
W0708-default = There is no column for these fields, so everybody has the default of the policy: { $kept }
    .help = If the sheet should have them, add the columns, or say what they are called with { -from } "column" in the policy; where there are none, nothing needs to be done
W0708-both = There is no column for these fields: everybody has the default of { $kept }, and nobody has { $fields }
    .help = If the sheet should have them, add the columns, or say what they are called with { -from } "column" in the policy; where there are none, nothing needs to be done
W0707 = { $count ->
        [one] A hidden row was left out
       *[other] { $count } hidden rows were left out; this is the first
    }
    .help = If they should count, show them in the sheet or run with --hidden-rows
W0709-shown = { $field } holds { $holds } and shows “{ $shows }”; what it holds counts
    .help = If what is shown should count, write =ROUND(…) in the sheet; otherwise show all decimals
W0709-date = { $field } holds the date { $holds } and shows “{ $shows }”; a spreadsheet takes a code such as 3-1 for a date, and here the date counts
    .help = If a code is meant, give the column the number format Text and write the codes again
W0710-null = { $count ->
        [one] { $field } reads “{ $value }”, which programs write where there is no value; here it is taken for a text
       *[other] { $field } reads “{ $value }” or its like in { $count } rows, which programs write where there is no value; here it is taken for a text
    }
    .help = If nothing is there, leave the cells empty; groups and lookups go by this text
W0710-float = { $count ->
        [one] { $field } reads “{ $value }”: a program wrote a whole number as a float
       *[other] { $field } reads “{ $value }” and its like in { $count } rows: a program wrote whole numbers as floats
    }, which is another text than the one without .0
    .help = If numbers are meant, export the column as text or as whole numbers
W0710-dash = { $count ->
        [one] { $field } reads a “-” between blanks, which is taken for no value
       *[other] { $field } reads a “-” between blanks in { $count } rows, which is taken for no value
    }; the accounting format of a spreadsheet shows a 0 so
    .help = If it is a 0, give the column the format Number and export it again
W0710-blank = { $count ->
        [one] { $field } is empty in one row; nothing is worked out from it, so the record counts all the same
       *[other] { $field } is empty in { $count } rows; nothing is worked out from it, so the records count all the same
    }
    .help = Fill it in if the results are to have it
W0710-title = { $count ->
        [one] { $field } has one row without a unit, read by the title “{ $title }”: “{ $value }” is { $means }
       *[other] { $field } has { $count } rows without a unit, read by the title “{ $title }”: “{ $value }” is { $means }
    }
    .help = If the title is wrong, mend it; if it is right, add { -from } "{ $title }" to { $field } in the policy
W0710-title-scale = { $count ->
        [one] { $field } has one row without a unit, read by the title “{ $title }”: “{ $value }” is { $means }
       *[other] { $field } has { $count } rows without a unit, read by the title “{ $title }”: “{ $value }” is { $means }
    }
    .help = Nothing needs to be done if that is right; if the title is wrong, mend it
W0710-title-cell = { $count ->
        [one] { $field } has one row with a unit of its own, which is not the { $unit } of the title “{ $title }”: “{ $value }” is read as written, that is { $means }
       *[other] { $field } has { $count } rows with a unit of their own, which is not the { $unit } of the title “{ $title }”: “{ $value }” is read as written, that is { $means }
    }
    .help = Nothing needs to be done if that is right; else mend the unit in the cells (a percent format of a spreadsheet adds the % by itself)
W0710-title-unclear = { $count ->
        [one] { $field } has one row without a unit; “{ $unit }” in its title “{ $title }” looks like one that is not understood. It was not scaled: “{ $value }” is { $means }
       *[other] { $field } has { $count } rows without a unit; “{ $unit }” in its title “{ $title }” looks like one that is not understood. They were not scaled: “{ $value }” is { $means }
    }
    .help = If it is a unit, write it in another way, such as (thousand) or (million CNY); if not, nothing needs to be done
W0710-pointed = { $count ->
        [one] { $field } has one row like “{ $value }”, with three digits behind the point; it is read as { $decimal }, not as { $many }
       *[other] { $field } has { $count } rows like “{ $value }”, with three digits behind the point; they are read as { $decimal }, not as { $many }
    }
    .help = If the point separates thousands, write { $many }
W0710-lone = { $count ->
        [one] Nothing but “{ $value }” stands in this row
       *[other] Nothing but a key stands in { $count } rows, the first with “{ $value }”
    }; it is evaluated as a record, with what the policy says of empty cells
    .help = If it is a remark and no record, remove the row
W0710-encoding = It was read as GB18030 (GBK): as UTF-8, too, it would be text, but of letters that hardly stand together
    .help = If names look wrong in the results, add --encoding utf-8
W0703-summary = “{ $value }” is a summary row that the export added, not a record
W0703-header = The header again, not a record
W0703-units = This row names the units of the columns and is no record
W0703-note = “{ $value }” is a note or a signature, not a record

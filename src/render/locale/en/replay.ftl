### merit replay: a run made again and held against its receipt

replay-head = Receipt { $file }, written by merit { $version }.
replay-taken = From the receipt: { $options }
replay-what = what
replay-name = name
replay-then = in the receipt
replay-now = now
replay-by = by
replay-nothing = -
replay-kind-program = version
replay-kind-policy = policy
replay-kind-set = param
replay-kind-data = data
replay-kind-with = rows beside
replay-kind-history = earlier results
replay-kind-sheet = sheet of
replay-kind-encoding = encoding of
replay-kind-option = option
replay-kind-records = records
replay-kind-grade = people with
replay-kind-pay = total of
replay-kind-flag = people with notice
replay-kind-ensure = break the promise
replay-kind-provisional = records
replay-kind-results = results anew
replay-kind-kept = results as kept
replay-count-read = read
replay-count-evaluated = evaluated
replay-count-rejected = rejected
replay-count-skipped = skipped
replay-count-records = provisional
replay-count-held_back = held back
replay-same = All is the same: { $inputs } files and params, { $results } counts and totals.
replay-inputs = What went in has changed, what comes out has not: all { $results } counts and totals are the same.
replay-kept = Nothing that went in has changed, and all { $results } counts and totals are the same; the file of results is another than it was.
replay-differs = The results differ, and so does what went in: { $what }.
replay-program = The results differ, though the policy, the data and the params are the same: this version of merit evaluates otherwise than { $version } did.
replay-unknown = The results differ, though the policy and the data are the same. The receipt does not hold the params: give the --set of then, if there were any.
replay-unexplained = The results differ, though nothing that went in has changed. That is a fault of the program or a receipt that was edited.
replay-version = It was written by another version of merit, { $version }.
replay-bytes = The results come out the same to the byte ({ $file }).
replay-unwritten = { $file } holds the time of its run, so only counts and totals could be compared.
replay-optionless = The receipt does not hold the options of its run, so { $file } was not written anew to be compared; counts and totals were.
replay-gone = { $file } is not where it was, so nobody can tell whether it was changed since.
replay-who = Who came out otherwise: { $command }

E0802-replay-no-receipt = { $file } is no receipt of merit
    .help = A receipt is what merit eval writes with --receipt FILE.
E0802-replay-unnamed = No receipt was given
    .help = Write: merit replay receipt.json policy.merit data.csv. merit eval writes a receipt with --receipt FILE.
E0802-replay-piped-policy = The policy of that run came from standard input, and the command names none
    .help = Name the file: merit replay receipt.json policy.merit data.csv.
E0802-replay-piped-data = The data of that run came from standard input, and the command names none
    .help = Name the file: merit replay receipt.json policy.merit data.csv.
E0802-replay-policies = The receipt is of { $count } { $count ->
        [one] policy
       *[other] policies
    }, { $names }, and the command names { $given }
    .help = Name as many as then, or none: those of the receipt are taken.

### Usage, examples and exit status in the help and the manual pages

example-policy = policy.merit
example-data = data.csv
example-diff = old.merit new.merit

usage-merit = merit COMMAND [OPTIONS]
usage-new = merit new [TEMPLATE] [FILE] [OPTIONS]
usage-check = merit check POLICY.merit... [OPTIONS]
usage-eval = merit eval POLICY.merit... DATA... [OPTIONS]
usage-why = merit why POLICY.merit... DATA... KEY... [OPTIONS]
usage-reconcile = merit reconcile POLICY.merit... DATA... --against SHEET [OPTIONS]
usage-next = merit next POLICY.merit... DATA... KEY... [OPTIONS]
usage-replay = merit replay RECEIPT [POLICY.merit... DATA...] [OPTIONS]
usage-test = merit test POLICY.merit... [OPTIONS]
usage-cases = merit cases POLICY.merit [OPTIONS]
usage-cliffs = merit cliffs POLICY.merit [DATA...] [OPTIONS]
usage-diff = merit diff OLD.merit NEW.merit [DATA...] [OPTIONS]
usage-doc = merit doc POLICY.merit [OPTIONS]
usage-report = merit report POLICY.merit... DATA... -o PAGE [OPTIONS]
usage-repl = merit repl [POLICY.merit] [OPTIONS]
usage-schema = merit schema POLICY.merit [OPTIONS]
usage-explain = merit explain [CODE] [OPTIONS]
usage-completions = merit completions SHELL [OPTIONS]
usage-man = merit man [COMMAND] [OPTIONS]
usage-help = merit help [COMMAND] [OPTIONS]

value-TEMPLATE = TEMPLATE
value-LINE = LINE
value-FILE = FILE
value-POLICY = POLICY
value-PARAM = PARAM
value-VALUE = VALUE
value-TEXT = TEXT
value-NAME = NAME
value-ENCODING = ENCODING
value-SHEET = SHEET
value-CODE = CODE
value-SHELL = SHELL
value-COMMAND = COMMAND
value-DIR = DIR
value-N = N
value-OURS = OURS
value-THEIRS = THEIRS
value-LINES = LINES

examples-merit =
    merit new aftersales-kpi-en shop.merit
    merit check shop.merit
    merit eval shop.merit march.xlsx -o wages.xlsx
    merit help eval
examples-new =
    merit new
    merit new aftersales-kpi-en shop.merit
examples-check =
    merit check shop.merit
    merit check shop.merit --fix
    merit check presales.merit aftersales.merit --together
examples-eval =
    merit eval shop.merit march.xlsx
    merit eval shop.merit march.xlsx -o wages.xlsx --headers titles
    merit eval shop.merit march.csv --with orders=orders.csv --history earlier/
    merit eval shop.merit march.csv --set rate=3% --summary-only
examples-why =
    merit why service.merit march.csv A02
    merit why service.merit march.csv A02 2024-03 --depth line
    merit why service.merit march.csv --all --format json
examples-reconcile =
    merit reconcile service.merit march.csv --against march-pay.xlsx
    merit reconcile service.merit march.csv --against march-pay.xlsx --map pay=net
    merit reconcile service.merit march.csv --against march-pay.xlsx -o d.xlsx
examples-next =
    merit next service.merit march.csv A02
    merit next service.merit march.csv A02 2024-03 --next 5 --fixed post,years
examples-replay =
    merit replay march-receipt.json
    merit replay march-receipt.json shop.merit march.csv --format json
    merit replay --run march.toml
examples-test =
    merit test shop.merit
    merit test shop.merit --set rate=3%
    merit test shop.merit --from cases.xlsx
    merit test shop.merit --coverage
examples-cases =
    merit cases shop.merit >> shop.merit
    merit cases shop.merit -o cases.csv
    merit cases shop.merit --mutants
examples-cliffs =
    merit cliffs shop.merit
    merit cliffs shop.merit march.xlsx
examples-diff =
    merit diff old.merit new.merit
    merit diff shop.merit shop.merit --set-new rate=3%
examples-doc =
    merit doc shop.merit -o shop.html
    merit doc shop.merit > shop.md
examples-report =
    merit report shop.merit march.xlsx -o march.html
    merit report shop.merit march.xlsx -o march.html --statements
    merit report shop.merit march.xlsx -o statements/ --by shop
examples-repl =
    merit repl shop.merit --data march.xlsx
    merit repl shop.merit --data march.xlsx -c ':record A06' -c ':why'
examples-schema =
    merit schema shop.merit --template xlsx -o empty.xlsx
    merit schema shop.merit > shop.schema.json
examples-explain =
    merit explain
    merit explain E0501
examples-completions =
    merit completions bash > ~/.local/share/bash-completion/completions/merit
    merit completions zsh > ~/.zfunc/_merit
    merit completions fish > ~/.config/fish/completions/merit.fish
    merit completions powershell >> $PROFILE
examples-man =
    merit man eval | man -l -
    merit man -o ~/.local/share/man/man1
examples-help =
    merit help
    merit help eval

man-name = NAME
man-synopsis = SYNOPSIS
man-exit = EXIT STATUS
man-see-also = SEE ALSO
exit-0 = All well.
exit-1 = The policy was refused, a test failed, or the data as a whole cannot be used; nothing is written.
exit-2 = Wrong usage, or a file that cannot be read or written.
exit-3 = Some records were rejected; the results of all are written.

planned-reconcile = For now, merit eval policy.merit data.csv -o result.xlsx and compare with the sheet that was computed by hand.
planned-lsp = For now, an editor can read merit check policy.merit --format json.
planned-draft = For now, begin with one of the ready-made policies that merit new lists.

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
remedy-or = Or:

### What merit fmt says

about-fmt = Lay policies out in one way: columns, indents, blanks and blank lines; what they say stays
usage-fmt = merit fmt FILE... [OPTIONS]
examples-fmt =
    merit fmt shop.merit
    merit fmt policies/ --check
    merit fmt shop.merit --keywords en
    merit fmt shop.merit --diff
option-sources = Policy files, folders with policies, or - for standard input
option-check = Change nothing: name what is not laid out so, and end with 1 if anything is not
option-diff = Change nothing: show the lines that would change
option-stdin = Read standard input and write to standard output, as - does
option-keywords = Put keywords and units into this language, zh or en; names, labels and what is in quotes stay
option-range = Lay out these lines only, such as 10:20; the others stay as they are

fmt-done = Laid out { $file }
fmt-due = Not laid out yet: { $file }
fmt-unread = { $file } is left as it is: what does not read, shown above, comes first.
fmt-fault = { $file } is left as it is: laid out, it would say something else. That is a fault of merit; please send us the file.

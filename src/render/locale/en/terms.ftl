### Words that are used everywhere

term-number = number
term-count = count
term-percent = percent
term-points = points
term-money = money
term-duration = duration
term-bool = yes or no
term-label = label
term-text = text
term-date = date
term-week = week
term-month = month
term-quarter = quarter
term-year = year
term-time = time of day
term-missing = missing
term-exempt = exempt
term-yes = yes
term-no = no
term-absent-file = there is no such file or folder
term-no-permission = permission is denied
term-folder = it is a folder, not a file
term-special-file = it is a pipe or device, not a file
term-full-disk = the disk is full
term-closed-output = standard output is closed

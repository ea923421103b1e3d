### Heads of columns and words for what became of a record, in results for people

head-of-name = { $title } ({ $name })
head-member = { $owner }: { $member }
head-points = { $name } points
head-weighted = { $name } weighted
head-rate = { $name } rate
head-scores = sum of scores
head-policy = policy
head-version = version
head-status = status
head-reasons = remarks
head-file = file
head-row = row

status-ok = ok
status-provisional = provisional
status-rejected = rejected
status-skipped = skipped

# A gate that does not hold, and the conditions that failed
cell-failed = no: { $conditions }

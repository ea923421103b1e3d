### merit why: how somebody came to a result; how the record that is asked for is found

E0802-key = The data has nobody called “{ $text }” among { $count ->
    [one] 1 person
   *[other] { $count } people
}
    .help = Write the key fields in order, as the data has them, and then perhaps a period.
E0802-key-near = The data has nobody called “{ $text }” among { $count ->
    [one] 1 person
   *[other] { $count } people
}
    .help = Is it { $near }? Write: { $command }
E0802-key-several = { $count } people are called “{ $text }”: { $keys }
    .help = Write the whole key: { $command }
E0802-key-period = The data has “{ $key }” for { $periods } only
    .help = Write: { $command }
E0802-no-key = Of whom is not said; the data has { $count } people: { $keys }
    .help = Write: { $command }
sought-latest = The data has “{ $text }” for { $periods }; none was asked for, so this is the latest, { $latest }.

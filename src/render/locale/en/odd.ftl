# What can be computed, yet is odd.

W0510 = “{ $item }” is too light to change anybody’s grade: it adds at most { $most } to the total; even closest to the bound { $bound }, where the others come to { $rest }, it makes { $sum } and the grade stays
    .label = whatever this scores, no grade and no pay changes
    .help = raise its share ({ -weight } or { -out-of }), or delete it and give its share to others; if it is meant so, write # { -allow }W0510 reason

W0511 = { $kind ->
        [floor] the floor { $bound } never acts: { $input } is at least { $end }
       *[cap] the cap { $bound } never acts: { $input } is at most { $end }
    }
    .label = nobody ever meets this
    .help = check whether { $bound } is right; if it is not needed, write { $input } alone
W0511-pay = { $kind ->
        [floor] the floor { $bound } of “{ $input }” never acts: it is at least { $end }
       *[cap] the cap { $bound } of “{ $input }” never acts: it is at most { $end }
    }
    .label = nobody ever meets this
    .help = check whether { $bound } is right; if it is not needed, delete { $kind ->
        [floor] { -at-least } { $bound }
       *[cap] { -at-most } { $bound }
    }

W0511-turned = “{ $input }” is taken off, so it is below 0 and the cap { $bound } never acts: there is no limit to what is taken
    .label = nobody ever meets this
    .help = for at most { $bound } taken off, write { $wanted }: the most that is taken is the lowest that the line can be

W0512 = { $kind ->
        [floor] the floor { $bound } always acts: { $input } is at most { $end }, so everybody gets { $bound }
       *[cap] the cap { $bound } always acts: { $input } is at least { $end }, so everybody gets { $bound }
    }
    .label = everybody gets { $bound }
    .help = check { $bound } and { $input }; if it is meant so, write { $bound } alone
W0512-pay = { $kind ->
        [floor] the floor { $bound } of “{ $input }” always acts: it comes to at most { $end }, so everybody gets { $bound }
       *[cap] the cap { $bound } of “{ $input }” always acts: it comes to at least { $end }, so everybody gets { $bound }
    }
    .label = everybody gets { $bound }
    .help = check { $bound } and the amount; if it is meant so, write { $bound } alone

W0512-turned = “{ $input }” is taken off and comes to at most { $end }, but its floor is { $bound }: nothing is taken, everybody is given { $bound }
    .label = everybody gets { $bound }
    .help = for at most { $bound } taken off, write { $wanted }: the most that is taken is the lowest that the line can be

W0513 = { $better } and { $worse } of “{ $grade }” give the same, { $values }: whoever earns { $better } gets no more than with { $worse }
    .label = { $worse } gives { $values } too
    .label-row = { $better } stands here
    .help = check the values of { $better } and { $worse }; if they are meant so, write # { -allow }W0513 reason on this line

W0514 = { $input } is never { $value }: it lies between { $lo } and { $hi }, so this fits nobody
    .label = nobody is at { $value }
    .help = write a value that it can have, or delete { $value }
W0514-step = { $input } is never exactly { $value }: it moves by { $step }, so this fits nobody
    .label = nobody is at { $value }
    .help = write a multiple of { $step } for { $value }, or delete it

W0515 = “{ $text }” is missing for who came in the middle of it or was away for a period, and then { $fallback } counts, not the sum of what there is
    .label = { $fallback } for who lacks a period
    .help = for what there is since its beginning give the same file once more as details under names of its own, with a column for the year: { -details } months {"{"} id : { -text }, { -key }; its_month : { -month } { -from } "month"; its_year : { -year } { -from } "year"; amount : { -money } {"}"}, and write { -sum }(months.amount { -where } months.its_year = year { -and } months.its_month <= month)
W0515-quarter = “{ $text }” is missing for who came in the middle of it or was away for a period, and then { $fallback } counts, not the sum of what there is
    .label = { $fallback } for who lacks a period
    .help = for what there is since its beginning give the same file once more as details under names of its own, with a column for the quarter: { -details } months {"{"} id : { -text }, { -key }; its_month : { -month } { -from } "month"; its_quarter : { -quarter } { -from } "quarter"; amount : { -money } {"}"}, and write { -sum }(months.amount { -where } months.its_quarter = quarter { -and } months.its_month <= month)

W0520 = { $kind ->
        [floor] the floor { $bound } is only a safety net: { $input } is at least { $end }, so it changes no result
       *[cap] the cap { $bound } is only a safety net: { $input } is at most { $end }, so it changes no result
    }
    .label = changes no result
    .help = it may stay; to be brief, write { $input } alone
W0520-pay = { $kind ->
        [floor] the floor { $bound } of “{ $input }” is only a safety net: it is at least { $end }, so nobody’s pay changes
       *[cap] the cap { $bound } of “{ $input }” is only a safety net: it is at most { $end }, so nobody’s pay changes
    }
    .label = changes no result
    .help = it may stay; to be brief, delete { $kind ->
        [floor] { -at-least } { $bound }
       *[cap] { -at-most } { $bound }
    }

W0521 = { $one } and { $two } of “{ $table }” both answer { $values } and could be one row
    .label = the same as the row above
    .label-one = the row above
    .help = check for a slip; if it is meant so, one row will do: { $pattern } => { $values }

W0516 = “{ $item }” scores at most { $most }, and full marks are { $full }: “{ $text }” comes to no more than { $most }, so everybody loses at least { $lost } points of the total
    .label = at most { $most }, not { $full }
    .label-gap = on that scale no row of “{ $table }” takes { $point }
    .help = { $mend ->
        [edit] bring it to the scale of { $full }: write { $proposal }; if it is meant so, write # { -allow }W0516 reason
       *[look] bring it to the scale of { $full }; if it is meant so, write # { -allow }W0516 reason
    }
W0516-field = “{ $item }” scores at most { $most }, and full marks are { $full }: “{ $text }” goes no higher than { $most }, so everybody loses at least { $lost } points of the total
    .label = at most { $most }, not { $full }
    .label-gap = on that scale no row of “{ $table }” takes { $point }
    .help = { $mend ->
        [edit] bring it to the scale of { $full }: write { $proposal }; if it is meant so, write # { -allow }W0516 reason
        [name] bring it to the scale of { $full }: “{ $text }” is needed elsewhere too, so give this item a name of its own, and behind it = and the product; if it is meant so, write # { -allow }W0516 reason
       *[look] bring it to the scale of { $full }; if it is meant so, write # { -allow }W0516 reason
    }
W0516-rows = “{ $item }” scores at most { $most }, and full marks are { $full }: even the best row gives { $most }, so everybody loses at least { $lost } points of the total
    .label = at most { $most }, not { $full }
    .label-gap = on that scale no row of “{ $table }” takes { $point }
    .label-best = the best row
    .help = score the rows out of { $full }; the weight is applied afterwards; if it is meant so, write # { -allow }W0516 reason

W0517 = “{ $name }” sounds like something taken off, but is added to { $sum }: whoever should lose more is given more
    .label = “{ $text }” is never less than 0, so it adds
    .help = { $mend ->
        [edit] to take it off, write { $proposal }; if adding is what is meant, write # { -allow }W0517 reason
       *[bounds] to take it off, make the formula less than 0 (a minus before it), and turn the floor and the cap round as well; if adding is what is meant, write # { -allow }W0517 reason
    }

W0518 = “{ $text }” is only for those with “{ $condition }”: everybody else gets 0 here, and nothing of “{ $base }”
    .label = 0 for everybody else
    .help = if the others get all of it, write { $proposal }; if they get nothing, say so: { $whole }

W0522 = “{ $item }” scores at most { $most }, and full marks are { $full }: everybody loses at least { $lost } points of the total
    .label = at most { $most }
    .help = it may stay; if full marks are to be had, check “{ $text }”
W0522-field = “{ $item }” scores at most { $most }, and full marks are { $full }: everybody loses at least { $lost } points of the total
    .label = at most { $most }
    .help = it may stay; if full marks are to be had, check “{ $text }”
W0522-rows = the best row of “{ $item }” gives { $most }, and full marks are { $full }: everybody loses at least { $lost } points of the total
    .label = at most { $most }
    .label-best = the best row
    .help = it may stay; if full marks are to be had, give { $full } in the best row

//! Sets of places on one axis.

/// Places on an axis: closed ranges, sorted, disjoint and not touching each other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Places(Vec<(i128, i128)>);

impl Places {
    /// The places of these ranges, which may come in any order, meet each other, or be empty (`lo > hi`).
    pub fn of(ranges: impl IntoIterator<Item = (i128, i128)>) -> Places {
        let mut ranges: Vec<(i128, i128)> = ranges.into_iter().filter(|(lo, hi)| lo <= hi).collect();
        ranges.sort_unstable();
        let mut joined: Vec<(i128, i128)> = Vec::with_capacity(ranges.len());
        for (lo, hi) in ranges {
            match joined.last_mut() {
                Some(last) if lo <= last.1 + 1 => last.1 = last.1.max(hi),
                _ => joined.push((lo, hi)),
            }
        }
        Places(joined)
    }

    /// One range.
    pub fn range(lo: i128, hi: i128) -> Places {
        Places::of([(lo, hi)])
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The ranges, from the lowest.
    pub fn ranges(&self) -> &[(i128, i128)] {
        &self.0
    }

    /// The least place.
    pub fn first(&self) -> Option<i128> {
        self.0.first().map(|range| range.0)
    }

    /// The greatest place.
    pub fn last(&self) -> Option<i128> {
        self.0.last().map(|range| range.1)
    }

    /// Whether `place` is one of them.
    pub fn contains(&self, place: i128) -> bool {
        self.meets_range(place, place)
    }

    /// Whether one of them lies in `[lo, hi]`.
    pub fn meets_range(&self, lo: i128, hi: i128) -> bool {
        self.reaching(lo).is_some_and(|range| range.0 <= hi)
    }

    /// Whether all of `[lo, hi]` are among them.
    pub fn covers_range(&self, lo: i128, hi: i128) -> bool {
        self.reaching(lo).is_some_and(|range| range.0 <= lo && hi <= range.1)
    }

    /// Whether the two have a place in common.
    pub fn meets(&self, other: &Places) -> bool {
        match (self.0.as_slice(), other.0.as_slice()) {
            ([(a, b)], [(c, d)]) => a <= d && c <= b,
            _ => self.0.iter().any(|(lo, hi)| other.meets_range(*lo, *hi)),
        }
    }

    /// Whether all places of `other` are among these.
    pub fn covers(&self, other: &Places) -> bool {
        other.0.iter().all(|(lo, hi)| self.covers_range(*lo, *hi))
    }

    /// The places of both.
    pub fn intersection(&self, other: &Places) -> Places {
        let pairs = self.0.iter().flat_map(|a| other.0.iter().map(move |b| (a.0.max(b.0), a.1.min(b.1))));
        Places::of(pairs)
    }

    /// The places in `[lo, hi]` that are not among these.
    pub fn complement(&self, lo: i128, hi: i128) -> Places {
        let mut free = vec![];
        let mut next = lo;
        for (start, end) in self.0.iter().filter(|range| range.1 >= lo && range.0 <= hi) {
            free.push((next, start - 1));
            next = end + 1;
        }
        free.push((next, hi));
        Places::of(free)
    }

    /// The places of these that are not among the others.
    pub fn without(&self, other: &Places) -> Places {
        Places::of(self.0.iter().flat_map(|(lo, hi)| other.complement(*lo, *hi).0))
    }

    /// The places of either.
    pub fn union(&self, other: &Places) -> Places {
        Places::of(self.0.iter().chain(&other.0).copied())
    }

    /// The first range that does not end before `lo`.
    fn reaching(&self, lo: i128) -> Option<&(i128, i128)> {
        match self.0.as_slice() {
            [only] => (only.1 >= lo).then_some(only),
            ranges => ranges.get(ranges.partition_point(|range| range.1 < lo)),
        }
    }
}

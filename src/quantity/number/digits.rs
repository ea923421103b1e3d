//! The digits of a number as they are written: of nearly all there are few, and they are written from the last.

/// As many as the greatest `u64` has, a point, a zero before it and a sign.
const ROOM: usize = 24;

/// No number with more places behind the point is written so.
pub(super) const MOST_PLACES: u32 = 18;

/// The digits of a number, with its sign and its point.
pub(crate) struct Digits {
    room: [u8; ROOM],
    from: usize,
}

impl Digits {
    /// Those of a count.
    pub(crate) fn of_count(count: usize) -> Self {
        Digits::of(false, count as u64, 0)
    }

    /// Those of `digits × 10^-scale`, the shortest that say it; `scale` is no more than [`MOST_PLACES`].
    pub(super) fn of(negative: bool, mut digits: u64, mut scale: u32) -> Self {
        while scale > 0 && digits.is_multiple_of(10) {
            (digits, scale) = (digits / 10, scale - 1);
        }
        let negative = negative && digits > 0;
        let mut written = Digits { room: [b'0'; ROOM], from: ROOM };
        for _ in 0..scale {
            written.digit(&mut digits);
        }
        if scale > 0 {
            written.put(b'.');
        }
        written.digit(&mut digits);
        while digits > 0 {
            written.digit(&mut digits);
        }
        if negative {
            written.put(b'-');
        }
        written
    }

    fn digit(&mut self, digits: &mut u64) {
        self.put(b'0' + u8::try_from(*digits % 10).unwrap_or_default());
        *digits /= 10;
    }

    fn put(&mut self, byte: u8) {
        self.from = self.from.saturating_sub(1);
        self.room.get_mut(self.from).into_iter().for_each(|place| *place = byte);
    }

    /// As text.
    pub(crate) fn as_str(&self) -> &str {
        self.room.get(self.from..).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

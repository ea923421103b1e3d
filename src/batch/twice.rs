//! Whether some number stands among many twice.

/// So many numbers are looked at together, which fit the nearest memory.
const TOGETHER: usize = 2048;
/// A number that is so far from its place tells that they do not look random.
const FAR: usize = 64;

/// Whether any of some numbers that look random stands there twice. They are put apart by their first bits, and each part
/// is looked through by a table: a sort would take several times as long.
pub(super) fn any_twice(all: &[u64]) -> bool {
    let bits = (all.len() / TOGETHER).checked_ilog2().unwrap_or_default();
    let part = |number: u64| number.checked_shr(u64::BITS - bits).unwrap_or_default() as usize;
    let mut ends = vec![0; 1 << bits];
    all.iter().for_each(|number| ends.get_mut(part(*number)).into_iter().for_each(|end| *end += 1));
    let (mut most, mut sum) = (0, 0);
    for end in &mut ends {
        most = most.max(*end);
        (*end, sum) = (sum, sum + *end);
    }
    let mut apart = vec![0; all.len()];
    for number in all {
        let Some(end) = ends.get_mut(part(*number)) else { continue };
        apart.get_mut(*end).into_iter().for_each(|place| *place = *number);
        *end += 1;
    }
    let mut table = vec![0; (2 * most).next_power_of_two()];
    let mut first = 0;
    ends.iter().any(|end| {
        let own = apart.get_mut(first..*end).unwrap_or_default();
        first = *end;
        is_any_twice(own, &mut table)
    })
}

/// The same of some numbers for which the table has more than room.
fn is_any_twice(own: &mut [u64], table: &mut [u64]) -> bool {
    table.fill(0);
    let mask = table.len() - 1;
    for number in own.iter() {
        // 0 is no number in the table.
        let number = (*number).max(1);
        let mut place = (number >> 20) as usize & mask;
        let mut steps = 0;
        while let Some(there) = table.get_mut(place) {
            match *there {
                0 => {
                    *there = number;
                    break;
                }
                there if there == number => return true,
                _ => (place, steps) = ((place + 1) & mask, steps + 1),
            }
            if steps > FAR {
                own.sort_unstable();
                return own.windows(2).any(|pair| pair.first() == pair.last());
            }
        }
    }
    false
}

//! Two people exchange what they do, on one day or on some on end.

use super::change::same_shift;
use crate::rng::Rng;
use crate::state::{Draft, State};

/// Two people exchange their duties on some days on end. Where one may not have the other's function, it becomes
/// another function of the same shift. `false`: they cannot, or do the same.
pub(super) fn exchange(state: &State, draft: &mut Draft, longest: usize, rng: &mut Rng) -> bool {
    let layout = &state.layout;
    if layout.people < 2 {
        return false;
    }
    let a = rng.below(layout.people);
    let b = (a + 1 + rng.below(layout.people - 1)) % layout.people;
    let mut first = rng.below(layout.days);
    let mut end = first + 1 + rng.below(longest.min(layout.days - first));
    let (row_a, row_b) = (state.row(a), state.row(b));
    while first < end && row_a[first] == row_b[first] {
        first += 1;
    }
    while first < end && row_a[end - 1] == row_b[end - 1] {
        end -= 1;
    }
    if first == end {
        return false;
    }
    let taken = |person: usize, day: usize, duty: u8| {
        if layout.may(person, day, duty) { Some(duty) } else { same_shift(layout, person, day, duty) }
    };
    let can = |day: usize| taken(a, day, row_b[day]).is_some() && taken(b, day, row_a[day]).is_some();
    if !(first..end).all(can) {
        return false;
    }
    draft.add(a, first, (first..end).filter_map(|day| taken(a, day, row_b[day])));
    draft.add(b, first, (first..end).filter_map(|day| taken(b, day, row_a[day])));
    true
}

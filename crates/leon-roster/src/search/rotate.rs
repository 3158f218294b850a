//! A person's days on end move by one: a block of work begins a day earlier or later, and nothing is added up anew.

use crate::rng::Rng;
use crate::state::{Draft, State};

/// Some days of one person move by one day, the one pushed out taking the place left behind. `false`: nothing would
/// change, or a day cannot have what would come to it.
pub(super) fn rotate(state: &State, draft: &mut Draft, longest: usize, rng: &mut Rng) -> bool {
    let layout = &state.layout;
    let (person, first) = (rng.below(layout.people), rng.below(layout.days));
    let length = (2 + rng.below(longest)).min(layout.days - first);
    let row = &state.row(person)[first..first + length];
    // Days that move within a block of the same change nothing but at its ends.
    if row.iter().all(|duty| *duty == row[0]) {
        return false;
    }
    let by = if rng.below(2) == 0 { 1 } else { length - 1 };
    let moved = |index: usize| row[(index + by) % length];
    if !(0..length).all(|index| layout.may(person, first + index, moved(index))) {
        return false;
    }
    draft.add(person, first, (0..length).map(moved));
    true
}

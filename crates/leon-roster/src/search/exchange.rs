//! Two people exchange what they do, on one day or on some on end.

use crate::rng::Rng;
use crate::state::{Draft, State};

/// Two people exchange their duties on some days on end, as far as each may do what the other does. `false`: they
/// cannot, or do the same.
pub(super) fn exchange(state: &State, draft: &mut Draft, longest: usize, rng: &mut Rng) -> bool {
    let layout = &state.layout;
    let a = rng.below(layout.people);
    let partners = layout.partners.of(a);
    if partners.is_empty() {
        return false;
    }
    let b = partners[rng.below(partners.len())] as usize;
    let first = rng.below(layout.days);
    let (row_a, row_b) = (state.row(a), state.row(b));
    if row_a[first] == row_b[first] {
        return false;
    }
    // Short ones come more often than long ones.
    let length = 1 + rng.below(longest).min(rng.below(longest));
    let can = |day: usize| layout.may(a, day, row_b[day]) && layout.may(b, day, row_a[day]);
    let mut end = first;
    let mut last = first;
    while end < layout.days && end < first + length && can(end) {
        end += 1;
        if row_a[end - 1] != row_b[end - 1] {
            last = end;
        }
    }
    if last == first {
        return false;
    }
    draft.add(a, first, row_b[first..last].iter().copied());
    draft.add(b, first, row_a[first..last].iter().copied());
    draft.keeps_cover = layout.cover_of[a] == layout.cover_of[b];
    true
}

//! Two people exchange what they do, on one day or on some on end.

use crate::problem::FREE;
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

/// Two people exchange a day on which only the one works against a day on which only the other does, so that neither
/// works more days than before. `false`: these two cannot.
pub(super) fn exchange_days(state: &State, draft: &mut Draft, farthest: usize, rng: &mut Rng) -> bool {
    let layout = &state.layout;
    let a = rng.below(layout.people);
    let partners = layout.partners.of(a);
    if partners.is_empty() {
        return false;
    }
    let b = partners[rng.below(partners.len())] as usize;
    let (row_a, row_b) = (state.row(a), state.row(b));
    let only_a = |day: usize| row_a[day] != FREE && row_b[day] == FREE;
    let only_b = |day: usize| row_b[day] != FREE && row_a[day] == FREE;
    let can = |day: usize| layout.may(a, day, row_b[day]) && layout.may(b, day, row_a[day]);
    let first = rng.below(layout.days);
    let is_a = only_a(first);
    if (!is_a && !only_b(first)) || !can(first) {
        return false;
    }
    let other = |day: &usize| can(*day) && if is_a { only_b(*day) } else { only_a(*day) };
    let from = first + 1 + rng.below(farthest);
    let Some(last) = (from..layout.days.min(from + farthest)).find(other) else { return false };
    let is_exchanged = |day: usize| day == first || day == last;
    let new = |own: &[u8], theirs: &[u8], day: usize| if is_exchanged(day) { theirs[day] } else { own[day] };
    draft.add(a, first, (first..=last).map(|day| new(row_a, row_b, day)));
    draft.add(b, first, (first..=last).map(|day| new(row_b, row_a, day)));
    draft.keeps_cover = layout.cover_of[a] == layout.cover_of[b];
    true
}

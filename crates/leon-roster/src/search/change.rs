//! Another duty for one person, on one day or on some on end.

use crate::layout::Layout;
use crate::problem::FREE;
use crate::rng::Rng;
use crate::state::{Draft, State};

/// One day of one person gets any other duty. `false`: nothing can change there.
pub(super) fn change_day(state: &State, draft: &mut Draft, rng: &mut Rng) -> bool {
    let layout = &state.layout;
    let (person, day) = (rng.below(layout.people), rng.below(layout.days));
    let choices = layout.choices(person, day);
    if choices.len() < 2 {
        return false;
    }
    let duty = choices[rng.below(choices.len())];
    if duty == state.row(person)[day] {
        return false;
    }
    draft.add(person, day, [duty]);
    true
}

/// Some days on end become free, or get one shift, in any function that the person may have.
pub(super) fn change_days(state: &State, draft: &mut Draft, longest: usize, rng: &mut Rng) -> bool {
    let layout = &state.layout;
    let (person, first) = (rng.below(layout.people), rng.below(layout.days));
    let length = 1 + rng.below(longest.min(layout.days - first));
    let row = state.row(person);
    let choices = layout.choices(person, first);
    let duty = choices[rng.below(choices.len())];
    let day_duty = |day: usize| -> Option<u8> {
        if layout.may(person, day, duty) { Some(duty) } else { same_shift(layout, person, day, duty) }
    };
    let mut end = first;
    let mut differs = false;
    while end < first + length {
        let Some(duty) = day_duty(end) else { break };
        differs |= duty != row[end];
        end += 1;
    }
    if !differs {
        return false;
    }
    draft.add(person, first, (first..end).filter_map(day_duty));
    true
}

/// A duty of the same shift that the person may have that day.
pub(super) fn same_shift(layout: &Layout, person: usize, day: usize, duty: u8) -> Option<u8> {
    if duty == FREE {
        return None;
    }
    layout.same_shift.of(usize::from(duty)).iter().copied().find(|&it| layout.may(person, day, it))
}

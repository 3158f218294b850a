//! A person's minutes at work and at rest.

use super::facts::{Duty, PersonFacts};
use leon_model::{Clause, ClauseKind, Moment, ShiftKind};

/// Minutes since 1970.
pub(super) type Minute = i64;

/// When a person is at work: stretches of minutes, apart from each other, in order of time. All else is rest.
pub(super) struct Timeline {
    stretches: Vec<(Minute, Minute)>,
}

impl Timeline {
    /// The person's duties that count as work, history among them.
    pub fn new<'a>(person: &PersonFacts<'a>) -> Self {
        let mut stretches: Vec<(Minute, Minute)> = Vec::new();
        for duty in person.duties.iter().filter(|it| !is_rest(person, it)) {
            let (start, end) = minutes(duty);
            match stretches.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => stretches.push((start, end)),
            }
        }
        Self { stretches }
    }

    /// The longest unbroken rest between two minutes.
    pub fn longest_rest(&self, from: Minute, to: Minute) -> Minute {
        let near = self.stretches.partition_point(|it| it.1 <= from);
        let (mut longest, mut rest_since) = (0, from);
        for (start, end) in self.stretches[near..].iter().take_while(|it| it.0 < to) {
            longest = longest.max(start - rest_since);
            rest_since = *end;
        }
        longest.max(to - rest_since)
    }

    /// The stretches of work with the rest before each; `None` before the first.
    pub fn with_rest_before(&self) -> impl Iterator<Item = (Option<Minute>, (Minute, Minute))> {
        let ends = std::iter::once(None).chain(self.stretches.iter().map(|it| Some(it.1)));
        ends.zip(&self.stretches).map(|(before, stretch)| (before.map(|it| stretch.0 - it), *stretch))
    }

    /// When work begins again after a minute.
    pub fn next_start(&self, after: Minute) -> Option<Minute> {
        self.stretches.iter().map(|it| it.0).find(|it| *it >= after)
    }

    /// The rests between two minutes, the ends cut off.
    pub fn rests(&self, from: Minute, to: Minute) -> Vec<Minute> {
        let (mut rests, mut since) = (Vec::new(), from);
        for (start, end) in self.stretches.iter().filter(|it| it.1 > from && it.0 < to) {
            rests.push(start - since);
            since = *end;
        }
        rests.push(to - since);
        rests.retain(|it| *it > 0);
        rests
    }
}

/// The minutes of a duty; one that has begun counts whole.
pub(super) fn minutes(duty: &Duty<'_>) -> (Minute, Minute) {
    (minute(duty.start), duty.end.0.div_euclid(60) + i64::from(duty.end.0.rem_euclid(60) > 0))
}

/// The minute of an instant.
pub(super) fn minute(moment: Moment) -> Minute {
    moment.0.div_euclid(60)
}

/// The instant at which a minute begins.
pub(super) fn moment(minute: Minute) -> Moment {
    Moment(minute * 60)
}

/// Whether a duty on call counts as rest. Without a clause that says so it does not.
pub(super) fn is_rest<'a>(person: &PersonFacts<'a>, duty: &Duty<'a>) -> bool {
    let Some(kind) = duty.kind().filter(|it| it.is_on_call()) else { return false };
    person.rules(ClauseKind::OnCallRest, duty.date).iter().any(|it| match it.clause {
        Clause::OnCallRest { at_work, .. } if kind == ShiftKind::OnCallAtWork => *at_work,
        Clause::OnCallRest { at_home, .. } => *at_home,
        _ => false,
    })
}

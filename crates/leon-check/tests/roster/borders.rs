//! Every rule is tried just kept and just broken, and at every border of time at which it could go wrong.

use crate::case::Case;
use crate::cases::cases;
use leon_model::{ClauseKind, Moment};
use std::collections::{BTreeMap, BTreeSet};

/// What a case's time lies across.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Border {
    /// A duty goes on after midnight.
    Midnight,
    Month,
    /// A norm period ends in the roster.
    NormPeriod,
    /// A night of 7 hours.
    ClockForward,
    /// A night of 9 hours.
    ClockBack,
    /// Something from before the roster counts.
    History,
}

use Border::{ClockBack, ClockForward, History, Midnight, Month, NormPeriod};

const ALL: [Border; 6] = [Midnight, Month, NormPeriod, ClockForward, ClockBack, History];

/// Borders that a kind of rule cannot see, and why.
const UNSEEN: &[(&[&str], &[Border], &str)] = &[
    (&["norm_period", "one_leader"], &ALL, "speaks of the position, not of time"),
    (
        &["consecutive_nights", "nights_a_week", "weekend_frequency", "forward_rotation"],
        &[ClockForward, ClockBack],
        "counts duties, whatever their length",
    ),
    (&["norm_hours", "plan_notice"], &[Midnight], "counts dates"),
    (&["norm_hours"], &[ClockForward, ClockBack], "counts dates"),
    (&["break", "night_length", "ward_share", "clinical_share"], &[History], "looks at duties of the roster alone"),
    (&["plan_notice", "time_off_notice", "moved_duty"], &[History], "looks at when something was told"),
];

/// The kinds that look at norm periods.
const OF_NORM_PERIODS: [&str; 2] = ["norm_hours", "overtime"];

fn is_unseen(kind: ClauseKind, border: Border) -> bool {
    let listed = UNSEEN.iter().any(|(kinds, borders, _)| kinds.contains(&kind.word()) && borders.contains(&border));
    listed || border == NormPeriod && !OF_NORM_PERIODS.contains(&kind.word())
}

/// The borders that the stretch of these spans lies across, but [`History`].
pub fn crossed(spans: &[(Moment, Moment)], norm_ends: Option<Moment>) -> BTreeSet<Border> {
    let mut found = BTreeSet::new();
    if spans.iter().any(|(start, end)| start.danish_date() < end.danish_date() && end.danish_time().0 > 0) {
        found.insert(Midnight);
    }
    let (Some(start), Some(end)) = (spans.iter().map(|it| it.0).min(), spans.iter().map(|it| it.1).max()) else {
        return found;
    };
    let (from, to) = (start.danish_date(), end.danish_date());
    if from.year_month_day().1 != to.year_month_day().1 {
        found.insert(Month);
    }
    // What the clock shows, less what has passed.
    let shown = i64::from(to.0 - from.0) * 1440 + i64::from(end.danish_time().0) - i64::from(start.danish_time().0);
    let ahead = shown * 60 - (end - start).0;
    if ahead != 0 {
        found.insert(if ahead > 0 { ClockForward } else { ClockBack });
    }
    if norm_ends.is_some_and(|it| start < it && it <= end) {
        found.insert(NormPeriod);
    }
    found
}

#[test]
fn every_kind_of_rule_is_tried_at_every_border_that_it_can_see() {
    let mut tried: BTreeMap<ClauseKind, BTreeSet<Border>> = BTreeMap::new();
    for (_, case) in cases() {
        for kind in case.shows() {
            tried.entry(kind).or_default().extend(case.borders());
        }
    }
    let mut untried = Vec::new();
    for &kind in ClauseKind::ALL {
        for border in ALL {
            let is_tried = tried.get(&kind).is_some_and(|it| it.contains(&border));
            if !is_tried && !is_unseen(kind, border) {
                untried.push(format!("{} at {border:?}", kind.word()));
            }
        }
    }
    assert!(untried.is_empty(), "{untried:#?}");
}

#[test]
fn every_kind_of_rule_is_kept_and_broken() {
    let shown = |is_kept: bool| -> BTreeSet<ClauseKind> {
        let cases = cases().into_iter().map(|(_, case)| case).filter(|it: &Case| it.found.is_empty() == is_kept);
        cases.flat_map(|it| it.shows()).collect()
    };
    let all: BTreeSet<ClauseKind> = ClauseKind::ALL.iter().copied().collect();
    assert_eq!(shown(true), all);
    assert_eq!(shown(false), all);
}

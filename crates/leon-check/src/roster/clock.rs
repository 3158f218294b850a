//! How long the Danish clock shows some dates or times of day.

use super::timeline::{Minute, minute, moment};
use leon_model::{Date, TimeOfDay};

/// Minutes of a day without a change of the clock.
const DAY: Minute = 24 * 60;

/// A stretch of minutes, cut at each midnight, by date.
pub(super) fn by_date((start, end): (Minute, Minute)) -> impl Iterator<Item = (Date, (Minute, Minute))> {
    let (first, last) = (moment(start).danish_date(), moment(end.max(start + 1) - 1).danish_date());
    (first.0..=last.0).map(Date).map(move |date| {
        let (midnight, next) = (minute(date.midnight()), minute((date + 1).midnight()));
        (date, (start.max(midnight), end.min(next)))
    })
}

/// How many minutes of a stretch show a time of day from `from` until `to`, which may pass midnight.
pub(super) fn between(stretch: (Minute, Minute), from: TimeOfDay, to: TimeOfDay) -> Minute {
    let (from, to) = (Minute::from(from.0), Minute::from(to.0));
    let spans = if from < to { [(from, to), (0, 0)] } else { [(0, to), (from, DAY)] };
    let of_date = |(date, (start, end)): (Date, (Minute, Minute))| {
        let (midnight, next) = (minute(date.midnight()), minute((date + 1).midnight()));
        if next - midnight == DAY {
            let within = |(from, to): (Minute, Minute)| (end.min(midnight + to) - start.max(midnight + from)).max(0);
            spans.map(within).iter().sum()
        } else {
            // The clock is changed: it is asked at each minute.
            let shown = |at: Minute| Minute::from(moment(at).danish_time().0);
            let is_within = |at: &Minute| spans.iter().any(|it| (it.0..it.1).contains(&shown(*at)));
            (start..end).filter(is_within).count() as Minute
        }
    };
    by_date(stretch).map(of_date).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every stretch over the nights in which the clock is changed and one in which it is not.
    #[test]
    fn minutes_are_those_counted_one_by_one() {
        let spans =
            [(23, 6), (0, 0), (2, 3), (12, 0), (6, 23), (1, 3)].map(|(a, b)| (TimeOfDay(a * 60), TimeOfDay(b * 60)));
        let dates = ["2026-03-28", "2026-10-24", "2026-11-23"].map(|it| it.parse::<Date>().unwrap());
        for (date, from, length) in dates.into_iter().flat_map(|date| {
            (0..48).flat_map(move |half| [0, 1, 45, 480, 1500, 3000].map(move |length| (date, 30 * half, length)))
        }) {
            let start = minute(date.midnight()) + from;
            let stretch = (start, start + length);
            for (from, to) in spans {
                let is_between =
                    |time: TimeOfDay| if from < to { from <= time && time < to } else { time >= from || time < to };
                let counted = (stretch.0..stretch.1).filter(|at| is_between(moment(*at).danish_time())).count();
                assert_eq!(between(stretch, from, to), counted as Minute, "{date} {stretch:?} {from}-{to}");
            }
            for (date, (from, to)) in by_date(stretch) {
                let counted = (stretch.0..stretch.1).filter(|at| moment(*at).danish_date() == date).count();
                assert_eq!(to - from, counted as Minute, "{date} {stretch:?}");
            }
        }
    }
}

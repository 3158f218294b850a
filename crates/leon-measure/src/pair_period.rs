//! One period planned twice, without and with measures: same people, same contracts, same engine, same budget.

use crate::pair::{EARLY, OTHER_SEARCH, technology_of, used};
use crate::{AppliedPeriod, Kind, MeasureError, Pair, Quantity, SampledPeriod, StudyOptions, apply_period};
use leon_ledger::{Account, Book, Entry, Keys, book_roster, released};
use leon_model::{Measure, Minutes, Period, Roster};
use leon_roster::{Iterations, RosterOptions, plan_roster};
use std::collections::BTreeMap;

/// Plans a period without and with measures, has both rosters verified, books them and compares the books.
///
/// Minutes are minutes a week. What is released is staff time on duty, the measure's own hours paid. People and their
/// contracts are the same in both, so paid time is too: released time becomes less overtime, less that is uncovered,
/// hours owed to later rosters, or people at work beyond what is needed, which stands as [`Quantity::Surplus`].
///
/// # Errors
/// [`MeasureError::NotComparable`] when the needs differ other than by the measure. Others are faults of Leon's.
pub fn measure_period(
    measures: &[&Measure],
    sampled: &SampledPeriod,
    options: &StudyOptions,
) -> Result<Pair, MeasureError> {
    let applied = apply_period(measures, sampled)?;
    let seed = options.seed ^ sampled.seed;
    let plan = |period: &Period, seed: u64, iterations: u64| -> Result<(Roster, usize), MeasureError> {
        let budget = Iterations(iterations);
        let options = RosterOptions { seed, ..RosterOptions::new(&budget) };
        let planned = plan_roster(period, &options)?;
        Ok((planned.roster, planned.verdict.broken.len()))
    };
    let both = |iterations: u64| -> Result<_, MeasureError> {
        let (without, broken_without) = plan(&sampled.period, seed, iterations)?;
        let (with, broken_with) = plan(&applied.period, seed ^ OTHER_SEARCH, iterations)?;
        let without = book_roster(&sampled.period, &without)?;
        let with = with_measures(measures, &applied, &without, &book_roster(&applied.period, &with)?);
        Ok((released(&without, &with)?, (without, broken_without), (with, broken_with)))
    };
    // Only how far the answer still moves is taken from the early ones, whatever they break.
    let (early, ..) = both(options.iterations / EARLY)?;
    let (change, (without, broken_without), (with, broken_with)) = both(options.iterations)?;
    if broken_with > broken_without {
        // A roster that breaks more rules may not be compared with one that keeps them.
        return Err(MeasureError::RulesBroken { without: broken_without, with: broken_with });
    }

    let weeks = f64::from(sampled.period.last - sampled.period.first + 1) / 7.0;
    let a_week = |minutes: Minutes| minutes.0 as f64 / weeks;
    let mut less = BTreeMap::new();
    let mut add = |quantity: Quantity, minutes: Minutes| *less.entry(quantity).or_insert(0.0) += a_week(minutes);
    add(Quantity::Released, change.minutes());
    for line in change.lines.iter().filter(|it| it.account.is_staff_time_used()) {
        add(Quantity::Account(line.account), line.minutes);
    }
    for (group, minutes) in change.by_group() {
        add(Quantity::Group(group), minutes);
    }
    add(Quantity::Dropped, change.dropped_minutes());
    add(Quantity::Gained, change.gained_minutes());
    add(Quantity::Bought, bought(&without) - bought(&with));
    add(Quantity::Uncovered, uncovered(&without) - uncovered(&with));
    add(Quantity::Surplus, surplus(&without) - surplus(&with));
    Ok(Pair {
        kind: Kind::Team(sampled.kind),
        less,
        used_without: a_week(used(&without)),
        about: a_week(used(&without)),
        released_early: a_week(early.minutes()),
        // A roster's bound is in goals, not in minutes.
        gap_without: f64::INFINITY,
        gap_with: f64::INFINITY,
        users: applied.users,
        visits: applied.rows,
    })
}

/// The book with the measures: cover that is asked for no more is done by technology, and the measures' own hours are
/// paid.
fn with_measures(measures: &[&Measure], applied: &AppliedPeriod, without: &Book, with: &Book) -> Book {
    let mut entries = with.entries().to_vec();
    let needs = with.needs();
    let technology = measures.first().map(|it| technology_of(it));
    for (need, minutes) in without.needs() {
        let taken = minutes - needs.get(&need).copied().unwrap_or_default();
        if taken > Minutes(0) {
            let keys = Keys {
                place: Some(need.place.clone()),
                setting: Some(need.setting.clone()),
                task: Some(need.task.clone()),
                complexity: Some(need.complexity),
                ..Keys::default()
            };
            let by = Keys { technology: technology.clone(), ..keys.clone() };
            entries.push(Entry { keys: by, from: Account::Technology, to: Account::Cover, minutes: taken });
            entries.push(Entry { keys, from: Account::Cover, to: Account::Need, minutes: taken });
        }
    }
    let mut operate = |keys: Keys, from: Account, minutes: Minutes| {
        entries.push(Entry { keys: keys.clone(), from, to: Account::AtHand, minutes });
        entries.push(Entry { keys, from: Account::AtHand, to: Account::TechnologyOperation, minutes });
    };
    for ((unit, group), minutes) in &applied.beside {
        let setting = applied.period.unit(unit).map(|it| it.kind.word().into());
        let place = Some(unit.as_str().into());
        operate(Keys { place, setting, group: Some(group.clone()), ..Keys::default() }, Account::Paid, *minutes);
    }
    // Who is called out works beside the hours on call, as overtime.
    for entry in with.entries().iter().filter(|it| it.to == Account::OnCall) {
        let unit = entry.keys.place.as_ref().map(|it| it.as_str().into());
        if let Some(worked) = unit.and_then(|it: leon_model::UnitId| applied.called_out.get(&it)) {
            let minutes = Minutes((entry.minutes.0 as f64 * worked).round() as i64);
            operate(entry.keys.clone(), Account::Overtime, minutes);
        }
    }
    Book::new(entries)
}

/// Staff time bought beside what contracts give.
fn bought(book: &Book) -> Minutes {
    let extra = |it: &&Entry| matches!(it.from, Account::Overtime | Account::Agency | Account::Recruitment);
    book.entries().iter().filter(extra).map(|it| it.minutes).sum()
}

/// Cover that nobody takes.
fn uncovered(book: &Book) -> Minutes {
    book.unmet().values().copied().sum()
}

/// People at work beyond what is needed.
fn surplus(book: &Book) -> Minutes {
    let on_duty = |it: &&Entry| matches!(it.to, Account::DayDuty | Account::EveningDuty | Account::NightDuty);
    let on_duty: Minutes = book.entries().iter().filter(on_duty).map(|it| it.minutes).sum();
    let present = book.entries().iter().filter(|it| it.from == Account::Presence);
    on_duty - present.map(|it| it.minutes).sum()
}

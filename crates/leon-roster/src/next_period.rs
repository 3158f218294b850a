//! The period after this one: what a roster leaves behind becomes history, burdens and wishes are kept account of.

use leon_check::check_roster;
use leon_model::{
    Absence, AbsenceKind, Clause, Cover, Date, Days, History, Minutes, Moment, PastDuty, PastWeek, Period,
    PeriodTables, Person, Roster, TimeOfDay, Wanted, Wish, WishYear,
};
use std::collections::BTreeMap;

/// Days of duties that are kept as they were: two weeks are enough for the rules on rest.
const DUTIES_OF: i32 = 14;
/// Weeks whose sums are kept: half a year, longer than any average looks back.
const WEEKS_OF: i32 = 26;
/// So many of a unit and staff group who wish for the same make it popular.
const POPULAR: usize = 2;

/// What became of a person's wishes in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WishesSettled {
    pub person: leon_model::PersonId,
    pub granted: u32,
    pub refused: u32,
    /// Wishes granted that others of the same unit and group had too.
    pub popular: u32,
}

/// What becomes of everybody's soft and hard wishes in a roster, in the order of the period's people; those without
/// wishes are left out.
///
/// A wish granted is *popular* when at least two of the same unit and staff group wished for the same on one of its
/// dates.
pub fn settle_wishes(period: &Period, roster: &Roster) -> Vec<WishesSettled> {
    let found = check_roster(period, roster, None).wishes;
    let mut settled: BTreeMap<usize, WishesSettled> = BTreeMap::new();
    for (wish, found) in period.wishes.iter().zip(&found) {
        let Some(index) = period.person_index(&wish.person) else { continue };
        let account = settled.entry(index).or_insert_with(|| WishesSettled {
            person: wish.person.clone(),
            granted: 0,
            refused: 0,
            popular: 0,
        });
        if found.kept {
            account.granted += 1;
            account.popular += u32::from(is_popular(period, wish, &period.people[index]));
        } else {
            account.refused += 1;
        }
    }
    settled.into_values().collect()
}

fn is_popular(period: &Period, wish: &Wish, person: &Person) -> bool {
    let is_rival = |other: &&Wish| {
        let same_people = period.person(&other.person).is_some_and(|it| {
            it.id != person.id
                && it.group == person.group
                && it.workplaces.iter().any(|it| person.workplaces.iter().any(|own| own.unit == it.unit))
        });
        same_people && wants_the_same(&wish.wanted, &other.wanted) && other.from <= wish.to && wish.from <= other.to
    };
    period.wishes.iter().filter(is_rival).count() + 1 >= POPULAR
}

fn wants_the_same(one: &Wanted, other: &Wanted) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
        && match (one, other) {
            (Wanted::Shift(one), Wanted::Shift(other)) => one == other,
            (Wanted::Kind(one), Wanted::Kind(other)) | (Wanted::NotKind(one), Wanted::NotKind(other)) => one == other,
            _ => true,
        }
}

/// The period of the same length that follows, with the same units, people, shifts, cover and rules.
///
/// History holds the last two weeks of duties, the sums of half a year of weeks, and burdens above the fair share as
/// the roster leaves them. Norm periods go on or begin anew. Wish accounts have what was granted and refused in the
/// year in which the period begins. Wishes, the round and the notice are for the new period to say; absences, settled
/// duties and public holidays are kept as far as they lie in it, and so are single dates of cover.
///
/// # Example
/// ```
/// use leon_formats::period::{EXAMPLE, read_period};
/// use leon_model::{Period, Roster};
///
/// let period = read_period("period.json", EXAMPLE).period.unwrap();
/// let next = Period::new(leon_roster::next_period(&period, &Roster::default())).unwrap();
/// assert_eq!((next.first, next.last), (period.last + 1, period.last + 42));
/// ```
pub fn next_period(period: &Period, roster: &Roster) -> PeriodTables {
    let (first, days) = (period.last + 1, period.last - period.first);
    let mut next = PeriodTables::clone(period);
    (next.first, next.last) = (first, first + days);
    next.announced = None;
    next.wishes = Vec::new();
    next.wish_round = None;
    next.public_holidays.retain(|it| it.date >= first);
    next.cover = kept(&period.cover, first, |it: &mut Cover| &mut it.days);
    next.mix = kept(&period.mix, first, |it| &mut it.days);
    let settled = settle_wishes(period, roster);
    let verdict = check_roster(period, roster, None);
    for (index, person) in next.people.iter_mut().enumerate() {
        let old = &period.people[index];
        person.history = history(period, roster, old);
        for it in verdict.burdens.iter().filter(|it| it.person == old.id) {
            person.history.burden.0[it.kind as usize] = Minutes((it.above_hours() * 60.0).round() as i64);
        }
        let norm = verdict.norms.iter().rfind(|it| it.person == old.id && it.last == period.last);
        if let Some(norm) = norm {
            let contract = &mut person.contract.norm;
            (contract.first, contract.worked) = if norm.ends { (first, Minutes(0)) } else { (norm.first, norm.worked) };
        }
        person.absences.retain(|it| first.midnight() < it.to);
        person.absences.iter_mut().for_each(|it| begin_with(it, first));
        person.fixed_duties.retain(|it| it.start >= first.midnight());
        if let Some(it) = settled.iter().find(|it| it.person == old.id) {
            let year = period.first.year_month_day().0;
            let account = &mut person.wish_account;
            if account.last().is_none_or(|it| it.year < year) {
                account.push(WishYear { year, granted: 0, refused: 0, popular: 0 });
            }
            let last = account.last_mut().expect("pushed above");
            last.granted += it.granted;
            last.refused += it.refused;
            last.popular += it.popular;
        }
    }
    next
}

/// An absence that is under way has its hours credited already, by the date on which it began.
fn begin_with(absence: &mut Absence, first: Date) {
    if absence.from < first.midnight() {
        absence.credited = Minutes(0);
    }
}

/// Rows that hold on some date from `first` on.
fn kept<T: Clone>(rows: &[T], first: Date, days: impl Fn(&mut T) -> &mut Days) -> Vec<T> {
    let mut rows = rows.to_vec();
    rows.iter_mut().for_each(|it| days(it).dates.retain(|date| *date >= first));
    rows.retain_mut(|it| {
        let days = days(it);
        !days.dates.is_empty() || !days.weekdays.is_empty()
    });
    rows
}

/// A duty of the roster or a settled one.
struct Done {
    kind: Option<leon_model::ShiftKind>,
    date: Date,
    start: Moment,
    end: Moment,
    hours: Minutes,
}

fn history(period: &Period, roster: &Roster, person: &Person) -> History {
    let mut done: Vec<Done> = roster
        .assignments
        .iter()
        .filter(|it| it.person == person.id)
        .filter_map(|it| {
            let shift = period.shift_type(&it.shift)?;
            let (start, end) = shift.on(it.date);
            Some(Done { kind: Some(shift.kind), date: it.date, start, end, hours: shift.hours(it.date) })
        })
        .collect();
    done.extend(person.fixed_duties.iter().map(|it| {
        let hours = Minutes((it.end - it.start).0 / 60);
        Done { kind: None, date: it.start.danish_date(), start: it.start, end: it.end, hours }
    }));
    done.sort_by_key(|it| (it.start, it.end));

    let since = period.last + 1 - DUTIES_OF;
    let earlier = person.history.duties.iter().filter(|it| it.start >= since.midnight()).cloned();
    let shifts = done.iter().filter(|it| it.date >= since);
    let now = shifts.filter_map(|it| Some(PastDuty { kind: it.kind?, start: it.start, end: it.end }));
    let duties = earlier.chain(now).collect();

    let mut weeks: BTreeMap<Date, PastWeek> = person.history.weeks.iter().map(|it| (it.monday, *it)).collect();
    let night = night(period, person);
    for date in period.dates() {
        let monday = date.monday();
        let week = weeks.entry(monday).or_insert(PastWeek {
            monday,
            hours: Minutes(0),
            night_hours: Minutes(0),
            weekend: false,
            days_away: 0,
        });
        week.days_away += u8::from(is_away(person, date));
        for it in done.iter().filter(|it| it.date == date) {
            week.hours += it.hours;
            week.night_hours += night_minutes(it, night);
            week.weekend |= it.kind.is_some() && date.weekday().is_weekend();
        }
    }
    let oldest = (period.last + 1).monday() - 7 * WEEKS_OF;
    History { duties, weeks: weeks.into_values().filter(|it| it.monday >= oldest).collect(), ..person.history.clone() }
}

/// The night as the rules in force on the last date count it; 22 to 5 where none does (Directive 2003/88/EC art. 2).
fn night(period: &Period, person: &Person) -> (TimeOfDay, TimeOfDay) {
    let clauses = period.rules_on(person, period.last).find_map(|it| match it.clause {
        Clause::NightHours { from, to, .. } => Some((*from, *to)),
        _ => None,
    });
    clauses.unwrap_or((TimeOfDay(22 * 60), TimeOfDay(5 * 60)))
}

fn night_minutes(done: &Done, (from, to): (TimeOfDay, TimeOfDay)) -> Minutes {
    let is_night = |minute: &i64| {
        let time = Moment(minute * 60).danish_time();
        if from < to { from <= time && time < to } else { time >= from || time < to }
    };
    Minutes((done.start.0.div_euclid(60)..done.end.0.div_euclid(60)).filter(is_night).count() as i64)
}

/// Whether a whole day of holiday or illness counts out of averages.
fn is_away(person: &Person, date: Date) -> bool {
    let counts_out = |it: &&Absence| matches!(it.kind, AbsenceKind::Holiday | AbsenceKind::Illness);
    let whole = |it: &Absence| it.from <= date.midnight() && (date + 1).midnight() <= it.to;
    person.absences.iter().filter(counts_out).any(whole)
}

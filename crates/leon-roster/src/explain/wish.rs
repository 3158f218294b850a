//! Why a wish is refused: what stands against it, what granting it alone would change, and its place in the queue.

use super::AskError;
use super::hindrance::{Hindrance, hindrance_of};
use super::outcome::{Before, Outcome};
use super::queue::{InQueue, queue};
use crate::change::{Alone, ChangeError};
use crate::options::Budget;
use crate::repair::{RepairOptions, repair};
use leon_check::RosterBroken;
use leon_model::{
    Assignment, Date, Minutes, Period, PeriodTables, Person, Published, Roster, RosterEvent, Seconds, ShiftType,
    Wanted, Wish, WishId,
};

/// Something that stands against a wish.
#[derive(Clone, Debug, PartialEq)]
pub enum Against {
    /// A cover row would be short by so many person-minutes more, if nobody else came.
    Cover { cover: usize, date: Date, short: Minutes },
    /// The person may not have the duty wished for.
    Hindered { date: Date, by: Hindrance },
}

/// What comes of granting a wish.
#[derive(Clone, Debug, PartialEq)]
pub enum Granting {
    /// The wish can be kept: this is what it changes.
    Possible(Box<Outcome>),
    /// As far as the search has seen, no roster keeps it and breaks no more than the one at hand: what it would break.
    Broken(Vec<RosterBroken>),
}

/// What became of a wish, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct WishReason {
    pub wish: WishId,
    pub kept: bool,
    /// What stands in the way when only the person's own duties change.
    pub against: Vec<Against>,
    /// `None`: the wish is kept.
    pub granting: Option<Granting>,
    /// Wishes that compete for the dates, the strongest claim first; this one is among them.
    pub queue: Vec<InQueue>,
}

impl WishReason {
    /// The wish's place in the queue, from 1.
    pub fn place(&self) -> usize {
        self.queue.iter().position(|it| it.wish == self.wish).map_or(0, |it| it + 1)
    }
}

/// Days before and after a wish in which others' duties may change for it.
const AROUND: u32 = 7;

/// Why a wish is refused. What granting it alone would change is the roster at hand, mended with few changes within a
/// week of the wish's dates, as by [`repair`](crate::repair()); `budget` says how long to search for better ones (40 000
/// iterations are much for a ward).
///
/// # Errors
/// [`AskError::UnknownWish`], and [`AskError::TooLarge`].
pub fn explain_wish(
    period: &Period,
    roster: &Roster,
    published: Option<&Published>,
    wish: &WishId,
    budget: &dyn Budget,
) -> Result<WishReason, AskError> {
    let unknown = || AskError::UnknownWish { wish: wish.clone() };
    let place = period.wishes.iter().position(|it| it.id == *wish).ok_or_else(unknown)?;
    let row = &period.wishes[place];
    let person = period.person(&row.person).ok_or_else(unknown)?;
    let before = Before::new(period, roster, published);
    let kept = before.verdict().wishes.get(place).is_some_and(|it| it.kept);
    let mut reason = WishReason {
        wish: wish.clone(),
        kept,
        against: Vec::new(),
        granting: None,
        queue: queue(period, before.verdict(), row),
    };
    if !kept {
        reason.against = against(period, &before, person, row);
        reason.granting = Some(granting(period, &before, place, budget)?);
    }
    Ok(reason)
}

/// Mends the roster at hand so that it grants the wish.
fn granting(period: &Period, before: &Before<'_>, place: usize, budget: &dyn Budget) -> Result<Granting, AskError> {
    let mut tables = PeriodTables::clone(period);
    let wish = tables.wishes.remove(place);
    let without = Period::new(tables).map_err(AskError::NoPeriod)?;
    // What people do now is what they would see changed. Told long before, so that nothing is moved at short notice.
    let told = period.first.midnight() - Seconds(365 * 86_400);
    let now = Published { roster: Roster { uncovered: None, ..before.roster.clone() }, changes_told: told };
    let options = RepairOptions { days: AROUND, ..RepairOptions::new(budget) };
    let mended = match repair(&without, &now, &[RosterEvent::MustHave { wish }], &options) {
        Ok(mended) => mended,
        Err(ChangeError::TooLarge(it)) => return Err(AskError::TooLarge(it)),
        Err(ChangeError::Period(problems)) => return Err(AskError::NoPeriod(problems)),
        Err(error) => unreachable!("a wish of the period's own: {error}"),
    };
    match before.outcome(None, mended.roster) {
        Ok((outcome, verdict)) if verdict.wishes.get(place).is_some_and(|it| it.kept) => {
            Ok(Granting::Possible(Box::new(outcome)))
        }
        Ok(_) => Ok(Granting::Broken(Vec::new())),
        Err(broken) => Ok(Granting::Broken(broken)),
    }
}

/// What stands against a wish when the person's own duties are changed to keep it, and nobody else's.
fn against(period: &Period, before: &Before<'_>, person: &Person, wish: &Wish) -> Vec<Against> {
    let alone = Alone::new(period, person, before.roster, None);
    let mut duties: Vec<Assignment> = alone.duties.iter().filter(|it| !is_against(period, wish, it)).cloned().collect();
    let mut found = Vec::new();
    let wants_duty = !matches!(wish.wanted, Wanted::Off | Wanted::NotKind(_));
    for date in (wish.from.0.max(period.first.0)..=wish.to.0.min(period.last.0)).map(Date).filter(|_| wants_duty) {
        if duties.iter().any(|it| it.date == date) {
            continue;
        }
        let tried =
            period.shift_types.iter().filter(|it| is_wanted(&wish.wanted, it) && period.may_work_in(person, &it.unit));
        let tried = tried.map(|shift| {
            let duty = Assignment { person: person.id.clone(), date, shift: shift.id.clone(), function: None };
            let with: Vec<Assignment> = duties.iter().chain([&duty]).cloned().collect();
            (alone.would_break(&with), duty)
        });
        match tried.min_by_key(|it| it.0.len()) {
            Some((broken, duty)) if broken.is_empty() => duties.push(duty),
            Some((broken, _)) => {
                let by = broken.into_iter().filter_map(hindrance_of);
                found.extend(by.map(|by| Against::Hindered { date, by }));
            }
            None => found.push(Against::Hindered { date, by: Hindrance::OtherUnit }),
        }
    }
    let others = before.roster.assignments.iter().filter(|it| it.person != person.id).cloned();
    let roster = Roster { assignments: others.chain(duties).collect(), uncovered: None };
    let verdict = before.with(&roster);
    let rows = before.verdict().cover.iter().zip(&verdict.cover).filter(|(was, is)| is.short > was.short);
    found.extend(rows.map(|(was, is)| Against::Cover { cover: is.cover, date: is.date, short: is.short - was.short }));
    found
}

/// Whether a duty is against a wish.
fn is_against(period: &Period, wish: &Wish, duty: &Assignment) -> bool {
    let Some(shift) = period.shift_type(&duty.shift) else { return false };
    let here = (wish.from..=wish.to).contains(&duty.date);
    match &wish.wanted {
        Wanted::Off => {
            let (start, end) = shift.on(duty.date);
            start < (wish.to + 1).midnight() && wish.from.midnight() < end
        }
        Wanted::NotKind(kind) => here && shift.kind == *kind,
        wanted => here && !is_wanted(wanted, shift),
    }
}

fn is_wanted(wanted: &Wanted, shift: &ShiftType) -> bool {
    match wanted {
        Wanted::On => true,
        Wanted::Kind(kind) => shift.kind == *kind,
        Wanted::Shift(id) => shift.id == *id,
        Wanted::Off | Wanted::NotKind(_) => false,
    }
}

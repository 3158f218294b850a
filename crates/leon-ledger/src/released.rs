//! What a change releases: the book without it minus the book with it.

use crate::apportion::apportion;
use crate::fine::Fine;
use crate::{Account, Book, Holder, Imbalance, Passage};
use leon_model::{GroupId, Minutes, NeedKey, TechnologyId};
use std::collections::BTreeMap;
use thiserror::Error;

/// Minutes on one account of one staff group: without the change minus with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub account: Account,
    pub group: GroupId,
    /// Above 0: fewer minutes with the change. Care that was dropped is not among them.
    pub minutes: Minutes,
}

/// What a change releases, line by line, and what it drops and gains apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Released {
    /// By account and staff group, without lines of no minutes.
    pub lines: Vec<Line>,
    /// Care that nobody does any more: a need's unmet minutes, as far as they went up.
    pub dropped: BTreeMap<NeedKey, Minutes>,
    /// Care that nobody did before: a need's unmet minutes, as far as they went down.
    pub gained: BTreeMap<NeedKey, Minutes>,
}

impl Released {
    /// Staff time released: minutes used up without the change minus minutes used up with it. Idle time
    /// is where released time goes when the same hours are paid, so it is not counted again.
    ///
    /// A negative sum is a cost and is returned as it is. Minutes that went to care gained are used, not
    /// released: they stand in [`Released::gained`].
    pub fn minutes(&self) -> Minutes {
        self.lines.iter().filter(|it| it.account.is_staff_time_used()).map(|it| it.minutes).sum()
    }

    /// The same by staff group.
    pub fn by_group(&self) -> BTreeMap<GroupId, Minutes> {
        let mut groups = BTreeMap::new();
        for line in self.lines.iter().filter(|it| it.account.is_staff_time_used()) {
            *groups.entry(line.group.clone()).or_default() += line.minutes;
        }
        groups
    }

    /// All care dropped.
    pub fn dropped_minutes(&self) -> Minutes {
        self.dropped.values().copied().sum()
    }

    /// All care gained.
    pub fn gained_minutes(&self) -> Minutes {
        self.gained.values().copied().sum()
    }
}

/// Why two books cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotComparable {
    #[error(
        "the needs differ in {count}, first {} ({}) in {} at {}: {without} minutes without, {with} with",
        first.task, first.complexity, first.setting, first.place
    )]
    NeedsDiffer {
        /// In id order.
        first: Box<NeedKey>,
        without: Minutes,
        with: Minutes,
        /// How many needs differ.
        count: usize,
    },
    #[error("the book {which} the change does not balance: {imbalance}")]
    DoesNotBalance { which: &'static str, imbalance: Imbalance },
}

/// Staff time released by a change: the book without it minus the book with it.
///
/// Both books must hold the same needs, or dropped care would count as time saved. Where care is
/// dropped all the same, because unmet minutes of a need go up, those minutes are taken out of what its
/// doers give less, in proportion, and stand in [`Released::dropped`]. What is dropped *with* that care,
/// as supervision, stays in its lines; a release with care dropped is therefore to be read as an upper
/// bound.
///
/// # Units
/// Whole minutes of paid and bought time, in the time that the books are of: a week, or a day of visits.
///
/// # Errors
/// [`NotComparable::NeedsDiffer`] names the first need that differs, in id order, and how many do;
/// [`NotComparable::DoesNotBalance`] says which book does not balance, and where.
///
/// # Example
/// A chair takes over 18 of 60 minutes and costs the nurse 3.
/// ```
/// use leon_ledger::{Book, Minutes, Row, released};
///
/// let book = |by_chair: i64, run: i64| {
///     let row = |from: &str, to: &str, minutes| Row {
///         from: from.into(), to: to.into(), minutes,
///         place: "aarhus".into(), setting: "home".into(), group: "nurse".into(),
///         task: "wash".into(), complexity: "low".into(), ..Row::default()
///     };
///     let rows = [
///         row("paid", "at_hand", 100), row("at_hand", "care", 60 - by_chair), row("care", "cover", 60 - by_chair),
///         row("at_hand", "idle", 40 + by_chair - run), row("cover", "need", 60),
///         row("technology", "cover", by_chair), row("at_hand", "technology_operation", run),
///     ];
///     Book::from_rows(rows.into_iter().filter(|it| it.minutes > 0))
/// };
/// let (without, with) = (book(0, 0).unwrap(), book(18, 3).unwrap());
/// assert_eq!(released(&without, &with)?.minutes(), Minutes(15));
/// # Ok::<(), leon_ledger::NotComparable>(())
/// ```
pub fn released(without: &Book, with: &Book) -> Result<Released, NotComparable> {
    for (which, book) in [("without", without), ("with", with)] {
        book.balances().map_err(|imbalance| NotComparable::DoesNotBalance { which, imbalance })?;
    }
    same_needs(without, with)?;

    let mut unmet = without.unmet();
    unmet.values_mut().for_each(|it| *it = -*it);
    add(&mut unmet, with.unmet(), 1);
    let dropped: BTreeMap<NeedKey, Minutes> =
        unmet.iter().filter(|(_, it)| **it > Minutes(0)).map(|(need, it)| (need.clone(), *it)).collect();
    let gained = unmet.into_iter().filter(|(_, it)| *it < Minutes(0)).map(|(need, it)| (need, -it)).collect();

    let mut lines = by_account_and_group(without);
    add(&mut lines, by_account_and_group(with), -1);
    for (group, minutes) in dropped_by_group(without, with, &dropped) {
        *lines.entry((Account::Care, group)).or_default() -= minutes;
    }
    let lines = lines
        .into_iter()
        .filter(|(_, minutes)| *minutes != Minutes(0))
        .map(|((account, group), minutes)| Line { account, group, minutes })
        .collect();
    Ok(Released { lines, dropped, gained })
}

fn same_needs(without: &Book, with: &Book) -> Result<(), NotComparable> {
    let (without, with) = (without.needs(), with.needs());
    let mut needs: Vec<&NeedKey> = without.keys().chain(with.keys()).collect();
    needs.sort_unstable();
    needs.dedup();
    let minutes = |book: &BTreeMap<NeedKey, Minutes>, need: &NeedKey| book.get(need).copied().unwrap_or_default();
    needs.retain(|need| minutes(&without, need) != minutes(&with, need));
    match needs.first() {
        None => Ok(()),
        Some(first) => Err(NotComparable::NeedsDiffer {
            first: Box::new((*first).clone()),
            without: minutes(&without, first),
            with: minutes(&with, first),
            count: needs.len(),
        }),
    }
}

fn add<K: Ord>(sums: &mut BTreeMap<K, Minutes>, more: BTreeMap<K, Minutes>, sign: i64) {
    for (key, Minutes(minutes)) in more {
        *sums.entry(key).or_default() += Minutes(sign * minutes);
    }
}

/// Minutes of each staff group on the accounts where its time comes from or is used up.
fn by_account_and_group(book: &Book) -> BTreeMap<(Account, GroupId), Minutes> {
    let mut sums = BTreeMap::new();
    for (group, balance) in book.by_group() {
        for (account, turnover) in balance.iter() {
            let is_staff = account.holder() != Holder::Need;
            if (is_staff && matches!(account.passage(), Passage::Origin | Passage::End)) || account == Account::Care {
                sums.insert((account, group.clone()), turnover.minutes());
            }
        }
    }
    sums
}

/// Who does a need: a staff group, or a technology.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Doer {
    Group(GroupId),
    Technology(TechnologyId),
}

/// What a doer does of a need, and the minutes that it takes. They differ by the doer's pace.
#[derive(Clone, Copy, Default)]
struct Done {
    need: Minutes,
    takes: Minutes,
}

/// Whose care the dropped minutes were: of each need, in proportion to what its doers give less.
fn dropped_by_group(without: &Book, with: &Book, dropped: &BTreeMap<NeedKey, Minutes>) -> BTreeMap<GroupId, Minutes> {
    let mut less: BTreeMap<NeedKey, BTreeMap<Doer, Done>> = BTreeMap::new();
    for (book, sign) in [(without, 1), (with, -1)] {
        for entry in book.entries() {
            let (into, paced) = (entry.to == Account::Cover, entry.from == Account::Pace || entry.to == Account::Pace);
            let Some(need) = entry.keys.need().filter(|need| (into || paced) && dropped.contains_key(need)) else {
                continue;
            };
            let group = entry.keys.group.clone().map(Doer::Group);
            let Some(doer) = group.or_else(|| entry.keys.technology.clone().map(Doer::Technology)) else { continue };
            let done = less.entry(need).or_default().entry(doer).or_default();
            let minutes = Minutes(sign * entry.minutes.0);
            done.need += if into { minutes } else { -minutes };
            done.takes += if paced { Minutes(0) } else { minutes };
        }
    }
    let mut by_group = BTreeMap::new();
    for (need, doers) in less {
        let doers: Vec<(Doer, Done)> = doers.into_iter().filter(|(_, it)| it.need > Minutes(0)).collect();
        let all: Minutes = doers.iter().map(|(_, it)| it.need).sum();
        let parts: Vec<Fine> = doers.iter().map(|(_, it)| Fine::share(dropped[&need], it.need, all)).collect();
        let minutes = apportion(dropped[&need], &parts).unwrap_or_default();
        for ((doer, less), minutes) in doers.into_iter().zip(minutes) {
            if let Doer::Group(group) = doer {
                *by_group.entry(group).or_default() += Fine::share(minutes, less.takes, less.need).rounded();
            }
        }
    }
    by_group
}

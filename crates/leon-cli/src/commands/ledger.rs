//! `leon ledger`: the accounts of a result, and what a change released.

use super::print;
use crate::args::LedgerArgs;
use crate::failure::Failure;
use crate::grid::{Grid, Lean};
use crate::results::{GROUPS, LEDGER, PLACES, SETTINGS, TASKS};
use crate::roster::{read, unknown};
use crate::screen::Screen;
use crate::texts::Voice;
use leon_formats::results::{Cell, ResultTable, read_result_table};
use leon_ledger::{Account, Book, Minutes, NotComparable, Released, Row, TrialBalance, book_roster, released};
use leon_model::{GroupId, NeedKey};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// The table that only results of a day of visits have.
const STOPS: &str = "stops";

/// The table that only results of a roster have.
const DUTIES: &str = "roster";

/// Needs listed where care was dropped or gained.
const NEEDS: usize = 10;

pub fn run(args: &LedgerArgs, voice: Voice) -> Result<(), Failure> {
    if let Some(roster) = &args.roster {
        return of_roster(&args.result, roster, args.vs.as_deref(), voice);
    }
    let results: Vec<&Path> = [&args.result].into_iter().chain(&args.vs).map(|it| it.as_path()).collect();
    let names = |table: &str| results.iter().flat_map(|dir| names(dir, table, voice)).collect();
    let names = Names { places: names(PLACES), settings: names(SETTINGS), tasks: names(TASKS), groups: names(GROUPS) };
    let has = |table: &str| read_result_table(&args.result, table).is_ok();
    let span = if has(STOPS) {
        Span::Day
    } else if has(DUTIES) {
        Span::Period
    } else {
        Span::Week
    };
    let accounts = Accounts { voice, names, screen: Screen::of_stdout(), span };
    let with = args.vs.as_ref().map(|it| read_book(it, voice)).transpose()?;
    accounts.print(&read_book(&args.result, voice)?, with.as_ref())
}

/// The book of a roster, or what another roster of the period releases.
fn of_roster(period: &Path, roster: &Path, vs: Option<&Path>, voice: Voice) -> Result<(), Failure> {
    let file = read::period(period, voice)?;
    let book = |path: &Path| -> Result<Book, Failure> {
        let roster = read::roster(path, &file, voice)?;
        let book = book_roster(&file.period, &roster).map_err(|_| {
            let verdict = leon_check::check_roster(&file.period, &roster, None);
            unknown(&verdict, &file.period, voice)
        })?;
        book.balances().map_err(|reason| {
            Failure::Internal(voice.text_with("failure-roster-internal", &[("reason", reason.to_string().into())]))
        })?;
        Ok(book)
    };
    let accounts = Accounts { voice, names: Names::default(), screen: Screen::of_stdout(), span: Span::Period };
    let with = vs.map(book).transpose()?;
    accounts.print(&book(roster)?, with.as_ref())
}

/// The book of a result; it balances.
fn read_book(dir: &Path, voice: Voice) -> Result<Book, Failure> {
    let not_result = |reason: String| {
        let variables = [("dir", dir.display().to_string().into()), ("reason", reason.into())];
        Failure::Input(voice.text_with("failure-not-result", &variables))
    };
    let table = read_result_table(dir, LEDGER).map_err(|problems| {
        let first = problems.first().map(|it| format!("{}: {}", it.place(voice.lang), it.cause.text(voice.lang)));
        not_result(first.unwrap_or_default())
    })?;
    let rows = table.rows.iter().map(|cells| row(&table, cells));
    let book = Book::from_rows(rows).map_err(|problems| {
        let shown: Vec<_> = problems.iter().take(NEEDS).map(ToString::to_string).collect();
        not_result(format!("{LEDGER}.csv: {}.", shown.join("; ")))
    })?;
    book.balances().map_err(|imbalance| not_result(format!("{LEDGER}.csv: {imbalance}.")))?;
    Ok(book)
}

fn row(table: &ResultTable, cells: &[Cell]) -> Row {
    let mut row = Row::default();
    for (column, cell) in table.columns.iter().zip(cells) {
        let slot = match (column.name.as_str(), cell) {
            ("minutes", Cell::Integer(minutes)) => {
                row.minutes = *minutes;
                continue;
            }
            ("from", _) => &mut row.from,
            ("to", _) => &mut row.to,
            ("place", _) => &mut row.place,
            ("setting", _) => &mut row.setting,
            ("staff_group", _) => &mut row.group,
            ("task", _) => &mut row.task,
            ("complexity", _) => &mut row.complexity,
            ("technology", _) => &mut row.technology,
            ("pool", _) => &mut row.pool,
            _ => continue,
        };
        if let Cell::Text(text) = cell {
            slot.clone_from(text);
        }
    }
    row
}

/// Names by id, from the results' own tables.
#[derive(Default)]
struct Names {
    places: HashMap<String, String>,
    settings: HashMap<String, String>,
    tasks: HashMap<String, String>,
    groups: HashMap<String, String>,
}

/// The names in a table of a result; none when they cannot be read.
fn names(dir: &Path, table: &str, voice: Voice) -> Vec<(String, String)> {
    let table = read_result_table(dir, table).unwrap_or_default();
    let name = |cells: &Vec<Cell>| match &cells[..] {
        [Cell::Text(id), Cell::Text(da), Cell::Text(en), ..] => Some((id.clone(), voice.name(da, en).to_owned())),
        _ => None,
    };
    table.rows.iter().filter_map(name).collect()
}

/// The name of an id, or the id itself.
fn named(names: &HashMap<String, String>, id: &str) -> String {
    names.get(id).map_or(id, String::as_str).to_owned()
}

/// Hours and minutes, as 1.234:05.
fn clock(voice: Voice, minutes: Minutes) -> String {
    let sign = if minutes < Minutes(0) { "−" } else { "" };
    let all = minutes.0.unsigned_abs();
    format!("{sign}{}:{:02}", voice.number((all / 60) as f64, 0), all % 60)
}

/// Prints books.
struct Accounts {
    voice: Voice,
    names: Names,
    screen: Screen,
    span: Span,
}

/// What time a book is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Span {
    /// A week of a match.
    Week,
    /// A day of visits.
    Day,
    /// A roster's period.
    Period,
}

impl Accounts {
    /// A book, or what another releases.
    fn print(&self, book: &Book, with: Option<&Book>) -> Result<(), Failure> {
        let text = match with {
            None => self.trial_balance(book) + &self.groups(book),
            Some(with) => self.released(&released(book, with).map_err(|error| self.not_comparable(&error))?),
        };
        print(text.trim_start_matches('\n'));
        Ok(())
    }

    fn not_comparable(&self, error: &NotComparable) -> Failure {
        let voice = self.voice;
        match error {
            NotComparable::NeedsDiffer { first, without, with, count } => {
                let variables = [
                    ("task", named(&self.names.tasks, first.task.as_str()).into()),
                    ("complexity", voice.text(&format!("complexity-{}", first.complexity)).into()),
                    ("setting", named(&self.names.settings, first.setting.as_str()).into()),
                    ("place", named(&self.names.places, first.place.as_str()).into()),
                    ("without", clock(voice, *without).into()),
                    ("with", clock(voice, *with).into()),
                    ("count", (*count).into()),
                    ("number", voice.count(*count).into()),
                ];
                Failure::Input(voice.text_with("failure-needs-differ", &variables))
            }
            other => Failure::Internal(voice.text_with("failure-internal", &[("reason", other.to_string().into())])),
        }
    }

    fn clock(&self, minutes: Minutes) -> String {
        clock(self.voice, minutes)
    }

    fn name(&self, group: &GroupId) -> String {
        named(&self.names.groups, group.as_str())
    }

    fn grid<const N: usize>(&self, first: &str, numbers: [&str; N]) -> Grid {
        let numbers = numbers.map(|key| (Lean::Number, self.voice.text(key)));
        Grid::new([(Lean::Words, self.voice.text(first))].into_iter().chain(numbers))
    }

    fn account(&self, account: Account) -> String {
        self.voice.text(&format!("account-{account}"))
    }

    /// What entered and what left each account.
    fn trial_balance(&self, book: &Book) -> String {
        let mut grid = self.grid("column-account", ["column-in", "column-out", "column-balance"]);
        let (mut entered, mut left) = (Minutes(0), Minutes(0));
        for (account, turnover) in book.trial_balance().iter() {
            entered += turnover.entered;
            left += turnover.left;
            let cells = [turnover.entered, turnover.left, turnover.net()].map(|it| self.clock(it));
            grid.row([self.account(account)].into_iter().chain(cells));
        }
        let sums = [entered, left, entered - left].map(|it| self.clock(it));
        grid.row([self.voice.text("ledger-sum")].into_iter().chain(sums));
        self.screen.heading(&self.titled("ledger-title", "ledger-title-day", "ledger-title-period"))
            + &grid.render(self.screen.width)
    }

    /// The heading for a week, a day or a period.
    fn titled(&self, week: &str, day: &str, period: &str) -> String {
        self.voice.text(match self.span {
            Span::Week => week,
            Span::Day => day,
            Span::Period => period,
        })
    }

    /// Where each group's time comes from and goes to.
    fn groups(&self, book: &Book) -> String {
        let at_work = if self.span == Span::Period { "ledger-on-duty" } else { "account-care" };
        let numbers =
            ["account-paid", "ledger-bought", at_work, "ledger-around-care", "account-outside_care", "account-idle"];
        let mut grid = self.grid("column-group", numbers);
        for (group, balance) in book.by_group() {
            let of = |accounts: &[Account]| accounts.iter().map(|it| balance_of(&balance, *it)).sum::<Minutes>();
            let cells = [
                of(&[Account::Paid]),
                of(&[Account::Overtime, Account::Recruitment, Account::Agency]),
                of(&[Account::Care, Account::DayDuty, Account::EveningDuty, Account::NightDuty, Account::OnCall]),
                of(&[Account::Supervision, Account::Training, Account::TechnologyOperation, Account::LostOnTheWay]),
                of(&[
                    Account::OutsideCare,
                    Account::Travel,
                    Account::Waiting,
                    Account::Documentation,
                    Account::Break,
                    Account::FixedDuty,
                    Account::Absence,
                ]),
                of(&[Account::Idle]),
            ];
            grid.row([self.name(&group)].into_iter().chain(cells.map(|it| self.clock(it))));
        }
        self.screen.heading(&self.voice.text("ledger-groups")) + &grid.render(self.screen.width)
    }

    fn released(&self, change: &Released) -> String {
        let voice = self.voice;
        let mut text = self.screen.heading(&self.titled("released-title", "released-title-day", "released-title-day"));
        text += &self
            .screen
            .paragraph(&voice.text_with("released-total", &[("hours", self.clock(change.minutes()).into())]));
        let mut grid = self.grid("column-group", ["column-released"]);
        for (group, minutes) in change.by_group() {
            grid.row([self.name(&group), self.clock(minutes)]);
        }
        if !grid.is_empty() {
            text += &grid.render(self.screen.width);
            text += &self.lines(change);
        }
        text += &self.care("released-dropped", "released-dropped-none", &change.dropped, change.dropped_minutes());
        text += &self.care("released-gained", "released-gained-none", &change.gained, change.gained_minutes());
        text
    }

    /// Each account and group that the change moved.
    fn lines(&self, change: &Released) -> String {
        let columns = [
            (Lean::Words, self.voice.text("column-account")),
            (Lean::Words, self.voice.text("column-group")),
            (Lean::Number, self.voice.text("column-less")),
        ];
        let mut grid = Grid::new(columns);
        for line in &change.lines {
            grid.row([self.account(line.account), self.name(&line.group), self.clock(line.minutes)]);
        }
        self.screen.heading(&self.titled("released-lines", "released-lines-day", "released-lines-day"))
            + &grid.render(self.screen.width)
    }

    /// Care that was dropped or gained, the largest needs first. It is never among what was released.
    fn care(&self, some: &str, none: &str, needs: &BTreeMap<NeedKey, Minutes>, all: Minutes) -> String {
        if needs.is_empty() {
            return self.screen.heading(&self.voice.text(none));
        }
        let mut rows: Vec<_> = needs.iter().collect();
        rows.sort_by_key(|(_, minutes)| std::cmp::Reverse(**minutes));
        let words = ["column-place", "column-setting", "column-task", "column-complexity"];
        let words = words.map(|key| (Lean::Words, self.voice.text(key)));
        let mut grid = Grid::new(words.into_iter().chain([(Lean::Number, self.voice.text("column-hours"))]));
        for (need, minutes) in rows.iter().take(NEEDS) {
            grid.row([
                named(&self.names.places, need.place.as_str()),
                named(&self.names.settings, need.setting.as_str()),
                named(&self.names.tasks, need.task.as_str()),
                self.voice.text(&format!("complexity-{}", need.complexity)),
                self.clock(**minutes),
            ]);
        }
        let mut text = self.screen.heading(&self.voice.text_with(some, &[("hours", self.clock(all).into())]));
        text += &grid.render(self.screen.width);
        let more = rows.len().saturating_sub(NEEDS);
        if more > 0 {
            let variables = [("count", more.into()), ("more", self.voice.count(more).into())];
            text += &self.screen.paragraph(&self.voice.text_with("list-more", &variables));
        }
        text
    }
}

/// Minutes that come from an account or end there.
fn balance_of(balance: &TrialBalance, account: Account) -> Minutes {
    balance.of(account).minutes()
}

//! A roster for people: the folder with page, calendars, workbook, lists, hours for pay and the book of hours.

use super::words::Words;
use super::{page, span, tables};
use crate::failure::Failure;
use crate::out;
use crate::results::{RUN, ledger, table};
use crate::texts::Voice;
use leon_formats::WriteError;
use leon_formats::period::{duty_table, pay_table, person_calendar, roster_workbook};
use leon_formats::results::column::text;
use leon_formats::results::{ResultTable, Results, result_files};
use leon_ledger::book_roster;
use leon_pages::roster::Published;
use std::collections::BTreeMap;
use std::path::Path;

/// The page to begin with.
pub const PAGE: &str = "roster.html";

const WORKBOOK: &str = "roster.xlsx";

/// The folder of the calendars, a file a person.
const CALENDARS: &str = "calendars";

/// Why there are no files to write.
#[derive(Debug, thiserror::Error)]
enum NoFiles {
    #[error("the book of hours does not balance: {0}")]
    DoesNotBalance(#[from] leon_ledger::Imbalance),
    #[error("{0}")]
    Write(#[from] WriteError),
}

/// Writes the folder.
///
/// # Errors
/// [`Failure::Input`] when the roster speaks of what the period does not have, [`Failure::Usage`] when the folder holds
/// something else than an earlier result, [`Failure::Internal`] when the disk says no.
pub fn write(published: &Published<'_>, dir: &Path, voice: Voice) -> Result<(), Failure> {
    let (period, roster) = (&published.file.period, published.roster);
    let book = book_roster(period, roster).map_err(|_| super::unknown(published.verdict, period, voice))?;
    let files = files(published, &book, voice).map_err(|reason| {
        Failure::Internal(voice.text_with("failure-roster-internal", &[("reason", reason.to_string().into())]))
    })?;
    let is_calendar = |name: &str| name.starts_with("calendars/") && name.ends_with(".ics");
    out::replace(&files, dir, is_calendar, voice)
}

fn files(
    published: &Published<'_>,
    book: &leon_ledger::Book,
    voice: Voice,
) -> Result<BTreeMap<String, Vec<u8>>, NoFiles> {
    book.balances()?;
    let Published { file, roster, verdict, told } = *published;
    let period = &file.period;
    let mut results = Results {
        name: "roster".into(),
        title: voice.text_with("roster-page-title", &span(period)),
        description: "Who works which shift on which date; cover, hours, burden, wishes, hours for pay.".into(),
        tables: tables::tables(period, verdict),
    };
    let mut files = BTreeMap::new();
    files.insert(WORKBOOK.into(), roster_workbook(period, roster, &results, voice.lang)?);
    results.tables.extend([
        duty_table(period, roster),
        pay_table(period, roster, &tables::pay_found(verdict)),
        ledger(book, "minutes"),
        run(published),
    ]);
    files.extend(result_files(&results)?);
    files.insert(PAGE.into(), page::page(published, Words { period, voice }).into_bytes());
    // Known later is newer: calendars keep what was told last.
    let made = told.or(period.announced).unwrap_or_else(|| period.first.midnight());
    for person in &period.people {
        // Ids may hold slashes, but never a percent sign.
        let name = format!("{CALENDARS}/{}.ics", person.id.as_str().replace('/', "%2F"));
        files.insert(name, person_calendar(period, roster, &person.id, made, voice.lang).into_bytes());
    }
    Ok(files)
}

/// What the roster is of, and what it is worth.
fn run(published: &Published<'_>) -> ResultTable {
    let mut items = vec![
        ("leon_version".to_owned(), env!("CARGO_PKG_VERSION").to_owned()),
        ("period_sha256".to_owned(), published.file.sha256.clone()),
        ("synthetic".to_owned(), published.file.period.synthetic.to_string()),
        ("rules_broken".to_owned(), published.verdict.broken.len().to_string()),
    ];
    items.extend(published.verdict.goals.iter().map(|(goal, value)| (goal.to_string(), value.to_string())));
    table(
        RUN,
        "What the roster is of, and its value under each goal.",
        vec![text("item", "What."), text("value", "Its value.")],
        items.into_iter().map(|(item, value)| vec![item.into(), value.into()]).collect(),
    )
}

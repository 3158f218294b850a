//! A plan for people: the folder with page, lists, map, calendars, tables and the book of hours.

use super::lists;
use super::page;
use crate::args::PublishArgs;
use crate::failure::Failure;
use crate::out;
use crate::results::{RUN, ledger, table};
use crate::route::words::Words;
use crate::texts::Voice;
use leon_formats::WriteError;
use leon_formats::day::{carer_calendar, plan_map, plan_tables, write_plan};
use leon_formats::results::column::text;
use leon_formats::results::{ResultTable, result_files};
use leon_ledger::book_route;
use leon_model::{CarerId, Day, Moment};
use leon_pages::route::Published;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The page to begin with.
pub const PAGE: &str = "plan.html";

/// Why there are no files to write.
#[derive(Debug, thiserror::Error)]
enum NoFiles {
    #[error("{0}")]
    Unbookable(#[from] leon_ledger::RouteUnbookable),
    #[error("the book of hours does not balance: {0}")]
    DoesNotBalance(#[from] leon_ledger::Imbalance),
    #[error("{0}")]
    Write(#[from] WriteError),
}

/// Writes the folder.
///
/// # Errors
/// [`Failure::Usage`] when the folder holds something else than an earlier result, [`Failure::Internal`] when the plan
/// cannot be booked or the disk says no.
pub fn write(published: &Published<'_>, dir: &Path, args: &PublishArgs, voice: Voice) -> Result<(), Failure> {
    let files = files(published, args, voice).map_err(|reason| {
        Failure::Internal(voice.text_with("failure-route-internal", &[("reason", reason.to_string().into())]))
    })?;
    let is_calendar = |name: &str| name.starts_with("calendar-") && name.ends_with(".ics");
    out::replace(&files, dir, is_calendar, voice)
}

fn files(published: &Published<'_>, args: &PublishArgs, voice: Voice) -> Result<BTreeMap<String, Vec<u8>>, NoFiles> {
    let Published { file, plan, made_by, .. } = *published;
    let (day, clock) = (&file.day, &file.clock);
    let book = book_route(day, plan, &args.place, &args.setting)?;
    book.balances()?;
    let mut results = plan_tables(day, plan, clock);
    results.tables.extend([ledger(&book, "minutes"), run(published)]);
    let mut files = result_files(&results)?;
    let words = Words::new(day, clock, voice);
    files.insert(PAGE.into(), page::page(published, words).into_bytes());
    files.insert("lists.html".into(), lists::page(day, plan, words, args.travel).into_bytes());
    files.insert("map.geojson".into(), plan_map(day, plan, clock).into_bytes());
    let made_by = made_by.cloned().unwrap_or_default();
    files.insert("plan.json".into(), write_plan(plan, &made_by).into_bytes());
    let carers: BTreeSet<&CarerId> = plan.routes.iter().map(|it| &it.carer).collect();
    for carer in carers {
        let calendar = carer_calendar(day, plan, carer, first_moment(day), clock, voice.lang);
        // Ids may hold slashes, but never a percent sign.
        files.insert(format!("calendar-{}.ics", carer.as_str().replace('/', "%2F")), calendar.into_bytes());
    }
    Ok(files)
}

/// When the first shift begins: the calendars' stamp, so that the same plan gives the same files.
fn first_moment(day: &Day) -> Moment {
    day.carers.iter().flat_map(|it| &it.shifts).map(|it| it.start).min().unwrap_or_default()
}

/// How the plan came about, and what it is worth.
fn run(published: &Published<'_>) -> ResultTable {
    let mut items = vec![("day_sha256".to_owned(), published.file.sha256.clone())];
    if let Some(made_by) = published.made_by {
        items.push(("leon_version".into(), made_by.leon_version.clone()));
        items.push(("seed".into(), made_by.seed.to_string()));
        items.extend(made_by.seconds.map(|it| ("seconds".into(), it.to_string())));
        items.extend(made_by.iterations.map(|it| ("iterations".into(), it.to_string())));
    }
    items.push(("synthetic".into(), published.file.day.synthetic.to_string()));
    items.extend(published.verdict.goals.iter().map(|(goal, value)| (goal.to_string(), value.to_string())));
    table(
        RUN,
        "How the plan came about, and its value under each goal.",
        vec![text("item", "What."), text("value", "Its value.")],
        items.into_iter().map(|(item, value)| vec![item.into(), value.into()]).collect(),
    )
}

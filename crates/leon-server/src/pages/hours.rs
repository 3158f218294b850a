//! Overblik: the book of hours, where hours come from and where they go. Each figure opens what it rests on.

use crate::access::Right;
use crate::app::App;
use crate::desk::Desk;
use crate::hours::tables;
use crate::pages::measures;
use crate::refused::Refused;
use crate::shell::shell;
use crate::visitor::Visitor;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use leon_ledger::{Account, Book, TrialBalance, book_match};
use leon_match::Matched;
use leon_model::{Hours, Minutes};
use leon_pages::findings::{Findings, sources_of};
use leon_pages::names::{Names, citation};
use leon_pages::numbers::MISSING;
use leon_pages::report::{Part, Report};
use leon_pages::table::{Lean, bar, largest, part, table, text};
use leon_pages::texts::Voice;
use maud::{Markup, html};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The first page. Who sees nothing but their own begins there.
pub async fn page(State(app): State<App>, Extension(visitor): Extension<Visitor>) -> Result<Response, Refused> {
    if visitor.may(Right::SeeGap) {
        Ok(first(&app, &visitor).await?.into_response())
    } else if visitor.may(Right::SeeOwn) {
        Ok(Redirect::to("/my-shifts").into_response())
    } else {
        Err(Refused::Forbidden)
    }
}

async fn first(app: &App, visitor: &Visitor) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let title = voice.text("hours-page-title");
    let Some(head) = app.newest_case().await? else {
        return Ok(shell(visitor, "/", &title, &html! { p { (voice.text("no-case")) } }));
    };
    let desk = app.desk(&head.id).await?;
    let answer = desk.answer(&BTreeSet::new()).await.map_err(|_| Refused::Internal)?;
    let drawn = tokio::task::spawn_blocking(move || {
        let name = format!("hours {}", voice.lang.code());
        let draw = || Ok::<_, Refused>(overview(&desk, &answer, &book(&desk, &answer)?, voice));
        desk.pages.get_or(&name, draw)
    });
    let drawn = drawn.await.map_err(|_| Refused::Internal)??;
    let content = html! { (drawn) (measures::released(app, voice).await?) };
    Ok(shell(visitor, "/", &title, &content))
}

/// One account: over settings and groups, and what its figures rest on.
pub async fn account(
    State(app): State<App>,
    Extension(visitor): Extension<Visitor>,
    Path(word): Path<String>,
) -> Result<Markup, Refused> {
    let voice = visitor.voice;
    let account = Account::parse(&word).ok_or(Refused::NotFound)?;
    let head = app.newest_case().await?.ok_or(Refused::NotFound)?;
    let desk = app.desk(&head.id).await?;
    let answer = desk.answer(&BTreeSet::new()).await.map_err(|_| Refused::Internal)?;
    let drawn = tokio::task::spawn_blocking(move || {
        let name = format!("hours {account} {}", voice.lang.code());
        let draw = || Ok::<_, Refused>(one_account(&desk, &book(&desk, &answer)?, account, voice));
        desk.pages.get_or(&name, draw)
    });
    let drawn = drawn.await.map_err(|_| Refused::Internal)??;
    Ok(shell(&visitor, "", &voice.text(&format!("account-{account}")), &drawn))
}

fn book(desk: &Desk, answer: &Arc<Matched>) -> Result<Book, Refused> {
    book_match(&desk.case, &answer.plan).map_err(|error| {
        eprintln!("leon: {error}");
        Refused::Internal
    })
}

fn overview(desk: &Desk, answer: &Matched, book: &Book, voice: Voice) -> Markup {
    let findings = Findings::new(&desk.case, answer);
    let voice = findings.voice(voice);
    let report = Report::new(&findings, voice, &desk.sha256).with_accounts_at("/hours");
    let balance = book.trial_balance();
    html! {
        p.lead { (desk.case.title) }
        (report.part(Part::Headline))
        (report.part(Part::Flow))
        section aria-labelledby="book-heading" {
            h2 id="book-heading" { (voice.text("hours-book")) }
            p.lead { (voice.text("hours-book-lead")) }
            (accounts(&balance, voice))
        }
        (report.part(Part::About))
    }
}

/// Every account with its hours; the figure is the way to what it rests on.
fn accounts(balance: &TrialBalance, voice: Voice) -> Markup {
    let most = largest(balance.iter().map(|(_, it)| it.minutes().0 as f64));
    let row = |(account, turnover): (Account, leon_ledger::Turnover)| {
        let address = format!("/hours/{account}");
        vec![
            html! { a href=(address) { (voice.text(&format!("account-{account}"))) } },
            text(some_hours(turnover.entered, voice)),
            text(some_hours(turnover.left, voice)),
            bar(part(turnover.minutes().0 as f64, most), "staff"),
        ]
    };
    let columns = [
        (Lean::Words, voice.text("hours-account")),
        (Lean::Number, voice.text("hours-in")),
        (Lean::Number, voice.text("hours-out")),
        (Lean::Words, String::new()),
    ];
    table(&voice.text("hours-table"), &columns, &balance.iter().map(row).collect::<Vec<_>>())
}

fn one_account(desk: &Desk, book: &Book, account: Account, voice: Voice) -> Markup {
    let case = &*desk.case;
    let voice = voice.for_hours(case.needs.iter().map(|it| Hours(it.hours_per_week.value)).sum());
    let names = Names { case, voice };
    let settings = book.by_setting().into_iter().map(|(id, it)| (names.setting(&id).to_owned(), it));
    let groups = book.by_group().into_iter().map(|(id, it)| (names.group(&id).to_owned(), it));
    html! {
        p { a href="/" { (voice.text("hours-back")) } }
        (split(settings.collect(), account, "column-setting", voice))
        (split(groups.collect(), account, "column-group", voice))
        section aria-labelledby="rests-heading" {
            h2 id="rests-heading" { (voice.text("hours-rests")) }
            p.lead { (voice.text("hours-rests-lead")) }
            (sources(desk, account, voice))
        }
    }
}

/// An account's hours over settings or groups.
fn split(parts: Vec<(String, TrialBalance)>, account: Account, first: &str, voice: Voice) -> Markup {
    let of = |balance: &TrialBalance| balance.of(account);
    let parts: Vec<_> = parts.iter().filter(|(_, it)| of(it).minutes() > Minutes(0)).collect();
    let most = largest(parts.iter().map(|(_, it)| of(it).minutes().0 as f64));
    let row = |(name, balance): &&(String, TrialBalance)| {
        vec![
            text(name),
            text(some_hours(of(balance).entered, voice)),
            text(some_hours(of(balance).left, voice)),
            bar(part(of(balance).minutes().0 as f64, most), "staff"),
        ]
    };
    let columns = [
        (Lean::Words, voice.text(first)),
        (Lean::Number, voice.text("hours-in")),
        (Lean::Number, voice.text("hours-out")),
        (Lean::Words, String::new()),
    ];
    html! { @if !parts.is_empty() { (table("", &columns, &parts.iter().map(row).collect::<Vec<_>>())) } }
}

/// The sources of the tables behind an account, with class and range.
fn sources(desk: &Desk, account: Account, voice: Voice) -> Markup {
    let names = Names { case: &desk.case, voice };
    let rows = sources_of(&desk.case, tables(account)).into_iter().map(|it| {
        let source = names.source(it.source);
        vec![
            text(format!("{}.{}", it.table.name(), it.column)),
            text(voice.text(&format!("evidence-{}", it.class))),
            text(voice.count(it.figures)),
            text(it.range(voice)),
            html! {
                @if let Some(source) = source { a href=(format!("/sources#{}", source.id)) { (citation(source)) } }
            },
        ]
    });
    let columns = [
        (Lean::Words, voice.text("column-figures-in")),
        (Lean::Words, voice.text("column-evidence")),
        (Lean::Number, voice.text("column-figures")),
        (Lean::Number, voice.text("column-range")),
        (Lean::Words, voice.text("column-source")),
    ];
    table("", &columns, &rows.collect::<Vec<_>>())
}

/// Hours; a dash where none passed.
fn some_hours(minutes: Minutes, voice: Voice) -> String {
    if minutes == Minutes(0) { MISSING.to_owned() } else { voice.hours(Hours(minutes.0 as f64 / 60.0)) }
}

//! A portfolio in words: claims against what is released, overlap, who pays and who gains.

mod page;
mod tables;

pub use page::page;
pub use tables::results;

use super::summary::table;
use crate::names::Names;
use crate::numbers::signed;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_model::{Case, Fte, Kroner, Scenario};
use leon_pages::projection::rows::{Rows, columns};
use leon_project::{Item, ItemId, Portfolio, Release, claims};
use std::collections::BTreeMap;

/// The answer with what it was asked.
pub struct Shown<'a> {
    pub case: &'a Case,
    pub scenarios: &'a [Scenario],
    pub portfolio: &'a Portfolio,
    /// The year that short lists show, as a place in the list of years.
    pub year: usize,
}

/// Everything that is told of a portfolio.
pub fn render(shown: &Shown<'_>, voice: Voice, screen: Screen) -> String {
    let text = table(screen, technologies(shown, voice), usize::MAX)
        + &table(screen, bindings(shown, voice), usize::MAX)
        + &table(screen, together(shown, voice), usize::MAX)
        + &table(screen, parties(shown, voice), usize::MAX)
        + "\n"
        + &screen.paragraph(&voice.text("portfolio-note"));
    text.trim_start_matches('\n').to_owned()
}

impl Shown<'_> {
    fn item(&self, id: &ItemId) -> Option<&Release> {
        self.portfolio.items.iter().find(|it| it.id == *id)?.years.get(self.year)
    }

    /// What the items of a kind release, each alone and added up.
    fn sum(&self, of: impl Fn(&ItemId) -> bool) -> Fte {
        let items = self.portfolio.items.iter().filter(|it| of(&it.id));
        items.filter_map(|it| it.years.get(self.year)).map(|it| it.positions).sum()
    }

    fn year_word(&self) -> [(&'static str, fluent_templates::fluent_bundle::FluentValue<'static>); 1] {
        [("year", self.portfolio.years[self.year].to_string().into())]
    }

    fn name(&self, id: &ItemId, voice: Voice) -> String {
        let names = Names { case: self.case, voice };
        match id {
            ItemId::Technology(id) => self
                .case
                .technologies
                .iter()
                .find(|it| it.id == *id)
                .map_or_else(|| id.to_string(), |it| voice.name(&it.name_da, &it.name_en).to_owned()),
            ItemId::Binding(id) => names.binding(id).to_owned(),
            ItemId::Scenario(at) => voice.name(&self.scenarios[*at].name_da, &self.scenarios[*at].name_en).to_owned(),
            ItemId::AllTechnologies => voice.text("portfolio-all-technologies"),
            ItemId::AllBindings => voice.text("portfolio-all-bindings"),
            ItemId::AllScenarios => voice.text("portfolio-all-scenarios"),
            ItemId::Everything => voice.text("portfolio-everything"),
        }
    }
}

/// Every technology: what is claimed, the hours that it is for, what it releases.
fn technologies(shown: &Shown<'_>, voice: Voice) -> Rows {
    let missing = || "–".to_owned();
    let mut rows: Vec<(f64, Vec<String>)> = Vec::new();
    for it in claims(shown.case) {
        let release = shown.item(&ItemId::Technology(it.technology.id.clone()));
        let claimed = it.technology.claimed_fte.as_ref().map(|it| it.value);
        let cells = vec![
            voice.name(&it.technology.name_da, &it.technology.name_en).to_owned(),
            it.class.map_or_else(missing, |class| voice.text(&format!("evidence-{class}"))),
            it.technology.maturity.as_ref().map_or_else(missing, |it| voice.number(it.value, 0)),
            if it.scope.0 > 0.0 { voice.hours(it.scope) } else { missing() },
            claimed.map_or_else(missing, |it| voice.number(it, 0)),
            release.map_or_else(missing, |it| voice.number(it.positions.0, 0)),
        ];
        rows.push((claimed.unwrap_or(0.0), cells));
    }
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let claimed: f64 = rows.iter().map(|it| it.0).sum();
    let mut rows: Vec<_> = rows.into_iter().map(|it| it.1).collect();
    let sum = shown.sum(|id| matches!(id, ItemId::Technology(_)));
    let mut sums = |key: &str, claimed: String, positions: Fte| {
        let positions = voice.number(positions.0, 0);
        rows.push(vec![voice.text(key), String::new(), String::new(), String::new(), claimed, positions]);
    };
    sums("portfolio-sum-alone", voice.number(claimed, 0), sum);
    if let Some(all) = shown.item(&ItemId::AllTechnologies) {
        sums("portfolio-together", String::new(), all.positions);
    }
    let words = ["column-technology-name", "column-evidence"];
    let numbers = ["column-maturity", "column-scope", "column-claim", "column-released-fte"];
    Rows {
        heading: voice.text_with("portfolio-technologies", &shown.year_word()),
        columns: columns(voice, &words, &numbers),
        rows,
    }
}

/// What lifting each binding releases in the first year, half way and in the year shown, largest first.
fn bindings(shown: &Shown<'_>, voice: Voice) -> Rows {
    let years = [0, shown.year / 2, shown.year];
    let is_binding = |it: &&Item| matches!(it.id, ItemId::Binding(_));
    let mut items: Vec<&Item> = shown.portfolio.items.iter().filter(is_binding).collect();
    items.sort_by(|a, b| b.years[shown.year].positions.0.total_cmp(&a.years[shown.year].positions.0));
    let releases = |it: &Item| years.map(|year| voice.number(it.years[year].positions.0, 0));
    let shows = |it: &&&Item| years.iter().any(|&year| it.years[year].positions.0.abs() >= 0.5);
    let mut rows: Vec<Vec<String>> = items
        .iter()
        .filter(shows)
        .map(|it| [shown.name(&it.id, voice)].into_iter().chain(releases(it)).collect())
        .collect();
    if !items.is_empty() {
        let sum = |year: usize| voice.number(items.iter().map(|it| it.years[year].positions.0).sum(), 0);
        rows.push([voice.text("portfolio-sum-alone")].into_iter().chain(years.map(sum)).collect());
    }
    if let Some(all) = shown.portfolio.items.iter().find(|it| it.id == ItemId::AllBindings) {
        rows.push([voice.text("portfolio-together")].into_iter().chain(releases(all)).collect());
    }
    let mut head = columns(voice, &["column-binding"], &[]);
    head.extend(years.map(|year| (crate::grid::Lean::Number, shown.portfolio.years[year].to_string())));
    Rows { heading: voice.text("portfolio-bindings"), columns: head, rows }
}

/// Scenarios alone, and what is taken together.
fn together(shown: &Shown<'_>, voice: Voice) -> Rows {
    let wanted = |id: &ItemId| !matches!(id, ItemId::Technology(_) | ItemId::Binding(_));
    let rows = shown.portfolio.items.iter().filter(|it| wanted(&it.id)).map(|it| {
        let release = &it.years[shown.year];
        let care = release.care.values().copied().sum();
        vec![shown.name(&it.id, voice), voice.number(release.positions.0, 0), voice.change(care)]
    });
    let words = ["column-what"];
    let numbers = ["column-released-fte", "column-more-care"];
    let heading = voice.text_with("portfolio-scenarios", &shown.year_word());
    Rows { heading, columns: columns(voice, &words, &numbers), rows: rows.collect() }
}

/// Kroner that each party pays and gains in the year shown, by scenario and for what is taken together.
fn parties(shown: &Shown<'_>, voice: Voice) -> Rows {
    let mut rows = Vec::new();
    for it in shown.portfolio.items.iter().filter(|it| !matches!(it.id, ItemId::Technology(_) | ItemId::Binding(_))) {
        for (party, cost, gain) in accounts(&it.years[shown.year], shown.case) {
            let party = match party.as_str() {
                "state" => voice.text("party-state"),
                "region" => voice.text("party-region"),
                "municipality" => voice.text("party-municipality"),
                "citizen" => voice.text("party-citizen"),
                _ => party,
            };
            let millions = |kroner: Kroner| signed(voice.lang, kroner.0 / 1e6, 0);
            rows.push(vec![shown.name(&it.id, voice), party, millions(cost), millions(gain)]);
        }
    }
    let words = ["column-what", "column-party"];
    let numbers = ["column-cost", "column-gain"];
    let heading = voice.text_with("portfolio-parties", &shown.year_word());
    Rows { heading, columns: columns(voice, &words, &numbers), rows }
}

/// What each party pays and gains, kroner a year.
fn accounts(release: &Release, case: &Case) -> Vec<(String, Kroner, Kroner)> {
    let gains = release.gains(case);
    let mut parties: BTreeMap<&String, (Kroner, Kroner)> = BTreeMap::new();
    release.costs.iter().for_each(|(party, cost)| parties.entry(party).or_default().0 = *cost);
    gains.iter().for_each(|(party, gain)| parties.entry(party).or_default().1 = *gain);
    parties.into_iter().map(|(party, (cost, gain))| (party.clone(), cost, gain)).collect()
}

//! A portfolio as tables of a data package.

use super::{Shown, accounts};
use crate::project::tables::amount;
use crate::results::RUN;
use leon_formats::results::column::{count, number, text};
use leon_formats::results::{Cell, ResultTable, Results};
use leon_project::{ItemId, claims};

/// Every table of a portfolio.
pub fn results(shown: &Shown<'_>, case_hash: &str) -> Results {
    let item = |id: &ItemId| {
        let (kind, of) = match id {
            ItemId::Technology(id) => ("technology", id.to_string()),
            ItemId::Binding(id) => ("binding", id.to_string()),
            ItemId::Scenario(at) => ("scenario", shown.scenarios[*at].name_en.clone()),
            ItemId::AllTechnologies => ("together", "technologies".to_owned()),
            ItemId::AllBindings => ("together", "bindings".to_owned()),
            ItemId::AllScenarios => ("together", "scenarios".to_owned()),
            ItemId::Everything => ("together", "everything".to_owned()),
        };
        [Cell::Text(kind.to_owned()), Cell::Text(of)]
    };
    let key =
        || vec![text("kind", "`technology`, `binding`, `scenario` or `together`."), text("item", "Its id or name.")];
    let year = || count("year", "The calendar year.");
    let mut releases = Vec::new();
    let mut parties = Vec::new();
    for it in &shown.portfolio.items {
        for (year, release) in shown.portfolio.years.iter().zip(&it.years) {
            let at: Vec<Cell> = item(&it.id).into_iter().chain([Cell::Integer(year.0.into())]).collect();
            let values = [release.positions.0, release.weighted, release.care.values().map(|it| it.0).sum()];
            releases.push(at.iter().cloned().chain(values.map(amount)).collect());
            parties.extend(accounts(release, shown.case).into_iter().map(|(party, cost, gain)| {
                at.iter().cloned().chain([Cell::Text(party), amount(cost.0), amount(gain.0)]).collect::<Vec<_>>()
            }));
        }
    }
    let releases_columns = [
        number("positions", "FTE", "Full-time positions no longer missing."),
        number("weighted", "weighted hours/week", "Severity-weighted hours no longer missing."),
        number("care", "hours/week", "Care that is given and was not."),
    ];
    let parties_columns = [
        text("party", "Who pays or gains."),
        number("cost", "DKK/year", "As the scenario says."),
        number("gain", "DKK/year", "Hours no longer bought; for citizens, care at the case's value of an unmet hour."),
    ];
    let claimed = claims(shown.case).into_iter().map(|it| {
        let figure = |figure: Option<f64>| figure.map_or(Cell::Missing, amount);
        vec![
            Cell::Text(it.technology.id.to_string()),
            it.class.map_or(Cell::Missing, |class| Cell::Text(class.to_string())),
            figure(it.technology.maturity.as_ref().map(|it| it.value)),
            amount(it.scope.0),
            figure(it.technology.claimed_fte.as_ref().map(|it| it.value)),
        ]
    });
    let claims_columns = vec![
        text("technology", "The technology."),
        text("evidence", "The claim's class, or the weakest of its effect."),
        number("maturity", "", "From 0 to 5."),
        number("scope", "hours/week", "Needed of the tasks that it is for."),
        number("claimed", "FTE", "Employees that somebody says it frees."),
    ];
    let names: Vec<&str> = shown.scenarios.iter().map(|it| it.name_en.as_str()).collect();
    let run = [
        ("leon_version", env!("CARGO_PKG_VERSION").to_owned()),
        ("case", shown.case.name.clone()),
        ("case_sha256", case_hash.to_owned()),
        ("scenarios", names.join("; ")),
    ];
    let table =
        |name: &str, doc: &str, columns, rows| -> ResultTable { crate::results::table(name, doc, columns, rows) };
    Results {
        name: format!("{}-portfolio", shown.case.name),
        title: shown.case.title.clone(),
        description:
            "Technologies, bindings and scenarios each alone and together, every year matched by region: what \
                      is released against the case as it stands."
                .into(),
        tables: vec![
            table("claims", "What is said of each technology.", claims_columns, claimed.collect()),
            table(
                "releases",
                "What each releases in each year.",
                key().into_iter().chain([year()]).chain(releases_columns).collect(),
                releases,
            ),
            table(
                "parties",
                "Who pays and who gains in each year.",
                key().into_iter().chain([year()]).chain(parties_columns).collect(),
                parties,
            ),
            table(
                RUN,
                "How the answer came about. The case's hash is taken of its tables as Leon writes them.",
                vec![text("item", "What."), text("value", "Its value.")],
                run.into_iter().map(|(item, value)| vec![item.into(), value.into()]).collect(),
            ),
        ],
    }
}

//! A projection as tables of a data package.

use crate::results::{RUN, table};
use leon_formats::results::column::{count, number, text};
use leon_formats::results::{Cell, ResultColumn, ResultTable, Results};
use leon_pages::projection::findings::{Findings, unmet_fte};
use leon_project::{Decomposition, Totals, leanings};

fn scenario() -> ResultColumn {
    text("scenario", "The scenario's name in English.")
}

fn year() -> ResultColumn {
    count("year", "The calendar year.")
}

pub fn amount(value: f64) -> Cell {
    if value.is_finite() { Cell::Number(value) } else { Cell::Missing }
}

/// Every table of a projection, and of a comparison what makes the difference.
pub fn results(findings: &Findings<'_>, why: Option<&Decomposition>, case_hash: &str) -> Results {
    let mut results = Results {
        name: format!("{}-project", findings.case.name),
        title: findings.case.title.clone(),
        description: "A projection by Leon: need, hands and gap in the years to come, each year matched. Hours are \
                      hours a week. Intervals hold 80 of 100 draws over the ranges of the assumptions."
            .into(),
        tables: vec![
            years(findings),
            draws(findings),
            groups(findings),
            places(findings),
            competences(findings),
            technologies(findings),
            leans(findings),
            leans_together(findings),
            costs(findings),
            published(findings),
            measured(findings),
            run(findings, case_hash),
        ],
    };
    results.tables.extend(why.map(terms));
    results
}

/// The totals of a year as columns: name, unit, what it is, and how it is read.
type Measure = (&'static str, &'static str, &'static str, fn(&Totals) -> f64);

const MEASURES: [Measure; 7] = [
    ("need", "hours/week", "Care needed.", |it| it.need.0),
    ("hands", "hours/week", "Care hours of the staff at hand.", |it| it.hands.0),
    ("taken_over", "hours/week", "Taken over by technologies.", |it| it.taken_over.0),
    ("unmet", "hours/week", "Need that nobody meets.", |it| it.unmet.0),
    ("weighted_unmet", "weighted hours/week", "Unmet hours by severity.", |it| it.weighted_unmet),
    ("unmet_fte", "FTE", "Full-time positions that would give the unmet hours.", |it| it.unmet_fte.0),
    ("bought", "DKK/week", "For bought hours.", |it| it.bought.0),
];

fn years(findings: &Findings<'_>) -> ResultTable {
    let mut columns = vec![scenario(), year()];
    for (name, unit, description, _) in MEASURES {
        columns.push(number(name, unit, description));
        columns.push(number(&format!("{name}_low"), unit, "A tenth of the draws lie below."));
        columns.push(number(&format!("{name}_high"), unit, "A tenth of the draws lie above."));
    }
    let mut rows = Vec::new();
    for (path, of) in findings.projection.paths.iter().zip(findings.scenarios) {
        for (at, it) in path.central.iter().enumerate() {
            let mut row = vec![Cell::Text(of.name_en.clone()), Cell::Integer(it.year.0.into())];
            for (.., read) in MEASURES {
                let interval = path.interval(at, read);
                row.push(amount(interval.value));
                let ends = [interval.low, interval.high].map(amount);
                row.extend(if path.drawn.is_empty() { [Cell::Missing, Cell::Missing] } else { ends });
            }
            rows.push(row);
        }
    }
    table("years", "Need, hands and gap in each year; every assumption at its value, with intervals.", columns, rows)
}

fn draws(findings: &Findings<'_>) -> ResultTable {
    let mut columns = vec![scenario(), count("draw", "Number of the draw."), year()];
    columns.extend(MEASURES.map(|(name, unit, description, _)| number(name, unit, description)));
    let mut rows = Vec::new();
    for (path, of) in findings.projection.paths.iter().zip(findings.scenarios) {
        for (draw, years) in path.drawn.iter().enumerate() {
            for (year, totals) in findings.projection.years.iter().zip(years) {
                let mut row = vec![Cell::Text(of.name_en.clone()), draw.into(), Cell::Integer(year.0.into())];
                row.extend(MEASURES.map(|(.., read)| amount(read(totals))));
                rows.push(row);
            }
        }
    }
    table("draws", "Each draw, matched by region.", columns, rows)
}

fn groups(findings: &Findings<'_>) -> ResultTable {
    let columns = vec![
        scenario(),
        year(),
        text("staff_group", "The staff group."),
        number("fte", "FTE", "Its people at work."),
        number("unmet", "hours/week", "Unmet hours of what it does today."),
        number("unmet_fte", "FTE", "Full-time positions that would give them."),
        number(
            "price",
            "weighted hours/hour",
            "Weighted unmet hours that one hour more or less of it changes; a dual.",
        ),
    ];
    let mut rows = Vec::new();
    for (path, of) in findings.projection.paths.iter().zip(findings.scenarios) {
        for it in &path.central {
            rows.extend(it.groups.iter().map(|(group, year)| {
                vec![
                    Cell::Text(of.name_en.clone()),
                    Cell::Integer(it.year.0.into()),
                    Cell::Text(group.to_string()),
                    amount(year.fte.0),
                    amount(year.unmet.0),
                    amount(year.unmet_fte.0),
                    amount(year.price),
                ]
            }));
        }
    }
    table("staff_groups", "Staff groups in each year.", columns, rows)
}

fn places(findings: &Findings<'_>) -> ResultTable {
    let columns = vec![
        scenario(),
        year(),
        text("place", "The place, with what lies under it."),
        number("need", "hours/week", "Care needed."),
        number("unmet", "hours/week", "Need that nobody meets."),
    ];
    let mut rows = Vec::new();
    for (path, of) in findings.projection.paths.iter().zip(findings.scenarios) {
        for it in &path.central {
            rows.extend(it.places.iter().map(|(place, need, unmet)| {
                let key =
                    [Cell::Text(of.name_en.clone()), Cell::Integer(it.year.0.into()), Cell::Text(place.to_string())];
                key.into_iter().chain([amount(need.0), amount(unmet.0)]).collect::<Vec<_>>()
            }));
        }
    }
    table("places", "Places in each year.", columns, rows)
}

fn competences(findings: &Findings<'_>) -> ResultTable {
    let columns = vec![
        scenario(),
        year(),
        text("competence", "The competence that the need takes."),
        number("need", "hours/week", "Care needed."),
        number("unmet", "hours/week", "Need that nobody meets."),
    ];
    let mut rows = Vec::new();
    for (path, of) in findings.projection.paths.iter().zip(findings.scenarios) {
        for it in &path.central {
            rows.extend(it.competences.iter().map(|(id, need, unmet)| {
                let key = [Cell::Text(of.name_en.clone()), Cell::Integer(it.year.0.into()), Cell::Text(id.to_string())];
                key.into_iter().chain([amount(need.0), amount(unmet.0)]).collect::<Vec<_>>()
            }));
        }
    }
    table("competences", "Competences in each year.", columns, rows)
}

fn technologies(findings: &Findings<'_>) -> ResultTable {
    let columns =
        vec![scenario(), year(), text("technology", "The technology."), number("hours", "hours/week", "Taken over.")];
    let mut rows = Vec::new();
    for (path, of) in findings.projection.paths.iter().zip(findings.scenarios) {
        for it in &path.central {
            let used = findings.case.technologies.iter().zip(&it.technologies).filter(|(_, hours)| hours.0 > 0.0);
            rows.extend(used.map(|(technology, hours)| {
                vec![
                    Cell::Text(of.name_en.clone()),
                    Cell::Integer(it.year.0.into()),
                    Cell::Text(technology.id.to_string()),
                    amount(hours.0),
                ]
            }));
        }
    }
    table("technologies", "Technologies that take over hours, in each year.", columns, rows)
}

fn leans(findings: &Findings<'_>) -> ResultTable {
    let columns = vec![
        scenario(),
        text("assumption", "The assumption's name."),
        text("evidence", "Its evidence class."),
        text("source", "Its source."),
        number(
            "share",
            "",
            "Share of the variance of the last year's unmet positions that follows it alone: lines that bend at its value, \
             adjusted for chance.",
        ),
        number("error", "", "Standard error of the share, by the jackknife."),
        number("change", "FTE", "From the low end of its range to the high end, on those lines."),
    ];
    let mut rows = Vec::new();
    for (path, of) in findings.projection.paths.iter().zip(findings.scenarios) {
        rows.extend(leanings(path, &findings.options, findings.last(), unmet_fte).all.into_iter().map(|it| {
            vec![
                Cell::Text(of.name_en.clone()),
                Cell::Text(it.assumption.id.to_string()),
                Cell::Text(it.assumption.class.to_string()),
                Cell::Text(it.assumption.source.to_string()),
                amount(it.share),
                amount(it.error),
                amount(it.change),
            ]
        }));
    }
    table("leans_on", "What the last year's gap leans on over the draws.", columns, rows)
}

fn leans_together(findings: &Findings<'_>) -> ResultTable {
    let columns = vec![
        scenario(),
        count("assumptions", "How many of those that it leans on most are taken together."),
        number(
            "share",
            "",
            "Share of the variance of the last year's unmet positions that they foretell, each draw left out in turn.",
        ),
    ];
    let together = |(path, of): (&leon_project::Path, &leon_model::Scenario)| {
        let it = leanings(path, &findings.options, findings.last(), unmet_fte);
        vec![Cell::Text(of.name_en.clone()), Cell::Integer(it.taken as i64), amount(it.together)]
    };
    let rows = findings.projection.paths.iter().zip(findings.scenarios).filter(|(path, _)| !path.drawn.is_empty());
    table("leans_together", "How far that goes.", columns, rows.map(together).collect())
}

fn costs(findings: &Findings<'_>) -> ResultTable {
    let columns = vec![
        scenario(),
        year(),
        text("payer", "Who pays."),
        text("cost", "What for."),
        number("dkk", "DKK/year", "The cost of the year."),
        number("dkk_low", "DKK/year", "The low end of its range."),
        number("dkk_high", "DKK/year", "The high end of its range."),
    ];
    let mut rows = Vec::new();
    for of in findings.scenarios {
        for year in &findings.projection.years {
            rows.extend(of.costs.iter().filter(|it| (it.from..=it.to).contains(year)).map(|it| {
                vec![
                    Cell::Text(of.name_en.clone()),
                    Cell::Integer(year.0.into()),
                    Cell::Text(it.payer.clone()),
                    Cell::Text(it.name_en.clone()),
                    amount(it.dkk_per_year.value),
                    amount(it.dkk_per_year.low),
                    amount(it.dkk_per_year.high),
                ]
            }));
        }
    }
    table("costs", "What the scenarios cost beside hours, as they say it.", columns, rows)
}

fn published(findings: &Findings<'_>) -> ResultTable {
    let columns = vec![
        scenario(),
        text("published", "What was published."),
        text("staff_groups", "The staff groups; all when empty."),
        year(),
        number("missing", "FTE", "Positions missing, as published; negative when there are too many."),
        text("evidence", "Its evidence class."),
        text("source", "Its source."),
    ];
    let mut rows = Vec::new();
    for of in findings.scenarios {
        rows.extend(of.published.iter().map(|it| {
            vec![
                Cell::Text(of.name_en.clone()),
                Cell::Text(it.name_en.clone()),
                Cell::Text(it.groups.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")),
                Cell::Integer(it.year.0.into()),
                amount(it.missing.value),
                Cell::Text(it.missing.class.to_string()),
                Cell::Text(it.missing.source.to_string()),
            ]
        }));
    }
    table("published", "What others published, as the scenarios say it.", columns, rows)
}

fn measured(findings: &Findings<'_>) -> ResultTable {
    let columns = vec![
        text("age", "The ages."),
        count("years_ahead", "Years from the projection to the year that came."),
        count("origins", "Years of the past from which it was tried."),
        number("bias", "", "Mean of projected less counted, as a share of counted."),
        number("error", "", "Root of the mean square of the same."),
    ];
    let rows = findings.projection.measured.iter().map(|it| {
        vec![
            Cell::Text(it.age.to_string()),
            Cell::Integer(it.years_ahead.into()),
            it.origins.into(),
            amount(it.bias),
            amount(it.error),
        ]
    });
    table("backtest", "How far projections of inhabitants made in the past were off.", columns, rows.collect())
}

fn terms(why: &Decomposition) -> ResultTable {
    let columns = vec![
        year(),
        text("entry", "The entry, or all entries of a list."),
        number("part", "FTE", "Its part of the difference in unmet positions: the mean over all orders."),
        number("alone", "FTE", "What it does alone."),
    ];
    let row = |it: &leon_project::Term| {
        vec![Cell::Integer(why.year.0.into()), Cell::Text(it.id.to_string()), amount(it.part.0), amount(it.alone.0)]
    };
    table(
        "terms",
        "Which entries make the difference between the two scenarios, by region.",
        columns,
        why.terms.iter().map(row).collect(),
    )
}

fn run(findings: &Findings<'_>, case_hash: &str) -> ResultTable {
    let items = [
        ("leon_version", env!("CARGO_PKG_VERSION").to_owned()),
        ("case", findings.case.name.clone()),
        ("case_sha256", case_hash.to_owned()),
        ("scenarios", findings.scenarios.iter().map(|it| it.name_en.as_str()).collect::<Vec<_>>().join("; ")),
        ("draws", findings.options.draws.to_string()),
        ("seed", findings.options.seed.to_string()),
    ];
    table(
        RUN,
        "How the answer came about. The case's hash is taken of its tables as Leon writes them.",
        vec![text("item", "What."), text("value", "Its value.")],
        items.into_iter().map(|(item, value)| vec![item.into(), value.into()]).collect(),
    )
}

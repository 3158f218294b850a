//! `leon roster cover`: rows of cover out of measured demand or out of plans of visits.

use crate::args::{DayArgs, RosterCoverArgs, WEEKDAYS};
use crate::commands::print;
use crate::failure::Failure;
use crate::grid::{Grid, Lean};
use crate::roster::read::{self, PeriodFile};
use crate::roster::words::{Words, faults};
use crate::route::read::{day, errors, name, plan, put, tell, text, warnings};
use crate::screen::Screen;
use crate::texts::Voice;
use leon_formats::period::{read_demand, write_period};
use leon_model::{Cover, CoverEvidence, EvidenceClass, Period, UnitId, Weekday};
use leon_roster::{
    CoverForecast, DemandOf, ForecastError, ForecastOptions, HeldOut, INTERVAL, NeedAtTime, Observation, PlanNeed,
    SeriesForecast, cover_from_plans, forecast_cover, replace_cover,
};
use leon_route::{NeedOf, StaffingNeed, staffing_need};
use std::collections::BTreeSet;
use std::path::Path;

pub fn run(args: &RosterCoverArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::period(&args.period, voice)?;
    let (rows, found) = match &args.history {
        Some(history) => from_history(args, history, &file, voice)?,
        None => (from_plans(args, &file, voice)?, String::new()),
    };
    let count = rows.len();
    let replaced = replace_cover(&file.period, rows);
    let (fell, kept) = (replaced.replaced, replaced.kept);
    let unsound = |problems: Vec<leon_model::PeriodProblem>| {
        Failure::Input(voice.text_with("cover-unsound", &[("reason", faults(&problems, voice).into())]))
    };
    let period = Period::new(replaced.tables).map_err(unsound)?;
    let screen = Screen::of_stdout();
    let counts = [("rows", count.into()), ("replaced", fell.into()), ("kept", kept.into())];
    let mut text = format!("{}\n", voice.text_with("cover-rows", &counts));
    text += &table(&period, period.cover.len() - count, voice, screen);
    text += &found;
    if let Some(out) = &args.out {
        put(out, &write_period(&period), voice)?;
        let words = [("file", out.display().to_string().into())];
        text += &format!("\n{}\n", voice.text_with("cover-next", &words));
    }
    print(&text);
    Ok(())
}

/// The new rows, from the row of this number on.
fn table(period: &Period, first: usize, voice: Voice, screen: Screen) -> String {
    let words = Words { period, voice };
    let columns = [
        (Lean::Words, "cover-column-row"),
        (Lean::Words, "cover-column-days"),
        (Lean::Number, "cover-column-mean"),
        (Lean::Number, "cover-column-spread"),
        (Lean::Number, "cover-column-min"),
        (Lean::Number, "cover-column-target"),
        (Lean::Words, "cover-column-evidence"),
    ];
    let mut grid = Grid::new(columns.map(|(lean, key)| (lean, voice.text(key))));
    for (at, row) in period.cover.iter().enumerate().skip(first) {
        let (mean, spread) = match row.need {
            leon_model::CoverNeed::Table { .. } => (f64::NAN, f64::NAN), // not known: a dash
            leon_model::CoverNeed::Demand { mean, standard_deviation, .. } => (mean, standard_deviation),
        };
        let evidence = row.evidence.as_ref().map(|it| voice.text(&format!("evidence-{}", it.class)));
        grid.row([
            words.row(at),
            days(row, voice),
            voice.number(mean, 2),
            voice.number(spread, 2),
            row.need.min().to_string(),
            row.need.target().to_string(),
            evidence.unwrap_or_default(),
        ]);
    }
    grid.render(screen.width)
}

fn days(row: &Cover, voice: Voice) -> String {
    let weekdays = row.days.weekdays.iter().map(|it| weekday(*it, voice));
    let dates: Vec<_> = row.days.dates.iter().collect();
    let dates = match dates.as_slice() {
        [] => None,
        [one] => Some(one.to_string()),
        [first, .., last] => {
            let words =
                [("first", first.to_string().into()), ("last", last.to_string().into()), ("dates", dates.len().into())];
            Some(voice.text_with("cover-dates", &words))
        }
    };
    weekdays.chain(dates).collect::<Vec<_>>().join(" ")
}

fn weekday(weekday: Weekday, voice: Voice) -> String {
    voice.text(&format!("weekday-{}", format!("{weekday:?}").to_lowercase()))
}

fn from_history(
    args: &RosterCoverArgs,
    path: &Path,
    file: &PeriodFile,
    voice: Voice,
) -> Result<(Vec<Cover>, String), Failure> {
    let read = read_demand(&name(path), &text(path, voice)?, &file.period);
    let odd = tell(&read.problems, voice);
    let Some(rows) = read.rows else { return Err(errors(read.problems.len() - odd, voice)) };
    warnings(odd, voice);
    let observations: Vec<Observation> = rows
        .into_iter()
        .map(|it| Observation {
            of: DemandOf::new(it.unit, it.groups, it.competences, it.span),
            date: it.date,
            public_holiday: it.public_holiday,
            people: it.people,
        })
        .collect();
    let class = EvidenceClass::parse(&args.class).unwrap_or(EvidenceClass::Assumption);
    let options = ForecastOptions {
        service_level: args.service_level,
        min_level: args.min_level,
        least: args.observations_min,
        held_out: args.held_out,
        weeks_ahead: args.weeks_ahead,
        ..ForecastOptions::new(CoverEvidence { class, source: args.source.clone().unwrap_or_else(|| name(path)) })
    };
    let forecast = forecast_cover(&file.period, &observations, &options)
        .map_err(|error| Failure::Input(refused(&error, voice)))?;
    let said = measured(&forecast, &options, voice);
    Ok((forecast.rows, said))
}

fn refused(error: &ForecastError, voice: Voice) -> String {
    match error {
        ForecastError::Nothing => voice.text("cover-nothing"),
        ForecastError::TooFew { of, weekday: day, found, least } => {
            let words = [
                ("of", people(of, voice).into()),
                ("weekday", weekday(*day, voice).into()),
                ("found", (*found).into()),
                ("least", (*least).into()),
            ];
            voice.text_with("cover-too-few", &words)
        }
    }
}

/// Whom demand is of, where and when.
fn people(of: &DemandOf, voice: Voice) -> String {
    let ids: Vec<String> =
        of.groups.iter().map(ToString::to_string).chain(of.competences.iter().map(ToString::to_string)).collect();
    let who = if ids.is_empty() { voice.text("roster-anybody") } else { ids.join(", ") };
    format!("{} {}–{}, {who}", of.unit, of.span().from, of.span().to)
}

/// What the forecast rests on, and how wrong it has been.
fn measured(forecast: &CoverForecast, options: &ForecastOptions, voice: Voice) -> String {
    let screen = Screen::of_stdout();
    let mut text = screen.heading(&voice.text("cover-measured"));
    for it in &forecast.series {
        text += &screen.item("–", &series(it, voice));
    }
    text += &screen.paragraph(&match &forecast.held_out {
        Some(it) => held_out(it, options, voice),
        None => voice.text("cover-not-held-out"),
    });
    text
}

fn series(it: &SeriesForecast, voice: Voice) -> String {
    let season = if it.seasonal { "cover-seasonal" } else { "cover-no-season" };
    let words = [
        ("of", people(&it.of, voice).into()),
        ("observations", voice.count(it.observations).into()),
        ("first", it.first.to_string().into()),
        ("last", it.last.to_string().into()),
        ("season", voice.text(season).into()),
        ("dispersion", voice.number(it.dispersion, 2).into()),
    ];
    let mut said = voice.text_with("cover-series", &words);
    if let Some(own) = &it.held_out {
        said += &format!(" {}", voice.text_with("cover-series-error", &[("error", voice.number(own.error, 2).into())]));
    }
    if !it.unseen.is_empty() {
        let days: Vec<_> = it.unseen.iter().map(|day| weekday(*day, voice)).collect();
        said += &format!(" {}", voice.text_with("cover-unseen", &[("days", days.join(", ").into())]));
    }
    said
}

fn held_out(it: &HeldOut, options: &ForecastOptions, voice: Voice) -> String {
    let words = [
        ("weeks", options.held_out.into()),
        ("ahead", options.weeks_ahead.into()),
        ("forecasts", voice.count(it.forecasts).into()),
        ("error", voice.number(it.error, 2).into()),
        ("last", voice.number(it.error_as_last.unwrap_or(f64::NAN), 2).into()),
        ("interval", voice.percent(INTERVAL).into()),
        ("inside", voice.percent(it.inside).into()),
        ("level", voice.percent(options.service_level).into()),
        ("enough", voice.percent(it.enough).into()),
    ];
    voice.text_with("cover-held-out", &words)
}

fn from_plans(args: &RosterCoverArgs, file: &PeriodFile, voice: Voice) -> Result<Vec<Cover>, Failure> {
    let unit = UnitId::from(args.unit.as_deref().unwrap_or_default());
    if file.period.unit(&unit).is_none() {
        return Err(Failure::Input(
            voice.text_with("analyse-unknown-unit", &[("unit", unit.as_str().to_owned().into())]),
        ));
    }
    let weekdays: Vec<Weekday> = WEEKDAYS
        .iter()
        .zip(Weekday::ALL)
        .filter(|(word, _)| args.weekdays.iter().any(|it| it == *word))
        .map(|(_, day)| day)
        .collect();
    let mut plans = Vec::new();
    for pair in args.from_day.chunks_exact(2) {
        plans.push(plan_need(args, &pair[0], &pair[1], &file.period, voice)?);
    }
    cover_from_plans(&unit, &weekdays, &plans, args.service_level, args.min_level)
        .map_err(|_| Failure::Input(voice.text("cover-nothing")))
}

fn plan_need(
    args: &RosterCoverArgs,
    day_file: &Path,
    plan_file: &Path,
    period: &Period,
    voice: Voice,
) -> Result<PlanNeed, Failure> {
    let visits = day(&DayArgs { day: day_file.to_owned(), carers: None, date: None }, voice)?;
    let (routes, _) = plan(plan_file, &visits, voice)?;
    let verdict = leon_check::check_route(&visits.day, &routes, None);
    if !verdict.stands() {
        let words = [("plan", name(plan_file).into()), ("found", verdict.broken.len().into())];
        return Err(Failure::Input(voice.text_with("cover-plan-broken", &words)));
    }
    let minutes = args.interval.parse().unwrap_or(60);
    let needs =
        staffing_need(&visits.day, &routes, minutes).map_err(|_| Failure::Usage(voice.text("cover-nothing")))?;
    if !routes.left_out.is_empty() {
        let words = [("plan", name(plan_file).into()), ("found", routes.left_out.len().into())];
        eprintln!("{}", voice.text_with("cover-left-out", &words));
    }
    let needs = known(needs, period, &name(day_file), voice)?;
    // What a plan leaves out is need without its travel, and a day that is made up measures nothing.
    let assumed = visits.day.synthetic || !routes.left_out.is_empty();
    let class = if assumed { EvidenceClass::Assumption } else { EvidenceClass::Measured };
    let source = args.source.clone().unwrap_or_else(|| format!("{}, {}", name(day_file), name(plan_file)));
    let needs = needs.into_iter().map(at_time).collect();
    Ok(PlanNeed { needs, evidence: CoverEvidence { class, source } })
}

fn at_time(it: StaffingNeed) -> NeedAtTime {
    let (group, competence) = match it.of {
        NeedOf::Group(group) => (Some(group), None),
        NeedOf::Competence(competence) => (None, Some(competence)),
    };
    NeedAtTime { group, competence, from: it.from, to: it.to, people: it.people }
}

/// The needs that the period has words for. Competences that it does not have are told and left out; so are their rows.
///
/// # Errors
/// When it does not have a staff group.
fn known(
    mut needs: Vec<StaffingNeed>,
    period: &Period,
    file: &str,
    voice: Voice,
) -> Result<Vec<StaffingNeed>, Failure> {
    let (mut groups, mut competences) = (BTreeSet::new(), BTreeSet::new());
    for it in &needs {
        match &it.of {
            NeedOf::Group(id) if period.group(id).is_none() => groups.insert(id.to_string()),
            NeedOf::Competence(id) if !period.competences.iter().any(|it| it.id == *id) => {
                competences.insert(id.to_string())
            }
            _ => continue,
        };
    }
    let words = |ids: BTreeSet<String>| {
        let ids: Vec<String> = ids.into_iter().collect();
        [("file", file.to_owned().into()), ("ids", ids.join(", ").into())]
    };
    if !groups.is_empty() {
        return Err(Failure::Input(voice.text_with("cover-unknown-groups", &words(groups))));
    }
    needs.retain(|it| !matches!(&it.of, NeedOf::Competence(id) if competences.contains(id.as_str())));
    if !competences.is_empty() {
        eprintln!("{}", voice.text_with("cover-unknown-competences", &words(competences)));
    }
    Ok(needs)
}

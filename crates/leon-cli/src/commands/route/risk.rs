//! `leon route risk`: how sure a plan is, and what is done when a carer does not come.

use crate::args::{Range, RouteRiskArgs};
use crate::commands::print;
use crate::failure::Failure;
use crate::grid::{Grid, Lean};
use crate::route::figures::left_out;
use crate::route::read;
use crate::route::words::Words;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_model::{Figure, RoutePlan};
use leon_route::{
    Disturbance, Iterations, LatenessRisk, Probability, ReplanOptions, Spread, SpreadError, lateness_risk, plan_b,
};

pub fn run(args: &RouteRiskArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::day(&args.day, voice)?;
    let (plan, _) = read::plan(&args.plan, &file, voice)?;
    let words = Words::new(&file.day, &file.clock, voice);
    let verdict = leon_check::check_route(&file.day, &plan, None);
    if !verdict.stands() {
        return Err(super::check::broken(&verdict, &words));
    }
    let figure = |range: Range| Figure::assumed(1.0, range.low, range.high, "assumption");
    let spread = Spread { duration: figure(args.visits), travel: figure(args.travel), ..Spread::default() };
    let risk =
        lateness_risk(&file.day, &plan, &spread, args.draws, args.seed).map_err(|error| refused(&error, voice))?;
    let mut text = risks(&risk, &plan, args, &words);
    if args.absences {
        text += &absences(&plan, args, &words)?;
    }
    print(text.trim_start_matches('\n'));
    Ok(())
}

/// Visits and routes that are likeliest to be late.
fn risks(risk: &LatenessRisk, plan: &RoutePlan, args: &RouteRiskArgs, words: &Words<'_>) -> String {
    let (voice, screen) = (words.voice, Screen::of_stdout());
    let mut text = screen.heading(&voice.text("risk-title"));
    let draws = ("draws", voice.count(risk.draws as usize).into());
    text += &screen.paragraph(&voice.text_with("risk-lead", &[draws]));
    let titles = ["column-visit", "column-carer", "column-begins", "column-late", "column-too-late", "column-minutes"];
    let mut grid = titled(&titles, 2, voice);
    let mut visits: Vec<_> = risk.visits.iter().filter(|it| it.late.value > 0.0).collect();
    visits.sort_by(|a, b| b.late.value.total_cmp(&a.late.value));
    for it in visits.iter().take(args.top) {
        let stop = plan.visits().find(|(_, _, visit, slot)| **visit == it.visit && *slot == it.slot);
        grid.row([
            words.visit(&it.visit),
            it.carer.to_string(),
            stop.map_or_else(String::new, |(_, stop, _, _)| words.minute(stop.start)),
            chance(&it.late, voice),
            chance(&it.too_late, voice),
            voice.number(it.late_minutes, 1),
        ]);
    }
    text += &section("risk-visits", &grid, voice, screen);
    let titles = ["column-carer", "column-overrun", "column-beyond", "column-minutes"];
    let mut grid = titled(&titles, 1, voice);
    let mut routes: Vec<_> = risk.routes.iter().filter(|it| it.overrun.value > 0.0).collect();
    routes.sort_by(|a, b| b.overrun.value.total_cmp(&a.overrun.value));
    for it in routes.iter().take(args.top) {
        let minutes = voice.number(it.overtime_minutes, 1);
        grid.row([it.carer.to_string(), chance(&it.overrun, voice), chance(&it.beyond_overtime, voice), minutes]);
    }
    text + &section("risk-routes", &grid, voice, screen)
}

/// What becomes of the day without each carer.
fn absences(plan: &RoutePlan, args: &RouteRiskArgs, words: &Words<'_>) -> Result<String, Failure> {
    let (voice, screen) = (words.voice, Screen::of_stdout());
    let budget = Iterations(args.iterations);
    let options = ReplanOptions { seed: args.seed, budget: &budget, disturbance: Disturbance::default(), now: None };
    let plans = plan_b(words.day, plan, &options).map_err(|error| {
        Failure::Internal(voice.text_with("failure-route-internal", &[("reason", error.to_string().into())]))
    })?;
    let titles = ["column-carer", "column-from", "column-left-out", "column-left-out-who", "column-changed"];
    let mut grid = Grid::new([
        (Lean::Words, voice.text(titles[0])),
        (Lean::Words, voice.text(titles[1])),
        (Lean::Number, voice.text(titles[2])),
        (Lean::Words, voice.text(titles[3])),
        (Lean::Number, voice.text(titles[4])),
    ]);
    let before: Vec<_> = left_out(words.day, plan).iter().map(|it| it.id.clone()).collect();
    for it in &plans {
        let out = left_out(&it.replanned.day, &it.replanned.plan);
        let new: Vec<_> = out.iter().filter(|it| !before.contains(&it.id)).map(|it| it.id.to_string()).collect();
        grid.row([
            it.carer.to_string(),
            words.minute(it.at),
            voice.count(new.len()),
            new.join(", "),
            voice.count(it.replanned.changes.len()),
        ]);
    }
    Ok(section("risk-absences", &grid, voice, screen))
}

fn titled(titles: &[&str], words: usize, voice: Voice) -> Grid {
    let lean = |at: usize| if at < words { Lean::Words } else { Lean::Number };
    Grid::new(titles.iter().enumerate().map(|(at, key)| (lean(at), voice.text(key))))
}

fn section(heading: &str, grid: &Grid, voice: Voice, screen: Screen) -> String {
    let heading = screen.heading(&voice.text(heading));
    if grid.is_empty() {
        heading + &screen.paragraph(&voice.text("risk-none"))
    } else {
        heading + &grid.render(screen.width)
    }
}

/// A probability with its interval.
fn chance(it: &Probability, voice: Voice) -> String {
    let range = [("low", voice.percent(it.low).into()), ("high", voice.percent(it.high).into())];
    format!("{} {}", voice.percent(it.value), voice.text_with("risk-range", &range))
}

fn refused(error: &SpreadError, voice: Voice) -> Failure {
    Failure::Usage(match error {
        SpreadError::OutOfOrder { .. } => voice.text("risk-out-of-order"),
        SpreadError::NoDraws => voice.text("risk-no-draws"),
    })
}

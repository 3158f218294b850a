//! `leon roster`: weeks of shifts, of a period or of the research community's files.

mod analyse;
mod bound;
mod check;
mod cover;
mod diff;
mod explain;
mod inrc2;
mod next;
mod plan;
mod publish;
mod recommend;
mod repair;
mod shiftsched;
mod swap;

use crate::args::{RosterArgs, RosterCommand, RosterFormat, RosterPlanArgs, SearchArgs};
use crate::commands::print;
use crate::failure::Failure;
use crate::route::progress::Display;
use crate::route::read;
use crate::texts::Voice;
use leon_formats::research::inrc2::{History, Scenario, Week};
use leon_formats::research::{
    ResearchProblem, read_inrc2_history, read_inrc2_scenario, read_inrc2_week, read_shiftsched, write_inrc2_solution,
    write_shiftsched_solution,
};
use leon_roster::{Budget, Problem, Progress, Roster, Searched, evaluate, solve};
use leon_route::RouteProgress;
use std::path::{Path, PathBuf};

pub fn run(args: &RosterArgs, voice: Voice) -> Result<(), Failure> {
    let search = match &args.command {
        RosterCommand::Plan(args) => Some(&args.search),
        RosterCommand::Analyse(args) => Some(&args.search),
        RosterCommand::Repair(args) => Some(&args.search),
        _ => None,
    };
    if search.is_some_and(|it| it.threads > 1) {
        return Err(Failure::Usage(voice.text("roster-one-thread")));
    }
    match &args.command {
        RosterCommand::Plan(args) => plan(args, voice),
        RosterCommand::Check(args) => check::run(args, voice),
        RosterCommand::Next(args) => next::run(args, voice),
        RosterCommand::Cover(args) => cover::run(args, voice),
        RosterCommand::Analyse(args) => analyse::run(args, voice),
        RosterCommand::Explain(args) => explain::run(args, voice),
        RosterCommand::Diff(args) => diff::run(args, voice),
        RosterCommand::Bound(args) => bound::run(args, voice),
        RosterCommand::Publish(args) => publish::run(args, voice),
        RosterCommand::Repair(args) => repair::run(args, voice),
        RosterCommand::Recommend(args) => recommend::run(args, voice),
        RosterCommand::Swap(args) => swap::run(args, voice),
    }
}

fn plan(args: &RosterPlanArgs, voice: Voice) -> Result<(), Failure> {
    if args.format == RosterFormat::Period {
        return plan::run(args, voice);
    }
    if args.week_by_week && args.format != RosterFormat::Inrc2 {
        return Err(Failure::Usage(voice.text("research-weeks-of-inrc2")));
    }
    match (args.format, &args.file, &args.data, &args.instance) {
        (RosterFormat::Inrc2, None, Some(data), Some(instance)) => weeks(args, data, instance, voice),
        (RosterFormat::Shiftsched, Some(file), None, None) => shifts(args, file, voice),
        (RosterFormat::Inrc2, ..) => Err(Failure::Usage(voice.text("research-data-not-file"))),
        (RosterFormat::Shiftsched | RosterFormat::Period, ..) => {
            Err(Failure::Usage(voice.text("research-file-not-data")))
        }
    }
}

/// Plans an instance of INRC-II, all weeks at once or each without a look at later ones.
fn weeks(args: &RosterPlanArgs, data: &Path, name: &str, voice: Voice) -> Result<(), Failure> {
    let Some(files) = Files::named(data, name) else {
        return Err(Failure::Usage(voice.text_with("research-instance-name", &[("name", name.to_owned().into())])));
    };
    let (scenario, history, weeks) = files.read(voice)?;
    let problem = inrc2::problem(&scenario, &history, &weeks);
    let roster = if args.week_by_week {
        let mut roster = Roster::idle(&problem);
        let mut before = history;
        let search = args.search.share(weeks.len());
        for week in 0..weeks.len() {
            // Nothing is known of later weeks.
            let found = self::search(&inrc2::problem(&scenario, &before, &weeks[week..=week]), &search, voice)?;
            before = inrc2::after(&scenario, &before, &found.roster, 1);
            let cells = (0..scenario.nurses.len()).flat_map(|nurse| (0..7).map(move |day| (nurse, day)));
            cells.for_each(|(nurse, day)| roster.set(nurse, 7 * week + day, found.roster.get(nurse, day)));
        }
        roster
    } else {
        search(&problem, &args.search, voice)?.roster
    };
    if let Some(out) = &args.out {
        for week in 0..weeks.len() {
            let assignments = inrc2::assignments(&scenario, &roster, week);
            let text = write_inrc2_solution(&assignments, week, &scenario);
            read::put(&out.join(format!("sol-week{week}.txt")), &text, voice)?;
        }
    }
    let counts = [
        ("nurses", voice.count(scenario.nurses.len()).into()),
        ("weeks", weeks.len().into()),
        ("cost", voice.number(evaluate(&problem, &roster).price() as f64, 0).into()),
    ];
    print(&format!("{}\n", voice.text_with("research-inrc2", &counts)));
    Ok(())
}

/// The files of an instance of INRC-II.
struct Files {
    scenario: PathBuf,
    history: PathBuf,
    weeks: Vec<PathBuf>,
}

impl Files {
    /// The files that a name such as `n030w4_1_6-2-9-1` stands for; `None` when it does not say data set, history and
    /// weeks.
    fn named(data: &Path, name: &str) -> Option<Self> {
        let (set, rest) = name.split_once('_')?;
        let (history, weeks) = rest.split_once('_')?;
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
        let weeks: Vec<&str> = weeks.split('-').collect();
        let is_word = !set.is_empty() && set.bytes().all(|it| it.is_ascii_alphanumeric());
        if !is_word || !is_number(history) || !weeks.iter().all(|it| is_number(it)) {
            return None;
        }
        let folder = if data.join(set).is_dir() { data.join(set) } else { data.to_owned() };
        Some(Self {
            scenario: folder.join(format!("Sc-{set}.txt")),
            history: folder.join(format!("H0-{set}-{history}.txt")),
            weeks: weeks.iter().map(|week| folder.join(format!("WD-{set}-{week}.txt"))).collect(),
        })
    }

    fn read(&self, voice: Voice) -> Result<(Scenario, History, Vec<Week>), Failure> {
        let scenario = read_file(&self.scenario, read_inrc2_scenario, voice)?;
        if scenario.weeks != self.weeks.len() {
            let counts = [("found", self.weeks.len().into()), ("expected", scenario.weeks.into())];
            return Err(Failure::Usage(voice.text_with("research-weeks", &counts)));
        }
        let history = read_file(&self.history, |text| read_inrc2_history(text, &scenario), voice)?;
        let week = |path: &PathBuf| read_file(path, |text| read_inrc2_week(text, &scenario), voice);
        let weeks = self.weeks.iter().map(week).collect::<Result<_, _>>()?;
        Ok((scenario, history, weeks))
    }
}

/// Plans an instance of the shift scheduling benchmark.
fn shifts(args: &RosterPlanArgs, file: &Path, voice: Voice) -> Result<(), Failure> {
    let instance = read_file(file, read_shiftsched, voice)?;
    let found = search(&shiftsched::problem(&instance), &args.search, voice)?;
    if let Some(out) = &args.out {
        let assignments = shiftsched::assignments(&found.roster, &instance);
        read::put(out, &write_shiftsched_solution(assignments, &instance), voice)?;
    }
    let counts = [
        ("staff", voice.count(instance.staff.len()).into()),
        ("days", voice.count(instance.days).into()),
        ("cost", voice.number(found.cost.price() as f64, 0).into()),
    ];
    print(&format!("{}\n", voice.text_with("research-shiftsched", &counts)));
    Ok(())
}

/// Reads a research file, and says on standard error what is wrong with it.
fn read_file<T>(
    path: &Path,
    read: impl Fn(&str) -> Result<T, Vec<ResearchProblem>>,
    voice: Voice,
) -> Result<T, Failure> {
    read(&read::text(path, voice)?).map_err(|problems| {
        let tell = |it: &ResearchProblem| eprintln!("{} {}: {}", it.code(), path.display(), it.message(voice.lang));
        problems.iter().for_each(tell);
        read::errors(problems.len(), voice)
    })
}

/// The share of what was asked for that is spent.
pub(crate) struct Spent<'a>(pub &'a dyn leon_route::Budget);

impl Budget for Spent<'_> {
    fn spent(&self, iterations: u64) -> f64 {
        self.0.spent(iterations)
    }
}

/// Searches a problem on this thread.
///
/// # Errors
/// When a rule that must hold is still broken.
fn search(problem: &Problem, args: &SearchArgs, voice: Voice) -> Result<Searched, Failure> {
    let budget = args.budget();
    let display = Display::new(voice);
    let mut progress = |it: Progress| display.show(RouteProgress { spent: it.spent, iterations: it.iterations });
    let found = solve(problem, args.seed, &Spent(budget.as_ref()), &mut progress);
    if found.cost.breaches() > 0 {
        return Err(Failure::Input(voice.text("research-roster-broken")));
    }
    Ok(found)
}

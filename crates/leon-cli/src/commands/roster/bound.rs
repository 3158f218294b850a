//! `leon roster bound`: what no roster can cost less than, and what one more of something would change.

use super::{Files, inrc2, read_file, shiftsched};
use crate::args::{RosterBoundArgs, RosterBoundFormat};
use crate::commands::print;
use crate::failure::Failure;
use crate::roster::bounds::{Names, render, render_period};
use crate::roster::read;
use crate::roster::words::Words;
use crate::texts::Voice;
use leon_formats::research::read_shiftsched;
use leon_roster::{
    BoundOptions, Budget, Iterations, Problem, RosterBound, RosterOptions, Search, State, bound_period, plan_roster,
};
use std::path::Path;
use std::time::{Duration, Instant};

pub fn run(args: &RosterBoundArgs, voice: Voice) -> Result<(), Failure> {
    if args.format == RosterBoundFormat::Period {
        return period(args, voice);
    }
    let (problem, names) = match (args.format, &args.file, &args.data, &args.instance) {
        (RosterBoundFormat::Inrc2, None, Some(data), Some(instance)) => weeks(data, instance, voice)?,
        (RosterBoundFormat::Shiftsched, Some(file), None, None) => shifts(file, voice)?,
        (RosterBoundFormat::Inrc2, ..) => return Err(Failure::Usage(voice.text("research-data-not-file"))),
        (RosterBoundFormat::Shiftsched | RosterBoundFormat::Period, ..) => {
            return Err(Failure::Usage(voice.text("research-file-not-data")));
        }
    };
    let search = Search::for_problem(&problem, args.seed);
    let known = (args.search > 0).then(|| search.run(&mut State::new(&problem), &Iterations(args.search), &mut |_| {}));
    let options = BoundOptions { roster: known.as_ref().map(|it| &it.roster), totals: true, ..BoundOptions::default() };
    let limit = args.seconds.map(Duration::from_secs_f64);
    let bound = RosterBound::of(&problem, &options, &Limit { rounds: args.rounds, since: Instant::now(), limit });
    print(&render(&bound, known.map(|it| it.cost), &names, args.top, voice));
    Ok(())
}

/// A bound for a period, beside its roster or one that is planned first.
fn period(args: &RosterBoundArgs, voice: Voice) -> Result<(), Failure> {
    let Some(path) = args.file.as_ref().filter(|_| args.data.is_none() && args.instance.is_none()) else {
        return Err(Failure::Usage(voice.text("research-file-not-data")));
    };
    let file = read::period(path, voice)?;
    let roster = match &args.roster {
        Some(path) => read::roster(path, &file, voice)?,
        None => {
            let budget = Iterations(args.search);
            let options = RosterOptions { seed: args.seed, ..RosterOptions::new(&budget) };
            plan_roster(&file.period, &options).map_err(|error| read::too_large(&error, voice))?.roster
        }
    };
    let limit = args.seconds.map(Duration::from_secs_f64);
    let budget = Limit { rounds: args.rounds, since: Instant::now(), limit };
    let found = bound_period(&file.period, &roster, None, &budget).map_err(|it| read::too_large(&it.into(), voice))?;
    print(&render_period(&found, Words { period: &file.period, voice }, args.top));
    Ok(())
}

/// So many rounds, and no longer than this.
struct Limit {
    rounds: u64,
    since: Instant,
    limit: Option<Duration>,
}

impl Budget for Limit {
    fn spent(&self, rounds: u64) -> f64 {
        let time = self.limit.map_or(0.0, |it| self.since.elapsed().as_secs_f64() / it.as_secs_f64().max(1e-9));
        Iterations(self.rounds).spent(rounds).max(time)
    }
}

fn weeks(data: &Path, name: &str, voice: Voice) -> Result<(Problem, Names), Failure> {
    let Some(files) = Files::named(data, name) else {
        return Err(Failure::Usage(voice.text_with("research-instance-name", &[("name", name.to_owned().into())])));
    };
    let (scenario, history, weeks) = files.read(voice)?;
    let problem = inrc2::problem(&scenario, &history, &weeks);
    let demand = |(day, shift, skill): (usize, usize, usize)| {
        let what = format!("{}, {}", scenario.shifts[shift].name, scenario.skills[skill]);
        demand(day, &what, voice)
    };
    let totals = vec![voice.text("total-shifts"), voice.text("total-weekends")];
    let names = Names {
        demands: inrc2::demands(&weeks).map(demand).collect(),
        people: scenario.nurses.iter().map(|it| it.name.clone()).collect(),
        totals: vec![totals; scenario.nurses.len()],
    };
    Ok((problem, names))
}

fn shifts(file: &Path, voice: Voice) -> Result<(Problem, Names), Failure> {
    let instance = read_file(file, read_shiftsched, voice)?;
    let totals = |employee| {
        let of_shift =
            shiftsched::shifts_with_most(&instance, employee).map(|(shift, _)| instance.shifts[shift].id.clone());
        [voice.text("total-time"), voice.text("total-weekends")].into_iter().chain(of_shift).collect()
    };
    let names = Names {
        demands: instance.cover.iter().map(|it| demand(it.day, &instance.shifts[it.shift].id, voice)).collect(),
        people: instance.staff.iter().map(|it| it.id.clone()).collect(),
        totals: instance.staff.iter().map(totals).collect(),
    };
    Ok((shiftsched::problem(&instance), names))
}

fn demand(day: usize, what: &str, voice: Voice) -> String {
    voice.text_with("bound-demand", &[("day", voice.count(day + 1).into()), ("what", what.into())])
}

//! `leon measure`: the same days or rosters planned with and without a measure.

use super::generate::refused;
use super::{print, read_case};
use crate::args::MeasureArgs;
use crate::failure::Failure;
use crate::measure::{self, Asked, League, NotMeasured, Question, Reason, Sampled, Together};
use crate::out;
use crate::route::budget::threads;
use crate::route::read;
use crate::texts::Voice;
use indicatif::{ProgressBar, ProgressStyle};
use leon_formats::day::{Clock, read_day};
use leon_formats::measure::{MeasureFileProblem, read_measure};
use leon_formats::period::rule_packs;
use leon_generate::terrain_of;
use leon_measure::{
    Driver, MeasureError, PeriodSample, Regression, SampleOptions, SampledDay, ScaleError, Study, StudyOptions,
    StudyProgress, draw_days, draw_periods, drivers, measure as measure_days, measure_rosters, period_kinds,
    regression, scale, typical_municipalities, weight_of,
};
use leon_model::{Case, Date, GroupId, Measure, Minutes};
use std::path::{Path, PathBuf};

/// Rounds of the search for each plan of a day, and for each roster, unless said otherwise.
const DAY_ROUNDS: u64 = 20_000;
const ROSTER_ROUNDS: u64 = 1_000_000;

pub fn run(args: &MeasureArgs, voice: Voice) -> Result<(), Failure> {
    if let Some(dir) = &args.out {
        out::check_folder(dir, voice)?;
    }
    let case = read_case(&args.case, voice)?;
    if args.all {
        let ids = ids(args, voice)?;
        let measures = ids.iter().map(|id| read(args, id, &case, voice)).collect::<Result<Vec<_>, _>>()?;
        return told(&league(args, &case, &measures, planned, voice)?, args);
    }
    let names = args.measure.iter().chain(&args.with);
    let measures = names.map(|name| read(args, name, &case, voice)).collect::<Result<Vec<Measure>, Failure>>()?;
    let refs: Vec<&Measure> = measures.iter().collect();
    let mut asked = one(args, &case, &refs, true, voice)?;
    if refs.len() > 1 {
        let alone = refs.iter().map(|it| one(args, &case, &[*it], false, voice)).collect::<Result<Vec<_>, _>>()?;
        beside(&mut asked, &alone.iter().collect::<Vec<_>>(), voice)?;
    }
    if let Some(dir) = &args.case_out {
        measure::write_case_with(&asked, dir)?;
    }
    if let Some(dir) = &args.out {
        measure::write(&asked, dir)?;
    }
    print(&measure::summary(&asked));
    Ok(())
}

/// Writes and prints what became of every measure; not all is well when one was not measured.
fn told(league: &League<'_>, args: &MeasureArgs) -> Result<(), Failure> {
    if let Some(dir) = &args.out {
        measure::write_league(league, dir)?;
    }
    print(&measure::league(league));
    if league.not_measured.is_empty() {
        return Ok(());
    }
    let names = league.not_measured.iter().map(|it| it.question.name()).collect::<Vec<_>>().join(", ");
    Err(Failure::NoAnswer(league.voice.text_with("measure-not-all", &[("names", names.into())])))
}

/// Every measure of the case's folder alone, and together those of visits and those of rosters. One that cannot be
/// measured is told as such, and the others are measured all the same.
fn league<'a>(
    args: &MeasureArgs,
    case: &'a Case,
    measures: &'a [Measure],
    planned: impl Fn(&MeasureArgs, &Question<'_>, &Sample, bool) -> Result<Found, MeasureError>,
    voice: Voice,
) -> Result<League<'a>, Failure> {
    // What cannot be drawn is told before hours of planning.
    let asked = measures.iter().map(|it| ask(args, case, &[it], voice)).collect::<Result<Vec<_>, _>>()?;
    let (mut alone, mut together, mut not_measured) = (Vec::new(), Vec::new(), Vec::new());
    for (question, sample) in asked {
        match measured(args, question, &sample, false, &planned)? {
            Ok(asked) => alone.push(asked),
            Err(not) => not_measured.push(not),
        }
    }
    // Of two readings of one measure nobody takes up both.
    let is_other = |it: &Measure| it.instead_of.as_ref().is_some_and(|id| measures.iter().any(|it| it.id == *id));
    for of_rosters in [false, true] {
        let is_one = |it: &&Asked<'_>| it.measures.iter().all(|it| it.is_of_rosters() == of_rosters && !is_other(it));
        let some: Vec<&Asked<'_>> = alone.iter().filter(is_one).collect();
        if some.len() > 1 {
            let refs: Vec<&Measure> = some.iter().flat_map(|it| it.measures.iter().copied()).collect();
            let (question, sample) = ask(args, case, &refs, voice)?;
            match measured(args, question, &sample, false, &planned)? {
                Ok(mut asked) => {
                    beside(&mut asked, &some, voice)?;
                    together.push(asked);
                }
                Err(not) => not_measured.push(not),
            }
        }
    }
    Ok(League { case, alone, together, not_measured, voice })
}

/// Measures some measures together.
fn one<'a>(
    args: &MeasureArgs,
    case: &'a Case,
    measures: &[&'a Measure],
    is_moved: bool,
    voice: Voice,
) -> Result<Asked<'a>, Failure> {
    let (question, sample) = ask(args, case, measures, voice)?;
    measured(args, question, &sample, is_moved, &planned)?.map_err(|it| Failure::NoAnswer(it.why()))
}

/// Sets measures together beside each of them alone.
fn beside(asked: &mut Asked<'_>, alone: &[&Asked<'_>], voice: Voice) -> Result<(), Failure> {
    asked.together = Some(Together::of(alone, &asked.study).map_err(|error| failed(&error, voice))?);
    Ok(())
}

/// The measures of the case's folder, in the order of their ids, those that change nothing left out.
fn ids(args: &MeasureArgs, voice: Voice) -> Result<Vec<String>, Failure> {
    let folder = args.case.join("measures");
    let unreadable = |error: std::io::Error| {
        let variables = [("file", folder.display().to_string().into()), ("reason", error.to_string().into())];
        Failure::Input(voice.text_with("measure-unreadable", &variables))
    };
    let mut ids = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|it| it == "toml") {
            ids.extend(path.file_stem().map(|it| it.to_string_lossy().into_owned()));
        }
    }
    ids.retain(|it| it != "placebo");
    ids.sort();
    Ok(ids)
}

/// What is asked of some measures together, and the days or periods for it.
fn ask<'a>(
    args: &MeasureArgs,
    case: &'a Case,
    measures: &[&'a Measure],
    voice: Voice,
) -> Result<(Question<'a>, Sample), Failure> {
    let of_rosters = measures.iter().filter(|it| it.is_of_rosters()).count();
    if of_rosters > 0 && of_rosters < measures.len() {
        return Err(Failure::Usage(voice.text("measure-mixed")));
    }
    let rounds = args.iterations.unwrap_or(if of_rosters > 0 { ROSTER_ROUNDS } else { DAY_ROUNDS });
    let options = StudyOptions {
        seed: args.seed,
        iterations: rounds,
        bound_rounds: args.bound_rounds,
        visit_min: Minutes(args.visit_min),
        threads: threads(args.threads),
    };
    let (sampled, sample) = Sample::draw(args, case, measures, voice)?;
    Ok((Question { case, measures: measures.to_vec(), sampled, options, voice }, sample))
}

/// What planning again shows, and what moves the answer if that is asked; or why there is no answer.
///
/// # Errors
/// What would fail for any other measure too.
fn measured<'a>(
    args: &MeasureArgs,
    question: Question<'a>,
    sample: &Sample,
    is_moved: bool,
    planned: &impl Fn(&MeasureArgs, &Question<'_>, &Sample, bool) -> Result<Found, MeasureError>,
) -> Result<Result<Asked<'a>, NotMeasured<'a>>, Failure> {
    let voice = question.voice;
    let (study, drivers, regression) = match planned(args, &question, sample, is_moved) {
        Ok(it) => it,
        Err(error) => {
            let reason = Reason::of(error).map_err(|error| failed(&error, voice))?;
            return Ok(Err(NotMeasured { question, reason }));
        }
    };
    let scaled = match scale(question.case, &question.measures, &study, question.options.threads) {
        Ok(scaled) => Some(scaled),
        Err(ScaleError::NoScope) => None,
        Err(other) => return Ok(Err(NotMeasured { question, reason: Reason::Fault(other.to_string()) })),
    };
    Ok(Ok(Asked { question, study, scaled, together: None, drivers, regression }))
}

/// What planning again says, and what moves it.
type Found = (Study, Vec<Driver>, Option<Regression>);

/// The days or periods planned without and with the measures, and again with other figures of the first if that is
/// asked.
fn planned(
    args: &MeasureArgs,
    question: &Question<'_>,
    sample: &Sample,
    is_moved: bool,
) -> Result<Found, MeasureError> {
    let (case, options) = (question.case, &question.options);
    let study = sample.study(question)?;
    let others = question.measures.get(1..).unwrap_or_default();
    let moved = |it: &Measure| {
        let together: Vec<&Measure> = std::iter::once(it).chain(others.iter().copied()).collect();
        sample.measured(&together, case, options, None)
    };
    let first = question.measures.first().filter(|_| is_moved);
    let drivers = first.filter(|_| args.drivers).map_or(Ok(Vec::new()), |first| drivers(first, moved))?;
    let regression = match first.zip(args.draws) {
        Some((first, draws)) => Some(regression(first, draws, args.seed, moved)?),
        None => None,
    };
    Ok((study, drivers, regression))
}

/// What is planned twice, drawn or given.
struct Sample {
    days: Vec<SampledDay>,
    periods: Vec<leon_measure::SampledPeriod>,
}

impl Sample {
    fn draw(args: &MeasureArgs, case: &Case, measures: &[&Measure], voice: Voice) -> Result<(Sampled, Self), Failure> {
        let no_date = || Failure::Usage(voice.text_with("failure-no-date", &[("date", args.date.as_str().into())]));
        if measures.iter().any(|it| it.is_of_rosters()) {
            let first: Date = args.date.parse().map_err(|_| no_date())?;
            let kinds = period_kinds(measures);
            let what = PeriodSample { kinds, periods: args.days, weeks: args.weeks, first, seed: args.seed };
            let periods = draw_periods(rule_packs(), &what).map_err(|error| refused(&error, voice))?;
            return Ok((Sampled::Rosters(what), Self { days: Vec::new(), periods }));
        }
        if !args.day.is_empty() {
            return given(args, case, voice);
        }
        let date = Clock::copenhagen().midnight(&args.date).ok_or_else(no_date)?;
        let municipalities =
            if args.municipality.is_empty() { typical_municipalities(case) } else { args.municipality.clone() };
        let what = SampleOptions { municipalities, days: args.days, visits: args.visits, seed: args.seed, date };
        let days = draw_days(case, &what).map_err(|error| refused(&error, voice))?;
        Ok((Sampled::Days(what), Self { days, periods: Vec::new() }))
    }

    /// The study of a question, its progress shown.
    fn study(&self, question: &Question<'_>) -> Result<Study, MeasureError> {
        let voice = question.voice;
        let all = self.days.len() + self.periods.len();
        let bar = ProgressBar::new(all as u64);
        bar.set_style(ProgressStyle::with_template("{msg:<24} {bar:40} {pos}/{len}").expect("the template is right"));
        let progress = |done: usize, all: usize| {
            let variables = [("done", voice.count(done).into()), ("days", voice.count(all).into())];
            bar.set_message(voice.text_with("measure-progress", &variables));
            bar.set_position(done as u64);
        };
        let study = self.measured(&question.measures, question.case, &question.options, Some(&progress));
        bar.finish_and_clear();
        study
    }

    fn measured(
        &self,
        measures: &[&Measure],
        case: &Case,
        options: &StudyOptions,
        progress: Option<StudyProgress<'_>>,
    ) -> Result<Study, MeasureError> {
        if self.periods.is_empty() {
            measure_days(measures, &self.days, |terrain| weight_of(case, terrain), options, progress)
        } else {
            measure_rosters(measures, &self.periods, options, progress)
        }
    }
}

/// Days from files: all of one municipality, which says what type it is.
fn given(args: &MeasureArgs, case: &Case, voice: Voice) -> Result<(Sampled, Sample), Failure> {
    let [municipality] = &args.municipality[..] else {
        return Err(Failure::Usage(voice.text("measure-day-where")));
    };
    let unknown = || refused(&leon_generate::GenerateError::UnknownPlace(municipality.clone()), voice);
    let terrain = terrain_of(case, municipality).ok_or_else(unknown)?;
    let (mut days, mut hashes, mut synthetic) = (Vec::new(), Vec::new(), false);
    for (number, path) in args.day.iter().enumerate() {
        let text = read::text(path, voice)?;
        let found = read_day(&read::name(path), &text);
        let warnings = read::tell(&found.problems, voice);
        let Some(day) = found.day else { return Err(read::errors(found.problems.len() - warnings, voice)) };
        synthetic |= day.synthetic;
        hashes.push(leon_formats::sha256(&[&text]));
        let group = |id: &GroupId| case.staff_groups.iter().any(|it| it.id == *id);
        if let Some(it) = day.groups.iter().find(|it| !group(&it.id)) {
            let variables = [("file", read::name(path).into()), ("group", it.id.to_string().into())];
            return Err(Failure::Input(voice.text_with("measure-day-group", &variables)));
        }
        days.push(SampledDay::given(municipality.clone(), terrain, day, args.seed.wrapping_add(number as u64)));
    }
    let what = Sampled::Given { municipality: municipality.clone(), hashes, synthetic };
    Ok((what, Sample { days, periods: Vec::new() }))
}

/// Reads a measure from a file, or by its id from the case's folder.
fn read(args: &MeasureArgs, name: &str, case: &Case, voice: Voice) -> Result<Measure, Failure> {
    let given = Path::new(name);
    let path: PathBuf = if given.is_file() || given.extension().is_some_and(|it| it == "toml") {
        given.to_owned()
    } else {
        args.case.join("measures").join(format!("{name}.toml"))
    };
    let file = || path.display().to_string();
    let bytes = std::fs::read(&path).map_err(|error| {
        let variables = [("file", file().into()), ("reason", error.to_string().into())];
        Failure::Input(voice.text_with("measure-unreadable", &variables))
    })?;
    let faulty = |problems: Vec<MeasureFileProblem>| {
        problems.iter().for_each(|it| eprintln!("{} {}", it.code(), it.message(voice.lang)));
        let count = problems.len();
        let variables = [("file", file().into()), ("count", count.into()), ("number", voice.count(count).into())];
        Failure::Input(voice.text_with("measure-faulty", &variables))
    };
    let measure = read_measure(&bytes).map_err(faulty)?;
    let unknown: Vec<MeasureFileProblem> = measure.problems_in(case).into_iter().map(Into::into).collect();
    if unknown.is_empty() { Ok(measure) } else { Err(faulty(unknown)) }
}

fn internal(error: &dyn std::error::Error, voice: Voice) -> Failure {
    Failure::Internal(voice.text_with("failure-internal", &[("reason", error.to_string().into())]))
}

fn failed(error: &MeasureError, voice: Voice) -> Failure {
    match error {
        MeasureError::TooFewDays { days } => {
            Failure::Usage(voice.text_with("measure-too-few-days", &[("days", voice.count(*days).into())]))
        }
        MeasureError::TooFewDraws { wanted, .. } => {
            Failure::Usage(voice.text_with("measure-too-few-draws", &[("wanted", voice.count(*wanted).into())]))
        }
        other => internal(other, voice),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::{Arguments, Command};
    use clap::Parser;
    use leon_formats::{Lang, read_case, write_example};

    const CLEANING: &str = r#"
id = "ID"
name_da = "Prøven ID"
name_en = "Trial ID"
[eligible]
tasks = ["cleaning"]
share = { value = 1.0, class = "assumption", source = "guess" }
[take_up]
adoption = { value = 0.9, class = "assumption", source = "guess" }
drop_out = { value = 0.0, class = "assumption", source = "guess" }
failure = { value = 0.0, class = "assumption", source = "guess" }
[[change]]
kind = "disappears"
[sources]
guess = "Et gæt"
"#;

    /// Three measures of the example, one of which breaks rules on whatever it is planned, and what is told of them.
    #[test]
    fn a_measure_that_cannot_be_measured_loses_none_of_the_others() {
        let desk = tempfile::tempdir().unwrap();
        let (folder, out) = (desk.path().join("case"), desk.path().join("out"));
        write_example(&folder).unwrap();
        let case = read_case(&folder).unwrap();
        let measures =
            ["brush", "mop", "vacuum"].map(|id| read_measure(CLEANING.replace("ID", id).as_bytes()).unwrap());
        let words = ["leon", "measure", "case", "--all", "--days", "2", "--visits", "20", "--iterations", "50"];
        let more = ["--municipality", "nord", "--out", out.to_str().unwrap()];
        let Command::Measure(args) = Arguments::parse_from(words.into_iter().chain(more)).command else {
            panic!("it is a measure")
        };
        let broken = |args: &MeasureArgs, question: &Question<'_>, sample: &Sample, is_moved: bool| {
            if question.measures.iter().any(|it| it.id.as_str() == "mop") {
                return Err(MeasureError::RulesBroken { without: 2, with: 5 });
            }
            planned(args, question, sample, is_moved)
        };
        let league = league(&args, &case, &measures, broken, Voice::new(Lang::Da)).unwrap();
        let measured: Vec<&str> = league.alone.iter().map(|it| it.measures[0].id.as_str()).collect();
        assert_eq!(measured, ["brush", "vacuum"]);
        assert_eq!((league.together.len(), league.not_measured.len()), (1, 1), "the others are put together");

        let why = "bryder en vagtplan 5 regler og uden det 2";
        let printed = measure::league(&league).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(printed.contains("Ikke målt") && printed.contains(why), "{printed}");
        let failure = told(&league, &args).unwrap_err();
        assert!(matches!(&failure, Failure::NoAnswer(it) if it.contains("Prøven mop")), "{failure:?}");
        let file = |name: &str| std::fs::read_to_string(out.join(name)).unwrap();
        let page = file("report.html");
        assert!(page.contains(why) && page.contains("vacuum.html") && !page.contains("mop.html"), "{page}");
        assert!(file("measures.csv").lines().any(|it| it.starts_with("mop,") && it.contains("not_measured")));
        assert!(file("not_measured.csv").contains("mop,days,rules_broken,2,5,"), "{}", file("not_measured.csv"));
        assert_eq!(file("figures.csv").lines().filter(|it| it.starts_with("mop,")).count(), 4);

        // Too few days are too few for all of them.
        let few = |_: &MeasureArgs, _: &Question<'_>, _: &Sample, _: bool| Err(MeasureError::TooFewDays { days: 1 });
        let refused = super::league(&args, &case, &measures, few, Voice::new(Lang::Da));
        assert!(matches!(refused.map(|_| ()), Err(Failure::Usage(_))));
    }
}

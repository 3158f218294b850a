//! `leon generate`: made-up days of visits and periods of shifts.

use super::{print, read_case};
use crate::args::{GenerateArgs, GenerateCommand, GenerateDayArgs, GenerateRosterArgs};
use crate::failure::Failure;
use crate::route::read;
use crate::route::words::Words;
use crate::texts::Voice;
use leon_formats::day::{Clock, write_day};
use leon_formats::period::{rule_packs, write_period};
use leon_generate::{DayOptions, GenerateError, PeriodOptions, generate_day, generate_period};
use leon_model::Date;

pub fn run(args: &GenerateArgs, voice: Voice) -> Result<(), Failure> {
    match &args.command {
        GenerateCommand::Day(args) => day(args, voice),
        GenerateCommand::Roster(args) => roster(args, voice),
    }
}

fn day(args: &GenerateDayArgs, voice: Voice) -> Result<(), Failure> {
    let clock = Clock::copenhagen();
    let date = clock
        .midnight(&args.date)
        .ok_or_else(|| Failure::Usage(voice.text_with("failure-no-date", &[("date", args.date.as_str().into())])))?;
    let case = read_case(&args.case, voice)?;
    let options = DayOptions {
        carers: args.carers,
        days: args.days,
        double_share: args.double_share,
        terrain: args.terrain.map(Into::into),
        area_km2: args.area_km2,
        screen_share: args.screen_share,
        cars: args.cars,
        spare_share: args.spare_share,
        ..DayOptions::new(args.municipality.clone(), args.visits, args.seed, date)
    };
    let day = generate_day(&case, &options).map_err(|error| refused(&error, voice))?;
    let text = write_day(&day);
    let Some(path) = &args.out else {
        print(&text);
        return Ok(());
    };
    read::put(path, &text, voice)?;
    let words = Words::new(&day, &clock, voice);
    let file = path.display().to_string();
    let lines = [
        voice.text_with("generate-done", &[("file", file.clone().into()), ("dates", words.dates().into())]),
        voice.text("day-synthetic"),
        words.counts(),
        voice.text_with("generate-next", &[("file", file.into())]),
    ];
    print(&lines.map(|line| line + "\n").concat());
    Ok(())
}

fn roster(args: &GenerateRosterArgs, voice: Voice) -> Result<(), Failure> {
    let first: Date = args
        .first
        .parse()
        .map_err(|_| Failure::Usage(voice.text_with("failure-no-date", &[("date", args.first.as_str().into())])))?;
    let usual = PeriodOptions::new(args.kind.into(), first, args.seed);
    let options = PeriodOptions {
        people: args.people.unwrap_or(usual.people),
        units: args.units.unwrap_or(usual.units),
        weeks: args.weeks.unwrap_or(usual.weeks),
        ..usual
    };
    let period = generate_period(rule_packs(), &options).map_err(|error| refused(&error, voice))?;
    let text = write_period(&period);
    let Some(path) = &args.out else {
        print(&text);
        return Ok(());
    };
    read::put(path, &text, voice)?;
    let file = path.display().to_string();
    let counts = [
        ("file", file.clone().into()),
        ("first", period.first.to_string().into()),
        ("last", period.last.to_string().into()),
        ("people", voice.count(period.people.len()).into()),
        ("groups", period.groups.len().into()),
        ("units", period.units.len().into()),
        ("wishes", voice.count(period.wishes.len()).into()),
    ];
    let lines = [
        voice.text_with("generate-roster-done", &counts),
        voice.text("generate-roster-synthetic"),
        voice.text_with("generate-roster-next", &[("file", file.into())]),
    ];
    print(&lines.map(|line| line + "\n").concat());
    Ok(())
}

/// Why there is no day or period, in words.
pub(super) fn refused(error: &GenerateError, voice: Voice) -> Failure {
    let of_place =
        |key: &str, id: &leon_model::PlaceId| Failure::Usage(voice.text_with(key, &[("id", id.as_str().into())]));
    let number = |value: f64| value.to_string();
    match error {
        GenerateError::UnknownPlace(id) => of_place("failure-unknown-place", id),
        GenerateError::NoNeeds(id) => of_place("generate-no-needs", id),
        GenerateError::NoPoint(id) => of_place("generate-no-point", id),
        GenerateError::OutOfRange { name, value, low, high } => {
            let option = format!("--{}", name.replace('_', "-"));
            let variables = [
                ("option", option.into()),
                ("value", number(*value).into()),
                ("low", number(*low).into()),
                ("high", number(*high).into()),
            ];
            Failure::Usage(voice.text_with("generate-out-of-range", &variables))
        }
        GenerateError::TooManyGroups(groups) => {
            Failure::Input(voice.text_with("generate-too-many-groups", &[("groups", voice.count(*groups).into())]))
        }
        GenerateError::NotMonday(date) => {
            Failure::Usage(voice.text_with("generate-no-monday", &[("date", date.to_string().into())]))
        }
        GenerateError::UnknownPack(_) => {
            Failure::Internal(voice.text_with("failure-internal", &[("reason", error.to_string().into())]))
        }
        GenerateError::Faulty(reason) => {
            Failure::Internal(voice.text_with("failure-internal", &[("reason", reason.as_str().into())]))
        }
    }
}

//! `leon match`: where hands are missing, which binding holds back most, what an hour is worth.

use super::{print, read_case};
use crate::args::{GapAddress, MatchArgs};
use crate::failure::Failure;
use crate::findings::Findings;
use crate::names::Names;
use crate::out;
use crate::progress::Display;
use crate::screen::Screen;
use crate::summary::{Summary, explanation};
use crate::texts::Voice;
use leon_match::{MatchError, Options, Progress, explain_gap, match_tasks};
use leon_model::{BindingId, Case, Justified};
use std::collections::BTreeSet;

pub fn run(args: &MatchArgs, voice: Voice) -> Result<(), Failure> {
    if let Some(dir) = &args.out {
        out::check_folder(dir, voice)?;
    }
    let case = read_case(&args.case, voice)?;
    let display = Display::new(voice);
    let progress = |progress: Progress| display.show(progress);
    let options = Options {
        lifted: lifted(args, &case),
        prices: !args.no_prices,
        value_bindings: !args.no_values,
        set_size: if args.no_values { 0 } else { args.set_size },
        threads: args.threads,
        cancel: None,
        progress: Some(&progress),
    };
    if let Some(gap) = &args.explain {
        return explain(&case, &options, gap, voice);
    }
    let matched = match_tasks(&case, &options).map_err(|error| refused(&case, error, voice))?;
    let findings = Findings::new(&case, &matched);
    let voice = findings.voice(voice);
    drop(display);
    if let Some(dir) = &args.out {
        out::write(&findings, dir, voice)?;
    }
    let summary = Summary {
        findings: &findings,
        voice,
        names: findings.names(voice),
        screen: Screen::of_stdout(),
        top: args.top,
        folder: &args.case,
        out: args.out.as_deref(),
    };
    print(&summary.render());
    Ok(())
}

/// The bindings to lift: those named, and with `--only-justified` all that are not marked `yes`.
fn lifted(args: &MatchArgs, case: &Case) -> BTreeSet<BindingId> {
    let unjustified = case.bindings.iter().filter(|it| it.in_force && it.justified != Justified::Yes);
    let unjustified = unjustified.filter(|_| args.only_justified).map(|it| it.id.clone());
    args.lift.iter().map(|id| id.as_str().into()).chain(unjustified).collect()
}

fn explain(case: &Case, options: &Options<'_>, gap: &GapAddress, voice: Voice) -> Result<(), Failure> {
    let explained = explain_gap(case, options, &gap.place, &gap.group).map_err(|error| refused(case, error, voice))?;
    print(&explanation(&explained, Names { case, voice }, Screen::of_stdout()));
    Ok(())
}

/// Why the planner refused, in words.
fn refused(case: &Case, error: MatchError, voice: Voice) -> Failure {
    let of_binding = |key: &str, id: &BindingId, known: String| {
        Failure::Usage(voice.text_with(key, &[("id", id.as_str().into()), ("known", known.into())]))
    };
    match &error {
        MatchError::UnknownBinding(id) => {
            of_binding("failure-unknown-binding", id, joined(case.bindings.iter().map(|it| it.id.as_str())))
        }
        MatchError::BindingNotInForce(id) => {
            let in_force = case.bindings.iter().filter(|it| it.in_force).map(|it| it.id.as_str());
            of_binding("failure-binding-not-in-force", id, joined(in_force))
        }
        MatchError::UnknownPlace(id) => {
            Failure::Usage(voice.text_with("failure-unknown-place", &[("id", id.as_str().into())]))
        }
        MatchError::UnknownGroup(id) => {
            let known = joined(case.staff_groups.iter().map(|it| it.id.as_str()));
            let variables = [("id", id.as_str().into()), ("known", known.into())];
            Failure::Usage(voice.text_with("failure-unknown-group", &variables))
        }
        _ => Failure::Internal(voice.text_with("failure-internal", &[("reason", error.to_string().into())])),
    }
}

fn joined<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(", ")
}

//! `leon check`: every problem of a case, or what a sound case holds.

use super::{print, read_case};
use crate::args::CheckArgs;
use crate::failure::Failure;
use crate::names::Names;
use crate::screen::Screen;
use crate::summary::{Evidence, assumptions, evidence_shares};
use crate::texts::Voice;
use leon_match::EvidenceOf;
use leon_model::{Case, Hours, MatchPlan};

pub fn run(args: &CheckArgs, voice: Voice) -> Result<(), Failure> {
    let case = read_case(&args.case, voice)?;
    let screen = Screen::of_stdout();
    let mut text = summary(&case, voice);
    if args.evidence {
        let names = Names { case: &case, voice };
        let shares = leon_match::evidence_shares(&case, &MatchPlan::default());
        let evidence = Evidence { shares: &shares, of: &[EvidenceOf::Need, EvidenceOf::StaffHours] };
        text += &evidence_shares(&evidence, names, screen);
        text += &assumptions(&case, names, screen);
    } else {
        let hint = voice.text_with("check-evidence-hint", &[("case", args.case.display().to_string().into())]);
        text += &format!("{hint}\n");
    }
    print(&text);
    Ok(())
}

fn summary(case: &Case, voice: Voice) -> String {
    let need: Hours = case.needs.iter().map(|it| it.hours_per_week.value).map(Hours).sum();
    let voice = voice.for_hours(need);
    let care: Hours = case.capacity.iter().map(|it| case.care_hours(it)).sum();
    let fte: f64 = case.capacity.iter().map(|it| it.fte.value).sum();
    let in_force = case.bindings.iter().filter(|it| it.in_force).count();
    let counts = [
        ("places", voice.count(case.places.len()).into()),
        ("settings", voice.count(case.settings.len()).into()),
        ("groups", voice.count(case.staff_groups.len()).into()),
        ("competences", voice.count(case.competences.len()).into()),
        ("tasks", voice.count(case.tasks.len()).into()),
        ("technologies", voice.count(case.technologies.len()).into()),
    ];
    let lines = [
        voice.text_with("check-clean", &[("title", case.title.as_str().into())]),
        voice.text_with("check-counts", &counts),
        voice.text_with(
            "check-need",
            &[("hours", voice.hours(need).into()), ("rows", voice.count(case.needs.len()).into())],
        ),
        voice.text_with("check-capacity", &[("hours", voice.hours(care).into()), ("fte", voice.number(fte, 0).into())]),
        voice.text_with(
            "check-bindings",
            &[("force", voice.count(in_force).into()), ("all", voice.count(case.bindings.len()).into())],
        ),
    ];
    lines.map(|line| line + "\n").concat()
}

//! `leon roster analyse`: the period as it is and with one thing changed, both planned and compared.

use super::Spent;
use crate::args::RosterAnalyseArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::grid::{Grid, Lean};
use crate::roster::read;
use crate::roster::words::{Words, faults};
use crate::route::progress::Display;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_check::{Measure, RosterVerdict};
use leon_model::{Burden, Minutes, Period};
use leon_roster::{Figures, Progress, RosterOptions, Variant, VariantError, carried_by, led_by, plan_roster, vary};
use leon_route::RouteProgress;

pub fn run(args: &RosterAnalyseArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::period(&args.period, voice)?;
    let variants = variants(args, voice)?;
    let changed: Vec<(String, Period)> = variants
        .iter()
        .map(|it| Ok((name(it, voice), vary(&file.period, it).map_err(|error| refused(&error, voice))?)))
        .collect::<Result<_, Failure>>()?;
    let as_it_is = (voice.text("analyse-as-it-is"), file.period.clone());
    let all: Vec<(String, Period)> = std::iter::once(as_it_is).chain(changed).collect();
    let share = args.search.share(all.len());
    let display = Display::new(voice);
    let mut planned = Vec::new();
    for (index, (_, period)) in all.iter().enumerate() {
        let spent = |it: f64| (index as f64 + it) / all.len() as f64;
        let progress = |it: Progress| display.show(RouteProgress { spent: spent(it.spent), iterations: it.iterations });
        let budget = share.budget();
        let budget = Spent(budget.as_ref());
        let options = RosterOptions { seed: share.seed, progress: Some(&progress), ..RosterOptions::new(&budget) };
        planned.push(plan_roster(period, &options).map_err(|error| read::too_large(&error, voice))?.verdict);
    }
    drop(display);
    let screen = Screen::of_stdout();
    let words = Words { period: &file.period, voice };
    let columns =
        std::iter::once((Lean::Words, String::new())).chain(all.iter().map(|(name, _)| (Lean::Number, name.clone())));
    let mut grid = Grid::new(columns.collect::<Vec<_>>());
    for (what, value) in FIGURES {
        let cells = planned.iter().map(|it| value(it, words));
        grid.row(std::iter::once(voice.text(what)).chain(cells));
    }
    for kind in Burden::ALL {
        let carried: Vec<_> =
            all.iter().zip(&planned).map(|((_, period), verdict)| carried_by(period, verdict, kind)).collect();
        if carried.iter().all(|it| it.0 == 0) {
            continue;
        }
        let cells = carried.iter().map(|(people, mean, most)| {
            let numbers = [
                ("people", voice.count(*people).into()),
                ("mean", voice.number(mean.to_hours().0, 1).into()),
                ("most", voice.number(most.to_hours().0, 1).into()),
            ];
            voice.text_with("analyse-carried", &numbers)
        });
        grid.row(std::iter::once(voice.text(&format!("burden-{}", kind.word()))).chain(cells));
    }
    let mut text = screen.heading(&voice.text("analyse-title")) + &grid.render(screen.width);
    text += &screen.heading(&voice.text("analyse-led"));
    for (unit, people) in led_by(&file.period) {
        let numbers = [("unit", unit.to_string().into()), ("people", people.len().into())];
        text += &screen.item("–", &voice.text_with("analyse-leader", &numbers));
    }
    print(text.trim_start_matches('\n'));
    Ok(())
}

type Value = fn(&RosterVerdict, Words<'_>) -> String;

const FIGURES: [(&str, Value); 7] = [
    ("analyse-broken", |verdict, words| words.voice.count(verdict.broken.len())),
    ("analyse-uncovered", |verdict, words| hours(Figures::of(verdict).uncovered, words)),
    ("analyse-beside-target", |verdict, words| hours(Figures::of(verdict).beside_target, words)),
    ("analyse-cost", |verdict, words| words.voice.number(Figures::of(verdict).cost.0, 0)),
    ("analyse-wishes", |verdict, words| words.voice.count(Figures::of(verdict).wishes_kept)),
    ("analyse-advised", |verdict, words| words.voice.count(Figures::of(verdict).advised_against)),
    ("analyse-profiles", |verdict, words| words.voice.number(Figures::of(verdict).profiles, 0)),
];

fn hours(minutes: Minutes, words: Words<'_>) -> String {
    words.measure(Measure::Time(minutes))
}

fn variants(args: &RosterAnalyseArgs, voice: Voice) -> Result<Vec<Variant>, Failure> {
    let unreadable =
        |text: &str| Failure::Usage(voice.text_with("analyse-unreadable", &[("value", text.to_owned().into())]));
    let mut variants = Vec::new();
    for text in &args.share {
        let parts: Vec<&str> = text.split(':').collect();
        let [from, to, share] = parts[..] else { return Err(unreadable(text)) };
        let share = share.parse().ok().filter(|it| (0.0..=1.0).contains(it)).ok_or_else(|| unreadable(text))?;
        variants.push(Variant::ShareDuty { from: from.into(), to: to.into(), share });
    }
    for text in &args.one_more {
        let (group, unit) = text.split_once(':').ok_or_else(|| unreadable(text))?;
        variants.push(Variant::OneMore { group: group.into(), unit: unit.into() });
    }
    for &weight in &args.profiles {
        if !(0.0..=1e6).contains(&weight) {
            return Err(unreadable(&weight.to_string()));
        }
        variants.push(Variant::Profiles { weight });
    }
    if variants.is_empty() {
        return Err(Failure::Usage(voice.text("analyse-nothing")));
    }
    Ok(variants)
}

fn name(variant: &Variant, voice: Voice) -> String {
    match variant {
        Variant::ShareDuty { from, to, share } => {
            let names = [
                ("from", from.to_string().into()),
                ("to", to.to_string().into()),
                ("share", voice.percent(*share).into()),
            ];
            voice.text_with("analyse-share", &names)
        }
        Variant::OneMore { group, unit } => {
            let names = [("group", group.to_string().into()), ("unit", unit.to_string().into())];
            voice.text_with("analyse-one-more", &names)
        }
        Variant::Profiles { weight } => {
            voice.text_with("analyse-profiles-at", &[("weight", voice.number(*weight, 1).into())])
        }
    }
}

fn refused(error: &VariantError, voice: Voice) -> Failure {
    let text = match error {
        VariantError::UnknownUnit(unit) => {
            voice.text_with("analyse-unknown-unit", &[("unit", unit.to_string().into())])
        }
        VariantError::NobodyLike { group, unit } => voice.text_with(
            "analyse-nobody-like",
            &[("group", group.to_string().into()), ("unit", unit.to_string().into())],
        ),
        VariantError::NobodyToShare(unit) => {
            voice.text_with("analyse-nobody-to-share", &[("unit", unit.to_string().into())])
        }
        VariantError::Unsound(problems) => {
            voice.text_with("analyse-unsound", &[("reason", faults(problems, voice).into())])
        }
    };
    Failure::Usage(text)
}

//! What would cover a shift, and what it costs.

use super::super::words::Words;
use super::{changes, goals};
use leon_check::Measure;
use leon_model::{Clause, Minutes, ParameterValue};
use leon_roster::{Outcome, Relaxation, Remedy};

/// A remedy: what is relaxed, who does what, and what it costs.
pub fn remedy(it: &Remedy, words: Words<'_>) -> String {
    let voice = words.voice;
    let what = it.relaxation.as_ref().map(|it| relaxation(it, words));
    let done = outcome(&it.outcome, words);
    let mut text = what.into_iter().chain([done]).collect::<Vec<_>>().join(" ");
    if it.short > Minutes(0) {
        let left = [("missing", words.measure(Measure::Time(it.short)).into())];
        text = format!("{text} {}", voice.text_with("roster-remedy-short", &left));
    }
    text
}

/// Who does what else, what it costs by goal, and what rules and wishes have to do with it.
pub fn outcome(it: &Outcome, words: Words<'_>) -> String {
    let voice = words.voice;
    let mut parts = Vec::new();
    if !it.changes.is_empty() {
        parts.push(format!("{}.", changes(&it.changes, words)));
    }
    parts.push(voice.text_with("roster-remedy-goals", &[("goals", goals(&it.goals, voice).into())]));
    for paid in &it.supplements {
        let variables = [("kroner", voice.number(paid.dkk.0, 2).into()), ("rule", words.rule_named(&paid.rule).into())];
        parts.push(voice.text_with("roster-remedy-supplement", &variables));
    }
    if !it.refused.is_empty() {
        let wishes: Vec<String> = it.refused.iter().map(ToString::to_string).collect();
        parts.push(voice.text_with("roster-remedy-refused", &[("wishes", wishes.join(", ").into())]));
    }
    parts.join(" ")
}

fn relaxation(it: &Relaxation, words: Words<'_>) -> String {
    let voice = words.voice;
    match it {
        Relaxation::LocalAgreement { rule, from, to, units } => {
            let units: Vec<String> = units.iter().map(ToString::to_string).collect();
            let (rule, units) = (("rule", words.rule_named(rule).into()), ("units", units.join(", ").into()));
            match to {
                Some(to) => {
                    voice.text_with("roster-remedy-agreement", &[rule, units, ("change", set(from, to, words).into())])
                }
                None => voice.text_with("roster-remedy-agreement-without", &[rule, units]),
            }
        }
        Relaxation::Lend { person, unit } => voice.text_with(
            "roster-remedy-lend",
            &[("person", person.to_string().into()), ("unit", unit.to_string().into())],
        ),
        Relaxation::SoftenWish { wish } => voice.text_with("roster-remedy-wish", &[("wish", wish.to_string().into())]),
        Relaxation::Temp { temp } => {
            let variables = [
                ("group", temp.group.to_string().into()),
                ("time", words.measure(Measure::Time(temp.hours)).into()),
                ("price", voice.number(temp.dkk_per_hour.0, 2).into()),
                ("kroner", voice.number(temp.dkk().0, 2).into()),
            ];
            voice.text_with("roster-remedy-temp", &variables)
        }
        Relaxation::LowerMinimum { from, to } => {
            voice.text_with("roster-remedy-lower", &[("from", (*from).into()), ("to", (*to).into())])
        }
    }
}

/// The parameters that differ, by their names in the file.
fn set(from: &Clause, to: &Clause, words: Words<'_>) -> String {
    let said = |it: &ParameterValue| match it {
        ParameterValue::Number(it) if it.fract() == 0.0 => words.voice.number(*it, 0),
        ParameterValue::Number(it) => words.voice.number(*it, 2),
        ParameterValue::Flag(it) => it.to_string(),
        ParameterValue::Text(it) => it.clone(),
    };
    let both = from.values().into_iter().zip(to.values()).filter(|(from, to)| from.1 != to.1);
    let lines = both.map(|(from, to)| format!("{} {} → {}", from.0, said(&from.1), said(&to.1)));
    lines.collect::<Vec<_>>().join(", ")
}

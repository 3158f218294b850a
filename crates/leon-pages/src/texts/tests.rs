//! Both languages say the same things, and nothing is said that has no text.

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The sources that speak.
const FACES: [&str; 3] = ["src", "../leon-cli/src", "../leon-server/src"];

fn crate_file(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The texts of a language by key, each with the variables that it uses.
fn texts(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let file = std::fs::read_to_string(crate_file(&format!("texts/{}.ftl", lang.code()))).unwrap();
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            key = id.to_owned();
            assert!(texts.insert(key.clone(), BTreeSet::new()).is_none(), "{key} stands twice");
        }
        let variables = line
            .split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>());
        texts.entry(key.clone()).or_default().extend(variables);
    }
    texts.remove("");
    texts
}

/// Every quoted word in the sources that looks like a key, tests left out.
fn words_in_code(folder: &Path, words: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            words_in_code(&path, words);
        } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("tests.rs") {
            let code = std::fs::read_to_string(&path).unwrap();
            let code = code.split("#[cfg(test)]").next().unwrap();
            words.extend(code.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
}

/// Keys asked for by `text("…")` and `text_with("…"`.
fn keys_asked_for(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            keys_asked_for(&path, keys);
        } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("tests.rs") {
            let code: String = std::fs::read_to_string(&path).unwrap().split_whitespace().collect();
            for call in [".text(\"", ".text_with(\""] {
                keys.extend(code.split(call).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_variables() {
    let (da, en) = (texts(Lang::Da), texts(Lang::En));
    assert!(!da.is_empty());
    assert_eq!(da.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    for (key, variables) in &da {
        // A plural may need its number in one language and not in the other.
        let of = |set: &BTreeSet<String>| set.iter().filter(|it| *it != "count").cloned().collect::<BTreeSet<_>>();
        assert_eq!(of(variables), of(&en[key]), "{key}");
    }
}

#[test]
fn every_text_asked_for_exists() {
    let mut keys = BTreeSet::new();
    FACES.iter().for_each(|face| keys_asked_for(&crate_file(face), &mut keys));
    assert!(!keys.is_empty());
    let texts = texts(Lang::Da);
    let missing: Vec<_> = keys.iter().filter(|key| !texts.contains_key(*key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_word_of_the_model_has_a_text() {
    use leon_ledger::Account;
    use leon_model::{
        AbsenceKind, Burden, Complexity, EvidenceClass, ExtraKind, Goal, Justified, Reason, RosterGoal, ShiftKind,
        Theme,
    };
    let texts = texts(Lang::Da);
    let words = (EvidenceClass::ALL.iter().map(|it| format!("evidence-{it}")))
        .chain(ExtraKind::ALL.iter().map(|it| format!("extra-{it}")))
        .chain(Justified::ALL.iter().map(|it| format!("justified-{it}")))
        .chain(Complexity::ALL.iter().map(|it| format!("complexity-{it}")))
        .chain(Theme::ALL.iter().map(|it| format!("theme-{it}")))
        .chain(Account::ALL.iter().map(|it| format!("account-{it}")))
        .chain(AbsenceKind::ALL.iter().map(|it| format!("absence-{}", it.word())))
        .chain(Burden::ALL.iter().map(|it| format!("burden-{}", it.word())))
        .chain(RosterGoal::ALL.iter().map(|it| format!("roster-goal-{it}")))
        .chain(Reason::ALL.iter().map(|it| format!("reason-{}", it.word())))
        .chain(ShiftKind::ALL.iter().map(|it| format!("shift-kind-{}", it.word())))
        .chain(Goal::ALL.iter().flat_map(|it| [format!("goal-{it}"), format!("goal-unit-{it}")]));
    for key in words {
        assert!(texts.contains_key(&key), "{key}");
    }
}

#[test]
fn no_text_lies_unused() {
    let mut words = BTreeSet::new();
    FACES.iter().for_each(|face| words_in_code(&crate_file(face), &mut words));
    // Texts chosen by a word of the model.
    let families = [
        "absence-",
        "account-",
        "burden-",
        "complexity-",
        "event-",
        "evidence-",
        "extra-",
        "goal-",
        "job-",
        "justified-",
        "measure-figure-of-",
        "measure-finding-",
        "measure-kind-",
        "measure-not-",
        "measure-piece-",
        "measure-verdict-",
        "reason-",
        "role-",
        "rosters-kind-",
        "roster-goal-",
        "shift-kind-",
        "theme-",
    ];
    let texts = texts(Lang::Da);
    let unused: Vec<_> = (texts.keys())
        .filter(|key| !words.contains(*key) && !families.iter().any(|family| key.starts_with(family)))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn a_text_takes_its_variables_without_marks() {
    let said = Voice::new(Lang::Da).text_with("headline-lifted", &[("bindings", "a, b".into()), ("count", 2.into())]);
    assert!(said.contains("a, b") && !said.contains('\u{2068}'), "{said}");
}

#[test]
fn every_figure_of_a_measure_has_words() {
    let folder = crate_file("../../cases/denmark/measures");
    let mut paths = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let measure = leon_formats::measure::read_measure(&std::fs::read(entry.unwrap().path()).unwrap()).unwrap();
        paths.extend(measure.figures().into_iter().map(|it| it.0));
    }
    assert!(paths.len() > 10, "{paths:?}");
    for path in paths {
        assert_ne!(crate::measure::figure_name(&path, Voice::new(Lang::Da)), path);
    }
    assert_eq!(crate::measure::figure_name("change[0].colour", Voice::new(Lang::Da)), "change[0].colour");
}

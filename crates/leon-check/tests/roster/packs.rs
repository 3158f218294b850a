//! The packs of rules in `data/rules/`, read once more: this crate and its tests know the model only.

use leon_model::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const FILES: [&str; 5] = [
    include_str!("../../../../data/rules/statute.toml"),
    include_str!("../../../../data/rules/municipal.toml"),
    include_str!("../../../../data/rules/regional.toml"),
    include_str!("../../../../data/rules/guidance.toml"),
    include_str!("../../../../data/rules/odense.toml"),
];

static PACKS: LazyLock<Vec<RulePack>> = LazyLock::new(|| FILES.map(pack).into());

pub fn rule_packs() -> &'static [RulePack] {
    &PACKS
}

fn pack(text: &str) -> RulePack {
    let file: toml::Table = text.parse().unwrap();
    let rules = file["rule"].as_array().unwrap().iter().map(|it| rule(it.as_table().unwrap())).collect();
    RulePack { id: word(&file, "id").into(), title_da: String::new(), title_en: String::new(), rules }
}

fn rule(entry: &toml::Table) -> Rule {
    let kind = ClauseKind::from_word(word(entry, "kind")).unwrap();
    let list = |name: &str| {
        let items = entry.get(name).and_then(toml::Value::as_array).into_iter().flatten();
        items.map(|it| it.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let date = |name: &str| entry.get(name).map(|it| it.as_str().unwrap().parse().unwrap());
    let reason = |it: String| Reason::ALL.into_iter().find(|reason| reason.word() == it).unwrap();
    let values = |it: &toml::Value| -> BTreeMap<String, ParameterValue> {
        it.as_table().unwrap().iter().map(|(name, it)| (name.clone(), value(it))).collect()
    };
    Rule {
        id: word(entry, "id").into(),
        kind,
        clause: entry.get("parameters").map(|it| Clause::new(kind, &values(it)).unwrap()),
        scope: RuleScope::ALL.into_iter().find(|it| it.word() == word(entry, "scope")).unwrap(),
        replaceable: entry.get("replaceable").is_some_and(|it| it.as_bool().unwrap()),
        agreements: list("agreements").into_iter().map(Into::into).collect(),
        groups: list("groups").into_iter().map(Into::into).collect(),
        reasons: list("reasons").into_iter().map(reason).collect(),
        from: date("from"),
        to: date("to"),
        breach: Breach::ALL.into_iter().find(|it| it.word() == word(entry, "breach")).unwrap(),
        confidence: Confidence::ALL.into_iter().find(|it| it.word() == word(entry, "confidence")).unwrap(),
        paragraph: word(entry, "paragraph").to_owned(),
        source: word(entry, "source").to_owned(),
        text_da: String::new(),
        text_en: String::new(),
    }
}

fn word<'a>(table: &'a toml::Table, name: &str) -> &'a str {
    table[name].as_str().unwrap()
}

fn value(it: &toml::Value) -> ParameterValue {
    match it {
        toml::Value::Integer(it) => ParameterValue::Number(*it as f64),
        toml::Value::Float(it) => ParameterValue::Number(*it),
        toml::Value::Boolean(it) => ParameterValue::Flag(*it),
        it => ParameterValue::Text(it.as_str().unwrap().to_owned()),
    }
}

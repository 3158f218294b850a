//! The packs of rules that Leon brings along, from `data/rules/`.

use leon_model::{Breach, Clause, ClauseKind, Confidence, Date, ParameterValue, Reason, Rule, RulePack, RuleScope};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const FILES: [&str; 5] = [
    include_str!("../../../../data/rules/statute.toml"),
    include_str!("../../../../data/rules/municipal.toml"),
    include_str!("../../../../data/rules/regional.toml"),
    include_str!("../../../../data/rules/guidance.toml"),
    include_str!("../../../../data/rules/odense.toml"),
];

static PACKS: LazyLock<Vec<RulePack>> =
    LazyLock::new(|| FILES.map(|text| read_pack(text).expect("a test reads every pack")).into());

/// Every pack of rules that Leon brings along.
///
/// ```
/// use leon_formats::period::rule_packs;
/// let statute = &rule_packs()[0];
/// assert_eq!(statute.id.as_str(), "statute");
/// assert_eq!(statute.rules[0].paragraph, "Arbejdsmiljøloven § 50, stk. 1");
/// ```
pub fn rule_packs() -> &'static [RulePack] {
    &PACKS
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackFile {
    id: String,
    title_da: String,
    title_en: String,
    #[serde(default, rename = "rule")]
    rules: Vec<RuleEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleEntry {
    id: String,
    kind: String,
    scope: String,
    breach: String,
    confidence: String,
    #[serde(default)]
    replaceable: bool,
    #[serde(default)]
    agreements: Vec<String>,
    #[serde(default)]
    groups: Vec<String>,
    #[serde(default)]
    reasons: Vec<String>,
    from: Option<String>,
    to: Option<String>,
    paragraph: String,
    source: String,
    text_da: String,
    text_en: String,
    parameters: Option<BTreeMap<String, Value>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Flag(bool),
    Number(f64),
    Text(String),
}

/// What is wrong with a pack.
#[derive(Debug, thiserror::Error)]
enum PackError {
    #[error("{0}")]
    Form(#[from] toml::de::Error),
    #[error("rule {rule}: {fault}")]
    Rule { rule: String, fault: String },
}

fn read_pack(text: &str) -> Result<RulePack, PackError> {
    let file: PackFile = toml::from_str(text)?;
    let mut rules = Vec::with_capacity(file.rules.len());
    for entry in file.rules {
        let id = entry.id.clone();
        rules.push(rule(entry).map_err(|fault| PackError::Rule { rule: id, fault })?);
    }
    Ok(RulePack { id: file.id.into(), title_da: file.title_da, title_en: file.title_en, rules })
}

fn rule(entry: RuleEntry) -> Result<Rule, String> {
    let kind = ClauseKind::from_word(&entry.kind).ok_or_else(|| format!("no kind {}", entry.kind))?;
    let clause = entry.parameters.map(|it| Clause::new(kind, &values(it))).transpose().map_err(|it| it.to_string())?;
    let confidence = by_word(&Confidence::ALL, Confidence::word, &entry.confidence)?;
    if confidence == Confidence::C && clause.is_some() {
        return Err("a rule from memory has no parameters".to_owned());
    }
    let date = |text: Option<String>| text.map(|it| it.parse::<Date>()).transpose().map_err(|it| it.to_string());
    Ok(Rule {
        id: entry.id.into(),
        kind,
        clause,
        scope: by_word(&RuleScope::ALL, RuleScope::word, &entry.scope)?,
        replaceable: entry.replaceable,
        agreements: entry.agreements.into_iter().map(Into::into).collect(),
        groups: entry.groups.into_iter().map(Into::into).collect(),
        reasons: entry.reasons.iter().map(|it| by_word(&Reason::ALL, Reason::word, it)).collect::<Result<_, _>>()?,
        from: date(entry.from)?,
        to: date(entry.to)?,
        breach: by_word(&Breach::ALL, Breach::word, &entry.breach)?,
        confidence,
        paragraph: entry.paragraph,
        source: entry.source,
        text_da: entry.text_da,
        text_en: entry.text_en,
    })
}

fn values(parameters: BTreeMap<String, Value>) -> BTreeMap<String, ParameterValue> {
    let value = |value| match value {
        Value::Flag(it) => ParameterValue::Flag(it),
        Value::Number(it) => ParameterValue::Number(it),
        Value::Text(it) => ParameterValue::Text(it),
    };
    parameters.into_iter().map(|(name, it)| (name, value(it))).collect()
}

/// The item of a list whose word it is.
fn by_word<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str, text: &str) -> Result<T, String> {
    all.iter().copied().find(|it| word(*it) == text).ok_or_else(|| format!("'{text}' is not known here"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_pack_is_read_and_every_rule_has_its_own_id() {
        let packs: Vec<RulePack> = FILES.map(|text| read_pack(text).unwrap_or_else(|error| panic!("{error}"))).into();
        let mut seen = BTreeSet::new();
        for rule in packs.iter().flat_map(|it| &it.rules) {
            assert!(seen.insert(rule.id.clone()), "{} stands twice", rule.id);
            for text in [&rule.paragraph, &rule.source, &rule.text_da, &rule.text_en] {
                assert!(!text.is_empty(), "{}", rule.id);
            }
        }
    }

    #[test]
    fn the_danish_clock_of_the_model_is_that_of_the_time_zone_database() {
        let zone = jiff::tz::TimeZone::get("Europe/Copenhagen").unwrap();
        // Every hour of 1996 to 2037.
        for hour in (820_454_400..2_145_916_800).step_by(3600) {
            let civil = zone.to_datetime(jiff::Timestamp::from_second(hour).unwrap());
            let moment = leon_model::Moment(hour);
            let shown = format!("{} {}", moment.danish_date(), moment.danish_time());
            assert_eq!(shown, civil.strftime("%Y-%m-%d %H:%M").to_string());
        }
    }

    #[test]
    fn what_is_wrong_with_a_pack_is_said() {
        let pack = |rule: &str| format!("id = 'p'\ntitle_da = ''\ntitle_en = ''\n[[rule]]\n{rule}");
        let rule = "id = 'X'\nkind = 'daily_rest'\nscope = 'law'\nbreach = 'illegal'\nconfidence = 'A'\n\
                    paragraph = ''\nsource = ''\ntext_da = ''\ntext_en = ''\n";
        for (text, expected) in [
            (rule.replace("daily_rest", "daily_rust"), "rule X: no kind daily_rust"),
            (rule.replace("'A'", "'D'"), "rule X: 'D' is not known here"),
            (format!("{rule}parameters = {{ rest_hours = 11 }}"), "rule X: the parameter 'within_hours' is missing"),
            (
                format!("{}parameters = {{ rest_hours = 11, within_hours = 24 }}", rule.replace("'A'", "'C'")),
                "rule X: a rule from memory has no parameters",
            ),
        ] {
            assert_eq!(read_pack(&pack(&text)).unwrap_err().to_string(), expected);
        }
    }
}

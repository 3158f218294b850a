//! A table of Statistics Denmark as it comes from api.statbank.dk: CSV or BULK with semicolons, or JSON-stat.

use crate::cause::Cause;
use crate::csv_text::{TextFault, decode};
use crate::shown::shown;
use serde_json::{Map, Value};

/// What stands in the last column, in Danish and in English.
const VALUE_COLUMNS: [&str; 2] = ["INDHOLD", "VALUE"];

/// A word of a dimension: its code and its label, the same where only one is given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    pub(super) code: String,
    pub(super) label: String,
}

/// A number with the words that it is for, one for each dimension.
pub(super) struct Cell {
    /// The row in a CSV file, or the number of the value in JSON, from 1.
    pub(super) row: usize,
    pub(super) words: Vec<Word>,
    pub(super) value: String,
}

/// Dimensions by name in capitals, and every number.
pub(super) struct StatTable {
    pub(super) dimensions: Vec<String>,
    pub(super) cells: Vec<Cell>,
}

/// Reads either form.
pub(super) fn read(bytes: &[u8]) -> Result<StatTable, TextFault> {
    let text = decode(bytes)?;
    if text.trim_start().starts_with('{') { json_stat(text) } else { semicolons(text) }
}

fn unreadable(row: Option<usize>, reason: &str) -> TextFault {
    TextFault { row, cause: Cause::NotFromStatbank { reason: shown(reason) } }
}

fn semicolons(text: &str) -> Result<StatTable, TextFault> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| unreadable(Some(1), &error.to_string()))?.clone();
    let mut dimensions: Vec<String> = header.iter().map(|it| it.trim().to_uppercase()).collect();
    let last = dimensions.pop().unwrap_or_default();
    if dimensions.is_empty() || !VALUE_COLUMNS.contains(&last.as_str()) {
        return Err(unreadable(Some(1), &header.iter().collect::<Vec<_>>().join(";")));
    }
    let mut cells = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(None, &error.to_string()))?;
        let row = record.position().map_or(0, |it| it.line() as usize);
        if record.len() != header.len() {
            return Err(unreadable(Some(row), &record.iter().collect::<Vec<_>>().join(";")));
        }
        let words = record.iter().take(dimensions.len()).map(word).collect();
        cells.push(Cell { row, words, value: record[dimensions.len()].trim().to_owned() });
    }
    Ok(StatTable { dimensions, cells })
}

/// A cell with a code, a label, or a code and a label after it.
fn word(text: &str) -> Word {
    let text = text.trim();
    match text.split_once(' ') {
        Some((code, label)) if !code.is_empty() && code.bytes().all(|it| it.is_ascii_digit()) && is_name(label) => {
            Word { code: code.to_owned(), label: label.to_owned() }
        }
        _ => Word { code: text.to_owned(), label: text.to_owned() },
    }
}

/// Whether it is a name and not the rest of an age, as in `5 år`.
fn is_name(label: &str) -> bool {
    label.chars().next().is_some_and(char::is_uppercase)
}

/// JSON-stat 1 has it all under `dataset`, and ids and sizes under `dimension`; 2 has them at the top.
fn json_stat(text: &str) -> Result<StatTable, TextFault> {
    let root: Value = serde_json::from_str(text).map_err(|error| unreadable(Some(error.line()), &error.to_string()))?;
    let set = root.get("dataset").unwrap_or(&root);
    let of_set = |name: &str| set.get(name).or_else(|| set.get("dimension")?.get(name));
    let missing = |name: &str| unreadable(None, name);
    let ids: Vec<&str> = (of_set("id").and_then(Value::as_array).ok_or_else(|| missing("id"))?.iter())
        .map(|it| it.as_str().ok_or_else(|| missing("id")))
        .collect::<Result<_, _>>()?;
    let mut words = Vec::new();
    for id in &ids {
        let category = set.get("dimension").and_then(|it| it.get(id)?.get("category"));
        words.push(category.and_then(category_words).ok_or_else(|| missing(id))?);
    }
    // Long before a number of cells that no memory holds.
    let count = words.iter().try_fold(1_usize, |all, it| all.checked_mul(it.len())).filter(|it| *it <= 50_000_000);
    let count = count.ok_or_else(|| missing("size"))?;
    let values = set.get("value").ok_or_else(|| missing("value"))?;
    let value = |at: usize| match values {
        Value::Array(all) => all.get(at),
        Value::Object(some) => some.get(&at.to_string()),
        _ => None,
    };
    if !(values.is_object() || values.as_array().is_some_and(|it| it.len() == count)) {
        return Err(missing("value"));
    }
    let cell = |at: usize| {
        let mut rest = at;
        let mut own: Vec<Word> = (words.iter().rev())
            .map(|words| {
                let word = words[rest % words.len()].clone();
                rest /= words.len();
                word
            })
            .collect();
        own.reverse();
        let value = match value(at) {
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::String(text)) => text.clone(),
            _ => "..".to_owned(),
        };
        Cell { row: at + 1, words: own, value }
    };
    Ok(StatTable {
        dimensions: ids.iter().map(|it| it.to_uppercase()).collect(),
        cells: (0..count).map(cell).collect(),
    })
}

/// The words of a dimension in their order; `None` when they are not as JSON-stat has them.
fn category_words(category: &Value) -> Option<Vec<Word>> {
    let labels = category.get("label").and_then(Value::as_object);
    let label = |code: &str| labels.and_then(|it| it.get(code)?.as_str()).unwrap_or(code).to_owned();
    let codes: Vec<String> = match category.get("index") {
        Some(Value::Array(codes)) => codes.iter().map(|it| it.as_str().map(str::to_owned)).collect::<Option<_>>()?,
        Some(Value::Object(places)) => in_order(places)?,
        _ => labels?.keys().cloned().collect(),
    };
    (!codes.is_empty()).then(|| codes.into_iter().map(|code| Word { label: label(&code), code }).collect())
}

fn in_order(places: &Map<String, Value>) -> Option<Vec<String>> {
    let mut codes: Vec<(u64, &String)> =
        places.iter().map(|(code, at)| Some((at.as_u64()?, code))).collect::<Option<_>>()?;
    codes.sort();
    codes
        .iter()
        .enumerate()
        .all(|(at, it)| it.0 == at as u64)
        .then(|| codes.into_iter().map(|it| it.1.clone()).collect())
}

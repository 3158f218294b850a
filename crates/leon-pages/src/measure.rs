//! Measures: words for their figures, and for why one could not be measured.

use crate::texts::Voice;

/// What a figure is, by where it stands in the measure's file, as `change[0].factor`; that place where it has no words.
pub fn figure_name(path: &str, voice: Voice) -> String {
    let place = path.split('.').map(|it| it.split('[').next().unwrap_or_default()).collect::<Vec<_>>().join("-");
    let key = format!("measure-figure-of-{place}");
    let words = voice.text(&key);
    if words == key { path.to_owned() } else { words }
}

/// Why measures were not measured, by the word that results have for it. `rules` are those that a roster breaks without
/// and with them.
pub fn why_not(reason: &str, rules: [usize; 2], detail: &str, voice: Voice) -> String {
    let [without, with] = rules.map(|it| voice.count(it).into());
    let variables = [("without", without), ("with", with), ("reason", detail.to_owned().into())];
    voice.text_with(&format!("measure-not-{reason}"), &variables)
}

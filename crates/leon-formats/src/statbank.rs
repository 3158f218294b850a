//! Tables of Statistics Denmark, from api.statbank.dk or saved from statistikbanken.dk, into a case.
//!
//! Inhabitants by area, age and year (FRKM, FRDK, FOLK, BEFOLK) refresh `population` or `population_history`; users of
//! care by age (AED) refresh the shares of a setting in `care_use`.

mod ages;
mod table;

use crate::cause::Cause;
use crate::problem::{Problem, Problems};
use crate::shown::shown;
use ages::{Age, age, band, five_years, is_whole, within};
use leon_model::{
    AgeBand, CareUse, Case, EvidenceClass, Figure, Inhabitants, PastInhabitants, PlaceId, PlaceKind, SettingId, Source,
    SourceId, Table, Tables, Year,
};
use std::collections::{BTreeMap, BTreeSet};
use table::{StatTable, Word};

/// Names of the dimensions that are understood.
const AREAS: [&str; 4] = ["OMRÅDE", "KOMGRP", "KOMMUNE", "REGION"];
const AGES: [&str; 2] = ["ALDER", "AGE"];
const TIMES: [&str; 2] = ["TID", "TIME"];
/// Dimensions that may be added up where no total is given.
const ADDED_UP: [&str; 2] = ["KØN", "SEX"];

/// What a table is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Refresh {
    /// Inhabitants: `population` by the ages of a projection, `population_history` by five-year ages.
    Inhabitants,
    /// Who uses the care of a setting, by the last year of the table.
    CareUse(SettingId),
}

/// What came of a table.
#[derive(Debug, Default)]
pub struct Refreshed {
    /// The case's tables with the new rows, unless there are errors.
    pub tables: Option<Tables>,
    /// The table of the case that is new, and how many of its rows are.
    pub table: Option<Table>,
    pub rows: usize,
    /// Every problem. Areas that the case does not have are warnings: they are left out.
    pub problems: Vec<Problem>,
}

/// One number of a table, understood.
struct Number {
    area: Option<Word>,
    age: (u32, u32),
    year: Year,
    value: f64,
}

/// Reads a table and puts its rows into a case's. `file` is its name in messages, and up to the first dot that of the
/// source, as `FRKM126.csv`.
///
/// Rows of the places in the file are replaced whole; others stay.
///
/// # Example
/// ```
/// use leon_formats::{example_case, statbank::{Refresh, refresh}};
/// let case = leon_model::Case::new(example_case()).unwrap();
/// let text = "ALDER;TID;INDHOLD\n65-79 år;2026;300\n80 år og derover;2026;700\n";
/// let read = refresh("AED06.csv", text.as_bytes(), &case, &Refresh::CareUse("home_care".into()));
/// let shares: Vec<f64> = read.tables.unwrap().care_use.iter().rev().take(2).map(|it| it.share.value).collect();
/// assert_eq!(shares, [0.3, 0.7]); // 300 and 700 of 1,000
/// ```
pub fn refresh(file: &str, bytes: &[u8], case: &Case, to: &Refresh) -> Refreshed {
    let mut problems = Problems::default();
    let read = match table::read(bytes) {
        Ok(read) => numbers(file, &read, &mut problems),
        Err(fault) => {
            problems.add(file, fault.row, None, fault.cause);
            None
        }
    };
    let new = read.filter(|_| !problems.has_errors()).and_then(|numbers| match to {
        Refresh::Inhabitants => inhabitants(file, &numbers, case, &mut problems),
        Refresh::CareUse(setting) => care_use(file, &numbers, case, setting, &mut problems),
    });
    let new = new.filter(|_| !problems.has_errors());
    let problems = problems.into_sorted(&[file.to_owned()]);
    match new {
        Some((mut tables, table, rows)) => {
            let source = source(file);
            tables.sources.retain(|it| it.id != source.id);
            tables.sources.push(source);
            Refreshed { tables: Some(tables), table: Some(table), rows, problems }
        }
        None => Refreshed { problems, ..Refreshed::default() },
    }
}

fn table_name(file: &str) -> String {
    file.split('.').next().unwrap_or(file).to_lowercase()
}

fn source_id(file: &str) -> SourceId {
    format!("dst-{}", table_name(file)).into()
}

fn source(file: &str) -> Source {
    let name = table_name(file);
    Source {
        id: source_id(file),
        title: name.to_uppercase(),
        publisher: "Danmarks Statistik".into(),
        year: String::new(),
        locator: String::new(),
        url: format!("https://www.statistikbanken.dk/{name}"),
    }
}

fn exactly(value: f64, file: &str) -> Figure {
    Figure::exact(value, EvidenceClass::Register, source_id(file))
}

/// Every number with its area, age and year, where all is understood; totals of other dimensions only.
fn numbers(file: &str, read: &StatTable, problems: &mut Problems) -> Option<Vec<Number>> {
    let at = |names: &[&str]| read.dimensions.iter().position(|it| names.contains(&it.as_str()));
    let mut missing = |name: &str| {
        problems.add(file, None, None, Cause::StatbankNoDimension { dimension: name.to_owned() });
    };
    let (area, age_at, time) = (at(&AREAS), at(&AGES), at(&TIMES));
    if age_at.is_none() {
        missing(AGES[0]);
    }
    if time.is_none() {
        missing(TIMES[0]);
    }
    let (age_at, time) = (age_at?, time?);
    let kept = kept(file, read, &[area, Some(age_at), Some(time)], problems)?;
    let mut all = Vec::new();
    let mut has_total_only = true;
    for cell in read.cells.iter().filter(|cell| kept.iter().all(|(at, word)| cell.words[*at] == *word)) {
        let words = &cell.words;
        let row = Some(cell.row);
        let Some(year) = first_of_january(&words[time].code).or_else(|| first_of_january(&words[time].label)) else {
            if !is_later_in_year(&words[time].code) {
                let value = shown(&words[time].label);
                problems.add(file, row, Some(&read.dimensions[time]), Cause::StatbankTime { value });
            }
            continue;
        };
        let range = match age(&words[age_at].label).or_else(|| age(&words[age_at].code)) {
            Some(Age::Range(from, to)) => (from, to),
            Some(Age::All) => continue,
            None => {
                let value = shown(&words[age_at].label);
                problems.add(file, row, Some(&read.dimensions[age_at]), Cause::StatbankAge { value });
                continue;
            }
        };
        has_total_only = false;
        let written = if cell.value == "-" { "0" } else { &cell.value };
        match written.replace(',', ".").parse::<f64>() {
            Ok(value) if value.is_finite() && value >= 0.0 => {
                all.push(Number { area: area.map(|at| words[at].clone()), age: range, year, value });
            }
            _ => problems.add(file, row, None, Cause::StatbankValue { value: shown(&cell.value) }),
        }
    }
    if has_total_only && !problems.has_errors() {
        problems.add(file, None, None, Cause::StatbankNoDimension { dimension: AGES[0].to_owned() });
    }
    Some(all)
}

/// For each other dimension the word that is kept: its total or its only one. None where it is added up.
fn kept(file: &str, read: &StatTable, known: &[Option<usize>], problems: &mut Problems) -> Option<Vec<(usize, Word)>> {
    let mut kept = Vec::new();
    for at in (0..read.dimensions.len()).filter(|at| !known.contains(&Some(*at))) {
        let words: BTreeSet<&Word> = read.cells.iter().map(|it| &it.words[at]).collect();
        let total = words.iter().find(|it| age(&it.label) == Some(Age::All) || age(&it.code) == Some(Age::All));
        match total.or(words.first().filter(|_| words.len() == 1)) {
            Some(word) => kept.push((at, (*word).clone())),
            None if ADDED_UP.contains(&read.dimensions[at].as_str()) => {}
            None => {
                let dimension = shown(&read.dimensions[at]);
                problems.add(file, None, None, Cause::StatbankNoTotal { dimension });
                return None;
            }
        }
    }
    Some(kept)
}

/// The year of `2026`, `2026K1` and `2026M01`: inhabitants on 1 January.
fn first_of_january(text: &str) -> Option<Year> {
    let (year, rest) = text.split_at_checked(4)?;
    let year = year.parse().ok().filter(|it| (1800..2200).contains(it))?;
    ["", "K1", "Q1", "M01"].contains(&rest).then_some(Year(year))
}

fn is_later_in_year(text: &str) -> bool {
    text.split_at_checked(4)
        .is_some_and(|(year, rest)| year.parse::<u32>().is_ok() && rest.len() <= 3 && rest.starts_with(['K', 'Q', 'M']))
}

/// The places of the areas that the case has; those that hold others of the file are left out.
fn places(file: &str, numbers: &[Number], case: &Case, problems: &mut Problems) -> BTreeMap<Option<Word>, PlaceId> {
    let country = || case.places.iter().find(|it| it.kind == PlaceKind::Country).map(|it| it.id.clone());
    let areas: BTreeSet<&Option<Word>> = numbers.iter().map(|it| &it.area).collect();
    let mut found = BTreeMap::new();
    for area in areas {
        let place = match area {
            None => country(),
            Some(word) if word.code == "000" || ["Hele landet", "All Denmark"].contains(&word.label.as_str()) => {
                country()
            }
            Some(word) => {
                let place = case.places.iter().find(|it| it.id.as_str() == word.code || it.name == word.label);
                place.map(|it| it.id.clone())
            }
        };
        match (place, area) {
            (Some(place), _) => {
                found.insert(area.clone(), place);
            }
            (None, Some(word)) => {
                problems.add(file, None, None, Cause::StatbankArea { area: shown(&word.label) });
            }
            (None, None) => problems.add(file, None, None, Cause::StatbankNoArea {}),
        }
    }
    let all: Vec<PlaceId> = found.values().cloned().collect();
    let holds_another = |place: &PlaceId| all.iter().any(|it| it != place && case.is_within(it, place));
    found.retain(|_, place| !holds_another(place));
    if found.is_empty() && !problems.has_errors() {
        problems.add(file, None, None, Cause::StatbankNoArea {});
    }
    found
}

fn inhabitants(file: &str, numbers: &[Number], case: &Case, problems: &mut Problems) -> Option<(Tables, Table, usize)> {
    let places = places(file, numbers, case, problems);
    let mut ranges: BTreeMap<(&PlaceId, Year), BTreeSet<(u32, u32)>> = BTreeMap::new();
    let placed = || numbers.iter().filter_map(|it| Some((places.get(&it.area)?, it)));
    for (place, it) in placed() {
        ranges.entry((place, it.year)).or_default().insert(it.age);
    }
    for ((place, year), ages) in &ranges {
        if !is_whole(ages.iter().copied().collect()) {
            let cause = Cause::StatbankAgesMissing { place: shown(place.as_str()), year: year.0 };
            problems.add(file, None, None, cause);
        }
    }
    let is_projection =
        case.population.iter().map(|it| it.year).min().is_none_or(|first| placed().any(|(_, it)| it.year > first));
    let in_bands = placed().all(|(_, it)| band(it.age.0, it.age.1).is_some());
    let in_fives = placed().all(|(_, it)| five_years(it.age.0, it.age.1).is_some());
    let mut tables = (**case).clone();
    let replaced: BTreeSet<&PlaceId> = ranges.keys().map(|it| it.0).collect();
    if in_bands && (is_projection || !in_fives) {
        let mut sums: BTreeMap<(&PlaceId, Year, AgeBand), f64> = BTreeMap::new();
        for (place, it) in placed() {
            *sums.entry((place, it.year, band(it.age.0, it.age.1)?)).or_default() += it.value;
        }
        tables.population.retain(|it| !replaced.contains(&it.place));
        let row = |((place, year, age), value): (&(&PlaceId, Year, AgeBand), &f64)| Inhabitants {
            place: (*place).clone(),
            year: *year,
            age: *age,
            persons: exactly(*value, file),
        };
        tables.population.extend(sums.iter().map(row));
        Some((tables, Table::Population, sums.len()))
    } else if in_fives {
        let mut sums = BTreeMap::new();
        for (place, it) in placed() {
            *sums.entry((place, it.year, five_years(it.age.0, it.age.1)?)).or_insert(0.0) += it.value;
        }
        tables.population_history.retain(|it| !replaced.contains(&it.place));
        let row = |((place, year, age), value): (&(&PlaceId, Year, leon_model::FiveYears), &f64)| PastInhabitants {
            place: (*place).clone(),
            year: *year,
            age: *age,
            persons: exactly(*value, file),
        };
        tables.population_history.extend(sums.iter().map(row));
        Some((tables, Table::PopulationHistory, sums.len()))
    } else {
        problems.add(file, None, None, Cause::StatbankAgesDoNotFit {});
        None
    }
}

/// Shares of the last year: 80 or more, 65 to 79, younger; of the country, or of all areas where it is not in the file.
fn care_use(
    file: &str,
    numbers: &[Number],
    case: &Case,
    setting: &SettingId,
    problems: &mut Problems,
) -> Option<(Tables, Table, usize)> {
    let last = numbers.iter().map(|it| it.year).max()?;
    let is_country = |it: &&Number| it.area.as_ref().is_some_and(|it| it.code == "000" || it.label == "Hele landet");
    let of_last: Vec<&Number> = numbers.iter().filter(|it| it.year == last).collect();
    let whole: Vec<&Number> = of_last.iter().copied().filter(|it| is_country(it)).collect();
    let mut sums = [0.0; 3];
    for it in if whole.is_empty() { of_last } else { whole } {
        match within(&[0, 65, 80], it.age.0, it.age.1) {
            Some(at) => sums[at] += it.value,
            None => {
                problems.add(file, None, None, Cause::StatbankAgesDoNotFit {});
                return None;
            }
        }
    }
    let all: f64 = sums.iter().sum();
    if all <= 0.0 {
        problems.add(file, None, None, Cause::StatbankValue { value: "0".to_owned() });
        return None;
    }
    let round = |share: f64| (share * 10_000.0).round() / 10_000.0;
    let (old, young) = (round(sums[2] / all), round(sums[0] / all));
    let ages: [(&[AgeBand], f64); 3] = [
        (&[AgeBand::From80], old),
        (&[AgeBand::From65], round(1.0 - old - young)),
        (&AgeBand::ALL[..AgeBand::From65 as usize], young),
    ];
    let mut tables = (**case).clone();
    tables.care_use.retain(|it| it.setting != *setting);
    let used = ages.into_iter().filter(|(_, share)| *share > 0.0);
    let rows: Vec<CareUse> = used
        .map(|(ages, share)| CareUse { setting: setting.clone(), ages: ages.to_vec(), share: exactly(share, file) })
        .collect();
    let count = rows.len();
    tables.care_use.extend(rows);
    Some((tables, Table::CareUse, count))
}

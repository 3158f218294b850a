//! Tables of Statistics Denmark in its own formats, whole and damaged, and what people are told about them.

use super::told::{say, unsaid};
use leon_formats::example_case;
use leon_formats::statbank::{Refresh, Refreshed, refresh};
use leon_model::{AgeBand, Case, FiveYears, Table, Year};

/// As `FRKM126` comes with `format=BULK`: codes and labels, two areas and one that the case does not have.
const PROJECTION: &str = "\u{feff}OMRÅDE;ALDER;KØN;TID;INDHOLD\r
Nord;0-5 år;I alt;2026;1000\r
Nord;6-16 år;I alt;2026;2000\r
Nord;17-64 år;Mænd;2026;1\r
Nord;17-19 år;I alt;2026;500\r
Nord;20-34 år;I alt;2026;3000\r
Nord;35-64 år;I alt;2026;5000\r
Nord;65-79 år;I alt;2026;2400\r
Nord;80-89 år;I alt;2026;900\r
Nord;90 år og derover;I alt;2026;100\r
101 København;0-5 år;I alt;2026;40000\r
Nord;0-5 år;I alt;2030;1100\r
Nord;6-16 år;I alt;2030;2100\r
Nord;17-19 år;I alt;2030;510\r
Nord;20-34 år;I alt;2030;2900\r
Nord;35-64 år;I alt;2030;4900\r
Nord;65-79 år;I alt;2030;2600\r
Nord;80-89 år;I alt;2030;1200\r
Nord;90 år og derover;I alt;2030;-\r
";

/// As `AED06` comes with `format=CSV`: recipients of home help by age.
const USERS: &str = "OMRÅDE;ALDER;TID;INDHOLD
Hele landet;Alder i alt;2021;100
Hele landet;Alder i alt;2022;200
Hele landet;Under 65 år;2021;90
Hele landet;Under 65 år;2022;20
Hele landet;65-66 år;2022;10
Hele landet;67-79 år;2022;66,5
Hele landet;80 år og derover;2022;103,5
";

/// As `BEFOLK2` comes with `format=JSONSTAT`: women and men apart, ages by five years, one year.
fn history() -> String {
    let ages: Vec<&str> = FiveYears::ALL.iter().map(|it| it.as_str()).collect();
    let index: Vec<String> = ages.iter().enumerate().map(|(at, it)| format!("\"{it}\": {at}")).collect();
    let labels: Vec<String> = ages.iter().map(|it| format!("\"{it}\": \"{it} år\"")).collect();
    let values: Vec<String> = (0..2 * ages.len()).map(|it| (10 * it).to_string()).collect();
    format!(
        r#"{{"dataset": {{"dimension": {{
            "OMRÅDE": {{"label": "område", "category": {{"index": {{"nord": 0}}, "label": {{"nord": "Nord"}}}}}},
            "KØN": {{"label": "køn", "category": {{"index": {{"M": 0, "K": 1}}, "label": {{"M": "Mænd", "K": "Kvinder"}}}}}},
            "ALDER": {{"label": "alder", "category": {{"index": {{{}}}, "label": {{{}}}}}}},
            "ContentsCode": {{"category": {{"index": {{"BEFOLK2": 0}}, "label": {{"BEFOLK2": "Befolkning"}}}}}},
            "Tid": {{"label": "tid", "category": {{"index": {{"2025": 0}}, "label": {{"2025": "2025"}}}}}},
            "id": ["OMRÅDE", "KØN", "ALDER", "ContentsCode", "Tid"], "size": [1, 2, 18, 1, 1]}},
            "label": "BEFOLK2", "value": [{}]}}}}"#,
        index.join(", "),
        labels.join(", "),
        values.join(", ")
    )
}

fn case() -> Case {
    Case::new(example_case()).unwrap()
}

fn read(file: &str, text: &str, to: &Refresh) -> Refreshed {
    refresh(file, text.as_bytes(), &case(), to)
}

#[test]
fn inhabitants_of_a_projection_replace_those_of_their_places() {
    let read = read("FRKM126.csv", PROJECTION, &Refresh::Inhabitants);
    assert_eq!(read.problems.len(), 1, "Copenhagen is not in the example: {:?}", read.problems);
    assert_eq!((read.table, read.rows), (Some(Table::Population), 14)); // 7 bands × 2 years
    let tables = read.tables.unwrap();
    let of = |place: &str, year, age| {
        let mut rows = tables.population.iter();
        rows.find(|it| it.place.as_str() == place && it.year == Year(year) && it.age == age).map(|it| it.persons.value)
    };
    assert_eq!(of("nord", 2026, AgeBand::From80), Some(1000.0)); // 900 + 100
    assert_eq!(of("nord", 2030, AgeBand::From80), Some(1200.0)); // a dash is nobody
    assert_eq!(of("nord", 2035, AgeBand::From80), None, "years that the file does not have are gone");
    assert_eq!(of("syd", 2026, AgeBand::From80), case_value("syd"), "other places stay");
    assert_eq!(tables.sources.last().unwrap().id.as_str(), "dst-frkm126");
    assert!(Case::new(tables).is_ok());
}

fn case_value(place: &str) -> Option<f64> {
    let of = |it: &&leon_model::Inhabitants| {
        it.place.as_str() == place && it.year == Year(2026) && it.age == AgeBand::From80
    };
    case().population.iter().find(of).map(|it| it.persons.value)
}

#[test]
fn json_stat_of_five_year_ages_is_the_past() {
    let read = read("BEFOLK2.json", &history(), &Refresh::Inhabitants);
    assert_eq!(read.problems, []);
    assert_eq!((read.table, read.rows), (Some(Table::PopulationHistory), 18));
    let tables = read.tables.unwrap();
    let of = |age| tables.population_history.iter().find(|it| it.age == age).unwrap().persons.value;
    // Men 0, 10, …, 170, women 180, …, 350: 0 + 180, and 170 + 350.
    assert_eq!((of(FiveYears::From0), of(FiveYears::From85)), (180.0, 520.0));
    // The same as JSON-stat 2.0: nothing around it, and ids at the top.
    let two = history().replace("\"id\": [", "\"was\": [");
    let two =
        two.replace("\"label\": \"BEFOLK2\"", "\"id\": [\"OMRÅDE\", \"KØN\", \"ALDER\", \"ContentsCode\", \"Tid\"]");
    let two = two.strip_prefix("{\"dataset\": ").and_then(|it| it.strip_suffix('}')).unwrap();
    let again = self::read("BEFOLK2.json", two, &Refresh::Inhabitants);
    assert_eq!(again.tables.map(|it| it.population_history), Some(tables.population_history));
}

#[test]
fn users_by_age_are_shares_of_the_last_year() {
    let read = read("AED06.csv", USERS, &Refresh::CareUse("home_care".into()));
    assert_eq!(read.problems, []);
    let tables = read.tables.unwrap();
    let shares: Vec<(usize, f64)> = (tables.care_use.iter())
        .filter(|it| it.setting.as_str() == "home_care")
        .map(|it| (it.ages.len(), it.share.value))
        .collect();
    // Of 200: 103.5 are 80 or more, 10 + 66.5 are 65 to 79, 20 are younger.
    assert_eq!(shares, [(1, 0.5175), (1, 0.3825), (5, 0.1)]);
    assert!(Case::new(tables).is_ok());
}

const DAMAGES: &[super::told::Swaps] = &[
    ("columns apart by commas", &[("OMRÅDE;ALDER;KØN;TID;INDHOLD", "OMRÅDE,ALDER,KØN,TID,INDHOLD")]),
    ("a row with a cell too many", &[("Nord;0-5 år;I alt;2026;1000", "Nord;0-5 år;I alt;2026;1000;1")]),
    ("no ages", &[("ALDER", "CIVILSTAND")]),
    ("no years", &[("TID", "DATO")]),
    ("a dimension without a total", &[("KØN", "HERKOMST"), ("I alt", "Personer med dansk oprindelse")]),
    ("an age that is none", &[("65-79 år;I alt;2026", "pensionister;I alt;2026")]),
    ("a year that is none", &[("I alt;2026;1000", "I alt;nu;1000")]),
    ("a number that is not counted", &[("2026;1000", "2026;..")]),
    ("a number below 0", &[("2026;1000", "2026;-5")]),
    ("ages across Leon's", &[("6-16 år", "6-18 år"), ("17-19 år", "19-19 år")]),
    ("an age left out", &[("Nord;17-19 år;I alt;2026;500\r\n", "")]),
    ("an age twice", &[("Nord;17-19 år;I alt;2026;500\r\n", "Nord;15-19 år;I alt;2026;500\r\n")]),
    ("no area of the case", &[("Nord", "Læsø")]),
    ("no rows", &[(PROJECTION, "OMRÅDE;ALDER;TID;INDHOLD\n")]),
    ("an empty file", &[(PROJECTION, "")]),
    ("JSON that is no JSON-stat", &[(PROJECTION, "{\"value\": [1, 2]}")]),
];

#[test]
fn what_is_said_of_damaged_tables() {
    let mut shown = String::new();
    for (damage, swaps) in DAMAGES {
        let text = swaps.iter().fold(PROJECTION.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{damage}: there is no {from}");
            text.replace(from, to)
        });
        let read = read("FRKM126.csv", &text, &Refresh::Inhabitants);
        assert!(read.tables.is_none(), "{damage}");
        say(&mut shown, damage, &read.problems);
    }
    let known = read("FRKM126.csv", PROJECTION, &Refresh::Inhabitants);
    say(&mut shown, "an area that the case does not have", &known.problems);
    assert_eq!([unsaid(&shown, "L87"), unsaid(&shown, "L88")].concat(), Vec::<String>::new());
    insta::assert_snapshot!(shown);
}

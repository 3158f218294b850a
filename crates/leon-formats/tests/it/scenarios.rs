//! What Leon says of damaged scenarios: each starts from one that fits the example and has one thing wrong with it.
//!
//! The messages stand in `snapshots/`, in Danish and English. **Add a damage here** and accept its message with
//! `INSTA_UPDATE=always cargo test -p leon-formats scenarios`.

use crate::told::unsaid;
use leon_formats::scenario::{Draft, DraftTechnology, EXAMPLE, read_scenario};
use leon_formats::{Lang, example_case};
use leon_model::{Case, UptakeEffect};
use std::fmt::Write as _;
use std::path::Path;

const DAMAGES: &[(&str, &str, &str)] = &[
    ("no TOML", "[[lift]]", "[[lift]"),
    ("a field that scenarios do not have", "binding =", "bindings ="),
    ("a list that scenarios do not have", "[[lift]]", "[[lifts]]"),
    ("a curve that does not exist", "\"bass\"", "\"gompertz\""),
    ("an evidence class that does not exist", "evidence = \"claim\"", "evidence = \"rumour\""),
    ("a CPR number", "\"Robotter\"", "\"Borger 010180-1234\""),
    ("a parameter that scenarios cannot change", "\"healthy_ageing\"", "\"fte_hours_per_year\""),
    ("a parameter outside its values", "value = { value = 0.0,", "value = { value = -0.5,"),
    ("an unknown technology", "\"robot_vacuum\"", "\"robot\""),
    ("an unknown binding", "\"medicine_by_authorised\"", "\"medicine\""),
    ("an unknown staff group", "[\"ssh\"]", "[\"shs\"]"),
    ("an unknown setting", "to_setting = \"nursing_home\"", "to_setting = \"nursing\""),
    ("an unknown source", "source = \"supplier\"", "source = \"suplier\""),
    ("adoption over 100 percent", "high = 0.8", "high = 1.8"),
    ("a range upside down", "low = 0.2, high = 0.8", "low = 0.8, high = 0.2"),
    ("a year before the first", "from = 2029", "from = 2019"),
    ("a year after the last", "from = 2029", "from = 2059"),
    ("an end before its beginning", "from = 2030\nto = 2032", "from = 2032\nto = 2030"),
    ("an S without a width", "years_10_to_90 = 6.0", "years_10_to_90 = 0.0"),
    ("a technology in an unknown place", "place = \"nord\"", "place = \"nordby\""),
    ("adoption over 100 percent in a place", "ceiling = { value = 1.0,", "ceiling = { value = 1.2,"),
    ("an end before its beginning in a place", "from = 2026, to = 2029", "from = 2029, to = 2026"),
    ("a year after the last in a place", "from = 2026, to = 2029", "from = 2059, to = 2060"),
    (
        "the same place twice in a technology",
        "[[technology.place]]",
        "[[technology.place]]\nplace = \"nord\"\nceiling = { value = 0.5, evidence = \"assumption\", source = \"example\" }\nadoption = { curve = \"linear\", from = 2026, to = 2029 }\n\n[[technology.place]]",
    ),
    ("an effect that the case does not have", "effect = { from = \"claim\" }", "effect = { from = \"case\" }"),
    ("a claim that the case does not have", "effect = { from = \"case\" }", "effect = { from = \"claim\" }"),
    ("the same technology twice", "\"screen_visits\"", "\"robot_vacuum\""),
    ("an education that the case does not have", "staff_group = \"nurse\"", "staff_group = \"unskilled\""),
    (
        "a task that is not needed there",
        "to_setting = \"nursing_home\"\nto_task = \"meals\"",
        "to_setting = \"nursing_home\"\nto_task = \"check_in\"",
    ),
    (
        "tasks that move round",
        "[[cost]]",
        "[[relocation]]\nfrom_setting = \"nursing_home\"\nfrom_task = \"meals\"\nto_setting = \"home_care\"\nto_task = \"meals\"\nfrom = 2030\nto = 2032\nshare = { value = 0.1, evidence = \"assumption\", source = \"example\" }\n\n[[cost]]",
    ),
];

fn case() -> Case {
    Case::new(example_case()).unwrap()
}

#[test]
fn every_kind_of_change_is_read() {
    let read = read_scenario("all.toml", EXAMPLE.as_bytes(), &case());
    assert_eq!(read.problems, []);
    let it = read.scenario.unwrap();
    let lists = [
        it.technologies.len(),
        it.technologies[1].places.len(),
        it.lifts.len(),
        it.task_shifts.len(),
        it.education.len(),
        it.retention.len(),
        it.working_time.len(),
        it.care_time.len(),
        it.need.len(),
        it.relocations.len(),
        it.costs.len(),
        it.parameters.len(),
        it.published.len(),
    ];
    assert_eq!(lists, [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    assert_eq!(it.technologies[1].effect, UptakeEffect::OfCase);
    let known = &it.retention[0].leaving_factor;
    assert_eq!((known.low, known.value, known.high), (0.8, 0.8, 0.8));
}

#[test]
fn what_is_chosen_is_written_as_a_scenario_that_says_the_same() {
    let technology =
        |id: &str, at_claim| DraftTechnology { id: id.into(), at_claim, ceiling: 0.8, from: 2027, half: 2030 };
    let draft = Draft {
        name: "\"Alt\" på \\ én gang".into(),
        source: "example".into(),
        technologies: vec![technology("robot_vacuum", true), technology("screen_visits", false)],
        lifts: vec![("medicine_by_authorised".into(), 2028)],
        education: vec![("nurse".into(), -2.0, 2027)],
        productivity: Some((0.01, 2029)),
    };
    let read = read_scenario("draft.toml", draft.toml().as_bytes(), &case());
    assert_eq!(read.problems, [], "{}", draft.toml());
    let it = read.scenario.unwrap();
    assert_eq!((it.name_da.as_str(), it.name_en.as_str()), (draft.name.as_str(), draft.name.as_str()));
    assert_eq!(it.technologies[0].effect, UptakeEffect::Claim { own_hours: None });
    assert_eq!(it.technologies[1].effect, UptakeEffect::OfCase);
    assert_eq!(it.technologies.iter().map(|it| it.ceiling.value).collect::<Vec<_>>(), [0.8, 0.8]);
    assert_eq!((it.lifts[0].binding.as_str(), it.lifts[0].from.0), ("medicine_by_authorised", 2028));
    assert_eq!((it.education[0].intake_change.value, it.need[0].per_year.value), (-2.0, -0.01));
    // Nothing chosen is the case as it stands.
    let nothing = Draft { technologies: vec![], lifts: vec![], education: vec![], productivity: None, ..draft };
    assert_eq!(read_scenario("draft.toml", nothing.toml().as_bytes(), &case()).problems, []);
}

/// What is said of a scenario, under a heading.
fn told(heading: &str, text: &str, case: &Case) -> String {
    let read = read_scenario("plan.toml", text.as_bytes(), case);
    assert!(read.scenario.is_none() && !read.problems.is_empty(), "{heading}");
    let mut said = format!("# {heading}\n");
    for problem in &read.problems {
        let [da, en] = [Lang::Da, Lang::En].map(|lang| problem.message(lang));
        writeln!(said, "{} {da}\n     {en}", problem.code()).unwrap();
    }
    said
}

fn messages() -> String {
    let case = case();
    let damaged = |(damage, from, to): &(&str, &str, &str)| {
        assert!(EXAMPLE.contains(from), "{damage}");
        told(damage, &EXAMPLE.replacen(from, to, 1), &case)
    };
    DAMAGES.iter().map(damaged).collect()
}

#[test]
fn what_is_said_of_damaged_scenarios() {
    let said = messages();
    insta::assert_snapshot!(said);
}

#[test]
fn every_code_of_scenarios_is_shown_by_some_damage() {
    let mut tables = example_case();
    tables.bindings.iter_mut().for_each(|it| it.in_force = false);
    let not_in_force = told("a binding that is not in force", EXAMPLE, &Case::new(tables.clone()).unwrap());
    tables.population.clear();
    let nobody = told("a case without inhabitants", EXAMPLE, &Case::new(tables).unwrap());
    let shown = messages() + &not_in_force + &nobody;
    assert_eq!([unsaid(&shown, "L85"), unsaid(&shown, "L86")].concat(), Vec::<String>::new());
}

#[test]
fn every_scenario_of_the_national_case_fits_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark");
    let case = leon_formats::read_case(&folder).unwrap();
    let files: Vec<_> = std::fs::read_dir(folder.join("scenarios")).unwrap().map(|it| it.unwrap().path()).collect();
    assert!(files.len() >= 8);
    for file in files {
        let read = read_scenario(&file.display().to_string(), &std::fs::read(&file).unwrap(), &case);
        let said: Vec<String> = read.problems.iter().map(|it| it.message(Lang::En)).collect();
        assert!(said.is_empty(), "{said:?}");
    }
}

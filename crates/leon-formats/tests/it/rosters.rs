//! Research files of rosters: what is read, and what Leon says of damaged ones.
//!
//! **Add a damage here** and accept its message with `INSTA_UPDATE=always cargo test -p leon-formats rosters`.

use super::told::{Swap, research_messages, unsaid};
use leon_formats::research::inrc2::{Assignment, NurseHistory, Request, Scenario};
use leon_formats::research::{
    read_inrc2_history, read_inrc2_scenario, read_inrc2_week, read_shiftsched, write_inrc2_history,
    write_inrc2_solution, write_shiftsched_solution,
};
use proptest::prelude::*;

const SCENARIO: &str = include_str!("research/rosters/Sc-n003w1.txt");
const HISTORY: &str = include_str!("research/rosters/H0-n003w1-0.txt");
const WEEK: &str = include_str!("research/rosters/WD-n003w1-0.txt");
const SHIFTS: &str = include_str!("research/rosters/three.txt");

const SCENARIO_DAMAGES: &[Swap<'_>] = &[
    ("no name", "SCENARIO = n003w1", "SCENARIO"),
    ("no weeks", "WEEKS = 1\n", ""),
    ("weeks in words", "WEEKS = 1", "WEEKS = one"),
    ("weeks without end", "WEEKS = 1", "WEEKS = 99999"),
    ("a remark before the first title", "SCENARIO", "A scenario\nSCENARIO"),
    ("a section twice", "NURSES = 3", "SKILLS = 1\nNurse\n\nNURSES = 3"),
    ("a skill too few", "SKILLS = 2", "SKILLS = 3"),
    ("a skill twice", "Nurse\nTrainee\n", "Nurse\nNurse\n"),
    ("no shifts", "SHIFT_TYPES = 2\nEarly (1,5)\nNight (2,3)\n", "SHIFT_TYPES = 0\n"),
    ("a run without brackets", "(1,5)\n", "1,5\n"),
    ("a minimum above its maximum", "Night (2,3)", "Night (3,2)"),
    ("a succession of an unknown shift", "Night 1 Early", "Night 1 Late"),
    ("fewer successions than said", "Night 1 Early", "Night 2 Early"),
    ("a contract that breaks off", "(1,3) 1 1", "(1,3)"),
    ("a nurse with an unknown contract", "Bo PartTime", "Bo Halftime"),
    ("a nurse with an unknown skill", "Cleo PartTime 1 Trainee", "Cleo PartTime 1 Doctor"),
    ("a nurse without skills", "Cleo PartTime 1 Trainee", "Cleo PartTime 0"),
    ("a nurse twice", "Bo PartTime", "Anna PartTime"),
    ("a CPR number as a name", "Bo PartTime", "010180-1234 PartTime"),
];

const HISTORY_DAMAGES: &[Swap<'_>] = &[
    ("of another scenario", "0 n003w1", "0 n005w4"),
    ("without its list", "NURSE_HISTORY", ""),
    ("a nurse too few", "Bo 0 0 None 0 0 3\n", ""),
    ("a nurse twice", "Bo 0", "Anna 0"),
    ("an unknown nurse", "Bo 0", "Bob 0"),
    ("an unknown shift", "Night", "Late"),
    ("a line that breaks off", "Early 2 2 0", "Early 2"),
    ("less than nothing", "Night 1 4 0", "Night 1 -4 0"),
];

const WEEK_DAMAGES: &[Swap<'_>] = &[
    ("of another scenario", "\nn003w1", "\nn005w4"),
    ("no requirements", "REQUIREMENTS", "WANTED"),
    ("a day too few", "(0,0) (0,0)\nNight", "(0,0)\nNight"),
    ("a minimum above the optimum", "(1,1)", "(2,1)"),
    ("a shift and skill twice", "Night Nurse", "Early Nurse"),
    ("an unknown skill", "Night Nurse", "Night Doctor"),
    ("fewer requests than said", "= 2", "= 3"),
    ("a request on an unknown day", "Thu", "Torsdag"),
    ("a request of nobody known", "Bo Any", "Bob Any"),
];

const SHIFTS_DAMAGES: &[Swap<'_>] = &[
    ("no horizon", "SECTION_HORIZON\n7\n", ""),
    ("a horizon of nothing", "\n7\n", "\n0\n"),
    ("a horizon in words", "\n7\n", "\none week\n"),
    ("a horizon without end", "\n7\n", "\n99999\n"),
    ("an unknown section", "SECTION_DAYS_OFF", "SECTION_HOLIDAYS"),
    ("a section twice", "SECTION_DAYS_OFF", "SECTION_SHIFTS"),
    ("a line before the first section", "SECTION_HORIZON", "days\nSECTION_HORIZON"),
    ("an unknown shift that may not follow", "N,600,D", "N,600,E"),
    ("a shift without a length", "N,600,D", "N"),
    ("a shift twice", "N,600,D", "D,600,"),
    ("an employee that breaks off", "C,D=0|N=7,3000,600,4,1,2,0", "C,D=0|N=7,3000"),
    ("more shifts of no kind", "D=7|N=2", "D=7|E=2"),
    ("a number of shifts in words", "D=7|N=2", "D=7|N=two"),
    ("a minimum above its maximum", "2400,960", "960,2400"),
    ("an employee twice", "B,D=7", "A,D=7"),
    ("a CPR number as an id", "B,D=7|N=0", "010180-1234,D=7|N=0"),
    ("a day off after the end", "B,5,6", "B,5,7"),
    ("a request of nobody known", "C,3,N,1", "X,3,N,1"),
    ("a weight below zero", "A,2,D,2", "A,2,D,-2"),
    ("cover that breaks off", "1,D,1,100,1", "1,D,1,100"),
    ("no cover", "SECTION_COVER\n0,D,1,100,1\n0,N,1,100,1\n1,D,1,100,1\n", ""),
];

fn scenario() -> Scenario {
    read_inrc2_scenario(SCENARIO).unwrap()
}

fn inrc2_messages() -> String {
    let scenario = scenario();
    // 126 shifts in two skills are 252 duties.
    let shifts: String = (0..126).map(|it| format!("S{it} (1,5)\n")).collect();
    let (from, to) = ("SHIFT_TYPES = 2\nEarly (1,5)\nNight (2,3)\n", format!("SHIFT_TYPES = 126\n{shifts}"));
    let successions = "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS";
    let (whole, _) = SCENARIO.split_once(successions).expect("the scenario has successions");
    let (_, rest) = SCENARIO.split_once("CONTRACTS").expect("the scenario has contracts");
    let none: String = (0..126).map(|it| format!("S{it} 0\n")).collect();
    let many = format!("{}{successions}\n{none}\nCONTRACTS{rest}", whole.replacen(from, &to, 1));
    research_messages(SCENARIO, |text| read_inrc2_scenario(text).err(), SCENARIO_DAMAGES)
        + &research_messages(SCENARIO, |text| read_inrc2_scenario(text).err(), &[("too many duties", SCENARIO, &many)])
        + &research_messages(HISTORY, |text| read_inrc2_history(text, &scenario).err(), HISTORY_DAMAGES)
        + &research_messages(WEEK, |text| read_inrc2_week(text, &scenario).err(), WEEK_DAMAGES)
}

fn shiftsched_messages() -> String {
    let shifts: String = (0..249).map(|it| format!("S{it},480,\n")).collect();
    let many = format!("D,480,\n{shifts}");
    let many = [("too many shifts", "D,480,\n", many.as_str())];
    let read = |text: &str| read_shiftsched(text).err();
    research_messages(SHIFTS, read, SHIFTS_DAMAGES) + &research_messages(SHIFTS, read, &many)
}

#[test]
fn damaged_inrc2() {
    insta::assert_snapshot!(inrc2_messages());
}

#[test]
fn damaged_shiftsched() {
    insta::assert_snapshot!(shiftsched_messages());
}

#[test]
fn every_code_of_rosters_of_research_is_shown_by_some_damage() {
    let shown = inrc2_messages() + &shiftsched_messages();
    let missing = unsaid(&shown, "L80");
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_scenario_is_read_as_it_stands() {
    let scenario = scenario();
    assert_eq!(scenario.forbidden, [(1, 0)]);
    assert_eq!(scenario.shifts[1].run, (2, 3));
    let full = &scenario.contracts[0];
    assert_eq!((full.total, full.work, full.off, full.weekends_max), ((3, 5), (1, 5), (1, 3), 1));
    assert!(full.complete_weekends && !scenario.contracts[1].complete_weekends);
    assert_eq!(scenario.nurses[2].skills, [1]);
    let week = read_inrc2_week(WEEK, &scenario).unwrap();
    assert_eq!(week.requirements[1].nurses[6], (0, 1));
    assert_eq!(week.requests[0], Request { nurse: 1, shift: None, day: 3 });
}

#[test]
fn a_history_is_written_as_it_was_read() {
    let scenario = scenario();
    let history = read_inrc2_history(HISTORY, &scenario).unwrap();
    let anna = NurseHistory { assignments: 0, weekends: 0, last: Some(1), same_shift: 1, work: 4, off: 0 };
    assert_eq!(history.nurses[0], anna);
    assert_eq!(write_inrc2_history(&history, &scenario), HISTORY);
}

#[test]
fn rosters_are_written_for_the_checkers() {
    let assignment = Assignment { nurse: 1, day: 3, shift: 1, skill: 0 };
    let text = write_inrc2_solution(&[assignment], 2, &scenario());
    assert_eq!(text, "SOLUTION\n2 n003w1\n\nASSIGNMENTS = 1\nBo Thu Night Nurse\n");
    let instance = read_shiftsched(SHIFTS).unwrap();
    assert_eq!(write_shiftsched_solution([(2, 6, 1), (0, 1, 0)], &instance), "C,6,N\nA,1,D\n");
}

#[test]
fn an_instance_is_read_as_it_stands() {
    let instance = read_shiftsched(SHIFTS).unwrap();
    assert_eq!((instance.days, instance.shifts[1].not_next.as_slice()), (7, [0].as_slice()));
    let c = &instance.staff[2];
    assert_eq!((c.shifts_max.as_slice(), c.minutes, c.work), ([Some(0), Some(7)].as_slice(), (600, 3000), (1, 4)));
    assert_eq!(instance.staff[1].days_off, [5, 6]);
    assert_eq!(instance.requests.iter().map(|it| it.is_on).collect::<Vec<_>>(), [true, false]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn a_torn_file_is_a_problem_and_no_panic(at in 0..600usize, length in 0..60usize, put in "[0-9A-Z_=,() \n|-]{0,8}") {
        let tear = |whole: &str| {
            let (start, end) = (at.min(whole.len()), (at + length).min(whole.len()));
            format!("{}{put}{}", &whole[..start], &whole[end..])
        };
        let _ = read_inrc2_scenario(&tear(SCENARIO));
        let _ = read_inrc2_history(&tear(HISTORY), &scenario());
        let _ = read_inrc2_week(&tear(WEEK), &scenario());
        let _ = read_shiftsched(&tear(SHIFTS));
    }
}

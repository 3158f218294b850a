//! What Leon says of damaged cases: each starts from the example and has one thing wrong with it.
//!
//! The messages stand in `snapshots/`, in Danish and English. **Add a damage here** and accept its
//! message with `INSTA_UPDATE=always cargo test -p leon-formats damaged`.

use crate::damage::Files;
use leon_formats::{Lang, Problem, check_case, problem_reference, read_case};
use std::fmt::Write as _;

/// What was done to the case, and how.
type Damage = (&'static str, fn(&mut Files));

const NEEDS: &str = "needs.csv";
const DESCRIPTOR: &str = "datapackage.json";

const PACKAGE: &[Damage] = &[
    ("datapackage.json is missing", |it| it.remove(DESCRIPTOR)),
    ("datapackage.json is not JSON", |it| it.replace(DESCRIPTOR, "\"title\":", "\"title\"")),
    ("datapackage.json is a list", |it| it.put(DESCRIPTOR, "[]")),
    ("datapackage.json has no name", |it| it.replace(DESCRIPTOR, "\"name\": \"lillekoebing\",", "")),
    ("the name is not one of a package", |it| it.replace(DESCRIPTOR, "\"lillekoebing\"", "\"Lille Købing\"")),
    ("the title has a CPR number", |it| it.replace(DESCRIPTOR, "\"Lillekøbing\"", "\"Borger 010180-1234\"")),
    ("datapackage.json has no resources", |it| it.replace(DESCRIPTOR, "\"resources\"", "\"tables\"")),
    ("a resource has no name", |it| it.replace(DESCRIPTOR, "\"name\": \"recruitment\",", "")),
    ("a resource has no path", |it| it.replace(DESCRIPTOR, "\"path\": \"recruitment.csv\",", "")),
    ("a path goes up", |it| it.replace(DESCRIPTOR, "\"needs.csv\"", "\"../needs.csv\"")),
    ("a path is absolute", |it| it.replace(DESCRIPTOR, "\"needs.csv\"", "\"/etc/passwd\"")),
    ("a path is an address", |it| it.replace(DESCRIPTOR, "\"needs.csv\"", "\"https://example.org/needs.csv\"")),
    ("a table is listed twice", |it| it.replace(DESCRIPTOR, "\"name\": \"recruitment\"", "\"name\": \"needs\"")),
    ("a required table is not listed", |it| {
        it.replace(DESCRIPTOR, "\"name\": \"capacity\"", "\"name\": \"kapacitet\"")
    }),
    ("an optional table is not listed", |it| it.replace(DESCRIPTOR, "\"name\": \"baseline\"", "\"name\": \"today\"")),
    ("a listed file is missing", |it| it.remove(NEEDS)),
];

const TEXT: &[Damage] = &[
    ("Latin-1", |it| {
        let latin1 = it.text("places.csv").chars().map(|c| c as u8).collect::<Vec<u8>>();
        it.put("places.csv", latin1);
    }),
    ("UTF-16", |it| {
        let text = it.text(NEEDS);
        let utf16 = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        it.put(NEEDS, utf16);
    }),
    ("a NUL", |it| it.replace(NEEDS, "nord", "no\0rd")),
    ("semicolons", |it| it.edit(NEEDS, |text| text.replace(',', ";"))),
    ("tabulators", |it| it.edit(NEEDS, |text| text.replace(',', "\t"))),
    ("an empty file", |it| it.put(NEEDS, "")),
    ("only a header", |it| it.keep_rows(NEEDS, |_| false)),
    ("a quotation mark that never closes", |it| it.replace("tasks.csv", "Måltider", "\"Måltider")),
    ("text after a quotation mark", |it| it.replace("tasks.csv", "Måltider", "\"Måltider\" mv.")),
    ("a cell of two megabytes", |it| it.replace("tasks.csv", "Måltider", &"x".repeat(2_000_000))),
    ("a column is missing", |it| it.drop_column(NEEDS, "complexity")),
    ("a figure's evidence column is missing", |it| it.drop_column(NEEDS, "hours_per_week_evidence")),
    ("a column stands twice", |it| it.replace(NEEDS, "task,", "place,")),
    ("a column in capitals", |it| it.replace(NEEDS, "setting", "Setting")),
    ("a column that Leon does not know", |it| {
        it.edit("settings.csv", |text| text.lines().map(|line| format!("{line},note\n")).collect());
    }),
    ("a CPR number as a column's name", |it| {
        it.edit("settings.csv", |text| {
            text.replacen("sector\n", "sector,0101801234\n", 1).replace("municipal\n", "municipal,\n")
        });
    }),
    ("a row with a field too few", |it| it.replace(NEEDS, "nord,home_care,cleaning,low", "nord,home_care,cleaning")),
    ("a decimal comma without quotation marks", |it| it.replace(NEEDS, ",90,", ",90,5,")),
    ("an unknown word after a blank row and a text of two lines", |it| {
        it.replace("tasks.csv", "\ncleaning", "\n\ncleaning");
        it.replace("tasks.csv", "Måltider", "\"Mål-\ntider\"");
        it.replace("tasks.csv", "of the course,coordination", "of the course,hard"); // the eighth task: row 10
    }),
];

const CELLS: &[Damage] = &[
    ("a decimal comma", |it| it.set(NEEDS, 14, "hours_per_week", "3,5")),
    ("a comma that can be read in two ways", |it| it.set(NEEDS, 2, "hours_per_week", "1,250")),
    ("thousands and a decimal comma", |it| it.set(NEEDS, 2, "hours_per_week", "1.234,5")),
    ("thousands with a blank", |it| it.set("places.csv", 2, "population", "21 000")),
    ("per cent", |it| it.set("capacity.csv", 2, "net_care_share", "65 %")),
    ("text for a number", |it| it.set(NEEDS, 2, "hours_per_week", "ca. 90")),
    ("NaN", |it| it.set(NEEDS, 2, "hours_per_week", "NaN")),
    ("infinity", |it| it.set("places.csv", 2, "latitude", "inf")),
    ("a number beyond all numbers", |it| it.set(NEEDS, 2, "hours_per_week", "1e999")),
    ("a level that is not whole", |it| it.set("staff_groups.csv", 2, "level", "1.5")),
    ("SAND for true", |it| it.set("tasks.csv", 2, "remote_possible", "SAND")),
    ("a word in Danish", |it| it.set(NEEDS, 2, "complexity", "lav")),
    ("a binding of an unknown kind", |it| it.set("bindings.csv", 2, "kind", "forbidden")),
    ("an unknown word in a list", |it| it.set("bindings.csv", 2, "task_levels", "delimited clinical")),
    ("a list with commas", |it| it.set("bindings.csv", 2, "tasks", "medicine, injections")),
    ("an unknown evidence class", |it| it.set(NEEDS, 2, "hours_per_week_evidence", "guess")),
    ("an unknown parameter", |it| it.set("parameters.csv", 2, "id", "hours")),
    ("a parameter twice", |it| it.set("parameters.csv", 4, "id", "weeks_per_year")),
    ("an empty id", |it| it.set("tasks.csv", 2, "id", " ")),
    ("an empty required figure", |it| it.edit(NEEDS, |text| text.replacen(",90,,,register,visitation", ",,,,,", 1))),
    ("a CPR number in a name", |it| it.set("places.csv", 3, "name", "Nord, 010180-1234")),
    ("a CPR number as an id", |it| it.set("places.csv", 3, "id", "0101801234")),
    ("a CPR number for hours", |it| it.set(NEEDS, 2, "hours_per_week", "0101801234")),
    ("a CPR number in a column that is not read", |it| {
        it.edit("settings.csv", |text| {
            text.lines().zip(["note", "010180 1234", ""]).map(|(line, note)| format!("{line},{note}\n")).collect()
        });
    }),
    ("a figure without evidence", |it| it.set(NEEDS, 2, "hours_per_week_evidence", "")),
    ("a figure without a source", |it| it.set(NEEDS, 2, "hours_per_week_source", "")),
    ("an assumption without a range", |it| it.set("capacity.csv", 2, "net_care_share_low", "")),
    ("a figure's evidence without its value", |it| it.set("technologies.csv", 3, "claimed_fte", "")),
    ("part of an effect", |it| it.set("technologies.csv", 2, "own_hours_group", "")),
];

const TOGETHER: &[Damage] = &[
    ("an unknown place", |it| it.set(NEEDS, 2, "place", "nrod")),
    ("an unknown id in a list", |it| it.set("bindings.csv", 2, "staff_groups", "unskilled sosu")),
    ("an unknown source", |it| it.set(NEEDS, 2, "hours_per_week_source", "wiki")),
    ("an id twice", |it| it.set("tasks.csv", 3, "id", "cleaning")),
    ("a need twice", |it| it.append(NEEDS, "nord,home_care,cleaning,low,5,,,register,visitation\n")),
    ("places in a circle", |it| it.set("places.csv", 2, "parent", "nord")),
    ("negative hours", |it| it.set(NEEDS, 2, "hours_per_week", "-3")),
    ("a share above 1", |it| it.set("continuity.csv", 2, "share_min_high", "70")),
    ("a value outside its range", |it| it.set("capacity.csv", 2, "net_care_share", "0.8")),
    ("a latitude beyond the pole", |it| it.set("places.csv", 2, "latitude", "554")),
    ("an id with a blank", |it| it.set("settings.csv", 2, "id", "home care")),
    ("a task in another setting", |it| it.set("tasks.csv", 3, "setting", "nursing_home")),
    ("extra hours without capacity", |it| it.keep_rows("capacity.csv", |row| !row.starts_with("nord,home_care,nurse"))),
    ("extra hours without a price", |it| it.keep_rows("prices.csv", |row| !row.starts_with("nurse"))),
    ("a binding without its limit", |it| it.set("bindings.csv", 2, "kind", "hours_max")),
    ("a binding with a limit that it does not take", |it| it.set("bindings.csv", 3, "kind", "forbid")),
    ("a delegation without a delegator", |it| it.replace("staff_group_competences.csv", "nurse,0.1", ",0.1")),
    ("a pool by distance without one", |it| it.set("pools.csv", 2, "distance_km_max", "")),
    ("a pool by distance to a place without a point", |it| it.set("places.csv", 4, "latitude", "")),
    ("a complexity without a row", |it| it.keep_rows("complexities.csv", |row| !row.starts_with("high"))),
    ("today's shares above 1", |it| {
        it.set("baseline.csv", 2, "share", "0.9");
        it.set("baseline.csv", 2, "share_high", "0.9");
    }),
    ("a competence that nobody has", |it| it.keep_rows("staff_group_competences.csv", |row| !row.contains("complex_"))),
    ("shares of use that do not add up", |it| it.set("care_use.csv", 2, "share", "0.65")),
    ("a retirement without its age", |it| it.set("workforce.csv", 7, "age_from", "")),
    ("an age where there is none", |it| it.set("workforce.csv", 9, "age_from", "40")),
    ("every need wrong, far too many", |it| {
        let rows = "nord,home_care,cleaning,low,x,,,register,visitation\n".repeat(1500);
        it.put(NEEDS, it.text(NEEDS).lines().next().unwrap().to_owned() + "\n" + &rows);
    }),
    ("several things at once", |it| {
        it.set(NEEDS, 2, "hours_per_week", "3,5");
        it.set("tasks.csv", 3, "level", "easy");
        it.set("capacity.csv", 2, "place", "nrod");
        it.remove("settings.csv");
    }),
];

/// At most so many of a case's problems are shown in the snapshot.
const SHOWN: usize = 6;

fn messages(damages: &[Damage]) -> String {
    let mut page = String::new();
    for (name, damage) in damages {
        let mut files = Files::example();
        damage(&mut files);
        let checked = check_case(&files.0);
        assert!(!checked.problems.is_empty(), "{name}: nothing found");
        let refused = checked.problems.iter().any(|it| !it.is_warning());
        assert_eq!(checked.case.is_none(), refused, "{name}: a case is refused for its errors alone");
        let _ = writeln!(page, "# {name}");
        let (shown, last) = checked.problems.split_at(checked.problems.len().min(SHOWN));
        for problem in shown.iter().chain(last.last()) {
            let severity = if problem.is_warning() { " (warning)" } else { "" };
            let _ = writeln!(page, "{}{severity} {}", problem.code(), problem.message(Lang::Da));
            let _ = writeln!(page, "     {}", problem.message(Lang::En));
        }
        page.push('\n');
    }
    page
}

#[test]
fn package() {
    insta::assert_snapshot!(messages(PACKAGE));
}

#[test]
fn text() {
    insta::assert_snapshot!(messages(TEXT));
}

#[test]
fn cells() {
    insta::assert_snapshot!(messages(CELLS));
}

#[test]
fn together() {
    insta::assert_snapshot!(messages(TOGETHER));
}

#[test]
fn every_code_is_shown_by_some_damage() {
    // These need a disk: see `on_disk`.
    let elsewhere = ["L001", "L003", "L004"];
    let shown = [PACKAGE, TEXT, CELLS, TOGETHER].map(messages).concat();
    let reference = problem_reference();
    let codes = reference.lines().filter_map(|line| line.strip_prefix("## ")?.split(' ').next());
    // See `damaged_days`, `research`, `damaged_periods` and `rosters`.
    let codes = codes.filter(|code| !["L4", "L5", "L6", "L7", "L8"].contains(&&code[..2]));
    let missing: Vec<&str> = codes.filter(|code| !shown.contains(code) && !elsewhere.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_byte_order_mark_and_the_line_ends_of_other_systems_are_no_damage() {
    let mut files = Files::example();
    files.edit(NEEDS, |text| format!("\u{feff}{}", text.replace('\n', "\r\n")));
    files.edit(DESCRIPTOR, |text| format!("\u{feff}{text}"));
    files.edit("tasks.csv", |text| text + "\n,,,,,,,,,,,,,,\n");
    let checked = check_case(&files.0);
    assert_eq!(checked.problems, []);
    assert_eq!(checked.case.unwrap().into_tables(), leon_formats::example_case());
}

#[test]
fn a_cpr_number_is_never_repeated() {
    for (name, damage) in [PACKAGE, TEXT, CELLS].concat().iter().filter(|(name, _)| name.contains("CPR")) {
        let mut files = Files::example();
        damage(&mut files);
        let problems: Vec<Problem> = check_case(&files.0).problems;
        assert!(problems.iter().any(|it| it.code() == "L212"), "{name}: {problems:?}");
        let said: String = problems.iter().flat_map(|it| Lang::ALL.map(|lang| it.message(lang))).collect();
        assert!(!said.contains("0101") && !said.contains("1234"), "{name}: {said}");
    }
}

#[test]
fn on_disk() {
    let dir = tempfile::tempdir().unwrap();
    let missing = read_case(&dir.path().join("nowhere")).unwrap_err();
    assert_eq!(
        missing[0].message(Lang::En),
        "The folder does not exist. Check the spelling of its path, or make an example with 'leon init'."
    );
    let empty = read_case(dir.path()).unwrap_err();
    assert_eq!(empty.iter().map(Problem::code).collect::<Vec<_>>(), ["L002"]);
    leon_formats::write_example(dir.path()).unwrap();
    assert_eq!(read_case(dir.path()).unwrap().name, "lillekoebing");
    std::fs::remove_file(dir.path().join(NEEDS)).unwrap();
    std::fs::create_dir(dir.path().join(NEEDS)).unwrap();
    let unreadable = read_case(dir.path()).unwrap_err();
    assert_eq!((unreadable[0].code(), unreadable[0].file.as_str()), ("L003", NEEDS));
    std::fs::remove_dir(dir.path().join(NEEDS)).unwrap();
    std::fs::File::create(dir.path().join(NEEDS)).unwrap().set_len(2 << 30).unwrap(); // a hole, it takes no room
    let too_large = read_case(dir.path()).unwrap_err();
    assert_eq!((too_large[0].code(), too_large[0].file.as_str()), ("L004", NEEDS));
}

//! What is written is read again as it was.

use leon_formats::{WriteError, WriteOptions, case_files, check_case, example_case, read_case, write_case};
use leon_model::{
    BindingId, Complexity, EvidenceClass, Figure, KINDS, Place, PlaceKind, SourceId, Tables, TaskLevel, Technology,
    Theme, Through,
};
use proptest::prelude::*;

fn reread(tables: &Tables) -> Tables {
    let files = case_files(tables, &WriteOptions::default()).unwrap();
    let checked = check_case(&files);
    checked.case.unwrap_or_else(|| panic!("{:?}", checked.problems)).into_tables()
}

/// A figure with any class, whose range holds its value.
fn figure(most: f64) -> impl Strategy<Value = Figure> {
    let class = prop::sample::select(EvidenceClass::ALL.to_vec());
    (class, prop::array::uniform3(0.0..=most), any::<bool>()).prop_map(|(class, mut parts, exact)| {
        parts.sort_by(f64::total_cmp);
        let [low, value, high] = if exact { [parts[1]; 3] } else { parts };
        Figure { value, low, high, class, source: SourceId::from("example") }
    })
}

/// Text of a name: anything but control characters and digits, so that it never looks like a CPR number.
fn name() -> impl Strategy<Value = String> {
    "[^\\p{C}0-9]{0,12}[a-zæøå\",;\n'=]".prop_filter("blank", |text| !text.trim().is_empty())
}

fn optional<T: std::fmt::Debug>(of: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::of(of)
}

prop_compose! {
    fn place()(
        name in name(), kind in prop::sample::select(PlaceKind::ALL.to_vec()),
        latitude in optional(-90.0..=90.0), longitude in optional(-180.0..=180.0),
        population in optional(figure(1e6)), population_80_plus in optional(figure(1e5)),
    ) -> Place {
        let parent = Some("lillekoebing".into());
        Place { id: "new".into(), name, kind, parent, latitude, longitude, population, population_80_plus }
    }
}

/// The example with rows of every kind changed.
fn case() -> impl Strategy<Value = Tables> {
    let words = (
        prop::sample::subsequence(TaskLevel::ALL.to_vec(), 0..=3),
        prop::sample::subsequence(Complexity::ALL.to_vec(), 0..=3),
        prop::sample::subsequence(Through::ALL.to_vec(), 0..=3),
        prop::sample::select(Theme::ALL.to_vec()),
        prop::sample::select(KINDS.iter().collect::<Vec<_>>()),
    );
    let figures = (figure(1e4), figure(1.0), figure(1.0), optional(figure(1e4)), optional(figure(5.0)));
    (place(), words, figures, (name(), name(), optional(name()), any::<bool>(), 0..1000_u32)).prop_map(
        |(place, words, figures, (first, second, fsiii, truth, level))| {
            let mut tables = example_case();
            let (task_levels, complexities, through, theme, kind) = words;
            let (hours, share, limit, claim, maturity) = figures;
            tables.title = first.clone();
            tables.sources[0].title = second.clone();
            tables.places.push(place);
            tables.parameters.unmet_hour_dkk = claim.clone();
            tables.staff_groups[0].level = level;
            tables.staff_groups[0].authorised = truth;
            tables.tasks[0].name_da = first;
            tables.tasks[0].fsiii = fsiii;
            tables.needs[0].hours_per_week = hours;
            tables.capacity[0].net_care_share = share;
            let mut binding = tables.bindings[0].clone();
            binding.id = BindingId::from("new");
            binding.name_en = second;
            (binding.theme, binding.kind, binding.in_force) = (theme, kind, truth);
            binding.limit = kind.has_limit.then_some(limit);
            binding.scope.task_levels = task_levels;
            binding.scope.complexities = complexities.clone();
            binding.scope.through = through;
            tables.bindings.push(binding);
            tables.technologies[0].complexities = complexities;
            let bare: &mut Technology = &mut tables.technologies[1];
            (bare.maturity, bare.claimed_fte) = (maturity, claim);
            tables
        },
    )
}

proptest! {
    #[test]
    fn a_written_case_reads_as_it_was(tables in case()) {
        prop_assert_eq!(reread(&tables), tables);
    }
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let options = WriteOptions::default();
    assert_eq!(case_files(&example_case(), &options).unwrap(), case_files(&example_case(), &options).unwrap());
}

#[test]
fn a_case_is_replaced_only_when_asked_and_then_whole() {
    let dir = tempfile::tempdir().unwrap();
    let mut tables = example_case();
    write_case(&tables, dir.path(), &WriteOptions::default()).unwrap();
    std::fs::write(dir.path().join("notes.txt"), "mine").unwrap();
    tables.bindings.clear();
    let refused = write_case(&tables, dir.path(), &WriteOptions::default());
    assert!(matches!(refused, Err(WriteError::Exists(_))));
    write_case(&tables, dir.path(), &WriteOptions { replace: true, ..WriteOptions::default() }).unwrap();
    assert!(!dir.path().join("bindings.csv").exists());
    assert!(dir.path().join("notes.txt").exists());
    assert_eq!(read_case(dir.path()).unwrap().into_tables(), tables);
}

#[test]
fn a_name_that_no_package_can_have_is_refused() {
    for name in ["", "Æbelø", "two words", "UPPER"] {
        let tables = Tables { name: name.into(), ..example_case() };
        assert!(matches!(case_files(&tables, &WriteOptions::default()), Err(WriteError::Name(_))), "{name}");
    }
}

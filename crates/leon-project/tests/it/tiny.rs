//! A tiny case: two municipalities of one region, one setting, one task, nurses and helpers.

use leon_model::{
    AgeBand, Capacity, CareUse, Case, Competence, Complexity, ComplexityWeight, EvidenceClass, Figure, Holding,
    Inhabitants, Need, Place, PlaceKind, Scenario, Setting, Source, StaffFlow, StaffGroup, Tables, Task, TaskLevel,
    Through, Workforce, Year,
};

pub fn known(value: f64) -> Figure {
    Figure::exact(value, EvidenceClass::Register, "s")
}

pub fn between(value: f64, low: f64, high: f64) -> Figure {
    Figure::assumed(value, low, high, "s")
}

fn place(id: &str, kind: PlaceKind, parent: Option<&str>) -> Place {
    Place {
        id: id.into(),
        name: id.to_owned(),
        kind,
        parent: parent.map(Into::into),
        latitude: None,
        longitude: None,
        population: None,
        population_80_plus: None,
    }
}

/// 2026 to 2030. Two municipalities with 100 and 300 people of 80 or more in 2026, and 200 and 300 in 2030, who use all
/// of the care: 100 and 300 hours a week, given by 100 and 300 hours of nurses (37 hours each, half of it care).
pub fn tables() -> Tables {
    let municipalities = [("small", 100.0, 200.0), ("large", 300.0, 300.0)];
    let need = |(id, hours, _): &(&str, f64, f64)| Need {
        place: (*id).into(),
        setting: "home".into(),
        task: "care".into(),
        complexity: Complexity::Low,
        hours_per_week: known(*hours),
    };
    let capacity = |(id, hours, _): &(&str, f64, f64)| Capacity {
        place: (*id).into(),
        setting: "home".into(),
        group: "nurse".into(),
        fte: known(hours / 18.5),
        net_care_share: known(0.5),
    };
    let inhabitants = |(id, first, last): &(&str, f64, f64)| {
        [(2026, *first), (2030, *last)].map(|(year, persons)| Inhabitants {
            place: (*id).into(),
            year: Year(year),
            age: AgeBand::From80,
            persons: known(persons),
        })
    };
    let flow = |flow: StaffFlow, age_from: Option<u32>, value: f64| Workforce {
        group: "nurse".into(),
        flow,
        age_from,
        value: known(value),
    };
    Tables {
        name: "tiny".into(),
        title: "Tiny".into(),
        sources: vec![Source {
            id: "s".into(),
            title: "S".into(),
            publisher: String::new(),
            year: String::new(),
            locator: String::new(),
            url: String::new(),
        }],
        places: vec![
            place("region", PlaceKind::Region, None),
            place("small", PlaceKind::Municipality, Some("region")),
            place("large", PlaceKind::Municipality, Some("region")),
        ],
        settings: vec![Setting {
            id: "home".into(),
            name_da: "Hjem".into(),
            name_en: "Home".into(),
            sector: "municipal".into(),
        }],
        complexities: [Complexity::Low, Complexity::Medium, Complexity::High]
            .map(|complexity| ComplexityWeight {
                complexity,
                name_da: String::new(),
                name_en: String::new(),
                severity_factor: known(1.0),
            })
            .into(),
        staff_groups: vec![StaffGroup {
            id: "nurse".into(),
            name_da: "Sygeplejersker".into(),
            name_en: "Nurses".into(),
            level: 4,
            authorised: true,
        }],
        competences: vec![Competence { id: "care".into(), name_da: String::new(), name_en: String::new() }],
        holdings: vec![Holding {
            group: "nurse".into(),
            competence: "care".into(),
            through: Through::Held,
            training_share: None,
            delegator: None,
            supervision_share: None,
        }],
        tasks: vec![Task {
            id: "care".into(),
            name_da: "Pleje".into(),
            name_en: "Care".into(),
            level: TaskLevel::Delimited,
            setting: None,
            fsiii: None,
            remote_possible: false,
            competence_low: "care".into(),
            competence_medium: "care".into(),
            competence_high: "care".into(),
            severity: known(1.0),
        }],
        needs: municipalities.iter().map(need).collect(),
        capacity: municipalities.iter().map(capacity).collect(),
        population: municipalities.iter().flat_map(inhabitants).collect(),
        care_use: vec![CareUse { setting: "home".into(), ages: vec![AgeBand::From80], share: known(1.0) }],
        workforce: vec![
            flow(StaffFlow::AgeShare, Some(30), 1.0),
            flow(StaffFlow::AgeShare, Some(40), 0.0),
            flow(StaffFlow::Leaving, None, 0.1),
            flow(StaffFlow::Intake, None, 0.0),
        ],
        ..Tables::default()
    }
}

pub fn case(tables: Tables) -> Case {
    Case::new(tables).unwrap_or_else(|problems| panic!("{problems:?}"))
}

pub fn nothing() -> Scenario {
    Scenario::default()
}

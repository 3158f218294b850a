//! Random tiny cases that use every part of the model.

#![allow(dead_code)]

use leon_model::*;

/// A small generator of numbers: SplitMix64 (Steele, Lea & Flood 2014, doi 10.1145/2660193.2660195).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    /// Yes in `percent` of a hundred.
    pub fn yes(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A number from `low` to `high` in steps of a tenth of the way.
    pub fn number(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.below(11) as f64 / 10.0
    }

    /// Some of the ids, seldom all; empty means all.
    fn some<Id: From<&'static str>>(&mut self, ids: &[&'static str], percent: usize) -> Vec<Id> {
        let chosen: Vec<Id> = ids.iter().filter(|_| self.yes(percent)).map(|&id| id.into()).collect();
        if chosen.len() == ids.len() { Vec::new() } else { chosen }
    }
}

pub fn known(value: f64) -> Figure {
    Figure::exact(value, EvidenceClass::Register, "s")
}

const PLACES: [&str; 3] = ["p1", "p2", "p3"];
const SETTINGS: [&str; 2] = ["home", "ward"];
const GROUPS: [&str; 3] = ["helper", "assistant", "nurse"];
const COMPETENCES: [&str; 3] = ["basic", "clinical", "course"];
const TASKS: [&str; 3] = ["bath", "wound", "plan"];

/// A case of up to three places, two settings, three groups and three tasks.
pub fn random_case(seed: u64) -> Case {
    let mut dice = Dice::new(seed);
    let places = &PLACES[..1 + dice.below(3)];
    let settings = &SETTINGS[..1 + dice.below(2)];
    let text = String::new;
    let mut tables = Tables {
        name: format!("random-{seed}"),
        sources: vec![Source {
            id: "s".into(),
            title: text(),
            publisher: text(),
            year: text(),
            locator: text(),
            url: text(),
        }],
        parameters: Parameters { unmet_hour_dkk: Some(known(1000.0)), ..Parameters::default() },
        complexities: Complexity::ALL
            .iter()
            .map(|&complexity| ComplexityWeight {
                complexity,
                name_da: text(),
                name_en: text(),
                severity_factor: known(1.0 + complexity as u8 as f64 * 0.5),
            })
            .collect(),
        ..Tables::default()
    };
    let place = |id: &str, parent: Option<&str>, latitude: f64| Place {
        id: id.into(),
        name: id.into(),
        kind: PlaceKind::Municipality,
        parent: parent.map(Into::into),
        latitude: Some(latitude),
        longitude: Some(10.0),
        population: None,
        population_80_plus: None,
    };
    tables.places.push(place("land", None, 56.0));
    for (at, id) in places.iter().enumerate() {
        // A tenth of a degree of latitude is 11.1 km.
        tables.places.push(place(id, Some("land"), 56.0 + at as f64 * 0.1));
    }
    for id in settings {
        tables.settings.push(Setting { id: (*id).into(), name_da: text(), name_en: text(), sector: text() });
    }
    for (level, id) in GROUPS.iter().enumerate() {
        let level = level as u32 + 1;
        tables.staff_groups.push(StaffGroup {
            id: (*id).into(),
            name_da: text(),
            name_en: text(),
            level,
            authorised: level > 1,
        });
    }
    for id in COMPETENCES {
        tables.competences.push(Competence { id: id.into(), name_da: text(), name_en: text() });
    }
    for (g, group) in GROUPS.iter().enumerate() {
        for (c, competence) in COMPETENCES.iter().enumerate() {
            let mut holding = |through: Through, dice: &mut Dice| {
                tables.holdings.push(Holding {
                    group: (*group).into(),
                    competence: (*competence).into(),
                    through,
                    training_share: (through == Through::Learned).then(|| known(dice.number(0.0, 0.3))),
                    delegator: (through == Through::Delegated).then(|| "nurse".into()),
                    supervision_share: (through == Through::Delegated).then(|| known(dice.number(0.0, 0.2))),
                });
            };
            if g >= c {
                holding(Through::Held, &mut dice);
            } else if dice.yes(50) {
                holding(if dice.yes(50) { Through::Learned } else { Through::Delegated }, &mut dice);
            }
        }
    }
    for (t, id) in TASKS.iter().enumerate() {
        let competence = |complexity: usize| COMPETENCES[(t + complexity).min(2)].into();
        tables.tasks.push(Task {
            id: (*id).into(),
            name_da: text(),
            name_en: text(),
            level: [TaskLevel::OddJob, TaskLevel::Delimited, TaskLevel::Coordination][t],
            setting: None,
            fsiii: None,
            remote_possible: dice.yes(50),
            competence_low: competence(0),
            competence_medium: competence(0),
            competence_high: competence(1),
            severity: known(dice.number(1.0, 3.0)),
        });
    }
    for place in places {
        for setting in settings {
            for task in TASKS {
                for &complexity in Complexity::ALL {
                    if dice.yes(60) {
                        tables.needs.push(Need {
                            place: (*place).into(),
                            setting: (*setting).into(),
                            task: task.into(),
                            complexity,
                            hours_per_week: known(dice.number(0.0, 50.0)),
                        });
                    }
                }
            }
            for group in GROUPS {
                if dice.yes(80) {
                    tables.capacity.push(Capacity {
                        place: (*place).into(),
                        setting: (*setting).into(),
                        group: group.into(),
                        fte: known(dice.number(0.0, 3.0)),
                        net_care_share: known(dice.number(0.4, 0.8)),
                    });
                    for &kind in ExtraKind::ALL {
                        if dice.yes(30) {
                            tables.extra_hours.push(ExtraHours {
                                place: (*place).into(),
                                setting: (*setting).into(),
                                group: group.into(),
                                kind,
                                fte_max: known(dice.number(0.0, 0.5)),
                            });
                        }
                    }
                }
            }
        }
    }
    if tables.needs.is_empty() {
        tables.needs.push(Need {
            place: places[0].into(),
            setting: settings[0].into(),
            task: "bath".into(),
            complexity: Complexity::Low,
            hours_per_week: known(10.0),
        });
    }
    for group in GROUPS {
        for &kind in ExtraKind::ALL {
            let dkk_per_hour = known(dice.number(200.0, 900.0));
            tables.prices.push(Price { group: group.into(), kind, dkk_per_hour });
        }
    }
    for &reach in Reach::ALL {
        if dice.yes(60) {
            tables.pools.push(Pool {
                id: reach.as_str().into(),
                name_da: text(),
                name_en: text(),
                group: GROUPS[dice.below(3)].into(),
                reach,
                place: "land".into(),
                settings: dice.some(settings, 60),
                distance_km_max: (reach == Reach::Distance).then_some(15.0),
                share_max: known(dice.number(0.1, 0.5)),
                loss_share: known(dice.number(0.0, 0.2)),
            });
        }
    }
    for setting in settings {
        for &complexity in Complexity::ALL {
            if dice.yes(40) {
                tables.continuity.push(Continuity {
                    setting: (*setting).into(),
                    complexity,
                    groups: vec!["assistant".into(), "nurse".into()],
                    share_min: known(dice.number(0.0, 0.5)),
                });
            }
            for task in TASKS {
                if dice.yes(40) {
                    let complexity = dice.yes(50).then_some(complexity);
                    let share = known(dice.number(0.0, 0.5));
                    let group = GroupId::from(GROUPS[dice.below(3)]);
                    let row = Baseline { setting: (*setting).into(), task: task.into(), complexity, group, share };
                    let same = |it: &Baseline| {
                        it.setting == row.setting
                            && it.task == row.task
                            && it.complexity == row.complexity
                            && it.group == row.group
                    };
                    if !tables.baseline.iter().any(same) {
                        tables.baseline.push(row);
                    }
                }
            }
        }
    }
    if dice.yes(60) {
        tables.technologies.push(Technology {
            id: "screen".into(),
            name_da: text(),
            name_en: text(),
            sector: text(),
            maturity: Some(known(4.0)),
            claimed_fte: None,
            tasks: vec!["bath".into(), "wound".into()],
            settings: Vec::new(),
            complexities: vec![Complexity::Low, Complexity::Medium],
            effect: Some(Effect {
                eligible_share: known(dice.number(0.0, 1.0)),
                adoption: known(dice.number(0.0, 1.0)),
                freed_share: known(dice.number(0.0, 1.0)),
                own_hours_share: known(dice.number(0.0, 0.3)),
                own_hours_group: GROUPS[dice.below(3)].into(),
            }),
        });
    }
    let (technologies, pools) = (tables.technologies.clone(), tables.pools.clone());
    for (at, kind) in KINDS.iter().enumerate() {
        let usable = match kind.counted {
            Counted::StaffCare => true,
            Counted::TechnologyHours => !technologies.is_empty(),
            Counted::LentOut => !pools.is_empty(),
        };
        if !usable || dice.yes(30) {
            continue;
        }
        let limit = match kind.share_of {
            ShareOf::Hours => dice.number(0.0, 40.0),
            _ => dice.number(0.0, 0.6),
        };
        let levels: Vec<TaskLevel> = if dice.yes(30) { vec![TaskLevel::Delimited] } else { Vec::new() };
        tables.bindings.push(Binding {
            id: format!("b{at}").into(),
            name_da: text(),
            name_en: text(),
            theme: Theme::ALL[at % Theme::ALL.len()],
            justified: Justified::ALL[at % Justified::ALL.len()],
            kind,
            scope: Scope {
                places: dice.some(places, 30),
                settings: dice.some(settings, 40),
                tasks: dice.some(&TASKS, 40),
                task_levels: levels,
                complexities: if dice.yes(30) { vec![Complexity::High, Complexity::Low] } else { Vec::new() },
                competences: dice.some(&COMPETENCES, 30),
                groups: dice.some(&GROUPS, 40),
                through: if dice.yes(20) { vec![Through::Held] } else { Vec::new() },
                technologies: Vec::new(),
                pools: Vec::new(),
            },
            limit: kind.has_limit.then(|| known(limit)),
            in_force: dice.yes(85),
            source: "s".into(),
        });
    }
    Case::new(tables).unwrap_or_else(|problems| panic!("seed {seed}: {problems:?}"))
}

//! Cases small enough to reckon by hand.
//!
//! The world of [`Tiny`]: municipalities `a` and `b` in `dk`, 0.1° of latitude (11.1 km) apart; settings
//! `home` and `ward`; groups `nurse` (level 3), `ssa` (2) and `helper` (1). The task `wash` takes the
//! competence `basic`, which all hold, and weighs 1; `wound` takes `clinical`, which nurses hold,
//! weighs 2 and can be done by screen. An unmet hour weighs ×1, ×2, ×3 at low, medium, high complexity.
//! One FTE is one hour a week, all of it care, so that hours at hand are what the test says.

#![allow(dead_code, reason = "each test binary uses its part")]

use leon_model::*;

/// Tables in the making.
pub struct Tiny(pub Tables);

pub fn known(value: f64) -> Figure {
    Figure::exact(value, EvidenceClass::Register, "test")
}

pub fn need(place: &str, setting: &str, task: &str, complexity: Complexity) -> NeedKey {
    NeedKey { place: place.into(), setting: setting.into(), task: task.into(), complexity }
}

pub fn staff(place: &str, setting: &str, group: &str) -> StaffKey {
    StaffKey { place: place.into(), setting: setting.into(), group: group.into() }
}

fn holding(group: &str, competence: &str, through: Through) -> Holding {
    Holding {
        group: group.into(),
        competence: competence.into(),
        through,
        training_share: None,
        delegator: None,
        supervision_share: None,
    }
}

impl Tiny {
    pub fn new() -> Self {
        let text = |it: &str| it.to_owned();
        let place = |id: &str, kind, parent: Option<&str>, latitude| Place {
            id: id.into(),
            name: text(id),
            kind,
            parent: parent.map(PlaceId::from),
            latitude: Some(latitude),
            longitude: Some(10.0),
            population: None,
            population_80_plus: None,
        };
        let group = |id: &str, level| StaffGroup {
            id: id.into(),
            name_da: text(id),
            name_en: text(id),
            level,
            authorised: level > 1,
        };
        let task = |id: &str, competence: &str, remote_possible, severity| Task {
            id: id.into(),
            name_da: text(id),
            name_en: text(id),
            level: TaskLevel::Delimited,
            setting: None,
            fsiii: None,
            remote_possible,
            competence_low: competence.into(),
            competence_medium: competence.into(),
            competence_high: competence.into(),
            severity: known(severity),
        };
        let weight = |(&complexity, factor)| ComplexityWeight {
            complexity,
            name_da: complexity.to_string(),
            name_en: complexity.to_string(),
            severity_factor: known(factor),
        };
        let tables = Tables {
            name: text("tiny"),
            title: text("Tiny"),
            sources: vec![Source {
                id: "test".into(),
                title: text("Test"),
                publisher: text("Leon"),
                year: text("2026"),
                locator: text("here"),
                url: String::new(),
            }],
            parameters: Parameters {
                fte_hours_per_year: Some(known(52.0)),
                weeks_per_year: Some(known(52.0)),
                ..Parameters::default()
            },
            places: vec![
                place("dk", PlaceKind::Country, None, 56.0),
                place("a", PlaceKind::Municipality, Some("dk"), 56.0),
                place("b", PlaceKind::Municipality, Some("dk"), 56.1),
            ],
            settings: ["home", "ward"]
                .map(|id| Setting { id: id.into(), name_da: text(id), name_en: text(id), sector: text("municipal") })
                .into(),
            complexities: Complexity::ALL.iter().zip([1.0, 2.0, 3.0]).map(weight).collect(),
            staff_groups: vec![group("nurse", 3), group("ssa", 2), group("helper", 1)],
            competences: ["basic", "clinical"]
                .map(|id| Competence { id: id.into(), name_da: text(id), name_en: text(id) })
                .into(),
            tasks: vec![task("wash", "basic", false, 1.0), task("wound", "clinical", true, 2.0)],
            ..Tables::default()
        };
        let tiny = Self(tables);
        tiny.held("nurse", "basic").held("ssa", "basic").held("helper", "basic").held("nurse", "clinical")
    }

    pub fn held(mut self, group: &str, competence: &str) -> Self {
        self.0.holdings.push(holding(group, competence, Through::Held));
        self
    }

    pub fn learned(mut self, group: &str, competence: &str, training_share: f64) -> Self {
        let training_share = Some(known(training_share));
        self.0.holdings.push(Holding { training_share, ..holding(group, competence, Through::Learned) });
        self
    }

    pub fn delegated(mut self, group: &str, competence: &str, delegator: &str, supervision_share: f64) -> Self {
        self.0.holdings.push(Holding {
            delegator: Some(delegator.into()),
            supervision_share: Some(known(supervision_share)),
            ..holding(group, competence, Through::Delegated)
        });
        self
    }

    pub fn need(mut self, need: NeedKey, hours: f64) -> Self {
        let NeedKey { place, setting, task, complexity } = need;
        self.0.needs.push(Need { place, setting, task, complexity, hours_per_week: known(hours) });
        self
    }

    /// Care hours at hand a week.
    pub fn hours(mut self, staff: StaffKey, hours: f64) -> Self {
        let StaffKey { place, setting, group } = staff;
        let capacity = Capacity { place, setting, group, fte: known(hours), net_care_share: known(1.0) };
        self.0.capacity.push(capacity);
        self
    }

    /// Care hours that can be bought a week; the price is for the group and kind wherever they are.
    pub fn extra(mut self, staff: StaffKey, kind: ExtraKind, most: f64, dkk: f64) -> Self {
        let StaffKey { place, setting, group } = staff;
        if !self.0.prices.iter().any(|it| it.group == group && it.kind == kind) {
            self.0.prices.push(Price { group: group.clone(), kind, dkk_per_hour: known(dkk) });
        }
        self.0.extra_hours.push(ExtraHours { place, setting, group, kind, fte_max: known(most) });
        self
    }

    /// A pool over all places and settings; by distance it reaches 20 km.
    pub fn pool(mut self, id: &str, group: &str, reach: Reach, share_max: f64, loss_share: f64) -> Self {
        self.0.pools.push(Pool {
            id: id.into(),
            name_da: id.to_owned(),
            name_en: id.to_owned(),
            group: group.into(),
            reach,
            place: "dk".into(),
            settings: vec![],
            distance_km_max: (reach == Reach::Distance).then_some(20.0),
            share_max: known(share_max),
            loss_share: known(loss_share),
        });
        self
    }

    pub fn continuity(mut self, setting: &str, complexity: Complexity, groups: &[&str], share_min: f64) -> Self {
        let groups = groups.iter().map(|&it| it.into()).collect();
        self.0.continuity.push(Continuity { setting: setting.into(), complexity, groups, share_min: known(share_min) });
        self
    }

    pub fn baseline(mut self, setting: &str, task: &str, group: &str, share: f64) -> Self {
        self.0.baseline.push(Baseline {
            setting: setting.into(),
            task: task.into(),
            complexity: None,
            group: group.into(),
            share: known(share),
        });
        self
    }

    /// A binding in force.
    pub fn binding(mut self, id: &str, word: &str, scope: Scope, limit: Option<f64>) -> Self {
        self.0.bindings.push(Binding {
            id: id.into(),
            name_da: id.to_owned(),
            name_en: id.to_owned(),
            theme: Theme::ProfessionBoundaries,
            justified: Justified::Disputed,
            kind: kind(word).unwrap_or_else(|| panic!("no kind {word}")),
            scope,
            limit: limit.map(known),
            in_force: true,
            source: "test".into(),
        });
        self
    }

    /// A technology that can take over `share` of the task's hours, at `own` hours of `group` for each.
    pub fn technology(mut self, id: &str, task: &str, share: f64, own: f64, group: &str) -> Self {
        self.0.technologies.push(Technology {
            id: id.into(),
            name_da: id.to_owned(),
            name_en: id.to_owned(),
            sector: "municipal".to_owned(),
            maturity: None,
            claimed_fte: None,
            tasks: vec![task.into()],
            settings: vec![],
            complexities: vec![],
            effect: Some(Effect {
                eligible_share: known(share),
                adoption: known(1.0),
                freed_share: known(1.0),
                own_hours_share: known(own),
                own_hours_group: group.into(),
            }),
        });
        self
    }

    pub fn case(self) -> Case {
        Case::new(self.0).unwrap_or_else(|problems| panic!("{problems:?}"))
    }
}

/// Writing a plan row by row.
pub trait Draft: Sized {
    fn done(self, need: &NeedKey, doer: Doer, hours: f64) -> Self;
    fn unmet(self, need: &NeedKey, hours: f64) -> Self;
    fn extra(self, staff: StaffKey, kind: ExtraKind, hours: f64) -> Self;
    fn lend(self, pool: &str, from: StaffKey, to: Option<StaffKey>, hours: f64) -> Self;
    fn lift(self, binding: &str) -> Self;
    fn worth(self, weighted_unmet: f64, bought_dkk: f64, level_hours: f64, moved_hours: f64) -> Self;

    /// Staff of the need's own place and setting, by education.
    fn staff(self, need: &NeedKey, group: &str, hours: f64) -> Self {
        self.done(need, Doer::Staff { group: group.into(), through: Through::Held }, hours)
    }

    fn staff_through(self, need: &NeedKey, group: &str, through: Through, hours: f64) -> Self {
        self.done(need, Doer::Staff { group: group.into(), through }, hours)
    }

    /// Staff of a remote pool, by education.
    fn remote(self, need: &NeedKey, group: &str, pool: &str, hours: f64) -> Self {
        self.done(need, Doer::Remote { group: group.into(), pool: pool.into(), through: Through::Held }, hours)
    }

    fn technology(self, need: &NeedKey, id: &str, hours: f64) -> Self {
        self.done(need, Doer::Technology(id.into()), hours)
    }
}

impl Draft for MatchPlan {
    fn done(mut self, need: &NeedKey, doer: Doer, hours: f64) -> Self {
        self.care.push(Care { need: need.clone(), doer, hours: Hours(hours) });
        self
    }

    fn unmet(mut self, need: &NeedKey, hours: f64) -> Self {
        self.unmet.push((need.clone(), Hours(hours)));
        self
    }

    fn extra(mut self, staff: StaffKey, kind: ExtraKind, hours: f64) -> Self {
        self.extra.push(Extra { staff, kind, hours: Hours(hours) });
        self
    }

    fn lend(mut self, pool: &str, from: StaffKey, to: Option<StaffKey>, hours: f64) -> Self {
        self.lending.push(Lending { pool: pool.into(), from, to, hours: Hours(hours) });
        self
    }

    fn lift(mut self, binding: &str) -> Self {
        self.lifted.insert(binding.into());
        self
    }

    fn worth(mut self, weighted_unmet: f64, bought_dkk: f64, level_hours: f64, moved_hours: f64) -> Self {
        self.objective = Objective { weighted_unmet, bought_dkk, level_hours, moved_hours };
        self
    }
}

/// A plan without rows, to draft on.
pub fn plan() -> MatchPlan {
    MatchPlan::default()
}

//! The checks that make tables a case: ids, ranges, shares, hierarchy, and what belongs together.

use super::*;

/// Every problem in the tables.
pub(super) fn problems(tables: &Tables) -> Vec<CaseProblem> {
    let mut checker = Checker { tables, ids: Ids::new(tables), problems: Vec::new() };
    checker.required_rows();
    checker.unique_ids();
    checker.unique_rows();
    checker.parameters();
    checker.places();
    checker.staff();
    checker.tasks_and_needs();
    checker.hours();
    checker.pools_and_continuity();
    checker.baseline();
    checker.bindings();
    checker.technologies();
    checker.projection();
    checker.problems
}

/// The ids that rows may refer to.
struct Ids<'a> {
    sources: BTreeSet<&'a str>,
    places: BTreeSet<&'a str>,
    settings: BTreeSet<&'a str>,
    groups: BTreeSet<&'a str>,
    competences: BTreeSet<&'a str>,
    tasks: BTreeSet<&'a str>,
    technologies: BTreeSet<&'a str>,
    pools: BTreeSet<&'a str>,
}

impl<'a> Ids<'a> {
    fn new(tables: &'a Tables) -> Self {
        Self {
            sources: tables.sources.iter().map(|it| it.id.as_str()).collect(),
            places: tables.places.iter().map(|it| it.id.as_str()).collect(),
            settings: tables.settings.iter().map(|it| it.id.as_str()).collect(),
            groups: tables.staff_groups.iter().map(|it| it.id.as_str()).collect(),
            competences: tables.competences.iter().map(|it| it.id.as_str()).collect(),
            tasks: tables.tasks.iter().map(|it| it.id.as_str()).collect(),
            technologies: tables.technologies.iter().map(|it| it.id.as_str()).collect(),
            pools: tables.pools.iter().map(|it| it.id.as_str()).collect(),
        }
    }

    fn of(&self, table: Table) -> &BTreeSet<&'a str> {
        match table {
            Table::Sources => &self.sources,
            Table::Places => &self.places,
            Table::Settings => &self.settings,
            Table::StaffGroups => &self.groups,
            Table::Competences => &self.competences,
            Table::Tasks => &self.tasks,
            Table::Technologies => &self.technologies,
            Table::Pools => &self.pools,
            _ => unreachable!("no row refers to {table:?} by id"),
        }
    }
}

/// Collects problems; `At` says where the row under the lens stands.
struct Checker<'a> {
    tables: &'a Tables,
    ids: Ids<'a>,
    problems: Vec<CaseProblem>,
}

#[derive(Clone, Copy)]
struct At(Table, usize);

impl Checker<'_> {
    fn add(&mut self, at: At, column: &'static str, fault: Fault) {
        self.problems.push(CaseProblem { table: at.0, row: at.1, column, fault });
    }

    fn known(&mut self, at: At, column: &'static str, kind: Table, id: &str) {
        if !self.ids.of(kind).contains(id) {
            self.add(at, column, Fault::UnknownId { kind, id: id.to_owned() });
        }
    }

    fn all_known<'b>(&mut self, at: At, column: &'static str, kind: Table, ids: impl Iterator<Item = &'b str>) {
        for id in ids {
            self.known(at, column, kind, id);
        }
    }

    /// A figure: finite, at least 0, within its range, with a source that exists.
    fn figure(&mut self, at: At, column: &'static str, figure: &Figure) {
        let Figure { value, low, high, .. } = *figure;
        if let Some(bad) = [value, low, high].into_iter().find(|it| !it.is_finite()) {
            return self.add(at, column, Fault::NotFinite { value: bad });
        }
        if let Some(bad) = [value, low].into_iter().find(|it| *it < 0.0) {
            self.add(at, column, Fault::Negative { value: bad });
        } else if value < low || value > high {
            self.add(at, column, Fault::OutsideRange { value, low, high });
        }
        self.known(at, column, Table::Sources, figure.source.as_str());
    }

    fn share(&mut self, at: At, column: &'static str, figure: &Figure) {
        self.figure(at, column, figure);
        if let Some(bad) = [figure.value, figure.high].into_iter().find(|it| it.is_finite() && *it > 1.0) {
            self.add(at, column, Fault::NotAShare { value: bad });
        }
    }

    fn required_rows(&mut self) {
        let t = self.tables;
        let counts = [
            (Table::Places, t.places.len()),
            (Table::Settings, t.settings.len()),
            (Table::StaffGroups, t.staff_groups.len()),
            (Table::Competences, t.competences.len()),
            (Table::Tasks, t.tasks.len()),
            (Table::Needs, t.needs.len()),
        ];
        for (table, _) in counts.into_iter().filter(|(_, count)| *count == 0) {
            self.add(At(table, 0), "", Fault::NoRows);
        }
        for &complexity in Complexity::ALL {
            if !t.complexities.iter().any(|it| it.complexity == complexity) {
                self.add(
                    At(Table::Complexities, 0),
                    "complexity",
                    Fault::ComplexityMissing { complexity: complexity.as_str() },
                );
            }
        }
    }

    fn unique_ids(&mut self) {
        let t = self.tables;
        self.unique(Table::Sources, "id", t.sources.iter().map(|it| it.id.as_str()));
        self.unique(Table::Places, "id", t.places.iter().map(|it| it.id.as_str()));
        self.unique(Table::Settings, "id", t.settings.iter().map(|it| it.id.as_str()));
        self.unique(Table::StaffGroups, "id", t.staff_groups.iter().map(|it| it.id.as_str()));
        self.unique(Table::Competences, "id", t.competences.iter().map(|it| it.id.as_str()));
        self.unique(Table::Tasks, "id", t.tasks.iter().map(|it| it.id.as_str()));
        self.unique(Table::Pools, "id", t.pools.iter().map(|it| it.id.as_str()));
        self.unique(Table::Bindings, "id", t.bindings.iter().map(|it| it.id.as_str()));
        self.unique(Table::Technologies, "id", t.technologies.iter().map(|it| it.id.as_str()));
    }

    fn unique<'b>(&mut self, table: Table, column: &'static str, ids: impl Iterator<Item = &'b str>) {
        let good = |id: &str| !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || "_-./".contains(c));
        let mut first = HashMap::new();
        for (row, id) in ids.enumerate() {
            if looks_like_cpr(id) {
                self.add(At(table, row), column, Fault::CprLike { value: id.to_owned() });
            } else if !good(id) {
                self.add(At(table, row), column, Fault::BadId { id: id.to_owned() });
            }
            if let Some(first_row) = first.get(id) {
                self.add(At(table, row), column, Fault::Duplicate { id: id.to_owned(), first_row: *first_row });
            } else {
                first.insert(id, row);
            }
        }
    }

    /// Rows whose key is several columns.
    fn unique_rows(&mut self) {
        let t = self.tables;
        self.unique_keys(Table::Complexities, "complexity", t.complexities.iter().map(|it| it.complexity.to_string()));
        self.unique_keys(
            Table::Holdings,
            "competence",
            t.holdings.iter().map(|it| format!("{} {} {}", it.group, it.competence, it.through)),
        );
        self.unique_keys(
            Table::Needs,
            "task",
            t.needs.iter().map(|it| format!("{} {} {} {}", it.place, it.setting, it.task, it.complexity)),
        );
        self.unique_keys(
            Table::Capacity,
            "staff_group",
            t.capacity.iter().map(|it| format!("{} {} {}", it.place, it.setting, it.group)),
        );
        self.unique_keys(
            Table::ExtraHours,
            "kind",
            t.extra_hours.iter().map(|it| format!("{} {} {} {}", it.place, it.setting, it.group, it.kind)),
        );
        self.unique_keys(Table::Prices, "kind", t.prices.iter().map(|it| format!("{} {}", it.group, it.kind)));
        self.unique_keys(
            Table::Continuity,
            "complexity",
            t.continuity.iter().map(|it| format!("{} {}", it.setting, it.complexity)),
        );
        let complexity = |it: &Baseline| it.complexity.map_or("", Complexity::as_str);
        self.unique_keys(
            Table::Baseline,
            "staff_group",
            t.baseline.iter().map(|it| format!("{} {} {} {}", it.setting, it.task, complexity(it), it.group)),
        );
        self.unique_keys(
            Table::Recruitment,
            "staff_group",
            t.recruitment.iter().map(|it| format!("{} {}", it.place, it.group)),
        );
        self.unique_keys(
            Table::Population,
            "age",
            t.population.iter().map(|it| format!("{} {} {}", it.place, it.year, it.age)),
        );
        self.unique_keys(
            Table::PopulationHistory,
            "age",
            t.population_history.iter().map(|it| format!("{} {} {}", it.place, it.year, it.age)),
        );
        let ages = |it: &CareUse| it.ages.iter().map(|age| age.as_str()).collect::<Vec<_>>().join("+");
        self.unique_keys(Table::CareUse, "ages", t.care_use.iter().map(|it| format!("{} {}", it.setting, ages(it))));
        let age = |it: &Workforce| it.age_from.map_or(String::new(), |age| age.to_string());
        self.unique_keys(
            Table::Workforce,
            "flow",
            t.workforce.iter().map(|it| format!("{} {} {}", it.group, it.flow, age(it))),
        );
    }

    fn unique_keys(&mut self, table: Table, column: &'static str, keys: impl Iterator<Item = String>) {
        let mut first = HashMap::new();
        for (row, key) in keys.enumerate() {
            if let Some(first_row) = first.get(&key) {
                self.add(At(table, row), column, Fault::Duplicate { id: key, first_row: *first_row });
            } else {
                first.insert(key, row);
            }
        }
    }

    fn parameters(&mut self) {
        let parameters = &self.tables.parameters;
        let all = [
            (&parameters.fte_hours_per_year, false),
            (&parameters.weeks_per_year, false),
            (&parameters.unmet_hour_dkk, false),
            (&parameters.healthy_ageing, true),
            (&parameters.staff_follow_need, true),
            (&parameters.starting_gap, false),
        ];
        let given = all.into_iter().filter_map(|(figure, is_share)| Some((figure.as_ref()?, is_share)));
        for (row, (figure, is_share)) in given.enumerate() {
            let at = At(Table::Parameters, row);
            if is_share { self.share(at, "value", figure) } else { self.figure(at, "value", figure) }
        }
    }

    fn places(&mut self) {
        let parent: HashMap<&str, &str> =
            self.tables.places.iter().filter_map(|it| Some((it.id.as_str(), it.parent.as_ref()?.as_str()))).collect();
        for (row, place) in self.tables.places.iter().enumerate() {
            let at = At(Table::Places, row);
            if let Some(id) = &place.parent {
                self.known(at, "parent", Table::Places, id.as_str());
            }
            if let Some(population) = &place.population {
                self.figure(at, "population", population);
            }
            if let Some(population) = &place.population_80_plus {
                self.figure(at, "population_80_plus", population);
            }
            for (column, degrees, most) in [("latitude", place.latitude, 90.0), ("longitude", place.longitude, 180.0)] {
                if let Some(value) = degrees.filter(|it| it.is_nan() || it.abs() > most) {
                    self.add(at, column, Fault::OutsideRange { value, low: -most, high: most });
                }
            }
        }
        self.circles(&parent);
    }

    /// Reports each circle of places once, at the first of its places in the table. Walks each place once.
    fn circles(&mut self, parent: &HashMap<&str, &str>) {
        let mut walked: BTreeSet<&str> = BTreeSet::new();
        for (row, place) in self.tables.places.iter().enumerate() {
            let mut path: Vec<&str> = Vec::new();
            let mut at = HashMap::new();
            let mut here = Some(place.id.as_str());
            while let Some(id) = here.filter(|id| !walked.contains(id)) {
                if let Some(&start) = at.get(id) {
                    let first = self.tables.places.iter().position(|it| path[start..].contains(&it.id.as_str()));
                    let chain = path[start..].iter().chain([&id]).map(|id| id.to_string()).collect();
                    self.add(At(Table::Places, first.unwrap_or(row)), "parent", Fault::CircularPlaces { chain });
                    break;
                }
                at.insert(id, path.len());
                path.push(id);
                here = parent.get(id).copied();
            }
            walked.extend(path);
        }
    }

    fn staff(&mut self) {
        for (row, it) in self.tables.holdings.iter().enumerate() {
            let at = At(Table::Holdings, row);
            self.known(at, "staff_group", Table::StaffGroups, it.group.as_str());
            self.known(at, "competence", Table::Competences, it.competence.as_str());
            if let Some(figure) = &it.training_share {
                self.figure(at, "training_share", figure);
            }
            if let Some(figure) = &it.supervision_share {
                self.figure(at, "supervision_share", figure);
            }
            if let Some(delegator) = &it.delegator {
                self.known(at, "delegator", Table::StaffGroups, delegator.as_str());
            }
            let through = it.through.as_str();
            match it.through {
                Through::Held => {}
                Through::Learned if it.training_share.is_none() => {
                    self.add(at, "training_share", Fault::HoldingIncomplete { through, what: "training_share" });
                }
                Through::Delegated if it.delegator.is_none() => {
                    self.add(at, "delegator", Fault::HoldingIncomplete { through, what: "delegator" });
                }
                Through::Delegated if it.supervision_share.is_none() => {
                    self.add(at, "supervision_share", Fault::HoldingIncomplete { through, what: "supervision_share" });
                }
                Through::Learned | Through::Delegated => {}
            }
        }
    }

    fn tasks_and_needs(&mut self) {
        for (row, it) in self.tables.complexities.iter().enumerate() {
            self.figure(At(Table::Complexities, row), "severity_factor", &it.severity_factor);
        }
        for (row, it) in self.tables.tasks.iter().enumerate() {
            let at = At(Table::Tasks, row);
            if let Some(setting) = &it.setting {
                self.known(at, "setting", Table::Settings, setting.as_str());
            }
            self.known(at, "competence_low", Table::Competences, it.competence_low.as_str());
            self.known(at, "competence_medium", Table::Competences, it.competence_medium.as_str());
            self.known(at, "competence_high", Table::Competences, it.competence_high.as_str());
            self.figure(at, "severity", &it.severity);
        }
        let tasks: HashMap<&str, &Task> = self.tables.tasks.iter().map(|it| (it.id.as_str(), it)).collect();
        let held: BTreeSet<&str> = self.tables.holdings.iter().map(|it| it.competence.as_str()).collect();
        let mut nobody = BTreeSet::new();
        for (row, it) in self.tables.needs.iter().enumerate() {
            let at = At(Table::Needs, row);
            self.known(at, "place", Table::Places, it.place.as_str());
            self.known(at, "setting", Table::Settings, it.setting.as_str());
            self.known(at, "task", Table::Tasks, it.task.as_str());
            self.figure(at, "hours_per_week", &it.hours_per_week);
            let Some(task) = tasks.get(it.task.as_str()) else { continue };
            if let Some(setting) = task.setting.as_ref().filter(|setting| **setting != it.setting) {
                let fault = Fault::TaskInOtherSetting { task: it.task.to_string(), setting: setting.to_string() };
                self.add(at, "setting", fault);
            }
            let competence = task.competence(it.complexity).as_str();
            if !held.contains(competence) && self.ids.competences.contains(competence) && nobody.insert(competence) {
                self.add(at, "task", Fault::NobodyHolds { competence: competence.to_owned() });
            }
        }
    }

    fn staff_key(&mut self, at: At, place: &PlaceId, setting: &SettingId, group: &GroupId) {
        self.known(at, "place", Table::Places, place.as_str());
        self.known(at, "setting", Table::Settings, setting.as_str());
        self.known(at, "staff_group", Table::StaffGroups, group.as_str());
    }

    fn hours(&mut self) {
        let mut with_row = BTreeSet::new();
        for (row, it) in self.tables.capacity.iter().enumerate() {
            let at = At(Table::Capacity, row);
            self.staff_key(at, &it.place, &it.setting, &it.group);
            self.figure(at, "fte", &it.fte);
            self.share(at, "net_care_share", &it.net_care_share);
            with_row.insert(it.key());
        }
        let priced: BTreeSet<(&GroupId, ExtraKind)> =
            self.tables.prices.iter().map(|it| (&it.group, it.kind)).collect();
        for (row, it) in self.tables.extra_hours.iter().enumerate() {
            let at = At(Table::ExtraHours, row);
            self.staff_key(at, &it.place, &it.setting, &it.group);
            self.figure(at, "fte_max", &it.fte_max);
            if !with_row.contains(&it.key()) {
                self.add(at, "staff_group", Fault::NoCapacityRow);
            }
            if !priced.contains(&(&it.group, it.kind)) {
                self.add(at, "kind", Fault::NoPrice { group: it.group.to_string(), kind: it.kind.to_string() });
            }
        }
        for (row, it) in self.tables.prices.iter().enumerate() {
            let at = At(Table::Prices, row);
            self.known(at, "staff_group", Table::StaffGroups, it.group.as_str());
            self.figure(at, "dkk_per_hour", &it.dkk_per_hour);
        }
        for (row, it) in self.tables.recruitment.iter().enumerate() {
            let at = At(Table::Recruitment, row);
            self.known(at, "place", Table::Places, it.place.as_str());
            self.known(at, "staff_group", Table::StaffGroups, it.group.as_str());
            self.figure(at, "failed", &it.failed);
            if let Some(share) = &it.failed_share {
                self.share(at, "failed_share", share);
            }
        }
    }

    fn pools_and_continuity(&mut self) {
        for (row, it) in self.tables.pools.iter().enumerate() {
            let at = At(Table::Pools, row);
            self.known(at, "staff_group", Table::StaffGroups, it.group.as_str());
            self.known(at, "place", Table::Places, it.place.as_str());
            self.all_known(at, "settings", Table::Settings, it.settings.iter().map(SettingId::as_str));
            self.share(at, "share_max", &it.share_max);
            self.share(at, "loss_share", &it.loss_share);
            if it.reach != Reach::Distance {
                continue;
            }
            match it.distance_km_max {
                None => self.add(at, "distance_km_max", Fault::DistanceMissing),
                Some(value) if !value.is_finite() => self.add(at, "distance_km_max", Fault::NotFinite { value }),
                Some(value) if value < 0.0 => self.add(at, "distance_km_max", Fault::Negative { value }),
                Some(_) => self.points_within(at, it),
            }
        }
        for (row, it) in self.tables.continuity.iter().enumerate() {
            let at = At(Table::Continuity, row);
            self.known(at, "setting", Table::Settings, it.setting.as_str());
            self.all_known(at, "staff_groups", Table::StaffGroups, it.groups.iter().map(GroupId::as_str));
            self.share(at, "share_min", &it.share_min);
        }
    }

    /// Every place that lends in a pool by distance has a point.
    fn points_within(&mut self, at: At, pool: &Pool) {
        let pointless: BTreeSet<&str> = self
            .tables
            .places
            .iter()
            .filter(|it| it.latitude.is_none() || it.longitude.is_none())
            .map(|it| it.id.as_str())
            .collect();
        let lends = |it: &&Capacity| {
            it.group == pool.group && (pool.settings.is_empty() || pool.settings.contains(&it.setting))
        };
        let missing: BTreeSet<&str> = self
            .tables
            .capacity
            .iter()
            .filter(lends)
            .map(|it| it.place.as_str())
            .filter(|it| pointless.contains(it))
            .collect();
        let parents: HashMap<&str, Option<&str>> =
            self.tables.places.iter().map(|it| (it.id.as_str(), it.parent.as_ref().map(PlaceId::as_str))).collect();
        let within = |start: &str| {
            let up = |id: &&str| parents.get(*id).copied().flatten();
            std::iter::successors(Some(start), |id| up(id))
                .take(self.tables.places.len() + 1)
                .any(|id| id == pool.place.as_str())
        };
        let missing: Vec<String> = missing.into_iter().filter(|id| within(id)).map(str::to_owned).collect();
        for place in missing {
            self.add(at, "place", Fault::PointMissing { place });
        }
    }

    fn baseline(&mut self) {
        let mut sums: BTreeMap<(&SettingId, &TaskId, Option<Complexity>), (usize, f64)> = BTreeMap::new();
        for (row, it) in self.tables.baseline.iter().enumerate() {
            let at = At(Table::Baseline, row);
            self.known(at, "setting", Table::Settings, it.setting.as_str());
            self.known(at, "task", Table::Tasks, it.task.as_str());
            self.known(at, "staff_group", Table::StaffGroups, it.group.as_str());
            self.share(at, "share", &it.share);
            let cell = sums.entry((&it.setting, &it.task, it.complexity)).or_insert((row, 0.0));
            cell.1 += it.share.value;
        }
        for (row, sum) in sums.into_values().filter(|(_, sum)| *sum > 1.0 + 1e-6) {
            self.add(At(Table::Baseline, row), "share", Fault::BaselineAboveOne { sum });
        }
    }

    fn bindings(&mut self) {
        for (row, it) in self.tables.bindings.iter().enumerate() {
            let at = At(Table::Bindings, row);
            let scope = &it.scope;
            self.all_known(at, "places", Table::Places, scope.places.iter().map(PlaceId::as_str));
            self.all_known(at, "settings", Table::Settings, scope.settings.iter().map(SettingId::as_str));
            self.all_known(at, "tasks", Table::Tasks, scope.tasks.iter().map(TaskId::as_str));
            self.all_known(at, "competences", Table::Competences, scope.competences.iter().map(CompetenceId::as_str));
            self.all_known(at, "staff_groups", Table::StaffGroups, scope.groups.iter().map(GroupId::as_str));
            self.all_known(
                at,
                "technologies",
                Table::Technologies,
                scope.technologies.iter().map(TechnologyId::as_str),
            );
            self.all_known(at, "pools", Table::Pools, scope.pools.iter().map(PoolId::as_str));
            self.known(at, "source", Table::Sources, it.source.as_str());
            match &it.limit {
                None if it.kind.has_limit => self.add(at, "limit", Fault::LimitMissing { kind: it.kind.word }),
                Some(_) if !it.kind.has_limit => self.add(at, "limit", Fault::LimitUnused { kind: it.kind.word }),
                Some(limit) if it.kind.share_of != ShareOf::Hours => self.share(at, "limit", limit),
                Some(limit) => self.figure(at, "limit", limit),
                None => {}
            }
        }
    }

    fn technologies(&mut self) {
        for (row, it) in self.tables.technologies.iter().enumerate() {
            let at = At(Table::Technologies, row);
            self.all_known(at, "tasks", Table::Tasks, it.tasks.iter().map(TaskId::as_str));
            self.all_known(at, "settings", Table::Settings, it.settings.iter().map(SettingId::as_str));
            if let Some(maturity) = &it.maturity {
                self.figure(at, "maturity", maturity);
                if maturity.value > 5.0 {
                    self.add(at, "maturity", Fault::OutsideRange { value: maturity.value, low: 0.0, high: 5.0 });
                }
            }
            if let Some(claim) = &it.claimed_fte {
                self.figure(at, "claimed_fte", claim);
            }
            if let Some(effect) = &it.effect {
                self.share(at, "eligible_share", &effect.eligible_share);
                self.share(at, "adoption", &effect.adoption);
                self.share(at, "freed_share", &effect.freed_share);
                self.figure(at, "own_hours_share", &effect.own_hours_share);
                self.known(at, "own_hours_group", Table::StaffGroups, effect.own_hours_group.as_str());
            }
        }
    }

    fn projection(&mut self) {
        for (row, it) in self.tables.population.iter().enumerate() {
            let at = At(Table::Population, row);
            self.known(at, "place", Table::Places, it.place.as_str());
            self.figure(at, "persons", &it.persons);
        }
        for (row, it) in self.tables.population_history.iter().enumerate() {
            let at = At(Table::PopulationHistory, row);
            self.known(at, "place", Table::Places, it.place.as_str());
            self.figure(at, "persons", &it.persons);
        }
        let mut sums: BTreeMap<&SettingId, (usize, f64)> = BTreeMap::new();
        for (row, it) in self.tables.care_use.iter().enumerate() {
            let at = At(Table::CareUse, row);
            self.known(at, "setting", Table::Settings, it.setting.as_str());
            self.share(at, "share", &it.share);
            sums.entry(&it.setting).or_insert((row, 0.0)).1 += it.share.value;
        }
        for (row, sum) in sums.into_values().filter(|(_, sum)| (sum - 1.0).abs() > 1e-6) {
            self.add(At(Table::CareUse, row), "share", Fault::UseNotOne { sum });
        }
        for (row, it) in self.tables.workforce.iter().enumerate() {
            let at = At(Table::Workforce, row);
            let flow = it.flow.as_str();
            self.known(at, "staff_group", Table::StaffGroups, it.group.as_str());
            if it.flow.is_share() {
                self.share(at, "value", &it.value)
            } else {
                self.figure(at, "value", &it.value)
            }
            match it.age_from {
                None if it.flow.is_by_age() => self.add(at, "age_from", Fault::AgeMissing { flow }),
                Some(_) if !it.flow.is_by_age() => self.add(at, "age_from", Fault::AgeUnused { flow }),
                _ => {}
            }
        }
    }
}

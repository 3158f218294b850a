//! Who sits at the screens: staff whom a measure brings along or the teams' own, as many as its visits fill.

use leon_model::*;
use std::collections::BTreeSet;

/// Screen shifts in the making: the hours of the day's own shifts, and the minutes that they get.
pub(crate) struct ScreenStaff {
    /// `None`: the measure has no visits by screen, or the day knows no such group.
    group: Option<GroupId>,
    competences: BTreeSet<CompetenceId>,
    filled: f64,
    staff: ScreenStaffing,
    name: String,
    /// When shifts begin and end, the longest first, and the screen minutes in each.
    spans: Vec<((Moment, Moment), f64)>,
}

impl ScreenStaff {
    pub(crate) fn new(measure: &Measure, day: &DayTables) -> Self {
        let screen = measure.changes.iter().find_map(|it| match it {
            MeasureChange::Screen { group, filled, staff, .. } => Some((group.clone(), filled.value, *staff)),
            _ => None,
        });
        let (filled, staff) = screen.as_ref().map_or((1.0, ScreenStaffing::Unit), |it| (it.1, it.2));
        let group = screen.map(|it| it.0).filter(|group| day.groups.iter().any(|it| it.id == *group));
        let of_group = || day.carers.iter().filter(|it| Some(&it.group) == group.as_ref());
        let competences = of_group().flat_map(|it| it.competences.iter().cloned()).collect();
        let may_sit = |it: &&Carer| staff == ScreenStaffing::Unit || Some(&it.group) == group.as_ref();
        let shifts = day.carers.iter().filter(may_sit).flat_map(|it| &it.shifts);
        let spans: BTreeSet<(Moment, Moment)> = shifts.map(|it| (it.start, it.end)).collect();
        let mut spans: Vec<_> = spans.into_iter().map(|span| (span, 0.0)).collect();
        spans.sort_by_key(|((start, end), _)| (std::cmp::Reverse(*end - *start), *start));
        Self { group, competences, filled, staff, name: measure.id.to_string(), spans }
    }

    /// Makes a visit one by screen, if the staff may do it and are there when it may begin.
    pub(crate) fn take(&mut self, visit: &mut Visit, factor: f64) {
        let Some(group) = &self.group else { return };
        let [slot] = &mut visit.slots[..] else { return };
        let may = (slot.groups.is_empty() || slot.groups.contains(group))
            && slot.competences.iter().all(|it| self.competences.contains(it));
        if !may || visit.mode != Mode::Physical || visit.pin != Pin::default() {
            return;
        }
        let minutes = ((slot.duration.0 as f64 * factor).round() as i64).max(1);
        let length = Seconds(60 * minutes);
        let windows = &visit.windows;
        let holds =
            |(start, end): (Moment, Moment)| windows.iter().any(|it| start <= it.open && it.close + length <= end);
        let meets =
            |(start, end): (Moment, Moment)| windows.iter().any(|it| start.max(it.open) <= it.close.min(end - length));
        let at = self.spans.iter().position(|it| holds(it.0)).or_else(|| self.spans.iter().position(|it| meets(it.0)));
        let Some(at) = at else { return };
        self.spans[at].1 += minutes as f64;
        slot.duration_by_screen = Some(Minutes(minutes));
        // A team decides on the day who has time to come.
        visit.mode = if self.staff == ScreenStaffing::Unit { Mode::Screen } else { Mode::Either };
    }

    /// Puts staff to the screens: as many on each shift as its minutes fill. Gives the minutes that a unit of its own
    /// is open beside its calls, by the group that sits there.
    ///
    /// A unit is open whether anybody calls or not, and is paid for it: its calls ÷ `filled`. What whole shifts have
    /// beyond that is there because a day of few visits fills no shift; a unit of a whole municipality would use it.
    pub(crate) fn add_to(self, day: &mut DayTables) -> Option<(GroupId, f64)> {
        let group = self.group?;
        let calls: f64 = self.spans.iter().map(|it| it.1).sum();
        for (index, ((start, end), minutes)) in self.spans.into_iter().enumerate() {
            let carers = (minutes / ((end - start).minutes() * self.filled)).ceil() as usize;
            if self.staff == ScreenStaffing::Team {
                let of_group = day.carers.iter_mut().filter(|it| it.group == group && !it.trainee);
                let shifts = of_group.flat_map(|it| &mut it.shifts);
                let on_the_way =
                    |it: &&mut Shift| (it.start, it.end) == (start, end) && matches!(it.work, Work::Visiting(_));
                for shift in shifts.filter(on_the_way).take(carers) {
                    shift.work = Work::Screen;
                    shift.pauses.iter_mut().for_each(|it| it.location = None);
                }
                continue;
            }
            for number in 0..carers {
                let shift = Shift {
                    start,
                    end,
                    overtime_max: Minutes(0),
                    work: Work::Screen,
                    visits_max: None,
                    pauses: Vec::new(),
                };
                day.carers.push(Carer {
                    id: format!("{}-{}.{}", self.name, index + 1, number + 1).into(),
                    group: group.clone(),
                    competences: self.competences.iter().cloned().collect(),
                    trainee: false,
                    burden_before: Minutes(0),
                    shifts: vec![shift],
                });
            }
        }
        let beside = calls / self.filled - calls;
        (self.staff == ScreenStaffing::Unit && beside > 0.0).then_some((group, beside))
    }
}

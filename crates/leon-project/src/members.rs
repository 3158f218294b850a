//! The places that a place of a projection stands for: itself, or those of its region that are put together in it.

use leon_model::{Case, Curve, Figure, PlaceId, Uptake};
use std::collections::BTreeMap;

/// Of each place of a case, by its number, the places of the whole case where care is needed that it stands for.
#[derive(Clone, Debug)]
pub(crate) struct Members(Vec<Vec<Member>>);

#[derive(Clone, Debug)]
struct Member {
    /// The place and what it lies within, nearest first.
    lineage: Vec<PlaceId>,
    /// Hours needed today in the scope of each technology.
    hours: Vec<f64>,
}

impl Members {
    /// `case` is `whole`, or `whole` with places put together.
    pub(crate) fn new(whole: &Case, case: &Case) -> Self {
        let numbers: BTreeMap<&PlaceId, usize> = case.places.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
        let mut of_place: BTreeMap<&PlaceId, Vec<f64>> = BTreeMap::new();
        for need in &whole.needs {
            let hours = of_place.entry(&need.place).or_insert_with(|| vec![0.0; whole.technologies.len()]);
            for (sum, it) in hours.iter_mut().zip(&whole.technologies) {
                if it.covers(&need.setting, &need.task, need.complexity) {
                    *sum += need.hours_per_week.value;
                }
            }
        }
        let mut members = vec![Vec::new(); case.places.len()];
        for (place, hours) in of_place {
            let lineage: Vec<PlaceId> = whole.ancestors(place).cloned().collect();
            if let Some(&number) = lineage.iter().find_map(|it| numbers.get(it)) {
                members[number].push(Member { lineage, hours });
            }
        }
        Self(members)
    }

    /// What a place has of something that hangs on how far and how fast a technology spreads: the mean over the places
    /// that it stands for, by the hours in the technology's scope.
    pub(crate) fn mean(
        &self,
        place: usize,
        technology: usize,
        uptake: &Uptake,
        of: impl Fn(&Figure, Curve) -> f64,
    ) -> f64 {
        let members = &self.0[place];
        let all: f64 = members.iter().map(|it| it.hours[technology]).sum();
        let value = |it: &Member| {
            let (ceiling, curve) = uptake.within(&it.lineage);
            of(ceiling, curve)
        };
        // The only one counts whole, to the last bit.
        match &members[..] {
            [one] => value(one),
            _ if all > 0.0 => members.iter().map(|it| it.hours[technology] / all * value(it)).sum(),
            _ => of(&uptake.ceiling, uptake.curve),
        }
    }
}

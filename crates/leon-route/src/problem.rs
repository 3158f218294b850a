//! The routing problem as numbers: jobs, tours, places, ties, rates. Days and research files both become one.

/// No job, tour, place or other index.
pub const NONE: u32 = u32::MAX;

/// Travel that is not possible. Far beyond every closing time, and safe to add to.
pub const NO_WAY: i32 = i32::MAX / 4;

/// When a job may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    pub open: i32,
    /// Late from here on.
    pub soft: i32,
    /// Not after.
    pub close: i32,
    /// Cost of each tick after `soft`.
    pub late: i64,
}

/// One carer's part in a visit, or a pause of a shift.
#[derive(Clone, Debug)]
pub struct Job {
    /// The visit that it is part of.
    pub visit: u32,
    /// [`NONE`]: wherever the carer happens to be.
    pub place: u32,
    /// In order of time, without overlap; at least one.
    pub openings: Vec<Opening>,
    /// What it takes up of a tour's capacity.
    pub load: i32,
    /// The citizen visited, for continuity; [`NONE`] for pauses.
    pub citizen: u32,
}

/// Jobs that are done together or not at all.
#[derive(Clone, Debug)]
pub struct VisitJobs {
    /// Jobs that the visit needs: all or none.
    pub needed: Vec<u32>,
    /// Jobs that may come along.
    pub extra: Vec<u32>,
    /// Cost of leaving the visit out.
    pub left_out: i64,
    /// Cost of each extra job missing from a visit that is done, in the order of `extra`.
    pub extra_missing: Vec<i64>,
}

/// A tour: one shift of one carer.
#[derive(Clone, Debug)]
pub struct Tour {
    pub carer: u32,
    pub start: i32,
    /// From here on overtime.
    pub end: i32,
    /// Not after.
    pub close: i32,
    pub from: u32,
    pub to: u32,
    /// Ways of getting about, the best first: an index into [`Problem::travel`], or [`NONE`] for a tour that does
    /// not travel. The first may need a car of `pool`.
    pub transports: Vec<u32>,
    /// Which of them it has at first.
    pub transport: u32,
    /// The car pool that the first transport needs.
    pub pool: u32,
    /// Whether the tour can be used without a car of the pool.
    pub without_car: bool,
    pub capacity: i32,
    pub travel_max: i32,
    /// Cost of a tick of overtime.
    pub overtime: i64,
    /// Tours with the same number are alike when empty.
    pub kind: u32,
    /// Tours with the same number may do the same jobs, in the same time.
    pub class: u32,
    /// Pauses: jobs that only this tour does.
    pub pauses: Vec<u32>,
}

/// A tie between two jobs: `second` begins at least `gap` after `first` begins (negative: at most so much before).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    pub first: u32,
    pub second: u32,
    pub gap: i32,
}

/// Travel times of one transport, row from, column to.
#[derive(Clone, Debug, Default)]
pub struct Travel {
    places: usize,
    ticks: Vec<i32>,
    /// The same, row to, column from: prices of one job's places read one row of each.
    into: Vec<i32>,
    /// The part of the time into each place that no band stretches.
    access: Vec<i32>,
    /// From tick on, the driving part takes so many thousandths of its time. Empty: always the same.
    bands: Vec<(i32, f64)>,
}

impl Travel {
    /// Travel times from a table, row from, column to; `access` is the part of the time into each place that no band
    /// stretches.
    pub fn new(places: usize, ticks: Vec<i32>, access: Vec<i32>, bands: Vec<(i32, f64)>) -> Self {
        assert!(ticks.len() == places * places && access.len() == places, "a square table");
        let into = (0..places * places).map(|k| ticks[k % places * places + k / places]).collect();
        Self { places, ticks, into, access, bands }
    }

    /// Whether travel depends on when one sets out.
    #[inline]
    pub fn is_banded(&self) -> bool {
        !self.bands.is_empty()
    }

    /// The same as [`Travel::ticks`], quicker for many `a` and one `b`.
    #[inline]
    pub fn into(&self, b: u32, a: u32, at: i32) -> i32 {
        if a == NONE || b == NONE {
            return 0;
        }
        if self.is_banded() {
            return self.ticks(a, b, at);
        }
        self.into[b as usize * self.places + a as usize]
    }

    /// Travel from `a` to `b`, setting out at `at`.
    #[inline]
    pub fn ticks(&self, a: u32, b: u32, at: i32) -> i32 {
        if a == NONE || b == NONE {
            return 0;
        }
        let straight = self.ticks[a as usize * self.places + b as usize];
        if self.bands.is_empty() || a == b || straight >= NO_WAY {
            return straight;
        }
        let access = self.access[b as usize];
        access + self.banded(straight - access, at)
    }

    /// Time for a way of `straight` ticks at factor 1, set out on at `at`: each band is driven at its own pace.
    fn banded(&self, straight: i32, at: i32) -> i32 {
        let mut band = self.bands.iter().take_while(|&&(from, _)| from <= at).count();
        let (mut left, mut now) = (f64::from(straight), f64::from(at));
        loop {
            let factor = if band == 0 { 1.0 } else { self.bands[band - 1].1 };
            let until = self.bands.get(band).map_or(f64::INFINITY, |&(from, _)| f64::from(from));
            if now + left * factor <= until {
                return cut_up(now + left * factor - f64::from(at) - 1e-6);
            }
            left -= (until - now) / factor;
            now = until;
            band += 1;
        }
    }

    /// The least that a way can take, as a share of what it takes at some other time.
    pub fn least_share(&self) -> f64 {
        let factors = || self.bands.iter().map(|band| band.1);
        factors().fold(1.0, f64::min) / factors().fold(1.0, f64::max)
    }
}

/// The next whole number at or above one that is not negative, or just below 0.
#[inline]
fn cut_up(ticks: f64) -> i32 {
    let whole = ticks as i32;
    whole + i32::from(f64::from(whole) < ticks)
}

/// Costs by carer and citizen, and shared by a carer's tours.
#[derive(Clone, Debug, Default)]
pub struct Rates {
    /// Cost of a tick of travel.
    pub travel: i64,
    /// Cost of a tick of waiting.
    pub waiting: i64,
    /// Cost of each tick of the greatest lateness of any job (research only).
    pub worst: i64,
    /// Cost of (tick of burden above the fair share)², in 2⁻³² (fixed point).
    pub fairness: i64,
}

/// A routing problem. Times are whole ticks (seconds for days), costs whole numbers.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    pub jobs: Vec<Job>,
    pub visits: Vec<VisitJobs>,
    pub tours: Vec<Tour>,
    pub travel: Vec<Travel>,
    /// By pool: its cars. Tours of a pool with two transports may hand a car over.
    pub cars: Vec<u32>,
    pub ties: Vec<Tie>,
    pub rates: Rates,
    /// Kinds of tours by what they may do and how long it takes them: see [`Tour::class`].
    pub classes: usize,
    /// By job × class: how long it takes, or −1: such a tour may not do it.
    pub duration: Vec<i32>,
    /// By job × tour: what it costs that this tour does it; empty: nothing.
    pub doing: Vec<i64>,
    /// By citizen × carer: cost of the first visit, 0 for a known face.
    pub new_face: Vec<i64>,
    pub carers: usize,
    pub citizens: usize,
    /// By carer: burden before, less the fair share of the carer's shifts, in ticks.
    pub burden: Vec<i32>,
    /// By job: the published tour's carer and start; a move by more than `change_tolerance` costs `change`.
    pub published: Vec<Option<(u32, i32)>>,
    pub change_tolerance: i32,
    pub change: i64,
}

impl Problem {
    /// How long `job` takes on `tour`, or −1.
    #[inline]
    pub fn duration(&self, job: u32, tour: u32) -> i32 {
        self.duration[job as usize * self.classes + self.tours[tour as usize].class as usize]
    }

    /// What it costs that `tour` does `job`, faces apart.
    #[inline]
    pub fn doing(&self, job: u32, tour: u32) -> i64 {
        if self.doing.is_empty() { 0 } else { self.doing[job as usize * self.tours.len() + tour as usize] }
    }
}

impl Problem {
    /// Numbers the places anew, near ones next to one another, so that what a search looks up together lies together
    /// in memory. Answers do not change; prices of insertions come several times as fast on large tables.
    pub fn arrange(&mut self) {
        let Some(first) = self.travel.first() else { return };
        let places = first.places;
        let mut order: Vec<u32> = Vec::with_capacity(places);
        let mut left: Vec<u32> = (0..places as u32).collect();
        let mut here = 0;
        while !left.is_empty() {
            order.push(left.swap_remove(here));
            let last = order[order.len() - 1];
            let nearest = left.iter().enumerate().min_by_key(|&(_, &place)| (first.ticks(last, place, 0), place));
            here = nearest.map_or(0, |(index, _)| index);
        }
        let mut number = vec![0; places];
        for (new, &old) in order.iter().enumerate() {
            number[old as usize] = new as u32;
        }
        for travel in &mut self.travel {
            let table = order.iter().flat_map(|&a| order.iter().map(move |&b| (a, b)));
            let ticks = table.map(|(a, b)| travel.ticks[a as usize * places + b as usize]).collect();
            let access = order.iter().map(|&place| travel.access[place as usize]).collect();
            *travel = Travel::new(places, ticks, access, std::mem::take(&mut travel.bands));
        }
        let renumber = |place: &mut u32| {
            if *place != NONE {
                *place = number[*place as usize];
            }
        };
        self.jobs.iter_mut().for_each(|job| renumber(&mut job.place));
        for tour in &mut self.tours {
            renumber(&mut tour.from);
            renumber(&mut tour.to);
        }
    }
}

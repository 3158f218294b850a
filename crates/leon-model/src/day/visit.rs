//! Visits: what a citizen is to get, when, from whom, on the spot or by screen.

use crate::{
    CarerId, CitizenId, CompetenceId, Complexity, GroupId, LocationId, Minutes, Moment, Seconds, TaskId, VisitId,
};

/// A citizen, as far as planning needs to know: an opaque id and who has come before.
#[derive(Clone, Debug, PartialEq)]
pub struct Citizen {
    pub id: CitizenId,
    /// Known faces matter more to people with dementia; the continuity goal counts their new faces
    /// [`FaceContinuity::dementia_weight`](super::FaceContinuity::dementia_weight) times.
    pub dementia: bool,
    /// Who has come in the last four weeks, and how often. A carer who is not here is a new face; one who is here need
    /// not be at work, nor among the day's carers.
    pub faces: Vec<(CarerId, u32)>,
}

/// When a visit may begin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Not before this instant; who comes early waits.
    pub open: Moment,
    /// Begin by this instant, or it is late. `None`: all of the window is as good.
    pub soft_close: Option<Moment>,
    /// Never after this instant.
    pub close: Moment,
    /// What a minute after `soft_close` weighs in the lateness goal; 1 unless the citizen's condition says more.
    pub late_weight: f64,
}

/// One carer's part in a visit. A visit with two slots is a double visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Competences that the carer must hold, all of them.
    pub competences: Vec<CompetenceId>,
    /// Staff groups that may come; empty: all. `leon match` says which groups a task and complexity allow.
    pub groups: Vec<GroupId>,
    /// Time at the citizen's, unless a line below says otherwise.
    pub duration: Minutes,
    /// Time when somebody of this group comes.
    pub duration_by_group: Vec<(GroupId, Minutes)>,
    /// Time when it is done by screen.
    pub duration_by_screen: Option<Minutes>,
    /// Whether the visit can go ahead without this slot (a trainee who comes along).
    pub needed: bool,
    /// Only a trainee fills this slot; other slots never take one.
    pub trainee: bool,
}

/// How a slot's start lies to the start of the visit's first slot: between `from` and `to` later.
/// Both 0: they begin together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    pub from: Seconds,
    pub to: Seconds,
}

/// How a visit is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// At the citizen's.
    Physical,
    /// By screen, by a screen carer.
    Screen,
    /// Either; who comes decides.
    Either,
}

/// Whether a visit can be left out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Necessity {
    /// Must be done. If hands are missing, low priorities are left out first: a visit of priority p counts p.
    Mandatory { priority: u8 },
    /// May be left out at the price of so many minutes of paid time.
    Optional { worth: Minutes },
}

/// What a planner holds fast in a visit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pin {
    /// By slot: who comes.
    pub carers: Vec<Option<CarerId>>,
    /// When the first slot begins.
    pub start: Option<Moment>,
}

/// A visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    pub id: VisitId,
    pub citizen: CitizenId,
    pub location: LocationId,
    /// What it is, in a few words for the carer's list.
    pub label: String,
    /// The case's task and complexity, where the visit comes from a case.
    pub task: Option<(TaskId, Complexity)>,
    /// When it may begin: one or several windows, in order of time, without overlap. Several days: a window on each.
    pub windows: Vec<Window>,
    /// At least one.
    pub slots: Vec<Slot>,
    /// One for each slot after the first.
    pub meetings: Vec<Meeting>,
    pub mode: Mode,
    pub necessity: Necessity,
    /// Carers whom the citizen wants.
    pub wanted: Vec<CarerId>,
    /// Carers whom the citizen would rather not see.
    pub unwanted: Vec<CarerId>,
    /// Carers who must not come.
    pub forbidden: Vec<CarerId>,
    pub pin: Pin,
}

/// Two visits in order: the second begins between `gap_min` and `gap_max` after the first begins. Orders never run in a
/// circle; visits that begin together are one order with gaps of 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub first: VisitId,
    pub second: VisitId,
    pub gap_min: Seconds,
    /// `None`: as late as its own window allows.
    pub gap_max: Option<Seconds>,
}

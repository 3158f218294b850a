//! A star of equal legs: the office in the middle, ten minutes to each home, twenty between any two homes.

use crate::tiny_day::{TinyDay, clock, slot};
use crate::{figure, taken_up_by_all};
use leon_generate::Terrain;
use leon_ledger::Account;
use leon_measure::{
    MeasureError, Pair, Piece, Quantity, SampledDay, StudyOptions, measure, measure_day, overlap, share_released,
};
use leon_model::*;

const VISITS: usize = 20;

/// A carer of 24 hours from the office and back.
fn carer(day: TinyDay, id: &str, group: &str) -> TinyDay {
    day.carer(id, group).with_shift(|it| (it.start, it.end) = (clock(0), clock(24 * 60)))
}

/// One carer; 20 visits of 30 minutes at any time, every tenth of them of the task `tenth`.
/// Without a measure: 20 × 30 = 600 minutes of care, and 10 + 19 × 20 + 10 = 400 of travel, in any order.
fn tables() -> TinyDay {
    let names: Vec<String> = std::iter::once("o".into()).chain((1..=VISITS).map(|i| format!("home-{i}"))).collect();
    let leg = |from: usize, to: usize| match (from, to) {
        _ if from == to => 0,
        (0, _) | (_, 0) => 10 * 60,
        _ => 20 * 60,
    };
    let row = |from: usize| (0..names.len()).map(|to| Some(Seconds(leg(from, to)))).collect();
    let mut day = TinyDay::new();
    let location = |it: &String| Location { id: it.as_str().into(), point: None, access: Seconds(0) };
    day.0.locations = names.iter().map(location).collect();
    for transport in &mut day.0.transports {
        transport.times = TravelTimes::Matrix((0..names.len()).map(row).collect());
    }
    let day = carer(day, "eva", "helper");
    (1..=VISITS).fold(day, |day, number| {
        let task = if number.is_multiple_of(10) { "tenth" } else { "other" };
        day.visit(&format!("V{number}"), &format!("home-{number}"), 30)
            .with_visit(|it| it.task = Some((task.into(), Complexity::Low)))
    })
}

fn given(day: TinyDay) -> SampledDay {
    SampledDay::given("star", Terrain::Town, day.day(), 1)
}

fn star() -> SampledDay {
    given(tables())
}

/// The star with its two tenths changed.
fn with_tenths(mut day: TinyDay, change: impl FnMut(&mut Visit)) -> TinyDay {
    day.0.visits.iter_mut().filter(|it| it.task.as_ref().is_some_and(|it| it.0.as_str() == "tenth")).for_each(change);
    day
}

/// Taken up by everybody whom it is about.
fn about_tenths(changes: Vec<MeasureChange>, costs: Vec<MeasureCost>) -> Measure {
    Measure::new(MeasureTable { tasks: vec!["tenth".into()], ..taken_up_by_all(changes, costs) }).unwrap()
}

fn options() -> StudyOptions {
    StudyOptions { iterations: 500, ..StudyOptions::default() }
}

/// Released, and of that care, travel and operation.
fn released(measure: &Measure, day: &SampledDay) -> [f64; 4] {
    in_pair(&measure_day(&[measure], day, &options()).unwrap())
}

fn in_pair(pair: &Pair) -> [f64; 4] {
    let accounts = [Account::Care, Account::Travel, Account::TechnologyOperation].map(Quantity::Account);
    let [care, travel, operation] = accounts.each_ref().map(|it| pair.of(it));
    [pair.of(&Quantity::Released), care, travel, operation]
}

#[test]
fn what_is_released_is_what_arithmetic_says() {
    let screen = MeasureChange::Screen {
        factor: figure(0.6),
        group: "helper".into(),
        filled: figure(0.5),
        staff: ScreenStaffing::Unit,
    };
    let support = MeasureCost::Support { hours_per_user_week: figure(0.7), group: "helper".into() };
    let set_up = MeasureCost::SetUp { hours_per_user: figure(7.0), weeks: figure(10.0), group: "helper".into() };
    let refill = MeasureCost::Visit { per_user_week: figure(7.0), minutes: figure(5.0), groups: vec!["helper".into()] };
    let table = [
        // Two visits of 30 minutes less, and for each the way of 20.
        (vec![MeasureChange::Disappears], vec![], [100.0, 60.0, 40.0, 0.0]),
        // 30 → 12 minutes, and the carer has to drive there all the same.
        (vec![MeasureChange::Duration { factor: figure(0.4) }], vec![], [36.0, 36.0, 0.0, 0.0]),
        // 30 → 18 minutes at a screen, and nobody drives. Half filled, the unit is open for 36 ÷ 0.5 = 72 minutes.
        (vec![screen], vec![], [28.0, 24.0, 40.0, -36.0]),
        // 0.7 hours a week are 6 minutes a day, for two users.
        (vec![MeasureChange::Disappears], vec![support], [88.0, 60.0, 40.0, -12.0]),
        // 7 hours over 10 weeks are the same.
        (vec![MeasureChange::Disappears], vec![set_up], [88.0, 60.0, 40.0, -12.0]),
        // Two visits of 5 minutes to operate it instead of two of 30: the way is there again.
        (vec![MeasureChange::Disappears], vec![refill], [50.0, 60.0, 0.0, -10.0]),
        (vec![], vec![], [0.0; 4]),
    ];
    for (changes, costs, wanted) in table {
        let shown = format!("{changes:?}, {costs:?}");
        assert_eq!(released(&about_tenths(changes, costs), &star()), wanted, "{shown}");
    }
}

#[test]
fn a_visit_with_another_errand_is_made_all_the_same() {
    let mut day = star();
    // Half of V10 and V20 is for something else: 15 minutes less each, and the same way.
    for errands in day.errands.iter_mut().filter(|it| it[0].0.as_str() == "tenth") {
        *errands = vec![("tenth".into(), 0.5), ("other".into(), 0.5)];
    }
    assert_eq!(released(&about_tenths(vec![MeasureChange::Disappears], vec![]), &day), [30.0, 30.0, 0.0, 0.0]);
    let screen = MeasureChange::Screen {
        factor: figure(0.6),
        group: "helper".into(),
        filled: figure(0.5),
        staff: ScreenStaffing::Unit,
    };
    assert_eq!(released(&about_tenths(vec![screen], vec![]), &day), [0.0; 4]);
}

#[test]
fn one_comes_where_two_came() {
    // The second carer drives to V10 and V20 alone: 10 + 20 + 10 minutes, and 2 × 30 there.
    let double = with_tenths(carer(tables(), "eve", "helper"), |it| {
        it.slots.push(slot(30));
        it.meetings.push(Meeting { from: Seconds(0), to: Seconds(0) });
    });
    assert_eq!(released(&about_tenths(vec![MeasureChange::Single], vec![]), &given(double)), [100.0, 60.0, 40.0, 0.0]);
}

#[test]
fn a_wider_window_makes_room_for_both() {
    // Both at 10:10 sharp, when the thirteenth of one carer's visits begins (10 + 12 × 50 minutes): one of them is left
    // out. With two hours to either side both are done: 30 minutes of care more, and 20 on the way, which are used and
    // not released.
    let sharp = Window { open: clock(610), soft_close: None, close: clock(610), late_weight: 1.0 };
    let day = given(with_tenths(tables(), |it| it.windows = vec![sharp]));
    let change = MeasureChange::Window { earlier: figure(120.0), later: figure(120.0) };
    let pair = measure_day(&[&about_tenths(vec![change], vec![])], &day, &options()).unwrap();
    assert_eq!(in_pair(&pair), [-50.0, -30.0, -20.0, 0.0]);
    assert_eq!((pair.of(&Quantity::Gained), pair.of(&Quantity::Dropped)), (30.0, 0.0));
}

#[test]
fn another_group_may_come() {
    // The nurse drives to V10 and V20: 10 + 20 + 10 minutes and 2 × 30 there. All that moves to the helper.
    let wound = with_tenths(carer(tables(), "eve", "nurse"), |it| it.slots[0].groups = vec!["nurse".into()]);
    let change = MeasureChange::Competence { competences: vec![], groups: vec!["helper".into()] };
    let pair = measure_day(&[&about_tenths(vec![change], vec![])], &given(wound), &options()).unwrap();
    let group = |id: &str| pair.of(&Quantity::Group(id.into()));
    assert_eq!([pair.of(&Quantity::Released), group("nurse"), group("helper")], [0.0, 100.0, -100.0]);
    assert_eq!(pair.of(&Quantity::Free(Piece::Shift)), 24.0 * 60.0, "the nurse need not come");
}

#[test]
fn a_door_opens_quicker_for_whatever_visit() {
    let mut day = tables();
    day.0.locations.iter_mut().skip(1).for_each(|it| it.access = Seconds(300));
    // 300 → 60 seconds at two homes.
    let change = MeasureChange::Access { factor: figure(0.2) };
    assert_eq!(released(&about_tenths(vec![change], vec![]), &given(day)), [8.0, 0.0, 8.0, 0.0]);
}

#[test]
fn where_all_ways_are_as_long_planning_saves_none() {
    // Each of *n* visits in a round costs 20 minutes on the way, however rounds are cut.
    for today in RoundOrder::ALL {
        let change = MeasureChange::Planning { today };
        let day = given(carer(tables(), "eve", "helper"));
        let pair = measure_day(&[&about_tenths(vec![change], vec![])], &day, &options()).unwrap();
        assert_eq!(in_pair(&pair), [0.0; 4], "{today:?}");
        assert_eq!(pair.gap_without, 0.0, "today's rounds are what they are");
    }
}

#[test]
fn a_team_that_sits_at_screens_is_not_on_its_way() {
    // Two carers; V10 and V20 by screen take 2 × 18 minutes, for which one of the two sits at the screen all day.
    let day = given(carer(tables(), "eve", "helper"));
    let screen = |staff| {
        let change = MeasureChange::Screen { factor: figure(0.6), group: "helper".into(), filled: figure(0.5), staff };
        measure_day(&[&about_tenths(vec![change], vec![])], &day, &options()).unwrap()
    };
    let (unit, team) = (screen(ScreenStaffing::Unit), screen(ScreenStaffing::Team));
    // Two calls of 18 minutes. The unit is paid for the 36 ÷ 0.5 minutes that it is open; the team does something else
    // between two calls.
    assert_eq!(in_pair(&unit), [28.0, 24.0, 40.0, -36.0]);
    assert_eq!(in_pair(&team), [64.0, 24.0, 40.0, 0.0]);
    // What is free is what is released: pieces add up, and none is counted twice.
    let free = |pair: &Pair| Piece::ALL.iter().map(|it| pair.of(&Quantity::Free(*it))).sum::<f64>();
    assert_eq!([free(&unit), free(&team)], [28.0, 64.0]);
}

#[test]
fn between_calls_nobody_at_a_screen_is_busy() {
    // Calls at 10:10 and at 13:30 sharp, when the thirteenth and the seventeenth of one carer's visits begin (10 + 12 ×
    // 50 and 10 + 16 × 50 minutes): on the way nobody waits without the measure, and 182 minutes pass between the calls.
    let mut hours = [610, 810].into_iter();
    let day = given(with_tenths(tables(), |it| {
        let at = hours.next().map(clock).unwrap();
        it.windows = vec![Window { open: at, soft_close: None, close: at, late_weight: 1.0 }];
    }));
    let screen = MeasureChange::Screen {
        factor: figure(0.6),
        group: "helper".into(),
        filled: figure(0.5),
        staff: ScreenStaffing::Unit,
    };
    let pair = measure_day(&[&about_tenths(vec![screen], vec![])], &day, &options()).unwrap();
    assert_eq!(in_pair(&pair), [28.0, 24.0, 40.0, -36.0]);
    assert_eq!(pair.of(&Quantity::Account(Account::Waiting)), 0.0);
}

#[test]
fn the_share_is_of_staff_time_and_not_of_care() {
    // Two of twenty visits are gone with their ways: of the 1,000 minutes of staff time, 60 × 1,000 ÷ 600 = 100 go with
    // their 60 minutes of care, and all of that is released.
    let gone = about_tenths(vec![MeasureChange::Disappears], vec![]);
    let study = measure(&[&gone], &[star(), star()], |_| 1.0, &options(), None).unwrap();
    assert!((study.about - 100.0).abs() < 1e-9, "{}", study.about);
    assert!((share_released(&study, "test".into()).value - 1.0).abs() < 1e-9);
}

#[test]
fn a_second_measure_finds_what_the_first_has_left() {
    let gone = about_tenths(vec![MeasureChange::Disappears], vec![]);
    let pair = measure_day(&[&gone, &gone], &star(), &options()).unwrap();
    assert_eq!(pair.less[&Quantity::Released], 100.0, "no visit is saved twice");
}

#[test]
fn together_is_less_than_the_sum_where_visits_are_the_same() {
    let (gone, half) = (MeasureChange::Disappears, MeasureChange::Duration { factor: figure(0.5) });
    let table = [
        // Each saves both visits and both ways.
        (gone.clone(), gone.clone(), [200.0, 100.0, 100.0]),
        // 30 → 15 minutes by each alone; together → 8, by whole minutes.
        (half.clone(), half.clone(), [60.0, 44.0, 16.0]),
        // What is gone cannot become shorter, whichever comes first.
        (gone.clone(), half.clone(), [130.0, 100.0, 30.0]),
        (half, gone, [130.0, 100.0, 30.0]),
    ];
    for (one, other, wanted) in table {
        let [one, other] = [one, other].map(|it| about_tenths(vec![it], vec![]));
        let study = |measures: &[&Measure]| measure(measures, &[star(), star()], |_| 1.0, &options(), None).unwrap();
        let alone = [study(&[&one]), study(&[&other])];
        let found = overlap(&[&alone[0], &alone[1]], &study(&[&one, &other])).unwrap();
        assert_eq!([found.alone.mean, found.together.mean, found.overlap.mean], wanted, "{one:?}, {other:?}");
        assert_eq!(found.overlap.half_width, 0.0, "two days alike");
    }
    // On other days nothing is compared.
    let alone = measure(&[], &[star(), star(), star()], |_| 1.0, &options(), None).unwrap();
    let both = measure(&[], &[star(), star()], |_| 1.0, &options(), None).unwrap();
    assert_eq!(overlap(&[&alone], &both), Err(MeasureError::OtherDays { alone: 3, together: 2 }));
}

#[test]
fn a_day_alone_gives_no_interval() {
    let gone = about_tenths(vec![MeasureChange::Disappears], vec![]);
    let one = measure(&[&gone], &[star()], |_| 1.0, &options(), None);
    assert_eq!(one, Err(MeasureError::TooFewDays { days: 1 }));
    let two = measure(&[&gone], &[star(), star()], |_| 1.0, &options(), None).unwrap();
    assert_eq!((two.released().mean, two.released().half_width), (100.0, 0.0));
    // 100 of 600 + 400 minutes.
    assert!((two.share().mean - 0.1).abs() < 1e-12);
}

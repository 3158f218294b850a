//! Whatever stands in a day's files, they are read or refused, nothing panics; and what is written is read again.

use leon_formats::Lang;
use leon_formats::day::{EXAMPLE, EXAMPLE_LISTS, read_day, read_day_lists, read_events, read_plan, write_day};
use leon_model::*;
use proptest::prelude::*;

/// Text that means something in a day file.
fn telling_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "-1",
        "1e999",
        "9e18",
        "0.5",
        "NaN",
        "\"07:30\"",
        "\"\\ud800\"",
        "\"2026-10-25T02:30\"",
        "\"9999-12-31T23:59\"",
        "\"-009999-01-01T00:00Z\"",
        "\"b01\"",
        "\"days\"",
        "\"mon\"",
        "010180-1234",
        "\u{0}",
        "æ",
        "\"travel_seconds\": [[0]]",
        "\"dates\": [\"2026-11-23\", \"2026-11-24\"]",
    ]);
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn read_everything(text: &str) {
    let read = read_day("day.json", text);
    for problem in &read.problems {
        assert!(Lang::ALL.iter().all(|lang| !problem.message(*lang).is_empty()));
    }
    assert_eq!(read.day.is_none(), read.problems.iter().any(|it| !it.is_warning()));
    if let Some(day) = read.day {
        assert_eq!(read_day("day.json", &write_day(&day)).day.unwrap(), day);
    }
    read_plan("plan.json", text);
    let day = read_day("day.json", EXAMPLE).day.unwrap();
    read_events("events.json", text, &day);
}

fn moment() -> impl Strategy<Value = i64> {
    1_700_000_000_i64..1_900_000_000
}

/// A day of random visits, whatever is allowed in them.
fn any_day() -> impl Strategy<Value = Day> {
    let ids = || prop::collection::vec(prop::sample::select(vec!["a", "bæ", "c/1"]), 0..3);
    let window = (0..7200_i64, prop::option::of(0..=3600_i64), 0.0..9.0_f64);
    let slot = (1..300_i64, ids(), prop::option::of(1..99_i64), any::<bool>(), any::<bool>());
    let visit = (
        moment(),
        prop::collection::vec(window, 1..4),
        prop::collection::vec((slot, 0..5000_i64, 0..5000_i64), 1..4),
        prop::option::of(0..500_i64),
        any::<u8>(),
        0..3_usize,
        prop::option::of(moment()),
        "[ -~æøå]{0,12}",
    );
    let transport = (0.1..200.0_f64, 1.0..3.0_f64, prop::option::of(prop::collection::vec(0..9000_i64, 4)));
    (prop::collection::vec(visit, 0..6), transport, moment(), -900..900_i64, any::<bool>()).prop_filter_map(
        "a label that looks like a CPR number",
        |(visits, (speed_kmh, detour, matrix), start, burden, synthetic)| {
            let pair = |it: &[i64]| it.iter().map(|it| Some(Seconds(*it)).filter(|it| it.0 % 7 != 0)).collect();
            let times = match matrix {
                Some(cells) => TravelTimes::Matrix(cells.chunks(2).map(pair).collect()),
                None => TravelTimes::Straight { speed_kmh, detour },
            };
            let shift = Shift {
                start: Moment(start),
                end: Moment(start + 30_000),
                overtime_max: Minutes(burden.abs()),
                work: if synthetic {
                    Work::Screen
                } else {
                    let car = Some(PoolCar { pool: "p".into(), without_car: Some("t".into()) });
                    let (from, to) = (Some("x".into()), None);
                    Work::Visiting(Travelling { transport: "t".into(), car, from, to, travel_max: Some(Minutes(99)) })
                },
                visits_max: Some(7),
                pauses: Vec::new(),
            };
            let carer = |id: &str| Carer {
                id: id.into(),
                group: "g".into(),
                competences: vec!["a".into()],
                trainee: synthetic,
                burden_before: Minutes(burden),
                shifts: vec![shift.clone()],
            };
            let location = |id: &str, latitude| Location {
                id: id.into(),
                point: Some(Point { latitude, longitude: speed_kmh / 3.0 }),
                access: Seconds(burden.abs()),
            };
            let mut rows = Vec::new();
            for (at, (open, windows, slots, worth, priority, mode, pin, label)) in visits.into_iter().enumerate() {
                let mut open = open;
                let windows = windows.into_iter().map(|(length, soft, late_weight)| {
                    let begin = open;
                    open += length + 1;
                    Window {
                        open: Moment(begin),
                        soft_close: soft.map(|it| Moment(begin + it.min(length))),
                        close: Moment(begin + length),
                        late_weight,
                    }
                });
                rows.push(Visit {
                    id: format!("v{at}").into(),
                    citizen: "b".into(),
                    location: "x".into(),
                    label,
                    task: worth.map(|_| ("bath".into(), Complexity::High)),
                    windows: windows.collect(),
                    meetings: slots[1..]
                        .iter()
                        .map(|(_, from, more)| Meeting { from: Seconds(*from), to: Seconds(from + more) })
                        .collect(),
                    slots: slots
                        .into_iter()
                        .map(|((minutes, competences, by_screen, needed, trainee), ..)| Slot {
                            competences: competences.into_iter().map(Into::into).collect(),
                            groups: vec!["g".into()],
                            duration: Minutes(minutes),
                            duration_by_group: by_screen.map(|it| ("g".into(), Minutes(it))).into_iter().collect(),
                            duration_by_screen: by_screen.map(Minutes),
                            needed,
                            trainee,
                        })
                        .collect(),
                    mode: [Mode::Physical, Mode::Screen, Mode::Either][mode],
                    necessity: match worth {
                        Some(worth) => Necessity::Optional { worth: Minutes(worth) },
                        None => Necessity::Mandatory { priority },
                    },
                    wanted: vec!["m1".into()],
                    unwanted: vec!["m2".into()],
                    forbidden: Vec::new(),
                    pin: Pin { carers: pin.map(|_| None).into_iter().collect(), start: pin.map(Moment) },
                });
            }
            let orders = rows.windows(2).map(|pair| Order {
                first: pair[0].id.clone(),
                second: pair[1].id.clone(),
                gap_min: Seconds(burden.abs()),
                gap_max: synthetic.then(|| Seconds(burden.abs() + 77)),
            });
            Day::new(DayTables {
                groups: vec![DayGroup {
                    id: "g".into(),
                    name_da: String::new(),
                    name_en: String::new(),
                    level: 3,
                    dkk_per_hour: Kroner(detour * 100.0),
                    overtime_dkk_per_hour: Kroner(speed_kmh),
                }],
                locations: vec![location("x", 56.0), location("y", 56.0 + detour / 10.0)],
                transports: vec![Transport {
                    id: "t".into(),
                    kind: TransportKind::Public,
                    times,
                    bands: vec![Band { from: Moment(start), factor: detour }],
                }],
                car_pools: vec![CarPool { id: "p".into(), cars: 2 }],
                citizens: vec![Citizen {
                    id: "b".into(),
                    dementia: synthetic,
                    faces: vec![("m2".into(), 2), ("k".into(), 1)],
                }],
                carers: vec![carer("m1"), carer("m2")],
                orders: orders.collect(),
                visits: rows,
                goals: Goals {
                    levels: vec![vec![(Goal::LeftOut, detour), (Goal::Changes, 1.0)], vec![(Goal::Level, 1.0)]],
                },
                continuity: FaceContinuity { dementia_weight: detour, unwanted: 0.0, wanted: speed_kmh },
                change_tolerance: Minutes(burden.abs()),
                synthetic,
            })
            .ok()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text(text in ".{0,200}") {
        read_everything(&text);
    }

    #[test]
    fn a_piece_put_anywhere(at in any::<prop::sample::Index>(), cut in 0..30_usize, piece in telling_text()) {
        let letters: Vec<char> = EXAMPLE.chars().collect();
        let at = at.index(letters.len());
        let (before, after) = (&letters[..at], &letters[letters.len().min(at + cut)..]);
        read_everything(&(before.iter().collect::<String>() + &piece + &after.iter().collect::<String>()));
    }

    #[test]
    fn a_piece_put_anywhere_in_a_list(which in 0..2_usize, at in any::<prop::sample::Index>(), piece in telling_text()) {
        let mut lists = EXAMPLE_LISTS.map(|(name, text)| (name, text.to_owned()));
        let mut letters: Vec<char> = lists[which].1.chars().collect();
        let at = at.index(letters.len());
        letters.splice(at..at, piece.chars());
        lists[which].1 = letters.into_iter().collect();
        let [visits, carers] = &lists;
        let read = read_day_lists((visits.0, &visits.1), (carers.0, &carers.1), "2026-11-23");
        prop_assert_eq!(read.day.is_none(), read.problems.iter().any(|it| !it.is_warning()));
    }

    #[test]
    fn a_day_is_read_as_it_was_written(day in any_day()) {
        let read = read_day("day.json", &write_day(&day));
        prop_assert_eq!(read.day, Some(day), "{:?}", read.problems);
    }
}

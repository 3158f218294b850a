use crate::ward::{MONDAY, daily_rest, moved_duty, off, pack, period, published, tables};
use leon_check::RosterBroken;
use leon_model::{Kroner, Minutes, Strength};
use leon_roster::{ChangeError, Opening, Replacement, recommend};

fn names(list: &[Replacement]) -> Vec<&str> {
    list.iter().map(|it| it.effect.person.as_str()).collect()
}

#[test]
fn who_is_free_comes_before_who_wished_to_be_and_before_who_works() {
    // a's day on Monday falls away. b is free; c wished to be off, at weight 1; d works the evening; e has worked the
    // evening before, until 23, and has 8 hours of rest; S is a secretary.
    let mut it = tables("abcdeS");
    it.wishes = vec![off("c", 1, Strength::Soft(1.0))];
    it.packs = vec![pack(vec![daily_rest(), moved_duty()])];
    let (period, known) = (period(it), published(&["a1d", "d1e", "e0e"]));
    let opening = Opening::Duty { person: "a".into(), date: MONDAY + 1 };
    let found = recommend(&period, &known, &opening, 5).unwrap();
    assert_eq!(names(&found.legal), ["b", "c", "d"]);
    // Cover gains 8 hours with b and c. A date changes: 100. c's wish: 200 more. d covers the day and leaves the
    // evening: nothing gained.
    let levels: Vec<_> = found.legal.iter().map(|it| it.levels.clone().unwrap()).collect();
    assert_eq!(levels, [vec![-8.0, 100.0], vec![-8.0, 300.0], vec![0.0, 100.0]]);
    assert_eq!(found.legal[1].effect.refused, ["c-1".into()]);
    // From Sunday noon to Tuesday at 7: 43 hours, and nothing to pay.
    assert_eq!((found.legal[0].notice, found.legal[0].effect.dkk), (Minutes(43 * 60), Kroner(0.0)));
    assert_eq!(names(&found.illegal), ["e", "S"]);
    let reasons: Vec<_> = found.illegal.iter().map(|it| &it.effect.broken[0]).collect();
    assert!(matches!(reasons[0], RosterBroken::Rule(rule) if rule.rule.as_str() == "rest"), "{reasons:?}");
    assert!(matches!(reasons[1], RosterBroken::GroupNotAllowed { .. }), "{reasons:?}");
}

#[test]
fn short_notice_has_its_price() {
    let mut it = tables("ab");
    it.packs = vec![pack(vec![moved_duty()])];
    let (period, known) = (period(it), published(&["a0d"]));
    let opening = Opening::Duty { person: "a".into(), date: MONDAY };
    let found = recommend(&period, &known, &opening, 5).unwrap();
    // 19 hours before; 8 hours at 30 kr. are 240 kr., beside 100 for the date.
    let best = &found.legal[0];
    assert_eq!((best.notice, best.effect.dkk), (Minutes(19 * 60), Kroner(240.0)));
    assert_eq!(best.levels, Some(vec![-8.0, 340.0]));
    assert_eq!(best.effect.priced[0].found.rule.as_str(), "moved");
    let hours = best.effect.hours[0];
    assert_eq!((hours.before, hours.after, hours.owed), (Minutes(0), Minutes(480), Minutes(37 * 60)));
}

#[test]
fn a_row_that_is_short_finds_who_counts_in_it() {
    let (period, known) = (period(tables("abS")), published(&["a0d"]));
    let found = recommend(&period, &known, &Opening::Cover { row: 1, date: MONDAY }, 5).unwrap();
    // The evening is open: b takes it; a could for the day, which is then open. S counts in it, and may not work it.
    assert_eq!(names(&found.legal), ["b", "a"]);
    assert_eq!(found.legal[0].change.now[0].shift, "e".into());
    assert_eq!(names(&found.illegal), ["S"]);
}

#[test]
fn what_cannot_be_answered_is_refused() {
    let (period, known) = (period(tables("ab")), published(&["a0d"]));
    let ask = |person: &str, day: i32| {
        recommend(&period, &known, &Opening::Duty { person: person.into(), date: MONDAY + day }, 1).unwrap_err()
    };
    assert_eq!(ask("x", 0), ChangeError::UnknownPerson { person: "x".into() });
    assert_eq!(ask("b", 0), ChangeError::NoDuty { person: "b".into(), date: MONDAY });
    assert_eq!(ask("a", 7), ChangeError::OutsidePeriod { date: MONDAY + 7 });
    let late = leon_model::Published { changes_told: (MONDAY + 1).midnight(), ..known.clone() };
    let opening = Opening::Duty { person: "a".into(), date: MONDAY };
    assert_eq!(recommend(&period, &late, &opening, 1).unwrap_err(), ChangeError::Past { date: MONDAY });
    let row = Opening::Cover { row: 2, date: MONDAY };
    assert_eq!(recommend(&period, &known, &row, 1).unwrap_err(), ChangeError::UnknownCover { row: 2, rows: 2 });
}

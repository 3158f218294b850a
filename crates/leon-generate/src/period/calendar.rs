//! The calendar of a period: its weeks and the Danish public holidays.

use leon_model::{Date, PublicHoliday, TimeOfDay};

/// The Danish public holidays from a date to a date, both included, and Christmas Eve from noon, in order.
///
/// Store bededag is one until 2023 (lov nr. 214 af 7. marts 2023).
pub(super) fn public_holidays(first: Date, last: Date) -> Vec<PublicHoliday> {
    let (from, to) = (first.year_month_day().0, last.year_month_day().0);
    let mut all: Vec<PublicHoliday> = (from..=to).flat_map(of_year).collect();
    all.retain(|it| (first..=last).contains(&it.date));
    all.sort_by_key(|it| it.date);
    all
}

fn of_year(year: i32) -> Vec<PublicHoliday> {
    let Some(easter) = easter(year) else { return Vec::new() };
    let fixed = |month, day| Date::new(year, month, day).unwrap_or(easter);
    let whole =
        |date, name: &str| PublicHoliday { date, name: name.to_owned(), begins: TimeOfDay(0), lowers_norm: true };
    let mut all = vec![
        whole(fixed(1, 1), "Nytårsdag"),
        whole(easter - 3, "Skærtorsdag"),
        whole(easter - 2, "Langfredag"),
        whole(easter, "Påskedag"),
        whole(easter + 1, "2. påskedag"),
        whole(easter + 39, "Kristi himmelfartsdag"),
        whole(easter + 49, "Pinsedag"),
        whole(easter + 50, "2. pinsedag"),
        whole(fixed(12, 25), "1. juledag"),
        whole(fixed(12, 26), "2. juledag"),
    ];
    if year <= 2023 {
        all.push(whole(easter + 26, "Store bededag"));
    }
    all.push(PublicHoliday { begins: TimeOfDay(12 * 60), lowers_norm: false, ..whole(fixed(12, 24), "Juleaften") });
    all
}

/// Easter Sunday of a year of the Gregorian calendar ("A New York correspondent", Nature 13, 1876, p. 487).
fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as u8, (n % 31 + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_almanacs_have_it() {
        for (year, day) in [
            (2019, "2019-04-21"),
            (2024, "2024-03-31"),
            (2026, "2026-04-05"),
            (2038, "2038-04-25"),
            (2008, "2008-03-23"),
        ] {
            assert_eq!(easter(year), Some(date(day)));
        }
    }

    #[test]
    fn a_year_has_its_holidays_and_no_store_bededag_from_2024() {
        let names = |year: i32| {
            let year = public_holidays(Date::new(year, 1, 1).unwrap(), Date::new(year, 12, 31).unwrap());
            year.into_iter().map(|it| format!("{} {}", it.date, it.name)).collect::<Vec<_>>()
        };
        assert!(names(2023).contains(&"2023-05-05 Store bededag".to_owned()));
        assert_eq!(
            names(2026),
            [
                "2026-01-01 Nytårsdag",
                "2026-04-02 Skærtorsdag",
                "2026-04-03 Langfredag",
                "2026-04-05 Påskedag",
                "2026-04-06 2. påskedag",
                "2026-05-14 Kristi himmelfartsdag",
                "2026-05-24 Pinsedag",
                "2026-05-25 2. pinsedag",
                "2026-12-24 Juleaften",
                "2026-12-25 1. juledag",
                "2026-12-26 2. juledag",
            ]
        );
    }
}

//! New rows of cover in the place of those that speak of the same people.

use leon_model::{Cover, Date, Days, Period, PeriodTables};
use std::collections::BTreeSet;

/// A period with other cover.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplacedCover {
    /// To be checked again.
    pub tables: PeriodTables,
    /// Rows that fell away, wholly or on some dates.
    pub replaced: usize,
    /// Rows that stay as they were.
    pub kept: usize,
}

/// Puts rows into a period. On the dates on which they hold, rows of the same unit, people and kinds of shift fall
/// away; on other dates they stay, for what was not asked about is not 0.
pub fn replace_cover(period: &Period, rows: Vec<Cover>) -> ReplacedCover {
    let mut tables = (**period).clone();
    let (mut replaced, mut kept) = (0, 0);
    let mut cover = Vec::new();
    for row in std::mem::take(&mut tables.cover) {
        let alike = rows.iter().filter(|it| (&it.unit, &it.who, &it.kinds) == (&row.unit, &row.who, &row.kinds));
        let taken: BTreeSet<Date> = alike.flat_map(|it| dates(period, &it.days)).collect();
        let own: Vec<Date> = dates(period, &row.days).collect();
        let left: Vec<Date> = own.iter().copied().filter(|it| !taken.contains(it)).collect();
        if left.len() == own.len() {
            kept += 1;
            cover.push(row);
            continue;
        }
        replaced += 1;
        if !left.is_empty() {
            cover.push(Cover { days: Days { dates: left, ..Days::default() }, ..row });
        }
    }
    tables.cover = cover;
    tables.cover.extend(rows);
    ReplacedCover { tables, replaced, kept }
}

fn dates<'a>(period: &'a Period, days: &'a Days) -> impl Iterator<Item = Date> + 'a {
    period.dates().filter(|date| days.contain(*date, period.is_public_holiday(*date)))
}

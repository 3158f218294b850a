//! What free days are worth, near a change.

use crate::layout::{Layout, OffTotal};
use crate::problem::FREE;

impl Layout {
    /// What the free days are worth that a change from day `first` on can touch, when `duties` stand there in a row
    /// without margins: all between the last duty before it and the first one after it.
    #[inline]
    pub(crate) fn days_off(&self, line: &OffTotal, row: &[u8], first: usize, duties: &[u8]) -> i32 {
        let end = first + duties.len();
        let from = row[..first].iter().rposition(|duty| *duty != FREE);
        let to = row[end..].iter().position(|duty| *duty != FREE).map(|it| end + it);
        let mut days = first - from.map_or(0, |it| it + 1);
        let mut before = from.map_or(line.before, |it| row[it]);
        let mut worth = 0;
        for &duty in duties {
            if duty == FREE {
                days += 1;
            } else {
                worth += self.worth(line, before, days, duty);
                (before, days) = (duty, 0);
            }
        }
        days += to.unwrap_or(self.days) - end;
        worth + self.worth(line, before, days, to.map_or(self.duties as u8, |it| row[it]))
    }

    #[inline]
    fn worth(&self, line: &OffTotal, before: u8, days: usize, after: u8) -> i32 {
        if days == 0 {
            return 0;
        }
        let width = self.duties + 1;
        let table = line.worth as usize + if days == 1 { 0 } else { width * width };
        days as i32 + self.off_worth[table + usize::from(before) * width + usize::from(after)]
    }
}

//! Hours for a pay system: by person, date and category, without the rates of any agreement.

use super::duties;
use crate::results::column::{text, whole};
use crate::results::{Cell, ResultTable};
use leon_model::{AbsenceKind, Date, Minutes, Moment, Period, PersonId, Roster, RuleId, ShiftKind, TimeOfDay};
use std::collections::BTreeMap;

const DAY_BEGINS: TimeOfDay = TimeOfDay(6 * 60);
const EVENING_BEGINS: TimeOfDay = TimeOfDay(17 * 60);
const NIGHT_BEGINS: TimeOfDay = TimeOfDay(23 * 60);

macro_rules! categories {
    ($($(#[doc = $doc:literal])+ $variant:ident => $word:literal;)+) => {
        /// What minutes are, for pay. A minute can be in several: one on a Sunday night is `sunday` and `night`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum PayCategory { $($(#[doc = $doc])+ $variant),+ }

        impl PayCategory {
            /// Every category, in the order of its rows.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in files.
            pub fn word(self) -> &'static str { match self { $(Self::$variant => $word),+ } }

            /// What it counts.
            pub fn doc(self) -> &'static str { match self { $(Self::$variant => concat!($($doc),+).trim_ascii()),+ } }
        }
    };
}

categories! {
    /// Hours that count in the norm, on the date on which the duty begins.
    Counted => "counted";
    /// Minutes at work from 06 to 17 on Monday to Friday, public holidays aside.
    Ordinary => "ordinary";
    /// Minutes at work from 17 to 23.
    Evening => "evening";
    /// Minutes at work from 23 to 06.
    Night => "night";
    /// Minutes at work on a Saturday.
    Saturday => "saturday";
    /// Minutes at work on a Sunday.
    Sunday => "sunday";
    /// Minutes at work on a public holiday, from when it begins.
    PublicHoliday => "public_holiday";
    /// Minutes on call at the workplace; in none of the categories of work.
    OnCallAtWork => "on_call_at_work";
    /// Minutes on call elsewhere; in none of the categories of work.
    OnCallAtHome => "on_call_at_home";
    /// Unpaid pause of a duty, on the date on which it begins. When it is held is not known, so it is still in the categories of work.
    UnpaidPause => "unpaid_pause";
    /// Hours credited for annual leave, on the date on which it begins.
    Leave => "holiday";
    /// Hours credited for illness, on the date on which it begins.
    Illness => "illness";
    /// Hours credited for time off in lieu, on the date on which it begins.
    TimeOffInLieu => "time_off_in_lieu";
    /// Hours credited for other leave, on the date on which it begins.
    OtherLeave => "leave";
    /// Hours above the person's norm, on the last date of a norm period that ends.
    AboveNorm => "above_norm";
    /// Hours for which a rule on overtime gives a supplement, on the last date of a norm period that ends.
    Overtime => "overtime";
    /// Time for which a rule on moved duties gives a supplement, each begun step, on the date on which the duty begins.
    MovedDuty => "moved_duty";
}

/// Minutes that a check has found, beside what duties and absences say themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayFound {
    pub person: PersonId,
    pub date: Date,
    pub category: PayCategory,
    /// The rule that asks for it.
    pub rule: Option<RuleId>,
    pub minutes: Minutes,
}

/// The table `pay`: minutes by person, date on the Danish clock, category and rule; none of no minutes.
///
/// Fixed duties are work like shifts. No rate stands in it: what an hour of each category gives is for the agreement.
pub fn pay_table(period: &Period, roster: &Roster, found: &[PayFound]) -> ResultTable {
    let mut pay = Pay { period, rows: BTreeMap::new() };
    for duty in duties(period, roster) {
        let date = duty.assignment.date;
        pay.add(duty.row, date, PayCategory::Counted, duty.shift.hours(date));
        if !duty.shift.pause_paid {
            pay.add(duty.row, date, PayCategory::UnpaidPause, duty.shift.pause);
        }
        pay.stretch(duty.row, (duty.start, duty.end), Some(duty.shift.kind));
    }
    for (row, person) in period.people.iter().enumerate() {
        let here = |date: Date| (period.first..=period.last).contains(&date);
        for it in person.fixed_duties.iter().filter(|it| here(it.start.danish_date())) {
            let length = Minutes((it.end - it.start).0 / 60);
            pay.add(row, it.start.danish_date(), PayCategory::Counted, length);
            pay.stretch(row, (it.start, it.end), None);
        }
        for it in &person.absences {
            // As the norm counts it: one that began before the period counts from the period's first date on.
            let date = it.from.danish_date().max(period.first);
            if here(date) {
                pay.add(row, date, absence(it.kind), it.credited);
            }
        }
    }
    for it in found {
        let Some(row) = period.person_index(&it.person) else { continue };
        *pay.rows.entry((row, it.date, it.category, it.rule.clone())).or_default() += it.minutes;
    }
    pay.table()
}

fn absence(kind: AbsenceKind) -> PayCategory {
    match kind {
        AbsenceKind::Holiday => PayCategory::Leave,
        AbsenceKind::Illness => PayCategory::Illness,
        AbsenceKind::TimeOffInLieu => PayCategory::TimeOffInLieu,
        AbsenceKind::Leave => PayCategory::OtherLeave,
    }
}

struct Pay<'a> {
    period: &'a Period,
    rows: BTreeMap<(usize, Date, PayCategory, Option<RuleId>), Minutes>,
}

impl Pay<'_> {
    fn add(&mut self, row: usize, date: Date, category: PayCategory, minutes: Minutes) {
        *self.rows.entry((row, date, category, None)).or_default() += minutes;
    }

    /// Each minute of a duty on its own date.
    fn stretch(&mut self, row: usize, (start, end): (Moment, Moment), kind: Option<ShiftKind>) {
        let one = Minutes(1);
        for minute in start.0.div_euclid(60)..end.0.div_euclid(60) {
            let at = Moment(minute * 60);
            let (date, time) = (at.danish_date(), at.danish_time());
            match kind {
                Some(ShiftKind::OnCallAtWork) => self.add(row, date, PayCategory::OnCallAtWork, one),
                Some(ShiftKind::OnCallAtHome) => self.add(row, date, PayCategory::OnCallAtHome, one),
                _ => self.categories(date, time).for_each(|it| self.add(row, date, it, one)),
            }
        }
    }

    /// What a minute at work is.
    fn categories(&self, date: Date, time: TimeOfDay) -> impl Iterator<Item = PayCategory> + use<> {
        let clock = match time {
            it if (DAY_BEGINS..EVENING_BEGINS).contains(&it) => None,
            it if (EVENING_BEGINS..NIGHT_BEGINS).contains(&it) => Some(PayCategory::Evening),
            _ => Some(PayCategory::Night),
        };
        let weekend = match date.weekday() {
            leon_model::Weekday::Saturday => Some(PayCategory::Saturday),
            leon_model::Weekday::Sunday => Some(PayCategory::Sunday),
            _ => None,
        };
        let is_holiday = self.period.public_holidays.iter().any(|it| it.date == date && it.begins <= time);
        let holiday = is_holiday.then_some(PayCategory::PublicHoliday);
        let ordinary = (clock.is_none() && weekend.is_none() && holiday.is_none()).then_some(PayCategory::Ordinary);
        [ordinary, clock, weekend, holiday].into_iter().flatten()
    }

    fn table(self) -> ResultTable {
        let meanings = PayCategory::ALL.iter().map(|it| format!("{}: {}", it.word(), it.doc()));
        let columns = vec![
            text("person", "Who."),
            text("staff_group", "The person's staff group."),
            text("agreement", "The agreement under which the person works."),
            text("date", "The date on the Danish clock."),
            text("category", &meanings.collect::<Vec<_>>().join(" ")),
            text("rule", "The rule that asks for it."),
            whole("minutes", "min", "How many."),
        ];
        let period = self.period;
        let row = |((row, date, category, rule), minutes): ((usize, Date, PayCategory, Option<RuleId>), Minutes)| {
            let person = &period.people[row];
            vec![
                person.id.as_str().into(),
                person.group.as_str().into(),
                person.contract.agreement.as_str().into(),
                date.to_string().into(),
                category.word().into(),
                rule.as_ref().map(|it| it.as_str()).into(),
                Cell::Integer(minutes.0),
            ]
        };
        let some = self.rows.into_iter().filter(|(_, minutes)| *minutes != Minutes(0));
        ResultTable {
            name: "pay".to_owned(),
            description:
                "Minutes by person, date and category, without the rates of any agreement. A minute can be in \
                          several categories."
                    .to_owned(),
            columns,
            rows: some.map(row).collect(),
        }
    }
}

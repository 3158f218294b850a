//! Every figure that a made-up period rests on: value, range, evidence class and source.

use crate::calibration::{OURS, figures};
use leon_model::EvidenceClass::{Assumption, Register};

const CASE: &str = "cases/denmark, capacity.csv (a-hospital-fte, a-shares): an assumption there too, rounded";
const DI: &str = "Dansk Industri, Deltid er meget udbredt i kommuner og regioner (2023), on Statistics Denmark";
const KRL: &str = "KRL 2019 in dknyt.dk, Sygefraværet steg en smule; 227 working days a year (fyens.dk)";
const PRICES: &str = "cases/denmark, a-prices × net care share 0.53, as for days; overtime ÷ 1.5";
const SUPERVISION: &str = "cases/denmark: night_supervision in nursing homes (43,817 hours a week, needs.csv) over 36,161 \
     FTE (municipal_staff.csv) is 10 minutes a night for each FTE; an assumption there too (a-shares)";
const LEAVE: &str =
    "25 days of annual leave and the sixth week (KL 05.11): 6 of 52 weeks; the spread over months is Leon's own";

figures! {
    WARD_NURSES = 0.60 [0.49, 0.69] "share", Assumption, CASE, "Nurses among the people of a ward";
    WARD_ASSISTANTS = 0.22 [0.18, 0.34] "share", Assumption, CASE, "Social and health service assistants (SSA) of a ward";
    WARD_HELPERS = 0.06 [0.02, 0.1] "share", Assumption, CASE, "Social and health service helpers (SSH) of a ward, where the case has unskilled staff";
    WARD_PHYSIOTHERAPISTS = 0.06 [0.02, 0.08] "share", Assumption, CASE, "Physiotherapists of a ward";
    WARD_SECRETARIES = 0.06 [0.04, 0.1] "share", Assumption, CASE, "Medical secretaries of a ward";
    HOME_NURSES = 0.08 [0.04, 0.2] "share", Assumption, CASE, "Nurses of a home-care group";
    HOME_ASSISTANTS = 0.30 [0.2, 0.4] "share", Assumption, CASE, "Social and health service assistants of a home-care group";
    HOME_HELPERS = 0.52 [0.4, 0.67] "share", Assumption, CASE, "Social and health service helpers of a home-care group";
    HOME_PHYSIOTHERAPISTS = 0.05 [0.0, 0.1] "share", Assumption, OURS, "Physiotherapists of a home-care group";
    HOME_OCCUPATIONAL = 0.05 [0.0, 0.1] "share", Assumption, OURS, "Occupational therapists of a home-care group";
    ACUTE_NURSES = 0.75 [0.6, 1.0] "share", Assumption, OURS, "Nurses of an acute team";
    ACUTE_ASSISTANTS = 0.25 [0.0, 0.4] "share", Assumption, OURS, "Social and health service assistants of an acute team";
    NURSING_HOME_NURSES = 0.10 [0.06, 0.15] "share", Assumption, CASE, "Nurses of a nursing home";
    NURSING_HOME_ASSISTANTS = 0.35 [0.27, 0.42] "share", Assumption, CASE, "Social and health service assistants of a nursing home";
    NURSING_HOME_HELPERS = 0.55 [0.45, 0.66] "share", Assumption, CASE, "Social and health service helpers of a nursing home, and unskilled staff, who take the same shifts";
    PART_TIME_CARE = 0.71 [0.5, 0.8] "share", Register, DI, "SSA and SSH in municipalities and regions with less than 37 hours a week";
    PART_TIME_NURSES = 0.5 [0.3, 0.7] "share", Assumption, OURS, "Nurses with less than 37 hours a week";
    PART_TIME_OTHERS = 0.4 [0.2, 0.6] "share", Assumption, OURS, "Therapists and secretaries with less than 37 hours a week";
    NURSE_PRICE = 279.0 [240.0, 340.0] "DKK an hour", Assumption, PRICES, "An hour of a nurse";
    ASSISTANT_PRICE = 251.0 [210.0, 300.0] "DKK an hour", Assumption, PRICES, "An hour of a social and health service assistant";
    HELPER_PRICE = 233.0 [200.0, 285.0] "DKK an hour", Assumption, PRICES, "An hour of a social and health service helper";
    THERAPIST_PRICE = 276.0 [228.0, 329.0] "DKK an hour", Assumption, PRICES, "An hour of a therapist";
    SECRETARY_PRICE = 244.0 [201.0, 292.0] "DKK an hour", Assumption, PRICES, "An hour of a secretary";
    TRAINEES = 0.07 [0.03, 0.15] "share", Assumption, OURS, "Pupils among SSA and SSH, on top of the people counted in cover, of all people";
    NEWCOMERS = 0.12 [0.05, 0.25] "share", Assumption, OURS, "Newcomers among those who are no pupils";
    SHARED_POSTS = 0.12 [0.05, 0.33] "share", Assumption, OURS, "Nurses, SSA and therapists of a ward with a shared position in the clinic";
    POOLED = 0.08 [0.03, 0.15] "share", Assumption, OURS, "Experienced people who may be lent to the other units of their kind";
    NEW_POSTS = 0.35 [0.2, 0.6] "share", Assumption, OURS, "Posts that were advertised after 31 August 2022";
    SENIORS = 0.06 [0.02, 0.15] "share", Assumption, "Leon's own; 30 % of SOSU staff are over 55 (FOA 2018), how many have an agreement is not known", "People with a senior agreement that keeps them from nights";
    PREGNANT = 0.03 [0.01, 0.06] "share", Assumption, OURS, "Nurses and care staff who are pregnant";
    HEALTH = 0.03 [0.01, 0.06] "share", Assumption, OURS, "People with a consideration for their health";
    MAY_COORDINATE = 0.6 [0.4, 0.9] "share", Assumption, OURS, "Experienced nurses who may coordinate a shift, six in each team at least as far as there are so many";
    SKILLED = 0.75 [0.5, 1.0] "share", Assumption, OURS, "Experienced people who hold their group's special competence";
    ILLNESS = 0.048 [0.044, 0.05] "share", Register, KRL, "Working days lost to illness in the regions: 10.8 of 227";
    ILLNESS_CARE = 0.072 [0.067, 0.092] "share", Register, KRL, "Working days lost to illness by municipal SOSU staff: 16.3 of 227";
    ILLNESS_KNOWN = 0.42 [0.3, 0.5] "share", Assumption, "the 5 % most ill have 42.1 % of the absence (KRL 2019, as above); that just theirs is long, and known when a roster is made, is Leon's own", "Illness that is known when the roster is made";
    ILLNESS_WEEKS = 5.0 [3.0, 10.0] "weeks", Assumption, OURS, "Length of an illness that is known when the roster is made";
    NIGHT_RESIDENTS = 0.9 [0.8, 1.2] "residents", Assumption, OURS, "Residents of a nursing home for each person employed";
    NIGHT_ROUNDS = 2.0 [1.0, 4.0] "rounds a night", Assumption, OURS, "Rounds of a nursing home that look in on a resident by night, mean; none for some, up to twice as many for others";
    NIGHT_ROUND_MINUTES = 5.0 [3.0, 10.0] "minutes", Assumption, SUPERVISION, "A look in on a resident by night, with the way there, mean";
    NIGHT_FILLED = 0.85 [0.7, 0.95] "share", Assumption, OURS, "Of a night at work in a nursing home, what can be filled with residents; the rest is pause, handover and writing";
    HOLIDAY_WEEKS = 6.0 [5.0, 6.0] "weeks a year", Assumption, LEAVE, "Annual leave of a year";
    COURSE_DAYS = 3.0 [1.0, 6.0] "days a year", Assumption, OURS, "Days on courses, for each person";
    TIME_OFF_DAYS = 2.0 [0.0, 6.0] "days a year", Assumption, OURS, "Days off in lieu that are settled before the roster is made, for each person";
    FILLED = 0.90 [0.85, 0.92] "share", Assumption, "Leon's own: what is left meets illness that is not known yet, meetings and whole shifts", "Hours of minimum cover of the care staff, at most, of their hours at hand";
    FILLED_TARGET = 0.97 [0.92, 1.0] "share", Assumption, OURS, "Hours of target cover, at most, of the hours at hand";
    FILLED_SPECIAL = 0.75 [0.6, 0.9] "share", Assumption, OURS, "Hours of minimum cover that one group or competence must give, at most, of its hours at hand";
    LOW_SEASON = 0.25 [0.15, 0.35] "share", Assumption, OURS, "Weeks with more people on annual leave than this have lower cover of their own: July";
    LEAN_WEEK = 1.1 [1.0, 1.2] "factor", Assumption, OURS, "Minimum cover takes so much of the leanest week's hours at most; the norm period levels it out";
    THIRD_WEEKENDS = 0.3 [0.0, 0.5] "share", Assumption, "Leon's own; every second weekend is usual practice (nemadvokat.dk, rules K11 and R13)", "Periods where people work every third weekend, not every second";
    WISHES = 0.6 [0.3, 1.0] "wishes a week", Assumption, OURS, "Wishes of a person";
    HARD_WISHES = 0.1 [0.0, 0.3] "share", Assumption, OURS, "Wishes for time off that are hard, as far as the round allows";
    BURDEN = 12.0 [4.0, 30.0] "hours", Assumption, OURS, "Shift burden of a kind above or below a fair share, at most";
}

/// Hours a week of part-time posts, each as likely: an assumption; the sources at hand have no distribution.
pub(super) const PART_TIME_HOURS: [f64; 6] = [28.0, 30.0, 32.0, 32.0, 34.0, 35.0];

/// How annual leave is spread over the months of a year, week for week: an assumption.
pub(super) const LEAVE_BY_MONTH: [f64; 12] = [5.0, 12.0, 5.0, 9.5, 5.0, 9.0, 40.0, 18.0, 5.0, 13.0, 5.0, 12.0];

//! Plans that nobody made with care: any ids, known and unknown, and any numbers.

use leon_model::*;
use proptest::prelude::*;
use proptest::sample::select;

fn hours() -> impl Strategy<Value = Hours> {
    prop_oneof![3 => 0.0..50.0, 1 => any::<f64>(), 1 => select(vec![f64::NAN, f64::INFINITY, 1e300, -0.0, 1e-300])]
        .prop_map(Hours)
}

fn word(known: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop_oneof![8 => select(known), 1 => Just("q")]
}

fn need_key() -> impl Strategy<Value = NeedKey> {
    let task = word(&["wash", "wound"]);
    (word(&["a", "b", "dk"]), word(&["home", "ward"]), task, select(Complexity::ALL)).prop_map(
        |(place, setting, task, complexity)| NeedKey {
            place: place.into(),
            setting: setting.into(),
            task: task.into(),
            complexity,
        },
    )
}

fn group() -> impl Strategy<Value = GroupId> {
    word(&["nurse", "ssa", "helper"]).prop_map(GroupId::from)
}

fn pool() -> impl Strategy<Value = PoolId> {
    word(&["bus", "screen"]).prop_map(PoolId::from)
}

fn staff_key() -> impl Strategy<Value = StaffKey> {
    (word(&["a", "b", "dk"]), word(&["home", "ward"]), group()).prop_map(|(place, setting, group)| StaffKey {
        place: place.into(),
        setting: setting.into(),
        group,
    })
}

fn doer() -> impl Strategy<Value = Doer> {
    prop_oneof![
        (group(), select(Through::ALL)).prop_map(|(group, through)| Doer::Staff { group, through }),
        (group(), pool(), select(Through::ALL)).prop_map(|(group, pool, through)| Doer::Remote {
            group,
            pool,
            through
        }),
        word(&["chair"]).prop_map(|id| Doer::Technology(id.into())),
    ]
}

pub fn any_plan() -> impl Strategy<Value = MatchPlan> {
    let care = (need_key(), doer(), hours()).prop_map(|(need, doer, hours)| Care { need, doer, hours });
    let extra =
        (staff_key(), select(ExtraKind::ALL), hours()).prop_map(|(staff, kind, hours)| Extra { staff, kind, hours });
    let lending = (pool(), staff_key(), prop::option::of(staff_key()), hours())
        .prop_map(|(pool, from, to, hours)| Lending { pool, from, to, hours });
    let lifted = prop::collection::btree_set(word(&["rule"]).prop_map(BindingId::from), 0..2);
    let rows = |most| 0..most;
    (
        lifted,
        prop::collection::vec(care, rows(8)),
        prop::collection::vec(extra, rows(3)),
        prop::collection::vec(lending, rows(3)),
        prop::collection::vec((need_key(), hours()), rows(4)),
        prop::array::uniform4(any::<f64>()),
    )
        .prop_map(
            |(lifted, care, extra, lending, unmet, [weighted_unmet, bought_dkk, level_hours, moved_hours])| {
                let objective = Objective { weighted_unmet, bought_dkk, level_hours, moved_hours };
                MatchPlan { lifted, care, extra, lending, unmet, objective }
            },
        )
}

//! What an hour is worth, what each binding costs, and where shortage moves.

use super::{cell, count, hours, id, number, table, text, weighted};
use crate::findings::Findings;
use leon_formats::results::{Cell, ResultColumn, ResultTable};
use leon_match::HourWorth;

pub(super) fn tables(findings: &Findings<'_>) -> Vec<ResultTable> {
    vec![prices(findings), binding_values(findings), binding_sets(findings), new_shortages(findings)]
}

fn prices(findings: &Findings<'_>) -> ResultTable {
    let unit = "weighted hours/hour";
    let columns = vec![
        text("place", "Id of the place."),
        text("setting", "Id of the setting."),
        text("staff_group", "Id of the staff group."),
        hours("own", "Care hours of the staff at hand."),
        hours("bought", "Hours bought besides."),
        hours("used", "Hours in use."),
        number("more_weighted_unmet", unit, "What one hour more saves (right derivative)."),
        number("more_bought_dkk", "DKK", "Kroner for hours that one hour more makes it needless to buy."),
        number("more_dkk", "DKK", "In all: unmet hours at the case's value, and bought hours at their price."),
        number("less_weighted_unmet", unit, "What one hour less costs (left derivative)."),
        number("less_bought_dkk", "DKK", "Kroner for hours that must be bought instead."),
        number("less_dkk", "DKK", "In all, as above."),
    ];
    let worth = |it: Option<&HourWorth>| {
        let dkk = it.and_then(|it| it.dkk).map(|it| it.0);
        [Cell::from(it.map(|it| it.weighted_unmet)), Cell::from(it.map(|it| it.bought.0)), Cell::from(dkk)]
    };
    let rows = findings.matched.prices.iter().map(|it| {
        let mut cells = vec![id(&it.staff.place), id(&it.staff.setting), id(&it.staff.group)];
        cells.extend([it.own, it.bought, it.used].map(cell));
        cells.extend(worth(Some(&it.more)));
        cells.extend(worth(it.less.as_ref()));
        cells
    });
    table(
        "prices",
        "The scarcity price of an hour of each group in each setting of each place.",
        columns,
        rows.collect(),
    )
}

fn binding_values(findings: &Findings<'_>) -> ResultTable {
    let [bought, in_all] = saved_dkk();
    let columns = vec![
        text("binding", "Id of the binding."),
        text("name_da", "Its name in Danish."),
        text("name_en", "Its name in English."),
        text("theme", "Its barrier theme."),
        text("justified", "Whether its source calls it justified: yes, no or disputed."),
        weighted("weighted_unmet_saved", "Weighted hours met if it alone is lifted."),
        bought,
        in_all,
        text("source", "Id of its source."),
    ];
    let rows = findings.matched.binding_values.iter().map(|value| {
        let binding = findings.case.bindings.iter().find(|it| it.id == value.binding);
        vec![
            id(&value.binding),
            binding.map(|it| it.name_da.as_str()).into(),
            binding.map(|it| it.name_en.as_str()).into(),
            binding.map(|it| it.theme.as_str()).into(),
            binding.map(|it| it.justified.as_str()).into(),
            value.saved.weighted_unmet.into(),
            value.saved.bought.0.into(),
            value.saved.dkk.map(|it| it.0).into(),
            binding.map(|it| it.source.as_str()).into(),
        ]
    });
    table("binding_values", "What lifting each binding in force alone would do.", columns, rows.collect())
}

/// The columns of what lifting saves in kroner.
fn saved_dkk() -> [ResultColumn; 2] {
    let bought = "Kroner a week for hours that then need not be bought; negative when more are.";
    let in_all = "In all: met hours at the case's value of an unmet hour, and bought hours at their price.";
    [number("bought_saved_dkk", "DKK", bought), number("saved_dkk", "DKK", in_all)]
}

fn binding_sets(findings: &Findings<'_>) -> ResultTable {
    let [bought, in_all] = saved_dkk();
    let columns = vec![
        count("size", "Bindings lifted together."),
        text("lifted", "Their ids, in the order found."),
        weighted("weighted_unmet_saved", "Weighted hours met together."),
        weighted("sum_alone", "The sum of what each meets alone."),
        weighted("interaction", "Together less the sum."),
        bought,
        in_all,
    ];
    let rows = findings.matched.best_sets.iter().map(|set| {
        let lifted: Vec<_> = set.lifted.iter().map(|it| it.as_str()).collect();
        vec![
            set.lifted.len().into(),
            lifted.join(" ").into(),
            set.saved.weighted_unmet.into(),
            set.sum_alone.weighted_unmet.into(),
            set.interaction().weighted_unmet.into(),
            set.saved.bought.0.into(),
            set.saved.dkk.map(|it| it.0).into(),
        ]
    });
    table("binding_sets", "The best sets of bindings to lift together, found greedily.", columns, rows.collect())
}

fn new_shortages(findings: &Findings<'_>) -> ResultTable {
    let columns = vec![
        text("staff_group", "Id of the staff group."),
        text("setting", "Id of the setting."),
        count("places", "Places where the group took over hours and is used up."),
        hours("taken_over", "Hours that it took over there."),
        number("price_max", "weighted hours/hour", "Its highest scarcity price there."),
    ];
    let rows = findings
        .shortages
        .iter()
        .map(|it| vec![id(&it.group), id(&it.setting), it.places.into(), cell(it.taken_over), it.price_max.into()]);
    table("new_shortages", "Groups that took over hours and are now scarce themselves.", columns, rows.collect())
}

use super::common::*;
use super::{illegal, legal};
use leon_model::Complexity::Low;

#[test]
fn parts_add_up_to_the_need() {
    let wash = need("a", "home", "wash", Low);
    let case = Tiny::new().need(wash.clone(), 10.0).hours(staff("a", "home", "ssa"), 20.0).case();

    legal(&case, plan().staff(&wash, "ssa", 7.0).unmet(&wash, 3.0));
    // Within a millionth of 10 h is rounding; beyond it hours are missing.
    legal(&case, plan().staff(&wash, "ssa", 7.0).unmet(&wash, 2.999_995));
    illegal(
        &case,
        plan().staff(&wash, "ssa", 7.0).unmet(&wash, 2.99),
        &["wash (low) in home at a: 10 h a week needed, but 7 h done and 2.99 h unmet"],
    );
    illegal(
        &case,
        plan().staff(&wash, "ssa", 10.01),
        &["wash (low) in home at a: 10 h a week needed, but 10.01 h done and 0 h unmet"],
    );
}

#[test]
fn several_rows_for_one_need_count_together() {
    let wash = need("a", "home", "wash", Low);
    let case = Tiny::new().need(wash.clone(), 10.0).hours(staff("a", "home", "ssa"), 20.0).case();
    legal(&case, plan().staff(&wash, "ssa", 4.0).staff(&wash, "ssa", 4.0).unmet(&wash, 1.0).unmet(&wash, 1.0));
}

#[test]
fn unmet_hours_are_never_negative_nor_of_another_case() {
    let (wash, elsewhere) = (need("a", "home", "wash", Low), need("q", "home", "wash", Low));
    let case = Tiny::new().need(wash.clone(), 10.0).hours(staff("a", "home", "ssa"), 20.0).case();
    illegal(
        &case,
        plan().staff(&wash, "ssa", 11.0).unmet(&wash, -1.0),
        &["a row of unmet has -1 h; a row must hold some hours, and a finite number of them"],
    );
    illegal(
        &case,
        plan().staff(&wash, "ssa", 10.0).unmet(&elsewhere, 1.0),
        &["wash (low) in home at q: the case has no such need"],
    );
}

//! Measures Leon under the protocol in `PROTOCOL.md`.

use leon_match::{Options, match_tasks};
use std::path::Path;
use std::time::Instant;

fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let start = Instant::now();
    let case = leon_formats::read_case(Path::new(&dir)).unwrap_or_else(|problems| panic!("{}", problems.len()));
    eprintln!("read {:.2?}", start.elapsed());
    let start = Instant::now();
    let options = match std::env::args().nth(2).as_deref() {
        Some("plan") => Options::default(),
        Some("prices") => Options { prices: true, ..Options::default() },
        Some("values") => Options { value_bindings: true, ..Options::default() },
        _ => Options::everything(),
    };
    let threads: usize = std::env::args().nth(3).map_or(2, |it| it.parse().unwrap());
    let matched = match_tasks(&case, &Options { threads, ..options }).unwrap();
    eprintln!("match {:.2?} {:?}", start.elapsed(), matched.effort);
    let need: f64 = case.needs.iter().map(|it| it.hours_per_week.value).sum();
    let unmet: f64 = matched.plan.unmet.iter().map(|it| it.1.0).sum();
    eprintln!("need {need:.0} unmet {unmet:.0} {:?}", matched.plan.objective);
    let mut values = matched.binding_values.clone();
    values.sort_by(|a, b| b.saved.dkk.unwrap().0.total_cmp(&a.saved.dkk.unwrap().0));
    for it in &values { eprintln!("{:>10.1} {:>12.0} {}", it.saved.weighted_unmet, it.saved.dkk.unwrap(), it.binding); }
    for it in &matched.best_sets { eprintln!("{:>10.1} {:>12.0} {:>12.0} {:?}", it.saved.weighted_unmet, it.saved.dkk.unwrap(), it.interaction().dkk.unwrap(), it.lifted.last().unwrap().as_str()); }
}

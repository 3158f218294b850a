//! Made-up periods.

use leon_formats::period::{read_period, rule_packs, write_period};
use leon_generate::{PeriodKind, PeriodOptions, generate_period};
use leon_model::*;

fn first() -> Date {
    "2026-11-23".parse().unwrap()
}

fn period(options: &PeriodOptions) -> Period {
    generate_period(rule_packs(), options).unwrap_or_else(|error| panic!("{options:?}: {error}"))
}

#[test]
fn every_kind_and_size_is_valid_without_a_warning() {
    for kind in PeriodKind::ALL {
        for seed in 0..20 {
            for (people, units, weeks) in [(12, 1, 4), (14, 1, 4), (30, 1, 8), (60, 1, 16), (40, 1, 26), (100, 4, 1)] {
                let options = PeriodOptions { people, units, weeks, ..PeriodOptions::new(kind, first(), seed) };
                let period = period(&options);
                assert_eq!(period.warnings(), [], "{options:?}");
                assert_eq!(period.people.len(), people);
                assert!(period.synthetic);
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_the_file_reads_back() {
    for kind in PeriodKind::ALL {
        let options = PeriodOptions::new(kind, first(), 7);
        let text = write_period(&period(&options));
        assert_eq!(text, write_period(&period(&options)));
        assert_ne!(text, write_period(&period(&PeriodOptions { seed: 8, ..options })));
        let read = read_period("period.json", &text);
        let read = read.period.unwrap_or_else(|| panic!("{:?}", read.problems));
        assert_eq!(write_period(&read), text);
    }
}

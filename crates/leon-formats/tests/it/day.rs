//! Day files: read, written, read again.

use leon_formats::Lang;
use leon_formats::day::{EXAMPLE, read_day, write_day};

#[test]
fn the_example_reads_without_problems_and_is_written_as_it_is() {
    let read = read_day("day.json", EXAMPLE);
    let said: Vec<String> = read.problems.iter().map(|it| it.message(Lang::En)).collect();
    assert_eq!(said, Vec::<String>::new());
    let day = read.day.unwrap();
    let again = read_day("day.json", &write_day(&day));
    assert_eq!(again.problems, []);
    assert_eq!(again.day.unwrap(), day);
}

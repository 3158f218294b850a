//! Damaged texts, and what people are told about them.

use leon_formats::research::ResearchProblem;
use leon_formats::{Lang, Problem, problem_reference};
use std::fmt::Write as _;

/// A name, and what is replaced in a text; it must be there.
pub type Swaps = (&'static str, &'static [(&'static str, &'static str)]);

/// A name, the piece that is replaced, and by what.
pub type Swap<'a> = (&'a str, &'a str, &'a str);

/// The first occurrence of a piece gives way to another; it must be there.
pub fn swap(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "there is no {from}");
    text.replacen(from, to, 1)
}

/// Every swap in turn.
pub fn swap_all(text: &str, swaps: &[(&str, &str)]) -> String {
    swaps.iter().fold(text.to_owned(), |text, (from, to)| swap(&text, from, to))
}

/// Adds what is said of a damage, in both languages.
pub fn say(page: &mut String, name: &str, problems: &[Problem]) {
    assert!(!problems.is_empty(), "{name}: nothing found");
    let _ = writeln!(page, "# {name}");
    for problem in problems {
        let severity = if problem.is_warning() { " (warning)" } else { "" };
        let _ = writeln!(page, "{}{severity} {}", problem.code(), problem.message(Lang::Da));
        let _ = writeln!(page, "     {}", problem.message(Lang::En));
    }
    page.push('\n');
}

/// What is said of a research file under each damage.
pub fn research_messages(
    whole: &str,
    read: impl Fn(&str) -> Option<Vec<ResearchProblem>>,
    damages: &[Swap<'_>],
) -> String {
    assert_eq!(read(whole), None);
    let mut page = String::new();
    for (name, from, to) in damages {
        let problems = read(&swap(whole, from, to)).unwrap_or_else(|| panic!("{name}: nothing found"));
        let _ = writeln!(page, "# {name}");
        for problem in &problems {
            let _ = writeln!(page, "{} {}", problem.code(), problem.message(Lang::Da));
            let _ = writeln!(page, "     {}", problem.message(Lang::En));
        }
        page.push('\n');
    }
    page
}

/// Codes that begin so and are not among what was said.
pub fn unsaid(shown: &str, begins: &str) -> Vec<String> {
    let reference = problem_reference();
    let codes = reference.lines().filter_map(|line| line.strip_prefix("## ")?.split(' ').next());
    codes.filter(|code| code.starts_with(begins) && !shown.contains(code)).map(str::to_owned).collect()
}

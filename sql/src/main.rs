//! `leon-sql RESULT "select …" [--csv]`: what `leon sql` runs.

use leon_sql::ask;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let csv = arguments.iter().any(|it| it == "--csv");
    let rest: Vec<&String> = arguments.iter().filter(|it| *it != "--csv").collect();
    let [folder, question] = rest[..] else {
        eprintln!("leon-sql RESULT \"select …\" [--csv]");
        return ExitCode::from(2);
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().build();
    let answered = runtime.map_err(Into::into).and_then(|runtime| {
        let answer = runtime.block_on(ask(Path::new(folder), question))?;
        if csv { answer.csv() } else { answer.table().map(String::into_bytes) }
    });
    match answered {
        Ok(text) => {
            // A reader that has gone away, as `head` does, is no failure.
            let _ = std::io::stdout().write_all(&text);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(1)
        }
    }
}

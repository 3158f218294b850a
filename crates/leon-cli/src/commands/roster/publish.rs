//! `leon roster publish`: a roster for people.

use crate::args::RosterPublishArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::out::check_folder;
use crate::roster::publish::{PAGE, write};
use crate::roster::read;
use crate::texts::Voice;
use leon_check::check_roster;
use leon_pages::roster::Published;

pub fn run(args: &RosterPublishArgs, voice: Voice) -> Result<(), Failure> {
    check_folder(&args.out, voice)?;
    let file = read::period(&args.period, voice)?;
    let roster = read::roster(&args.roster, &file, voice)?;
    let known = read::published(&args.known, &file, voice)?;
    let verdict = check_roster(&file.period, &roster, known.as_ref());
    let told = known.map(|it| it.changes_told);
    write(&Published { file: &file, roster: &roster, verdict: &verdict, told }, &args.out, voice)?;
    // A roster under way is worth a look; what it breaks stands in the page.
    if !verdict.stands() {
        let count = verdict.broken.len();
        let counts = [("count", count.into()), ("number", voice.count(count).into())];
        eprintln!("{}", voice.text_with("roster-broken", &counts));
    }
    let variables = [("out", args.out.display().to_string().into()), ("page", PAGE.into())];
    print(&format!("{}\n", voice.text_with("roster-published", &variables)));
    Ok(())
}

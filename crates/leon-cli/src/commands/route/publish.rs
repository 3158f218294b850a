//! `leon route publish`: a plan for people.

use crate::args::RoutePublishArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::out::check_folder;
use crate::route::publish::{PAGE, write};
use crate::route::read;
use crate::route::reasons::refused;
use crate::route::words::Words;
use crate::texts::Voice;
use leon_check::check_route;
use leon_pages::route::Published;
use leon_route::explain_left_out;

pub fn run(args: &RoutePublishArgs, voice: Voice) -> Result<(), Failure> {
    check_folder(&args.out, voice)?;
    let file = read::day(&args.day, voice)?;
    let (plan, made_by) = read::plan(&args.plan, &file, voice)?;
    let words = Words::new(&file.day, &file.clock, voice);
    let verdict = check_route(&file.day, &plan, None);
    if !verdict.stands() {
        return Err(super::check::broken(&verdict, &words));
    }
    let left_out = explain_left_out(&file.day, &plan).map_err(|error| refused(&error, &words))?;
    let published =
        Published { file: &file, plan: &plan, verdict: &verdict, made_by: made_by.as_ref(), left_out: &left_out };
    write(&published, &args.out, &args.publish, voice)?;
    let variables = [("out", args.out.display().to_string().into()), ("page", PAGE.into())];
    print(&format!("{}\n", voice.text_with("route-published", &variables)));
    Ok(())
}

//! `leon project compare`: what one scenario differs from another by.

use super::{print, projected, read_case};
use crate::args::ProjectCompareArgs;
use crate::failure::Failure;
use crate::project::findings::Findings;
use crate::project::read::{as_it_stands, scenario};
use crate::project::summary;
use crate::screen::Screen;
use crate::texts::Voice;

pub fn run(args: &ProjectCompareArgs, voice: Voice) -> Result<(), Failure> {
    let case = read_case(&args.case, voice)?;
    let other = match &args.vs {
        Some(path) => scenario(path, &case, voice)?,
        None => as_it_stands(),
    };
    let scenarios = [other, scenario(&args.scenario, &case, voice)?];
    let (projection, options) = projected(&case, &scenarios, &args.draws, voice)?;
    let findings = Findings { case: &case, scenarios: &scenarios, projection: &projection, options };
    print(&summary::comparison(&findings, findings.voice(voice), Screen::of_stdout()));
    Ok(())
}

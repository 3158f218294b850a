//! `leon route`: a day of visits, one file per subcommand.

mod bound;
mod check;
mod diff;
mod explain;
mod plan;
mod publish;
mod recommend;
mod replan;
mod research;
mod risk;
mod roads;

use crate::args::{RouteArgs, RouteCommand};
use crate::failure::Failure;
use crate::texts::Voice;

pub fn run(args: &RouteArgs, voice: Voice) -> Result<(), Failure> {
    match &args.command {
        RouteCommand::Plan(args) => plan::run(args, voice),
        RouteCommand::Check(args) => check::run(args, voice),
        RouteCommand::Explain(args) => explain::run(args, voice),
        RouteCommand::Recommend(args) => recommend::run(args, voice),
        RouteCommand::Diff(args) => diff::run(args, voice),
        RouteCommand::Risk(args) => risk::run(args, voice),
        RouteCommand::Bound(args) => bound::run(args, voice),
        RouteCommand::Roads(args) => roads::run(args, voice),
        RouteCommand::Publish(args) => publish::run(args, voice),
    }
}

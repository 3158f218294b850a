//! `leon route explain`: why visits are left out and goals lost, and why not another carer.

use crate::args::RouteExplainArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::route::figures::visit;
use crate::route::read;
use crate::route::reasons::{goal_reason, left_out_reason, obstacles, outcome, placed, refused, title};
use crate::route::words::Words;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_model::{CarerId, Goal, RoutePlan, VisitId};
use leon_route::{AskError, WhyNot, explain_goals, explain_left_out, why_not};

pub fn run(args: &RouteExplainArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::day(&args.day, voice)?;
    let (plan, _) = read::plan(&args.plan, &file, voice)?;
    let words = Words::new(&file.day, &file.clock, voice);
    let screen = Screen::of_stdout();
    let text = match (&args.visit, &args.carer) {
        (Some(id), carer) => of_visit(&plan, id, args.slot, carer.as_ref(), &words, screen),
        (None, _) => of_plan(&plan, args.top, &words, screen),
    };
    let text = text.map_err(|error| refused(&error, &words))?;
    print(text.trim_start_matches('\n'));
    Ok(())
}

/// Everything left out, then the largest losses of each goal.
fn of_plan(plan: &RoutePlan, top: usize, words: &Words<'_>, screen: Screen) -> Result<String, AskError> {
    let voice = words.voice;
    let left_out = explain_left_out(words.day, plan)?;
    let mut text = String::new();
    if left_out.is_empty() {
        text += &screen.heading(&voice.text("route-all-planned"));
    }
    text.extend(left_out.iter().take(top).map(|it| left_out_reason(it, words, screen)));
    let more = left_out.len().saturating_sub(top);
    if more > 0 {
        let variables = [("count", more.into()), ("more", voice.count(more).into())];
        text += &screen.heading(&voice.text_with("list-more", &variables));
    }
    let mut last = None;
    // Visits left out have been explained above.
    let goals = explain_goals(words.day, plan, top.min(3))?;
    for it in goals.iter().filter(|it| it.part.goal != Goal::LeftOut) {
        if last != Some(it.part.goal) {
            last = Some(it.part.goal);
            text += &screen.heading(&voice.text_with("explain-goal", &[("goal", words.goal(it.part.goal).into())]));
        }
        text += &screen.item("–", &goal_reason(it, words));
    }
    Ok(text)
}

/// Why a visit is left out; or why one carer, or each, does not do it.
fn of_visit(
    plan: &RoutePlan,
    id: &VisitId,
    slot: usize,
    carer: Option<&CarerId>,
    words: &Words<'_>,
    screen: Screen,
) -> Result<String, AskError> {
    let slot = slot - 1;
    if let Some(carer) = carer {
        let answer = why_not(words.day, plan, id, slot, carer)?;
        return Ok(screen.heading(&title(id, words)) + &answered(&answer, id, carer, words, screen));
    }
    if plan.left_out.iter().any(|it| it.visit == *id) {
        let reasons = explain_left_out(words.day, plan)?;
        return Ok(reasons.iter().filter(|it| it.visit == *id).map(|it| left_out_reason(it, words, screen)).collect());
    }
    let mut text = screen.heading(&title(id, words));
    for carer in &words.day.carers {
        text += &answered(&why_not(words.day, plan, id, slot, &carer.id)?, id, &carer.id, words, screen);
    }
    Ok(text)
}

fn answered(answer: &WhyNot, id: &VisitId, carer: &CarerId, words: &Words<'_>, screen: Screen) -> String {
    let voice = words.voice;
    let carer = ("carer", carer.to_string().into());
    match answer {
        WhyNot::DoesAlready { start } => {
            screen.item("–", &voice.text_with("why-not-does", &[carer, ("start", words.minute(*start).into())]))
        }
        WhyNot::Hindered(found) if found.is_empty() => screen.item("–", &voice.text_with("why-not-no-shift", &[carer])),
        WhyNot::Hindered(found) => {
            obstacles(found, visit(words.day, id), words).iter().map(|line| screen.item("–", line)).collect()
        }
        WhyNot::Possible(instead) => {
            let variables =
                [carer, ("placed", placed(&instead.placed, words).into()), ("cost", outcome(instead, words).into())];
            screen.item("–", &voice.text_with("why-not-possible", &variables))
        }
    }
}

//! The day, and how much of it is planned.

use super::Summary;
use crate::route::figures::left_out;

pub(super) fn section(summary: &Summary<'_>) -> String {
    let (words, voice) = (&summary.words, summary.words.voice);
    let day = words.day;
    let left_out = left_out(day, summary.plan).len();
    let mut lines = Vec::new();
    if day.synthetic {
        lines.push(voice.text("day-synthetic"));
    }
    lines.push(words.counts());
    lines.push(if left_out == 0 {
        voice.text("route-all-planned")
    } else {
        voice.text_with("route-left-out", &[("count", left_out.into()), ("number", voice.count(left_out).into())])
    });
    let lines: String = lines.iter().map(|line| summary.screen.paragraph(line)).collect();
    summary.screen.heading(&voice.text_with("route-title", &[("dates", words.dates().into())])) + &lines
}

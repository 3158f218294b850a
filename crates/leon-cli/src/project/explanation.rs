//! What a year's gap rests on, on the terminal.

use crate::grid::{Grid, Lean};
use crate::names::Names;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_model::{Case, Scenario};
use leon_pages::projection::words;
use leon_project::{Explanation, Totals};

pub fn render(
    explained: &Explanation,
    case: &Case,
    scenario: &Scenario,
    voice: Voice,
    screen: Screen,
    top: usize,
) -> String {
    let names = Names { case, voice };
    let heading = [
        ("scenario", voice.name(&scenario.name_da, &scenario.name_en).to_owned().into()),
        ("year", explained.year.to_string().into()),
    ];
    let mut text = screen.heading(&voice.text_with("project-explain", &heading));
    let keys = ["column-need", "column-hands", "column-unmet", "column-fte"];
    let mut columns = vec![(Lean::Words, String::new())];
    columns.extend(keys.map(|key| (Lean::Number, voice.text(key))));
    let mut grid = Grid::new(columns);
    let lines: [(&str, &Totals); 4] = [
        ("project-first", &explained.first),
        ("project-need-stays", &explained.need_stays),
        ("project-hands-stay", &explained.hands_stay),
        ("project-this-year", &explained.central),
    ];
    for (key, it) in lines {
        grid.row([
            voice.text(key),
            voice.hours(it.need),
            voice.hours(it.hands),
            voice.hours(it.unmet),
            voice.number(it.unmet_fte.0, 0),
        ]);
    }
    text += &grid.render(screen.width);

    let keys = ["column-assumption", "column-evidence", "column-at-low", "column-at-high"];
    let leans = [Lean::Words, Lean::Words, Lean::Number, Lean::Number];
    let mut grid = Grid::new(leans.into_iter().zip(keys.map(|key| voice.text(key))));
    for it in explained.moved.iter().take(top) {
        grid.row([
            words::assumption(&it.assumption.id, names),
            voice.text(&format!("evidence-{}", it.assumption.class)),
            voice.number(it.low.unmet_fte.0, 0),
            voice.number(it.high.unmet_fte.0, 0),
        ]);
    }
    text += &screen.heading(&voice.text("project-moved"));
    text += &grid.render(screen.width);
    text += &screen.paragraph(&voice.text("project-moved-note"));
    text.trim_start_matches('\n').to_owned()
}

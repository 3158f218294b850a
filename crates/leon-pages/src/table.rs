//! Tables that a screen reader can follow, and the bars in their cells.

use maud::{Markup, html};

/// Which way a column leans: words left, numbers right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    Words,
    Number,
}

/// A table of so many rows is not broken over pages.
const SHORT: usize = 12;

/// A table with its caption; the first cell of a row is its heading.
pub fn table(caption: &str, columns: &[(Lean, String)], rows: &[Vec<Markup>]) -> Markup {
    let class = |lean: Lean| (lean == Lean::Number).then_some("number");
    html! {
        div.scroll.short[rows.len() <= SHORT] {
            table {
                caption { (caption) }
                thead { tr {
                    @for (lean, title) in columns {
                        @if title.is_empty() { td {} }
                        @else { th scope="col" class=[class(*lean)] { (title) } }
                    }
                } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (index, (cell, (lean, _))) in row.iter().zip(columns).enumerate() {
                                @if index == 0 { th scope="row" class=[class(*lean)] { (cell) } }
                                @else { td class=[class(*lean)] { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A cell of text.
pub fn text(text: impl AsRef<str>) -> Markup {
    html! { (text.as_ref()) }
}

/// A bar that fills this part of its cell. The number stands in another cell, so it is not read aloud.
pub fn bar(part: f64, class: &str) -> Markup {
    html! { span.track aria-hidden="true" { span class=(format!("bar {class}")) style=(width(part)) {} } }
}

/// A width in percent, between nothing and all.
pub fn width(part: f64) -> String {
    format!("width:{:.1}%", if part.is_finite() { part.clamp(0.0, 1.0) * 100.0 } else { 0.0 })
}

/// A number as a part of the largest; 0 when the largest is nothing.
pub fn part(value: f64, largest: f64) -> f64 {
    if largest > 0.0 { value / largest } else { 0.0 }
}

/// The largest of some numbers; 0 when there are none.
pub fn largest(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(0.0, f64::max)
}

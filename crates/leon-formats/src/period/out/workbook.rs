//! A roster as an XLSX workbook: a grid of people and dates for each unit, and a sheet for each table.

use super::{Duty, absence_name, duties, kind_name};
use crate::Lang;
use crate::results::{Results, add_tables, new_workbook};
use crate::write::WriteError;
use leon_model::{Date, Period, Person, Roster, ShiftKind, Unit};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use std::collections::{BTreeMap, BTreeSet};

/// Background by kind of shift, told apart by the colour-blind and in grey (Paul Tol, *Colour schemes*, SRON 2021, the
/// light scheme). The shift's id stands in the cell as well.
fn colour(kind: ShiftKind) -> u32 {
    match kind {
        ShiftKind::Day => 0x00EE_DD88,
        ShiftKind::Evening => 0x00EE_8866,
        ShiftKind::Night => 0x0077_AADD,
        ShiftKind::OnCallAtWork => 0x00BB_CC33,
        ShiftKind::OnCallAtHome => 0x0044_BB99,
    }
}

const ABSENT: u32 = 0x00DD_DDDD;
const WEEKEND: u32 = 0x00EE_EEEE;

/// The workbook in memory: a grid for each unit, named by its id, and then the tables.
///
/// # Errors
/// [`WriteError::Table`] when a row of a table does not fit its columns, [`WriteError::Workbook`] when there is more
/// than a sheet can hold (16,384 columns, 1,048,576 rows, 32,767 characters in a cell).
pub fn roster_workbook(period: &Period, roster: &Roster, tables: &Results, lang: Lang) -> Result<Vec<u8>, WriteError> {
    let mut workbook = new_workbook(&tables.title)?;
    let duties = duties(period, roster);
    let mut names: BTreeSet<String> = tables.tables.iter().map(|it| it.name.clone()).collect();
    names.insert("contents".to_owned());
    for unit in &period.units {
        let name = sheet_name(unit.id.as_str(), &mut names);
        grid(&mut workbook, &name, period, unit, &duties, lang)?;
    }
    add_tables(&mut workbook, tables)?;
    Ok(workbook.save_to_buffer()?)
}

/// A name that a sheet can have: 31 characters at most, none of `[]:*?/\'`, and not one that is taken.
fn sheet_name(id: &str, taken: &mut BTreeSet<String>) -> String {
    let plain: String = id.chars().map(|it| if "[]:*?/\\'".contains(it) { '_' } else { it }).take(27).collect();
    let numbered = (2..).map(|count| format!("{plain}~{count}"));
    let mut names = std::iter::once(plain.clone()).chain(numbered);
    names.find(|it| taken.insert(it.to_lowercase())).unwrap_or(plain)
}

fn grid(
    workbook: &mut Workbook,
    name: &str,
    period: &Period,
    unit: &Unit,
    duties: &[Duty<'_>],
    lang: Lang,
) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    sheet.write_string_with_format(0, 0, &unit.name, &Format::new().set_bold().set_font_size(14))?;
    legend(sheet, lang)?;
    let header = Format::new().set_bold().set_align(FormatAlign::Center).set_text_wrap().set_border(FormatBorder::Thin);
    let dates: Vec<Date> = period.dates().collect();
    for (at, date) in (2_u16..).zip(&dates) {
        let (_, month, day) = date.year_month_day();
        let off = date.weekday().is_weekend() || period.is_public_holiday(*date);
        let format = if off { header.clone().set_background_color(WEEKEND) } else { header.clone() };
        let label = format!("{} {day}.{month}.", weekday(*date, lang));
        sheet.write_string_with_format(HEADER, at, label, &format)?;
        sheet.set_column_width(at, 6)?;
    }
    let here: BTreeMap<usize, &Person> = period
        .people
        .iter()
        .enumerate()
        .filter(|(row, person)| {
            person.workplaces.iter().any(|it| it.unit == unit.id)
                || duties.iter().any(|it| it.row == *row && it.shift.unit == unit.id)
        })
        .collect();
    for (line, (row, person)) in (HEADER + 1..).zip(&here) {
        sheet.write_string(line, 0, person.id.as_str())?;
        sheet.write_string(line, 1, person.group.as_str())?;
        for (at, date) in (2_u16..).zip(&dates) {
            let own: Vec<&Duty<'_>> =
                duties.iter().filter(|it| it.row == *row && it.assignment.date == *date).collect();
            if let Some((text, colour)) = cell(unit, person, *date, &own, lang) {
                let format = Format::new()
                    .set_background_color(colour)
                    .set_align(FormatAlign::Center)
                    .set_border(FormatBorder::Thin);
                sheet.write_string_with_format(line, at, text, &format)?;
            }
        }
    }
    sheet.set_column_width(0, 12)?;
    sheet.set_column_width(1, 16)?;
    sheet.set_freeze_panes(HEADER + 1, 2)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(HEADER, HEADER)?;
    Ok(())
}

/// The line of the dates.
const HEADER: u32 = 2;

/// Which colour is which kind, in words.
fn legend(sheet: &mut Worksheet, lang: Lang) -> Result<(), XlsxError> {
    for (at, kind) in (0_u16..).zip(ShiftKind::ALL) {
        let format = Format::new().set_background_color(colour(kind)).set_border(FormatBorder::Thin);
        // Three columns each: the words are longer than a date's column.
        sheet.merge_range(1, 2 + 4 * at, 1, 5 + 4 * at, kind_name(kind, lang), &format)?;
    }
    Ok(())
}

/// What stands on a person's date: shifts, those of other units with the unit's id; or why the person is away.
fn cell(unit: &Unit, person: &Person, date: Date, own: &[&Duty<'_>], lang: Lang) -> Option<(String, u32)> {
    if let Some(first) = own.first() {
        let text = |it: &&Duty<'_>| {
            let function = it.assignment.function.as_ref().map_or(String::new(), |it| format!(" {it}"));
            let elsewhere = if it.shift.unit == unit.id { String::new() } else { format!(" @{}", it.shift.unit) };
            format!("{}{function}{elsewhere}", it.shift.id)
        };
        return Some((own.iter().map(text).collect::<Vec<_>>().join(" + "), colour(first.shift.kind)));
    }
    let (from, to) = (date.midnight(), (date + 1).midnight());
    let away = person.absences.iter().find(|it| it.from < to && from < it.to);
    away.map(|it| (absence_name(it.kind, lang).to_owned(), ABSENT))
}

fn weekday(date: Date, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Da => ["ma", "ti", "on", "to", "fr", "lø", "sø"],
        Lang::En => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    };
    names[date.weekday() as usize]
}

//! Reads a case and finds everything that is wrong with it.

use crate::cause::Cause;
use crate::cell_reader::{CellReader, Header, Ids};
use crate::csv_text::{TextFault, decode, record_rows};
use crate::fault;
use crate::files::{CaseFiles, Folder};
use crate::package::DESCRIPTOR;
use crate::package_reader::{Description, read_description, unreadable};
use crate::problem::{Problem, Problems};
use crate::rows::{Parameter, Row, parameters_by_id};
use crate::schema::{TABLES, TableSchema};
use crate::shown::shown;
use leon_model::{Case, CaseProblem, Table, Tables, looks_like_cpr};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Largest cell that is read, in bytes.
const CELL_BYTES_MAX: usize = 1_000_000;

/// A case that was looked at.
#[derive(Debug)]
pub struct Checked {
    /// The case, unless an error keeps it from being planned.
    pub case: Option<Case>,
    /// Every problem, warnings among them, by file and row.
    pub problems: Vec<Problem>,
}

/// Reads the case in a folder.
///
/// # Errors
/// Every problem at once, warnings among them, by file and row.
///
/// # Example
/// ```
/// use leon_formats::{Lang, WriteOptions, example_case, read_case, write_case};
/// let dir = tempfile::tempdir()?;
/// write_case(&example_case(), dir.path(), &WriteOptions::default())?;
/// std::fs::remove_file(dir.path().join("tasks.csv"))?;
/// let problems = read_case(dir.path()).unwrap_err();
/// assert!(problems[0].message(Lang::En).starts_with("tasks.csv: The file is missing."));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_case(dir: &Path) -> Result<Case, Vec<Problem>> {
    let checked = check_case(&Folder::new(dir));
    checked.case.ok_or(checked.problems)
}

/// Reads a case from a folder or from memory, and says what is wrong or odd with it.
pub fn check_case(files: &dyn CaseFiles) -> Checked {
    let mut reader = Reader::default();
    if !files.exists() {
        reader.problems.add("", None, None, Cause::FolderMissing {});
        return Checked { case: None, problems: reader.problems.into_sorted(&[]) };
    }
    let description = read_description(files, &mut reader.problems);
    let mut tables = Tables { name: description.name.clone(), title: description.title.clone(), ..Tables::default() };
    // Without a description and without any table there is no case, and one problem says so.
    if description.tables_known || !description.paths.is_empty() {
        reader.read_tables(files, &description, &mut tables);
    } else {
        return Checked { case: None, problems: reader.problems.into_sorted(&[]) };
    }
    let case = reader.check_together(tables);
    let mut order = vec![DESCRIPTOR.to_owned()];
    order.extend(TABLES.iter().map(|it| reader.file(it.table)));
    let case = case.filter(|_| !reader.problems.has_errors());
    Checked { case, problems: reader.problems.into_sorted(&order) }
}

#[derive(Default)]
struct Reader {
    ids: Ids,
    problems: Problems,
    paths: BTreeMap<Table, String>,
    /// The row in its file of each record read.
    rows: BTreeMap<Table, Vec<u32>>,
    /// Tables of which something could not be read.
    unread: BTreeSet<Table>,
}

impl Reader {
    fn file(&self, table: Table) -> String {
        self.paths.get(&table).filter(|it| !it.is_empty()).cloned().unwrap_or_else(|| crate::write::file_name(table))
    }

    fn read_tables(&mut self, files: &dyn CaseFiles, description: &Description, tables: &mut Tables) {
        self.paths.clone_from(&description.paths);
        tables.sources = self.table(files);
        let parameters = self.table(files);
        self.set_parameters(parameters, tables);
        tables.places = self.table(files);
        tables.settings = self.table(files);
        tables.complexities = self.table(files);
        tables.staff_groups = self.table(files);
        tables.competences = self.table(files);
        tables.holdings = self.table(files);
        tables.tasks = self.table(files);
        tables.needs = self.table(files);
        tables.capacity = self.table(files);
        tables.extra_hours = self.table(files);
        tables.prices = self.table(files);
        tables.pools = self.table(files);
        tables.continuity = self.table(files);
        tables.baseline = self.table(files);
        tables.bindings = self.table(files);
        tables.technologies = self.table(files);
        tables.recruitment = self.table(files);
        tables.population = self.table(files);
        tables.population_history = self.table(files);
        tables.care_use = self.table(files);
        tables.workforce = self.table(files);
    }

    /// Puts the parameters in their places, and their rows in the order in which the model counts them.
    fn set_parameters(&mut self, read: Vec<Parameter>, tables: &mut Tables) {
        let file_rows = self.rows.remove(&Table::Parameters).unwrap_or_default();
        let mut rows = Vec::new();
        for (id, slot) in parameters_by_id(&mut tables.parameters) {
            let mut first = None;
            for (parameter, row) in read.iter().zip(&file_rows).filter(|(it, _)| it.id == id) {
                if let Some(first) = first {
                    let cause = Cause::Duplicate { id: id.to_owned(), first_row: format!("{first}") };
                    self.problems.add(&self.file(Table::Parameters), Some(*row as usize), Some("id"), cause);
                } else {
                    first = Some(*row);
                    rows.push(*row);
                    *slot = Some(parameter.value.clone());
                }
            }
        }
        self.rows.insert(Table::Parameters, rows);
    }

    /// The rows of a table that can be read.
    fn table<R: Row>(&mut self, files: &dyn CaseFiles) -> Vec<R> {
        let schema = TableSchema::of(R::TABLE);
        let file = self.file(R::TABLE);
        let Some(path) = self.paths.get(&R::TABLE) else {
            if schema.required {
                let cause = Cause::TableMissing { table: R::TABLE.name().to_owned() };
                self.problems.add(DESCRIPTOR, None, None, cause);
                self.unread.insert(R::TABLE);
            }
            return Vec::new();
        };
        if path.is_empty() {
            self.unread.insert(R::TABLE);
            return Vec::new();
        }
        let read = match files.read(path) {
            Ok(bytes) => decode(&bytes).and_then(|text| self.table_text(schema, &file, text)),
            Err(error) => Err(TextFault { row: None, cause: unreadable(error) }),
        };
        read.unwrap_or_else(|fault| {
            self.problems.add(&file, fault.row, None, fault.cause);
            self.unread.insert(R::TABLE);
            Vec::new()
        })
    }

    fn table_text<R: Row>(
        &mut self,
        schema: &'static TableSchema,
        file: &str,
        text: &str,
    ) -> Result<Vec<R>, TextFault> {
        let record_rows = record_rows(text)?;
        let mut csv = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut record = csv::StringRecord::new();
        let mut next = |record: &mut csv::StringRecord| {
            csv.read_record(record)
                .map_err(|error| TextFault { row: None, cause: Cause::FileUnreadable { reason: error.to_string() } })
        };
        if !next(&mut record)? {
            return Err(TextFault { row: None, cause: Cause::NoHeader {} });
        }
        let header_row = record_rows.first().map_or(1, |row| *row as usize);
        let Some(header) = self.header(schema, file, header_row, &record)? else {
            self.unread.insert(R::TABLE);
            return Ok(Vec::new());
        };
        let columns = record.len();
        let mut rows = Vec::new();
        let mut file_rows = Vec::new();
        for file_row in &record_rows[1..] {
            if !next(&mut record)? {
                break;
            }
            let row = *file_row as usize;
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let whole = self.fits(&header, row, &record, columns);
            if !whole {
                self.unread.insert(R::TABLE);
                continue;
            }
            let mut cells = CellReader::new(&header, &record, row, &mut self.ids, &mut self.problems);
            let read = R::read(&mut cells);
            let good = cells.finish();
            if good {
                rows.push(read);
                file_rows.push(*file_row);
            } else {
                self.unread.insert(R::TABLE);
            }
        }
        self.rows.insert(R::TABLE, file_rows);
        Ok(rows)
    }

    /// Whether a record has a field for each column, none of them out of all proportion, and nothing in
    /// the columns that Leon does not read looks like a CPR number.
    fn fits(&mut self, header: &Header, row: usize, record: &csv::StringRecord, columns: usize) -> bool {
        let mut fits = true;
        if record.len() != columns {
            let cause = Cause::FieldCount { fields: record.len(), columns };
            self.problems.add(&header.file, Some(row), None, cause);
            fits = false;
        }
        if let Some(cell) = record.iter().find(|it| it.len() > CELL_BYTES_MAX) {
            let cause = Cause::CellTooLarge { kilobytes: cell.len() / 1000 };
            self.problems.add(&header.file, Some(row), None, cause);
            return false;
        }
        let read_later = |at: usize| fits && header.columns.iter().any(|(_, column)| *column == Some(at));
        if record.iter().enumerate().any(|(at, cell)| !read_later(at) && looks_like_cpr(cell)) {
            self.problems.add(&header.file, Some(row), None, Cause::CprLike {});
            return false;
        }
        fits
    }

    /// Where the columns stand; `None` when one is missing or stands twice, which is reported.
    fn header(
        &mut self,
        schema: &'static TableSchema,
        file: &str,
        row: usize,
        record: &csv::StringRecord,
    ) -> Result<Option<Header>, TextFault> {
        if record.len() == 1 {
            let other = [(';', "semikolon (;)"), ('\t', "tabulator")].into_iter().find(|(c, _)| record[0].contains(*c));
            if let Some((_, delimiter)) = other {
                let cause = Cause::Delimiter { delimiter: delimiter.to_owned() };
                return Err(TextFault { row: Some(row), cause });
            }
        }
        let names: Vec<&str> = record.iter().map(str::trim).collect();
        let known = schema.file_columns();
        let mut good = true;
        let mut report = |cause: Cause| {
            good &= cause.is_warning();
            self.problems.add(file, Some(row), None, cause);
        };
        for (at, name) in names.iter().enumerate() {
            let is_known = known.iter().any(|it| it.name == *name);
            if looks_like_cpr(name) {
                report(Cause::CprLike {});
            } else if is_known && names[..at].contains(name) {
                report(Cause::ColumnTwice { column: shown(name) });
            } else if !is_known {
                report(Cause::ColumnUnknown { column: shown(name) });
            }
        }
        let place = |name: &str| names.iter().position(|it| *it == name);
        for column in known.iter().filter(|it| it.required_in_header && place(&it.name).is_none()) {
            report(Cause::ColumnMissing { column: column.name.clone() });
        }
        let columns = known.into_iter().map(|it| (place(&it.name), it.name)).map(|(at, name)| (name, at)).collect();
        Ok(good.then(|| Header { schema, file: file.to_owned(), columns }))
    }

    /// Checks the tables together, and reports what the model finds.
    fn check_together(&mut self, tables: Tables) -> Option<Case> {
        let (case, found) = match Case::new(tables) {
            Ok(case) => {
                let warnings = case.warnings().to_vec();
                (Some(case), warnings)
            }
            Err(found) => (None, found),
        };
        for problem in found {
            if !fault::may_follow_from(&problem.fault, problem.table, &self.unread) {
                self.add_model_problem(&problem);
            }
        }
        case
    }

    fn add_model_problem(&mut self, problem: &CaseProblem) {
        let rows = self.rows.get(&problem.table).map(Vec::as_slice).unwrap_or_default();
        let file_row = |index: usize| rows.get(index).map_or(0, |row| *row as usize);
        let cause = fault::cause(&problem.fault, file_row);
        let of_table = matches!(cause, Cause::NoRows {} | Cause::ComplexityMissing { .. });
        let row = (!of_table).then(|| file_row(problem.row));
        let column = (!problem.column.is_empty() && !of_table).then_some(problem.column);
        self.problems.add(&self.file(problem.table), row, column, cause);
    }
}

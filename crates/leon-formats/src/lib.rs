//! Leon's file formats, in and out.
//!
//! A case is a folder: a [Frictionless Data Package](https://specs.frictionlessdata.io/data-package/) of
//! CSV tables that open in a spreadsheet. [`read_case`] returns a valid [`leon_model::Case`] or every
//! [`Problem`] at once; [`write_case`] writes one. The tables are defined once, in [`schema`]; the header
//! check, `datapackage.json` and the reference page follow from there.

mod calendar;
mod cause;
mod cell_reader;
mod cell_writer;
mod csv_text;
pub mod day;
mod example;
mod fault;
mod files;
mod fingerprint;
mod formula;
mod lang;
pub mod measure;
mod number;
mod package;
mod package_reader;
pub mod period;
mod problem;
mod read;
mod reference;
pub mod research;
pub mod results;
mod rows;
pub mod scenario;
pub mod schema;
mod shown;
pub mod statbank;
mod subscription;
mod write;

pub use cause::Cause;
pub use example::{EXAMPLE_FILES, example_case, write_example};
pub use files::{CaseFiles, FileError, Folder};
pub use fingerprint::{case_sha256, sha256};
pub use lang::Lang;
pub use package::{DESCRIPTOR, Licence};
pub use problem::{Problem, problem_reference};
pub use read::{Checked, check_case, read_case};
pub use reference::case_format_reference;
pub use subscription::{Engagement, subscription};
pub use write::{WriteError, WriteOptions, case_files, write_case};

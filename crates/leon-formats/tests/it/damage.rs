//! Ways to damage the files of a case.

use leon_formats::EXAMPLE_FILES;
use std::collections::BTreeMap;

/// The files of a case, to be damaged.
pub struct Files(pub BTreeMap<String, Vec<u8>>);

impl Files {
    /// The example, whole.
    pub fn example() -> Self {
        Self(EXAMPLE_FILES.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect())
    }

    pub fn text(&self, file: &str) -> String {
        String::from_utf8(self.0[file].clone()).unwrap()
    }

    pub fn put(&mut self, file: &str, bytes: impl Into<Vec<u8>>) {
        self.0.insert(file.to_owned(), bytes.into());
    }

    pub fn remove(&mut self, file: &str) {
        self.0.remove(file).expect("the example has the file");
    }

    /// Changes the file's whole text.
    pub fn edit(&mut self, file: &str, change: impl FnOnce(String) -> String) {
        let text = change(self.text(file));
        self.put(file, text);
    }

    /// Replaces the first occurrence of some text, which must be there.
    pub fn replace(&mut self, file: &str, from: &str, to: &str) {
        assert!(self.text(file).contains(from), "{file} has no {from}");
        self.edit(file, |text| text.replacen(from, to, 1));
    }

    /// Adds text at the end.
    pub fn append(&mut self, file: &str, more: &str) {
        self.edit(file, |text| text + more);
    }

    /// Writes a cell, by its row in a spreadsheet and its column's name.
    pub fn set(&mut self, file: &str, row: usize, column: &str, value: &str) {
        let mut rows = self.rows(file);
        let at = rows[0].iter().position(|it| it == column).expect("the example has the column");
        rows[row - 1][at] = value.to_owned();
        self.put_rows(file, &rows);
    }

    /// Takes a column out.
    pub fn drop_column(&mut self, file: &str, column: &str) {
        let mut rows = self.rows(file);
        let at = rows[0].iter().position(|it| it == column).expect("the example has the column");
        rows.iter_mut().for_each(|row| drop(row.remove(at)));
        self.put_rows(file, &rows);
    }

    /// Keeps the rows for which a condition on their text holds; the header stays.
    pub fn keep_rows(&mut self, file: &str, keep: impl Fn(&str) -> bool) {
        self.edit(file, |text| {
            let kept = text.lines().enumerate().filter(|(at, line)| *at == 0 || keep(line));
            kept.map(|(_, line)| format!("{line}\n")).collect()
        });
    }

    fn rows(&self, file: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(self.0[file].as_slice());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    fn put_rows(&mut self, file: &str, rows: &[Vec<String>]) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        self.put(file, writer.into_inner().unwrap());
    }
}

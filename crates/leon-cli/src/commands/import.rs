//! `leon import`: figures from elsewhere into a case.

use super::{not_written, print, read_case};
use crate::args::{ImportArgs, ImportCommand, ImportStatbankArgs};
use crate::failure::Failure;
use crate::route::read::{errors, name, tell};
use crate::texts::Voice;
use leon_formats::statbank::{Refresh, refresh};
use leon_formats::{DESCRIPTOR, WriteOptions, case_files};
use leon_model::{Case, Table};

pub fn run(args: &ImportArgs, voice: Voice) -> Result<(), Failure> {
    match &args.command {
        ImportCommand::Statbank(args) => statbank(args, voice),
    }
}

/// Refreshes tables of a case; writes only when every file could be used.
fn statbank(args: &ImportStatbankArgs, voice: Voice) -> Result<(), Failure> {
    let before = read_case(&args.case, voice)?;
    let to = match &args.setting {
        Some(setting) if before.settings.iter().any(|it| it.id == *setting) => Refresh::CareUse(setting.clone()),
        Some(setting) => {
            let id = [("id", setting.to_string().into())];
            return Err(Failure::Usage(voice.text_with("import-unknown-setting", &id)));
        }
        None => Refresh::Inhabitants,
    };
    let mut case = before.clone();
    let mut said = String::new();
    let mut changed = vec![Table::Sources];
    for path in &args.files {
        let bytes = std::fs::read(path).map_err(|error| {
            let file = [("file", path.display().to_string().into()), ("reason", error.to_string().into())];
            Failure::Input(voice.text_with("failure-read", &file))
        })?;
        let file = name(path);
        let refreshed = refresh(&file, &bytes, &case, &to);
        tell(&refreshed.problems, voice);
        let (Some(tables), Some(table)) = (refreshed.tables, refreshed.table) else {
            return Err(errors(refreshed.problems.len(), voice));
        };
        case = Case::new(tables).map_err(|problems| {
            let reason = problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
            Failure::Input(
                voice.text_with("import-no-case", &[("file", file.clone().into()), ("reason", reason.into())]),
            )
        })?;
        changed.push(table);
        let variables =
            [("file", file.into()), ("table", table.name().into()), ("rows", voice.count(refreshed.rows).into())];
        said += &format!("{}\n", voice.text_with("import-done", &variables));
    }
    write(args, &before, &case, &changed, voice)?;
    print(&said);
    Ok(())
}

/// Writes the tables that changed; the description too where the case did not have one of them.
fn write(
    args: &ImportStatbankArgs,
    before: &Case,
    case: &Case,
    changed: &[Table],
    voice: Voice,
) -> Result<(), Failure> {
    let internal = |reason: leon_formats::WriteError| {
        Failure::Internal(voice.text_with("failure-internal", &[("reason", reason.to_string().into())]))
    };
    let old = case_files(before, &WriteOptions::default()).map_err(internal)?;
    let new = case_files(case, &WriteOptions::default()).map_err(internal)?;
    let mut names: Vec<String> = changed.iter().map(|it| format!("{}.csv", it.name())).collect();
    if names.iter().any(|it| !old.contains_key(it)) {
        names.push(DESCRIPTOR.to_owned());
    }
    for name in names {
        let path = args.case.join(&name);
        let temporary = args.case.join(format!("{name}.new"));
        let put = std::fs::write(&temporary, &new[&name]).and_then(|()| std::fs::rename(&temporary, &path));
        put.map_err(|reason| not_written(&path, &reason, voice))?;
    }
    Ok(())
}

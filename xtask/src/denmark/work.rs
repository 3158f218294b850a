//! How a setting's care hours fall on tasks and complexities, nationally.
//!
//! Figure 2.13 divides all home nursing *services* on tasks, whoever gives them; SSA and SSH of the
//! home care give a part of them. With `H` the care hours of the home nursing's own staff, `N` all
//! nursing hours, `s` a task's share of `N` and `h` the part of it that home care gives:
//!
//! ```text
//! N = H + Σ s·h·N, so N = H / (1 − Σ s·h)
//! ```
//!
//! The home nursing then has `s·(1−h)·N` of each task. Home care has `s·h·N` of it, its own coordination,
//! and for the rest of its hours the services of figure 2.14.

use super::capacity::StaffHours;
use super::input::{InputError, Row, rows};
use leon_model::{Complexity, SettingId, TaskId};
use std::collections::BTreeMap;
use std::path::Path;

/// The share of a setting's care hours that one task at one complexity takes.
pub(super) struct Work {
    pub(super) task: TaskId,
    pub(super) complexity: Complexity,
    pub(super) share: f64,
}

/// A service with its share of all such services, and the part given elsewhere.
struct Service {
    task: TaskId,
    share: f64,
    in_home_care: f64,
    in_nursing_home: bool,
}

const HOME_NURSING: &str = "home_nursing";
const HOME_CARE: &str = "home_care";
/// Stands in `own_tasks.csv` for all services of a list, at their shares.
const NURSING_SERVICES: &str = "@nursing_services";
const HOME_SERVICES: &str = "@home_services";

/// The tasks of every setting; each setting's shares add up to 1.
pub(super) fn read(inputs: &Path, hours: &StaffHours) -> Result<BTreeMap<SettingId, Vec<Work>>, InputError> {
    let nursing = services(inputs, "nursing_services.csv", |row| row.number("done_in_home_care"))?;
    let home = services(inputs, "home_services.csv", |_| Ok(0.0))?;
    let mut shares: BTreeMap<SettingId, Vec<(TaskId, f64)>> = BTreeMap::new();
    for row in rows(inputs, "own_tasks.csv")? {
        let (task, share): (TaskId, f64) = (row.word("task")?, row.number("share")?);
        let list = shares.entry(row.word("setting")?).or_default();
        match task.as_str() {
            NURSING_SERVICES => list.extend(scaled(in_nursing_homes(&nursing), share)),
            HOME_SERVICES => list.extend(scaled(in_nursing_homes(&home), share)),
            _ => list.push((task, share)),
        }
    }
    let home_nursing = hours.care_hours(&HOME_NURSING.into());
    let given_elsewhere: f64 = nursing.iter().map(|it| it.share * it.in_home_care).sum();
    let all_nursing = home_nursing / (1.0 - given_elsewhere);
    let kept = |it: &Service| (it.task.clone(), it.share * (1.0 - it.in_home_care) * all_nursing / home_nursing);
    shares.insert(HOME_NURSING.into(), nursing.iter().map(kept).collect());

    let home_care = hours.care_hours(&HOME_CARE.into());
    let list = shares.entry(HOME_CARE.into()).or_default();
    let taken = |it: &Service| (it.task.clone(), it.share * it.in_home_care * all_nursing / home_care);
    list.extend(nursing.iter().filter(|it| it.in_home_care > 0.0).map(taken));
    let left = 1.0 - list.iter().map(|(_, share)| share).sum::<f64>();
    list.extend(scaled(home.iter().map(|it| (it.task.clone(), it.share)).collect(), left));
    by_complexity(inputs, shares)
}

fn services(
    inputs: &Path,
    name: &str,
    in_home_care: impl Fn(&Row) -> Result<f64, InputError>,
) -> Result<Vec<Service>, InputError> {
    let service = |row: Row| {
        Ok(Service {
            task: row.word("task")?,
            share: row.number("share")?,
            in_home_care: in_home_care(&row)?,
            in_nursing_home: row.parse("in_nursing_home", |word| word.parse().ok())?,
        })
    };
    rows(inputs, name)?.into_iter().map(service).collect()
}

fn in_nursing_homes(services: &[Service]) -> Vec<(TaskId, f64)> {
    services.iter().filter(|it| it.in_nursing_home).map(|it| (it.task.clone(), it.share)).collect()
}

/// The same proportions, adding up to `total`.
fn scaled(shares: Vec<(TaskId, f64)>, total: f64) -> Vec<(TaskId, f64)> {
    let sum: f64 = shares.iter().map(|(_, share)| share).sum();
    shares.into_iter().map(|(task, share)| (task, share * total / sum)).collect()
}

fn by_complexity(
    inputs: &Path,
    shares: BTreeMap<SettingId, Vec<(TaskId, f64)>>,
) -> Result<BTreeMap<SettingId, Vec<Work>>, InputError> {
    let mut work = BTreeMap::new();
    for row in rows(inputs, "complexity_mix.csv")? {
        let setting: SettingId = row.word("setting")?;
        let tasks = shares.get(&setting).ok_or_else(|| row.wrong("setting", "has no tasks"))?;
        let mut cells = Vec::new();
        for (task, share) in tasks {
            for &complexity in Complexity::ALL {
                let share = share * row.number(complexity.as_str())?;
                cells.push(Work { task: task.clone(), complexity, share });
            }
        }
        work.insert(setting, cells);
    }
    Ok(work)
}

//! The steps from an empty database to this version's. **A step that has been released is never changed.**

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// Name and statements of each step, in order.
const STEPS: &[(&str, &str)] = &[
    ("start", include_str!("../migrations/0001_start.sql")),
    ("jobs once", include_str!("../migrations/0002_jobs_once.sql")),
    ("wishes", include_str!("../migrations/0003_wishes.sql")),
    ("calendars", include_str!("../migrations/0004_calendars.sql")),
    ("identities", include_str!("../migrations/0005_identities.sql")),
    ("requests", include_str!("../migrations/0006_requests.sql")),
];

/// The number of this version's last step.
pub(crate) fn last_step() -> i64 {
    STEPS.len() as i64
}

/// Every step up to one.
pub(crate) fn migrator_to(last: i64) -> Migrator {
    let step = |(index, &(name, sql)): (usize, &(&'static str, &'static str))| {
        Migration::new(index as i64 + 1, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(STEPS.iter().take(last as usize).enumerate().map(step).collect())
}

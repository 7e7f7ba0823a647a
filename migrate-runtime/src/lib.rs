//! Compile-time checked SQL migrations with a revision graph.
//!
//! [`embed_migrations!`] reads a folder of SQL files while the program compiles, checks the graph and every statement,
//! and embeds a [`Migrations`]. When the program starts, [`Migrations::upgrade`] brings the database up to date:
//!
//! ```no_run
//! use migrate_runtime::{Migrations, embed_migrations};
//! use std::time::Duration;
//!
//! static MIGRATIONS: Migrations = embed_migrations!("../migrations");
//!
//! # async fn start() -> Result<(), Box<dyn std::error::Error>> {
//! let pool = sqlx::SqlitePool::connect("sqlite://shop.db?mode=rwc").await?;
//! let report = MIGRATIONS.upgrade(&pool).wait(Duration::from_secs(60)).await?;
//! println!("{report}");
//! // … serve
//! # Ok(())
//! # }
//! ```
//!
//! What is *not* here: no SQL parser and nothing that reads the folder. The cargo features `postgres`, `mysql` (for MySQL
//! and MariaDB) and `sqlite` choose the drivers, and with them the checks that the macro can do.

#[cfg(not(any(feature = "postgres", feature = "mysql", feature = "sqlite")))]
compile_error!("migrate-runtime needs a driver: enable one or more of the features `postgres`, `mysql` and `sqlite`");

mod adopt;
mod database;
mod diff;
mod divergence;
mod driver;
mod elsewhere;
mod error;
mod event;
mod executor;
mod failure;
mod help;
mod host;
mod introspect;
mod lease;
mod locate;
mod migrations;
mod models;
mod notices;
mod offline;
mod paste;
mod pause;
mod prepare;
mod repair;
mod report;
mod request;
mod schema;
mod stale;
mod stop;
mod tenants;
mod trouble;
mod wanted;
mod world;

pub use adopt::Tool;
pub use database::{Database, redacted};
pub use diff::EditedStatement;
pub use divergence::{Edit, Moved, Newer};
pub use error::Error;
pub use event::Event;
pub use failure::{Cause, Failure, Interrupted, InterruptedWhy, LedgerWork, Left};
#[doc(hidden)]
pub use introspect::{Rows, ask};
pub use migrate_core::graph::Graph;
pub use migrate_core::lease::Lock;
pub use migrate_core::ledger::Row;
pub use migrate_core::limits::Limit;
pub use migrate_core::script::{Script, Transaction, Verdict};
pub use migrate_core::target::{Target, TargetError};
pub use migrate_core::{Dialect, Direction, Revision};
pub use migrate_macros::{Enum, Table};
pub use migrations::{IntoTarget, Label, Migrations};
pub use models::{Columns, Enum, Table};
pub use offline::Offline;
pub use repair::{Problem, Record, Repaired, Repairs};
pub use report::{Report, Status, Taken};
pub use request::{Adopt, Downgrade, Read, Repair, Request, Settle, Stamp, Upgrade};
pub use schema::Schema;
pub use stop::{Stopped, StoppedAt};
pub use tenants::{Reports, Survey, Targets, Tenant};

/// Embeds a folder of migrations, checked while the program compiles.
///
/// The folder is relative to the package's `Cargo.toml`; it may also begin with `$CARGO_MANIFEST_DIR` or `$OUT_DIR`. As an
/// expression it is a [`Migrations`]:
///
/// ```
/// use migrate_runtime::{Migrations, embed_migrations};
///
/// static MIGRATIONS: Migrations = embed_migrations!("../migrations");
/// assert_eq!(MIGRATIONS.heads().len(), 1);
/// ```
///
/// As an item it is a module with a name for each revision, so that code which names one breaks when it is renamed or
/// removed:
///
/// ```
/// migrate_runtime::embed_migrations! { pub mod db = "../migrations" }
///
/// assert_eq!(db::HEAD.id(), db::MIGRATIONS.heads()[0].id);
/// assert_eq!(db::Revision::ALL.len(), db::MIGRATIONS.revisions().len());
/// ```
///
/// What the folder's `migrate.toml` does not say may be said here: `embed_migrations!("migrations", dialect = "sqlite")`.
///
/// # Errors
///
/// Whatever is wrong in the folder is a compile error that shows the file, the line and what to do; all problems come at
/// once.
#[macro_export]
macro_rules! embed_migrations {
    ($($input:tt)*) => {
        $crate::__private_0_1_0::embed! { ($crate) $($input)* }
    };
}

/// For the macro of the same version, and for nobody else. A test holds the name to the version.
#[doc(hidden)]
pub mod __private_0_1_0 {
    pub use crate::migrations::{IntoTarget, Label, Migrations};
    pub use crate::models::{count, join};
    pub use migrate_core::target::{Target, TargetError};
    pub use migrate_macros::embed;

    /// What a module's `Revision` can do. Written by hand: derives over a thousand variants cost seconds.
    #[macro_export]
    #[doc(hidden)]
    macro_rules! __revision_impls {
        ($name:ident) => {
            impl ::core::cmp::PartialEq for $name {
                fn eq(&self, other: &Self) -> bool {
                    *self as u32 == *other as u32
                }
            }
            impl ::core::cmp::Eq for $name {}
            impl ::core::fmt::Debug for $name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.write_str(self.id())
                }
            }
            impl $crate::IntoTarget for $name {
                fn into_target(self) -> ::core::result::Result<$crate::Target, $crate::TargetError> {
                    ::core::result::Result::Ok(self.into())
                }
            }
            impl ::core::convert::From<$name> for $crate::Target {
                fn from(revision: $name) -> Self {
                    $crate::Target::revision(revision.id())
                }
            }
        };
    }
    pub use crate::__revision_impls as revision_impls;
}

//! What stands behind the columns of a table of MySQL, and defaults that come later.

use std::sync::Arc;

use super::{default, expr::Where, refused};
use crate::catalog::change::Expr;
use crate::catalog::details::{Options, Settings};
use crate::catalog::name::Ident;
use crate::catalog::{Catalog, Key};
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};
use crate::source::Place;
use crate::sql::characters;

/// The engines of MySQL and MariaDB, those that nobody builds any more included.
const ENGINES: &[&str] = &[
    "archive",
    "aria",
    "blackhole",
    "columnstore",
    "connect",
    "csv",
    "example",
    "falcon",
    "federated",
    "federatedx",
    "heap",
    "innodb",
    "maria",
    "memory",
    "merge",
    "mrg_myisam",
    "mroonga",
    "myisam",
    "ndb",
    "ndbcluster",
    "oqgraph",
    "pbxt",
    "performance_schema",
    "rocksdb",
    "s3",
    "sequence",
    "sphinx",
    "spider",
    "tokudb",
    "xtradb",
    "isam",
    "bdb",
    "berkeleydb",
];

impl Catalog {
    /// What is said about a table that is made.
    pub(in crate::catalog) fn check_table_options(&self, name: &Ident, options: &Options, out: &mut Vec<Diagnostic>) {
        if !self.dialect.is_mysql_family() {
            return;
        }
        if name.text.is_empty() || name.text.ends_with(' ') {
            let message = if name.text.is_empty() {
                "a table has an empty name"
            } else {
                "the name of a table ends with a space"
            };
            out.push(refused(name.place, message));
            return;
        }
        let said: Settings = options.iter().map(|(name, value)| (name.clone(), Some(value.clone()))).collect();
        self.check_said(&said, name.place, out);
    }

    /// What is said about a table that is there.
    pub(in crate::catalog) fn check_settings(&self, key: &Key, settings: &Settings, out: &mut Vec<Diagnostic>) {
        if let Some(at) = self.altered_at.filter(|_| self.dialect.is_mysql_family()) {
            self.check_versioning(key, settings, at, out);
            self.check_said(settings, at, out);
        }
    }

    fn check_said(&self, settings: &Settings, at: Place, out: &mut Vec<Diagnostic>) {
        let of =
            |wanted: &str| settings.iter().find(|(name, _)| &**name == wanted).and_then(|(_, value)| value.as_ref());
        let (charset, collation) = (of("charset"), of("collate"));
        let problem = charset
            .and_then(|name| characters::unknown_charset(name, self.dialect))
            .or_else(|| characters::unknown_collation(collation?, self.dialect))
            .or_else(|| characters::other_charset(charset?, collation?, self.dialect));
        if let Some(problem) = problem {
            out.push(problem.at(at, ""));
            return;
        }
        let Some(engine) = of("engine") else { return };
        let lower = engine.to_ascii_lowercase();
        if ENGINES.contains(&&*lower) || lower == "default" {
            return;
        }
        // Somebody may have built one; a slip is none.
        if let Some(near) = nearest(&lower, ENGINES.iter().copied()) {
            out.push(
                Diagnostic::error(&codes::UNKNOWN_OBJECT, format!("unknown storage engine `{engine}`"))
                    .at(at, "")
                    .help(format!("did you mean `{near}`?")),
            );
        }
    }

    /// `ALTER COLUMN … SET DEFAULT`
    pub(in crate::catalog) fn check_new_default(
        &self,
        key: &Key,
        name: &Ident,
        default: Option<&Arc<str>>,
        out: &mut Vec<Diagnostic>,
    ) {
        if !self.dialect.is_mysql_family() || self.state.lenient {
            return;
        }
        let Some(column) = self.sure_columns(key).and_then(|table| table.column(&name.key)) else { return };
        let (Some(ty), Some(text)) = (&column.ty, default) else { return };
        if let Some(what) = default::problem(&ty.meaning, text, column.not_null) {
            out.push(
                Diagnostic::error(&codes::MISFIT, format!("the default of `{}` is {what}", name.text))
                    .at(name.place, format!("`{}`, and `DEFAULT {text}`", ty.text)),
            );
        }
    }

    /// The expression of a CHECK that stands for itself.
    pub(in crate::catalog) fn check_constraint_expr(&self, expr: &Expr, at: Place, out: &mut Vec<Diagnostic>) {
        self.check_expr(&expr.text, Where::Check, at, out);
    }
}

//! Columns as they are written.

use migrate_core::Dialect;

use super::expr::Where;
use super::{charset_of, default, parts, refused, types};
use crate::catalog::Catalog;
use crate::catalog::change::{NewColumn, NewConstraint, Numbered};
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::details::Options;
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::sql::characters;

/// Types of MySQL that hold no default of their own.
const LARGE: &[&str] =
    &["text", "tinytext", "mediumtext", "longtext", "blob", "tinyblob", "mediumblob", "longblob", "json", "geometry"];

/// Functions that nobody calls a column after, and that are called with brackets.
const CALLED: [&str; 8] = ["curdate", "curtime", "now", "rand", "sysdate", "unix_timestamp", "uuid", "uuid_short"];

impl Catalog {
    /// What is wrong with a column by itself. `options`: of its table.
    pub(in crate::catalog) fn check_column(
        &self,
        new: &NewColumn,
        constraints: &[NewConstraint],
        options: &Options,
        out: &mut Vec<Diagnostic>,
    ) {
        if self.dialect == Dialect::Postgres {
            return;
        }
        let known = out.len();
        let at = new.name.place;
        if let Some(expr) = &new.generated {
            self.check_expr(&expr.text, Where::Generated(new.details.stored), at, out);
        }
        let own = |constraint: &&NewConstraint| constraint.kind.columns().iter().any(|name| name.key == new.name.key);
        if out.len() == known
            && let Some(constraint) =
                constraints.iter().find(|constraint| matches!(constraint.kind, ConstraintKind::Check(_)))
            && let ConstraintKind::Check(expr) = &constraint.kind
        {
            self.check_expr(&expr.text, Where::Check, constraint.place, out);
        }
        if let Some(collation) = &new.details.collation
            && out.len() == known
            && let Some(problem) = characters::unknown_collation(collation, self.dialect)
        {
            out.push(problem.at(at, format!("`COLLATE {collation}`")));
        }
        if self.dialect == Dialect::Sqlite {
            let is_key = constraints.iter().filter(own).any(|own| matches!(own.kind, ConstraintKind::Primary(_)));
            self.check_sqlite_column(new, is_key, out);
        } else if out.len() == known {
            self.check_mysql_column(new, options, out);
        }
    }

    fn check_mysql_column(&self, new: &NewColumn, options: &Options, out: &mut Vec<Diagnostic>) {
        let at = new.name.place;
        let name = &new.name.text;
        if let Some(charset) = &new.details.charset {
            let problem = characters::unknown_charset(charset, self.dialect).or_else(|| {
                let collation = new.details.collation.as_ref()?;
                characters::other_charset(charset, collation, self.dialect)
            });
            if let Some(problem) = problem {
                out.push(problem.at(at, ""));
                return;
            }
        }
        if name.ends_with(' ') || name.is_empty() {
            let message =
                if name.is_empty() { "a column has an empty name" } else { "the name of a column ends with a space" };
            out.push(refused(at, message));
            return;
        }
        let Some(ty) = &new.ty else { return };
        let meaning = &*ty.meaning;
        let charset = charset_of(&new.details, options);
        let collation = new.details.collation.as_deref().or(options.get("collate").map(|name| &**name));
        let (kind, _, _) = parts(meaning);
        let strict = !self.state.lenient;
        if strict && let Some((message, help)) = types::problem(meaning, charset.as_deref(), collation) {
            out.push(refused(at, message).help(help));
            return;
        }
        let date = matches!(kind, "timestamp" | "datetime");
        if new.details.on_update.is_some() && !date {
            let message = format!("`ON UPDATE` of `{name}`, which is `{}`", ty.text);
            out.push(refused(at, message).help("only TIMESTAMP and DATETIME have it"));
            return;
        }
        if new.numbered == Numbered::Auto && kind != "serial" {
            let number = matches!(
                kind,
                "tinyint"
                    | "smallint"
                    | "mediumint"
                    | "int"
                    | "integer"
                    | "bigint"
                    | "float"
                    | "double"
                    | "real"
                    | "bool"
                    | "boolean"
            );
            if !number {
                let message = format!("`{name}` is `{}` and AUTO_INCREMENT", ty.text);
                out.push(refused(at, message).help("only whole numbers are counted up: write `BIGINT`"));
                return;
            }
            if new.default.is_some() {
                out.push(
                    refused(at, format!("`{name}` has AUTO_INCREMENT and a default")).help("leave the default out"),
                );
                return;
            }
        }
        let invisible = new.details.options.contains_key("invisible") && self.dialect == Dialect::MariaDb;
        if invisible && new.not_null && new.default.is_none() && new.generated.is_none() && new.numbered == Numbered::No
        {
            out.push(refused(at, format!("the invisible column `{name}` is NOT NULL and has no default")));
            return;
        }
        if let Some(text) = &new.default {
            let large = LARGE.contains(&kind) && self.dialect == Dialect::MySql;
            let literal = text.starts_with(['\'', '"', '-']) || text.starts_with(|c: char| c.is_ascii_digit());
            if large && literal {
                let message = format!("`{name}` is `{}` and has a literal as default", ty.text);
                out.push(refused(at, message).help(format!("put it in brackets: `DEFAULT ({text})`")));
                return;
            }
            // Behind a key of the table `DEFAULT NULL` only says that there is no default.
            if strict && let Some(what) = default::problem(meaning, text, new.not_null) {
                out.push(
                    Diagnostic::error(&codes::MISFIT, format!("the default of `{name}` is {what}"))
                        .at(at, format!("`{}`, and `DEFAULT {text}`", ty.text)),
                );
                return;
            }
            if text.starts_with('(') {
                self.check_expr(text, Where::Default, at, out);
            }
            let lower = text.to_ascii_lowercase();
            let called = || crate::sql::functions::function(&lower, self.dialect).is_some();
            // Columns are seen in a default of MariaDB, and one may be called like a function.
            if CALLED.contains(&&*lower) && called() {
                let message = format!("the default of `{name}` is `{text}`, which is the name of a function");
                out.push(refused(at, message).help(format!("write `{text}()`")));
            }
        }
    }
}

//! Values that are written as they are, for columns of MySQL, MariaDB and SQLite that are known.

use super::{default, parts, refused};
use crate::catalog::change::Numbered;
use crate::catalog::mention::Filled;
use crate::catalog::name::{Ident, Path};
use crate::catalog::table::{Column, NOT_ROWID, Table};
use crate::catalog::{Catalog, Found, Space};
use crate::diagnostic::{Diagnostic, semantic as codes};

impl Catalog {
    /// The first value that its column refuses in strict mode.
    pub(in crate::catalog) fn check_literals(
        &self,
        filled: &Filled,
        assigned: &[Ident],
        path: &Path,
        table: &Table,
        out: &mut Vec<Diagnostic>,
    ) {
        let Found::Here { key, .. } = self.find(Space::Relation, path) else { return };
        // A trigger may put other values in their place.
        let triggers =
            self.state.triggers_unsure || self.pointing_to(&key).iter().any(|other| other.space == Space::Trigger);
        if self.state.lenient || triggers || self.state.made > 0 {
            return;
        }
        let width = filled.values.first().copied().unwrap_or_default();
        let wanted = if assigned.is_empty() { table.columns.len() } else { assigned.len() };
        if width != wanted {
            return;
        }
        for (at, text, place) in &filled.literals {
            let column = match assigned.get(*at) {
                Some(name) => table.column(&name.key),
                None if assigned.is_empty() => table.columns.get(*at).map(|column| &**column),
                None => None,
            };
            let Some(column) = column else { continue };
            let Some(ty) = &column.ty else { continue };
            if column.generated.is_some() {
                if &**text != "default" && !text.eq_ignore_ascii_case("null") {
                    let message = format!("the generated column `{}` is written", column.name.text);
                    out.push(
                        refused(*place, message)
                            .label(column.name.place, "the column is made here")
                            .help("leave it out, or write DEFAULT"),
                    );
                    return;
                }
                continue;
            }
            let kind = parts(&ty.meaning).0;
            let null = text.eq_ignore_ascii_case("null");
            let filled_in = column.numbered != Numbered::No || matches!(kind, "timestamp" | "serial");
            if null && filled_in {
                continue;
            }
            // A text that is a number may stand for the place of a value.
            if kind == "enum" && text.trim_matches(['\'', '"']).parse::<u32>().is_ok_and(|place| place > 0) {
                continue;
            }
            if let Some(what) = default::problem(&ty.meaning, text, column.not_null) {
                let what = if null { "NULL, and the column is NOT NULL".to_owned() } else { what };
                out.push(
                    Diagnostic::error(&codes::MISFIT, format!("the value of `{}` is {what}", column.name.text))
                        .at(*place, format!("`{}`", ty.text))
                        .label(column.name.place, "the column is made here"),
                );
                return;
            }
        }
        if assigned.is_empty() || filled.values.is_empty() {
            return;
        }
        let missing = table.columns.iter().find(|column| {
            let kind = column.ty.as_ref().map_or("", |ty| parts(&ty.meaning).0);
            column.not_null
                && column.default.is_none()
                && column.generated.is_none()
                && column.numbered == Numbered::No
                && column.details.options.is_empty()
                && !matches!(kind, "timestamp" | "serial" | "enum" | "")
                && !assigned.iter().any(|name| name.key == column.name.key)
        });
        if let Some(column) = missing {
            out.push(no_value(column, path));
        }
    }
}

impl Catalog {
    /// The first value that a table of SQLite refuses, or the first column that has none and must have one.
    pub(in crate::catalog) fn check_values_of_sqlite(
        &self,
        filled: &Filled,
        assigned: &[Ident],
        path: &Path,
        table: &Table,
        out: &mut Vec<Diagnostic>,
    ) {
        let Found::Here { key, sure: true, .. } = self.find(Space::Relation, path) else { return };
        let fires = |other: &crate::catalog::Key| other.space == Space::Trigger && self.existing(other).is_some();
        let virtual_ = table.options.contains_key("virtual");
        if self.state.triggers_unsure
            || self.state.made > 0
            || virtual_
            || table.open
            || !filled.sure
            || self.pointing_to(&key).iter().any(fires)
        {
            return;
        }
        let primary = table.primary();
        let keyed = |name: &Ident| primary.is_some_and(|key| key.kind.columns().iter().any(|own| own.key == name.key));
        let own_key = table.options.contains_key("without rowid");
        let is_rowid = |column: &Column| {
            let alone = primary
                .is_some_and(|key| key.kind.columns().len() == 1 && !key.details.options.contains_key(NOT_ROWID));
            let integer = column.ty.as_ref().is_some_and(|ty| ty.text.eq_ignore_ascii_case("integer"));
            !own_key && alone && integer && keyed(&column.name)
        };
        // What is done with NULL may be said, too.
        let must = |column: &Column| {
            (column.not_null || own_key && keyed(&column.name))
                && !is_rowid(column)
                && column.generated.is_none()
                && column.details.options.is_empty()
        };
        let strict = table.options.contains_key("strict");
        let written: Vec<&Column> = match assigned {
            [] => table.columns.iter().map(|column| &**column).filter(|column| column.generated.is_none()).collect(),
            names => match names.iter().map(|name| table.column(&name.key)).collect() {
                Some(columns) => columns,
                None => return,
            },
        };
        if filled.values.first().is_none_or(|width| *width != written.len()) {
            return;
        }
        for (at, text, place) in &filled.literals {
            let Some(column) = written.get(*at) else { continue };
            let ty = column.ty.as_ref().map(|ty| ty.text.to_ascii_lowercase()).unwrap_or_default();
            let inside = text.trim_matches('\'').trim();
            let number = inside.parse::<f64>().ok();
            let known = text.starts_with('\'') || number.is_some();
            let whole = number.is_some_and(|number| number.fract() == 0.0);
            let what = if text.eq_ignore_ascii_case("null") {
                must(column).then_some("NULL, and the column is NOT NULL")
            } else if !known {
                None
            } else if is_rowid(column) {
                (!whole).then_some("no whole number, and the column is the rowid")
            } else {
                match &*ty {
                    "int" | "integer" if strict && !whole => Some("no whole number, and the table is STRICT"),
                    "real" if strict && number.is_none() => Some("no number, and the table is STRICT"),
                    _ => None,
                }
            };
            if let Some(what) = what {
                out.push(
                    Diagnostic::error(&codes::MISFIT, format!("the value of `{}` is {what}", column.name.text))
                        .at(*place, "")
                        .label(column.name.place, "the column is made here"),
                );
                return;
            }
        }
        // A query may give no rows at all.
        if assigned.is_empty() || filled.literals.is_empty() {
            return;
        }
        let missing = table.columns.iter().find(|column| {
            must(column) && column.default.is_none() && !written.iter().any(|own| own.name.key == column.name.key)
        });
        if let Some(column) = missing {
            out.push(no_value(column, path));
        }
    }
}

/// A row that leaves out a column which has to have a value.
fn no_value(column: &Column, path: &Path) -> Diagnostic {
    let message = format!("no value for `{}`, which is NOT NULL and has no default", column.name.text);
    Diagnostic::error(&codes::OTHER_COUNT, message)
        .at(path.name.place, "")
        .label(column.name.place, "the column is made here")
        .help("name it among the columns and give it a value")
}

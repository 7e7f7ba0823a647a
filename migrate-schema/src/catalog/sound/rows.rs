//! Values that are written as they are, for columns of MySQL, MariaDB and SQLite that are known.

use migrate_core::Dialect;

use super::{default, parts, refused};
use crate::catalog::change::Numbered;
use crate::catalog::mention::Filled;
use crate::catalog::mention::Scope;
use crate::catalog::name::{Ident, Path};
use crate::catalog::table::{Column, NOT_ROWID, Table};
use crate::catalog::typing::literal;
use crate::catalog::{Catalog, Found, Key, Object, Space};
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
        if self.state.lenient || self.state.made > 0 {
            return;
        }
        // Values become those of their columns before a trigger sees them; NULL is looked at behind it.
        let may_fill = self.may_fill(&key);
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
            if null && (filled_in || may_fill) {
                continue;
            }
            // A text that is a number may stand for the place of a value.
            if kind == "enum" && text.trim_matches(['\'', '"']).parse::<u32>().is_ok_and(|place| place > 0) {
                continue;
            }
            // What the three servers think of numbers is not asked.
            let json = (kind == "json" || ty.text.eq_ignore_ascii_case("json"))
                && text.starts_with('\'')
                && !text.contains(['\\', '.']);
            let no_json = json && literal::refused("json", &text.trim_matches('\'').replace("''", "'"));
            let problem = default::problem(&ty.meaning, text, column.not_null);
            if let Some(what) = problem.or_else(|| no_json.then(|| "no JSON".to_owned())) {
                let what = if null { "NULL, and the column is NOT NULL".to_owned() } else { what };
                out.push(
                    Diagnostic::error(&codes::MISFIT, format!("the value of `{}` is {what}", column.name.text))
                        .at(*place, format!("`{}`", ty.text))
                        .label(column.name.place, "the column is made here"),
                );
                return;
            }
        }
        if assigned.is_empty() || filled.values.is_empty() || may_fill {
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
        let virtual_ = table.options.contains_key("virtual");
        if self.state.made > 0 || virtual_ || table.open || !filled.sure || self.may_fill(&key) {
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
                    "blob" if strict => Some("no BLOB, and the table is STRICT"),
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

impl Catalog {
    /// Whether a trigger may put other values in the place of those that are written, or leave rows out.
    fn may_fill(&self, key: &Key) -> bool {
        self.state.triggers_unsure
            || self.pointing_to(key).iter().filter(|other| other.space == Space::Trigger).any(|other| {
                let Some(entry) = self.existing(other) else { return !self.sure(other) };
                let Object::Trigger { event, .. } = &entry.object else { return true };
                let event = event.to_ascii_lowercase();
                // PostgreSQL's runs for more than the first of its events.
                let other_rows = self.dialect != Dialect::Postgres && !event.contains("insert");
                !event.starts_with("after") && !other_rows
            })
    }

    /// The first NULL that a column of PostgreSQL refuses: it is written, or nothing is and there is no default.
    pub(in crate::catalog) fn check_nulls(&self, scope: &Scope, out: &mut Vec<Diagnostic>) {
        let (Dialect::Postgres, Some(filled)) = (self.dialect, &scope.filled) else { return };
        let Some(path) = scope.sources.iter().find(|source| source.target).and_then(|source| source.path.as_ref())
        else {
            return;
        };
        let Found::Here { key, sure: true, .. } = self.find(Space::Relation, path) else { return };
        let Some(table) = self.table(&key) else { return };
        // Parts have triggers of their own, and a rule may do something else instead.
        let elsewhere = table.family || table.open || self.has_others(&key);
        let rows = !filled.values.is_empty() && !filled.literals.is_empty() && !filled.partial;
        if elsewhere || !rows || self.state.made > 0 || self.state.strangers || self.may_fill(&key) {
            return;
        }
        let written: Vec<&Column> = match &scope.assigned[..] {
            [] => table.columns.iter().map(|column| &**column).collect(),
            names => match names.iter().map(|name| table.column(&name.key)).collect() {
                Some(columns) => columns,
                None => return,
            },
        };
        let primary = table.primary().filter(|_| table.constraints.iter().all(|own| own.name.is_some()));
        let keyed = |name: &Ident| primary.is_some_and(|key| key.kind.columns().iter().any(|own| own.key == name.key));
        let plain = |column: &Column| column.generated.is_none() && column.numbered == Numbered::No;
        let must = |column: &Column| (column.not_null || keyed(&column.name)) && plain(column);
        let null = filled.literals.iter().find_map(|(at, text, place)| {
            let column = written.get(*at).filter(|column| must(column))?;
            text.eq_ignore_ascii_case("null").then_some((column, *place))
        });
        if let Some((column, place)) = null {
            let message = format!("the value of `{}` is NULL, and the column is NOT NULL", column.name.text);
            out.push(
                Diagnostic::error(&codes::MISFIT, message)
                    .at(place, "")
                    .label(column.name.place, "the column is made here"),
            );
            return;
        }
        let widest = filled.values.iter().max().copied().unwrap_or_default();
        // A domain may bring a default.
        let bare = |column: &Column| column.default.is_none() && column.ty.as_ref().is_some_and(|ty| ty.own.is_none());
        let left_out = |column: &Column| !written.iter().take(widest).any(|own| own.name.key == column.name.key);
        if let Some(column) = table.columns.iter().find(|column| must(column) && bare(column) && left_out(column)) {
            out.push(no_value(column, path));
        }
    }

    /// Whether something that is kept as its text belongs to the table.
    pub(in crate::catalog) fn has_others(&self, key: &Key) -> bool {
        self.entries.values().any(|entry| match &entry.object {
            Object::Other(other) => other.table.as_ref() == Some(key),
            _ => false,
        })
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

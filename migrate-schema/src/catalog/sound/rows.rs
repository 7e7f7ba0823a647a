//! Values that are written as they are, for columns of MySQL and MariaDB that are known.

use super::{default, parts, refused};
use crate::catalog::change::Numbered;
use crate::catalog::mention::Filled;
use crate::catalog::name::{Ident, Path};
use crate::catalog::table::Table;
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
            let message = format!("no value for `{}`, which is NOT NULL and has no default", column.name.text);
            out.push(
                Diagnostic::error(&codes::OTHER_COUNT, message)
                    .at(path.name.place, "")
                    .label(column.name.place, "the column is made here")
                    .help("name it among the columns and give it a value"),
            );
        }
    }
}

//! Spans of time of MariaDB: the periods of a table, and whether it keeps its history.

use super::{parts, refused};
use crate::catalog::change::NewTable;
use crate::catalog::details::Settings;
use crate::catalog::table::{PERIOD, VERSIONED, WITHOUT_OVERLAPS};
use crate::catalog::{Catalog, Key};
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};
use crate::source::Place;

/// The names of the columns of a period, without their quotes.
fn columns_of(columns: &str) -> Vec<String> {
    columns.split(", ").map(|column| column.trim_matches('`').replace("``", "`")).collect()
}

impl Catalog {
    /// The periods of a new table, and the keys that end with one.
    pub(in crate::catalog) fn check_periods(&self, new: &NewTable, out: &mut Vec<Diagnostic>) {
        // What it gets from others nobody knows here.
        if !self.dialect.is_mysql_family() || new.open || new.query.is_some() || !new.like.is_empty() {
            return;
        }
        let at = new.path.name.place;
        let own = new.options.iter().filter_map(|(name, columns)| Some((name.strip_prefix(PERIOD)?, columns)));
        let own: Vec<_> = own.filter(|(name, _)| !name.eq_ignore_ascii_case("system_time")).collect();
        if let [(one, _), (other, _), ..] = &own[..] {
            let message = format!("two periods, `{one}` and `{other}`: a table has one");
            out.push(refused(at, message).help("put one of them into a table of its own"));
            return;
        }
        if let Some((name, columns)) = own.first() {
            self.check_period(new, name, &columns_of(columns), at, out);
        }
        let named = |name: &str| own.iter().any(|(own, _)| own.eq_ignore_ascii_case(name));
        let keys = new.constraints.iter().map(|one| (&one.details.options, one.place));
        let keys = keys.chain(new.indexes.iter().map(|one| (&one.details.options, one.place)));
        let unknown = keys
            .filter_map(|(options, place)| Some((options.get(WITHOUT_OVERLAPS)?, place)))
            .find(|(name, _)| !named(name));
        if let Some((name, place)) = unknown {
            let message = format!("unknown period `{name}` of table `{}`", new.path.name.text);
            let diagnostic = Diagnostic::error(&codes::UNKNOWN_OBJECT, message).at(place, "");
            out.push(match own.first() {
                Some((known, _)) => diagnostic.help(format!("the table has the period `{known}`")),
                None => diagnostic.help(format!("write `PERIOD FOR {name} (…, …)` among the columns")),
            });
        }
    }

    fn check_period(&self, new: &NewTable, name: &str, columns: &[String], at: Place, out: &mut Vec<Diagnostic>) {
        let [from, to] = columns else { return };
        if from.eq_ignore_ascii_case(to) {
            out.push(refused(at, format!("the period `{name}` begins and ends with the same column")));
            return;
        }
        if new.columns.iter().any(|column| column.name.text.eq_ignore_ascii_case(name)) {
            let message = format!("the period and a column are both called `{name}`");
            out.push(
                Diagnostic::error(&codes::DUPLICATE_COLUMN, message).at(at, "").help("give the period another name"),
            );
            return;
        }
        let mut types = Vec::new();
        for bound in columns {
            let Some(column) = new.columns.iter().find(|column| column.name.text.eq_ignore_ascii_case(bound)) else {
                let message = format!("unknown column `{bound}` of table `{}`", new.path.name.text);
                let diagnostic = Diagnostic::error(&codes::UNKNOWN_COLUMN, message)
                    .at(at, format!("the period `{name}` is to be made of it"));
                out.push(match nearest(bound, new.columns.iter().map(|column| &*column.name.text)) {
                    Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                    None => diagnostic,
                });
                return;
            };
            let Some(ty) = &column.ty else { return };
            if !matches!(parts(&ty.meaning).0, "date" | "datetime" | "timestamp") {
                let message = format!("`{bound}` is the bound of a period, and no time");
                out.push(
                    refused(column.name.place, message)
                        .help("a period is made of two columns of DATE, DATETIME or TIMESTAMP"),
                );
                return;
            }
            types.push(&ty.meaning);
        }
        if types.first() != types.last() {
            let message = format!("the bounds of the period `{name}` have other types");
            out.push(refused(at, message).help("give both columns the same type"));
        }
    }

    /// `ADD SYSTEM VERSIONING`, `DROP SYSTEM VERSIONING`, `ADD PERIOD`.
    pub(super) fn check_versioning(&self, key: &Key, settings: &Settings, at: Place, out: &mut Vec<Diagnostic>) {
        let Some(table) = self.table(key).filter(|table| self.sure(key) && !table.open && !table.loose) else { return };
        for (name, value) in settings {
            let problem = match (&**name, value, table.options.contains_key(VERSIONED)) {
                (VERSIONED, Some(_), true) => "the table keeps its history already".to_owned(),
                (VERSIONED, None, false) => "the table keeps no history".to_owned(),
                (name, Some(_), _) if name.starts_with(PERIOD) && !name.to_lowercase().ends_with("system_time") => {
                    let other = table.options.keys().find(|other| {
                        other.starts_with(PERIOD)
                            && !other.eq_ignore_ascii_case(name)
                            && !other.to_lowercase().ends_with("system_time")
                    });
                    let Some(other) = other else { continue };
                    format!("the table has the period `{}` already", &other[PERIOD.len()..])
                }
                _ => continue,
            };
            out.push(refused(at, problem));
            return;
        }
    }
}

//! Types that cannot go together, as far as that is certain: the two ends of a foreign key, the old and the new type of a
//! column, a column and its default.

use std::sync::Arc;

use migrate_core::Dialect;

use super::constraint::ConstraintKind;
use super::name::{Ident, Path};
use super::new::{NewColumn, NewConstraint};
use super::table::{Table, Type};
use super::{Catalog, Entry, Found, Key, Object, Space};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;

/// Types of PostgreSQL that are alike in what they can be compared with and turned into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Whole,
    Number,
    Text,
    Boolean,
    Uuid,
    Date,
    Moment,
    Time,
    Interval,
    Bytes,
    Json,
    Enum,
}

/// The family of a type that the server brings.
fn family(meaning: &str) -> Option<Family> {
    if meaning.contains('[') {
        return None;
    }
    let name = meaning.split('(').next().unwrap_or_default().trim();
    Some(match name {
        "smallint" | "integer" | "bigint" => Family::Whole,
        "numeric" | "real" | "double precision" => Family::Number,
        "text" | "character varying" | "character" => Family::Text,
        "boolean" => Family::Boolean,
        "uuid" => Family::Uuid,
        "date" => Family::Date,
        "timestamp" | "timestamp with time zone" => Family::Moment,
        "time" | "time with time zone" => Family::Time,
        "interval" => Family::Interval,
        "bytea" => Family::Bytes,
        "json" | "jsonb" => Family::Json,
        _ => return None,
    })
}

/// Whether PostgreSQL brings the type, and knows it by no other name than this.
pub(super) fn is_servers(meaning: &str) -> bool {
    family(meaning).is_some()
}

/// Whether a foreign key of the first family can point to the second.
fn can_point(from: Family, to: Family) -> bool {
    use Family::{Date, Enum, Interval, Json, Moment, Number, Time, Whole};
    from == to
        || matches!((from, to), (Whole, Number) | (Date, Moment) | (Moment, Date))
        // Nothing but an enum is compared with one.
        || (from == Enum) == (to == Enum) && [from, to].iter().any(|family| matches!(family, Interval | Json | Time))
}

/// Whether the server turns the first into the second by itself when the type of a column changes.
fn turns_into(from: Family, to: Family) -> bool {
    use Family::{Date, Interval, Moment, Number, Text, Time, Whole};
    from == to
        || to == Text
        || matches!(
            (from, to),
            (Whole, Number)
                | (Number, Whole)
                | (Date, Moment)
                | (Moment, Date)
                | (Moment, Time)
                | (Time, Interval)
                | (Interval, Time)
        )
}

/// The part of a type of MySQL that both ends of a foreign key share: of whole numbers all, of others only the kind.
fn mysql_key(meaning: &str) -> Option<String> {
    let name = meaning.split(['(', ' ']).next().unwrap_or_default();
    let whole = match name {
        "bool" | "boolean" => "tinyint",
        "tinyint" | "smallint" | "mediumint" | "int" | "bigint" => name,
        "char" | "varchar" => return Some("a text".to_owned()),
        "serial" => return Some("bigint unsigned".to_owned()),
        _ => return None,
    };
    let unsigned = meaning.contains("unsigned") || meaning.contains("zerofill");
    Some(if unsigned { format!("{whole} unsigned") } else { whole.to_owned() })
}

fn is_array(ty: &super::table::Type) -> bool {
    ty.meaning.contains('[')
}

impl Catalog {
    fn family(&self, ty: &Type) -> Option<Family> {
        let Some(own) = &ty.own else { return family(&ty.meaning) };
        if ty.meaning.contains('[') {
            return None;
        }
        match self.find(Space::Type, own) {
            Found::Here { entry, sure: true, .. } if matches!(entry.object, Object::Type { values: Some(_), .. }) => {
                Some(Family::Enum)
            }
            Found::Here { .. } | Found::Missing(_) | Found::Unsure => None,
        }
    }

    /// Whether the two ends of a foreign key are as many, and can be compared. False if something is wrong.
    pub(super) fn check_ends(
        &self,
        key: &Key,
        columns: &[Ident],
        (target, entry): (&Table, &Entry),
        path: &Path,
        target_columns: &[Ident],
        out: &mut Vec<Diagnostic>,
    ) -> bool {
        let Some(own) = self.table(key).filter(|own| self.sure(key) && !own.open && !target.open) else { return true };
        let wanted: Vec<Arc<str>> = match (target_columns, target.primary()) {
            ([], Some(primary)) => primary.kind.columns().iter().map(|name| name.key.clone()).collect(),
            ([], None) => return true,
            (columns, _) => columns.iter().map(|name| name.key.clone()).collect(),
        };
        let known = out.len();
        if wanted.len() != columns.len() {
            let message = format!("foreign key from {} to {}", count(columns.len()), wanted.len());
            let place = columns.first().map_or(path.name.place, |name| name.place);
            out.push(other_count(place, message).label(entry.place, format!("`{}` is made here", entry.name)));
        } else {
            self.check_pair(own, columns, (target, entry), &wanted, out);
        }
        out.len() == known
    }

    /// Whether the columns of a foreign key can be compared with those it points to. `wanted` are the columns there.
    fn check_pair(
        &self,
        own: &Table,
        columns: &[Ident],
        (target, entry): (&Table, &Entry),
        wanted: &[Arc<str>],
        out: &mut Vec<Diagnostic>,
    ) {
        for (name, other) in columns.iter().zip(wanted) {
            let (Some(here), Some(there)) = (own.column(&name.key), target.column(other)) else { continue };
            let (Some(from), Some(to)) = (&here.ty, &there.ty) else { continue };
            let differs = match self.dialect {
                Dialect::Postgres if is_array(from) != is_array(to) => from.own.is_none() && to.own.is_none(),
                Dialect::Postgres => match (self.family(from), self.family(to)) {
                    (Some(from), Some(to)) => !can_point(from, to),
                    _ => false,
                },
                Dialect::MySql | Dialect::MariaDb => match (mysql_key(&from.meaning), mysql_key(&to.meaning)) {
                    (Some(from), Some(to)) => from != to,
                    _ => false,
                },
                Dialect::Sqlite => false,
            };
            if differs {
                let message = format!(
                    "`{}` is `{}` and points to `{}`, which is `{}`",
                    name.text, from.text, there.name.text, to.text
                );
                out.push(
                    Diagnostic::error(&codes::MISFIT, message)
                        .at(name.place, "the server cannot compare the two")
                        .label(there.name.place, format!("`{}` of `{}` is made here", there.name.text, entry.name))
                        .help(format!("give both the same type: `{}`", to.text)),
                );
                return;
            }
        }
    }

    /// Whether the server can turn a column into another type by itself.
    pub(super) fn check_turn(&self, key: &Key, name: &Ident, ty: &Type, out: &mut Vec<Diagnostic>) -> bool {
        if self.dialect != Dialect::Postgres || !self.sure(key) {
            return true;
        }
        let Some(column) = self.table(key).filter(|table| !table.open).and_then(|table| table.column(&name.key)) else {
            return true;
        };
        let Some(old) = &column.ty else { return true };
        let (Some(from), Some(to)) = (self.family(old), self.family(ty)) else { return true };
        // Two enums may be one, renamed.
        if turns_into(from, to) {
            return true;
        }
        let message = format!("`{}` is `{}`, which does not become `{}` by itself", name.text, old.text, ty.text);
        out.push(
            Diagnostic::error(&codes::MISFIT, message)
                .at(name.place, "the server refuses this without USING")
                .label(column.name.place, "the column is made here")
                .help(format!("say how: `USING {}::{}`", name.text, ty.text)),
        );
        false
    }

    /// The type of a column, where that is certain.
    pub(super) fn column_type(&self, key: &Key, name: &Ident) -> Option<Type> {
        let table = self.table(key).filter(|table| self.sure(key) && !table.open)?;
        table.column(&name.key)?.ty.clone()
    }

    /// What SQLite refuses of a column that is added.
    pub(super) fn check_addition(&self, column: &NewColumn, constraints: &[NewConstraint], out: &mut Vec<Diagnostic>) {
        if self.dialect != Dialect::Sqlite {
            return;
        }
        for constraint in constraints {
            let what = match constraint.kind {
                ConstraintKind::Primary(_) => "PRIMARY KEY",
                ConstraintKind::Unique(_) => "UNIQUE",
                ConstraintKind::Foreign { .. } | ConstraintKind::Check(_) | ConstraintKind::Exclude(_) => continue,
            };
            let message = format!("SQLite cannot add the column `{}`, which is {what}", column.name.text);
            out.push(Diagnostic::error(&codes::MISFIT, message).at(column.name.place, "").help(match what {
                "UNIQUE" => "add it without, and make a unique index",
                _ => "make a new table, copy the rows, drop the old one and rename the new one",
            }));
        }
    }

    /// Whether a value that is written as a default can be one of the type.
    pub(super) fn check_default(&self, name: &Ident, ty: Option<&Type>, default: &str, out: &mut Vec<Diagnostic>) {
        let Some(ty) = ty.filter(|_| self.dialect == Dialect::Postgres) else { return };
        let Some(family) = self.family(ty) else { return };
        if let Some(what) = misfit(family, default.trim()) {
            out.push(
                Diagnostic::error(
                    &codes::MISFIT,
                    format!("the default of `{}` is {what}, not `{}`", name.text, ty.text),
                )
                .at(name.place, format!("`DEFAULT {default}`")),
            );
        }
    }
}

/// What a default is, if it surely is no value of the family.
fn misfit(family: Family, default: &str) -> Option<&'static str> {
    use Family::{Boolean, Enum, Number, Text, Whole};
    let number = !default.is_empty() && default.bytes().all(|byte| byte.is_ascii_digit());
    let written = default.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    if number {
        return (!matches!(family, Whole | Number | Text)).then_some("a number");
    }
    if matches!(default, "true" | "false") {
        return (!matches!(family, Boolean | Text)).then_some("a boolean");
    }
    if matches!(default, "now()" | "current_timestamp") {
        return matches!(family, Whole | Number | Boolean | Family::Uuid | Enum).then_some("a moment");
    }
    let written = written.filter(|text| !text.contains(['\'', '\\']))?.trim().to_ascii_lowercase();
    let digits = written.trim_start_matches(['-', '+']);
    let refused = match family {
        Whole => {
            digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') || {
                // `0x1f` and `1_000` are read by newer servers.
                !digits.starts_with(|c: char| c.is_ascii_digit())
            }
        }
        Boolean => {
            written.is_empty()
                || !(["true", "false", "yes", "no"].iter().any(|word| word.starts_with(&*written))
                    || matches!(&*written, "on" | "off" | "of" | "1" | "0"))
        }
        Number | Family::Uuid | Family::Date | Family::Moment | Family::Time | Family::Interval | Family::Json => {
            written.is_empty()
        }
        Text | Family::Bytes | Enum => false,
    };
    refused.then_some("a text that is no value")
}

/// A name that MySQL refuses because of its length.
pub(super) fn too_long(name: &Ident, what: &str) -> Option<Diagnostic> {
    let length = name.text.chars().count();
    (length > MYSQL_LENGTH).then(|| {
        Diagnostic::error(
            &codes::NAME_TOO_LONG,
            format!("the name of this {what} has {length} characters, and {MYSQL_LENGTH} are allowed"),
        )
        .at(name.place, "")
        .help("choose a shorter name")
    })
}

/// The most characters that a name of MySQL has.
const MYSQL_LENGTH: usize = 64;

/// "1 column", "2 columns".
pub(super) fn count(columns: usize) -> String {
    match columns {
        1 => "1 column".to_owned(),
        more => format!("{more} columns"),
    }
}

/// Two lists that must have as many members have not.
pub(super) fn other_count(at: Place, message: String) -> Diagnostic {
    Diagnostic::error(&codes::OTHER_COUNT, message).at(at, "")
}

//! Tables, their columns, and what `ALTER TABLE` does to them.

use std::sync::Arc;

use super::super::change::{NewColumn, NewTable, Numbered};
use super::super::name::Ident;
use super::super::table::Type;
use super::super::{Catalog, Found, Object, Space};
use super::wrong;
use crate::diagnostic::{Diagnostic, semantic as codes};

pub(super) const SYSTEM: [&str; 6] = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"];

/// Types that no column can have.
const PSEUDO: [&str; 10] = [
    "record",
    "trigger",
    "event_trigger",
    "void",
    "cstring",
    "internal",
    "anyelement",
    "anyarray",
    "anyenum",
    "language_handler",
];

impl Catalog {
    pub(super) fn broken_table(&self, new: &NewTable) -> Option<Diagnostic> {
        new.columns
            .iter()
            .find_map(|column| self.broken_column(column))
            .or_else(|| self.broken_keys(new))
            .or_else(|| self.broken_partition(new))
            .or_else(|| self.broken_parents(new))
            .or_else(|| self.broken_of(new))
            .or_else(|| {
                let mut options = new.options.iter().map(|(name, value)| (name.clone(), Some(value.clone())));
                let at = new.path.name.place;
                options.find_map(|option| super::parameters::broken_settings(super::parameters::TABLE, at, &[option]))
            })
    }

    /// `OF` names a composite type that stands by itself.
    fn broken_of(&self, new: &NewTable) -> Option<Diagnostic> {
        let of = new.of.as_ref()?;
        if let Found::Here { entry, sure: true, .. } = self.find(Space::Type, of) {
            let Object::Type { values, details, .. } = &entry.object else { return None };
            return (values.is_some() || details.base.is_some()).then(|| {
                let message = format!("`{}` is no composite type", of.name.text);
                wrong(&codes::UNKNOWN_TYPE, of.name.place, message, "").label(entry.place, "it is made here")
            });
        }
        let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, of) else { return None };
        matches!(entry.object, Object::Table(_) | Object::View(_)).then(|| {
            let message = format!("`{}` is a {}, and `OF` wants a composite type", of.name.text, entry.object.kind());
            wrong(&codes::UNKNOWN_TYPE, of.name.place, message, "")
                .label(entry.place, "it is made here")
                .help("copy the columns of a table with `LIKE`")
        })
    }

    /// A column as it is written.
    pub(super) fn broken_column(&self, column: &NewColumn) -> Option<Diagnostic> {
        let name = &column.name;
        if SYSTEM.contains(&&*name.key) {
            return Some(system_name(name));
        }
        let ty = column.ty.as_ref()?;
        if let Some(problem) = self.broken_column_type(name, ty) {
            return Some(problem);
        }
        let at = name.place;
        let both = |one: &str, other: &str| {
            let message = format!("`{}` cannot have {one} and {other}", name.text);
            Some(wrong(&codes::MISFIT, at, message, "only one of them says where its value comes from"))
        };
        if let Some((one, other)) = column.contradiction {
            let message = format!("`{}` cannot have {one} and {other}", name.text);
            return Some(wrong(&codes::MISFIT, at, message, "only one of them can be true"));
        }
        let numbered = !matches!(column.numbered, Numbered::No);
        match (&column.default, &column.generated, column.numbered) {
            (Some(_), Some(_), _) => return both("a default", "an expression that it is computed from"),
            (_, Some(_), _) if numbered => {
                return both("a number of its own", "an expression that it is computed from");
            }
            (Some(_), _, Numbered::Serial) => return both("a default", "the one that `serial` brings"),
            (Some(_), _, Numbered::Identity { .. }) => return both("a default", "an identity"),
            _ => (),
        }
        if matches!(column.numbered, Numbered::Identity { .. }) {
            if is_no_whole(ty) {
                return Some(no_whole(name, ty));
            }
            let mut options = column.details.numbering.clone();
            if matches!(&*ty.meaning, "smallint" | "integer" | "bigint") {
                options.insert("as".into(), ty.meaning.clone());
                if let Some(message) = super::object::broken_numbers(&options) {
                    return Some(wrong(&codes::MISFIT, at, format!("the numbers of `{}`: {message}", name.text), ""));
                }
            }
        }
        if let Some(collation) = &column.details.collation
            && is_without_collation(ty)
        {
            let message = format!("`{}` has no collation, and `{collation}` is given to `{}`", ty.text, name.text);
            return Some(wrong(&codes::MISFIT, at, message, ""));
        }
        None
    }

    /// A type that a column cannot have, or not with this length.
    pub(super) fn broken_column_type(&self, name: &Ident, ty: &Type) -> Option<Diagnostic> {
        let at = name.place;
        if PSEUDO.contains(&&*ty.meaning) && !self.makes_type(&ty.meaning) {
            let message = format!("`{}` cannot be `{}`: no value of it can be kept", name.text, ty.text);
            return Some(wrong(&codes::MISFIT, at, message, ""));
        }
        let lower = ty.text.to_ascii_lowercase();
        if ["serial", "bigserial", "smallserial"]
            .iter()
            .any(|word| lower.strip_prefix(word).is_some_and(|rest| rest.trim_start().starts_with('[')))
        {
            let message = format!("`{}`: there are no arrays of serial", name.text);
            return Some(wrong(&codes::MISFIT, at, message, ""));
        }
        if let Some(own) = &ty.own
            && lower.ends_with(')')
            && let Found::Here { entry, sure: true, .. } = self.find(Space::Type, own)
            && matches!(entry.object, Object::Type { .. })
        {
            let message = format!("`{}`: `{}` has no length", name.text, own.name.text);
            return Some(wrong(&codes::MISFIT, at, message, "").label(entry.place, "the type is made here"));
        }
        modifier(ty, &lower).map(|message| wrong(&codes::MISFIT, at, format!("`{}`: {message}", name.text), ""))
    }

    fn makes_type(&self, name: &str) -> bool {
        let name: Arc<str> = name.into();
        self.of_name(Space::Type, &name).next().is_some() || self.of_name(Space::Relation, &name).next().is_some()
    }

    /// Parents of which one is named twice, or with a column of another type.
    fn broken_parents(&self, new: &NewTable) -> Option<Diagnostic> {
        for (at, parent) in new.parents.iter().enumerate() {
            if new.parents[..at].contains(parent) {
                let message = format!("`{}` is inherited twice", parent.name.text);
                return Some(wrong(&codes::DUPLICATE_TABLE, parent.name.place, message, "the second time"));
            }
            let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, parent) else { continue };
            match &entry.object {
                Object::Table(table) => {
                    for column in &new.columns {
                        let Some(other) = table.column(&column.name.key) else { continue };
                        if let (Some(own), Some(theirs)) = (&column.ty, &other.ty)
                            && own.own.is_none()
                            && theirs.own.is_none()
                            && own.meaning != theirs.meaning
                        {
                            let message = format!(
                                "`{}` is `{}` here and `{}` in `{}`, which it is inherited from",
                                column.name.text, own.text, theirs.text, parent.name.text
                            );
                            let problem = wrong(&codes::MISFIT, column.name.place, message, "");
                            return Some(problem.label(other.name.place, "it is made here"));
                        }
                    }
                }
                Object::View(_) | Object::Sequence { .. } | Object::Index { .. } => {
                    return Some(self.other_kind(super::super::change::Kind::Table, parent, &entry));
                }
                _ => (),
            }
        }
        None
    }
}

pub(super) fn system_name(name: &Ident) -> Diagnostic {
    let message = format!("`{}` is a column that every table has of itself", name.text);
    wrong(&codes::DUPLICATE_COLUMN, name.place, message, "choose another name")
}

pub(super) fn is_no_whole(ty: &Type) -> bool {
    ty.own.is_none() && !matches!(&*ty.meaning, "smallint" | "integer" | "bigint")
}

pub(super) fn no_whole(name: &Ident, ty: &Type) -> Diagnostic {
    let message = format!("an identity counts, and `{}` is `{}`", name.text, ty.text);
    wrong(&codes::MISFIT, name.place, message, "").help("give it the type `smallint`, `integer` or `bigint`")
}

fn is_without_collation(ty: &Type) -> bool {
    ty.own.is_none()
        && matches!(
            &*ty.meaning,
            "smallint"
                | "integer"
                | "bigint"
                | "boolean"
                | "date"
                | "uuid"
                | "json"
                | "jsonb"
                | "bytea"
                | "real"
                | "numeric"
        )
}

/// What is wrong with the brackets behind a type.
fn modifier(ty: &Type, lower: &str) -> Option<String> {
    let open = lower.find('(')?;
    let close = lower.find(')').filter(|close| *close > open)?;
    let (name, inner) = (lower[..open].trim(), &lower[open + 1..close]);
    let numbers: Vec<i64> = inner.split(',').map(|number| number.trim().parse().ok()).collect::<Option<_>>()?;
    let between = |what: &str, least: i64, most: i64, number: i64| {
        (!(least..=most).contains(&number))
            .then(|| format!("the {what} of `{name}` lies between {least} and {most}, and {number} does not"))
    };
    match (name, &numbers[..]) {
        ("varchar" | "character varying" | "char" | "character" | "bpchar" | "nchar", [length]) => {
            between("length", 1, 10_485_760, *length)
        }
        ("bit" | "bit varying" | "varbit", [length]) => between("length", 1, 83_886_080, *length),
        ("numeric" | "decimal" | "dec", [precision]) => between("precision", 1, 1000, *precision),
        ("numeric" | "decimal" | "dec", [precision, scale]) => {
            between("precision", 1, 1000, *precision).or_else(|| between("scale", -1000, 1000, *scale))
        }
        ("numeric" | "decimal" | "dec", _) => Some(format!("`{name}` has a precision and a scale, and no more")),
        ("float", [bits]) => between("precision", 1, 53, *bits),
        ("varchar" | "character varying" | "char" | "character" | "bpchar" | "nchar", [_, _, ..]) => {
            Some(format!("`{name}` has one length"))
        }
        ("text" | "uuid" | "json" | "jsonb" | "bytea" | "date" | "inet" | "cidr" | "xml" | "money", _)
            if ty.own.is_none() =>
        {
            Some(format!("`{name}` has no length"))
        }
        _ => None,
    }
}

//! Types of values, and which become which.

use std::sync::Arc;

use super::super::table::Type;
use super::super::{Catalog, Found, Key, Object, Space};
use super::{literal, server};

/// The type of a value.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::catalog) enum Ty {
    /// Nobody can say.
    Any,
    /// A text in quotes, which becomes what is wanted.
    Text(Arc<str>),
    /// `NULL`, which is of every type.
    Null,
    /// One of the server's.
    Base(Arc<str>),
    /// An array of one of the server's.
    Array(Arc<str>),
    /// An enum.
    Enum(Arc<str>, Key),
    /// A row.
    Row,
}

impl Ty {
    pub(in crate::catalog) fn base(name: &str) -> Ty {
        Ty::Base(name.into())
    }

    pub(in crate::catalog) fn is_open(&self) -> bool {
        matches!(self, Ty::Any | Ty::Text(_) | Ty::Null)
    }

    /// As it is called in sentences.
    pub(in crate::catalog) fn shown(&self) -> String {
        match self {
            Ty::Any => "?".to_owned(),
            Ty::Text(_) => "a text in quotes".to_owned(),
            Ty::Null => "NULL".to_owned(),
            Ty::Base(name) => (**name).to_owned(),
            Ty::Array(name) => format!("{name}[]"),
            Ty::Enum(name, _) => (**name).to_owned(),
            Ty::Row => "a row".to_owned(),
        }
    }

    /// All its values take as much room.
    pub(in crate::catalog) fn is_of_fixed_size(&self) -> bool {
        match self {
            Ty::Base(name) => matches!(
                &**name,
                "smallint"
                    | "integer"
                    | "bigint"
                    | "real"
                    | "double precision"
                    | "boolean"
                    | "date"
                    | "time"
                    | "timestamp"
                    | "timestamp with time zone"
                    | "time with time zone"
                    | "interval"
                    | "uuid"
                    | "oid"
                    | "money"
                    | "point"
                    | "box"
            ),
            Ty::Enum(..) => true,
            _ => false,
        }
    }

    fn is_text(&self) -> bool {
        matches!(self, Ty::Base(name) if matches!(&**name, "text" | "character varying" | "character" | "name"))
    }
}

/// A type without its length and precision.
fn bare(meaning: &str) -> Option<Ty> {
    let (element, array) = match meaning.find('[') {
        Some(open) => (meaning[..open].trim(), true),
        None => (meaning, false),
    };
    let name = match (element.find('('), element.rfind(')')) {
        (Some(open), Some(close)) if open < close => {
            format!("{} {}", element[..open].trim(), element[close + 1..].trim())
        }
        _ => element.to_owned(),
    };
    let name = name.trim().replace(" without time zone", "");
    let (category, _) = server::category(&name)?;
    let name: Arc<str> = name.into();
    let ty = if array { Ty::Array(name) } else { Ty::Base(name) };
    (category != 'P').then_some(ty)
}

impl Catalog {
    /// The type of a column or cast.
    pub(in crate::catalog) fn ty_of(&self, ty: &Type) -> Ty {
        self.ty_below(ty, 0)
    }

    fn ty_below(&self, ty: &Type, depth: u8) -> Ty {
        let Some(own) = &ty.own else { return bare(&ty.meaning).unwrap_or(Ty::Any) };
        let array = ty.meaning.contains('[') || ty.text.contains('[') || ty.text.contains(" array");
        if array || depth > 8 {
            return Ty::Any;
        }
        match self.find(Space::Type, own) {
            Found::Here { key, entry, sure: true } => match &entry.object {
                Object::Type { values: Some(_), .. } => Ty::Enum(entry.name.clone(), key),
                Object::Type { details, .. } => match &details.base {
                    Some(base) => self.ty_below(base, depth + 1),
                    None if details.attributes.is_empty() => Ty::Any,
                    None => Ty::Row,
                },
                _ => Ty::Any,
            },
            _ => Ty::Any,
        }
    }

    /// Whether a value of the type becomes one of a parameter by itself.
    pub(in crate::catalog) fn fits(&self, from: &Ty, to: &str) -> bool {
        match to {
            "\"any\"" | "anyelement" | "anycompatible" => return true,
            "anyarray" | "anycompatiblearray" => return from.is_open() || matches!(from, Ty::Array(_)),
            "anynonarray" | "anycompatiblenonarray" => return !matches!(from, Ty::Array(_)),
            "anyenum" => return from.is_open() || matches!(from, Ty::Enum(..)),
            "anyrange" | "anycompatiblerange" => {
                return from.is_open()
                    || matches!(from, Ty::Base(name) if name.ends_with("range") && !name.ends_with("multirange"));
            }
            "anymultirange" | "anycompatiblemultirange" => {
                return from.is_open() || matches!(from, Ty::Base(name) if name.ends_with("multirange"));
            }
            "record" => return from.is_open() || *from == Ty::Row,
            _ => (),
        }
        match from {
            Ty::Any | Ty::Text(_) | Ty::Null => true,
            Ty::Base(name) => **name == *to || server::cast(name, to) == Some('i'),
            Ty::Array(name) => {
                to.strip_suffix("[]").is_some_and(|to| **name == *to || server::cast(name, to) == Some('i'))
            }
            Ty::Enum(..) | Ty::Row => false,
        }
    }

    /// Whether a value can be written to a column.
    pub(in crate::catalog) fn is_assignable(&self, from: &Ty, to: &Ty) -> bool {
        match (from, to) {
            (Ty::Any | Ty::Null, _) | (_, Ty::Any | Ty::Null | Ty::Text(_)) => true,
            (Ty::Text(text), to) => self.is_value(text, to),
            // What has a text can be written where texts are.
            (Ty::Row, Ty::Base(name)) => {
                !server::category(name).is_some_and(|(category, _)| matches!(category, 'N' | 'B' | 'D' | 'T'))
                    && !matches!(&**name, "uuid" | "json" | "jsonb" | "bytea")
            }
            (Ty::Row, Ty::Array(_) | Ty::Enum(..)) => false,
            (Ty::Row, _) | (_, Ty::Row) => true,
            (from, to) if from == to => true,
            // Each type is written as a text.
            (_, to) if to.is_text() => true,
            (Ty::Base(from), Ty::Base(to)) => matches!(server::cast(from, to), Some('i' | 'a')),
            (Ty::Array(from), Ty::Array(to)) => {
                from == to || Ty::Base(to.clone()).is_text() || matches!(server::cast(from, to), Some('i' | 'a'))
            }
            _ => false,
        }
    }

    /// Whether a value becomes one of another type where that is said.
    pub(in crate::catalog) fn is_castable(&self, from: &Ty, to: &Ty) -> bool {
        if from.is_text() || self.is_assignable(from, to) {
            return true;
        }
        match (from, to) {
            (Ty::Base(from), Ty::Base(to)) => {
                let whole = |name: &str| matches!(name, "smallint" | "integer" | "bigint");
                // PostgreSQL 18 has these.
                let newer = &**to == "bytea" && whole(from) || &**from == "bytea" && whole(to);
                newer || server::cast(from, to).is_some()
            }
            (Ty::Array(from), Ty::Array(to)) => self.is_castable(&Ty::Base(from.clone()), &Ty::Base(to.clone())),
            _ => false,
        }
    }

    /// Whether a text in quotes is a value of the type, as far as anybody can say.
    pub(in crate::catalog) fn is_value(&self, text: &str, ty: &Ty) -> bool {
        match ty {
            Ty::Base(name) => !literal::refused(name, text),
            Ty::Array(element) => !literal::is_no_array(text) && !literal::has_no_elements(element, text),
            Ty::Enum(_, key) => match self.object(key) {
                Some(Object::Type { values: Some(values), .. }) => values.iter().any(|value| **value == *text),
                _ => true,
            },
            Ty::Any | Ty::Text(_) | Ty::Null | Ty::Row => true,
        }
    }

    /// The type that values of several types share; an error says which two do not go together.
    pub(in crate::catalog) fn common(&self, types: &[Ty]) -> Result<Ty, (Ty, Ty)> {
        let mut found: Option<Ty> = None;
        for ty in types {
            if *ty == Ty::Any || *ty == Ty::Row {
                return Ok(Ty::Any);
            }
            if ty.is_open() {
                continue;
            }
            found = Some(match found {
                None => ty.clone(),
                Some(before) if before == *ty => before,
                Some(before) => self.wider(before, ty)?,
            });
        }
        Ok(found.unwrap_or(Ty::Any))
    }

    fn wider(&self, before: Ty, ty: &Ty) -> Result<Ty, (Ty, Ty)> {
        let differ = |before: Ty| Err((before, ty.clone()));
        match (&before, ty) {
            (Ty::Base(one), Ty::Base(other)) => {
                let (Some((first, best)), Some((second, _))) = (server::category(one), server::category(other)) else {
                    return Ok(Ty::Any);
                };
                if first != second {
                    return differ(before);
                }
                let turns = server::cast(one, other) == Some('i');
                let back = server::cast(other, one) == Some('i');
                match (turns, back) {
                    (true, _) if !best => Ok(ty.clone()),
                    (_, true) => Ok(before),
                    (true, _) => Ok(Ty::Any),
                    // `UNION` of these is refused in some orders only.
                    _ => Ok(Ty::Any),
                }
            }
            (Ty::Array(_), Ty::Array(_)) => Ok(Ty::Any),
            _ => differ(before),
        }
    }
}

//! Tables in parts.

use std::sync::Arc;

use super::super::change::NewTable;
use super::super::name::{Ident, Path};
use super::super::table::{Column, Table, Type};
use super::super::typing::ty::Ty;
use super::super::{Catalog, Found, Key, Object, Space};
use super::wrong;
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;

/// How a table is divided.
fn strategy(by: &str) -> &str {
    by.split('(').next().unwrap_or_default().trim()
}

/// What stands between the first bracket and its end.
fn inside(text: &str) -> Option<&str> {
    let open = text.find('(')?;
    let mut depth = 0_u32;
    for (at, c) in text[open..].char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => (),
        }
        if depth == 0 {
            return Some(&text[open + 1..open + at]);
        }
    }
    None
}

/// The columns that a table is divided by; none where there are expressions, or it is not divided.
pub(super) fn columns(by: &str) -> Option<Vec<Arc<str>>> {
    let plain = |name: &str| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    let names: Vec<&str> =
        inside(by)?.split(',').map(|name| name.split_whitespace().next().unwrap_or_default()).collect();
    names.iter().all(|name| plain(name)).then(|| names.into_iter().map(Arc::from).collect())
}

/// A bound: what is written in its brackets.
enum Bound {
    Default,
    In(Vec<String>),
    Range(Vec<String>, Vec<String>),
    Hash(u64, u64),
}

fn items(text: &str) -> Option<Vec<String>> {
    // Commas in texts and calls are not looked for.
    (!text.contains('(')
        && text.matches('\'').count() == 2 * text.split(',').filter(|part| part.contains('\'')).count())
    .then(|| text.split(',').map(|part| part.trim().to_owned()).collect())
}

fn bound(text: &str) -> Option<Bound> {
    let lower = text.to_ascii_lowercase();
    if lower == "default" {
        return Some(Bound::Default);
    }
    let rest = lower.strip_prefix("for values")?.trim();
    if rest.starts_with("in") {
        return Some(Bound::In(items(inside(&text[text.len() - rest.len()..])?)?));
    }
    if rest.starts_with("from") {
        let text = &text[text.len() - rest.len()..];
        let from = inside(text)?;
        let behind = &text[text.find(from)? + from.len()..];
        return Some(Bound::Range(items(from)?, items(inside(behind)?)?));
    }
    if rest.starts_with("with") {
        let inner = inside(rest)?;
        let mut words = inner.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut found = (None, None);
        while let Some(word) = words.next() {
            match word {
                "modulus" => found.0 = words.next()?.parse().ok(),
                "remainder" => found.1 = words.next()?.parse().ok(),
                _ => return None,
            }
        }
        return Some(Bound::Hash(found.0?, found.1?));
    }
    None
}

/// A value of a bound, where two of them can be compared.
#[derive(PartialEq, PartialOrd, Clone)]
enum Point {
    Lowest,
    Number(i128),
    Day(String),
    Highest,
}

/// Whether points can be told apart by their order.
fn are_alike(points: &[&Point]) -> bool {
    let numbers = points.iter().any(|point| matches!(point, Point::Number(_)));
    let days = points.iter().any(|point| matches!(point, Point::Day(_)));
    !(numbers && days)
}

fn point(text: &str) -> Option<Point> {
    if text.eq_ignore_ascii_case("minvalue") || text.eq_ignore_ascii_case("maxvalue") {
        return Some(if text.eq_ignore_ascii_case("minvalue") { Point::Lowest } else { Point::Highest });
    }
    let inner = text.trim_matches('\'');
    if let Ok(number) = inner.parse() {
        return Some(Point::Number(number));
    }
    let day = inner.len() == 10
        && inner.bytes().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    day.then(|| Point::Day(inner.to_owned()))
}

impl Catalog {
    pub(super) fn broken_partition(&self, new: &NewTable) -> Option<Diagnostic> {
        let at = new.path.name.place;
        if let Some(by) = new.options.get("partition by") {
            let names = columns(by);
            if !["range", "list", "hash"].iter().any(|known| strategy(by).eq_ignore_ascii_case(known)) {
                let message = format!("a table is divided by RANGE, LIST or HASH, and not by `{}`", strategy(by));
                return Some(wrong(&codes::MISFIT, at, message, ""));
            }
            if strategy(by).eq_ignore_ascii_case("list")
                && inside(by).is_some_and(|inner| inner.contains(',') && !inner.contains('('))
            {
                return Some(wrong(
                    &codes::OTHER_COUNT,
                    at,
                    "a table is divided by a list of values of one column",
                    "several are named",
                ));
            }
            let complete = !new.open && new.like.is_empty() && new.parents.is_empty() && new.of.is_none();
            let missing =
                names.iter().flatten().find(|name| !new.columns.iter().any(|column| column.name.key == **name));
            if let Some(name) = missing.filter(|_| complete) {
                let message = format!("unknown column `{name}`, by which `{}` is divided", new.path.name.text);
                let problem = wrong(&codes::UNKNOWN_COLUMN, at, message, "it has no column of this name");
                let known = new.columns.iter().map(|column| &*column.name.text);
                return Some(match crate::diagnostic::nearest(name, known) {
                    Some(near) => problem.help(format!("did you mean `{near}`?")),
                    None => problem,
                });
            }
        }
        if let Some(by) = new.options.get("partition by").filter(|by| !strategy(by).eq_ignore_ascii_case("hash")) {
            let own = |name: &Arc<str>| new.columns.iter().find(|column| column.name.key == *name);
            let unsorted = columns(by).into_iter().flatten().find_map(|name| {
                let column = own(&name)?;
                super::key::unsorted(&column.name, column.ty.as_ref()?)
            });
            if unsorted.is_some() && !by.contains("_ops") {
                return unsorted;
            }
        }
        let written = new.bound.as_ref()?;
        let parent = new.parents.first()?;
        self.broken_bound(parent, written, at, None)
    }

    /// A bound among those of the other parts.
    fn broken_bound(&self, parent: &Path, written: &str, at: Place, own: Option<&Key>) -> Option<Diagnostic> {
        let Found::Here { key, entry, sure: true } = self.find(Space::Relation, parent) else { return None };
        let Object::Table(table) = &entry.object else { return None };
        let Some(by) = table.options.get("partition by") else {
            if table.open || table.is_foreign() {
                return None;
            }
            let message = format!("`{}` is not divided into parts", entry.name);
            return Some(
                wrong(&codes::MISFIT, parent.name.place, message, "")
                    .label(entry.place, "it is made here, without `PARTITION BY`"),
            );
        };
        let strategy = strategy(by).to_ascii_lowercase();
        let new = bound(written)?;
        let wanted = match (&*strategy, &new) {
            ("hash", Bound::Default) => {
                return Some(wrong(&codes::MISFIT, at, "a table that is divided by hash has no default part", ""));
            }
            ("range", Bound::Range(..)) | ("list", Bound::In(_)) | ("hash", Bound::Hash(..)) | (_, Bound::Default) => {
                None
            }
            ("range", _) => Some("FROM (…) TO (…)"),
            ("list", _) => Some("IN (…)"),
            ("hash", _) => Some("WITH (MODULUS …, REMAINDER …)"),
            _ => return None,
        };
        if let Some(wanted) = wanted {
            let message =
                format!("`{}` is divided by {strategy}: the bound is written `FOR VALUES {wanted}`", entry.name);
            return Some(wrong(&codes::MISFIT, at, message, ""));
        }
        let columns = columns(by);
        let types: Vec<Option<&Type>> =
            columns.iter().flatten().map(|name| table.column(name).and_then(|column| column.ty.as_ref())).collect();
        if let Some(problem) = self.broken_values(&new, columns.as_deref(), &types, at) {
            return Some(problem);
        }
        for other in self.pointing_to(&key) {
            let Some(part) = self.existing(&other).filter(|_| self.sure(&other) && own != Some(&other)) else {
                continue;
            };
            let Object::Table(known) = &part.object else { continue };
            if known.parents.first() != Some(&key) {
                continue;
            }
            let Some(theirs) = known.bound.as_deref().and_then(bound) else { continue };
            if let Some(what) = meets(&new, &theirs) {
                let message = format!("{what} part `{}` of `{}`", part.name, entry.name);
                return Some(wrong(&codes::MISFIT, at, message, "").label(part.place, "that part is made here"));
            }
        }
        None
    }

    fn broken_values(
        &self,
        new: &Bound,
        names: Option<&[Arc<str>]>,
        types: &[Option<&Type>],
        at: Place,
    ) -> Option<Diagnostic> {
        let values: Vec<(usize, &String)> = match new {
            Bound::In(values) => values.iter().map(|value| (0, value)).collect(),
            Bound::Range(from, to) => {
                if let Some(names) = names
                    && (from.len() != names.len() || to.len() != names.len())
                {
                    let message = format!(
                        "a bound of {} and {} for {}",
                        from.len(),
                        to.len(),
                        super::super::fits::count(names.len())
                    );
                    return Some(super::super::fits::other_count(at, message));
                }
                if let ([low], [high]) = (&from[..], &to[..])
                    && let (Some(low), Some(high)) = (point(low), point(high))
                    && are_alike(&[&low, &high])
                    && low >= high
                {
                    return Some(wrong(
                        &codes::MISFIT,
                        at,
                        "nothing lies between the ends of this bound",
                        "`FROM` is not below `TO`",
                    ));
                }
                from.iter().enumerate().chain(to.iter().enumerate()).collect()
            }
            Bound::Hash(modulus, remainder) => {
                return (remainder >= modulus).then(|| {
                    wrong(
                        &codes::MISFIT,
                        at,
                        format!("the remainder {remainder} is not below the modulus {modulus}"),
                        "",
                    )
                });
            }
            Bound::Default => return None,
        };
        values.into_iter().find_map(|(column, value)| {
            let wanted = self.ty_of((*types.get(column)?)?);
            // What is no number is not made from one.
            let moment = matches!(&wanted, Ty::Base(name) if matches!(&**name, "date" | "timestamp" | "timestamp with time zone" | "uuid"));
            if moment && value.parse::<i128>().is_ok() {
                let message = format!("the number {value} is no value of `{}`", wanted.shown());
                return Some(wrong(&codes::MISFIT, at, message, "this is a bound of the part").help("write the value in quotes"));
            }
            let text = value.strip_prefix('\'')?.strip_suffix('\'')?;
            (wanted != Ty::Any && !self.is_value(text, &wanted)).then(|| {
                wrong(
                    &codes::MISFIT,
                    at,
                    format!("'{text}' is no value of `{}`", wanted.shown()),
                    "this is a bound of the part",
                )
            })
        })
    }

    pub(super) fn broken_attach(&self, key: &Key, table: &Table, child: &Path, written: &str) -> Option<Diagnostic> {
        let path = self.written_path(key, child.name.place);
        if !table.options.contains_key("partition by") {
            return self.broken_bound(&path, written, child.name.place, None);
        }
        let Found::Here { key: own, entry, sure: true } = self.find(Space::Relation, child) else { return None };
        let Object::Table(part) = &entry.object else { return None };
        if part.open || table.open {
            return None;
        }
        if part.bound.is_some() {
            let message = format!("`{}` is a part of another table already", entry.name);
            return Some(wrong(&codes::IN_USE, child.name.place, message, "").help("`DETACH PARTITION` first"));
        }
        let shown = self.entries.get(key).map_or(&key.name, |entry| &entry.name);
        if let Some(extra) = part.columns.iter().find(|column| table.column(&column.name.key).is_none()) {
            let message = format!("`{}` has a column `{}`, which `{shown}` does not have", entry.name, extra.name.text);
            return Some(
                wrong(&codes::MISFIT, child.name.place, message, "").label(extra.name.place, "it is made here"),
            );
        }
        self.lacks_columns(part, &entry.name, table, shown, child.name.place)
            .or_else(|| self.broken_bound(&path, written, child.name.place, Some(&own)))
    }

    /// A table that is to be a child lacks a column of its parent, or has it with another type.
    fn lacks_columns(&self, part: &Table, own: &str, table: &Table, shown: &str, at: Place) -> Option<Diagnostic> {
        table.columns.iter().find_map(|column: &super::super::shared::Shared<Column>| {
            let Some(theirs) = part.column(&column.name.key) else {
                let message = format!("`{own}` has no column `{}`, which `{shown}` has", column.name.text);
                return Some(wrong(&codes::MISFIT, at, message, "").label(column.name.place, "it is made here"));
            };
            let (Some(one), Some(other)) = (&column.ty, &theirs.ty) else { return None };
            (one.own.is_none() && other.own.is_none() && one.meaning != other.meaning).then(|| {
                let message =
                    format!("`{}` is `{}` in `{own}` and `{}` in `{shown}`", column.name.text, other.text, one.text);
                wrong(&codes::MISFIT, at, message, "").label(theirs.name.place, "it is made here")
            })
        })
    }

    pub(super) fn broken_inherit(&self, table: &Table, parent: &Path) -> Option<Diagnostic> {
        let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, parent) else { return None };
        let Object::Table(known) = &entry.object else { return None };
        if table.open || known.open {
            return None;
        }
        self.lacks_columns(table, "the table", known, &entry.name, parent.name.place)
    }

    pub(super) fn broken_detach(&self, key: &Key, child: &Path) -> Option<Diagnostic> {
        let Found::Here { key: own, entry, sure: true } = self.find(Space::Relation, child) else { return None };
        let Object::Table(part) = &entry.object else { return None };
        let shown = self.entries.get(key).map_or(&key.name, |entry| &entry.name);
        let _ = own;
        (!part.open && part.parents.first() != Some(key)).then(|| {
            wrong(&codes::UNKNOWN_TABLE, child.name.place, format!("`{}` is no part of `{shown}`", entry.name), "")
        })
    }

    /// The column divides the table.
    pub(super) fn divides(&self, table: &Table, name: &Ident, what: &str) -> Option<Diagnostic> {
        let names = columns(table.options.get("partition by")?)?;
        names.contains(&name.key).then(|| {
            let message = format!("`{}` cannot be {what}: the table is divided by it", name.text);
            wrong(&codes::IN_USE, name.place, message, "")
        })
    }

    pub(super) fn written_path(&self, key: &Key, place: Place) -> Path {
        let ident = |name: &Arc<str>| Ident { text: name.clone(), key: name.clone(), double_quoted: true, place };
        Path { schema: Some(ident(&key.schema)), name: ident(&key.name) }
    }
}

/// How a bound meets another, if it does.
fn meets(new: &Bound, other: &Bound) -> Option<String> {
    match (new, other) {
        (Bound::Default, Bound::Default) => Some("there is a default part already:".to_owned()),
        (Bound::In(new), Bound::In(other)) => {
            let value = new.iter().find(|value| other.contains(value))?;
            Some(format!("{value} belongs to"))
        }
        (Bound::Range(from, to), Bound::Range(low, high)) => {
            let ([from], [to], [low], [high]) = (&from[..], &to[..], &low[..], &high[..]) else { return None };
            let (from, to, low, high) = (point(from)?, point(to)?, point(low)?, point(high)?);
            (are_alike(&[&from, &to, &low, &high]) && from < high && low < to).then(|| "this overlaps".to_owned())
        }
        (Bound::Hash(modulus, remainder), Bound::Hash(other, theirs)) => {
            let (small, large) = (modulus.min(other), modulus.max(other));
            if *small == 0 || large % small != 0 {
                return Some(format!(
                    "the modulus {modulus} and {other} are no multiples of each other, and that is the one of"
                ));
            }
            (remainder % small == theirs % small).then(|| "this overlaps".to_owned())
        }
        _ => None,
    }
}

//! Keys and indexes.

use std::sync::Arc;

use super::super::change::{CreateIndex, NewConstraint, NewTable, Part};
use super::super::constraint::ConstraintKind;
use super::super::name::Ident;
use super::super::table::{Column, Table, Type};
use super::super::{Catalog, Found, Key, Object, Space};
use super::wrong;
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};

/// Types that cannot be sorted.
const UNSORTED: [&str; 11] =
    ["json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle", "txid_snapshot", "aclitem"];

/// How indexes of PostgreSQL work.
// The server takes the name of the one that is no more for `gist`.
const METHODS: [&str; 7] = ["btree", "hash", "gist", "gin", "spgist", "brin", "rtree"];

impl Catalog {
    pub(super) fn broken_keys(&self, new: &NewTable) -> Option<Diagnostic> {
        let mut primary = new.constraints.iter().filter(|key| matches!(key.kind, ConstraintKind::Primary(_)));
        if let (Some(first), Some(second)) = (primary.next(), primary.next()) {
            return Some(super::super::problem::second_primary(second.place, first.place, &new.path.name.text));
        }
        let complete = !new.open && new.like.is_empty() && new.parents.is_empty() && new.of.is_none();
        let ty = |name: &Ident| {
            new.columns.iter().find(|column| column.name.key == name.key).and_then(|column| column.ty.as_ref())
        };
        let divided = super::partition::columns(new.options.get("partition by").map(|by| &**by).unwrap_or_default());
        new.constraints.iter().find_map(|constraint| {
            if complete
                && let Some(name) = constraint
                    .details
                    .include
                    .iter()
                    .find(|name| !new.columns.iter().any(|column| column.name.key == name.key))
            {
                let message = format!("unknown column `{}` of table `{}`", name.text, new.path.name.text);
                return Some(wrong(&codes::UNKNOWN_COLUMN, name.place, message, ""));
            }
            let known = |name: &Ident| {
                let column = new.columns.iter().find(|column| column.name.key == name.key);
                column.map(|column| column.ty.as_ref()).or((!complete).then_some(None))
            };
            broken_key(constraint, ty)
                .or_else(|| self.broken_foreign(constraint))
                .or_else(|| self.broken_exclusion(constraint, &new.path.name.text, known))
                .or_else(|| lacks_division(constraint, divided.as_deref(), &new.path.name.text))
        })
    }

    pub(super) fn broken_constraint(&self, key: &Key, table: &Table, new: &NewConstraint) -> Option<Diagnostic> {
        let shown = self.entries.get(key).map_or(&key.name, |entry| &entry.name);
        let ty = |name: &Ident| table.column(&name.key).and_then(|column: &Column| column.ty.as_ref());
        if let Some(index) = &new.using_index
            && let Some(known) = table.index(&index.key)
        {
            let what = match () {
                () if known.predicate.is_some() => "holds only some of the rows",
                () if !known.unique => "is not unique",
                () if known.columns().is_none() => "holds expressions",
                () => return None,
            };
            let message = format!("the index `{}` {what}, and cannot be a constraint", index.text);
            return Some(
                wrong(&codes::NOT_UNIQUE, index.place, message, "").label(known.name.place, "the index is made here"),
            );
        }
        let divided = super::partition::columns(table.options.get("partition by").map(|by| &**by).unwrap_or_default());
        let known = |name: &Ident| {
            let column = table.column(&name.key);
            column.map(|column| column.ty.as_ref()).or(table.open.then_some(None))
        };
        if new.details.no_inherit && matches!(new.kind, ConstraintKind::Check(_)) && divided.is_some() {
            let message = format!("`{shown}` is divided, and all its parts have its checks");
            return Some(wrong(&codes::MISFIT, new.place, message, "").help("leave out `NO INHERIT`"));
        }
        let included = new.details.include.iter().find(|name| !table.open && table.column(&name.key).is_none());
        broken_key(new, ty)
            .or_else(|| included.map(|name| self.unknown_column(name, key, table)))
            .or_else(|| self.broken_foreign(new))
            .or_else(|| self.broken_exclusion(new, shown, known))
            .or_else(|| lacks_division(new, divided.as_deref(), shown))
    }

    fn broken_foreign(&self, new: &NewConstraint) -> Option<Diagnostic> {
        let ConstraintKind::Foreign { columns, .. } = &new.kind else { return None };
        self.broken_set_columns(columns, new.details.on_delete.as_ref(), new.place)
    }

    pub(super) fn broken_index(&self, new: &CreateIndex) -> Option<Diagnostic> {
        let index = &new.index;
        let mut options = index.details.options.iter().map(|(name, value)| (name.clone(), Some(value.clone())));
        let parameters = options
            .find_map(|option| super::parameters::broken_settings(super::parameters::ELSE, index.place, &[option]));
        if parameters.is_some() {
            return parameters;
        }
        if let Some(method) = index.details.method.as_deref()
            && let Some(problem) = self.broken_method(new, method)
        {
            return Some(problem);
        }
        for part in &index.parts {
            if let Part::Column(name) = part
                && super::super::resolve::is_system_column(self.dialect, &name.key)
                && &*name.key != "oid"
            {
                let message = format!("`{}` is a column of the system, which has no index", name.text);
                return Some(wrong(&codes::MISFIT, name.place, message, ""));
            }
        }
        let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, &new.table) else { return None };
        match &entry.object {
            Object::View(view) if !view.materialized => {
                let message = format!("`{}` is a view, which keeps no rows and has no index", new.table.name.text);
                Some(
                    wrong(&codes::UNKNOWN_TABLE, new.table.name.place, message, "")
                        .label(entry.place, "the view is made here")
                        .help("make it a materialized view, or index the tables that it reads"),
                )
            }
            Object::Table(table) if new.concurrently && table.options.contains_key("partition by") => {
                let message = format!("an index of the divided table `{}` is not made `CONCURRENTLY`", entry.name);
                Some(
                    wrong(&codes::MISFIT, new.table.name.place, message, "")
                        .label(entry.place, "the table is made here")
                        .help("make it `ON ONLY` the table, make those of its parts, and attach them"),
                )
            }
            Object::Table(table) if !table.open => {
                if index.unique
                    && let Some(divided) =
                        super::partition::columns(table.options.get("partition by").map(|by| &**by).unwrap_or_default())
                {
                    let named = |column: &Arc<str>| {
                        index.parts.iter().any(|part| matches!(part, Part::Column(name) if name.key == *column))
                    };
                    if let Some(missing) = divided.iter().find(|column| !named(column)) {
                        return Some(no_division(index.place, missing, &entry.name));
                    }
                }
                if let Some(problem) = self.broken_class(index, table) {
                    return Some(problem);
                }
                let plain = index.details.method.is_none() && index.details.suffixes.is_empty();
                index.parts.iter().filter(|_| plain).find_map(|part| match part {
                    Part::Column(name) => {
                        let ty = table.column(&name.key)?.ty.as_ref()?;
                        unsorted(name, ty)
                    }
                    Part::Expr(_) => None,
                })
            }
            _ => None,
        }
    }

    fn broken_method(&self, new: &CreateIndex, method: &str) -> Option<Diagnostic> {
        let index = &new.index;
        if !METHODS.contains(&method) {
            let near = nearest(method, METHODS.iter().copied())?;
            let close = crate::diagnostic::distance(method, near) <= 1;
            return close.then(|| {
                wrong(&codes::UNKNOWN_OBJECT, index.place, format!("unknown access method `{method}`"), "")
                    .help(format!("did you mean `{near}`?"))
            });
        }
        if index.unique && method != "btree" {
            let message = format!("an index of the kind `{method}` cannot be unique");
            return Some(wrong(&codes::MISFIT, index.place, message, "").help("leave out `USING`, or `UNIQUE`"));
        }
        if matches!(method, "hash" | "spgist") && index.parts.len() > 1 {
            let message = format!("an index of the kind `{method}` has one column");
            return Some(wrong(&codes::OTHER_COUNT, index.place, message, ""));
        }
        let ordered = index.details.suffixes.iter().any(|suffix| {
            let suffix = suffix.to_ascii_lowercase();
            suffix.split(' ').any(|word| matches!(word, "desc" | "nulls"))
        });
        (method != "btree" && ordered).then(|| {
            wrong(&codes::MISFIT, index.place, format!("an index of the kind `{method}` has no order"), "")
                .help("leave out `ASC`, `DESC` and `NULLS`")
        })
    }
}

fn broken_key<'t>(constraint: &NewConstraint, ty: impl Fn(&Ident) -> Option<&'t Type>) -> Option<Diagnostic> {
    let columns = match &constraint.kind {
        ConstraintKind::Check(_) if constraint.details.deferrable => {
            let message = "a check is made at once, and cannot be deferred";
            return Some(wrong(&codes::MISFIT, constraint.place, message, ""));
        }
        ConstraintKind::Primary(columns) | ConstraintKind::Unique(columns) => columns,
        ConstraintKind::Foreign { .. }
            if constraint.details.matching.as_deref().is_some_and(|m| m.eq_ignore_ascii_case("partial")) =>
        {
            let message = "`MATCH PARTIAL` is not made by any server";
            return Some(wrong(&codes::MISFIT, constraint.place, message, ""));
        }
        _ => return None,
    };
    for (at, name) in columns.iter().enumerate() {
        if columns[..at].iter().any(|other| other.key == name.key) {
            let message = format!("`{}` stands twice in this key", name.text);
            return Some(wrong(&codes::OTHER_COUNT, name.place, message, "the second time"));
        }
    }
    columns.iter().find_map(|name| unsorted(name, ty(name)?))
}

/// A unique index needs an order.
pub(super) fn unsorted(name: &Ident, ty: &Type) -> Option<Diagnostic> {
    (ty.own.is_none() && UNSORTED.contains(&&*ty.meaning)).then(|| {
        let message = format!("`{}` is `{}`, which has no order and cannot be in such an index", name.text, ty.text);
        let problem = wrong(&codes::MISFIT, name.place, message, "");
        match &*ty.meaning {
            "json" => problem.help("make it `jsonb`, or index an expression: `((data->>'key'))`"),
            _ => problem.help("write `USING gist`"),
        }
    })
}

fn lacks_division(constraint: &NewConstraint, divided: Option<&[Arc<str>]>, shown: &str) -> Option<Diagnostic> {
    let divided = divided?;
    let (ConstraintKind::Primary(columns) | ConstraintKind::Unique(columns)) = &constraint.kind else { return None };
    let missing = divided.iter().find(|column| !columns.iter().any(|name| name.key == **column))?;
    Some(no_division(columns.first().map_or(constraint.place, |name| name.place), missing, shown))
}

fn no_division(at: crate::source::Place, missing: &str, shown: &str) -> Diagnostic {
    let message = format!("what is unique in the parts of `{shown}` must name `{missing}`, by which it is divided");
    wrong(&codes::NOT_UNIQUE, at, message, "").help(format!("add `{missing}` to the columns"))
}

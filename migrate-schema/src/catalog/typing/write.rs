//! Values that are written to columns.

use migrate_core::Dialect;

use super::super::fits::{count, other_count};
use super::super::mention::Scope;
use super::super::{Found, Object, Space};
use super::ty::Ty;
use super::{Row, Typing, literal};
use crate::diagnostic::{Diagnostic, semantic as codes};

impl Typing<'_> {
    /// Columns get values of their type.
    pub(super) fn check_set(&mut self, scope: &Scope) {
        let Some(table) = self.target(scope) else { return };
        for name in scope.values.upserted.iter().filter(|name| table.iter().any(|(own, _)| *own == name.key)) {
            let message = format!("`{0}` may be that of the row that is there or `excluded.{0}`", name.text);
            let problem =
                Diagnostic::error(&codes::AMBIGUOUS, message).at(name.place, "it is not clear which is meant");
            self.problem(problem.help("write the table or `excluded` before it"));
        }
        for (at, (name, value)) in scope.values.set.iter().enumerate() {
            if scope.filled.is_none() && scope.values.set[..at].iter().any(|(other, _)| other.key == name.key) {
                self.problem(other_count(name.place, format!("`{}` gets two values", name.text)));
            }
            if !matches!(value.kind, super::super::value::ValueKind::Default) {
                self.check_own(scope, name, value.at);
            }
            let ty = self.infer(value);
            self.check_write(&table, name, value, &ty);
            self.check_length(scope, name, value);
        }
    }

    /// A text in quotes is no longer than the column that it is written to.
    fn check_length(&mut self, scope: &Scope, name: &super::super::name::Ident, value: &super::super::value::Value) {
        let key = scope.sources.iter().position(|source| source.target).and_then(|source| {
            let level = self.levels.last()?;
            level.sources.get(source)?.key.clone()
        });
        let Some(column) = key.and_then(|key| self.catalog.table(&key)?.column(&name.key).cloned()) else { return };
        if let super::super::value::ValueKind::Row(parts) = &value.kind {
            self.check_row(&column, parts.len(), value);
        }
        let super::super::value::ValueKind::Text(text) = &value.kind else { return };
        let Some(most) = column.ty.as_ref().and_then(length_of) else { return };
        // Spaces at the end are cut.
        let long = text.trim_end_matches(' ').chars().count();
        if long > most {
            let ty = column.ty.as_ref().map(|ty| ty.text.clone()).unwrap_or_default();
            let message = format!("`{}` is `{ty}`, and this text has {long} characters", name.text);
            let problem = Diagnostic::error(&codes::MISFIT, message).at(value.at, "");
            self.problem(problem.label(column.name.place, "the column is made here"));
        }
    }

    /// A row has as many values as the type that it becomes.
    fn check_row(&mut self, column: &super::super::table::Column, values: usize, value: &super::super::value::Value) {
        let Some(own) = column.ty.as_ref().filter(|ty| !ty.text.contains('[')).and_then(|ty| ty.own.as_ref()) else {
            return;
        };
        let Found::Here { entry, sure: true, .. } = self.catalog.find(Space::Type, own) else { return };
        let Object::Type { details, .. } = &entry.object else { return };
        if !details.attributes.is_empty() && details.attributes.len() != values {
            let message = format!("a row of {values} for {}", count(details.attributes.len()));
            self.problem(other_count(value.at, message).label(entry.place, "the type is made here"));
        }
    }

    /// The table that is written to, with its columns.
    fn target(&self, scope: &Scope) -> Option<Row> {
        let at = scope.sources.iter().position(|source| source.target)?;
        let level = self.levels.last()?;
        let source = level.sources.get(at)?;
        source.key.as_ref()?;
        source.columns.clone()
    }

    /// A column whose values only the server makes gets one.
    fn check_own(&mut self, scope: &Scope, name: &super::super::name::Ident, at: crate::source::Place) {
        let key = scope.sources.iter().position(|source| source.target).and_then(|source| {
            let level = self.levels.last()?;
            level.sources.get(source)?.key.clone()
        });
        let Some(column) = key.and_then(|key| self.catalog.table(&key)?.column(&name.key).cloned()) else { return };
        let numbered = column.numbered == super::super::change::Numbered::Identity { always: true };
        if column.generated.is_none() && !numbered {
            return;
        }
        let (what, help) = match numbered {
            true => ("the server numbers it", "leave it out, or write `OVERRIDING SYSTEM VALUE` before VALUES"),
            false => ("it is computed", "leave it out, or write `DEFAULT`"),
        };
        let help = if scope.filled.is_some() || !numbered { help } else { "leave it out, or write `DEFAULT`" };
        let message = format!("`{}` gets no value of one's own: {what}", name.text);
        let problem = Diagnostic::error(&codes::MISFIT, message).at(at, "");
        self.problem(problem.label(column.name.place, "the column is made here").help(help));
    }

    pub(super) fn check_write(
        &mut self,
        table: &Row,
        name: &super::super::name::Ident,
        value: &super::super::value::Value,
        ty: &Ty,
    ) {
        let Some((_, wanted)) = table.iter().find(|(own, _)| *own == name.key) else { return };
        if let (super::super::value::ValueKind::Number(number), Ty::Base(whole)) = (&value.kind, wanted)
            && matches!(&**whole, "smallint" | "integer" | "bigint")
            && !number.contains(['.', 'e', 'E', '_', 'x', 'o', 'b'])
            && literal::refused(whole, number)
            // A default is looked at when it is used.
            && !self.levels.is_empty()
        {
            let message = format!("{number} is out of the range of `{whole}`, which `{}` is", name.text);
            self.problem(Diagnostic::error(&codes::MISFIT, message).at(value.at, ""));
        }
        if self.found() || self.own_casts || self.catalog.is_assignable(ty, wanted) {
            return;
        }
        if let Ty::Text(text) = ty {
            let wanted = wanted.clone();
            self.no_value(value, text, &wanted);
            return;
        }
        let message = format!("`{}` is `{}`, and the value is `{}`", name.text, wanted.shown(), ty.shown());
        let problem = Diagnostic::error(&codes::MISFIT, message).at(value.at, format!("this is `{}`", ty.shown()));
        let castable = self.catalog.is_castable(ty, wanted);
        self.problem(match castable {
            true => problem.help(format!("say that it is to be turned into one: `…::{}`", wanted.shown())),
            false => problem,
        });
    }

    /// The rows of an INSERT fit its columns.
    pub(super) fn check_inserted(&mut self, scope: &Scope) {
        let (Some(filled), Some(source)) = (&scope.filled, scope.inserted) else { return };
        let Some(table) = self.target(scope) else { return };
        let names: Vec<super::super::name::Ident> = match filled.columns {
            0 => Vec::new(),
            // Behind them stand those that are set where there is a conflict.
            columns => match scope.assigned.get(..columns) {
                Some(names) => names.to_vec(),
                None => return,
            },
        };
        // Columns with fields or elements are not written whole.
        if filled.partial {
            return;
        }
        let Some(inner) = scope.children.get(source) else { return };
        let column = |at: usize| match names.is_empty() {
            true => table.get(at).map(|(name, _)| name.clone()),
            false => names.get(at).map(|name| name.key.clone()),
        };
        if inner.values.rows.is_empty() {
            let Some(row) = self.results.get(source).cloned().flatten() else { return };
            let wanted = if names.is_empty() { table.len() } else { names.len() };
            let place = scope.sources.first().and_then(|source| source.path.as_ref()).map(|path| path.name.place);
            if let Some(place) = place
                && (row.len() > wanted || row.len() < wanted && !names.is_empty())
            {
                let plural = if row.len() == 1 { "" } else { "s" };
                self.problem(other_count(place, format!("{} value{plural} for {}", row.len(), count(wanted))));
                return;
            }
            for (at, (_, ty)) in row.iter().enumerate() {
                let Some(name) = column(at) else { return };
                if let Some(place) = names.get(at).map(|name| name.place).or(place) {
                    self.check_own(scope, &super::super::name::Ident::made(&name, Dialect::Postgres, place), place);
                }
                let Some((_, wanted)) = table.iter().find(|(own, _)| *own == name) else { continue };
                let value = inner.values.items.get(at).filter(|_| inner.values.items.len() == row.len());
                let place = value.and_then(|value| value.as_ref()).map(|value| value.at).or(place);
                if let (Some(place), false) = (place, self.own_casts || self.catalog.is_assignable(ty, wanted)) {
                    let what = match ty {
                        Ty::Text(text) => format!("'{text}' is no value of it"),
                        ty => format!("the value is `{}`", ty.shown()),
                    };
                    let message = format!("`{name}` is `{}`, and {what}", wanted.shown());
                    let problem = Diagnostic::error(&codes::MISFIT, message).at(place, "");
                    let castable = !matches!(ty, Ty::Text(_)) && self.catalog.is_castable(ty, wanted);
                    self.problem(match castable {
                        true => problem.help(format!("say that it is to be turned into one: `…::{}`", wanted.shown())),
                        false => problem,
                    });
                    return;
                }
            }
            return;
        }
        let types = std::mem::take(&mut self.row_types);
        for (row, types) in inner.values.rows.iter().zip(types) {
            for (at, (value, ty)) in row.iter().zip(types).enumerate() {
                let Some(name) = column(at) else { return };
                let ident = super::super::name::Ident::made(&name, Dialect::Postgres, value.at);
                if !matches!(value.kind, super::super::value::ValueKind::Default) {
                    self.check_own(scope, &ident, value.at);
                }
                self.check_write(&table, &ident, value, &ty);
                self.check_length(scope, &ident, value);
            }
        }
    }
}

/// How many characters a text of the type has at most.
fn length_of(ty: &super::super::table::Type) -> Option<usize> {
    let (name, rest) = ty.meaning.split_once('(')?;
    let text = ty.own.is_none() && matches!(name.trim(), "character varying" | "character");
    let number = rest.strip_suffix(')').filter(|_| text)?;
    number.trim().parse().ok()
}

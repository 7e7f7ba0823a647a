//! What is grouped, and where aggregates stand.

use std::sync::Arc;

use super::super::constraint::ConstraintKind;
use super::super::mention::{Mention, Output, Scope};
use super::super::name::Ident;
use super::super::value::{Group, Value, ValueKind};
use super::super::{Object, Space};
use super::{Typing, server};
use crate::diagnostic::{Diagnostic, semantic as codes};

/// How a call counts here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Plain,
    Aggregate,
    Window,
    /// It returns rows.
    Rows,
}

impl Typing<'_> {
    fn sort(&self, value: &Value) -> Sort {
        let ValueKind::Call(call) = &value.kind else { return Sort::Plain };
        // `rank` is both, and `WITHIN GROUP` has only aggregates.
        if call.within {
            return Sort::Aggregate;
        }
        let name = &call.path.name.key;
        let own = self.catalog.of_name(Space::Routine, name);
        let mut own = own.filter_map(|(_, entry)| match &entry.object {
            Object::Routine { details, .. } => {
                let sets = details.iter().all(|own| own.signature.as_ref().is_some_and(|signature| signature.set));
                let aggregate = details.iter().any(|details| &*details.kind == "aggregate");
                Some((aggregate, sets && !details.is_empty()))
            }
            _ => None,
        });
        let forms = server::functions(name);
        let (aggregate, rows) = match own.next() {
            Some(own) => own,
            None => (
                !forms.is_empty() && forms.iter().all(|form| form.kind == "a"),
                !forms.is_empty() && forms.iter().all(|form| form.set),
            ),
        };
        if call.over {
            return Sort::Window;
        }
        match () {
            () if aggregate => Sort::Aggregate,
            () if rows && self.catalog.own_functions_are_known() => Sort::Rows,
            () => Sort::Plain,
        }
    }

    /// The first part that is of this sort; queries inside are not looked into.
    fn first<'v>(&self, value: &'v Value, sort: Sort) -> Option<&'v Value> {
        if self.sort(value) == sort {
            return Some(value);
        }
        value.parts().into_iter().find_map(|part| self.first(part, sort))
    }

    fn misplaced(&mut self, value: &Value, place: &str) {
        for (sort, what, help) in [
            (Sort::Aggregate, "an aggregate", "compare it in HAVING, or in a query around this one"),
            (Sort::Window, "a window function", "put the query into another one, and compare there"),
            (Sort::Rows, "a function that returns rows", "read it in FROM"),
        ] {
            // Rows may be grouped by them, and inserted.
            if sort == Sort::Rows && matches!(place, "GROUP BY" | "VALUES") {
                continue;
            }
            if let Some(found) = self.first(value, sort) {
                let ValueKind::Call(call) = &found.kind else { continue };
                let help = match (sort, place) {
                    (Sort::Aggregate, "SET" | "VALUES") => {
                        format!(
                            "compute it in a query of its own: `(SELECT {}(…) FROM … WHERE …)`",
                            call.path.name.text
                        )
                    }
                    _ => help.to_owned(),
                };
                let message = format!("{what} cannot stand in {place}: `{}`", call.path.name.text);
                self.problem(Diagnostic::error(&codes::GROUPING, message).at(found.at, "").help(help));
            }
        }
    }

    pub(super) fn check_groups(&mut self, scope: &Scope) {
        let values = &scope.values;
        if self.found() {
            return;
        }
        for (word, condition) in &values.conditions {
            match *word {
                "HAVING" => {
                    if let Some(found) = self.first(condition, Sort::Window) {
                        let message = "a window function cannot stand in HAVING".to_owned();
                        self.problem(Diagnostic::error(&codes::GROUPING, message).at(found.at, ""));
                    }
                }
                // An aggregate there may be one of the query around.
                _ if self.levels.len() > 1 && self.speaks_of_outer(condition) => (),
                word => self.misplaced(condition, word),
            }
        }
        for group in values.grouped.iter().flatten() {
            if let Group::By(value) = group {
                self.misplaced(value, "GROUP BY");
            }
        }
        for (_, value) in &values.set {
            self.misplaced(value, "SET");
        }
        if scope.filled.is_some() || scope.sources.iter().any(|source| source.target) {
            for value in values.items.iter().flatten() {
                self.misplaced(value, "RETURNING");
            }
            return;
        }
        for row in &values.rows {
            for value in row {
                self.misplaced(value, "VALUES");
            }
        }
        if let Some(place) = values.of_table {
            for value in values.items.iter().flatten() {
                self.misplaced(value, place);
            }
            return;
        }
        let outputs: Vec<&Value> = values.items.iter().flatten().collect();
        for value in &outputs {
            self.nested(value, false);
        }
        if let Some(count) = self.count_of(scope) {
            for group in values.grouped.iter().flatten() {
                if let Group::Number(number, place) = group
                    && (*number == 0 || *number > count)
                {
                    let message = format!("GROUP BY {number}: the query returns {count}");
                    self.problem(super::super::fits::other_count(*place, message));
                }
            }
            for value in &values.sorted {
                if let ValueKind::Number(number) = &value.kind
                    && let Ok(number) = number.parse::<usize>()
                    && (number == 0 || number > count)
                {
                    let message = format!("ORDER BY {number}: the query returns {count}");
                    self.problem(super::super::fits::other_count(value.at, message));
                }
            }
        }
        for value in &values.limits {
            self.misplaced(value, "LIMIT");
            if let Some(column) = self.own_column(value) {
                let message = "a number of rows is one for all of them, and this is a column".to_owned();
                self.problem(Diagnostic::error(&codes::MISFIT, message).at(column.at, ""));
            }
        }
        self.ungrouped(scope, &outputs);
    }

    /// How many columns a query returns; none where that is not certain.
    fn count_of(&self, scope: &Scope) -> Option<usize> {
        let values = &scope.values;
        if values.together || values.items.is_empty() || scope.open {
            return None;
        }
        if values.items.iter().all(Option::is_some) {
            return Some(values.items.len());
        }
        let level = self.levels.last().filter(|level| !level.merged_all && level.merged.is_empty())?;
        let returns = scope.returns.as_ref().filter(|returns| returns.len() == values.items.len())?;
        let of = |source: &super::Source| source.columns.as_ref().map(Vec::len);
        returns.iter().try_fold(0, |count, output| match output {
            Output::Named(_) => Some(count + 1),
            Output::All => {
                level.sources.iter().filter(|own| !own.again).try_fold(count, |count, own| Some(count + of(own)?))
            }
            Output::AllOf(name) => {
                let source = level.sources.iter().find(|source| source.name.as_ref() == Some(name))?;
                Some(count + of(source)?)
            }
            Output::Inner => None,
        })
    }

    /// The first column of this very query in an expression.
    fn own_column<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        match &value.kind {
            ValueKind::Column(mention) => self.place_of(mention).map(|_| value),
            _ => value.parts().into_iter().find_map(|part| self.own_column(part)),
        }
    }

    /// A column of the query around is named.
    fn speaks_of_outer(&self, value: &Value) -> bool {
        let outer = |mention: &Mention| {
            let Some(level) = self.levels.last() else { return true };
            !level.sources.iter().any(|source| {
                mention.qualifier.as_ref().is_none_or(|own| source.name.as_ref() == Some(&own.key))
                    && source.columns.iter().flatten().any(|(name, _)| *name == mention.name.key)
            })
        };
        match &value.kind {
            ValueKind::Column(mention) => outer(mention),
            ValueKind::Unknown | ValueKind::Query(_) | ValueKind::InQuery(..) => true,
            _ => value.parts().into_iter().any(|part| self.speaks_of_outer(part)),
        }
    }

    /// No aggregate stands in another.
    fn nested(&mut self, value: &Value, inside: bool) {
        let sort = self.sort(value);
        if inside && sort != Sort::Plain {
            let what = match sort {
                Sort::Window => "a window function",
                Sort::Rows => "a function that returns rows",
                _ => "an aggregate",
            };
            self.problem(
                Diagnostic::error(&codes::GROUPING, format!("{what} cannot stand in an aggregate"))
                    .at(value.at, "")
                    .help("make the inner one in a query of its own"),
            );
            return;
        }
        for part in value.parts() {
            self.nested(part, sort == Sort::Aggregate);
        }
    }

    /// Where rows are grouped, columns that are not are lost.
    fn ungrouped(&mut self, scope: &Scope, outputs: &[&Value]) {
        let values = &scope.values;
        let having = values.conditions.iter().filter(|(word, _)| *word == "HAVING").map(|(_, value)| value);
        let having: Vec<&Value> = having.collect();
        let aggregates = outputs.iter().chain(&having).any(|value| self.first(value, Sort::Aggregate).is_some())
            || values.sorted.iter().any(|value| self.first(value, Sort::Aggregate).is_some());
        if values.grouped.is_none() && !aggregates && having.is_empty() {
            return;
        }
        let mut keys: Vec<&Value> = Vec::new();
        for group in values.grouped.iter().flatten() {
            match group {
                Group::By(value) => keys.push(value),
                Group::Number(number, _) => match values.items.get(number.wrapping_sub(1)) {
                    Some(Some(value)) if values.items.iter().take(*number).all(Option::is_some) => keys.push(value),
                    _ => return,
                },
                Group::Named(name) => {
                    // A column of a source goes before one of the result.
                    let index = scope.returns.as_ref().and_then(|returns| {
                        returns.iter().position(|output| matches!(output, Output::Named(own) if own == name))
                    });
                    let Some(Some(value)) = index.and_then(|at| values.items.get(at)) else { return };
                    if self.is_own_column(name) {
                        return;
                    }
                    keys.push(value);
                }
                Group::Some(values) => keys.extend(values),
                Group::Unknown => return,
            }
        }
        let of_all = self.columns_of_all(scope);
        for value in &of_all {
            self.lost(value, &keys);
        }
        let sorted: Vec<&Value> = values.sorted.iter().collect();
        for value in outputs.iter().chain(&having).chain(&sorted) {
            self.lost(value, &keys);
        }
    }

    /// The columns that `*` stands for, where rows are grouped.
    fn columns_of_all(&self, scope: &Scope) -> Vec<Value> {
        let place = scope.values.grouped.iter().flatten().find_map(|group| match group {
            Group::By(value) => Some(value.at),
            Group::Some(values) => values.first().map(|value| value.at),
            Group::Number(_, place) => Some(*place),
            Group::Named(_) | Group::Unknown => None,
        });
        let place = place.or_else(|| scope.sources.iter().find_map(|source| source.called()).map(|name| name.place));
        let (Some(level), Some(returns), Some(place)) = (self.levels.last(), &scope.returns, place) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for output in returns {
            let is = |source: &&super::Source| match output {
                Output::All => !source.again,
                Output::AllOf(name) => source.name.as_ref() == Some(name),
                Output::Named(_) | Output::Inner => false,
            };
            for source in level.sources.iter().filter(is) {
                let ident = |name: &Arc<str>| Ident::made(name, migrate_core::Dialect::Postgres, place);
                let qualifier = source.name.as_ref().map(ident);
                found.extend(source.columns.iter().flatten().map(|(name, _)| Value {
                    kind: ValueKind::Column(Mention::new(qualifier.clone(), ident(name))),
                    at: place,
                }));
            }
        }
        found
    }

    fn is_own_column(&self, name: &Arc<str>) -> bool {
        let Some(level) = self.levels.last() else { return true };
        level.sources.iter().any(|source| match &source.columns {
            Some(columns) => columns.iter().any(|(own, _)| own == name),
            None => true,
        })
    }

    /// The source of a column at this level: its number, and the column; none where it is not certain.
    fn place_of(&self, mention: &Mention) -> Option<(usize, Arc<str>)> {
        let level = self.levels.last().filter(|level| !level.open && !level.merged_all)?;
        if level.sources.iter().any(|source| source.columns.is_none()) || level.merged.contains(&mention.name.key) {
            return None;
        }
        let mut found = level.sources.iter().enumerate().filter(|(_, source)| {
            mention.qualifier.as_ref().is_none_or(|own| source.name.as_ref() == Some(&own.key))
                && source.columns.iter().flatten().any(|(name, _)| *name == mention.name.key)
        });
        let (at, _) = found.next()?;
        found.next().is_none().then(|| (at, mention.name.key.clone()))
    }

    fn lost(&mut self, value: &Value, keys: &[&Value]) {
        if self.found() || keys.iter().any(|key| self.is_same(key, value)) || self.sort(value) == Sort::Aggregate {
            return;
        }
        if let ValueKind::Call(call) = &value.kind
            && &*call.path.name.key == "grouping"
        {
            if let Some(other) = call.arguments.iter().find(|own| !keys.iter().any(|key| self.is_same(key, own))) {
                let message = "`grouping` tells of what is grouped, and this is not".to_owned();
                self.problem(Diagnostic::error(&codes::GROUPING, message).at(other.at, ""));
            }
            return;
        }
        if let ValueKind::Column(mention) = &value.kind {
            let Some((source, _)) = self.place_of(mention) else { return };
            if self.follows_from_key(source, keys) {
                return;
            }
            let message = format!("`{}` is neither grouped nor in an aggregate", mention.name.text);
            self.problem(
                Diagnostic::error(&codes::GROUPING, message)
                    .at(value.at, "of several rows it may have several values")
                    .help(format!("add it to GROUP BY, or say which one: `max({})`", mention.name.text)),
            );
            return;
        }
        for part in value.parts() {
            self.lost(part, keys);
        }
    }

    /// All columns of a table follow from its primary key.
    fn follows_from_key(&self, source: usize, keys: &[&Value]) -> bool {
        let Some(level) = self.levels.last() else { return true };
        let Some(key) = level.sources.get(source).and_then(|source| source.key.as_ref()) else { return false };
        let Some(table) = self.catalog.table(key) else { return true };
        let Some(primary) = table.primary() else { return table.loose };
        if !matches!(primary.kind, ConstraintKind::Primary(_)) || primary.details.deferrable {
            return false;
        }
        primary.kind.columns().iter().all(|name| {
            keys.iter().any(|key| match &key.kind {
                ValueKind::Column(mention) => {
                    self.place_of(mention).is_none_or(|(at, column)| at == source && column == name.key)
                }
                _ => false,
            })
        })
    }

    /// Whether two expressions surely are one. What is not certain is.
    fn is_same(&self, one: &Value, other: &Value) -> bool {
        let all = |left: &[&Value], right: &[&Value]| {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| self.is_same(left, right))
        };
        match (&one.kind, &other.kind) {
            (ValueKind::Unknown, _) | (_, ValueKind::Unknown) => true,
            (ValueKind::Column(left), ValueKind::Column(right)) => match (self.place_of(left), self.place_of(right)) {
                (Some(left), Some(right)) => left == right,
                _ => left.name.key == right.name.key,
            },
            (ValueKind::Text(left), ValueKind::Text(right)) | (ValueKind::Number(left), ValueKind::Number(right)) => {
                left == right
            }
            (ValueKind::Binary(left, ..), ValueKind::Binary(right, ..)) if left != right => false,
            (ValueKind::Call(left), ValueKind::Call(right)) if left.path.name.key != right.path.name.key => false,
            (left, right) => {
                std::mem::discriminant(left) == std::mem::discriminant(right) && all(&one.parts(), &other.parts())
            }
        }
    }
}

//! Rules of PostgreSQL: what is called `CREATE RULE` there.

use super::super::change::{Event, Expr, NewOther, RuleSays};
use super::super::mention::{From, Scope};
use super::super::name::{Ident, Path};
use super::super::{Catalog, Found, Key, Object, Space};
use super::wrong;
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;

impl Catalog {
    /// What its condition and its statements name.
    pub(super) fn broken_rewrite(&self, new: &NewOther) -> Option<Diagnostic> {
        let says = new.says.as_ref()?;
        for (event, row, seen) in [(Event::Insert, "OLD", says.old), (Event::Delete, "NEW", says.new)] {
            if let (true, Some(place)) = (says.event == event, seen) {
                let message = format!("there is no `{row}` row when rows are {}", event.done());
                return Some(wrong(&codes::MISFIT, place, message, ""));
            }
        }
        let Found::Here { key, entry, sure: true } = self.find(Space::Relation, new.name.on.as_ref()?) else {
            return None;
        };
        let known = match &entry.object {
            Object::Table(table) => !table.open,
            Object::View(view) => view.columns.is_some(),
            _ => false,
        };
        if !known {
            return None;
        }
        let mut out = Vec::new();
        if let Some(condition) = &says.condition {
            self.check_scope(&condition_in(&key, says, condition)?, &mut out);
        }
        for statement in &says.statements {
            let level = Scope { sources: rows(&key, says), children: vec![statement.clone()], ..Scope::default() };
            self.check_scope(&level, &mut out);
        }
        out.into_iter().next()
    }
}

/// The rows that the rule has.
fn rows(key: &Key, says: &RuleSays) -> Vec<From> {
    let ident =
        |name: &str| Ident { text: name.into(), key: name.into(), double_quoted: true, place: Place::nowhere() };
    let path = Path { schema: Some(ident(&key.schema)), name: ident(&key.name) };
    let names: &[&str] = match says.event {
        Event::Insert => &["new"],
        Event::Delete => &["old"],
        Event::Update | Event::Truncate => &["new", "old"],
    };
    names.iter().map(|row| From::table(Some(path.clone()), Some(ident(row)))).collect()
}

fn condition_in(key: &Key, says: &RuleSays, condition: &Expr) -> Option<Scope> {
    let mut whole = (**condition.scope.as_ref()?).clone();
    whole.sources = rows(key, says);
    let values: Vec<_> = whole.values.items.iter().flatten().cloned().collect();
    whole.values.conditions.extend(values.into_iter().map(|value| ("WHERE", value)));
    Some(whole)
}

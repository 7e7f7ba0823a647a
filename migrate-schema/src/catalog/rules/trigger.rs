//! Triggers of PostgreSQL.

use super::super::change::{Event, Fires, NewTrigger, Timing};
use super::super::name::{Ident, Path};
use super::super::{Catalog, Found, Object, Space};
use super::wrong;
use crate::diagnostic::{Diagnostic, semantic as codes};

impl Catalog {
    pub(super) fn broken_trigger(&self, new: &NewTrigger) -> Option<Diagnostic> {
        for (index, name) in new.columns.iter().enumerate() {
            if new.columns[..index].iter().any(|other| other.key == name.key) {
                let message = format!("`{}` stands twice in this list", name.text);
                return Some(wrong(&codes::OTHER_COUNT, name.place, message, ""));
            }
        }
        let on = match self.find(Space::Relation, &new.table) {
            Found::Here { entry, sure: true, .. } => Some(entry),
            _ => None,
        };
        if let Some(fires) = &new.fires {
            if let Some(problem) = broken_alone(new, fires).or_else(|| broken_transitions(new, fires)) {
                return Some(problem);
            }
            if let Some(entry) = &on
                && let Some(problem) = broken_on(new, fires, &entry.object)
            {
                return Some(problem.label(entry.place, format!("`{}` is made here", entry.name)));
            }
        }
        on.and(new.function.as_ref()).and_then(|function| self.no_trigger_function(function))
    }

    fn no_trigger_function(&self, path: &Path) -> Option<Diagnostic> {
        let Found::Here { entry, sure: true, .. } = self.find(Space::Routine, path) else { return None };
        let Object::Routine { bodies, details } = &entry.object else { return None };
        let ([_], [only]) = (&bodies[..], &details[..]) else { return None };
        let signature = only.signature.as_ref()?;
        if signature.table || &*only.kind == "procedure" {
            let message =
                format!("a trigger runs a function that returns `trigger`, and `{}` does not", path.name.text);
            let problem = wrong(&codes::MISFIT, path.name.place, message, "");
            return Some(problem.label(entry.place, "the function is made here"));
        }
        let returns = signature.returns.as_ref()?;
        // `RETURNS "trigger"` is what old dumps have.
        let meaning = returns.meaning.trim_matches('"');
        (meaning != "trigger" && returns.own.as_ref().is_none_or(|own| &*own.name.key != "trigger")).then(|| {
            let message = format!(
                "`{}` returns `{}`, and a trigger runs a function that returns `trigger`",
                path.name.text, returns.text
            );
            wrong(&codes::MISFIT, path.name.place, message, "").label(entry.place, "the function is made here")
        })
    }

    pub(super) fn broken_trigger_name(&self, path: &Path, table: &Path, to: &Ident) -> Option<Diagnostic> {
        let Found::Here { key, entry, sure: true } = self.find(Space::Relation, table) else { return None };
        if !self.triggers_are_sure() || !matches!(entry.object, Object::Table(_)) {
            return None;
        }
        let new = Path { schema: None, name: to.clone() };
        if self.existing(&self.trigger_key(path, &key)).is_none() {
            let message = format!("unknown trigger `{}` of table `{}`", path.name.text, entry.name);
            return Some(wrong(&codes::UNKNOWN_OBJECT, path.name.place, message, ""));
        }
        let other = self.existing(&self.trigger_key(&new, &key))?;
        Some(self.taken("trigger", &new, &other))
    }
}

/// What is wrong with it on whatever it stands.
fn broken_alone(new: &NewTrigger, fires: &Fires) -> Option<Diagnostic> {
    let at = new.path.name.place;
    for (index, (event, place)) in fires.events.iter().enumerate() {
        if fires.events[..index].iter().any(|(other, _)| other == event) {
            let message = format!("`{}` stands twice among the events", event.word());
            return Some(wrong(&codes::OTHER_COUNT, *place, message, ""));
        }
    }
    if fires.constraint {
        if new.or_replace {
            let message = "a constraint trigger takes no other's place: `OR REPLACE` is for triggers of the usual kind";
            return Some(
                wrong(&codes::MISFIT, at, message, "").help("drop the one that is there, and leave out `OR REPLACE`"),
            );
        }
        if fires.timing != Timing::After {
            let message = "a constraint trigger runs `AFTER` its event";
            return Some(wrong(&codes::MISFIT, at, message, ""));
        }
        if !fires.each_row {
            let message = "a constraint trigger runs for each row";
            return Some(wrong(&codes::MISFIT, at, message, "").help("write `FOR EACH ROW`"));
        }
    }
    if let (false, Some(place)) = (fires.each_row, fires.old.or(fires.new)) {
        let message = "a trigger for the whole statement has no row to look at";
        return Some(wrong(&codes::MISFIT, place, message, "").help("write `FOR EACH ROW`"));
    }
    for (event, row, seen) in [(Event::Insert, "OLD", fires.old), (Event::Delete, "NEW", fires.new)] {
        if let (true, Some(place)) = (fires.has(event), seen) {
            let message = format!("there is no `{row}` row when rows are {}", event.done());
            let problem = wrong(&codes::MISFIT, place, message, "");
            return Some(match fires.events.len() {
                1 => problem,
                _ => problem.help(format!("make a trigger of its own for `{}`", event.word())),
            });
        }
    }
    if let Some(place) = fires.query {
        let message = "no query can stand in the condition of a trigger";
        return Some(wrong(&codes::MISFIT, place, message, "").help("ask in its function"));
    }
    if fires.has(Event::Truncate) && fires.each_row {
        return Some(
            wrong(&codes::MISFIT, at, "a trigger for TRUNCATE runs once for the statement", "")
                .help("write `FOR EACH STATEMENT`"),
        );
    }
    if fires.timing == Timing::Instead {
        let what = match () {
            () if !fires.each_row => "a trigger that runs `INSTEAD OF` runs for each row: write `FOR EACH ROW`",
            () if new.when.is_some() => "a trigger that runs `INSTEAD OF` has no condition",
            () if !new.columns.is_empty() => "a trigger that runs `INSTEAD OF` has no list of columns",
            () => return None,
        };
        return Some(wrong(&codes::MISFIT, at, what, ""));
    }
    None
}

/// `REFERENCING OLD TABLE AS …`
fn broken_transitions(new: &NewTrigger, fires: &Fires) -> Option<Diagnostic> {
    let first = fires.transitions.first()?;
    if let Some(row) = fires.transitions.iter().find(|transition| !transition.table) {
        let word = if row.new { "NEW" } else { "OLD" };
        let message = format!("`{word} ROW` cannot be given a name");
        return Some(wrong(&codes::MISFIT, row.place, message, "").help(format!("the function calls it `{word}`")));
    }
    let what = match () {
        () if fires.timing != Timing::After => {
            "only a trigger that runs `AFTER` its event has tables of the changed rows"
        }
        () if fires.has(Event::Truncate) => "a trigger for TRUNCATE has no tables of the changed rows",
        () if fires.events.len() > 1 => "a trigger with tables of the changed rows has one event alone",
        () if !new.columns.is_empty() => "a trigger with tables of the changed rows has no list of columns",
        () => "",
    };
    if !what.is_empty() {
        return Some(wrong(&codes::MISFIT, first.place, what, ""));
    }
    for (index, transition) in fires.transitions.iter().enumerate() {
        let (event, word) = if transition.new { (Event::Delete, "NEW") } else { (Event::Insert, "OLD") };
        if fires.has(event) {
            let message = format!("there are no {word} rows when rows are {}", event.done());
            return Some(wrong(&codes::MISFIT, transition.place, message, ""));
        }
        for other in &fires.transitions[..index] {
            if other.new == transition.new {
                let message = format!("`{word} TABLE` is named twice");
                return Some(wrong(&codes::OTHER_COUNT, transition.place, message, ""));
            }
            if other.name.key == transition.name.key {
                let message = format!("both tables are called `{}`", transition.name.text);
                return Some(wrong(&codes::OTHER_COUNT, transition.name.place, message, ""));
            }
        }
    }
    None
}

/// What is wrong with it on what it stands.
fn broken_on(new: &NewTrigger, fires: &Fires, on: &Object) -> Option<Diagnostic> {
    let instead = fires.timing == Timing::Instead;
    let (at, what) = match on {
        Object::View(view) if view.materialized => (new.table.name.place, "a materialized view has no triggers"),
        Object::View(_) if fires.has(Event::Truncate) => (new.path.name.place, "a view has no trigger for TRUNCATE"),
        Object::View(_) if fires.each_row && !instead => {
            (new.path.name.place, "on a view a trigger for each row is written `INSTEAD OF`")
        }
        Object::View(_) if !fires.transitions.is_empty() => {
            (new.path.name.place, "a trigger of a view has no tables of the changed rows")
        }
        Object::Table(_) if instead => (new.path.name.place, "`INSTEAD OF` is for views, and this is a table"),
        _ => return None,
    };
    Some(wrong(&codes::MISFIT, at, what, ""))
}

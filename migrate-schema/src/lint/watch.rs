//! Runs the rules while the history runs.

use std::collections::BTreeSet;

use super::{Check, LINTS, Levels, Lint, Seen};
use crate::catalog::change::Change;
use crate::catalog::{Catalog, Mark};
use crate::diagnostic::Diagnostic;
use crate::replay::{Act, Acts, Watch};
use crate::source::{SourceId, Sources};
use crate::undo;

/// Looks on at a replay: runs the rules, and tries the downs.
pub struct Linter<'a> {
    sources: &'a Sources,
    on_change: Vec<&'static Lint>,
    on_statement: Vec<&'static Lint>,
    /// Files that are not looked at.
    old: &'a BTreeSet<SourceId>,
    /// The values that the revision at hand has added to enums so far.
    added: Vec<Change>,
    /// For how many more revisions what their downs miss is worked out.
    mendings: u32,
    /// What was found; not yet as loud as the settings say.
    pub found: Vec<Diagnostic>,
}

impl<'a> Linter<'a> {
    /// With the rules that can be heard: those of a level, and those that `allowed` names, to know whether there is
    /// something to allow.
    pub fn new(
        sources: &'a Sources,
        levels: &Levels,
        allowed: &BTreeSet<&str>,
        old: &'a BTreeSet<SourceId>,
    ) -> Linter<'a> {
        let heard = |lint: &&'static Lint| levels.heard(lint) || allowed.contains(lint.name);
        let of = |wanted: fn(&Check) -> bool| {
            LINTS.iter().copied().filter(heard).filter(|lint| wanted(&lint.check)).collect::<Vec<_>>()
        };
        Linter {
            sources,
            on_change: of(|check| matches!(check, Check::Change(_))),
            on_statement: of(|check| matches!(check, Check::Statement(_))),
            old,
            added: Vec::new(),
            mendings: undo::MOST_MENDINGS,
            found: Vec::new(),
        }
    }
}

impl Linter<'_> {
    fn looks_at(&self, act: &Act) -> bool {
        !act.trusted && !self.old.contains(&act.place.source)
    }
}

impl Watch for Linter<'_> {
    fn statement(&mut self, catalog: &Catalog, acts: &Acts, act: &Act) {
        if !self.looks_at(act) {
            return;
        }
        let seen = Seen::new(catalog, acts, act, self.sources.get(act.place.source).text());
        for lint in &self.on_statement {
            if let Check::Statement(check) = lint.check {
                check(&seen, &mut self.found);
            }
        }
    }

    fn change(&mut self, catalog: &Catalog, acts: &Acts, act: &Act, change: &Change) {
        if matches!(change, Change::AddValue { .. }) {
            self.added.push(change.clone());
        }
        if act.trusted {
            return;
        }
        let seen = Seen::new(catalog, acts, act, self.sources.get(act.place.source).text());
        super::new_value::check(&seen, &self.added, change, &mut self.found);
        if !self.looks_at(act) {
            return;
        }
        for lint in &self.on_change {
            if let Check::Change(check) = lint.check {
                check(&seen, change, &mut self.found);
            }
        }
    }

    fn revision(&mut self, catalog: &mut Catalog, before: &Mark, acts: &Acts, out: &mut Vec<Diagnostic>) {
        self.added.clear();
        undo::check(catalog, before, acts, &mut self.mendings, out);
    }
}

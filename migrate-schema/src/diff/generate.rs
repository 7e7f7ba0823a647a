//! From two schemas to a revision: names are settled, losses are allowed or refused, both ways are written, and what is
//! written is proven by reading it.

use migrate_core::Dialect;

use super::loss::{Allow, Loss};
use super::rename::{self, Question, Rename};
use super::step::Step;
use super::{Difference, Filter, diff, online, script};
use crate::catalog::Catalog;

/// What somebody has said about a revision that is to be written.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Names that change: on the command line, or answered.
    pub renames: Vec<Rename>,
    /// Names that change as the wanted side says: what does not fit is passed over, since such a hint stays in the file.
    pub hints: Vec<Rename>,
    /// What may be lost.
    pub allow: Vec<Allow>,
    /// What is compared.
    pub filter: Filter,
    /// The way up must not keep others waiting.
    pub online: bool,
}

/// What gets from one schema to another.
#[derive(Debug, Clone, Default)]
pub struct Migration {
    /// What is done, in order.
    pub steps: Vec<Step>,
    /// One revision; several, each after the one before it, where only some of the steps run without a transaction.
    pub parts: Vec<Part>,
    /// What could not be proven.
    pub unproven: Vec<String>,
    /// What could not be compared.
    pub unsure: Vec<String>,
}

/// What one revision says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// The way up.
    pub up: String,
    /// The way down.
    pub down: String,
    /// It cannot run in a transaction.
    pub no_transaction: bool,
}

/// Why nothing is written.
#[derive(Debug, Clone)]
pub enum Refusal {
    /// Somebody has to say whether these are renames.
    Questions {
        /// What goes, while something comes that it may have become.
        questions: Vec<Question>,
        /// What is not allowed to be lost either, whatever the answers are.
        losses: Vec<Loss>,
    },
    /// These losses are not allowed.
    Losses(Vec<Loss>),
    /// A rename that cannot be.
    Rename(String),
}

/// The revision from one schema to another; none if they are the same.
pub fn generate(before: &Catalog, wanted: &Catalog, request: &Request) -> Result<Option<Migration>, Refusal> {
    let settled = settle(before, wanted, request)?;
    let named = &settled.named;
    let mut steps = settled.steps.clone();
    let allowed = |loss: &Loss| request.allow.iter().any(|allow| allow.covers(loss));
    let mut questions = rename::questions(named, wanted, &request.filter);
    // What left its name to another is said to be that other no more.
    let aside = |question: &Question| {
        settled.aside.iter().any(|aside| aside.table == question.table && aside.name == question.gone)
    };
    questions.retain(|question| !allowed(&question.as_loss()) && !aside(question));
    let difference = diff(named, wanted, &request.filter);
    steps.extend(difference.steps.iter().cloned());
    for step in &mut steps {
        step.loss = step.loss.take().map(|loss| settled.by_old_name(loss));
    }
    if steps.is_empty() {
        return Ok(None);
    }
    let mut losses: Vec<Loss> =
        steps.iter().filter_map(|step| step.loss.clone()).filter(|loss| !allowed(loss)).collect();
    if !questions.is_empty() {
        losses.retain(|loss| !questions.iter().any(|question| Allow::exactly(&question.as_loss()).covers(loss)));
        return Err(Refusal::Questions { questions, losses });
    }
    if !losses.is_empty() {
        return Err(Refusal::Losses(losses));
    }
    let groups = match request.online {
        // What cannot run in a transaction for a reason of its own is one revision, as it would be otherwise.
        true if difference.no_transaction => vec![online::online(steps, named).into_iter().flatten().collect()],
        true => online::online(steps, named),
        false => vec![steps],
    };
    let mut migration = Migration { unsure: difference.unsure, ..Migration::default() };
    let mut after = before.clone();
    let last = groups.len() - 1;
    for (number, steps) in groups.into_iter().enumerate() {
        let start = after.clone();
        let no_transaction = difference.no_transaction || steps.iter().any(|step| step.apart);
        let mut part = Part { up: script::text(&steps, true), down: String::new(), no_transaction };
        migration.steps.extend(steps);
        let (unproven, filter) = (&mut migration.unproven, &request.filter);
        perform(&mut after, &part.up, "up", unproven);
        if number == last {
            compare(&after, wanted, "up", filter, unproven);
        }
        // Names change in the first part.
        let renames = if number == 0 { settled.done.iter().rev().map(reversed).collect() } else { Vec::new() };
        // Back by the same comparison, from what the way up is known to give.
        let back = Request { renames, allow: vec![Allow::everything()], filter: filter.clone(), ..Request::default() };
        match settle(&after, &start, &back) {
            Ok(Settled { named, mut steps, .. }) => {
                let Difference { steps: rest, no_transaction, .. } = diff(&named, &start, filter);
                steps.extend(rest);
                part.no_transaction |= no_transaction;
                part.down = script::text(&steps, false);
                let mut again = after.clone();
                perform(&mut again, &part.down, "down", unproven);
                compare(&again, &start, "down", filter, unproven);
            }
            Err(Refusal::Rename(why)) => unproven.push(why),
            Err(_) => unproven.push("the way back is not clear".to_owned()),
        }
        migration.parts.push(part);
    }
    Ok(Some(migration))
}

fn reversed(rename: &Rename) -> Rename {
    Rename { table: rename.table.clone(), from: rename.to.clone(), to: rename.from.clone() }
}

/// Reads what is written.
fn perform(catalog: &mut Catalog, text: &str, name: &str, unproven: &mut Vec<String>) {
    for problem in script::apply(catalog, name, text) {
        unproven.push(format!("the {name} has a mistake: {problem}"));
    }
}

/// Compares what it gives with what is wanted.
fn compare(catalog: &Catalog, wanted: &Catalog, name: &str, filter: &Filter, unproven: &mut Vec<String>) {
    for step in diff(catalog, wanted, filter).steps {
        unproven.push(format!("after the {name} there is still to do: {}", step.about));
    }
}

/// What has left its name to something else, and is yet to be dropped: its loss is told by the old name.
struct Aside {
    table: Option<String>,
    name: String,
    old: String,
}

/// What names settle: the catalog with them.
struct Settled {
    named: Catalog,
    steps: Vec<Step>,
    /// All renames in their order.
    done: Vec<Rename>,
    aside: Vec<Aside>,
}

impl Settled {
    fn apply(&mut self, step: Step, rename: &Rename) -> Result<(), Refusal> {
        let problems = script::apply(&mut self.named, "rename", &format!("{};", step.sql.join(";\n")));
        match problems.into_iter().next() {
            Some(problem) => Err(Refusal::Rename(format!("`{rename}`: {problem}"))),
            None => {
                self.named.forget_marks();
                self.steps.push(step);
                Ok(())
            }
        }
    }

    /// The same; where that is refused, the views go first that read a table through others.
    fn apply_with_views(&mut self, step: Step, rename: &Rename) -> Result<(), Refusal> {
        let table = rename.table.as_deref().filter(|_| self.named.dialect() == Dialect::Sqlite);
        let Some(table) = table else { return self.apply(step, rename) };
        let before = self.named.clone();
        let Err(refusal) = self.apply(step.clone(), rename) else { return Ok(()) };
        self.named = before;
        let views = rename::views_above(&self.named, table);
        if views.is_empty() {
            return Err(refusal);
        }
        for view in views {
            self.apply(view, rename)?;
        }
        self.apply(step, rename)
    }

    /// A loss of what had to leave its name.
    fn by_old_name(&self, mut loss: Loss) -> Loss {
        for Aside { table, name, old } in &self.aside {
            let prefix = table.as_ref().map_or_else(String::new, |table| format!("{table}."));
            let (now, was) = (format!("{prefix}{name}"), format!("{prefix}{old}"));
            let below = loss.what.strip_prefix(&now).filter(|rest| rest.is_empty() || rest.starts_with('.'));
            if let Some(rest) = below {
                loss.what = format!("{was}{rest}");
                loss.says = loss.says.replace(&format!("`{now}"), &format!("`{was}"));
            }
        }
        loss
    }
}

/// A rename that is yet to be done.
struct Pending {
    rename: Rename,
    /// Where it cannot be, nothing is written.
    must: bool,
    /// What it is called until then: another rename may have needed its name.
    now: String,
}

fn settle(before: &Catalog, wanted: &Catalog, request: &Request) -> Result<Settled, Refusal> {
    let (named, steps) = (before.clone(), Vec::new());
    let mut settled = Settled { named, steps, done: Vec::new(), aside: Vec::new() };
    // Tables first: columns may be named with the old name of their table or the new.
    for tables in [true, false] {
        let asked = request.renames.iter().map(|rename| (rename, true));
        let letters = rename::letters(before, wanted, &request.filter);
        let all = asked.chain(request.hints.iter().chain(&letters).map(|rename| (rename, false)));
        let mut pending: Vec<Pending> = Vec::new();
        for (rename, must) in all.filter(|(rename, _)| rename.table.is_none() == tables) {
            let mut rename = rename.clone();
            if let Some(table) = &mut rename.table
                && let Some(moved) = settled.done.iter().find(|other| other.table.is_none() && other.from == *table)
            {
                *table = moved.to.clone();
            }
            if !pending.iter().any(|other| other.rename == rename) {
                let now = rename.from.clone();
                pending.push(Pending { rename, must, now });
            }
        }
        while !pending.is_empty() {
            // What gives up its name comes before what takes it.
            let waits = |own: &Pending| {
                let same = |other: &&Pending| other.rename.table == own.rename.table && other.now == own.rename.to;
                pending.iter().any(|other| same(&other))
            };
            let next = pending.iter().position(|own| !waits(own)).unwrap_or(0);
            let Pending { rename, must, now } = pending.remove(next);
            let own = Rename { from: now, ..rename.clone() };
            let step = rename::step(&settled.named, wanted, &own);
            if step.is_ok()
                && let Some((step, aside)) = rename::make_way(&settled.named, wanted, &own)
            {
                settled.apply(step, &rename)?;
                if let Some(Rename { table, from, to }) = aside {
                    match pending.iter_mut().find(|other| other.rename.table == table && other.now == from) {
                        Some(other) => other.now = to,
                        None => settled.aside.push(Aside { table, name: to, old: from }),
                    }
                }
            }
            match step {
                Ok(step) => {
                    settled.apply_with_views(step, &rename)?;
                    settled.done.push(rename);
                }
                Err(why) if must => return Err(Refusal::Rename(why)),
                Err(_) => (),
            }
        }
    }
    Ok(settled)
}

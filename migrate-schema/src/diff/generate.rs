//! From two schemas to a revision: names are settled, losses are allowed or refused, both ways are written, and what is
//! written is proven by reading it.

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
    let (named, mut steps, renames) = settle(before, wanted, request)?;
    let allowed = |loss: &Loss| request.allow.iter().any(|allow| allow.covers(loss));
    let mut questions = rename::questions(&named, wanted, &request.filter);
    questions.retain(|question| !allowed(&question.as_loss()));
    let difference = diff(&named, wanted, &request.filter);
    steps.extend(difference.steps.iter().cloned());
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
        true if difference.no_transaction => vec![online::online(steps, &named).into_iter().flatten().collect()],
        true => online::online(steps, &named),
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
        let renames = if number == 0 { renames.iter().rev().map(reversed).collect() } else { Vec::new() };
        // Back by the same comparison, from what the way up is known to give.
        let back = Request { renames, allow: vec![Allow::everything()], filter: filter.clone(), ..Request::default() };
        match settle(&after, &start, &back) {
            Ok((named, mut steps, _)) => {
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

/// The catalog with its new names, the steps that give them, and all renames in their order.
fn settle(before: &Catalog, wanted: &Catalog, request: &Request) -> Result<(Catalog, Vec<Step>, Vec<Rename>), Refusal> {
    let mut named = before.clone();
    let mut steps = Vec::new();
    let mut done: Vec<Rename> = Vec::new();
    let mut apply = |named: &mut Catalog, step: Step, rename: &Rename| {
        let problems = script::apply(named, "rename", &format!("{};", step.sql.join(";\n")));
        match problems.into_iter().next() {
            Some(problem) => Err(Refusal::Rename(format!("`{rename}`: {problem}"))),
            None => {
                named.forget_marks();
                steps.push(step);
                Ok(())
            }
        }
    };
    // Tables first: columns may be named with the old name of their table or the new.
    for tables in [true, false] {
        let asked = request.renames.iter().map(|rename| (rename, true));
        for (rename, must) in asked.chain(request.hints.iter().map(|rename| (rename, false))) {
            if rename.table.is_none() != tables {
                continue;
            }
            let mut rename = rename.clone();
            if let Some(table) = &mut rename.table
                && let Some(moved) = done.iter().find(|other| other.table.is_none() && other.from == *table)
            {
                *table = moved.to.clone();
            }
            if done.contains(&rename) {
                continue;
            }
            match rename::step(&named, wanted, &rename) {
                Ok(step) => {
                    apply(&mut named, step, &rename)?;
                    done.push(rename);
                }
                Err(why) if must => return Err(Refusal::Rename(why)),
                Err(_) => (),
            }
        }
    }
    Ok((named, steps, done))
}

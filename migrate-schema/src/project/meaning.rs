//! The history runs through a catalog, once for each dialect and head.

use std::collections::BTreeSet;

use migrate_core::DialectSet;
use migrate_core::graph::{Graph, RevSet};

use crate::catalog::Catalog;
use crate::diagnostic::{self, Diagnostic};
use crate::files::{MigrationFile, Settings};
use crate::lint::Linter;
use crate::replay::{Acts, watched};

/// A set may have many heads; more than these are not looked at one by one.
const MOST_HEADS: usize = 8;

/// Pushes what is wrong with the meaning of the statements. `acts` belong to `files`, and in each to `dialects`. The
/// schema at the head comes back, for each dialect in order; none if there are several heads.
pub(super) fn check(
    files: &[MigrationFile],
    acts: &[Vec<Acts>],
    dialects: DialectSet,
    graph: &Graph,
    settings: &Settings,
    linter: &mut Linter<'_>,
    out: &mut Vec<Diagnostic>,
) -> Vec<Catalog> {
    let mut by_rev: Vec<Option<usize>> = vec![None; graph.len()];
    for (at, file) in files.iter().enumerate() {
        if let Some(rev) = graph.get(&file.id) {
            by_rev[rev.index()] = Some(at);
        }
    }
    // Each head with what it stands on is a history that somebody runs; several heads together need not be.
    let heads = graph.real_heads();
    let lines: Vec<RevSet> = match heads.len() {
        0 | 1 => vec![graph.all()],
        _ => heads.iter().take(MOST_HEADS).map(|&head| graph.ancestors([head])).collect(),
    };
    let ledgers = settings.ledger.tables();
    let ledgers: Vec<&str> = ledgers.iter().map(AsRef::as_ref).collect();
    let mut catalogs = Vec::new();
    let mut said: BTreeSet<(Option<crate::source::Place>, &'static str)> = BTreeSet::new();
    for (number, dialect) in dialects.iter().enumerate() {
        for line in &lines {
            let history = line.iter().filter_map(|rev| acts[by_rev[rev.index()]?].get(number));
            let mut found = Vec::new();
            let catalog = watched(dialect, &ledgers, history, &mut found, linter);
            found.append(&mut linter.found);
            found.retain(|problem| said.insert((problem.at, problem.code.id)));
            out.extend(found);
            if lines.len() == 1 {
                catalogs.push(catalog);
            }
        }
        // What is wrong in any order has been said.
        if !diagnostic::has_errors(out) {
            let mut found = Vec::new();
            let of = |rev: migrate_core::graph::Rev| acts[by_rev[rev.index()]?].get(number);
            super::merges::check(dialect, &ledgers, graph, of, &mut found);
            found.retain(|problem| said.insert((problem.at, problem.code.id)));
            out.extend(found);
        }
    }
    catalogs
}

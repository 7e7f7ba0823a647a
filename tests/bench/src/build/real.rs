//! Sets of real migrations: chains of the collection beside the repository, one after the other in one line.
//!
//! The files are in sqlx's layout, which both macros read, so both get the same. Names get a prefix for each chain and
//! copy, because all of them end up in one database. What does not load without errors then is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use migrate_core::{Dialect, DialectSet};
use migrate_schema::Project;
use migrate_schema::diagnostic::{Severity, syntax};

use super::names::Names;
use crate::corpus::{self, Chain};

/// A revision: what leads up, and the way back where there is one.
#[derive(Debug, Clone)]
struct Step {
    up: String,
    down: Option<String>,
}

/// Chains shorter than this are left out: their beginnings would be most of the set.
const SHORTEST: usize = 20;

/// Chains whose revisions are longer than this on average are left out: one would be half of the set.
const LONGEST: usize = 1500;

/// Of a chain one step in so many may be left out.
const FEW: usize = 20;

/// Writes a set of `count` revisions into a folder, and says what it is made of.
pub fn write(dialect: Dialect, count: usize, folder: &Path) -> String {
    let chains = usable(dialect);
    assert!(!chains.is_empty(), "no chain of the collection loads");
    // What does not fit behind the others turns up as errors of the whole: the steps of each copy that are left out.
    let mut left_out: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    loop {
        let (mut steps, mut made_of) = (Vec::new(), BTreeMap::new());
        for copy in 0..1000 * chains.len() {
            let (name, chain) = &chains[copy % chains.len()];
            let without = left_out.entry(copy).or_default();
            if steps.len() == count || without.len() * FEW > chain.len() {
                continue;
            }
            let prefix = format!("{}_", letters(copy));
            let mut names = Names::default();
            chain.iter().for_each(|step| names.read(&step.up, dialect));
            let kept = chain.iter().enumerate().filter(|(at, _)| !without.contains(at)).take(count - steps.len());
            steps.extend(kept.map(|(at, step)| (copy, at, renamed(step, &names, &prefix))));
            *made_of.entry(name).or_insert(0) += 1;
        }
        assert_eq!(steps.len(), count, "the chains do not fit together");
        let mut texts: Vec<Step> = steps.iter().map(|(_, _, step)| step.clone()).collect();
        let wrong = settle(dialect, &mut texts);
        if wrong.is_empty() {
            put(dialect, &texts, folder);
            let chains: Vec<String> = made_of.iter().map(|(name, copies)| format!("{name} × {copies}")).collect();
            let downs = texts.iter().filter(|step| step.down.is_some()).count();
            return format!(
                "{count} revisions, {downs} with a way back, {} kB: {}",
                bytes(&texts) / 1000,
                chains.join(", ")
            );
        }
        for (at, why) in wrong {
            let (copy, step, _) = &steps[at];
            if left_out.get(copy).is_none_or(BTreeSet::is_empty) {
                eprintln!("{} × {copy}, step {step}, is left out: {why}", chains[copy % chains.len()].0);
            }
            left_out.entry(*copy).or_default().insert(*step);
        }
    }
}

fn bytes(steps: &[Step]) -> usize {
    steps.iter().map(|step| step.up.len() + step.down.as_ref().map_or(0, String::len)).sum()
}

fn letters(number: usize) -> String {
    let digit = |digit: usize| char::from(b"abcdefghijklmnopqrstuvwxyz"[digit % 26]);
    format!("{}{}", digit(number / 26), digit(number))
}

/// The chains that load alone, the longest first.
fn usable(dialect: Dialect) -> Vec<(String, Vec<Step>)> {
    let mut chains: Vec<(String, Vec<Step>)> = corpus::chains(&[])
        .expect("the collection: CORPUS, or ../shared/corpus")
        .iter()
        .filter(|chain| chain.dialect == dialect)
        .map(|chain| (format!("{}/{}", chain.project, chain.name), paired(chain)))
        .filter(|(_, steps)| steps.len() >= SHORTEST && bytes(steps) <= LONGEST * steps.len())
        .collect();
    chains.sort_by(|(a, left), (b, right)| right.len().cmp(&left.len()).then(a.cmp(b)));
    chains.retain_mut(|(name, steps)| {
        let all = steps.len();
        loop {
            let wrong = settle(dialect, steps);
            let Some(why) = wrong.values().next() else { return true };
            // Some stand in the wrong place of the collection's order.
            if (all - steps.len() + wrong.len()) * FEW > all {
                eprintln!("{name} is left out: {why}");
                return false;
            }
            let mut at = 0..;
            steps.retain(|_| at.next().is_none_or(|at| !wrong.contains_key(&at)));
        }
    });
    chains
}

/// Each file that leads up with the one that leads back: by their names, or by their versions where these are unique.
fn paired(chain: &Chain) -> Vec<Step> {
    let version =
        |path: &str| path.rsplit('/').next().and_then(|name| name.split(['_', '.']).next()).map(str::to_owned);
    let (downs, ups): (Vec<_>, Vec<_>) = chain.files.iter().partition(|file| file.down);
    let only = |path: &str| {
        let wanted = version(path).filter(|version| version.bytes().any(|byte| byte.is_ascii_digit()))?;
        let mut same = downs.iter().filter(|file| version(&file.path).as_ref() == Some(&wanted));
        let first = same.next()?;
        let alone = ups.iter().filter(|file| version(&file.path).as_ref() == Some(&wanted)).count() == 1;
        (alone && same.next().is_none()).then_some(first)
    };
    let down_of = |path: &str| {
        let by_name =
            downs.iter().find(|file| path.ends_with("up.sql") && file.path.replace("down.sql", "up.sql") == path);
        by_name.or_else(|| only(path)).map(|file| file.text.clone())
    };
    ups.iter().map(|file| Step { up: file.text.clone(), down: down_of(&file.path) }).collect()
}

fn renamed(step: &Step, names: &Names, prefix: &str) -> Step {
    let renamed = |text: &str| {
        // What is there once for a whole database.
        let text = text.replace("CREATE EXTENSION IF NOT EXISTS", "CREATE EXTENSION");
        names.renamed(&text, prefix).replace("CREATE EXTENSION", "CREATE EXTENSION IF NOT EXISTS")
    };
    Step { up: renamed(&step.up), down: step.down.as_deref().map(renamed) }
}

/// Loads the steps, and mends what their tool would not mind: statements that refuse a transaction, ways back that do not
/// lead back. The steps that are still wrong come back, with what is wrong.
fn settle(dialect: Dialect, steps: &mut [Step]) -> BTreeMap<usize, String> {
    const ALONE: &str = "-- no-transaction\n";
    loop {
        let folder = tempfile::tempdir().expect("a directory");
        put(dialect, steps, folder.path());
        let project = Project::load(folder.path(), "migrations", DialectSet::EMPTY);
        let (mut wrong, mut changed) = (BTreeMap::new(), false);
        for problem in project.diagnostics.iter().filter(|problem| problem.severity == Severity::Error) {
            let Some(place) = problem.at else { panic!("{}", problem.message) };
            let path = project.sources.get(place.source).path();
            let name = path.rsplit('/').next().expect("a name");
            let Some(at) = name.split('_').next().and_then(|number| number.parse::<usize>().ok()) else {
                panic!("{path}: {}", problem.message)
            };
            let step = &mut steps[at - 1];
            if name.ends_with(".down.sql") {
                changed |= step.down.take().is_some();
            } else if problem.code.id == syntax::NOT_IN_TRANSACTION.id && !step.up.starts_with(ALONE) {
                step.up.insert_str(0, ALONE);
                changed = true;
            } else {
                wrong.insert(at - 1, problem.message.clone());
            }
        }
        if !changed {
            return wrong;
        }
    }
}

fn put(dialect: Dialect, steps: &[Step], folder: &Path) {
    std::fs::create_dir_all(folder).expect("a directory");
    let name = dialect.facts().name;
    std::fs::write(folder.join("migrate.toml"), format!("dialect = \"{name}\"\n")).expect("settings");
    for (at, step) in steps.iter().enumerate() {
        let number = at + 1;
        let file = |ending: &str| folder.join(format!("{number:05}_step{ending}"));
        match &step.down {
            None => std::fs::write(file(".sql"), &step.up).expect("a migration"),
            Some(down) => {
                std::fs::write(file(".up.sql"), &step.up).expect("a migration");
                std::fs::write(file(".down.sql"), down).expect("a migration");
            }
        }
    }
}

//! From what the ledger says and what is wanted to a script: reading and deciding, without touching anything.

use migrate_core::graph::Rev;
use migrate_core::ledger::{Ledger, Origin, Row, RowState, StoredDown};
use migrate_core::plan;
use migrate_core::probe::Probe;
use migrate_core::script::{Context, Job, Script, ScriptError, Verdict};
use migrate_core::{Body, Direction, Statement, Text};

use crate::adopt;
use crate::divergence::Moved;
use crate::driver::{Detail, Session, State};
use crate::elsewhere;
use crate::error::Error;
use crate::event::{Event, Events};
use crate::migrations::Migrations;
use crate::repair::Repaired;
use crate::wanted::{Options, Wanted};
use crate::world::{Doubt, World};

/// What is to run: made from one reading of the ledger, without touching anything.
pub(crate) struct Prepared<'m> {
    pub(crate) world: World<'m>,
    /// What was noticed on the way.
    pub(crate) noticed: Noticed,
    pub(crate) script: Script,
}

/// What is no error and should be said.
#[derive(Debug, Default, Clone)]
pub(crate) struct Noticed {
    /// Applied revisions of which only comments, white space or the down changed.
    pub(crate) reworded: Vec<String>,
    /// Applied revisions that stand elsewhere in the history now.
    pub(crate) moved: Vec<Moved>,
    /// Revisions of an upgrade that come before what is applied already.
    pub(crate) slipped_in: Vec<String>,
    /// The repairs of a script.
    pub(crate) repaired: Vec<Repaired>,
}

/// Reads what a plan is made from: a line a row, and all of it only where rows are unknown or unfinished; nothing if it is
/// asked whether all is there, and it is.
pub(crate) async fn read(session: &mut Session<'_>, migrations: &Migrations, all: bool) -> Result<State, sqlx::Error> {
    let ledger = migrations.ledger();
    let state = match all {
        true => session.read_unless(ledger, migrations.preamble()).await?,
        false => session.read(ledger, Detail::Brief).await?,
    };
    if state.settled {
        return Ok(state);
    }
    let plain = |row: &Row| row.state == RowState::Applied && migrations.graph().get(&row.id).is_some();
    if state.rows.iter().all(plain) { Ok(state) } else { session.read(ledger, Detail::Full).await }
}

/// Runs nothing: from a state to a script.
pub(crate) async fn prepare<'m>(
    session: &mut Session<'_>,
    migrations: &'m Migrations,
    state: State,
    wanted: &Wanted,
    options: &Options,
) -> Result<Prepared<'m>, Error> {
    let ledger_exists = state.exists;
    let mut prepared = prepare_here(session, migrations, state, wanted, options).await?;
    if let Some(schema) = migrations.schema() {
        schema.aim(&mut prepared.script, ledger_exists);
    }
    Ok(prepared)
}

async fn prepare_here<'m>(
    session: &mut Session<'_>,
    migrations: &'m Migrations,
    state: State,
    wanted: &Wanted,
    options: &Options,
) -> Result<Prepared<'m>, Error> {
    let mut world = World::new(migrations, state)?;
    let ledger = migrations.ledger();
    let (ledger_exists, rows) = (world.state.exists, world.state.rows.len());
    let dialect = world.dialect;
    if !ledger_exists {
        let there = crate::schema::require(session, migrations, dialect).await?;
        if there && matches!(wanted, Wanted::Upgrade(_) | Wanted::Downgrade(_)) {
            adopt::refuse_foreign(session, migrations, dialect).await?;
        }
    }
    let context = Context { dialect, ledger, ledger_exists, rows, transaction: options.transaction, by: &options.by };
    let changed = world.changed();
    let mut noticed =
        Noticed { reworded: changed.reworded.clone(), moved: changed.moved.clone(), ..Noticed::default() };
    let (steps, direction) = match wanted {
        Wanted::Upgrade(targets) => {
            world.refuse_divergence(session, migrations, changed, options.newer).await?;
            let plan = plan::upgrade(world.graph(), &world.applied, targets)?;
            let below = world.slipped_in();
            noticed.slipped_in = plan.revs().iter().map(|&rev| world.graph().id(rev).to_owned()).collect();
            noticed.slipped_in.retain(|id| below.contains(id));
            (plan.revs(), Direction::Up)
        }
        Wanted::Downgrade(target) => {
            world.require_fit()?;
            (plan::downgrade(world.graph(), &world.applied, target)?.revs(), Direction::Down)
        }
        Wanted::Stamp { targets, purge } => {
            // Who purges says that nothing of what the ledger has matters.
            if !*purge {
                world.require_fit()?;
            }
            let stamp = plan::stamp(world.graph(), &world.applied, targets, *purge)?;
            let (insert, delete) = stamp_rows(&world, stamp.after(), *purge);
            let insert: Vec<_> = insert.into_iter().map(|rev| world.revision(rev)).collect();
            let script = Script::stamp(&insert, &delete, Origin::Stamp, &context);
            return Ok(Prepared { world, noticed, script });
        }
        Wanted::Settle(verdict) => {
            let (row, revision) = world.unfinished()?;
            let script = Script::settle(row, revision, *verdict, &context);
            return Ok(Prepared { world, noticed, script });
        }
        Wanted::Repair(action) => {
            // What a row says is recorded before it is changed.
            world.state.rows = world.whole_rows(session, migrations).await?;
            let fixes = world.fixes(action)?;
            noticed.repaired = fixes.iter().map(Repaired::of).collect();
            let script = Script::repair(&fixes, &context);
            return Ok(Prepared { world, noticed, script });
        }
        Wanted::Adopt(tool) => {
            let (applied, unchanged) = adopt::applied(session, migrations, *tool, &world).await?;
            let insert: Vec<_> = applied.into_iter().map(|rev| world.revision(rev)).collect();
            let mut script = Script::stamp(&insert, &[], Origin::Adopt, &context);
            for unit in &mut script.units {
                unit.also = Some(unchanged.clone());
            }
            return Ok(Prepared { world, noticed, script });
        }
    };
    world.check_open(&steps, direction)?;
    if direction == Direction::Down {
        give_downs(session, &mut world, &steps, migrations).await?;
    }
    for rev in &steps {
        decide(session, &mut world, *rev, direction, ledger, &options.events).await;
    }
    let leaves = |body: &&Body| elsewhere::may_leave(dialect, body);
    let leaving: Vec<(Text, Vec<Statement>)> = steps
        .iter()
        .filter_map(|&rev| {
            let body = world.revision(rev).body(direction, dialect).filter(leaves)?;
            Some((Text::Owned(world.graph().id(rev).to_owned()), body.statements.to_vec()))
        })
        .collect();
    if !leaving.is_empty() {
        let table = ledger.name(dialect);
        session.leave(ledger).await.map_err(|source| Error::Ledger { table, source })?;
    }
    let ledger = &session.placed(ledger);
    let context = Context { ledger, ..context };
    let mut jobs = Vec::with_capacity(steps.len());
    for rev in steps {
        let resume = world.resume(rev, direction)?;
        jobs.push(Job { revision: world.revision(rev), direction, resume, marks: world.marks(rev) });
    }
    let mut script = Script::new(&jobs, &context)?;
    if let (Some(home), false) = (session.way_home(), leaving.is_empty()) {
        let of = |id: &str| leaving.iter().find(|(own, _)| own == id).map(|(_, statements)| &**statements);
        elsewhere::lead(&mut script, &home, of);
    }
    Ok(Prepared { world, noticed, script })
}

/// Finds out what became of the statement that ran when the process died which was taking this step, if there was one and
/// the server's catalog tells.
async fn decide(
    session: &mut Session<'_>,
    world: &mut World<'_>,
    rev: Rev,
    direction: Direction,
    ledger: &Ledger,
    events: &Events,
) {
    let Some(Doubt { row, number, probe }) = world.doubt(rev, direction) else { return };
    let known = probe.map_or(Some(Verdict::NoEffect), Probe::verdict);
    let verdict = match (known, probe.and_then(|probe| Some((probe, probe.sql(world.dialect, ledger, &row.id)?)))) {
        (Some(known), _) => Some(known),
        (None, Some((probe, sql))) => {
            // Who may not look at the catalog asks a person.
            let answer = session.texts(sql).await.unwrap_or_default();
            answer.first().and_then(|answer| probe.judge(answer))
        }
        (None, None) => None,
    };
    let Some(verdict) = verdict else { return };
    let id = row.id.clone();
    events.tell(&Event::Decided { revision: &id, number, took_effect: verdict == Verdict::TookEffect });
    world.decide(id, verdict);
}

/// Which rows a stamp adds and removes. A row that is open is replaced: somebody says how it ended; and all of them where
/// everything is forgotten first.
fn stamp_rows(world: &World<'_>, after: &plan::Applied, purge: bool) -> (Vec<Rev>, Vec<Text>) {
    let graph = world.graph();
    let mut delete = Vec::new();
    let mut kept = Vec::new();
    for row in &world.state.rows {
        let rev = graph.get(&row.id);
        match rev {
            Some(rev) if !purge && after.contains(rev) && row.state == RowState::Applied => kept.push(rev),
            rev => delete.push((rev, Text::Owned(row.id.clone()))),
        }
    }
    // Children first, as they would be taken back, and what is unknown before them. Rows of one moment have no order.
    delete.sort_by(|(one, id), (other, its)| (one.is_some(), other, id).cmp(&(other.is_some(), one, its)));
    let delete = delete.into_iter().map(|(_, id)| id).collect();
    let insert = graph.iter().filter(|&rev| after.contains(rev) && !kept.contains(&rev)).collect();
    (insert, delete)
}

/// Revisions that only the ledger knows are taken back with the SQL that it kept.
async fn give_downs(
    session: &mut Session<'_>,
    world: &mut World<'_>,
    steps: &[Rev],
    migrations: &Migrations,
) -> Result<(), Error> {
    let ids: Vec<String> =
        steps.iter().map(|rev| world.graph().id(*rev).to_owned()).filter(|id| world.unknown.contains(id)).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let (dialect, ledger) = (world.dialect, migrations.ledger());
    let sql = ledger.select_down(dialect, ids.iter().map(String::as_str));
    let downs =
        session.read_texts(sql).await.map_err(|source| Error::Ledger { table: ledger.name(dialect), source })?;
    let mut missing = Vec::new();
    for id in &ids {
        let down = downs.iter().find(|(row, _)| row == id).and_then(|(_, down)| down.as_deref());
        let stored = down.and_then(|text| StoredDown::read(text).ok());
        let revision = world.revisions_mut().iter_mut().find(|revision| revision.id == *id);
        let (Some(stored), Some(revision)) = (stored, revision) else {
            missing.push(Text::Owned(id.clone()));
            continue;
        };
        revision.bodies.push(Body {
            direction: Direction::Down,
            dialects: [dialect].into_iter().collect(),
            transactional: stored.transactional,
            tokens: migrate_core::Checksum::default(),
            statements: stored.statements,
            file: Text::Borrowed("(from the ledger)"),
        });
    }
    if missing.is_empty() { Ok(()) } else { Err(ScriptError::NoDown { ids: missing }.into()) }
}

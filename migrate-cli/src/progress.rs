//! What the runtime tells while it works, shown as it comes: a step that took ten minutes is not news at the end.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use migrate_core::Direction;
use migrate_runtime::Event;
use serde_json::{Value, json};

use crate::output::{Output, count, scrubbed};

/// What is shown on a terminal below the lines: how far it is, what runs, and for how long.
const STYLE: &str = "{spinner} [{bar:30}] {pos}/{len} {elapsed} {msg}";

/// The same for several targets.
const TARGETS: &str = "{spinner} {pos} done, {elapsed}";

/// Shows what a request tells.
pub(crate) fn observer(output: Output) -> impl Fn(&Event<'_>) + Send + Sync + 'static {
    let progress = Progress { output, on_terminal: is_on_terminal(output), bar: Mutex::new(None) };
    move |event| {
        if output.json {
            if let Some(value) = to_json(event) {
                output.event(&value);
            }
        } else {
            progress.show(event);
        }
    }
}

/// How many of several targets are done, on a terminal.
pub(crate) fn targets(output: Output) -> ProgressBar {
    if !is_on_terminal(output) {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template(TARGETS).unwrap_or_else(|_| ProgressStyle::default_spinner());
    let bar = ProgressBar::no_length().with_style(style);
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

/// Shows what a request about several targets tells and a person should look at, with the target's name: the rest would
/// be mixed up.
pub(crate) fn target_observer(output: Output, bar: ProgressBar) -> impl Fn(&str, &Event<'_>) + Send + Sync + 'static {
    move |target, event| match event {
        Event::WaitingForLock { .. }
        | Event::Stopping { .. }
        | Event::Retry { .. }
        | Event::Decided { .. }
        | Event::DroppedInvalidIndex { .. } => {
            bar.suspend(|| match to_json(event) {
                Some(mut value) if output.json => {
                    value["target"] = json!(target);
                    output.event(&value);
                }
                _ => {
                    output.note(format_args!("{target}:"));
                    Progress { output, on_terminal: false, bar: Mutex::new(None) }.say(event);
                }
            });
        }
        _ => (),
    }
}

fn is_on_terminal(output: Output) -> bool {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    std::io::stderr().is_terminal() && !is_dumb && !output.json && !output.quiet
}

struct Progress {
    output: Output,
    on_terminal: bool,
    bar: Mutex<Option<Bar>>,
}

/// The bar, and the statements that it counts: a revision may begin several times.
struct Bar {
    bar: ProgressBar,
    done: BTreeSet<(String, usize)>,
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

impl Progress {
    fn show(&self, event: &Event<'_>) {
        // A panic elsewhere in an observer leaves nothing here in disorder.
        let mut bar = self.bar.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match event {
            Event::Planned { statements, .. } if self.on_terminal && *statements > 0 => {
                *bar = Some(Bar::new(*statements))
            }
            Event::Finished { .. } | Event::Failed { .. } => *bar = None,
            _ => (),
        }
        match bar.as_mut() {
            Some(bar) => {
                bar.follow(event);
                // Lines push the bar away, and there may be thousands of events without one.
                let moves = matches!(
                    event,
                    Event::StatementStarted { .. } | Event::StatementDone { .. } | Event::RevisionStarted { .. }
                );
                if !moves || self.output.verbose {
                    bar.bar.suspend(|| self.say(event));
                }
            }
            None => self.say(event),
        }
    }

    /// The lines, which are the same with a bar and without.
    fn say(&self, event: &Event<'_>) {
        let Progress { output, .. } = self;
        match event {
            Event::WaitingForDatabase { reason, left, .. } => {
                let (left, reason) = (left.as_secs(), reason.reason());
                output.warning(format_args!("waiting for the database, up to {left} s more: {reason}"));
            }
            Event::WaitingForLock { holder, .. } => {
                let holder = holder.unwrap_or("unknown");
                output.warning(format_args!("waiting for another process that is migrating this database ({holder})"));
            }
            Event::Retry { revision, reason, blockers, attempt, of, pause, .. } => {
                let seconds = pause.as_secs_f64();
                output.warning(format_args!(
                    "{revision}: {reason}{}; trying again in {seconds:.1} s ({attempt} of {of})",
                    blocked(blockers)
                ));
            }
            Event::Decided { revision, number, took_effect, .. } => {
                let found = if *took_effect { "it took effect" } else { "it had no effect" };
                output.note(format_args!(
                    "note: a process ended while statement {number} of {revision} ran; the database shows that {found}"
                ));
            }
            Event::DroppedInvalidIndex { index, .. } => {
                output.note(format_args!("note: dropped the invalid index {index}, which an earlier try left behind"));
            }
            Event::Stopping { .. } => output
                .note("stopping: the statement that runs is being cancelled on the server; once more leaves at once"),
            Event::Notice { text, .. } => output.note(format_args!("notice: {text}")),
            Event::RevisionStarted { revision, .. } if output.verbose => {
                output.note(format_args!("running {revision}"));
            }
            Event::StatementDone { number, of, rows, elapsed, .. } if output.verbose => {
                let rows = rows.filter(|rows| *rows > 0).map(|rows| format!("{}, ", count(rows as usize, "row")));
                let (rows, ms) = (rows.unwrap_or_default(), elapsed.as_millis());
                output.note(format_args!("statement {number} of {of} done ({rows}{ms} ms)"));
            }
            Event::RevisionFinished { taken, .. } if !output.quiet => {
                let word = match (taken.stamped, taken.direction) {
                    (true, Direction::Up) => "stamped",
                    (true, Direction::Down) => "unstamped",
                    (false, Direction::Up) => "applied",
                    (false, Direction::Down) => "took back",
                };
                let title = if taken.title.is_empty() { String::new() } else { format!(" {}", taken.title) };
                let time = if taken.stamped { String::new() } else { format!(" ({} ms)", taken.elapsed.as_millis()) };
                output.line(format_args!("{word} {}{title}{time}", taken.id));
            }
            _ => (),
        }
    }
}

/// Who is in the way, behind a reason.
fn blocked(blockers: &[String]) -> impl Display {
    if blockers.is_empty() { String::new() } else { format!(" (in the way: {})", blockers.join("; ")) }
}

impl Bar {
    fn new(statements: usize) -> Bar {
        let style = ProgressStyle::with_template(STYLE).unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::new(statements as u64).with_style(style.progress_chars("=> "));
        bar.enable_steady_tick(Duration::from_millis(120));
        Bar { bar, done: BTreeSet::new() }
    }

    fn follow(&mut self, event: &Event<'_>) {
        match event {
            Event::RevisionStarted { revision, title, .. } => self.bar.set_message(format!("{revision} {title}")),
            Event::StatementStarted { revision, number, of, .. } => {
                self.bar.set_message(format!("{revision}: statement {number} of {of}"));
            }
            Event::StatementDone { revision, number, .. } => {
                self.done.insert(((*revision).to_owned(), *number));
                self.bar.set_position(self.done.len() as u64);
            }
            Event::WaitingForLock { .. } => self.bar.set_message("waiting for another process"),
            _ => (),
        }
    }
}

/// An event as it is printed with `--json`; docs/events.md lists them. None for one that is said elsewhere.
fn to_json(event: &Event<'_>) -> Option<Value> {
    let ms = |time: &Duration| time.as_millis() as u64;
    let value = match event {
        Event::WaitingForDatabase { reason, left, .. } => json!({
            "event": "waiting-for-database", "code": reason.code(), "reason": scrubbed(&reason.reason()), "left_ms": ms(left),
        }),
        Event::WaitingForLock { holder, waited, .. } => {
            json!({ "event": "waiting-for-lock", "holder": holder, "waited_ms": ms(waited) })
        }
        Event::Planned { revisions, statements, .. } => {
            json!({ "event": "planned", "revisions": revisions, "statements": statements })
        }
        Event::RevisionStarted { revision, title, direction, statements, stamped, .. } => json!({
            "event": "started", "revision": revision, "title": title, "direction": direction.name(),
            "statements": statements, "stamped": stamped,
        }),
        Event::StatementStarted { revision, number, of, .. } => json!({
            "event": "statement-started", "revision": revision, "statement": number, "of": of,
        }),
        Event::StatementDone { revision, number, of, rows, elapsed, .. } => json!({
            "event": "statement-done", "revision": revision, "statement": number, "of": of, "rows": rows,
            "elapsed_ms": ms(elapsed),
        }),
        Event::Notice { text, .. } => json!({ "event": "notice", "text": text }),
        Event::RevisionFinished { taken, .. } => json!({
            "event": "step", "revision": taken.id, "title": taken.title, "direction": taken.direction.name(),
            "stamped": taken.stamped, "elapsed_ms": ms(&taken.elapsed),
        }),
        Event::Retry { revision, reason, blockers, attempt, of, pause, .. } => json!({
            "event": "retry", "revision": revision, "reason": reason, "blockers": blockers, "attempt": attempt,
            "of": of, "pause_ms": ms(pause),
        }),
        Event::Decided { revision, number, took_effect, .. } => json!({
            "event": "decided", "revision": revision, "statement": number, "took_effect": took_effect,
        }),
        Event::DroppedInvalidIndex { revision, index, .. } => {
            json!({ "event": "dropped-invalid-index", "revision": revision, "index": index })
        }
        Event::Stopping { revision, .. } => json!({ "event": "stopping", "revision": revision }),
        Event::Failed { error, .. } => json!({ "event": "failed", "code": error.code() }),
        // `done` is printed when the command has said everything else.
        _ => return None,
    };
    Some(value)
}

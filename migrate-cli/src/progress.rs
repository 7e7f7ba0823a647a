//! What the runtime tells while it works, shown as it comes: a step that took ten minutes is not news at the end.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::json;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

use crate::output::Output;

/// Shows what happens from now on. `stamps` if nothing runs and only the ledger is written.
pub(crate) fn show(output: Output, stamps: bool) {
    // It fails only if there is one already, which then shows it.
    let _ = tracing::subscriber::set_global_default(Progress { output, stamps, most: Level::INFO });
}

/// Shows only what a person should look at: of several targets at once, the steps would be mixed up.
pub(crate) fn show_warnings(output: Output) {
    let _ = tracing::subscriber::set_global_default(Progress { output, stamps: false, most: Level::WARN });
}

struct Progress {
    output: Output,
    stamps: bool,
    most: Level,
}

impl Subscriber for Progress {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let most = if self.output.verbose && self.most == Level::INFO { Level::DEBUG } else { self.most };
        metadata.target() == "migrate" && *metadata.level() <= most
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        if attributes.metadata().name() == "unit" {
            self.output.note(format_args!("running {}", fields.text("revision")));
        }
        Id::from_u64(1)
    }

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let message = fields.text("message");
        if *event.metadata().level() == Level::INFO {
            self.step(&fields, message);
        } else if let Some(holder) = fields.0.get("holder") {
            self.output.warning(format_args!("{message} ({holder})"));
        } else {
            self.output.warning(message);
        }
    }

    fn record(&self, _span: &Id, _values: &Record<'_>) {}

    fn record_follows_from(&self, _span: &Id, _follows: &Id) {}

    fn enter(&self, _span: &Id) {}

    fn exit(&self, _span: &Id) {}
}

impl Progress {
    fn step(&self, fields: &Fields, title: &str) {
        let (revision, direction) = (fields.text("revision"), fields.text("direction"));
        let elapsed_ms: u64 = fields.text("elapsed_ms").parse().unwrap_or(0);
        if self.output.json {
            self.output.event(&json!({
                "event": "step",
                "revision": revision,
                "title": title,
                "direction": direction,
                "stamped": self.stamps,
                "elapsed_ms": elapsed_ms,
            }));
            return;
        }
        if self.output.quiet {
            return;
        }
        let word = match (self.stamps, direction) {
            (true, "up") => "stamped",
            (true, _) => "unstamped",
            (false, "up") => "applied",
            (false, _) => "took back",
        };
        let title = if title.is_empty() { String::new() } else { format!(" {title}") };
        let time = if self.stamps { String::new() } else { format!(" ({elapsed_ms} ms)") };
        self.output.line(format_args!("{word} {revision}{title}{time}"));
    }
}

/// The fields of an event, as text.
#[derive(Default)]
struct Fields(BTreeMap<&'static str, String>);

impl Fields {
    fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }
}

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
}

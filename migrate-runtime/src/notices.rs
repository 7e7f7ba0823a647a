//! The server's notices, as the driver gives them away: it sends them to the log and to nobody else. While a run is
//! observed, it runs below a subscriber that takes them from there and passes on everything to the one that was there.

use std::fmt;

use tracing::dispatcher::{self, Dispatch};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::Interest;
use tracing::{Metadata, Subscriber};

use crate::event::{Event, Events};

/// Where sqlx logs them.
const TARGET: &str = "sqlx::postgres::notice";

pub(crate) struct Notices {
    inner: Dispatch,
    events: Events,
}

impl Notices {
    /// In front of the subscriber that is there now.
    pub(crate) fn to(events: &Events) -> Notices {
        Notices { inner: dispatcher::get_default(Dispatch::clone), events: events.clone() }
    }
}

impl Subscriber for Notices {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        if metadata.target() == TARGET { Interest::always() } else { self.inner.register_callsite(metadata) }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == TARGET || self.inner.enabled(metadata)
    }

    fn event(&self, event: &tracing::Event<'_>) {
        if event.metadata().target() == TARGET {
            let mut message = Message(String::new());
            event.record(&mut message);
            self.events.tell(&Event::Notice { text: &message.0 });
        }
        if self.inner.enabled(event.metadata()) {
            self.inner.event(event);
        }
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        self.inner.new_span(attributes)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        self.inner.record(span, values);
    }

    fn record_follows_from(&self, span: &Id, follows: &Id) {
        self.inner.record_follows_from(span, follows);
    }

    fn enter(&self, span: &Id) {
        self.inner.enter(span);
    }

    fn exit(&self, span: &Id) {
        self.inner.exit(span);
    }

    fn clone_span(&self, span: &Id) -> Id {
        self.inner.clone_span(span)
    }

    fn try_close(&self, span: Id) -> bool {
        self.inner.try_close(span)
    }
}

/// The text of an event.
struct Message(String);

impl Visit for Message {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "message" {
            self.0 = value.to_owned();
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}

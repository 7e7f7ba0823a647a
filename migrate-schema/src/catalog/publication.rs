//! What a publication publishes (PostgreSQL): its statements change it piece by piece, so it is kept in pieces.

use std::sync::Arc;

use super::details::{Definition, Options, Settings};

/// What is published, and how.
#[derive(Debug, Clone, Default)]
pub struct Publication {
    /// Everything that there is.
    pub all: bool,
    /// Tables and schemas.
    pub items: Vec<Published>,
    /// `publish` → `insert, update`; what holds anyway is left out.
    pub options: Options,
}

/// A table, or the tables of a schema.
#[derive(Debug, Clone)]
pub struct Published {
    /// Which one; tables and schemas have names of their own.
    pub key: Arc<str>,
    /// It is a schema.
    pub schema: bool,
    /// Its name as it is written.
    pub name: Arc<str>,
    /// As it is written: the name, for a table with its columns and its condition.
    pub text: Arc<str>,
    /// Equal for two that come to the same.
    pub meaning: Arc<str>,
}

/// What `ALTER PUBLICATION` does.
#[derive(Debug, Clone)]
pub enum PublicationAction {
    /// More is published.
    Add(Vec<Published>),
    /// This and nothing else is published.
    Set(Vec<Published>),
    /// Less is published.
    Drop(Vec<Published>),
    /// Settings; one without a value holds as usual.
    Options(Settings),
}

impl Publication {
    /// Does what the statement says.
    pub(super) fn alter(&mut self, action: &PublicationAction) {
        let same = |one: &Published, other: &Published| one.schema == other.schema && one.key == other.key;
        match action {
            PublicationAction::Add(items) => {
                let new = items.iter().filter(|item| !self.items.iter().any(|own| same(own, item)));
                let new: Vec<Published> = new.cloned().collect();
                self.items.extend(new);
            }
            PublicationAction::Set(items) => self.items.clone_from(items),
            PublicationAction::Drop(items) => self.items.retain(|own| !items.iter().any(|item| same(own, item))),
            PublicationAction::Options(options) => super::details::set(&mut self.options, options),
        }
    }

    /// The statement that makes it.
    pub fn definition(&self, named: &str) -> Definition {
        let written = |items: &[&Published], of: fn(&Published) -> &str| {
            let list = |schema: bool| {
                let own: Vec<&str> = items.iter().filter(|item| item.schema == schema).map(|item| of(item)).collect();
                own.join(", ")
            };
            let (tables, schemas) = (list(false), list(true));
            let mut parts = Vec::new();
            if !tables.is_empty() {
                parts.push(format!("TABLE {tables}"));
            }
            if !schemas.is_empty() {
                parts.push(format!("TABLES IN SCHEMA {schemas}"));
            }
            parts.join(", ")
        };
        let whole = |what: String| {
            let mut sql = format!("CREATE PUBLICATION {named}");
            if self.all {
                sql.push_str(" FOR ALL TABLES");
            } else if !what.is_empty() {
                sql.push_str(&format!(" FOR {what}"));
            }
            if !self.options.is_empty() {
                let options: Vec<String> =
                    self.options.iter().map(|(name, value)| format!("{name} = '{value}'")).collect();
                sql.push_str(&format!(" WITH ({})", options.join(", ")));
            }
            sql
        };
        let in_order: Vec<&Published> = self.items.iter().collect();
        let mut sorted = in_order.clone();
        sorted.sort_by(|one, other| one.key.cmp(&other.key));
        let text = whole(written(&in_order, |item| &item.text));
        let meaning = whole(written(&sorted, |item| &item.meaning));
        Definition { text: text.into(), meaning: meaning.into(), parts: None }
    }
}

//! What is kept as its text: rules, statistics, publications, casts, operators and event triggers.

use std::sync::Arc;

use super::super::change::{Kind, NewOther};
use super::super::name::{Ident, Path};
use super::super::other::OtherName;
use super::super::{Catalog, Found, Object, Space};
use super::wrong;
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};

impl Catalog {
    pub(super) fn broken_other(&self, new: &NewOther) -> Option<Diagnostic> {
        let name = &new.name;
        for table in name.on.iter().chain(&new.table) {
            if let Found::Missing(gone) = self.find(Space::Relation, table) {
                return Some(self.unknown(Kind::Table, table, gone.as_deref()));
            }
        }
        if !matches!(&*name.kind, "RULE" | "STATISTICS" | "PUBLICATION") {
            return self.broken_event(new).or_else(|| self.missing_helper(new));
        }
        if let Some(problem) =
            self.broken_statistics(new).or_else(|| self.broken_publication(new)).or_else(|| self.broken_rewrite(new))
        {
            return Some(problem);
        }
        let (key, _) = self.other_key(name);
        let taken = self.is_sure() && !new.or_replace && !new.if_not_exists;
        let other = self.existing(&key).filter(|_| taken)?;
        let what = name.kind.to_lowercase();
        let message = format!("{what} `{}` exists already", name.name.text);
        Some(
            wrong(&codes::DUPLICATE_OBJECT, name.name.place, message, "made again here")
                .label(other.place, "it is made here"),
        )
    }

    /// An event trigger is set off by one of few events, and runs a function for such.
    fn broken_event(&self, new: &NewOther) -> Option<Diagnostic> {
        const EVENTS: [&str; 5] = ["ddl_command_end", "ddl_command_start", "login", "sql_drop", "table_rewrite"];
        if &*new.name.kind != "EVENT TRIGGER" {
            return None;
        }
        let text = new.definition.text.to_ascii_lowercase();
        let event = text.split_once(" on ")?.1.split_whitespace().next()?;
        let at = new.name.name.place;
        if !EVENTS.contains(&event) {
            let problem = wrong(&codes::UNKNOWN_OBJECT, at, format!("unknown event `{event}`"), "");
            return Some(match nearest(event, EVENTS) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem.note(format!("there are {}", EVENTS.join(", "))),
            });
        }
        let path = self.helper(&new.definition.text, at, &["EXECUTE FUNCTION", "EXECUTE PROCEDURE"])?;
        if let Some(missing) = self.missing_routine(None, &path, None) {
            return Some(missing);
        }
        let (entry, known) = self.known_routines(&path)?;
        let fits = |details: &Arc<super::super::details::RoutineDetails>| {
            let returns = details.signature.as_ref().and_then(|signature| signature.returns.as_ref());
            returns.is_none_or(|ty| &*ty.meaning == "event_trigger")
        };
        (!known.iter().any(fits)).then(|| {
            let message = format!(
                "an event trigger runs a function that returns `event_trigger`, and `{}` does not",
                path.name.text
            );
            wrong(&codes::MISFIT, at, message, "").label(entry.place, "the function is made here")
        })
    }

    /// The function that a definition names behind some words.
    fn helper(&self, text: &str, at: crate::source::Place, heads: &[&str]) -> Option<Path> {
        let lower = text.to_ascii_lowercase();
        let behind = heads.iter().find_map(|head| {
            let head = head.to_ascii_lowercase();
            lower.find(&head).map(|found| found + head.len())
        })?;
        let rest = text.get(behind..)?.trim_start_matches([' ', '=']);
        let end = rest.find(['(', ',', ')', ' ']).unwrap_or(rest.len());
        Path::of_text(&rest[..end], self.dialect, at)
    }

    /// A cast and an operator are made of a function that is there.
    fn missing_helper(&self, new: &NewOther) -> Option<Diagnostic> {
        let heads: &[&str] = match &*new.name.kind {
            "CAST" => &["WITH FUNCTION"],
            "OPERATOR" => &["FUNCTION =", "PROCEDURE ="],
            _ => return None,
        };
        let path = self.helper(&new.definition.text, new.name.name.place, heads)?;
        self.missing_routine(None, &path, None)
    }

    /// The columns that statistics are about.
    fn broken_statistics(&self, new: &NewOther) -> Option<Diagnostic> {
        let table = new.table.as_ref().filter(|_| &*new.name.kind == "STATISTICS")?;
        let Found::Here { key, entry, sure: true } = self.find(Space::Relation, table) else { return None };
        let Object::Table(known) = &entry.object else { return None };
        let text = new.definition.text.to_ascii_lowercase();
        let (_, rest) = text.split_once(" on ")?;
        let (listed, _) = rest.rsplit_once(" from ")?;
        if !listed.contains([',', '(']) {
            let message = "statistics are about two columns or more".to_owned();
            return Some(wrong(&codes::OTHER_COUNT, new.name.name.place, message, "one is named"));
        }
        let plain = |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        listed.split(',').map(str::trim).filter(|name| plain(name)).find_map(|name| {
            let name = Ident::made(name, self.dialect, new.name.name.place);
            (!known.open && known.column(&name.key).is_none()).then(|| self.unknown_column(&name, &key, known))
        })
    }

    /// The tables that are published.
    fn broken_publication(&self, new: &NewOther) -> Option<Diagnostic> {
        let published = new.publication.as_ref()?;
        published.items.iter().filter(|item| !item.schema).find_map(|item| {
            let path = Path::of_text(&item.name, self.dialect, new.name.name.place)?;
            match self.find(Space::Relation, &path) {
                Found::Missing(gone) => Some(self.unknown(Kind::Table, &path, gone.as_deref())),
                Found::Here { key, entry, sure: true } => {
                    let Object::Table(table) = &entry.object else { return None };
                    let rest = item.text.strip_prefix(&*item.name)?.trim_start().strip_prefix('(')?;
                    let (listed, _) = rest.split_once(')').filter(|(listed, _)| !listed.contains('('))?;
                    let mut names =
                        listed.split(',').map(|name| Ident::written(name.trim(), self.dialect, new.name.name.place));
                    let other = names.find(|name| !table.open && table.column(&name.key).is_none())?;
                    Some(self.unknown_column(&other, &key, table))
                }
                _ => None,
            }
        })
    }

    /// Events of MySQL and MariaDB.
    pub(super) fn missing_event(&self, name: &OtherName) -> Option<Diagnostic> {
        let (event, _) = self.other_key(name);
        let missing = &*name.kind == "EVENT" && self.is_sure() && self.existing(&event).is_none();
        if !missing {
            return None;
        }
        let problem = wrong(
            &codes::UNKNOWN_OBJECT,
            name.name.place,
            format!("unknown event `{}`", name.name.text),
            "there is no event of this name here",
        );
        let known = self.names(|object| matches!(object, Object::Other(other) if &*other.kind == "EVENT"));
        Some(match nearest(&name.name.text, known.iter().map(|name| &**name)) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem,
        })
    }

    pub(super) fn missing_other(&self, name: &OtherName) -> Option<Diagnostic> {
        if &*name.kind != "RULE" {
            return None;
        }
        let table = name.on.as_ref()?;
        let Found::Here { key, entry, sure: true } = self.find(Space::Relation, table) else { return None };
        let (rule, _) = self.other_key(name);
        // Code that makes triggers may make rules, too.
        let known = self.is_sure() && !self.state.triggers_unsure && self.existing(&rule).is_none();
        let own = matches!(entry.object, Object::Table(_) | Object::View(_)) && self.sure(&key);
        (known && own && &*name.name.key != "_RETURN").then(|| {
            let message = format!("unknown rule `{}` of {} `{}`", name.name.text, entry.object.kind(), entry.name);
            wrong(&codes::UNKNOWN_OBJECT, name.name.place, message, "")
        })
    }
}

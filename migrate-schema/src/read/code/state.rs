//! What stored code says about errors, labels and single words that must be variables.

use std::sync::Arc;

use super::{Code, Opened};
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};
use crate::sql::Kind;

/// What `SIGNAL … SET` can say.
const INFORMATION: &[&str] = &[
    "CATALOG_NAME",
    "CLASS_ORIGIN",
    "COLUMN_NAME",
    "CONSTRAINT_CATALOG",
    "CONSTRAINT_NAME",
    "CONSTRAINT_SCHEMA",
    "CURSOR_NAME",
    "MESSAGE_TEXT",
    "MYSQL_ERRNO",
    "ROW_NUMBER",
    "SCHEMA_NAME",
    "SUBCLASS_ORIGIN",
    "TABLE_NAME",
];

/// Words that have a value by themselves.
const VALUES: &[&str] = &["null", "true", "false", "unknown", "default", "user", "sysdate"];

impl Code<'_> {
    /// `SQLSTATE [VALUE] '…'`; one past it.
    pub(super) fn check_state(&mut self, at: usize) -> usize {
        let at = at + if self.is(at + 1, "VALUE") { 2 } else { 1 };
        let written = self.text(at).to_owned();
        let state = written.trim_matches(['\'', '"']);
        let letters = state.len() == 5 && state.bytes().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
        if self.kind(at) == Some(Kind::Text) && (!letters || state.starts_with("00")) {
            let help = match letters {
                true => "those that begin with `00` say that all went well",
                false => "it has five digits or capital letters: `45000` is for errors of your own",
            };
            self.say(at, format!("{written} is no SQLSTATE of an error"), help);
        }
        at + 1
    }

    /// A block has one handler for each thing.
    pub(super) fn check_handled(&mut self, from: usize, to: usize) {
        let words: Vec<String> =
            (from..to).map(|at| self.text(at).to_lowercase()).filter(|word| word != "value").collect();
        let what = words.join(" ");
        let Some(block) = self.blocks.last_mut() else { return };
        if block.handled.contains(&what) {
            self.say(from, "this block has two handlers for the same", "put what they do into one");
        } else {
            block.handled.push(what);
        }
    }

    /// `SIGNAL … SET MESSAGE_TEXT = …`
    pub(super) fn check_information(&mut self, from: usize, end: usize) {
        let Some(mut at) = (from..end).find(|at| self.is(*at, "SET")) else { return };
        while at < end {
            at += 1;
            let known = INFORMATION.iter().any(|name| self.is(at, name));
            if !known && self.kind(at) == Some(Kind::Word) {
                let message = format!("an error has nothing called `{}`", self.text(at));
                let near = nearest(self.text(at), INFORMATION.iter().copied());
                let help = near.map_or_else(String::new, |near| format!("did you mean `{near}`?"));
                self.say(at, message, &help);
                return;
            }
            while at < end && self.kind(at) != Some(Kind::Comma) {
                at = self.skip(at);
            }
        }
    }

    /// `ITERATE` goes to the beginning of a loop.
    pub(super) fn check_again(&mut self, at: usize) {
        if !self.is(at, "ITERATE") {
            return;
        }
        let name = self.name(at + 1);
        let block = self.blocks.iter().rev().find(|block| block.label.is_some() && block.label == name);
        if block.is_some_and(|block| block.opened == Opened::Block) {
            self.say(at + 1, format!("`{}` is no loop", self.text(at + 1)), "a block is left with `LEAVE`");
        }
    }

    /// Two that stand in each other have other labels.
    pub(super) fn check_label(&mut self, at: usize, label: Option<&Arc<str>>) {
        let Some(label) = label else { return };
        if self.blocks.iter().any(|block| block.label.as_ref() == Some(label)) {
            self.say(at, format!("the label `{label}` is given again inside of what has it"), "choose another name");
        }
    }

    /// `IF name THEN`, `WHILE name DO`: nothing else than a variable can stand there.
    pub(super) fn check_condition(&mut self, at: usize) {
        let ends = self.is(at, "IF") && self.is(at + 2, "THEN") || self.is(at, "WHILE") && self.is(at + 2, "DO");
        if ends {
            self.want_value(at + 1);
        }
    }

    /// `DEFAULT name`
    pub(super) fn check_first_value(&mut self, from: usize, end: usize) {
        let Some(at) = (from..end).find(|at| self.is(*at, "DEFAULT")) else { return };
        if at + 2 == end {
            self.want_value(at + 1);
        }
    }

    fn want_value(&mut self, at: usize) {
        let Some(name) = self.name(at) else { return };
        let own = VALUES.contains(&&*name)
            || ["current_", "local", "utc_", "session_"].iter().any(|start| name.starts_with(start));
        if !own {
            self.want_variable(at, &name, false);
        }
    }

    pub(super) fn want_cursor(&mut self, at: usize) {
        let Some(name) = self.name(at) else { return };
        let known: Vec<Arc<str>> = self.blocks.iter().flat_map(|block| block.cursors.clone()).collect();
        self.want(at, &name, &known, "cursor");
    }

    pub(super) fn want_condition(&mut self, at: usize, name: &Arc<str>) {
        let known: Vec<Arc<str>> = self.blocks.iter().flat_map(|block| block.conditions.clone()).collect();
        self.want(at, name, &known, "condition");
    }

    pub(super) fn want_label(&mut self, at: usize) {
        let Some(name) = self.name(at) else { return };
        let known: Vec<Arc<str>> = self.blocks.iter().filter_map(|block| block.label.clone()).collect();
        self.want(at, &name, &known, "label");
    }

    fn want(&mut self, at: usize, name: &Arc<str>, known: &[Arc<str>], what: &str) {
        if known.contains(name) {
            return;
        }
        let diagnostic =
            Diagnostic::error(&codes::UNKNOWN_OBJECT, format!("unknown {what} `{name}`")).at(self.place(at), "");
        self.faults.push(match nearest(name, known.iter().map(|name| &**name)) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic,
        });
    }
}

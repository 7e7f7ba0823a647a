//! Bodies of procedures, functions, triggers and events of MySQL and MariaDB, as far as the server looks at them when they
//! are made: what is declared, what may stand where.

mod declare;
mod schedule;
mod state;

use std::sync::Arc;

use super::code_words::{SETTINGS, STARTS};
use super::cursor::Cursor;
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};
use crate::source::Place;
use crate::sql::{Kind, Token};

/// What the body belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    Procedure,
    Function,
    /// Of rows that are inserted, updated or deleted, before or after that.
    Trigger {
        old: bool,
        new: bool,
        after: bool,
    },
    Event,
}

/// What an `END` closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    Block,
    If,
    Case,
    Loop,
    While,
    Repeat,
    For,
    /// `CASE` in an expression.
    Value,
}

/// What is known from one `BEGIN` to its `END`.
struct Block {
    opened: Opened,
    label: Option<Arc<str>>,
    variables: Vec<Arc<str>>,
    cursors: Vec<Arc<str>>,
    conditions: Vec<Arc<str>>,
    /// Cursors or handlers were declared: variables come before them.
    late: bool,
    /// What the handlers are for.
    handled: Vec<String>,
}

impl Block {
    fn new(opened: Opened, label: Option<Arc<str>>) -> Block {
        Block {
            opened,
            label,
            variables: Vec::new(),
            cursors: Vec::new(),
            conditions: Vec::new(),
            late: false,
            handled: Vec::new(),
        }
    }
}

struct Code<'t> {
    cursor: &'t Cursor<'t>,
    tokens: Vec<Token>,
    owner: Owner,
    blocks: Vec<Block>,
    parameters: Vec<Arc<str>>,
    returns: bool,
    faults: Vec<Diagnostic>,
}

/// What is wrong with the body of what is made, if it has one. The cursor stands at `CREATE`.
pub(super) fn faults(cursor: &Cursor<'_>) -> Vec<Diagnostic> {
    if !cursor.mysql() {
        return Vec::new();
    }
    if !cursor.is("CREATE") {
        return Vec::new();
    }
    // With the semicolons.
    let range = cursor.range(cursor.at, cursor.at + cursor.tokens().len());
    let whole = Cursor::of_code(cursor.source, cursor.text, range, cursor.dialect);
    let tokens = whole.tokens().to_vec();
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token: &Token| token.is(cursor.text, word));
    let Some(kind) = (1..tokens.len().min(14))
        .find(|at| ["PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "TABLE", "VIEW"].iter().any(|word| is(*at, word)))
    else {
        return Vec::new();
    };
    // Other languages, and code of another server.
    let foreign = tokens.iter().any(|token| token.kind == Kind::Dollar)
        || (1..kind).any(|at| is(at, "AGGREGATE"))
        || tokens.windows(2).any(|pair| pair[0].is(cursor.text, "LANGUAGE") && !pair[1].is(cursor.text, "SQL"));
    if foreign || is(kind, "TABLE") || is(kind, "VIEW") {
        return Vec::new();
    }
    let mut schedule = 0..0;
    let (owner, from) = if is(kind, "TRIGGER") {
        let Some(row) = (kind..tokens.len()).find(|at| is(*at, "EACH") && is(at + 1, "ROW")) else { return Vec::new() };
        let has = |word: &str| (kind..row).any(|at| is(at, word));
        let owner = Owner::Trigger { old: !has("INSERT"), new: !has("DELETE"), after: has("AFTER") };
        let order = is(row + 2, "FOLLOWS") || is(row + 2, "PRECEDES");
        (owner, row + if order { 4 } else { 2 })
    } else if is(kind, "EVENT") {
        let Some(at) = (kind..tokens.len()).find(|at| is(*at, "DO")) else { return Vec::new() };
        schedule = kind..at;
        (Owner::Event, at + 1)
    } else {
        let owner = if is(kind, "PROCEDURE") { Owner::Procedure } else { Owner::Function };
        let Some(open) = (kind..tokens.len()).find(|at| tokens[*at].kind == Kind::Open) else { return Vec::new() };
        (owner, open)
    };
    let mut code =
        Code { cursor, tokens, owner, blocks: Vec::new(), parameters: Vec::new(), returns: false, faults: Vec::new() };
    code.check_schedule(schedule);
    let mut at = from;
    if matches!(owner, Owner::Procedure | Owner::Function) {
        at = code.read_parameters(from);
        while at < code.tokens.len() {
            // `RETURNS SET('a')`
            if code.is_any(at, STARTS) && !code.is_any(at.wrapping_sub(1), &["RETURNS", "CHARACTER", "CHAR"]) {
                break;
            }
            if code.text(at + 1) == ":" && code.is_any(at + 2, &["BEGIN", "LOOP", "WHILE", "REPEAT", "FOR"]) {
                break;
            }
            at = code.skip(at);
        }
        if at >= code.tokens.len() {
            return Vec::new();
        }
    }
    code.walk(at);
    if owner == Owner::Function && !code.returns && code.faults.is_empty() {
        let place = code.place(kind);
        code.faults.push(
            Diagnostic::error(&codes::NOT_ALLOWED, "this function returns nothing")
                .at(place, "")
                .help("add `RETURN …`"),
        );
    }
    code.faults.truncate(1);
    code.faults
}

impl Code<'_> {
    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(self.cursor.text, word))
    }

    fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.cursor.str(*token))
    }

    fn place(&self, at: usize) -> Place {
        match self.tokens.get(at) {
            Some(token) => self.cursor.place(*token),
            None => Place::nowhere(),
        }
    }

    fn name(&self, at: usize) -> Option<Arc<str>> {
        let word = matches!(self.kind(at), Some(Kind::Word | Kind::Name));
        word.then(|| self.text(at).trim_matches('`').to_lowercase().into())
    }

    /// One past a token, or past the bracket that it opens.
    fn skip(&self, at: usize) -> usize {
        if self.kind(at) != Some(Kind::Open) {
            return at + 1;
        }
        let mut depth = 0_i32;
        for (offset, token) in self.tokens[at..].iter().enumerate() {
            depth += i32::from(token.kind == Kind::Open) - i32::from(token.kind == Kind::Close);
            if depth == 0 {
                return at + offset + 1;
            }
        }
        self.tokens.len()
    }

    fn say(&mut self, at: usize, message: impl Into<String>, help: &str) {
        let diagnostic = Diagnostic::error(&codes::NOT_ALLOWED, message).at(self.place(at), "");
        self.faults.push(if help.is_empty() { diagnostic } else { diagnostic.help(help) });
    }

    fn read_parameters(&mut self, open: usize) -> usize {
        let end = self.skip(open);
        let mut at = open + 1;
        while at + 1 < end {
            if self.is_any(at, &["IN", "OUT", "INOUT"]) {
                at += 1;
            }
            if let Some(name) = self.name(at) {
                if self.parameters.contains(&name) {
                    let message = format!("two parameters are called `{name}`");
                    self.say(at, message, "give one of them another name");
                }
                self.parameters.push(name);
            }
            while at + 1 < end && self.kind(at) != Some(Kind::Comma) {
                at = self.skip(at);
            }
            at += 1;
        }
        end
    }

    fn variables(&self) -> impl Iterator<Item = &Arc<str>> {
        self.blocks.iter().flat_map(|block| &block.variables).chain(&self.parameters)
    }

    /// From the first word of the body.
    fn walk(&mut self, from: usize) {
        let mut at = from;
        let mut start = true;
        let mut label: Option<Arc<str>> = None;
        while at < self.tokens.len() {
            self.check_row(at);
            let word = self.kind(at) == Some(Kind::Word);
            if start && self.text(at + 1) == ":" && self.kind(at + 2) != Some(Kind::Op) {
                label = self.name(at);
                at += 2;
                continue;
            }
            if self.kind(at) == Some(Kind::Semi) {
                (start, label) = (true, None);
                at += 1;
                continue;
            }
            if !word {
                start = false;
                at += 1;
                continue;
            }
            if self.is(at, "END") {
                at = self.close(at);
                start = false;
                continue;
            }
            if !start {
                let value = self.blocks.last().is_some_and(|block| block.opened == Opened::Value);
                let repeat = self
                    .blocks
                    .last()
                    .is_some_and(|block| block.opened == Opened::While || block.opened == Opened::For);
                if self.is(at, "CASE") {
                    self.blocks.push(Block::new(Opened::Value, None));
                } else if self.is_any(at, &["THEN", "ELSE"]) && !value || self.is(at, "DO") && repeat {
                    start = true;
                }
                at += 1;
                continue;
            }
            start = false;
            let opened = match self.text(at).to_ascii_uppercase().as_str() {
                "BEGIN" => Some(Opened::Block),
                "IF" => Some(Opened::If),
                "CASE" => Some(Opened::Case),
                "LOOP" => Some(Opened::Loop),
                "WHILE" => Some(Opened::While),
                "REPEAT" => Some(Opened::Repeat),
                "FOR" => Some(Opened::For),
                _ => None,
            };
            if let Some(opened) = opened {
                self.check_label(at, label.as_ref());
                self.check_condition(at);
                let mut block = Block::new(opened, label.take());
                at += 1;
                match opened {
                    Opened::Block => {
                        if self.is(at, "NOT") && self.is(at + 1, "ATOMIC") {
                            at += 2;
                        }
                        start = true;
                    }
                    Opened::Loop | Opened::Repeat => start = true,
                    Opened::For => block.variables.extend(self.name(at)),
                    _ => (),
                }
                self.blocks.push(block);
                continue;
            }
            if self.is_any(at, &["ELSE"]) {
                start = true;
                at += 1;
                continue;
            }
            at = self.statement(at, &mut start);
        }
    }

    /// `NEW` and `OLD` are rows of some triggers only.
    fn check_row(&mut self, at: usize) {
        let Owner::Trigger { old, new, .. } = self.owner else { return };
        if self.kind(at + 1) != Some(Kind::Dot) || at > 0 && self.kind(at - 1) == Some(Kind::Dot) {
            return;
        }
        if self.is(at, "OLD") && !old {
            self.say(at, "there is no old row where rows are inserted", "write `NEW`");
        } else if self.is(at, "NEW") && !new {
            self.say(at, "there is no new row where rows are deleted", "write `OLD`");
        }
    }

    /// From `END`; one past what belongs to it.
    fn close(&mut self, at: usize) -> usize {
        let Some(block) = self.blocks.pop() else { return at + 1 };
        let mut next = at + 1;
        if block.opened != Opened::Value && block.opened != Opened::Block {
            next += 1;
        }
        if block.opened != Opened::Value
            && let Some(name) =
                self.name(next).filter(|_| !self.is_any(next, &["END", "UNTIL", "ELSE", "ELSEIF", "WHEN"]))
        {
            if block.label.as_ref() != Some(&name) {
                let message = format!("`{name}` behind END is no label of what it ends");
                let help = block.label.as_ref().map_or(String::new(), |label| format!("did you mean `{label}`?"));
                self.say(next, message, &help);
            }
            next += 1;
        }
        next
    }

    fn statement(&mut self, at: usize, start: &mut bool) -> usize {
        let limited = matches!(self.owner, Owner::Function | Owner::Trigger { .. });
        let place = if self.owner == Owner::Function { "a function" } else { "a trigger" };
        let end = self.end_of(at);
        if self.is(at, "DECLARE") {
            return self.declare(at, start);
        }
        if self.is(at, "SET") {
            self.set(at + 1, end);
        } else if self.is(at, "SELECT") {
            self.select(at, end, limited.then_some(place));
        } else if self.is(at, "FETCH") {
            let mut cursor = at + 1;
            if self.is(cursor, "GROUP") {
                return end;
            }
            while self.is_any(cursor, &["NEXT", "FROM"]) {
                cursor += 1;
            }
            self.want_cursor(cursor);
            if self.is(cursor + 1, "INTO") {
                self.want_targets(cursor + 2, end);
            }
        } else if self.is_any(at, &["OPEN", "CLOSE"]) {
            self.want_cursor(at + 1);
        } else if self.is_any(at, &["LEAVE", "ITERATE"]) {
            self.want_label(at + 1);
            self.check_again(at);
        } else if self.is_any(at, &["SIGNAL", "RESIGNAL"]) {
            let state = self.is(at + 1, "SQLSTATE");
            if state {
                self.check_state(at + 1);
            }
            self.check_information(at, end);
            let named = !state && !self.is(at + 1, "SET");
            if let Some(name) = self.name(at + 1).filter(|_| named) {
                self.want_condition(at + 1, &name);
            }
        } else if self.is(at, "RETURN") {
            self.returns = true;
            if self.owner != Owner::Function {
                self.say(at, "RETURN stands outside of a function", "a procedure is left with `LEAVE` and a label");
            }
        } else if self.is(at, "USE") {
            self.say(at, "USE stands in stored code", "write the database before the name of the table");
        } else if self.is(at, "LOCK") || self.is(at, "UNLOCK") {
            self.say(at, "tables are locked in stored code", "");
        } else if limited && self.is_any(at, &["PREPARE", "EXECUTE", "DEALLOCATE"]) {
            self.say(at, format!("a text is run as a statement in {place}"), "only procedures can do that");
        } else if limited && self.commits(at) {
            self.say(
                at,
                format!("{} ends the transaction in {place}", self.text(at).to_ascii_uppercase()),
                "only procedures can do that",
            );
        }
        if self.is_any(at, &["INSERT", "UPDATE", "DELETE", "REPLACE", "CALL"])
            || self.is(at, "SELECT")
            || self.is(at, "SET")
        {
            // `CASE … END` inside is looked at there.
            return at + 1;
        }
        at + 1
    }

    fn commits(&self, at: usize) -> bool {
        let made =
            |at: usize| self.is_any(at, &["TABLE", "INDEX", "VIEW", "DATABASE", "TRIGGER", "PROCEDURE", "FUNCTION"]);
        self.is(at, "COMMIT")
            || self.is(at, "ROLLBACK") && !self.is(at + 1, "TO") && !self.is(at + 2, "TO")
            || self.is(at, "START") && self.is(at + 1, "TRANSACTION")
            || self.is_any(at, &["CREATE", "ALTER", "DROP"]) && made(at + 1)
            || self.is(at, "TRUNCATE")
    }

    /// Where a statement ends that is no block.
    fn end_of(&self, at: usize) -> usize {
        (at..self.tokens.len()).find(|at| self.kind(*at) == Some(Kind::Semi)).unwrap_or(self.tokens.len())
    }

    /// From behind `SET`.
    fn set(&mut self, from: usize, end: usize) {
        let mut at = from;
        if self.is_any(at + 1, &["TRANSACTION"]) && self.is_any(at, &["GLOBAL", "SESSION", "LOCAL"]) {
            return;
        }
        if self.is_any(
            at,
            &["NAMES", "CHARACTER", "CHARSET", "PASSWORD", "TRANSACTION", "ROLE", "DEFAULT", "STATEMENT", "RESOURCE"],
        ) {
            return;
        }
        while at < end {
            let session = self.is_any(at, &["GLOBAL", "SESSION", "LOCAL", "PERSIST", "PERSIST_ONLY"]);
            let user = self.text(at).starts_with('@');
            if self.kind(at + 1) == Some(Kind::Dot) {
                self.check_assigned_row(at);
            } else if let Some(name) = self.name(at).filter(|_| !session && !user) {
                self.want_variable(at, &name, true);
            }
            while at < end && self.kind(at) != Some(Kind::Comma) {
                at = self.skip(at);
            }
            at += 1;
        }
    }

    fn check_assigned_row(&mut self, at: usize) {
        let Owner::Trigger { new, after, .. } = self.owner else { return };
        if self.is(at, "OLD") {
            self.say(at, "the old row is written", "only `NEW` can be");
        } else if self.is(at, "NEW") && after && new {
            self.say(at, "the new row is written after it was stored", "make it a BEFORE trigger");
        } else if let Some(name) = self.name(at)
            && !matches!(&*name, "new" | "old")
            && !self.variables().any(|own| *own == name)
            && let Some(near) = nearest(&name, ["new", "old"])
        {
            let near = near.to_ascii_uppercase();
            let message = format!("unknown row `{}`", self.text(at));
            let diagnostic = Diagnostic::error(&codes::UNKNOWN_OBJECT, message).at(self.place(at), "");
            self.faults.push(diagnostic.help(format!("did you mean `{near}`?")));
        }
    }

    fn select(&mut self, at: usize, end: usize, limited: Option<&str>) {
        let mut next = at;
        while next < end {
            if self.is(next, "INTO") {
                if !self.is_any(next + 1, &["OUTFILE", "DUMPFILE"]) {
                    self.want_targets(next + 1, end);
                }
                return;
            }
            next = self.skip(next);
        }
        if let Some(place) = limited {
            self.say(at, format!("{place} returns what a query returns"), "put it somewhere: `SELECT … INTO`");
        }
    }

    /// Variables that get values.
    fn want_targets(&mut self, from: usize, end: usize) {
        let mut at = from;
        while at < end {
            if self.text(at).starts_with('@') {
                at += if self.text(at) == "@" { 2 } else { 1 };
            } else if self.kind(at + 1) == Some(Kind::Dot) {
                at += 3;
            } else if let Some(name) = self.name(at) {
                self.want_variable(at, &name, false);
                at += 1;
            }
            if self.kind(at) != Some(Kind::Comma) {
                return;
            }
            at += 1;
        }
    }

    fn want_variable(&mut self, at: usize, name: &Arc<str>, setting: bool) {
        if self.variables().any(|own| own == name) {
            return;
        }
        let near = nearest(name, self.variables().map(|name| &**name)).map(str::to_owned);
        // A setting of the server.
        if setting && (SETTINGS.contains(&&**name) || name.contains('_') && near.is_none()) {
            return;
        }
        let message = format!("unknown variable `{name}`");
        let diagnostic = Diagnostic::error(&codes::UNKNOWN_OBJECT, message).at(self.place(at), "it is not declared");
        self.faults.push(match near {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help(format!("declare it at the beginning of the block, or write `@{name}`")),
        });
    }
}

//! Bodies in PL/pgSQL: what the server says of them when a function is made, or a block is run, whatever its tables are.
//! A body is walked statement by statement; the SQL in it is passed over. Only what is certain is said, and the first alone.

mod words;

use std::ops::Range;
use std::sync::Arc;

use super::cursor::Cursor;
use super::types;
use crate::catalog::details::Signature;
use crate::catalog::name::{Ident, Path};
use crate::diagnostic::{Code, Diagnostic, nearest, semantic as codes, syntax};
use crate::source::Place;
use crate::sql::Kind;

/// What a body belongs to.
pub(super) struct Owner<'s> {
    /// Its function's name; none is `DO`.
    pub name: Option<&'s Ident>,
    /// How it is called.
    pub signature: Option<&'s Signature>,
    /// It is a procedure.
    pub procedure: bool,
}

/// What was found in a body.
#[derive(Default)]
pub(super) struct Found {
    /// What is wrong with it.
    pub fault: Option<Diagnostic>,
    /// The types of its variables that are not the server's own.
    pub types: Vec<Path>,
    /// Tables, and maybe their columns, that variables have the type of.
    pub like: Vec<(Path, Option<Ident>)>,
}

/// A fault was found, or it is not clear how to go on.
struct Stop;

type Step = Result<(), Stop>;

/// What statements stand in.
struct Inside {
    label: Option<Arc<str>>,
    repeats: bool,
}

struct Variable {
    name: Arc<str>,
    /// What it is declared to be, as far as that matters.
    kind: Declared,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Declared {
    Constant,
    Other,
}

struct Walk<'a, 'o> {
    code: Cursor<'a>,
    owner: &'o Owner<'o>,
    inside: Vec<Inside>,
    /// The variables of each block around, the innermost last.
    variables: Vec<Vec<Variable>>,
    /// Names may be known that are not seen here.
    open: bool,
    found: Found,
}

/// Reads a body.
pub(super) fn check(cursor: &Cursor<'_>, range: Range<usize>, owner: &Owner<'_>) -> Found {
    let code = Cursor::of_code(cursor.source, cursor.text, range, cursor.dialect);
    let open = code.tokens().iter().find(|token| matches!(token.kind, Kind::Bad(_)));
    if let Some(token) = open {
        let problem = Diagnostic::error(&syntax::LEFT_OPEN, "this is opened and never closed in the body");
        return Found { fault: Some(problem.at(code.place(*token), "")), ..Found::default() };
    }
    // A body in quotes has its own quotes twice, and the SQL of atomic bodies has semicolons of its own.
    let atomic =
        code.tokens().windows(2).any(|pair| pair[0].is(cursor.text, "BEGIN") && pair[1].is(cursor.text, "ATOMIC"));
    if code.tokens().is_empty() || atomic {
        return Found::default();
    }
    let mut walk =
        Walk { code, owner, inside: Vec::new(), variables: Vec::new(), open: false, found: Found::default() };
    walk.know_arguments();
    let _ = walk.whole();
    walk.found
}

impl<'a> Walk<'a, '_> {
    fn know_arguments(&mut self) {
        let mut names: Vec<Arc<str>> = vec!["found".into()];
        match self.owner.signature {
            Some(signature) => {
                names.extend(signature.arguments.iter().filter_map(|own| own.name.as_ref()).map(|own| own.key.clone()));
            }
            None => self.open |= self.owner.name.is_some(),
        }
        if self.is_trigger() {
            let rows = ["new", "old", "tg_name", "tg_when", "tg_level", "tg_op", "tg_relid", "tg_relname"];
            let more = ["tg_table_name", "tg_table_schema", "tg_nargs", "tg_argv", "tg_event", "tg_tag"];
            names.extend(rows.iter().chain(&more).map(|name| Arc::from(*name)));
        }
        let all = names.into_iter().map(|name| Variable { name, kind: Declared::Other });
        self.variables.push(all.collect());
    }

    /// What the function is said to return, `trigger` and the like.
    fn returned(&self) -> &str {
        let returns = self.owner.signature.and_then(|signature| signature.returns.as_ref());
        returns.map_or("", |ty| match &ty.own {
            Some(own) => &own.name.key,
            None => ty.meaning.trim_matches('"'),
        })
    }

    fn is_trigger(&self) -> bool {
        matches!(self.returned(), "trigger" | "event_trigger")
    }

    fn say(&mut self, code: &'static Code, at: Place, message: impl Into<String>, help: &str) -> Step {
        let problem = Diagnostic::error(code, message.into()).at(at, "");
        self.found.fault = Some(if help.is_empty() { problem } else { problem.help(help) });
        Err(Stop)
    }

    /// The place of the next token, or of the last one.
    fn here(&self) -> Place {
        let last = self.code.at.checked_sub(1).and_then(|at| self.code.token_at(at));
        self.code.peek().or(last).map_or(self.code.place_of(0, 1), |token| self.code.place(token))
    }

    fn shown(&self) -> String {
        self.code.peek().map_or("the end".to_owned(), |token| format!("`{}`", self.code.str(token)))
    }

    fn syntax(&mut self, message: impl Into<String>, help: &str) -> Step {
        let at = self.here();
        self.say(&syntax::SYNTAX, at, message, help)
    }

    /// `;`
    fn semicolon(&mut self, behind: &str) -> Step {
        if self.code.eat_kind(Kind::Semi) {
            return Ok(());
        }
        let found = self.shown();
        self.syntax(format!("`;` is missing behind {behind}: {found} follows"), "")
    }

    fn whole(&mut self) -> Step {
        while self.code.eat_op("#") {
            // `#variable_conflict use_column`
            self.code.next();
            self.code.next();
        }
        let label = self.label();
        if !self.code.is_any(&["DECLARE", "BEGIN"]) {
            let found = self.shown();
            return self.syntax(
                format!("a body in PL/pgSQL begins with `DECLARE` or `BEGIN`, and this one with {found}"),
                "a body that is only SQL is `LANGUAGE sql`",
            );
        }
        self.block(label)?;
        let _ = self.code.eat_kind(Kind::Semi);
        if !self.code.done() {
            let found = self.shown();
            return self.syntax(format!("the body is over, and {found} follows"), "is there one `END` too many?");
        }
        Ok(())
    }

    /// `<<label>>`
    fn label(&mut self) -> Option<Arc<str>> {
        if !self.code.eat_op("<<") {
            return None;
        }
        let label = self.code.name().map(|name| name.key);
        let _ = self.code.eat_op(">>");
        label
    }

    /// From `DECLARE` or `BEGIN` up to what stands behind `END`.
    fn block(&mut self, label: Option<Arc<str>>) -> Step {
        self.variables.push(Vec::new());
        if self.code.eat("DECLARE") {
            while !self.code.is("BEGIN") {
                if self.code.eat("DECLARE") {
                    continue;
                }
                self.declaration()?;
            }
        }
        let begin = self.here();
        if !self.code.eat("BEGIN") {
            let found = self.shown();
            return self.syntax(format!("`BEGIN` is missing: {found} follows"), "");
        }
        self.inside.push(Inside { label: label.clone(), repeats: false });
        self.statements(&["END", "EXCEPTION"], begin, "BEGIN")?;
        if self.code.eat("EXCEPTION") {
            let special = ["sqlstate", "sqlerrm"].map(|name| Variable { name: name.into(), kind: Declared::Constant });
            self.variables.push(special.into());
            while self.code.eat("WHEN") {
                self.conditions()?;
                self.statements(&["END", "WHEN"], begin, "BEGIN")?;
            }
            self.variables.pop();
        }
        self.inside.pop();
        self.variables.pop();
        self.code.eat("END");
        self.end_label(label.as_ref())
    }

    fn end_label(&mut self, label: Option<&Arc<str>>) -> Step {
        let Some(token) = self.code.peek().filter(|token| matches!(token.kind, Kind::Word | Kind::Name)) else {
            return Ok(());
        };
        // A word that begins a statement: the semicolon is missing.
        if words::begins(self.code.str(token)) || self.code.is("END") {
            return Ok(());
        }
        let at = self.here();
        let Some(name) = self.code.name() else { return Err(Stop) };
        match label {
            Some(label) if *label == name.key => Ok(()),
            Some(label) => {
                let message =
                    format!("`{}` behind END is not the label of what it ends, which is `{label}`", name.text);
                self.say(&syntax::SYNTAX, at, message, "")
            }
            None => {
                let message = format!("`{}` behind END is a label, and what it ends has none", name.text);
                self.say(&syntax::SYNTAX, at, message, "is the `;` behind END missing?")
            }
        }
    }

    /// `WHEN unique_violation OR SQLSTATE '22012' THEN`, from behind WHEN.
    fn conditions(&mut self) -> Step {
        loop {
            if self.code.eat("SQLSTATE") {
                self.code.next();
            } else {
                self.condition()?;
            }
            if !self.code.eat("OR") {
                break;
            }
        }
        if self.code.eat("THEN") {
            return Ok(());
        }
        let found = self.shown();
        self.syntax(format!("`THEN` is missing behind the condition: {found} follows"), "")
    }

    /// The name of an error.
    fn condition(&mut self) -> Step {
        let Some(name) = self.code.name() else { return Err(Stop) };
        if words::is_condition(&name.key) {
            return Ok(());
        }
        let message = format!("no error of the server is called `{}`", name.text);
        let help = match nearest(&name.key, words::conditions()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "their names stand in appendix A of PostgreSQL's manual".to_owned(),
        };
        self.say(&codes::UNKNOWN_OBJECT, name.place, message, &help)
    }

    fn declaration(&mut self) -> Step {
        if self.code.done() || self.code.is("END") {
            return self.syntax("`BEGIN` is missing", "");
        }
        let Some(name) = self.code.name() else { return Err(Stop) };
        let block = self.variables.last_mut().map(|block| &mut *block);
        if block.is_some_and(|block| block.iter().any(|own| own.name == name.key)) {
            let message = format!("`{}` is declared twice in this block", name.text);
            return self.say(&codes::DUPLICATE_OBJECT, name.place, message, "");
        }
        let constant = self.code.is("CONSTANT");
        let kind = if constant { Declared::Constant } else { Declared::Other };
        if self.code.is("ALIAS") || self.code.is_any(&["NO", "SCROLL", "CURSOR"]) {
            self.declare(&name, Declared::Other);
            return self.up_to_semicolon("the declaration");
        }
        let _ = self.code.eat("CONSTANT");
        self.declared_type()?;
        self.declare(&name, kind);
        let (mut not_null, mut given) = (false, false);
        while !self.code.is_kind(Kind::Semi) && !self.code.done() {
            if self.code.is("BEGIN") || self.code.is_kind(Kind::Comma) {
                break;
            }
            not_null |= self.code.is("NOT") && self.code.is_at(1, "NULL");
            given |= self.code.is("DEFAULT") || self.next_is_op(&[":=", "="]);
            if given {
                return self.up_to_semicolon("the declaration");
            }
            self.code.next();
        }
        if not_null && !given {
            let message = format!("`{}` is NOT NULL and has no value at the beginning", name.text);
            return self.say(&codes::MISFIT, name.place, message, "write `:= …` behind it");
        }
        self.semicolon("the declaration")
    }

    fn declare(&mut self, name: &Ident, kind: Declared) {
        if let Some(block) = self.variables.last_mut() {
            block.push(Variable { name: name.key.clone(), kind });
        }
    }

    fn next_is_op(&self, ops: &[&str]) -> bool {
        self.code.peek().is_some_and(|token| token.kind == Kind::Op && ops.contains(&self.code.str(token)))
    }

    /// The type of a variable.
    fn declared_type(&mut self) -> Step {
        let start = self.code.at;
        // `t.a%TYPE`, `t%ROWTYPE`
        let mut ahead = self.code.clone();
        if ahead.path().is_some() {
            let third = ahead.eat_kind(Kind::Dot).then(|| ahead.name()).flatten();
            if ahead.eat_op("%") {
                let row = ahead.eat("ROWTYPE");
                if row || ahead.eat("TYPE") {
                    self.like(start, row, third);
                    self.code.at = ahead.at;
                    return Ok(());
                }
            }
        }
        // A cursor or a record is known to the language alone.
        if self.code.eat("RECORD") || self.code.eat("REFCURSOR") {
            return Ok(());
        }
        let Some((ty, _)) = types::read(&mut self.code) else { return Err(Stop) };
        if let Some(own) = ty.own
            && !self.is_known(&own.name.key)
        {
            self.found.types.push(own);
        }
        Ok(())
    }

    /// A variable has the type of a column, or of a row; or of another variable, of which nothing is asked.
    fn like(&mut self, start: usize, row: bool, third: Option<Ident>) {
        let mut code = self.code.clone();
        code.at = start;
        let Some(mut path) = code.path() else { return };
        if path.schema.is_none() && self.is_known(&path.name.key) {
            return;
        }
        let qualifier =
            path.schema.as_ref().is_some_and(|schema| self.is_known(&schema.key) || self.is_label(&schema.key));
        if qualifier {
            return;
        }
        match (row, third) {
            (true, None) => self.found.like.push((path, None)),
            (false, Some(column)) => self.found.like.push((path, Some(column))),
            (false, None) => {
                if let Some(table) = path.schema.take() {
                    let column = path.name;
                    self.found.like.push((Path { schema: None, name: table }, Some(column)));
                }
            }
            (true, Some(_)) => (),
        }
    }

    fn is_label(&self, name: &str) -> bool {
        self.inside.iter().any(|inside| inside.label.as_deref() == Some(name))
            || self.owner.name.is_some_and(|own| &*own.key == name)
    }

    fn variable(&self, name: &str) -> Option<&Variable> {
        self.variables.iter().rev().find_map(|block| block.iter().rev().find(|own| &*own.name == name))
    }

    fn is_known(&self, name: &str) -> bool {
        self.open || self.variable(name).is_some()
    }

    /// Up to and with the semicolon that ends a statement.
    fn up_to_semicolon(&mut self, what: &str) -> Step {
        let start = self.code.at;
        let (mut depth, mut cases) = (0_usize, 0_usize);
        let mut ended = None;
        while let Some(token) = self.code.peek() {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close if depth == 0 => return self.syntax("`)` was not opened", ""),
                Kind::Close => depth -= 1,
                Kind::Semi if depth == 0 => {
                    self.code.next();
                    return Ok(());
                }
                Kind::Word if depth == 0 && !self.behind_dot() => {
                    if self.code.is("CASE") {
                        cases += 1;
                    } else if self.code.is("END") && cases > 0 {
                        cases -= 1;
                    } else if self.code.is("END") && ended.is_none() && self.code.at > start {
                        ended = Some(self.code.at);
                    }
                }
                _ => (),
            }
            self.code.next();
        }
        if let Some(at) = ended {
            self.code.at = at;
        }
        match (ended, depth) {
            (None, 1..) => self.syntax(format!("`)` is missing in {what}"), ""),
            _ => self.semicolon(what),
        }
    }

    /// What stands before is a dot, or gives a name to what comes.
    fn behind_dot(&self) -> bool {
        let before = self.code.at.checked_sub(1).and_then(|at| self.code.token_at(at));
        before.is_some_and(|token| token.kind == Kind::Dot || token.is(self.code.text, "AS"))
    }

    /// An expression up to a word, which is taken.
    fn up_to_word(&mut self, word: &str, what: &str) -> Step {
        let start = self.here();
        let mut depth = 0_usize;
        while let Some(token) = self.code.peek() {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                Kind::Semi => break,
                Kind::Word if depth == 0 && self.code.is(word) && !self.behind_dot() => {
                    self.code.next();
                    return Ok(());
                }
                _ => (),
            }
            self.code.next();
        }
        self.say(&syntax::SYNTAX, start, format!("`{word}` is missing behind the condition of {what}"), "")
    }

    /// Statements up to one of the words.
    fn statements(&mut self, ends: &[&str], opened: Place, what: &str) -> Step {
        while !self.code.is_any(ends) {
            if self.code.done() {
                let message = format!("the `{what}` that is opened here is not closed by an `END`");
                return self.say(&syntax::SYNTAX, opened, message, "");
            }
            self.statement()?;
        }
        Ok(())
    }
}

mod statement;

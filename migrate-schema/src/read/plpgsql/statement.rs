//! The statements of PL/pgSQL.

use std::sync::Arc;

use super::{Declared, Inside, Step, Stop, Variable, Walk, words};
use crate::catalog::name::Ident;
use crate::diagnostic::{nearest, semantic as codes, syntax};
use crate::sql::Kind;

const LEVELS: &[&str] = &["EXCEPTION", "WARNING", "NOTICE", "INFO", "LOG", "DEBUG"];

const RAISE_OPTIONS: &[&str] =
    &["MESSAGE", "DETAIL", "HINT", "ERRCODE", "COLUMN", "CONSTRAINT", "DATATYPE", "TABLE", "SCHEMA"];

const DIAGNOSTICS: &[&str] = &[
    "row_count",
    "result_oid",
    "pg_routine_oid",
    "pg_context",
    "returned_sqlstate",
    "column_name",
    "constraint_name",
    "pg_datatype_name",
    "message_text",
    "table_name",
    "schema_name",
    "pg_exception_detail",
    "pg_exception_hint",
    "pg_exception_context",
];

impl Walk<'_, '_> {
    pub(super) fn statement(&mut self) -> Step {
        let label = self.label();
        if self.code.is_any(&["DECLARE", "BEGIN"]) {
            self.block(label)?;
            return self.semicolon("END");
        }
        let place = self.here();
        let repeats = |label: Option<Arc<str>>| Inside { label, repeats: true };
        if self.code.eat("LOOP") {
            return self.repeated(repeats(label), "LOOP", place);
        }
        if self.code.eat("WHILE") {
            self.up_to_word("LOOP", "WHILE")?;
            return self.repeated(repeats(label), "LOOP", place);
        }
        if self.code.is_any(&["FOR", "FOREACH"]) {
            let array = self.code.is("FOREACH");
            self.code.next();
            return self.for_each(repeats(label), array, place);
        }
        if self.code.eat("IF") {
            return self.branches(place);
        }
        if self.code.eat("CASE") {
            return self.case(place);
        }
        let assigns = self.assigns();
        if !assigns && self.code.is_any(&["EXIT", "CONTINUE"]) {
            return self.leave();
        }
        if !assigns && self.code.is("RETURN") {
            return self.returns();
        }
        if !assigns && self.code.is("RAISE") {
            return self.raise();
        }
        if !assigns && self.code.is("GET") {
            return self.diagnostics();
        }
        if self.code.is("NULL") {
            self.code.next();
            return self.semicolon("NULL");
        }
        if !assigns && self.code.is_any(&["PERFORM", "ASSERT", "OPEN", "CLOSE"]) {
            self.code.next();
            if self.code.is("SELECT") && !self.code.is_at(1, "DISTINCT") {
                return self.syntax("PERFORM stands in the place of SELECT", "leave out `SELECT`");
            }
            if self.code.is_kind(Kind::Semi) {
                return self.syntax("something is missing before `;`", "");
            }
            return self.up_to_semicolon("the statement");
        }
        if assigns {
            return self.assignment();
        }
        self.sql()
    }

    /// A variable gets a value.
    fn assigns(&self) -> bool {
        let mut code = self.code.clone();
        if code.is_kind(Kind::Param) {
            code.next();
        } else if code.path().is_none() {
            return false;
        }
        while code.eat_kind(Kind::Dot) {
            if code.name().is_none() {
                return false;
            }
        }
        // `a[1]` and `a[1].b`
        while code.eat_op("[") {
            let mut depth = 1;
            while depth > 0 {
                let Some(token) = code.next() else { return false };
                match code.str(token) {
                    "[" => depth += 1,
                    "]" => depth -= 1,
                    ";" => return false,
                    _ => (),
                }
            }
            while code.eat_kind(Kind::Dot) {
                code.next();
            }
        }
        code.eat_op(":=") || code.eat_op("=")
    }

    fn assignment(&mut self) -> Step {
        if self.code.is_kind(Kind::Param) {
            return self.up_to_semicolon("the assignment");
        }
        let dotted = self.code.peek_at(1).is_some_and(|token| token.kind == Kind::Dot);
        let Some(name) = self.code.clone().name() else { return Err(Stop) };
        // `block.variable`, or the field of a record.
        if !(dotted && self.is_label(&name.key)) {
            self.want(&name)?;
            let constant = self.variable(&name.key).is_some_and(|own| own.kind == Declared::Constant);
            if constant && !dotted {
                let message = format!("`{}` is a constant", name.text);
                return self.say(&codes::MISFIT, name.place, message, "it gets no other value");
            }
        }
        while !self.code.eat_op(":=") && !self.code.eat_op("=") {
            self.code.next();
        }
        if self.code.is_kind(Kind::Semi) {
            return self.syntax("a value is missing before `;`", "");
        }
        self.up_to_semicolon("the assignment")
    }

    /// It must be a variable.
    fn want(&mut self, name: &Ident) -> Step {
        if self.is_known(&name.key) {
            return Ok(());
        }
        let message = format!("unknown variable `{}`", name.text);
        let known: Vec<&str> = self.variables.iter().flatten().map(|own| &*own.name).collect();
        let help = match nearest(&name.key, known.into_iter().filter(|own| !own.starts_with("tg_"))) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "declare it behind `DECLARE`".to_owned(),
        };
        self.say(&codes::UNKNOWN_OBJECT, name.place, message, &help)
    }

    /// The statements of a loop, from behind LOOP.
    fn repeated(&mut self, inside: Inside, what: &str, place: crate::source::Place) -> Step {
        let label = inside.label.clone();
        self.inside.push(inside);
        self.statements(&["END"], place, what)?;
        self.inside.pop();
        self.code.eat("END");
        if !self.code.eat("LOOP") {
            let found = self.shown();
            return self.syntax(format!("a loop ends with `END LOOP`, and {found} follows END"), "");
        }
        self.end_label(label.as_ref())?;
        self.semicolon("END LOOP")
    }

    fn for_each(&mut self, inside: Inside, array: bool, place: crate::source::Place) -> Step {
        let mut names = Vec::new();
        let mut fields = false;
        loop {
            let Some(name) = self.code.name() else { return Err(Stop) };
            while self.code.eat_kind(Kind::Dot) {
                fields = true;
                self.code.next();
            }
            names.push(name);
            if !self.code.eat_kind(Kind::Comma) {
                break;
            }
        }
        if array && self.code.eat("SLICE") {
            self.code.next();
        }
        if !self.code.eat("IN") {
            let found = self.shown();
            return self.syntax(format!("`IN` is missing: {found} follows"), "");
        }
        let start = self.code.at;
        let reverse = self.code.is("REVERSE");
        let cursor = self.code.clone().name().is_some_and(|name| self.is_known(&name.key));
        let bound = self.code.is_at(1, "LOOP") || self.code.peek_at(1).is_some_and(|token| token.kind == Kind::Open);
        self.up_to_word("LOOP", if array { "FOREACH" } else { "FOR" })?;
        // Numbers are counted by a variable of the loop's own, and the rows of a cursor come in one.
        let range = self.code.range(start, self.code.at);
        let counts = !array && (reverse || cursor && bound || self.code.text[range].contains(".."));
        if !counts && !fields {
            for name in &names {
                if !self.is_known(&name.key) {
                    let message = format!("the variable `{}` of the loop is not declared", name.text);
                    let help = match array {
                        true => "declare it with the type of the elements",
                        false => "declare it: `r record;`",
                    };
                    return self.say(&codes::UNKNOWN_OBJECT, name.place, message, help);
                }
            }
        }
        let own = names.iter().map(|name| Variable { name: name.key.clone(), kind: Declared::Other });
        self.variables.push(if counts { own.collect() } else { Vec::new() });
        self.repeated(inside, "FOR", place)?;
        self.variables.pop();
        Ok(())
    }

    /// From behind IF.
    fn branches(&mut self, place: crate::source::Place) -> Step {
        self.up_to_word("THEN", "IF")?;
        if self.code.is_kind(Kind::Semi) {
            return self.syntax("`;` stands behind THEN, where a statement is wanted", "leave it out");
        }
        loop {
            self.statements(&["END", "ELSIF", "ELSEIF", "ELSE"], place, "IF")?;
            if self.code.eat("ELSIF") || self.code.eat("ELSEIF") {
                self.up_to_word("THEN", "ELSIF")?;
                continue;
            }
            if self.code.eat("ELSE") {
                self.statements(&["END"], place, "IF")?;
            }
            break;
        }
        self.code.eat("END");
        if !self.code.eat("IF") {
            // What ends here may be what stands around.
            let found = self.shown();
            let message = format!("this `IF` is not closed: the next END is followed by {found}");
            return self.say(
                &syntax::SYNTAX,
                place,
                message,
                "write `END IF;`; `ELSE IF` opens another, `ELSIF` does not",
            );
        }
        self.semicolon("END IF")
    }

    /// From behind CASE.
    fn case(&mut self, place: crate::source::Place) -> Step {
        if !self.code.is("WHEN") {
            self.up_to_word("WHEN", "CASE")?;
        } else {
            self.code.next();
        }
        loop {
            self.up_to_word("THEN", "WHEN")?;
            self.statements(&["END", "WHEN", "ELSE"], place, "CASE")?;
            if self.code.eat("WHEN") {
                continue;
            }
            if self.code.eat("ELSE") {
                self.statements(&["END"], place, "CASE")?;
            }
            break;
        }
        self.code.eat("END");
        if !self.code.eat("CASE") {
            let found = self.shown();
            return self.syntax(format!("a CASE of statements ends with `END CASE`, and {found} follows END"), "");
        }
        self.semicolon("END CASE")
    }

    /// `EXIT`, `CONTINUE`.
    fn leave(&mut self) -> Step {
        let word = if self.code.is("EXIT") { "EXIT" } else { "CONTINUE" };
        let at = self.here();
        self.code.next();
        let named = !self.code.is("WHEN") && !self.code.is_kind(Kind::Semi);
        let label = if named { self.code.name() } else { None };
        match &label {
            Some(label) if !self.is_label(&label.key) => {
                let message = format!("nothing around this is labelled `{}`", label.text);
                let known = self.inside.iter().filter_map(|inside| inside.label.as_deref());
                let help = nearest(&label.key, known).map(|near| format!("did you mean `{near}`?"));
                return self.say(&codes::UNKNOWN_OBJECT, label.place, message, &help.unwrap_or_default());
            }
            Some(_) => (),
            None if !self.inside.iter().any(|inside| inside.repeats) => {
                return self.say(&codes::MISFIT, at, format!("`{word}` stands in no loop"), "");
            }
            None => (),
        }
        if self.code.eat("WHEN") {
            return self.up_to_semicolon("the condition");
        }
        self.semicolon(word)
    }

    fn returns(&mut self) -> Step {
        let at = self.here();
        self.code.next();
        let outs = self.owner.signature.is_some_and(|own| own.arguments.iter().any(|argument| argument.returned));
        let set = self.owner.signature.is_some_and(|own| own.set);
        let known = self.owner.signature.is_some();
        for word in ["NEXT", "QUERY"] {
            if !self.code.is(word) {
                continue;
            }
            self.code.next();
            if known && !set {
                let message = format!("`RETURN {word}` adds rows, and this function does not return a set");
                return self.say(&codes::MISFIT, at, message, "write `RETURNS SETOF …`, or `RETURN` alone");
            }
            let empty = self.code.is_kind(Kind::Semi);
            if word == "NEXT" && outs && !empty {
                let message = "`RETURN NEXT` adds the row that the arguments hold, and takes no value here";
                return self.say(&codes::MISFIT, at, message, "write `RETURN NEXT;`");
            }
            return self.up_to_semicolon("RETURN");
        }
        let empty = self.code.is_kind(Kind::Semi);
        let nothing = match (&self.owner.name, self.owner.procedure) {
            (None, _) => Some("a block returns nothing"),
            (_, true) => Some("a procedure returns nothing"),
            _ if set => Some("a function that returns a set adds its rows with `RETURN NEXT` or `RETURN QUERY`"),
            _ if outs => Some("this function returns what its arguments hold at the end"),
            _ if self.returned() == "void" => Some("this function returns `void`"),
            _ if self.returned() == "event_trigger" => Some("a function for an event trigger returns nothing"),
            _ => None,
        };
        match nothing {
            Some(why) if !empty => {
                self.say(&codes::MISFIT, at, format!("`RETURN` has a value: {why}"), "write `RETURN;`")
            }
            None if empty && known && !self.returned().is_empty() => {
                let message = format!("`RETURN` has no value, and the function returns `{}`", self.returned());
                self.say(&syntax::SYNTAX, at, message, "")
            }
            _ => self.up_to_semicolon("RETURN"),
        }
    }

    fn raise(&mut self) -> Step {
        self.code.next();
        let _ = LEVELS.iter().any(|level| self.code.eat(level));
        if self.code.eat_kind(Kind::Semi) {
            return Ok(());
        }
        if let Some(token) = self.code.peek().filter(|token| token.kind == Kind::Text) {
            let written = self.code.str(token);
            self.code.next();
            let holes = |text: &str| text.replace("%%", "").matches('%').count();
            let mut found = holes(written);
            // A text may go on on the next line.
            while let Some(more) = self.code.peek().filter(|more| more.kind == Kind::Text) {
                found += holes(self.code.str(more));
                self.code.next();
            }
            let holes = found;
            let mut values = 0;
            let mut at = self.code.at;
            let mut depth = 0_usize;
            while let Some(token) = self.code.token_at(at) {
                match token.kind {
                    Kind::Open => depth += 1,
                    Kind::Close => depth = depth.saturating_sub(1),
                    Kind::Semi => break,
                    Kind::Op if self.code.str(token) == "[" => depth += 1,
                    Kind::Op if self.code.str(token) == "]" => depth = depth.saturating_sub(1),
                    Kind::Comma if depth == 0 => values += 1,
                    Kind::Word if depth == 0 && token.is(self.code.text, "USING") => break,
                    _ => (),
                }
                at += 1;
            }
            if holes != values && !written.starts_with(['U', 'u']) {
                let values = if values == 1 { "1 value follows".to_owned() } else { format!("{values} values follow") };
                let message = format!("the text has {holes} `%` and {values} it");
                let help = "each `%` stands for a value; `%%` is the sign itself";
                return self.say(&codes::OTHER_COUNT, self.code.place(token), message, help);
            }
            self.code.at = at;
        } else if self.code.eat("SQLSTATE") {
            self.code.next();
        } else if !self.code.is("USING") {
            let level = self.code.clone().name();
            // `RAISE NOTCE 'x'`
            if let Some(name) = level.filter(|_| self.code.peek_at(1).is_some_and(|next| next.kind == Kind::Text)) {
                let message = format!("`{}` is no level of a message", name.text);
                let near = nearest(&name.text, LEVELS.iter().copied());
                let help = near.map(|near| format!("did you mean `{near}`?")).unwrap_or_default();
                return self.say(&syntax::SYNTAX, name.place, message, &help);
            }
            if self.code.is_kind(Kind::Word) {
                self.condition()?;
            }
        }
        if self.code.eat("USING") {
            self.raise_options()?;
        }
        self.up_to_semicolon("RAISE")
    }

    fn raise_options(&mut self) -> Step {
        let mut ahead = self.code.clone();
        while let Some(mut item) = ahead.item() {
            let Some(name) = item.name() else { return Err(Stop) };
            if !RAISE_OPTIONS.iter().any(|own| own.eq_ignore_ascii_case(&name.text)) {
                let message = format!("`{}` is nothing that RAISE sets", name.text);
                let near = nearest(&name.text, RAISE_OPTIONS.iter().copied());
                let help = near.map(|near| format!("did you mean `{near}`?")).unwrap_or_default();
                return self.say(&syntax::SYNTAX, name.place, message, &help);
            }
            // What comes behind the semicolon is another statement.
            if item.tokens().iter().any(|token| token.kind == Kind::Semi) {
                break;
            }
        }
        Ok(())
    }

    fn diagnostics(&mut self) -> Step {
        self.code.next();
        let _ = self.code.eat("CURRENT") || self.code.eat("STACKED");
        if !self.code.eat("DIAGNOSTICS") {
            return Err(Stop);
        }
        loop {
            let Some(name) = self.code.name() else { return Err(Stop) };
            self.want(&name)?;
            while self.code.peek().is_some_and(|token| token.kind == Kind::Dot) {
                self.code.next();
                self.code.next();
            }
            if !self.code.eat_op("=") && !self.code.eat_op(":=") {
                return Err(Stop);
            }
            let Some(item) = self.code.name() else { return Err(Stop) };
            if !DIAGNOSTICS.contains(&&*item.key) {
                let message = format!("`{}` is nothing that GET DIAGNOSTICS tells", item.text);
                let near = nearest(&item.key, DIAGNOSTICS.iter().copied());
                let help = near.map(|near| format!("did you mean `{near}`?")).unwrap_or_default();
                return self.say(&syntax::SYNTAX, item.place, message, &help);
            }
            if !self.code.eat_kind(Kind::Comma) {
                break;
            }
        }
        self.semicolon("GET DIAGNOSTICS")
    }

    /// A statement in SQL.
    fn sql(&mut self) -> Step {
        let Some(token) = self.code.peek() else { return Err(Stop) };
        if token.kind != Kind::Word {
            return Err(Stop);
        }
        let word = self.code.str(token).to_owned();
        if !words::SQL.iter().any(|own| own.eq_ignore_ascii_case(&word)) {
            let at = self.here();
            let message = format!("no statement begins with `{word}`");
            let help = match nearest(&word, words::all()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => String::new(),
            };
            // The name of a variable, maybe, or words that nobody knows here.
            let key = word.to_ascii_lowercase();
            let sure = !self.is_known(&key) && !self.is_label(&key);
            return if sure { self.say(&syntax::SYNTAX, at, message, &help) } else { Err(Stop) };
        }
        let executes = self.code.is("EXECUTE");
        let start = self.code.at;
        if executes && self.code.peek_at(1).is_some_and(|token| token.kind == Kind::Semi) {
            self.code.next();
            return self.syntax("something is missing before `;`", "`EXECUTE` runs the text of a statement");
        }
        self.up_to_semicolon("the statement")?;
        let end = self.code.at;
        self.judge(&word, start, end)?;
        let reads = ["SELECT", "WITH", "EXECUTE", "FETCH", "INSERT", "UPDATE", "DELETE", "VALUES", "TABLE"];
        if !reads.iter().any(|own| own.eq_ignore_ascii_case(&word)) {
            return Ok(());
        }
        self.targets(start, end)
    }

    /// SQL that is no more than SQL has its own grammar.
    fn judge(&mut self, word: &str, start: usize, end: usize) -> Step {
        let plain = ["INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "GRANT", "REVOKE", "TRUNCATE", "COMMENT"];
        let returns =
            (start..end).any(|at| self.code.token_at(at).is_some_and(|token| token.is(self.code.text, "RETURNING")));
        if returns || !plain.iter().any(|own| own.eq_ignore_ascii_case(word)) {
            return Ok(());
        }
        let range = self.code.range(start, end - 1);
        let (source, text, dialect) = (self.code.source, self.code.text, self.code.dialect);
        let mut problems = Vec::new();
        for stmt in crate::sql::split(source, text, range, dialect, &mut problems) {
            crate::sql::judge::judge(source, text, &stmt, dialect, &mut problems);
        }
        match problems.into_iter().next() {
            Some(problem) => {
                self.found.fault = Some(problem);
                Err(Stop)
            }
            None => Ok(()),
        }
    }

    /// What stands behind INTO are variables.
    fn targets(&mut self, start: usize, end: usize) -> Step {
        let mut code = self.code.clone();
        for at in start + 1..end {
            code.at = at;
            let before = code.token_at(at - 1).is_some_and(|token| {
                ["INSERT", "MERGE", "AS"].iter().any(|word| token.is(code.text, word)) || token.kind == Kind::Dot
            });
            if before || !code.eat("INTO") {
                continue;
            }
            let _ = code.eat("STRICT");
            loop {
                let Some(name) = code.name() else { return Ok(()) };
                let dotted = code.is_kind(Kind::Dot);
                if !(dotted && self.is_label(&name.key)) {
                    self.want(&name)?;
                }
                while code.eat_kind(Kind::Dot) {
                    code.next();
                }
                if !code.eat_kind(Kind::Comma) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

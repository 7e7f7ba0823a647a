//! Routines, triggers and events, and the statements of their bodies.

use super::cursor::{Cursor, Outcome};
use crate::sql::lexer::Kind;

/// Words behind the statements of a body.
static BEHIND: &[&str] = &["END", "ELSE", "ELSEIF", "UNTIL", "WHEN"];

impl Cursor<'_> {
    /// From `PROCEDURE` or `FUNCTION` on.
    pub(super) fn routine(&mut self) -> Outcome {
        let function = self.is("FUNCTION");
        self.bump();
        self.if_not_exists();
        self.routine_name()?;
        if function && self.eat("RETURNS") {
            // A loadable function has a library instead of parameters.
            self.need_any(&["STRING", "INTEGER", "REAL", "DECIMAL", "INT"])?;
            self.need("SONAME")?;
            return self.string();
        }
        self.in_routine = true;
        self.open()?;
        if !self.is_kind(Kind::Close) {
            self.list(|p| {
                p.eat_any(&["IN", "OUT", "INOUT"]);
                p.name()?;
                p.declared_type()?;
                if p.mariadb && (p.eat("DEFAULT") || p.op(":=")) {
                    p.expr()?;
                }
                Ok(())
            })?;
        }
        self.close()?;
        if function {
            self.need("RETURNS")?;
            self.declared_type()?;
        }
        let header = self.mark();
        self.characteristics()?;
        // Only another language's body is a string.
        let other = !self.mariadb && self.since(header, "LANGUAGE");
        if other && self.is("AS") && (self.kind_at(1) == Some(Kind::Text) || self.text_at(1).starts_with('$')) {
            return self.balanced();
        }
        self.statement()
    }

    fn declared_type(&mut self) -> Outcome {
        if self.mariadb && (self.eat_all(&["TYPE", "OF"]) || self.eat_all(&["ROW", "TYPE", "OF"])) {
            return self.object();
        }
        if self.mariadb && self.is("ROW") && self.kind_at(1) == Some(Kind::Open) {
            self.bump();
            return self.parens(|p| {
                p.name()?;
                p.declared_type()
            });
        }
        self.data_type()?;
        self.collate()
    }

    pub(super) fn characteristics(&mut self) -> Outcome {
        loop {
            if self.eat("COMMENT") {
                self.string()?;
            } else if self.eat("LANGUAGE") {
                self.name_or_sql()?;
            } else if !self.mariadb && self.is("USING") && self.kind_at(1) == Some(Kind::Open) {
                // The libraries of a body in another language.
                self.bump();
                self.parens(|p| {
                    p.object()?;
                    if p.eat("AS") { p.name() } else { Ok(()) }
                })?;
            } else if self.eat("DETERMINISTIC")
                || self.eat_all(&["NOT", "DETERMINISTIC"])
                || self.eat_all(&["CONTAINS", "SQL"])
                || self.eat_all(&["NO", "SQL"])
                || self.eat_all(&["READS", "SQL", "DATA"])
                || self.eat_all(&["MODIFIES", "SQL", "DATA"])
            {
            } else if self.eat_all(&["SQL", "SECURITY"]) {
                self.need_any(&["DEFINER", "INVOKER"])?;
            } else {
                return Ok(());
            }
        }
    }

    fn name_or_sql(&mut self) -> Outcome {
        if self.eat("SQL") { Ok(()) } else { self.name() }
    }

    pub(super) fn trigger(&mut self) -> Outcome {
        self.need("TRIGGER")?;
        self.if_not_exists();
        self.routine_name()?;
        self.need_any(&["BEFORE", "AFTER"])?;
        self.need_any(&["INSERT", "UPDATE", "DELETE"])?;
        if self.mariadb {
            while self.eat("OR") {
                self.need_any(&["INSERT", "UPDATE", "DELETE"])?;
            }
        }
        self.need("ON")?;
        self.object()?;
        self.need("FOR")?;
        self.need("EACH")?;
        self.need("ROW")?;
        if self.eat_any(&["FOLLOWS", "PRECEDES"]) {
            self.name()?;
        }
        self.in_routine = true;
        self.statement()
    }

    pub(super) fn event(&mut self) -> Outcome {
        self.need("EVENT")?;
        self.if_not_exists();
        self.object()?;
        self.need("ON")?;
        self.need("SCHEDULE")?;
        self.schedule()?;
        self.event_options()?;
        self.need("DO")?;
        self.in_routine = true;
        self.statement()
    }

    pub(super) fn alter_event(&mut self) -> Outcome {
        self.need("EVENT")?;
        self.routine_name()?;
        if self.at_end() {
            return self.refuse(Some("ON SCHEDULE, RENAME, ENABLE, DO or another change"));
        }
        if self.eat_all(&["ON", "SCHEDULE"]) {
            self.schedule()?;
        }
        self.event_options()?;
        if self.eat_all(&["RENAME", "TO"]) {
            self.object()?;
            self.event_options()?;
        }
        if self.eat("DO") {
            self.in_routine = true;
            return self.statement();
        }
        Ok(())
    }

    fn schedule(&mut self) -> Outcome {
        if self.eat("AT") {
            return self.expr();
        }
        self.need("EVERY")?;
        self.expr()?;
        self.unit()?;
        if self.eat("STARTS") {
            self.expr()?;
        }
        if self.eat("ENDS") {
            self.expr()?;
        }
        Ok(())
    }

    fn event_options(&mut self) -> Outcome {
        if self.are(&["ON", "COMPLETION"]) {
            self.bump();
            self.bump();
            self.eat("NOT");
            self.need("PRESERVE")?;
        }
        if self.eat("DISABLE") {
            if self.eat("ON") {
                self.need_any(&["SLAVE", "REPLICA"])?;
            }
        } else {
            self.eat("ENABLE");
        }
        if self.eat("COMMENT") {
            self.string()?;
        }
        Ok(())
    }

    /// `name: BEGIN`
    pub(super) fn is_label(&self) -> bool {
        self.is_name() && self.kind_at(1) == Some(Kind::Op) && self.text_at(1) == ":"
    }

    /// A statement that only bodies have. `BEGIN` at the top is a transaction's.
    pub(super) fn compound(&mut self) -> Outcome {
        let labelled = self.is_label();
        if labelled {
            self.bump();
            self.bump();
        }
        if !self.in_routine {
            // MariaDB runs compound statements without a routine, too.
            let block = self.are(&["BEGIN", "NOT", "ATOMIC"]);
            if self.is("BEGIN") && !block {
                self.bump();
                self.eat("WORK");
                return Ok(());
            }
            if !self.mariadb {
                return self.refuse(Some("a statement"));
            }
            self.in_routine = true;
            if block {
                self.bump();
                self.bump();
                self.bump();
                self.block()?;
                return self.need("END");
            }
        }
        let word = self.text().to_ascii_uppercase();
        self.bump();
        match &*word {
            "BEGIN" => {
                if self.mariadb {
                    self.eat_all(&["NOT", "ATOMIC"]);
                }
                self.block()?;
                self.need("END")?;
                self.end_label(labelled)
            }
            "IF" => {
                self.expr()?;
                self.need("THEN")?;
                self.some()?;
                while self.eat("ELSEIF") {
                    self.expr()?;
                    self.need("THEN")?;
                    self.some()?;
                }
                if self.eat("ELSE") {
                    self.some()?;
                }
                self.need("END")?;
                self.need("IF")
            }
            "CASE" => {
                if !self.is("WHEN") {
                    self.expr()?;
                }
                if !self.is("WHEN") {
                    return self.refuse(Some("WHEN"));
                }
                while self.eat("WHEN") {
                    self.expr()?;
                    self.need("THEN")?;
                    self.some()?;
                }
                if self.eat("ELSE") {
                    self.some()?;
                }
                self.need("END")?;
                self.need("CASE")
            }
            "LOOP" => {
                self.some()?;
                self.need("END")?;
                self.need("LOOP")?;
                self.end_label(labelled)
            }
            "WHILE" => {
                self.expr()?;
                self.need("DO")?;
                self.some()?;
                self.need("END")?;
                self.need("WHILE")?;
                self.end_label(labelled)
            }
            "REPEAT" => {
                self.some()?;
                self.need("UNTIL")?;
                self.expr()?;
                self.need("END")?;
                self.need("REPEAT")?;
                self.end_label(labelled)
            }
            "FOR" if self.mariadb => {
                self.name()?;
                self.need("IN")?;
                self.eat("REVERSE");
                if self.is_kind(Kind::Open) {
                    self.subquery()?;
                } else {
                    self.expr()?;
                    if self.eat_kind(Kind::Dot) {
                        self.eat_kind(Kind::Dot);
                        self.expr()?;
                    }
                }
                self.need("DO")?;
                self.some()?;
                self.need("END")?;
                self.need("FOR")?;
                self.end_label(labelled)
            }
            "DECLARE" => self.declare(),
            "RETURN" => self.expr(),
            "LEAVE" | "ITERATE" | "CLOSE" => self.name(),
            "OPEN" => {
                self.name()?;
                if self.mariadb && self.is_kind(Kind::Open) {
                    return self.row();
                }
                Ok(())
            }
            "FETCH" => {
                if self.mariadb && self.eat_all(&["GROUP", "NEXT", "ROW"]) {
                    return Ok(());
                }
                if self.eat("NEXT") {
                    self.need("FROM")?;
                } else {
                    self.eat("FROM");
                }
                self.name()?;
                self.need("INTO")?;
                self.list(Cursor::name)
            }
            _ => self.refuse(None),
        }
    }

    fn end_label(&mut self, labelled: bool) -> Outcome {
        if labelled && self.is_name() {
            self.bump();
        }
        Ok(())
    }

    /// What stands in a block: declarations, then statements.
    fn block(&mut self) -> Outcome {
        while self.is("DECLARE") {
            self.ended()?;
        }
        self.body()
    }

    /// Statements with `;` behind each, and at least one.
    fn some(&mut self) -> Outcome {
        if self.is_any(BEHIND) {
            return self.refuse(Some("a statement"));
        }
        self.body()
    }

    /// Statements with `;` behind each. Only a block begins with declarations.
    fn body(&mut self) -> Outcome {
        while !self.is_any(BEHIND) {
            if self.is("DECLARE") {
                return self.refuse(Some("a statement: declarations come first in a block"));
            }
            self.ended()?;
        }
        Ok(())
    }

    fn ended(&mut self) -> Outcome {
        self.statement()?;
        if !self.eat_kind(Kind::Semi) && !self.op(";") {
            return self.refuse(Some("`;`"));
        }
        Ok(())
    }

    fn declare(&mut self) -> Outcome {
        if self.is_any(&["CONTINUE", "EXIT"]) && self.is_at(1, "HANDLER") {
            self.bump();
            self.bump();
            self.need("FOR")?;
            self.list(|p| {
                if p.eat("SQLSTATE") {
                    p.eat("VALUE");
                    return p.string();
                }
                if p.eat_any(&["SQLWARNING", "SQLEXCEPTION"])
                    || p.eat_all(&["NOT", "FOUND"])
                    || p.eat_kind(Kind::Number)
                {
                    return Ok(());
                }
                p.name()
            })?;
            return self.statement();
        }
        if self.is_at(1, "CURSOR") {
            self.name()?;
            self.bump();
            if self.mariadb && self.is_kind(Kind::Open) {
                self.parens(|p| {
                    p.eat("IN");
                    p.name()?;
                    p.declared_type()
                })?;
            }
            self.need("FOR")?;
            // A prepared statement can stand for the query in MariaDB.
            return if self.is_query_at(0) { self.query() } else { self.name() };
        }
        if self.is_at(1, "CONDITION") {
            self.name()?;
            self.bump();
            self.need("FOR")?;
            if self.eat("SQLSTATE") {
                self.eat("VALUE");
                return self.string();
            }
            return self.number();
        }
        self.list(Cursor::name)?;
        self.declared_type()?;
        if self.eat("DEFAULT") || self.mariadb && self.op(":=") {
            return self.expr();
        }
        Ok(())
    }
}

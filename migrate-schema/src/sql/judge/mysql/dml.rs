//! INSERT, REPLACE, UPDATE, DELETE, LOAD DATA.

use super::cursor::{Cursor, Outcome};
use crate::sql::lexer::Kind;

impl Cursor<'_> {
    /// INSERT or REPLACE.
    pub(super) fn insert(&mut self) -> Outcome {
        let insert = self.is("INSERT");
        self.bump();
        self.eat_any(&["LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY"]);
        if insert {
            self.eat("IGNORE");
        }
        self.eat("INTO");
        self.table_name()?;
        if self.eat("PARTITION") {
            self.names()?;
        }
        // `(` opens the columns or a query.
        if self.is_kind(Kind::Open) && !self.is_query_at(1) {
            self.open()?;
            if !self.is_kind(Kind::Close) {
                self.list(Cursor::object)?;
            }
            self.close()?;
        }
        if self.is_any(&["VALUES", "VALUE"]) {
            self.bump();
            self.list(|p| {
                if !p.mariadb {
                    p.eat("ROW");
                }
                p.new_row()
            })?;
            self.row_alias()?;
        } else if self.eat("SET") {
            self.list(Cursor::assignment)?;
            self.row_alias()?;
        } else if self.is_query_at(0) || self.is_kind(Kind::Open) {
            self.inner_query()?;
        } else {
            return self.refuse(Some("VALUES, SET or SELECT"));
        }
        if insert && self.eat_all(&["ON", "DUPLICATE", "KEY", "UPDATE"]) {
            self.list(Cursor::assignment)?;
        }
        self.returning()
    }

    /// `AS new (a, b)`: MySQL's name for the row that could not be inserted.
    fn row_alias(&mut self) -> Outcome {
        if !self.mariadb && self.eat("AS") {
            self.name()?;
            if self.is_kind(Kind::Open) {
                self.names()?;
            }
        }
        Ok(())
    }

    fn returning(&mut self) -> Outcome {
        if self.mariadb && self.eat("RETURNING") {
            return self.list(|p| if p.op("*") { Ok(()) } else { p.select_item() });
        }
        Ok(())
    }

    /// `a = 1`
    pub(super) fn assignment(&mut self) -> Outcome {
        self.object()?;
        if !self.op("=") && !self.op(":=") {
            return self.refuse(Some("`=`"));
        }
        self.value_or_default()
    }

    /// The values of a row that comes into being.
    pub(super) fn new_row(&mut self) -> Outcome {
        self.open()?;
        if !self.is_kind(Kind::Close) {
            self.list(Cursor::value_or_default)?;
        }
        self.close()
    }

    /// An expression, or the word for what the column has when nothing is said.
    pub(super) fn value_or_default(&mut self) -> Outcome {
        let word = self.is("DEFAULT") || self.mariadb && self.is("IGNORE");
        if word && self.kind_at(1) != Some(Kind::Open) {
            self.bump();
            return Ok(());
        }
        self.expr()
    }

    pub(super) fn update(&mut self) -> Outcome {
        self.need("UPDATE")?;
        self.eat("LOW_PRIORITY");
        self.eat("IGNORE");
        self.table_refs()?;
        if self.mariadb && self.eat_all(&["FOR", "PORTION", "OF"]) {
            self.portion()?;
        }
        self.need("SET")?;
        self.list(Cursor::assignment)?;
        self.change_tail()
    }

    fn portion(&mut self) -> Outcome {
        self.name()?;
        self.need("FROM")?;
        self.expr()?;
        self.need("TO")?;
        self.expr()
    }

    /// WHERE, ORDER BY and LIMIT of UPDATE and DELETE.
    fn change_tail(&mut self) -> Outcome {
        if self.eat("WHERE") {
            self.expr()?;
        }
        if self.is("ORDER") {
            self.order_by()?;
        }
        if self.is("LIMIT") {
            self.limit()?;
        }
        Ok(())
    }

    pub(super) fn delete(&mut self) -> Outcome {
        self.need("DELETE")?;
        while self.eat_any(&["LOW_PRIORITY", "QUICK", "IGNORE", "HISTORY"]) {}
        if !self.eat("FROM") {
            // DELETE a, b FROM …
            self.list(Cursor::deleted)?;
            self.need("FROM")?;
            self.table_refs()?;
            if self.eat("WHERE") {
                self.expr()?;
            }
            return Ok(());
        }
        let mark = self.mark();
        self.list(Cursor::deleted)?;
        if self.eat("USING") {
            self.table_refs()?;
            if self.eat("WHERE") {
                self.expr()?;
            }
            return Ok(());
        }
        self.reset(mark);
        self.table_name()?;
        if self.eat("PARTITION") {
            self.names()?;
        }
        if self.mariadb && self.eat_all(&["FOR", "PORTION", "OF"]) {
            self.portion()?;
        }
        if self.mariadb && self.eat_all(&["BEFORE", "SYSTEM_TIME"]) {
            return self.point_in_time();
        }
        if self.eat("AS") {
            self.name()?;
        } else if self.is_name() && !self.is("RETURNING") {
            self.bump();
        }
        self.change_tail()?;
        self.returning()
    }

    /// A table to delete from, `t` or `t.*`.
    fn deleted(&mut self) -> Outcome {
        if !self.is_kind(Kind::Dot) {
            self.name()?;
        }
        while self.eat_kind(Kind::Dot) {
            if self.op("*") {
                return Ok(());
            }
            self.name()?;
        }
        Ok(())
    }

    /// `LOAD DATA …` and `LOAD XML …`.
    pub(super) fn load(&mut self) -> Outcome {
        self.need("LOAD")?;
        if self.eat_all(&["INDEX", "INTO", "CACHE"]) {
            return self.balanced();
        }
        self.need_any(&["DATA", "XML"])?;
        self.eat_any(&["LOW_PRIORITY", "CONCURRENT"]);
        self.eat("LOCAL");
        self.need("INFILE")?;
        self.string()?;
        self.eat_any(&["REPLACE", "IGNORE"]);
        self.need("INTO")?;
        self.need("TABLE")?;
        self.object()?;
        if self.eat("PARTITION") {
            self.names()?;
        }
        self.file_format()?;
        if self.eat_all(&["ROWS", "IDENTIFIED", "BY"]) {
            self.string()?;
        }
        if self.eat("IGNORE") {
            self.number()?;
            self.need_any(&["LINES", "ROWS"])?;
        }
        if self.is_kind(Kind::Open) {
            self.open()?;
            if !self.is_kind(Kind::Close) {
                self.list(|p| if p.is_op("@") { p.variable() } else { p.object() })?;
            }
            self.close()?;
        }
        if self.eat("SET") {
            self.list(Cursor::assignment)?;
        }
        Ok(())
    }

    /// `CHARACTER SET … FIELDS … LINES …`
    pub(super) fn file_format(&mut self) -> Outcome {
        self.charset()?;
        if self.eat_any(&["FIELDS", "COLUMNS"]) {
            loop {
                if self.eat("OPTIONALLY") {
                    self.need("ENCLOSED")?;
                } else if !self.eat_any(&["TERMINATED", "ENCLOSED", "ESCAPED"]) {
                    break;
                }
                self.need("BY")?;
                self.string_or_bits()?;
            }
        }
        if self.eat("LINES") {
            while self.eat_any(&["STARTING", "TERMINATED"]) {
                self.need("BY")?;
                self.string_or_bits()?;
            }
        }
        Ok(())
    }

    fn string_or_bits(&mut self) -> Outcome {
        if self.eat_kind(Kind::Number) { Ok(()) } else { self.string() }
    }
}

//! Columns, keys and references.

use super::cursor::{Cursor, Outcome};
use super::{table, words};
use crate::sql::lexer::Kind;

/// Whether a word before `=` is an option of a table or of ALTER TABLE, and none that an engine defines.
fn is_option(word: &str) -> bool {
    ["ALGORITHM", "LOCK", "CHARSET"].iter().chain(table::VALUED).any(|option| option.eq_ignore_ascii_case(word))
}

impl Cursor<'_> {
    /// A column: name, type, attributes.
    pub(super) fn column(&mut self) -> Outcome {
        self.object()?;
        self.column_body()
    }

    /// What follows the name of a column.
    pub(super) fn column_body(&mut self) -> Outcome {
        // MariaDB: a column that another statement defines further; and `ROW START` has its type before it.
        self.data_type()?;
        self.attributes()
    }

    fn attributes(&mut self) -> Outcome {
        // An expression comes right after the type; in MariaDB little can follow it.
        self.collate()?;
        if self.is_any(&["AS", "GENERATED"]) {
            let row = self.generated()?;
            if self.mariadb && !row {
                while self.is_any(&["UNIQUE", "COMMENT", "INVISIBLE", "CHECK"]) {
                    self.attribute()?;
                }
                return Ok(());
            }
        }
        loop {
            match self.kind() {
                Some(Kind::Word) => (),
                Some(Kind::Name) if self.mariadb && self.text_at(1) == "=" => {
                    self.bump();
                    self.bump();
                    self.engine_value()?;
                    continue;
                }
                _ => return Ok(()),
            }
            if !self.attribute()? {
                return Ok(());
            }
        }
    }

    fn engine_value(&mut self) -> Outcome {
        if self.eat_kind(Kind::Number) || self.eat_kind(Kind::Text) || self.eat("DEFAULT") {
            Ok(())
        } else {
            self.name()
        }
    }

    /// One attribute. False if none begins here.
    fn attribute(&mut self) -> Result<bool, super::cursor::Stop> {
        let word = self.text().to_ascii_uppercase();
        match &*word {
            "NOT" => {
                self.bump();
                if !self.eat_any(&["SECONDARY", "INVISIBLE"]) {
                    self.need("NULL")?;
                }
            }
            "NULL" | "AUTO_INCREMENT" | "INVISIBLE" | "VISIBLE" => self.bump(),
            "SERIAL" => {
                self.bump();
                self.need("DEFAULT")?;
                self.need("VALUE")?;
            }
            "DEFAULT" => {
                self.bump();
                self.default_value()?;
            }
            "ON" => {
                self.bump();
                self.need("UPDATE")?;
                if !self.is_any(&["CURRENT_TIMESTAMP", "NOW", "LOCALTIME", "LOCALTIMESTAMP"]) {
                    return self.refuse(Some("CURRENT_TIMESTAMP")).map(|()| false);
                }
                self.operand()?;
            }
            "UNIQUE" => {
                self.bump();
                self.eat("KEY");
            }
            "PRIMARY" => {
                self.bump();
                self.need("KEY")?;
            }
            "KEY" => self.bump(),
            "COMMENT" => {
                self.bump();
                self.string()?;
            }
            "COLLATE" => {
                self.bump();
                self.op("=");
                self.collation()?;
            }
            "COLUMN_FORMAT" => {
                self.bump();
                self.need_any(&["FIXED", "DYNAMIC", "DEFAULT"])?;
            }
            "STORAGE" => {
                self.bump();
                self.need_any(&["DISK", "MEMORY", "DEFAULT"])?;
            }
            "ENGINE_ATTRIBUTE" | "SECONDARY_ENGINE_ATTRIBUTE" => {
                self.bump();
                self.op("=");
                self.string()?;
            }
            "SRID" | "REF_SYSTEM_ID" => {
                self.bump();
                self.op("=");
                self.number()?;
            }
            "REFERENCES" => self.references()?,
            // In MariaDB a column's check has no name.
            "CONSTRAINT" if self.mariadb => {
                self.bump();
                if !self.is("REFERENCES") {
                    self.name()?;
                }
                self.references()?;
            }
            "CONSTRAINT" if !self.mariadb => {
                self.bump();
                if !self.is("CHECK") {
                    self.name()?;
                }
                self.check()?;
            }
            "CHECK" => self.check()?,
            "WITH" | "WITHOUT" => {
                if !self.is_at(1, "SYSTEM") {
                    return Ok(false);
                }
                self.bump();
                self.bump();
                self.need("VERSIONING")?;
            }
            _ if self.mariadb && self.text_at(1) == "=" && !words::is_reserved(&word, true) && !is_option(&word) => {
                self.bump();
                self.bump();
                self.engine_value()?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// `GENERATED ALWAYS AS (…)`. True if it is one end of a row's period.
    fn generated(&mut self) -> Result<bool, super::cursor::Stop> {
        if self.eat("GENERATED") {
            self.need("ALWAYS")?;
        }
        self.need("AS")?;
        if self.mariadb && self.eat("ROW") {
            self.need_any(&["START", "END"])?;
            return Ok(true);
        }
        self.open()?;
        self.expr()?;
        self.close()?;
        if !self.eat_any(&["VIRTUAL", "STORED"]) && self.mariadb {
            self.eat("PERSISTENT");
        }
        Ok(false)
    }

    pub(super) fn default_value(&mut self) -> Outcome {
        if self.is_kind(Kind::Open) {
            return self.parens(Cursor::expr);
        }
        let word = self.kind() == Some(Kind::Word) && !self.is_any(&["NULL", "TRUE", "FALSE"]);
        let clock = self.is_any(&["CURRENT_TIMESTAMP", "NOW", "LOCALTIME", "LOCALTIMESTAMP", "CURRENT_DATE"]);
        let literal = self.kind_at(1) == Some(Kind::Text) || self.text().starts_with('_');
        if word && !self.mariadb && !clock && !literal {
            return self.refuse(Some("a literal, CURRENT_TIMESTAMP or an expression in parentheses"));
        }
        if self.is("DEFAULT") || self.is("MAXVALUE") {
            return self.refuse(Some("a value"));
        }
        // COLLATE after a literal is the column's.
        while self.is_kind(Kind::Op) && matches!(self.text(), "-" | "+") {
            self.bump();
        }
        self.default_operand()
    }

    fn default_operand(&mut self) -> Outcome {
        if self.is_kind(Kind::Text) {
            while self.eat_kind(Kind::Text) {}
            return Ok(());
        }
        self.operand()
    }

    pub(super) fn check(&mut self) -> Outcome {
        self.need("CHECK")?;
        self.open()?;
        self.expr()?;
        self.close()?;
        if !self.mariadb {
            if self.are(&["NOT", "ENFORCED"]) {
                self.bump();
            }
            self.eat("ENFORCED");
        }
        Ok(())
    }

    /// `REFERENCES t (a) ON DELETE …`
    pub(super) fn references(&mut self) -> Outcome {
        self.need("REFERENCES")?;
        self.table_name()?;
        if self.is_kind(Kind::Open) {
            self.parens(|p| {
                p.name()?;
                p.length()
            })?;
        }
        if self.eat("MATCH") {
            self.need_any(&["FULL", "PARTIAL", "SIMPLE"])?;
        }
        let mut done = [false; 2];
        while self.is("ON") && (self.is_at(1, "DELETE") || self.is_at(1, "UPDATE")) {
            let delete = usize::from(self.is_at(1, "DELETE"));
            // ON UPDATE CURRENT_TIMESTAMP belongs to the column.
            if self.is_at(2, "CURRENT_TIMESTAMP") || self.is_at(2, "NOW") {
                break;
            }
            if std::mem::replace(&mut done[delete], true) {
                return self.refuse(None);
            }
            self.bump();
            self.bump();
            if self.eat("SET") {
                self.need_any(&["NULL", "DEFAULT"])?;
            } else if self.eat("NO") {
                self.need("ACTION")?;
            } else {
                self.need_any(&["RESTRICT", "CASCADE"])?;
            }
        }
        Ok(())
    }

    /// `USING BTREE`, or nothing.
    pub(super) fn index_type(&mut self) -> Outcome {
        if self.is_any(&["USING", "TYPE"]) && !self.is_kind(Kind::Open) {
            self.bump();
            return self.need_any(&["BTREE", "HASH", "RTREE"]);
        }
        Ok(())
    }

    /// `(a, b(10) DESC, (expr))`
    pub(super) fn key_parts(&mut self) -> Outcome {
        self.parens(|p| {
            // MariaDB has no indexes over expressions.
            if p.is_kind(Kind::Open) && !p.mariadb {
                p.open()?;
                p.expr()?;
                p.close()?;
            } else {
                p.object()?;
                if !p.mariadb && p.is_kind(Kind::Open) && p.kind_at(1) != Some(Kind::Number) {
                    return p.refuse(Some("parentheses around the whole expression"));
                }
                p.length()?;
                if p.mariadb {
                    p.eat_all(&["WITHOUT", "OVERLAPS"]);
                }
            }
            p.eat_any(&["ASC", "DESC"]);
            Ok(())
        })
    }

    pub(super) fn index_options(&mut self) -> Outcome {
        loop {
            if self.eat("KEY_BLOCK_SIZE") {
                self.op("=");
                self.number()?;
            } else if self.is("USING") {
                self.index_type()?;
            } else if self.is("WITH") && self.is_at(1, "PARSER") {
                self.bump();
                self.bump();
                self.name()?;
            } else if self.eat("COMMENT") {
                self.string()?;
            } else if self.eat_any(&["VISIBLE", "INVISIBLE", "IGNORED"]) || self.eat_all(&["NOT", "IGNORED"]) {
            } else if self.eat_any(&["ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE"]) {
                self.op("=");
                self.string()?;
            } else if self.mariadb && self.is_name() && self.text_at(1) == "=" && !is_option(self.text()) {
                self.bump();
                self.bump();
                self.engine_value()?;
            } else {
                return Ok(());
            }
        }
    }

    /// A key or constraint in a table's definition. False if the item is a column.
    pub(super) fn table_constraint(&mut self) -> Result<bool, super::cursor::Stop> {
        let named = self.eat("CONSTRAINT");
        if named && !self.is_any(&["PRIMARY", "UNIQUE", "FOREIGN", "CHECK"]) {
            if self.mariadb {
                self.if_not_exists();
            }
            self.name()?;
        }
        if self.eat("PRIMARY") {
            self.need("KEY")?;
            if self.mariadb {
                self.if_not_exists();
            }
            self.key(false)?;
        } else if self.eat("UNIQUE") {
            self.eat_any(&["INDEX", "KEY"]);
            self.key(true)?;
        } else if self.eat("FOREIGN") {
            self.need("KEY")?;
            if self.mariadb {
                self.if_not_exists();
            }
            if !self.is_kind(Kind::Open) {
                self.name()?;
            }
            self.parens(|p| {
                p.name()?;
                p.length()
            })?;
            self.references()?;
        } else if self.is("CHECK") {
            self.check()?;
        } else if named {
            return self.refuse(Some("PRIMARY KEY, UNIQUE, FOREIGN KEY or CHECK")).map(|()| false);
        } else if self.is_any(&["INDEX", "KEY"]) {
            self.bump();
            self.key(true)?;
        } else if self.is_any(&["FULLTEXT", "SPATIAL"])
            || self.is("VECTOR") && (self.is_at(1, "INDEX") || self.is_at(1, "KEY"))
        {
            self.bump();
            self.eat_any(&["INDEX", "KEY"]);
            self.key(true)?;
        } else if self.mariadb && (self.are(&["PERIOD", "FOR"]) || self.are(&["PERIOD", "IF", "NOT", "EXISTS", "FOR"]))
        {
            self.bump();
            self.if_not_exists();
            self.bump();
            self.name()?;
            self.names()?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// From the optional name of a key to its options.
    fn key(&mut self, if_not_exists: bool) -> Outcome {
        if if_not_exists && self.mariadb {
            self.if_not_exists();
        }
        if self.is_name() && !(self.is("TYPE") && self.is_at(1, "BTREE")) {
            self.bump();
        }
        self.index_type()?;
        self.key_parts()?;
        self.index_options()
    }
}

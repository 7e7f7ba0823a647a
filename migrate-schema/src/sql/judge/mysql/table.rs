//! CREATE, DROP, RENAME and TRUNCATE; tables with their options and partitions.

use super::cursor::{Cursor, Outcome};
use crate::diagnostic::distance;
use crate::sql::lexer::Kind;

/// Table options whose value is a number, a name or a string, with `=` or without.
pub(super) static VALUED: &[&str] = &[
    "ENGINE",
    "ENCRYPTION",
    "ENGINE_ATTRIBUTE",
    "SECONDARY_ENGINE_ATTRIBUTE",
    "INSERT_METHOD",
    "PACK_KEYS",
    "PASSWORD",
    "ROW_FORMAT",
    "STATS_AUTO_RECALC",
    "STATS_PERSISTENT",
    "STATS_SAMPLE_PAGES",
    "AUTOEXTEND_SIZE",
    "SECONDARY_ENGINE",
    "TRANSACTIONAL",
    "PAGE_CHECKSUM",
    "SEQUENCE",
    "STORAGE",
    "TABLESPACE",
];

/// Table options whose value is a number.
static NUMBERED: &[&str] = &[
    "AUTO_INCREMENT",
    "AVG_ROW_LENGTH",
    "CHECKSUM",
    "DELAY_KEY_WRITE",
    "KEY_BLOCK_SIZE",
    "MAX_ROWS",
    "MIN_ROWS",
    "NODEGROUP",
    "TABLE_CHECKSUM",
];

impl Cursor<'_> {
    pub(super) fn create(&mut self) -> Outcome {
        self.need("CREATE")?;
        if self.eat("OR") {
            self.need("REPLACE")?;
        }
        if self.eat("ALGORITHM") {
            self.equals()?;
            self.need_any(&["UNDEFINED", "MERGE", "TEMPTABLE"])?;
        }
        self.definer()?;
        if self.eat("SQL") {
            self.need("SECURITY")?;
            self.need_any(&["DEFINER", "INVOKER"])?;
        }
        self.eat("AGGREGATE");
        let word = self.text().to_ascii_uppercase();
        match &*word {
            "TEMPORARY" if self.mariadb && self.is_at(1, "SEQUENCE") => {
                self.bump();
                self.create_sequence()
            }
            "TABLE" | "TEMPORARY" => self.create_table(),
            "SPATIAL" if self.is_at(1, "REFERENCE") => self.balanced(),
            "INDEX" | "UNIQUE" | "FULLTEXT" | "SPATIAL" | "VECTOR" | "ONLINE" | "OFFLINE" => self.create_index(),
            "VIEW" => self.create_view(),
            "DATABASE" | "SCHEMA" => {
                self.bump();
                self.if_not_exists();
                self.name()?;
                self.database_options()
            }
            "PROCEDURE" | "FUNCTION" => self.routine(),
            "TRIGGER" => self.trigger(),
            "EVENT" => self.event(),
            "USER" => self.create_user(),
            "ROLE" => {
                self.bump();
                self.if_not_exists();
                self.list(Cursor::account)?;
                if self.eat("WITH") {
                    self.need("ADMIN")?;
                    self.account()?;
                }
                Ok(())
            }
            "SEQUENCE" if self.mariadb => self.create_sequence(),
            "SERVER" | "TABLESPACE" | "LOGFILE" | "UNDO" | "PACKAGE" | "RESOURCE" | "LIBRARY" => self.balanced(),
            _ => self.refuse(Some("what to create")),
        }
    }

    pub(super) fn equals(&mut self) -> Outcome {
        if self.op("=") { Ok(()) } else { self.refuse(Some("`=`")) }
    }

    /// `DEFINER = user`, or nothing.
    pub(super) fn definer(&mut self) -> Outcome {
        if self.eat("DEFINER") {
            self.equals()?;
            return self.account();
        }
        Ok(())
    }

    fn database_options(&mut self) -> Outcome {
        loop {
            self.eat("DEFAULT");
            if self.is("CHARSET") || self.are(&["CHARACTER", "SET"]) || self.are(&["CHAR", "SET"]) {
                self.charset()?;
            } else if self.is("COLLATE") {
                self.collate()?;
            } else if self.eat("ENCRYPTION") || self.eat("COMMENT") {
                self.op("=");
                self.name_or_string()?;
            } else if self.eat_all(&["READ", "ONLY"]) {
                self.op("=");
                self.bump();
            } else {
                return Ok(());
            }
        }
    }

    pub(super) fn alter_database(&mut self) -> Outcome {
        self.bump();
        let option = self.is_any(&["CHARSET", "ENCRYPTION", "COMMENT"]) && self.kind_at(1) != Some(Kind::Word);
        if self.is_name() && !option {
            self.bump();
        }
        if self.eat_all(&["UPGRADE", "DATA", "DIRECTORY", "NAME"]) {
            return Ok(());
        }
        let mark = self.mark();
        self.database_options()?;
        if mark == self.mark() { self.refuse(Some("an option")) } else { Ok(()) }
    }

    fn create_table(&mut self) -> Outcome {
        self.eat("TEMPORARY");
        self.need("TABLE")?;
        self.if_not_exists();
        self.table_name()?;
        if self.eat("LIKE") {
            return self.table_name();
        }
        if self.is_kind(Kind::Open) && self.is_at(1, "LIKE") {
            self.bump();
            self.bump();
            self.table_name()?;
            return self.close();
        }
        if self.is_kind(Kind::Open) && !self.is_query_at(1) {
            self.parens(|p| if p.table_constraint()? { Ok(()) } else { p.column() })?;
        }
        self.table_options()?;
        if self.is("PARTITION") {
            self.partitioning()?;
            // MariaDB reads options after the partitions, too.
            self.table_options()?;
        }
        self.eat_any(&["IGNORE", "REPLACE"]);
        let as_query = self.eat("AS");
        if as_query || self.is_query_at(0) {
            return self.inner_query();
        }
        Ok(())
    }

    /// Options with commas or blanks between them.
    pub(super) fn table_options(&mut self) -> Outcome {
        let mut first = true;
        loop {
            let mark = self.mark();
            let comma = !first && self.eat_kind(Kind::Comma);
            if !self.table_option()? {
                if comma {
                    return self.refuse(Some("a table option"));
                }
                self.reset(mark);
                return Ok(());
            }
            first = false;
        }
    }

    /// One table option. False if none begins here.
    pub(super) fn table_option(&mut self) -> Result<bool, super::cursor::Stop> {
        let mark = self.mark();
        if self.kind() == Some(Kind::Name) && self.mariadb && self.text_at(1) == "=" {
            self.bump();
            self.bump();
            self.option_value()?;
            return Ok(true);
        }
        if self.kind() != Some(Kind::Word) {
            return Ok(false);
        }
        if self.eat("DEFAULT") && !self.is_any(&["CHARSET", "CHARACTER", "CHAR", "COLLATE"]) {
            self.reset(mark);
            return Ok(false);
        }
        if self.is("CHARSET") || self.are(&["CHARACTER", "SET"]) || self.are(&["CHAR", "SET"]) {
            self.charset()?;
        } else if self.is("COLLATE") {
            self.collate()?;
        } else if self.is_any(&["DATA", "INDEX"]) && self.is_at(1, "DIRECTORY") {
            self.bump();
            self.bump();
            self.op("=");
            self.string()?;
        } else if self.eat("UNION") {
            self.op("=");
            self.open()?;
            if !self.is_kind(Kind::Close) {
                self.list(Cursor::object)?;
            }
            self.close()?;
        } else if self.eat_all(&["START", "TRANSACTION"]) || self.eat_all(&["WITH", "SYSTEM", "VERSIONING"]) {
        } else if self.eat_any(&["COMMENT", "CONNECTION", "PASSWORD", "COMPRESSION"]) {
            self.op("=");
            if self.mariadb && self.is_name() { self.bump() } else { self.string()? }
        } else if self.eat_any(NUMBERED) {
            self.op("=");
            self.number()?;
        } else if self.is_any(VALUED) {
            let engine = self.is_any(&["ENGINE", "TABLESPACE"]);
            let perhaps_none = self.is("SECONDARY_ENGINE");
            self.bump();
            self.op("=");
            if engine {
                self.name_or_string()?;
            } else if !(perhaps_none && self.eat("NULL")) {
                self.option_value()?;
            }
        } else if self.mariadb && self.text_at(1) == "=" && self.is_name() && !self.is("TYPE") && !self.is_slip() {
            self.bump();
            self.bump();
            self.option_value()?;
        } else {
            self.reset(mark);
            return Ok(false);
        }
        Ok(true)
    }

    /// A letter too many, too few or in the wrong place in an option of the server itself: engines have others.
    fn is_slip(&self) -> bool {
        if self.may_do_nothing() {
            return false;
        }
        let word = self.text().to_ascii_uppercase();
        let own = ["CHARSET", "COLLATE", "COMMENT", "CONNECTION"];
        let mut all = VALUED.iter().chain(NUMBERED).chain(&own).filter(|option| option.len() > 5);
        all.any(|option| distance(&word, option) == 1)
    }

    fn option_value(&mut self) -> Outcome {
        if self.eat_kind(Kind::Number) || self.eat("DEFAULT") { Ok(()) } else { self.name_or_string() }
    }

    /// `PARTITION BY …`
    pub(super) fn partitioning(&mut self) -> Outcome {
        self.need("PARTITION")?;
        self.need("BY")?;
        self.partition_method()?;
        if self.eat("PARTITIONS") {
            self.number()?;
        }
        if self.eat("SUBPARTITION") {
            self.need("BY")?;
            self.partition_method()?;
            if self.eat("SUBPARTITIONS") {
                self.number()?;
            }
        }
        if self.is_kind(Kind::Open) {
            self.parens(Cursor::partition)?;
        }
        Ok(())
    }

    fn partition_method(&mut self) -> Outcome {
        if self.eat_any(&["RANGE", "LIST"]) {
            if self.eat("COLUMNS") {
                return self.names();
            }
            self.open()?;
            self.expr()?;
            return self.close();
        }
        if self.eat("SYSTEM_TIME") {
            while self.is_any(&["INTERVAL", "LIMIT", "STARTS", "AUTO"]) {
                if self.eat("AUTO") {
                } else if self.eat("LIMIT") {
                    self.number()?;
                } else if self.eat("STARTS") {
                    self.expr()?;
                } else {
                    self.bump();
                    self.operand()?;
                    self.unit()?;
                }
            }
            return Ok(());
        }
        self.eat("LINEAR");
        if self.eat("HASH") {
            self.open()?;
            self.expr()?;
            return self.close();
        }
        if self.eat("KEY") {
            if self.eat("ALGORITHM") {
                self.equals()?;
                self.number()?;
            }
            self.open()?;
            if !self.is_kind(Kind::Close) {
                self.list(Cursor::name)?;
            }
            return self.close();
        }
        self.refuse(Some("RANGE, LIST, HASH or KEY"))
    }

    /// One partition's definition.
    pub(super) fn partition(&mut self) -> Outcome {
        let word = self.eat("PARTITION");
        if !word && !self.mariadb {
            return self.refuse(Some("PARTITION"));
        }
        self.name()?;
        if self.eat("VALUES") {
            if self.eat("LESS") {
                self.need("THAN")?;
                if !self.eat("MAXVALUE") {
                    self.parens(Cursor::expr)?;
                }
            } else {
                self.need("IN")?;
                self.parens(|p| if p.is_kind(Kind::Open) { p.parens(Cursor::expr) } else { p.expr() })?;
            }
        } else {
            self.eat_any(&["HISTORY", "CURRENT", "DEFAULT"]);
        }
        self.partition_options()?;
        if self.is_kind(Kind::Open) {
            self.parens(|p| {
                p.need("SUBPARTITION")?;
                p.name_or_string()?;
                p.partition_options()
            })?;
        }
        Ok(())
    }

    fn partition_options(&mut self) -> Outcome {
        loop {
            if self.is("STORAGE") && self.is_at(1, "ENGINE") {
                self.bump();
            }
            if !self.table_option()? {
                return Ok(());
            }
        }
    }

    fn create_index(&mut self) -> Outcome {
        self.eat_any(&["ONLINE", "OFFLINE"]);
        self.eat_any(&["UNIQUE", "FULLTEXT", "SPATIAL", "VECTOR"]);
        self.need("INDEX")?;
        if self.mariadb {
            self.if_not_exists();
        }
        self.name()?;
        self.index_type()?;
        self.need("ON")?;
        self.table_name()?;
        self.key_parts()?;
        self.index_options()?;
        self.wait()?;
        self.online_options()
    }

    /// MariaDB's `WAIT n` and `NOWAIT`, or nothing.
    pub(super) fn wait(&mut self) -> Outcome {
        if self.mariadb && self.eat("WAIT") {
            return self.number();
        }
        if self.mariadb {
            self.eat("NOWAIT");
        }
        Ok(())
    }

    /// `ALGORITHM = …`, `LOCK = …`
    pub(super) fn online_options(&mut self) -> Outcome {
        while self.is_any(&["ALGORITHM", "LOCK"]) {
            self.online_option()?;
        }
        Ok(())
    }

    pub(super) fn online_option(&mut self) -> Outcome {
        if self.eat("ALGORITHM") {
            self.op("=");
            return self.need_any(&["DEFAULT", "INPLACE", "COPY", "INSTANT", "NOCOPY"]);
        }
        self.need("LOCK")?;
        self.op("=");
        self.need_any(&["DEFAULT", "NONE", "SHARED", "EXCLUSIVE"])
    }

    /// From `VIEW` on.
    fn create_view(&mut self) -> Outcome {
        if self.mariadb && self.are(&["VIEW", "IF", "NOT", "EXISTS"]) {
            self.bump();
            self.if_not_exists();
            return self.view();
        }
        self.need("VIEW")?;
        self.view()
    }

    /// A view's definition from its name on.
    pub(super) fn view(&mut self) -> Outcome {
        self.table_name()?;
        if self.is_kind(Kind::Open) {
            self.names()?;
        }
        self.need("AS")?;
        self.inner_query()?;
        if self.eat("WITH") {
            self.eat_any(&["CASCADED", "LOCAL"]);
            self.need("CHECK")?;
            self.need("OPTION")?;
        }
        Ok(())
    }

    pub(super) fn drop(&mut self) -> Outcome {
        self.need("DROP")?;
        let word = self.text().to_ascii_uppercase();
        match &*word {
            "TABLE" | "TABLES" | "TEMPORARY" => {
                self.eat("TEMPORARY");
                if !(self.mariadb && self.eat("SEQUENCE")) {
                    self.need_any(&["TABLE", "TABLES"])?;
                }
                self.if_exists();
                self.list(Cursor::table_name)?;
                self.wait()?;
                self.eat_any(&["RESTRICT", "CASCADE"]);
                Ok(())
            }
            "VIEW" => {
                self.bump();
                self.if_exists();
                self.list(Cursor::table_name)?;
                self.eat_any(&["RESTRICT", "CASCADE"]);
                Ok(())
            }
            "INDEX" | "ONLINE" | "OFFLINE" => {
                self.eat_any(&["ONLINE", "OFFLINE"]);
                self.need("INDEX")?;
                if self.mariadb {
                    self.if_exists();
                }
                self.name()?;
                self.need("ON")?;
                self.table_name()?;
                if self.mariadb { self.wait() } else { self.online_options() }
            }
            "PROCEDURE" | "FUNCTION" | "TRIGGER" | "EVENT" => {
                self.bump();
                self.if_exists();
                self.routine_name()
            }
            "DATABASE" | "SCHEMA" => {
                self.bump();
                self.if_exists();
                self.name()
            }
            "SERVER" => {
                self.bump();
                self.if_exists();
                self.name_or_string()
            }
            "SEQUENCE" if self.mariadb => {
                self.bump();
                self.if_exists();
                self.list(Cursor::object)
            }
            "USER" | "ROLE" => {
                self.bump();
                self.if_exists();
                self.list(Cursor::account)
            }
            "PREPARE" => {
                self.bump();
                self.name()
            }
            "TABLESPACE" | "LOGFILE" | "UNDO" | "PACKAGE" | "RESOURCE" | "SPATIAL" | "LIBRARY" => self.balanced(),
            _ => self.refuse(Some("what to drop")),
        }
    }

    pub(super) fn rename(&mut self) -> Outcome {
        self.need("RENAME")?;
        if self.eat("USER") {
            return self.list(|p| {
                p.account()?;
                p.need("TO")?;
                p.account()
            });
        }
        self.need_any(&["TABLE", "TABLES"])?;
        if self.mariadb {
            self.if_exists();
        }
        self.list(|p| {
            p.table_name()?;
            p.wait()?;
            p.need("TO")?;
            p.table_name()
        })
    }

    pub(super) fn truncate(&mut self) -> Outcome {
        self.need("TRUNCATE")?;
        self.eat("TABLE");
        self.table_name()?;
        self.wait()
    }
}

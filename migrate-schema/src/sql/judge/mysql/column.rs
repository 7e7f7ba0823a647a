//! Data types, columns, keys and references.

use super::cursor::{Cursor, Outcome};
use super::words;
use crate::sql::lexer::Kind;

static INTEGERS: &[&str] = &[
    "TINYINT",
    "SMALLINT",
    "MEDIUMINT",
    "INT",
    "INTEGER",
    "BIGINT",
    "INT1",
    "INT2",
    "INT3",
    "INT4",
    "INT8",
    "MIDDLEINT",
];
static DECIMALS: &[&str] = &["REAL", "FLOAT", "FLOAT4", "FLOAT8", "DECIMAL", "DEC", "NUMERIC", "FIXED", "NUMBER"];
static LENGTHS: &[&str] = &["BIT", "BINARY", "BLOB", "TIME", "DATETIME", "TIMESTAMP", "YEAR", "VECTOR", "RAW"];
static PLAIN: &[&str] = &[
    "BOOL",
    "BOOLEAN",
    "SERIAL",
    "DATE",
    "TINYBLOB",
    "MEDIUMBLOB",
    "LONGBLOB",
    "GEOMETRY",
    "POINT",
    "LINESTRING",
    "POLYGON",
    "MULTIPOINT",
    "MULTILINESTRING",
    "MULTIPOLYGON",
    "GEOMETRYCOLLECTION",
    "GEOMCOLLECTION",
    "INET4",
    "INET6",
    "UUID",
    "XMLTYPE",
];
static TEXTS: &[&str] = &["TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "JSON", "CLOB", "CHAR", "CHARACTER"];

impl Cursor<'_> {
    /// `(n)` or nothing.
    fn length(&mut self) -> Outcome {
        if self.eat_kind(Kind::Open) {
            self.number()?;
            self.close()?;
        }
        Ok(())
    }

    /// MySQL reads any of them any number of times, MariaDB a sign and ZEROFILL once, in either order.
    fn sign(&mut self) {
        let signs = &["UNSIGNED", "SIGNED"];
        if self.mariadb {
            let zerofill = self.eat("ZEROFILL");
            self.eat_any(signs);
            if !zerofill {
                self.eat("ZEROFILL");
            }
        } else {
            while self.eat_any(signs) || self.eat("ZEROFILL") {}
        }
    }

    /// `CHARACTER SET x`, `CHARSET x`, or nothing.
    pub(super) fn charset(&mut self) -> Outcome {
        if self.eat("CHARSET") || self.eat_all(&["CHARACTER", "SET"]) || self.eat_all(&["CHAR", "SET"]) {
            self.op("=");
            return if self.eat_any(&["BINARY", "DEFAULT"]) { Ok(()) } else { self.name_or_string() };
        }
        Ok(())
    }

    /// What may follow a type that holds characters.
    fn characters(&mut self) -> Outcome {
        loop {
            if self.eat_any(&["ASCII", "UNICODE", "BINARY", "BYTE"]) {
            } else if self.is("CHARSET") || self.are(&["CHARACTER", "SET"]) || self.are(&["CHAR", "SET"]) {
                self.charset()?;
            } else if self.is("COMPRESSED") {
                self.compressed()?;
            } else {
                return Ok(());
            }
        }
    }

    fn compressed(&mut self) -> Outcome {
        self.need("COMPRESSED")?;
        if self.op("=") {
            self.name()?;
        }
        Ok(())
    }

    pub(super) fn data_type(&mut self) -> Outcome {
        if self.kind() != Some(Kind::Word) {
            return self.refuse(Some("a type"));
        }
        if self.eat_any(INTEGERS) {
            self.length()?;
            self.sign();
        } else if self.eat("DOUBLE") {
            self.eat("PRECISION");
            self.precision()?;
        } else if self.eat_any(DECIMALS) {
            self.precision()?;
        } else if self.eat_any(&["ENUM", "SET"]) {
            self.parens(|p| {
                if p.is("_utf8") || p.text().starts_with('_') {
                    p.bump();
                }
                if p.eat_kind(Kind::Number) { Ok(()) } else { p.string() }
            })?;
            self.characters()?;
        } else if self.eat("NATIONAL") {
            if !self.eat("VARCHAR") {
                self.need_any(&["CHAR", "CHARACTER"])?;
                self.eat("VARYING");
            }
            self.length()?;
            self.eat("BINARY");
        } else if self.eat("NCHAR") {
            if !self.eat("VARCHAR") {
                self.eat("VARYING");
            }
            self.length()?;
            self.eat("BINARY");
        } else if self.eat_any(&["VARCHAR", "VARCHARACTER", "VARBINARY", "NVARCHAR", "VARCHAR2"]) {
            self.varying()?;
        } else if self.is_any(&["CHAR", "CHARACTER"]) && self.is_at(1, "VARYING") {
            self.bump();
            self.bump();
            self.varying()?;
        } else if self.eat_any(TEXTS) {
            self.length()?;
            self.characters()?;
        } else if self.eat("LONG") {
            if self.eat_any(&["CHAR", "CHARACTER"]) {
                self.need("VARYING")?;
            } else {
                self.eat_any(&["VARCHAR", "VARBINARY", "VARCHARACTER"]);
            }
            self.characters()?;
        } else if self.eat_any(LENGTHS) {
            self.length()?;
            // YEAR(4) UNSIGNED is old, and still read.
            self.sign();
            self.characters()?;
        } else if self.eat_any(PLAIN) {
            if self.eat("REF_SYSTEM_ID") {
                self.op("=");
                self.number()?;
            }
        } else {
            return self.refuse(Some("a type"));
        }
        Ok(())
    }

    fn precision(&mut self) -> Outcome {
        if self.eat_kind(Kind::Open) {
            self.number()?;
            if self.eat_kind(Kind::Comma) {
                self.number()?;
            }
            self.close()?;
        }
        self.sign();
        Ok(())
    }

    fn varying(&mut self) -> Outcome {
        if self.is_kind(Kind::Open) {
            self.length()?;
        } else if !self.in_routine {
            // A function's parameter may leave it out, a column may not.
            return self.refuse(Some("a length in parentheses"));
        }
        self.characters()
    }

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
                if !self.eat("BINARY") {
                    self.name_or_string()?;
                }
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
            "COMPRESSED" => self.compressed()?,
            "GENERATED" => {
                self.bump();
                self.need("ALWAYS")?;
                self.generated()?;
            }
            "AS" => self.generated()?,
            "REFERENCES" => self.references()?,
            // In MariaDB only a table's constraint can have a name.
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
            _ if self.mariadb && self.text_at(1) == "=" && !words::is_reserved(&word, true) => {
                self.bump();
                self.bump();
                self.engine_value()?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn generated(&mut self) -> Outcome {
        self.need("AS")?;
        if self.eat("ROW") {
            return self.need_any(&["START", "END"]);
        }
        self.parens(Cursor::expr)?;
        self.eat_any(&["VIRTUAL", "STORED", "PERSISTENT"]);
        Ok(())
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
        self.object()?;
        if self.is_kind(Kind::Open) {
            self.names()?;
        }
        if self.eat("MATCH") {
            self.need_any(&["FULL", "PARTIAL", "SIMPLE"])?;
        }
        while self.is("ON") && (self.is_at(1, "DELETE") || self.is_at(1, "UPDATE")) {
            // ON UPDATE CURRENT_TIMESTAMP belongs to the column.
            if self.is_at(2, "CURRENT_TIMESTAMP") || self.is_at(2, "NOW") {
                break;
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
            } else if self.mariadb && self.is_name() && self.text_at(1) == "=" && !self.is_any(&["ALGORITHM", "LOCK"]) {
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
            self.names()?;
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
        } else if self.are(&["PERIOD", "FOR"]) {
            self.bump();
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

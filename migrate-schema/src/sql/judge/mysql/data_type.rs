//! Data types: their lengths, signs, character sets and collations.

use super::cursor::{Cursor, Outcome};
use crate::sql::lexer::Kind;

/// The schemas of MariaDB in which a type means what it does in one mode of SQL.
static MODES: &[&str] = &["MARIADB_SCHEMA", "ORACLE_SCHEMA", "MAXDB_SCHEMA"];

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
static DECIMALS: &[&str] = &["FLOAT", "FLOAT4", "FLOAT8", "DECIMAL", "DEC", "NUMERIC", "FIXED"];
static LENGTHS: &[&str] = &["BIT", "BINARY", "TIME", "DATETIME", "TIMESTAMP", "VECTOR"];
static PLAIN: &[&str] = &["BOOL", "BOOLEAN", "SERIAL", "DATE"];
static SPECIAL: &[&str] = &[
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
static TEXTS: &[&str] = &["TINYTEXT", "MEDIUMTEXT", "LONGTEXT"];
static BLOBS: &[&str] = &["TINYBLOB", "MEDIUMBLOB", "LONGBLOB"];

impl Cursor<'_> {
    /// `(n)` or nothing.
    pub(super) fn length(&mut self) -> Outcome {
        if self.eat_kind(Kind::Open) {
            self.number()?;
            self.close()?;
        }
        Ok(())
    }

    /// MySQL reads any of them any number of times, MariaDB UNSIGNED and ZEROFILL once, in either order, or SIGNED.
    fn sign(&mut self) {
        if !self.mariadb {
            while self.eat_any(&["UNSIGNED", "SIGNED", "ZEROFILL"]) {}
        } else if self.eat("ZEROFILL") {
            self.eat("UNSIGNED");
        } else if !self.eat("SIGNED") && self.eat("UNSIGNED") {
            self.eat("ZEROFILL");
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

    /// `COLLATE x`, or nothing.
    pub(super) fn collate(&mut self) -> Outcome {
        if self.eat("COLLATE") {
            self.op("=");
            return self.collation();
        }
        Ok(())
    }

    /// The name of a collation.
    pub(super) fn collation(&mut self) -> Outcome {
        if self.eat("BINARY") || self.mariadb && self.eat("DEFAULT") { Ok(()) } else { self.name_or_string() }
    }

    /// What may follow a type that holds characters: a character set and BINARY, each once.
    pub(super) fn characters(&mut self) -> Outcome {
        let (mut charset, mut binary) = (false, false);
        loop {
            let set = self.is("CHARSET") || self.are(&["CHARACTER", "SET"]) || self.are(&["CHAR", "SET"]);
            if !charset && (set || self.is_any(&["ASCII", "UNICODE", "BYTE"])) {
                charset = true;
                if set { self.charset()? } else { self.bump() }
            } else if !binary && self.eat("BINARY") {
                binary = true;
            } else {
                return Ok(());
            }
        }
    }

    /// The same for a type that MariaDB can compress.
    fn compressible(&mut self, characters: bool) -> Outcome {
        let first = self.mariadb && self.is("COMPRESSED");
        if first {
            self.compressed()?;
        }
        if characters {
            self.characters()?;
        }
        if self.mariadb && !first && self.is("COMPRESSED") { self.compressed() } else { Ok(()) }
    }

    fn compressed(&mut self) -> Outcome {
        self.need("COMPRESSED")?;
        if self.op("=") {
            self.name()?;
        }
        Ok(())
    }

    pub(super) fn data_type(&mut self) -> Outcome {
        // MariaDB writes the schema of a type's meaning down where the mode of SQL would change it.
        if self.mariadb
            && self.kind_at(1) == Some(Kind::Dot)
            && MODES.iter().any(|mode| mode.eq_ignore_ascii_case(self.text()))
        {
            self.bump();
            self.bump();
        }
        if self.kind() != Some(Kind::Word) {
            return self.refuse(Some("a type"));
        }
        if self.eat_any(INTEGERS) {
            self.length()?;
            self.sign();
        } else if self.is_any(&["DOUBLE", "REAL"]) {
            if self.is_at(0, "DOUBLE") && self.is_at(1, "PRECISION") {
                self.bump();
            }
            self.bump();
            self.precision(true)?;
        } else if self.eat_any(DECIMALS) {
            self.precision(false)?;
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
        } else if self.is_any(&["VARCHAR", "VARCHARACTER", "VARBINARY", "NVARCHAR"]) {
            let characters = !self.is("VARBINARY");
            self.bump();
            self.varying()?;
            self.compressible(characters)?;
        } else if self.is_any(&["CHAR", "CHARACTER"]) && self.is_at(1, "VARYING") {
            self.bump();
            self.bump();
            self.varying()?;
            self.compressible(true)?;
        } else if self.eat_any(&["CHAR", "CHARACTER"]) {
            self.length()?;
            self.characters()?;
        } else if self.eat("TEXT") {
            self.length()?;
            self.compressible(true)?;
        } else if self.eat("JSON") {
            self.compressible(false)?;
        } else if self.eat("BLOB") {
            self.length()?;
            self.compressible(false)?;
        } else if self.eat_any(TEXTS) {
            self.compressible(true)?;
        } else if self.eat_any(BLOBS) {
            self.compressible(false)?;
        } else if self.eat("LONG") {
            if self.eat_any(&["CHAR", "CHARACTER"]) {
                self.need("VARYING")?;
            } else {
                self.eat_any(&["VARCHAR", "VARBINARY", "VARCHARACTER"]);
            }
            self.characters()?;
        } else if self.eat("YEAR") {
            // YEAR(4) UNSIGNED is old, and still read.
            self.length()?;
            self.sign();
        } else if self.eat_any(LENGTHS) {
            self.length()?;
        } else if self.eat_any(PLAIN) {
        } else if self.eat_any(SPECIAL) {
            if self.mariadb && self.eat_kind(Kind::Open) {
                self.list(Cursor::number)?;
                self.close()?;
            }
            if self.eat("REF_SYSTEM_ID") {
                self.op("=");
                self.number()?;
            }
        } else {
            return self.refuse(Some("a type"));
        }
        Ok(())
    }

    /// `(digits, decimals)` or nothing.
    fn precision(&mut self, both: bool) -> Outcome {
        if self.eat_kind(Kind::Open) {
            self.number()?;
            if self.eat_kind(Kind::Comma) {
                self.number()?;
            } else if both {
                return self.refuse(Some("`,` and the number of decimals"));
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
        Ok(())
    }
}

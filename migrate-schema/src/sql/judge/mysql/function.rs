//! Calls of functions: the arguments that have a grammar of their own, and windows.

use super::cursor::{Cursor, Outcome};
use crate::sql::lexer::Kind;

/// Functions that are part of the grammar, with how many arguments they take.
static COUNTED: &[(&str, usize, usize)] = &[
    ("ASCII", 1, 1),
    ("AVG", 1, 1),
    ("BIT_AND", 1, 1),
    ("BIT_OR", 1, 1),
    ("BIT_XOR", 1, 1),
    ("CHARSET", 1, 1),
    ("COALESCE", 1, 999),
    ("COLLATION", 1, 1),
    ("DATABASE", 0, 0),
    ("DATE", 1, 1),
    ("DAY", 1, 1),
    ("HOUR", 1, 1),
    ("IF", 3, 3),
    ("INSERT", 4, 4),
    ("INTERVAL", 2, 999),
    ("JSON_OBJECTAGG", 2, 2),
    ("LEFT", 2, 2),
    ("MAX", 1, 1),
    ("MICROSECOND", 1, 1),
    ("MIN", 1, 1),
    ("MINUTE", 1, 1),
    ("MOD", 2, 2),
    ("MONTH", 1, 1),
    ("PASSWORD", 1, 1),
    ("QUARTER", 1, 1),
    ("REPEAT", 2, 2),
    ("REPLACE", 3, 3),
    ("RIGHT", 2, 2),
    ("ROW_COUNT", 0, 0),
    ("SCHEMA", 0, 0),
    ("SECOND", 1, 1),
    ("STD", 1, 1),
    ("STDDEV", 1, 1),
    ("STDDEV_POP", 1, 1),
    ("STDDEV_SAMP", 1, 1),
    ("SUM", 1, 1),
    ("TIME", 1, 1),
    ("TIMESTAMP", 1, 2),
    ("TRUNCATE", 2, 2),
    ("USER", 0, 0),
    ("VARIANCE", 1, 1),
    ("VAR_POP", 1, 1),
    ("VAR_SAMP", 1, 1),
    ("WEEK", 1, 2),
    ("YEAR", 1, 1),
];

/// Functions that count different values only, if asked to.
static DISTINCT: &[&str] = &[
    "AVG",
    "GROUP_CONCAT",
    "JSON_ARRAYAGG",
    "JSON_OBJECTAGG",
    "MAX",
    "MIN",
    "STD",
    "STDDEV",
    "STDDEV_POP",
    "STDDEV_SAMP",
    "SUM",
    "VARIANCE",
    "VAR_POP",
    "VAR_SAMP",
];

/// Functions that mean nothing without `OVER`.
static WINDOW: &[&str] = &[
    "CUME_DIST",
    "DENSE_RANK",
    "FIRST_VALUE",
    "LAG",
    "LEAD",
    "NTH_VALUE",
    "NTILE",
    "PERCENT_RANK",
    "RANK",
    "ROW_NUMBER",
];

/// Whether `OVER` must follow the call of a function.
pub(super) fn needs_window(function: &str, mariadb: bool) -> bool {
    WINDOW.contains(&function) || function == "LAST_VALUE" && !mariadb
}

/// Types that a value can be turned into, beside the numbers.
static CAST_MYSQL: &[&str] = &[
    "DATE",
    "JSON",
    "POINT",
    "LINESTRING",
    "POLYGON",
    "MULTIPOINT",
    "MULTILINESTRING",
    "MULTIPOLYGON",
    "GEOMETRYCOLLECTION",
    "GEOMCOLLECTION",
    "YEAR",
];
static CAST_MARIADB: &[&str] = &["DATE", "INET4", "INET6", "UUID", "XMLTYPE"];

impl Cursor<'_> {
    /// The arguments of a function, from `(` to `)`.
    pub(super) fn arguments(&mut self, function: &str) -> Outcome {
        self.open()?;
        match function {
            "COUNT" => {
                if self.op("*") {
                    return self.close();
                }
                if self.eat("DISTINCT") {
                    self.list(Cursor::expr)?;
                } else {
                    self.eat("ALL");
                    self.expr()?;
                }
                return self.close();
            }
            "COLUMN_ADD" | "COLUMN_CREATE" | "COLUMN_GET" if self.mariadb => {
                self.list(|p| {
                    p.expr()?;
                    if p.eat("AS") { p.cast_type() } else { Ok(()) }
                })?;
                return self.close();
            }
            "WEIGHT_STRING" => {
                self.list(Cursor::expr)?;
                if self.eat("AS") {
                    self.need_any(&["CHAR", "BINARY"])?;
                    self.parens(Cursor::number)?;
                }
                if self.eat("LEVEL") {
                    self.list(|p| {
                        p.number()?;
                        if p.op("-") {
                            return p.number();
                        }
                        p.eat_any(&["ASC", "DESC"]);
                        p.eat("REVERSE");
                        Ok(())
                    })?;
                }
                return self.close();
            }
            "TRIM" => {
                if self.eat_any(&["BOTH", "LEADING", "TRAILING"]) {
                    if !self.is("FROM") {
                        self.expr()?;
                    }
                    self.need("FROM")?;
                    self.expr()?;
                } else {
                    self.expr()?;
                    if self.eat("FROM") {
                        self.expr()?;
                    }
                }
                return self.close();
            }
            "SUBSTRING" | "SUBSTR" | "MID" => {
                self.expr()?;
                if self.eat("FROM") {
                    self.expr()?;
                    if self.eat("FOR") {
                        self.expr()?;
                    }
                    return self.close();
                }
                if !self.eat_kind(Kind::Comma) {
                    return self.refuse(Some("`,`"));
                }
                self.expr()?;
                if self.eat_kind(Kind::Comma) {
                    self.expr()?;
                }
                return self.close();
            }
            "POSITION" => {
                self.bits()?;
                self.need("IN")?;
                self.expr()?;
                return self.close();
            }
            "EXTRACT" => {
                self.unit()?;
                self.need("FROM")?;
                self.expr()?;
                return self.close();
            }
            "TIMESTAMPADD" | "TIMESTAMPDIFF" => {
                self.unit()?;
                for _ in 0..2 {
                    if !self.eat_kind(Kind::Comma) {
                        return self.refuse(Some("`,`"));
                    }
                    self.expr()?;
                }
                return self.close();
            }
            "GET_FORMAT" => {
                self.need_any(&["DATE", "TIME", "DATETIME", "TIMESTAMP"])?;
                if !self.eat_kind(Kind::Comma) {
                    return self.refuse(Some("`,`"));
                }
                self.expr()?;
                return self.close();
            }
            "VALUES" => {
                self.object()?;
                return self.close();
            }
            "DATE_ADD" | "DATE_SUB" | "ADDDATE" | "SUBDATE" => {
                self.expr()?;
                if !self.eat_kind(Kind::Comma) {
                    return self.refuse(Some("`,`"));
                }
                if self.is("INTERVAL") && !self.is_interval_function() || function.starts_with("DATE") {
                    self.interval()?;
                } else {
                    self.expr()?;
                }
                return self.close();
            }
            "CURDATE" => return self.close(),
            "NOW" | "SYSDATE" | "CURTIME" => {
                self.eat_kind(Kind::Number);
                return self.close();
            }
            _ => (),
        }
        let mut count = 0;
        if !self.is_kind(Kind::Close) {
            if DISTINCT.contains(&function) {
                self.eat_any(&["DISTINCT", "ALL"]);
            } else if function.starts_with("BIT_") {
                self.eat("ALL");
            }
            loop {
                self.expr()?;
                count += 1;
                // A loadable function's arguments have names.
                if self.eat("AS") {
                    self.alias_name()?;
                }
                if !self.eat_kind(Kind::Comma) {
                    break;
                }
            }
            self.call_clauses(function)?;
        }
        if let Ok(found) = COUNTED.binary_search_by_key(&function, |(name, _, _)| name)
            && !(COUNTED[found].1..=COUNTED[found].2).contains(&count)
        {
            return self.refuse(Some(if count < COUNTED[found].1 { "one more argument" } else { "fewer arguments" }));
        }
        self.close()
    }

    /// What some functions have after their arguments.
    fn call_clauses(&mut self, function: &str) -> Outcome {
        match function {
            "GROUP_CONCAT" | "JSON_ARRAYAGG" => {
                if self.eat_all(&["ORDER", "BY"]) {
                    self.list(Cursor::order_item)?;
                }
                if self.eat("SEPARATOR") {
                    self.string()?;
                }
                if self.mariadb && self.is("LIMIT") { self.limit() } else { Ok(()) }
            }
            "CHAR" if self.eat("USING") => {
                if self.eat("BINARY") {
                    Ok(())
                } else {
                    self.name_or_string()
                }
            }
            "JSON_VALUE" if !self.mariadb => {
                if self.eat("RETURNING") {
                    self.cast_type()?;
                }
                while self.is_any(&["NULL", "ERROR", "DEFAULT"]) {
                    if self.eat("DEFAULT") {
                        self.operand()?;
                    } else {
                        self.bump();
                    }
                    self.need("ON")?;
                    self.need_any(&["EMPTY", "ERROR"])?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// What CAST can turn a value into: fewer types than a column has.
    pub(super) fn cast_type(&mut self) -> Outcome {
        let length = |p: &mut Self| if p.is_kind(Kind::Open) { p.parens(Cursor::number) } else { Ok(()) };
        if self.eat_any(&["SIGNED", "UNSIGNED"]) || self.mariadb && self.is_any(&["INT", "INTEGER"]) {
            self.eat_any(&["INTEGER", "INT"]);
        } else if self.eat_any(&["BINARY", "TIME", "DATETIME", "NCHAR", "DECIMAL", "DEC", "FLOAT", "DOUBLE"]) {
            if !self.mariadb {
                self.eat("PRECISION");
            }
            length(self)?;
        } else if self.mariadb && self.eat("VARCHAR") {
            self.parens(Cursor::number)?;
            self.characters()?;
        } else if self.eat_any(&["CHAR", "CHARACTER"]) {
            length(self)?;
            self.characters()?;
            if self.mariadb {
                self.collate()?;
            }
        } else if self.mariadb && self.eat("INTERVAL") {
            self.unit()?;
            length(self)?;
        } else if self.eat_any(if self.mariadb { CAST_MARIADB } else { CAST_MYSQL }) {
        } else if !self.mariadb && self.eat("NATIONAL") {
            self.need("CHAR")?;
            length(self)?;
        } else if self.mariadb || !self.eat("REAL") {
            return self.refuse(Some("a type that CAST knows"));
        }
        if !self.mariadb {
            self.eat("ARRAY");
        }
        Ok(())
    }

    /// `OVER …` after a function.
    pub(super) fn window(&mut self) -> Outcome {
        if self.eat("WITHIN") {
            self.need("GROUP")?;
            self.open()?;
            self.order_by()?;
            self.close()?;
        }
        // Only NTH_VALUE has it; otherwise FROM belongs to the query.
        let nulls = ["RESPECT", "IGNORE"];
        let first = self.are(&["FROM", "FIRST"]) || self.are(&["FROM", "LAST"]);
        if first && (self.is_at(2, "OVER") || self.is_at(3, "NULLS") && nulls.iter().any(|word| self.is_at(2, word))) {
            self.reset(self.mark() + 2);
        }
        if self.is_any(&nulls) && self.is_at(1, "NULLS") {
            self.reset(self.mark() + 2);
        }
        if !(self.is("OVER") && (self.kind_at(1) == Some(Kind::Open) || self.kind_at(1) == Some(Kind::Word))) {
            return Ok(());
        }
        self.bump();
        if !self.is_kind(Kind::Open) {
            return self.name();
        }
        self.window_spec()
    }

    /// `( [name] PARTITION BY … ORDER BY … frame )`
    pub(super) fn window_spec(&mut self) -> Outcome {
        self.open()?;
        if !self.is_any(&["PARTITION", "ORDER", "ROWS", "RANGE", "GROUPS"]) && !self.is_kind(Kind::Close) {
            self.name()?;
        }
        if self.eat_all(&["PARTITION", "BY"]) {
            self.list(Cursor::expr)?;
        }
        if self.is("ORDER") {
            self.order_by()?;
        }
        if self.eat_any(&["ROWS", "RANGE", "GROUPS"]) {
            if self.eat("BETWEEN") {
                self.frame_bound()?;
                self.need("AND")?;
            }
            self.frame_bound()?;
            if self.eat("EXCLUDE") {
                while self.eat_any(&["CURRENT", "ROW", "GROUP", "TIES", "NO", "OTHERS"]) {}
            }
        }
        self.close()
    }

    fn frame_bound(&mut self) -> Outcome {
        if self.eat_all(&["CURRENT", "ROW"]) {
            return Ok(());
        }
        if self.is("INTERVAL") && !self.is_interval_function() {
            self.interval()?;
        } else if !self.eat("UNBOUNDED") {
            self.bits()?;
        }
        self.need_any(&["PRECEDING", "FOLLOWING"])
    }
}

//! What squawk 2.68 accepts and PostgreSQL's grammar refuses, told from the tokens alone: mostly words that squawk takes as
//! they come, where the server knows a few.

use super::super::Wrong;
use super::written::Written;
use crate::sql::lexer::{Kind, Token};

/// The options of a role that stand alone.
const OF_ROLES: [&str; 14] = [
    "SUPERUSER",
    "NOSUPERUSER",
    "CREATEDB",
    "NOCREATEDB",
    "CREATEROLE",
    "NOCREATEROLE",
    "INHERIT",
    "NOINHERIT",
    "LOGIN",
    "NOLOGIN",
    "REPLICATION",
    "NOREPLICATION",
    "BYPASSRLS",
    "NOBYPASSRLS",
];

struct Late<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

/// The first error in a statement, if it is of those.
pub(super) fn check(written: &Written<'_>) -> Option<Wrong> {
    let late = Late { text: &written.text, tokens: &written.tokens };
    let starts = |word: &str, then: &[&str]| late.is(0, word) && (then.is_empty() || late.is_any(1, then));
    if late.tokens.len() < 2 {
        return None;
    }
    match () {
        () if starts("CREATE", &["ROLE", "USER"]) || starts("ALTER", &["ROLE", "USER"]) => late.role(),
        () if starts("CREATE", &["EVENT"]) => late.event_trigger(),
        () if starts("CREATE", &["PUBLICATION"]) => late.publication(),
        () if starts("CREATE", &["POLICY"]) => late.policy(),
        () if starts("CREATE", &["STATISTICS"]) => late.statistics(),
        () if starts("CREATE", &["INDEX", "UNIQUE"]) => late.index(),
        () if starts("ALTER", &["FOREIGN"]) => late.foreign_table(),
        () if starts("MERGE", &[]) => late.merge(),
        () if starts("COPY", &[]) => late.copy(),
        () if starts("CREATE", &["TABLE", "UNLOGGED", "FOREIGN"]) || starts("ALTER", &["TABLE"]) => {
            written.has_any(&["GENERATED", "REFERENCES", "CONSTRAINT"]).then(|| late.table()).flatten()
        }
        () if written.has_any(&["TIES"]) => late.ties(),
        () => None,
    }
}

impl Late<'_> {
    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(self.text, word))
    }

    fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    fn are(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.is(at + offset, word))
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn find(&self, words: &[&str]) -> Option<usize> {
        (0..self.tokens.len()).find(|at| self.are(*at, words))
    }

    fn wrong(&self, at: usize, expected: &str) -> Option<Wrong> {
        let at = self.tokens.get(at).map_or(self.text.len(), |token| token.start as usize);
        Some(Wrong { at, expected: (!expected.is_empty()).then(|| expected.to_owned()) })
    }

    /// Where the bracket that opens at `open` closes.
    fn close(&self, open: usize) -> usize {
        let mut depth = 0_u32;
        for (at, token) in self.tokens.iter().enumerate().skip(open) {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                _ => (),
            }
            if depth == 0 {
                return at;
            }
        }
        self.tokens.len()
    }

    /// `CREATE ROLE r LOGIN PASSWORD 'x' IN ROLE a, b`
    fn role(&self) -> Option<Wrong> {
        let altered = self.is(0, "ALTER");
        if self.is(2, "MAPPING") {
            return None;
        }
        let mut at = 3;
        if altered && (self.is_any(at, &["IN", "RENAME", "RESET", "SET"]) || self.is(2, "ALL")) {
            return None;
        }
        at += usize::from(self.is(at, "WITH"));
        while at < self.tokens.len() && self.kind(at) != Some(Kind::Semi) {
            let from = at;
            at += usize::from(self.is_any(at, &["ENCRYPTED", "UNENCRYPTED"]) && self.is(at + 1, "PASSWORD"));
            at += match () {
                () if self.is_any(at, &OF_ROLES) => 1,
                () if self.is(at, "CONNECTION") && self.is(at + 1, "LIMIT") => {
                    3 + usize::from(self.kind(at + 2) == Some(Kind::Op))
                }
                () if self.are(at, &["VALID", "UNTIL"]) => 3,
                () if self.is_any(at, &["PASSWORD", "SYSID"]) => 2,
                () if self.are(at, &["IN", "ROLE"]) || self.are(at, &["IN", "GROUP"]) => self.names(at + 2) - at,
                () if self.is_any(at, &["ADMIN", "GROUP", "ROLE", "USER"]) => self.names(at + 1) - at,
                // A variable of a tool's may stand anywhere.
                () if self.kind(at) != Some(Kind::Word) => return None,
                () => return self.wrong(from, "an option of roles: `LOGIN`, `PASSWORD '…'`, `IN ROLE …` or another"),
            };
        }
        None
    }

    /// Behind a list of names.
    fn names(&self, mut at: usize) -> usize {
        while self.kind(at + 1) == Some(Kind::Comma) {
            at += 2;
        }
        at + 1
    }

    fn event_trigger(&self) -> Option<Wrong> {
        let at = self.find(&["EXECUTE"])?;
        let open = (at..self.tokens.len()).find(|at| self.kind(*at) == Some(Kind::Open))?;
        if self.kind(open + 1) == Some(Kind::Close) { None } else { self.wrong(open + 1, "`)`") }
    }

    fn publication(&self) -> Option<Wrong> {
        if self.is(3, "FOR") && !self.is_any(4, &["ALL", "TABLE", "TABLES"]) {
            return self.wrong(4, "`TABLE`, `TABLES IN SCHEMA` or `ALL TABLES`");
        }
        let schemas = self.find(&["TABLES", "IN", "SCHEMA"])?;
        let end = self.names(schemas + 3);
        if self.is(end, "WHERE") { self.wrong(end, "") } else { None }
    }

    fn policy(&self) -> Option<Wrong> {
        let at = (3..self.tokens.len()).find(|at| self.is(*at, "AS") || self.kind(*at) == Some(Kind::Open))?;
        let known = self.kind(at) == Some(Kind::Open) || self.is_any(at + 1, &["PERMISSIVE", "RESTRICTIVE"]);
        if known { None } else { self.wrong(at + 1, "`PERMISSIVE` or `RESTRICTIVE`") }
    }

    /// `CREATE STATISTICS s ON a, b FROM t`
    fn statistics(&self) -> Option<Wrong> {
        let from = self.find(&["FROM"])?;
        let Some(on) = self.find(&["ON"]).filter(|on| *on < from) else { return self.wrong(from, "`ON`") };
        // In brackets stands one expression.
        let open = (on + 1 < from && self.kind(on + 1) == Some(Kind::Open)).then_some(on + 1)?;
        let close = self.close(open);
        let mut depth = 0_u32;
        for at in open..close.min(self.tokens.len()) {
            match self.kind(at) {
                Some(Kind::Open) => depth += 1,
                Some(Kind::Close) => depth -= 1,
                Some(Kind::Comma) if depth == 1 => return self.wrong(at, "`)`"),
                _ => (),
            }
        }
        None
    }

    /// An expression of an index stands in brackets, if it is no call.
    fn index(&self) -> Option<Wrong> {
        let on = self.find(&["ON"])?;
        let open = (on..self.tokens.len()).find(|at| self.kind(*at) == Some(Kind::Open))?;
        let mut depth = 0_u32;
        for at in open..self.tokens.len() {
            match self.kind(at) {
                Some(Kind::Open) => depth += 1,
                Some(Kind::Close) => depth = depth.saturating_sub(1),
                _ => (),
            }
            if depth == 0 {
                break;
            }
            let begins = matches!(self.kind(at), Some(Kind::Open | Kind::Comma)) && depth == 1;
            if begins && self.kind(at + 1) == Some(Kind::Op) {
                return self.wrong(at + 1, "a column, or an expression in brackets of its own");
            }
        }
        None
    }

    fn foreign_table(&self) -> Option<Wrong> {
        let mut at = 3;
        if !self.is(2, "TABLE") {
            return None;
        }
        at += 2 * usize::from(self.are(at, &["IF", "EXISTS"]));
        at += usize::from(self.is(at, "ONLY"));
        while self.kind(at + 1) == Some(Kind::Dot) {
            at += 2;
        }
        let ends = |at: usize| matches!(self.kind(at), None | Some(Kind::Semi));
        if self.kind(at).is_some() && ends(at + 1) { self.wrong(at + 1, "what to change") } else { None }
    }

    fn merge(&self) -> Option<Wrong> {
        let mut depth = 0_i32;
        let mut missing = None;
        for at in 0..self.tokens.len() {
            depth += i32::from(self.kind(at) == Some(Kind::Open)) - i32::from(self.kind(at) == Some(Kind::Close));
            if depth > 0 {
                continue;
            }
            if self.are(at, &["WHEN", "MATCHED"]) {
                missing = Some(false);
            } else if self.are(at, &["WHEN", "NOT", "MATCHED"]) {
                missing = Some(!self.are(at + 3, &["BY", "SOURCE"]));
            } else if self.is(at, "THEN") {
                match missing.take() {
                    Some(true) if self.is_any(at + 1, &["DELETE", "UPDATE"]) => {
                        return self.wrong(at + 1, "`INSERT` or `DO NOTHING`");
                    }
                    Some(false) if self.is(at + 1, "INSERT") => {
                        return self.wrong(at + 1, "`UPDATE`, `DELETE` or `DO NOTHING`");
                    }
                    _ => (),
                }
            } else if self.is(at, "VALUES") && self.kind(at + 1) == Some(Kind::Open) {
                let close = self.close(at + 1);
                if self.kind(close + 1) == Some(Kind::Comma) {
                    return self.wrong(close + 1, "");
                }
            }
        }
        None
    }

    fn copy(&self) -> Option<Wrong> {
        let mut at = 1;
        // What is copied may be a query.
        if self.kind(at) == Some(Kind::Open) {
            at = self.close(at);
        }
        let to = (at..self.tokens.len()).find(|at| self.is_any(*at, &["FROM", "TO"]))?;
        let place = (to..self.tokens.len()).find(|at| self.is(*at, "WHERE"))?;
        if self.is(to, "TO") { self.wrong(place, "") } else { None }
    }

    fn table(&self) -> Option<Wrong> {
        for at in 0..self.tokens.len() {
            if self.are(at, &["GENERATED", "BY", "DEFAULT", "AS"]) && self.kind(at + 4) == Some(Kind::Open) {
                return self.wrong(at + 1, "`ALWAYS`");
            }
            let emptied = self.are(at, &["ON", "UPDATE", "SET"]) && self.is_any(at + 3, &["DEFAULT", "NULL"]);
            if emptied && self.kind(at + 4) == Some(Kind::Open) {
                return self.wrong(at + 4, "nothing: columns are named for `ON DELETE` only");
            }
            if self.are(at, &["NOT", "DEFERRABLE", "INITIALLY", "DEFERRED"]) {
                return self.wrong(at + 3, "`IMMEDIATE`");
            }
            if self.are(at, &["ALTER", "CONSTRAINT"]) && self.are(at + 3, &["NOT", "VALID"]) {
                return self.wrong(at + 4, "`DEFERRABLE`");
            }
        }
        None
    }

    /// `FETCH FIRST n ROWS WITH TIES` needs an order.
    fn ties(&self) -> Option<Wrong> {
        // A query before others may be called `ties`.
        let behind_rows = |at: &usize| self.are(*at, &["WITH", "TIES"]) && self.is_any(at - 1, &["ROW", "ROWS"]);
        let ties = (1..self.tokens.len()).find(behind_rows)?;
        let mut depth = 0_i32;
        for at in (0..ties).rev() {
            match self.kind(at) {
                Some(Kind::Close) => depth += 1,
                Some(Kind::Open) => depth -= 1,
                _ => (),
            }
            if depth < 0 {
                break;
            }
            if depth == 0 && self.are(at, &["ORDER", "BY"]) {
                let locked = (ties..self.tokens.len()).find(|at| self.are(*at, &["SKIP", "LOCKED"]));
                return locked.and_then(|at| self.wrong(at, "`NOWAIT` or nothing: ties are not skipped"));
            }
        }
        self.wrong(ties, "`ONLY`, or an `ORDER BY` before")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_server_knows_is_right_and_what_it_does_not_is_found() {
        for right in [
            "CREATE ROLE a WITH LOGIN ENCRYPTED PASSWORD 'x' CONNECTION LIMIT -1 VALID UNTIL 'infinity' IN ROLE b, c ADMIN d",
            "CREATE USER a",
            "ALTER ROLE a SET work_mem TO '1MB'",
            "ALTER ROLE ALL IN DATABASE d SET a = 'b'",
            "ALTER USER a NOLOGIN PASSWORD NULL;",
            "CREATE USER MAPPING FOR a SERVER s",
            "CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION f()",
            "CREATE PUBLICATION p FOR TABLES IN SCHEMA a, b",
            "CREATE PUBLICATION p",
            "CREATE POLICY p ON t AS RESTRICTIVE FOR SELECT USING (a AS b)",
            "CREATE POLICY p ON t USING (CAST(a AS int) = 1)",
            "CREATE STATISTICS s (ndistinct) ON (a + 1), f(b, c) FROM t",
            "CREATE INDEX i ON t ((-a), lower(b)) WHERE c = -1",
            "CREATE INDEX ON t USING gist (a) WITH (fillfactor = 10)",
            "MERGE INTO t USING s ON a = b WHEN MATCHED AND c THEN UPDATE SET d = 1 WHEN NOT MATCHED BY SOURCE THEN DELETE \
             WHEN NOT MATCHED THEN INSERT VALUES (1, 2)",
            "COPY (SELECT a FROM t WHERE b) TO '/tmp/x'",
            "COPY t FROM '/tmp/x' WHERE a > 1",
            "CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY (START 1), b int GENERATED ALWAYS AS (a) STORED)",
            "CREATE TABLE t (a int REFERENCES u ON DELETE SET NULL (a) ON UPDATE SET NULL)",
            "ALTER TABLE t ALTER CONSTRAINT c NOT DEFERRABLE INITIALLY IMMEDIATE",
            "SELECT a FROM t ORDER BY a FETCH FIRST 2 ROWS WITH TIES",
            "WITH ties AS (SELECT 1) SELECT * FROM ties",
            "ALTER FOREIGN TABLE IF EXISTS s.t ADD COLUMN a int",
        ] {
            assert_eq!(check(&Written::new(right)), None, "{right}");
        }
        for (wrong, at) in [
            ("CREATE ROLE a LOGINN", "LOGINN"),
            ("ALTER ROLE a CREATEBD", "CREATEBD"),
            ("CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION f('x')", "'x'"),
            ("CREATE PUBLICATION p FOR t", "t"),
            ("CREATE PUBLICATION p FOR TABLES IN SCHEMA a WHERE (b)", "WHERE"),
            ("CREATE POLICY p ON t AS STRICT USING (a)", "STRICT"),
            ("CREATE STATISTICS s FROM t", "FROM"),
            ("CREATE STATISTICS s ON (a, b) FROM t", ", b"),
            ("CREATE INDEX i ON t (-a)", "-a"),
            ("MERGE INTO t USING s ON a WHEN MATCHED THEN INSERT DEFAULT VALUES", "INSERT"),
            ("MERGE INTO t USING s ON a WHEN NOT MATCHED THEN DELETE", "DELETE"),
            ("MERGE INTO t USING s ON a WHEN NOT MATCHED THEN INSERT VALUES (1), (2)", ", (2"),
            ("COPY t TO '/tmp/x' WHERE a", "WHERE"),
            ("CREATE TABLE t (a int GENERATED BY DEFAULT AS (1) STORED)", "BY"),
            ("CREATE TABLE t (a int REFERENCES u ON UPDATE SET NULL (a))", "(a))"),
            ("ALTER TABLE t ALTER CONSTRAINT c NOT DEFERRABLE INITIALLY DEFERRED", "DEFERRED"),
            ("SELECT a FROM t FETCH FIRST 2 ROWS WITH TIES", "WITH TIES"),
            ("ALTER FOREIGN TABLE t", ""),
        ] {
            let found = check(&Written::new(wrong)).map(|found| found.at);
            let expected = if at.is_empty() { wrong.len() } else { wrong.rfind(at).unwrap_or(0) };
            assert_eq!(found, Some(expected), "{wrong}");
        }
        for open in ["CREATE ROLE", "CREATE STATISTICS s ON (a FROM t", "COPY (", "MERGE INTO t WHEN", "ALTER FOREIGN"]
        {
            let _ = check(&Written::new(open));
        }
    }
}

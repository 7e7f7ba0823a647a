//! SET, transactions, prepared statements, and the server's administration.

use super::cursor::{Cursor, Outcome};
use crate::sql::lexer::Kind;

/// What can be flushed, by its first word.
static FLUSHED: &[&str] = &[
    "BINARY",
    "CLIENT_STATISTICS",
    "DES_KEY_FILE",
    "ENGINE",
    "ERROR",
    "GENERAL",
    "HOSTS",
    "INDEX_STATISTICS",
    "LOGS",
    "MASTER",
    "OPTIMIZER_COSTS",
    "PRIVILEGES",
    "QUERY",
    "QUERY_RESPONSE_TIME",
    "RELAY",
    "SLAVE",
    "SLOW",
    "SSL",
    "STATUS",
    "TABLE",
    "TABLES",
    "TABLE_STATISTICS",
    "THREADS",
    "THREAD_POOL_STATS",
    "THREAD_POOL_WAITS",
    "USER_RESOURCES",
    "USER_STATISTICS",
    "USER_VARIABLES",
];

impl Cursor<'_> {
    pub(super) fn set(&mut self) -> Outcome {
        self.need("SET")?;
        if self.mariadb && self.eat("STATEMENT") {
            self.list(|p| {
                p.object()?;
                p.equals()?;
                p.setting_value()
            })?;
            self.need("FOR")?;
            return self.statement();
        }
        let scope = usize::from(self.is_any(&["GLOBAL", "SESSION", "LOCAL"]));
        if self.is_at(scope, "TRANSACTION") {
            self.reset(self.mark() + scope + 1);
            return self.list(|p| {
                if p.eat("READ") {
                    return p.need_any(&["WRITE", "ONLY"]);
                }
                p.need("ISOLATION")?;
                p.need("LEVEL")?;
                if p.eat("REPEATABLE") {
                    p.need("READ")
                } else if p.eat("READ") {
                    p.need_any(&["COMMITTED", "UNCOMMITTED"])
                } else {
                    p.need("SERIALIZABLE")
                }
            });
        }
        if self.is("ROLE") || self.are(&["DEFAULT", "ROLE"]) || self.are(&["RESOURCE", "GROUP"]) {
            self.bump();
            return self.balanced();
        }
        self.list(Cursor::setting)
    }

    fn setting(&mut self) -> Outcome {
        if self.eat("NAMES") {
            if self.eat("DEFAULT") {
                return if self.mariadb { self.collate() } else { Ok(()) };
            }
            if !self.eat("BINARY") {
                self.name_or_string()?;
            }
            return self.collate();
        }
        if self.eat("CHARSET") || self.eat_all(&["CHARACTER", "SET"]) || self.eat_all(&["CHAR", "SET"]) {
            return if self.eat_any(&["DEFAULT", "BINARY"]) { Ok(()) } else { self.name_or_string() };
        }
        if self.is("PASSWORD") && (self.text_at(1) == "=" || self.is_at(1, "FOR")) {
            return self.balanced();
        }
        let user = self.is_op("@");
        if self.is_any(&["GLOBAL", "SESSION", "LOCAL", "PERSIST", "PERSIST_ONLY"]) && self.kind_at(1) != Some(Kind::Op)
        {
            self.bump();
            self.object()?;
        } else if self.is_kind(Kind::Op) {
            self.variable()?;
        } else {
            self.object()?;
        }
        if !self.op("=") && !self.op(":=") {
            return self.refuse(Some("`=`"));
        }
        if user { self.expr() } else { self.setting_value() }
    }

    fn setting_value(&mut self) -> Outcome {
        if self.is_any(&["ON", "ALL", "BINARY", "DEFAULT", "ROW", "SYSTEM"]) && self.kind_at(1) != Some(Kind::Open) {
            self.bump();
            return Ok(());
        }
        self.expr()
    }

    /// All statements without a file of their own; the first word is given in upper case.
    pub(super) fn administration(&mut self, word: &str) -> Outcome {
        match word {
            "LOAD" => self.load(),
            "START" => {
                self.bump();
                if self.is_any(&["SLAVE", "REPLICA", "GROUP_REPLICATION", "ALL"]) {
                    return self.balanced();
                }
                self.need("TRANSACTION")?;
                if self.is("WITH") || self.is("READ") {
                    self.list(|p| {
                        if p.eat_all(&["WITH", "CONSISTENT", "SNAPSHOT"]) {
                            return Ok(());
                        }
                        p.need("READ")?;
                        p.need_any(&["WRITE", "ONLY"])
                    })?;
                }
                Ok(())
            }
            "COMMIT" | "ROLLBACK" => {
                self.bump();
                self.eat("WORK");
                if word == "ROLLBACK" && self.eat("TO") {
                    self.eat("SAVEPOINT");
                    return self.name();
                }
                let mut chain = false;
                if self.eat("AND") {
                    chain = !self.eat("NO");
                    self.need("CHAIN")?;
                }
                if self.eat("NO") {
                    return self.need("RELEASE");
                }
                if !chain {
                    self.eat("RELEASE");
                }
                Ok(())
            }
            "SAVEPOINT" => {
                self.bump();
                self.name()
            }
            "RELEASE" => {
                self.bump();
                self.need("SAVEPOINT")?;
                self.name()
            }
            "LOCK" | "UNLOCK" => self.lock(),
            "PREPARE" => {
                self.bump();
                self.name()?;
                self.need("FROM")?;
                self.expr()
            }
            "EXECUTE" => {
                self.bump();
                if self.mariadb && self.eat("IMMEDIATE") {
                    self.expr()?;
                } else {
                    self.name()?;
                }
                if self.eat("USING") {
                    return self.list(Cursor::value_or_default);
                }
                Ok(())
            }
            "DEALLOCATE" => {
                self.bump();
                self.need("PREPARE")?;
                self.name()
            }
            "CALL" => {
                self.bump();
                self.object()?;
                if self.is_kind(Kind::Open) { self.row() } else { Ok(()) }
            }
            "DO" => {
                self.bump();
                self.list(Cursor::select_item)
            }
            "USE" => {
                self.bump();
                self.name()
            }
            "EXPLAIN" | "DESCRIBE" | "DESC" | "ANALYZE" | "OPTIMIZE" | "CHECK" | "CHECKSUM" | "REPAIR" => {
                self.maintenance(word)
            }
            "SIGNAL" | "RESIGNAL" => self.signal(),
            "GET" => {
                self.bump();
                self.eat_any(&["CURRENT", "STACKED"]);
                self.need("DIAGNOSTICS")?;
                self.balanced()
            }
            "FLUSH" => {
                self.bump();
                self.eat_any(&["LOCAL", "NO_WRITE_TO_BINLOG"]);
                self.need_any(FLUSHED)?;
                self.balanced()
            }
            "HANDLER" | "KILL" | "RESET" | "PURGE" | "SHOW" | "HELP" | "CHANGE" | "STOP" | "INSTALL" | "UNINSTALL"
            | "BINLOG" | "CACHE" | "CLONE" | "IMPORT" | "RESTART" | "SHUTDOWN" | "XA" | "BACKUP" => {
                self.bump();
                self.balanced()
            }
            _ => self.refuse(Some("a statement")),
        }
    }

    fn lock(&mut self) -> Outcome {
        if self.eat("UNLOCK") {
            return self.need_any(&["TABLES", "TABLE", "INSTANCE"]);
        }
        self.bump();
        if self.eat_all(&["INSTANCE", "FOR", "BACKUP"]) {
            return Ok(());
        }
        self.need_any(&["TABLES", "TABLE"])?;
        self.list(|p| {
            p.object()?;
            if p.eat("AS") || p.is_name() && !p.is_any(&["READ", "WRITE", "LOW_PRIORITY"]) {
                p.name()?;
            }
            p.eat("LOW_PRIORITY");
            if p.eat("WRITE") {
                p.eat("CONCURRENT");
                return Ok(());
            }
            p.need("READ")?;
            p.eat("LOCAL");
            Ok(())
        })?;
        self.wait()
    }

    fn maintenance(&mut self, word: &str) -> Outcome {
        self.bump();
        self.eat_any(&["LOCAL", "NO_WRITE_TO_BINLOG"]);
        if self.is_any(&["TABLE", "TABLES", "VIEW"]) && !matches!(word, "EXPLAIN" | "DESCRIBE" | "DESC") {
            self.bump();
            if self.mariadb {
                self.if_exists();
            }
            self.list(Cursor::table_name)?;
            if word == "ANALYZE" {
                let more = if self.mariadb { self.eat("PERSISTENT") } else { self.eat_any(&["UPDATE", "DROP"]) };
                return if more { self.balanced() } else { self.wait() };
            }
            while word != "OPTIMIZE"
                && self.eat_any(&["QUICK", "FAST", "MEDIUM", "EXTENDED", "CHANGED", "USE_FRM", "FORCE"])
            {}
            self.eat_all(&["FOR", "UPGRADE"]);
            return self.wait();
        }
        match word {
            "OPTIMIZE" | "CHECK" | "CHECKSUM" | "REPAIR" => self.refuse(Some("TABLE")),
            _ => self.explained(),
        }
    }

    /// What follows EXPLAIN and its relatives: a statement, or a table and perhaps a column.
    fn explained(&mut self) -> Outcome {
        while self.is_any(&["EXTENDED", "PARTITIONS", "FORMAT", "ANALYZE", "FOR"]) {
            if self.is_any(&["FOR", "ANALYZE"]) && !self.is_at(1, "SELECT") && self.text_at(1) != "FORMAT" {
                return self.balanced();
            }
            let format = self.is("FORMAT");
            self.bump();
            if format {
                self.equals()?;
                self.name_or_string()?;
                if !self.mariadb && self.eat("INTO") {
                    self.op("@");
                    self.name_or_string()?;
                }
            }
        }
        let verbs = ["SELECT", "WITH", "INSERT", "REPLACE", "UPDATE", "DELETE", "VALUES", "TABLE"];
        if self.is_any(&verbs) || self.is_kind(Kind::Open) {
            return self.statement();
        }
        self.table_name()?;
        if self.is_kind(Kind::Text) || self.is_name() {
            self.bump();
        }
        Ok(())
    }

    fn signal(&mut self) -> Outcome {
        let resignal = self.eat("RESIGNAL");
        if !resignal {
            self.need("SIGNAL")?;
        }
        if self.eat("SQLSTATE") {
            self.eat("VALUE");
            self.string()?;
        } else if self.is_name() {
            self.bump();
        } else if !resignal {
            return self.refuse(Some("SQLSTATE"));
        }
        if self.eat("SET") {
            return self.list(|p| {
                if !(p.mariadb && p.eat("ROW_NUMBER")) {
                    p.name()?;
                }
                p.equals()?;
                p.expr()
            });
        }
        Ok(())
    }
}

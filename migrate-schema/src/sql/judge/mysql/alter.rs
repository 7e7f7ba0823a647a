//! ALTER, and ALTER TABLE clause by clause.

use super::cursor::{Cursor, Outcome};
use crate::sql::lexer::Kind;

impl Cursor<'_> {
    pub(super) fn alter(&mut self) -> Outcome {
        self.need("ALTER")?;
        self.eat_any(&["ONLINE", "OFFLINE"]);
        let ignore = self.eat("IGNORE");
        if ignore || self.is("TABLE") {
            return self.alter_table();
        }
        if self.is_any(&["DATABASE", "SCHEMA"]) {
            return self.alter_database();
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
        match &*self.text().to_ascii_uppercase() {
            "VIEW" => {
                self.bump();
                self.view()
            }
            "EVENT" => self.alter_event(),
            "PROCEDURE" | "FUNCTION" => {
                self.bump();
                self.object()?;
                self.characteristics()
            }
            "USER" => self.create_user(),
            "SEQUENCE" if self.mariadb => self.alter_sequence(),
            "SERVER" | "TABLESPACE" | "LOGFILE" | "UNDO" | "INSTANCE" | "RESOURCE" | "LIBRARY" => self.balanced(),
            _ => self.refuse(Some("what to alter")),
        }
    }

    fn alter_table(&mut self) -> Outcome {
        self.need("TABLE")?;
        if self.mariadb {
            self.if_exists();
        }
        self.table_name()?;
        self.wait()?;
        if self.at_end() || self.is_kind(Kind::Semi) {
            return Ok(());
        }
        if !self.is("PARTITION") {
            self.list(Cursor::alteration)?;
        }
        if self.eat("REMOVE") {
            return self.need("PARTITIONING");
        }
        if self.is("PARTITION") && self.is_at(1, "BY") {
            self.partitioning()?;
        }
        Ok(())
    }

    fn column_place(&mut self) -> Outcome {
        if self.eat("AFTER") {
            return self.name();
        }
        self.eat("FIRST");
        Ok(())
    }

    /// One clause; table options may follow each other without commas.
    fn alteration(&mut self) -> Outcome {
        match &*self.text().to_ascii_uppercase() {
            "ADD" => self.add(),
            "DROP" => self.drop_part(),
            "MODIFY" => {
                self.bump();
                self.eat("COLUMN");
                if self.mariadb {
                    self.if_exists();
                }
                self.column()?;
                self.column_place()
            }
            "CHANGE" => {
                self.bump();
                self.eat("COLUMN");
                if self.mariadb {
                    self.if_exists();
                }
                self.name()?;
                self.column()?;
                self.column_place()
            }
            "ALTER" => self.alter_part(),
            "RENAME" => self.rename_part(),
            "CONVERT" if self.is_at(1, "TO") => {
                self.bump();
                self.bump();
                if !(self.is("CHARSET") || self.are(&["CHARACTER", "SET"]) || self.are(&["CHAR", "SET"])) {
                    return self.refuse(Some("CHARACTER SET"));
                }
                self.charset()?;
                self.collate()
            }
            "CONVERT" => {
                self.bump();
                if self.eat("TABLE") {
                    self.table_name()?;
                    self.need("TO")?;
                    return self.partition();
                }
                self.need("PARTITION")?;
                self.name()?;
                self.need("TO")?;
                self.need("TABLE")?;
                self.table_name()
            }
            "ORDER" => {
                self.bump();
                self.need("BY")?;
                self.object()?;
                self.eat_any(&["ASC", "DESC"]);
                // The commas of this list and of the clauses look alike: what is no clause is a column.
                while self.is_kind(Kind::Comma) && self.kind_at(1) != Some(Kind::Open) && !self.is_at(1, "ADD") {
                    let mark = self.mark();
                    self.bump();
                    // `t.a`
                    while self.kind_at(1) == Some(Kind::Dot) {
                        self.bump();
                        self.bump();
                    }
                    if !self.is_name()
                        || self.kind_at(1) != Some(Kind::Comma)
                            && self.kind_at(1).is_some()
                            && !self.is_at(1, "ASC")
                            && !self.is_at(1, "DESC")
                    {
                        self.reset(mark);
                        break;
                    }
                    self.bump();
                    self.eat_any(&["ASC", "DESC"]);
                }
                Ok(())
            }
            "ENABLE" | "DISABLE" => {
                self.bump();
                self.need("KEYS")
            }
            "DISCARD" | "IMPORT" => {
                self.bump();
                if self.eat("PARTITION") {
                    self.partition_names()?;
                }
                self.need("TABLESPACE")
            }
            "FORCE" => {
                self.bump();
                Ok(())
            }
            "SECONDARY_LOAD" | "SECONDARY_UNLOAD" if !self.mariadb => {
                self.bump();
                Ok(())
            }
            "ALGORITHM" | "LOCK" => self.online_option(),
            "WITH" | "WITHOUT" if self.is_at(1, "VALIDATION") => {
                self.bump();
                self.bump();
                Ok(())
            }
            "TRUNCATE" | "COALESCE" | "REORGANIZE" | "EXCHANGE" | "ANALYZE" | "CHECK" | "OPTIMIZE" | "REBUILD"
            | "REPAIR"
                if self.is_at(1, "PARTITION") || self.is("REORGANIZE") =>
            {
                self.partition_work()
            }
            "REMOVE" => {
                self.bump();
                self.need("PARTITIONING")
            }
            _ => {
                if !self.table_option()? {
                    return self.refuse(Some("ADD, DROP, MODIFY, CHANGE, RENAME or another change"));
                }
                while self.table_option()? {}
                Ok(())
            }
        }
    }

    fn add(&mut self) -> Outcome {
        self.need("ADD")?;
        if self.eat("PARTITION") {
            if self.mariadb {
                self.if_not_exists();
            }
            self.eat_any(&["LOCAL", "NO_WRITE_TO_BINLOG"]);
            if self.eat("PARTITIONS") {
                return self.number();
            }
            return self.parens(Cursor::partition);
        }
        if self.eat_all(&["SYSTEM", "VERSIONING"]) || self.table_constraint()? {
            return Ok(());
        }
        self.eat("COLUMN");
        if self.mariadb {
            self.if_not_exists();
        }
        if self.is_kind(Kind::Open) {
            return self.parens(|p| if p.table_constraint()? { Ok(()) } else { p.column() });
        }
        self.column()?;
        self.column_place()
    }

    fn drop_part(&mut self) -> Outcome {
        self.need("DROP")?;
        if self.eat("PRIMARY") {
            return self.need("KEY");
        }
        if self.eat_all(&["SYSTEM", "VERSIONING"]) {
            return Ok(());
        }
        if self.is("PARTITION") {
            self.bump();
            if self.mariadb {
                self.if_exists();
            }
            return self.list(Cursor::name);
        }
        if self.eat("PERIOD") {
            self.if_exists();
            self.need("FOR")?;
            return self.name();
        }
        let column = if self.eat("FOREIGN") {
            self.need("KEY")?;
            false
        } else if self.eat_any(&["INDEX", "KEY", "CONSTRAINT", "CHECK"]) {
            false
        } else {
            self.eat("COLUMN");
            true
        };
        if self.mariadb {
            self.if_exists();
        }
        self.name()?;
        if column {
            self.eat_any(&["RESTRICT", "CASCADE"]);
        }
        Ok(())
    }

    fn alter_part(&mut self) -> Outcome {
        self.need("ALTER")?;
        if self.eat_any(&["INDEX", "KEY"]) {
            if self.mariadb {
                self.if_exists();
            }
            self.name()?;
            return if self.eat_all(&["NOT", "IGNORED"]) {
                Ok(())
            } else {
                self.need_any(&["VISIBLE", "INVISIBLE", "IGNORED"])
            };
        }
        if self.eat_any(&["CHECK", "CONSTRAINT"]) {
            self.name()?;
            self.eat("NOT");
            return self.need("ENFORCED");
        }
        self.eat("COLUMN");
        if self.mariadb {
            self.if_exists();
        }
        self.name()?;
        if self.eat("DROP") {
            return self.need("DEFAULT");
        }
        self.need("SET")?;
        if self.eat_any(&["VISIBLE", "INVISIBLE"]) {
            return Ok(());
        }
        self.need("DEFAULT")?;
        self.default_value()
    }

    fn rename_part(&mut self) -> Outcome {
        self.need("RENAME")?;
        if self.eat_any(&["INDEX", "KEY", "COLUMN"]) {
            if self.mariadb {
                self.if_exists();
            }
            self.name()?;
            self.need("TO")?;
            return self.name();
        }
        if !self.eat_any(&["TO", "AS"]) {
            self.op("=");
        }
        self.table_name()
    }

    fn partition_names(&mut self) -> Outcome {
        if self.eat("ALL") { Ok(()) } else { self.list(Cursor::name) }
    }

    fn partition_work(&mut self) -> Outcome {
        let word = self.text().to_ascii_uppercase();
        self.bump();
        self.need("PARTITION")?;
        self.eat_any(&["LOCAL", "NO_WRITE_TO_BINLOG"]);
        match &*word {
            "COALESCE" => self.number(),
            "REORGANIZE" => {
                if self.at_end() {
                    return Ok(());
                }
                self.list(Cursor::name)?;
                self.need("INTO")?;
                self.parens(Cursor::partition)
            }
            "EXCHANGE" => {
                self.name()?;
                self.need("WITH")?;
                self.need("TABLE")?;
                self.object()?;
                if self.eat_any(&["WITH", "WITHOUT"]) {
                    self.need("VALIDATION")?;
                }
                Ok(())
            }
            _ => {
                self.partition_names()?;
                while self.eat_any(&["QUICK", "FAST", "MEDIUM", "EXTENDED", "CHANGED", "USE_FRM"]) {}
                self.eat_all(&["FOR", "UPGRADE"]);
                Ok(())
            }
        }
    }
}

//! Users, roles and rights.

use super::cursor::{Cursor, Outcome};
use crate::sql::lexer::Kind;

/// The first words of privileges on objects.
static PRIVILEGES: &[&str] = &[
    "ALL",
    "ALTER",
    "BINLOG",
    "CONNECTION",
    "CREATE",
    "DELETE",
    "DROP",
    "EVENT",
    "EXECUTE",
    "FEDERATED",
    "FILE",
    "GRANT",
    "INDEX",
    "INSERT",
    "LOCK",
    "PROCESS",
    "PROXY",
    "READ",
    "READ_ONLY",
    "REFERENCES",
    "RELOAD",
    "REPLICATION",
    "SELECT",
    "SET",
    "SHOW",
    "SHUTDOWN",
    "SLAVE",
    "SUPER",
    "TRIGGER",
    "UPDATE",
    "USAGE",
];

impl Cursor<'_> {
    /// `'name'@'host'`, `name`, `CURRENT_USER`.
    pub(super) fn account(&mut self) -> Outcome {
        if self.eat_any(&["CURRENT_USER", "CURRENT_ROLE"]) {
            if self.eat_kind(Kind::Open) {
                return self.close();
            }
            return Ok(());
        }
        self.name_or_string()?;
        if self.op("@") {
            if self.eat_kind(Kind::Number) {
                // A host like 10.0.0.1 is cut into numbers and dots.
                while self.is_joined() && matches!(self.kind(), Some(Kind::Number | Kind::Dot | Kind::Word)) {
                    self.bump();
                }
                return Ok(());
            }
            self.name_or_string()?;
            self.dots()?;
        }
        Ok(())
    }

    fn authentication(&mut self) -> Outcome {
        if !self.eat("IDENTIFIED") {
            return Ok(());
        }
        if self.eat("BY") {
            if self.eat_all(&["RANDOM", "PASSWORD"]) {
                return self.old_password();
            }
            self.eat("PASSWORD");
            self.string()?;
            return self.old_password();
        }
        if !self.eat("WITH") {
            self.need("VIA")?;
        }
        loop {
            self.name_or_string()?;
            if self.eat_any(&["BY", "AS", "USING"]) {
                if self.eat("PASSWORD") {
                    self.open()?;
                    self.string()?;
                    self.close()?;
                } else if !self.eat_all(&["RANDOM", "PASSWORD"]) {
                    self.string()?;
                }
            }
            if !(self.mariadb && self.eat("OR")) {
                break;
            }
        }
        self.old_password()
    }

    fn old_password(&mut self) -> Outcome {
        if self.eat("REPLACE") {
            self.string()?;
        }
        self.eat_all(&["RETAIN", "CURRENT", "PASSWORD"]);
        Ok(())
    }

    /// CREATE USER and ALTER USER, from `USER` on.
    pub(super) fn create_user(&mut self) -> Outcome {
        self.need("USER")?;
        self.if_not_exists();
        self.if_exists();
        self.list(|p| {
            p.account()?;
            p.authentication()
        })?;
        self.user_options()
    }

    fn user_options(&mut self) -> Outcome {
        if self.eat("DEFAULT") {
            self.need("ROLE")?;
            self.list(Cursor::account)?;
        }
        self.require()?;
        if self.eat("WITH") {
            while self.eat_any(&[
                "MAX_QUERIES_PER_HOUR",
                "MAX_UPDATES_PER_HOUR",
                "MAX_CONNECTIONS_PER_HOUR",
                "MAX_USER_CONNECTIONS",
                "MAX_STATEMENT_TIME",
            ]) {
                self.op("-");
                self.number()?;
            }
        }
        if self.is_any(&[
            "PASSWORD",
            "ACCOUNT",
            "FAILED_LOGIN_ATTEMPTS",
            "PASSWORD_LOCK_TIME",
            "COMMENT",
            "ATTRIBUTE",
            "DISCARD",
            "ADD",
            "MODIFY",
        ]) {
            return self.balanced();
        }
        Ok(())
    }

    fn require(&mut self) -> Outcome {
        if !self.eat("REQUIRE") || self.eat_any(&["NONE", "SSL", "X509"]) {
            return Ok(());
        }
        loop {
            self.need_any(&["CIPHER", "ISSUER", "SUBJECT"])?;
            self.string()?;
            self.eat("AND");
            if !self.is_any(&["CIPHER", "ISSUER", "SUBJECT"]) {
                return Ok(());
            }
        }
    }

    /// Privileges, or roles that look like them.
    fn privileges(&mut self) -> Outcome {
        // Roles are granted to users, privileges on something; MySQL's dynamic privileges have an underscore.
        let mut n = 0;
        while self.kind_at(n).is_some() && !self.is_at(n, "TO") && !self.is_at(n, "FROM") && !self.is_at(n, "ON") {
            n += 1;
        }
        let on_object = self.is_at(n, "ON");
        self.list(|p| {
            if on_object && !p.is_any(PRIVILEGES) && !p.text().contains('_') {
                return p.refuse(Some("a privilege"));
            }
            if p.eat_kind(Kind::Text) {
                p.op("@");
                p.eat_kind(Kind::Text);
                return Ok(());
            }
            let mut words = 0;
            while matches!(p.kind(), Some(Kind::Word | Kind::Name)) && !p.is_any(&["ON", "TO", "FROM"]) {
                p.bump();
                words += 1;
                if p.op("@") {
                    p.name_or_string()?;
                }
            }
            if words == 0 {
                return p.refuse(Some("a privilege"));
            }
            if p.is_kind(Kind::Open) {
                p.names()?;
            }
            Ok(())
        })
    }

    fn rights_on(&mut self) -> Outcome {
        if self.eat("ON") {
            if self.is_any(&["TABLE", "FUNCTION", "PROCEDURE", "PACKAGE"]) {
                self.bump();
                self.eat("BODY");
            }
            if self.op("*") {
                if self.eat_kind(Kind::Dot) && !self.op("*") {
                    return self.refuse(Some("`*`"));
                }
                return Ok(());
            }
            self.name()?;
            if self.eat_kind(Kind::Dot) && !self.op("*") {
                return self.name();
            }
        }
        Ok(())
    }

    pub(super) fn grant(&mut self) -> Outcome {
        self.need("GRANT")?;
        if self.eat_all(&["PROXY", "ON"]) {
            self.account()?;
        } else {
            self.privileges()?;
            self.rights_on()?;
        }
        self.need("TO")?;
        self.list(|p| {
            p.account()?;
            p.authentication()
        })?;
        self.require()?;
        if self.eat("WITH") {
            loop {
                if self.eat_any(&["GRANT", "ADMIN"]) {
                    self.need("OPTION")?;
                } else if self.eat_any(&[
                    "MAX_QUERIES_PER_HOUR",
                    "MAX_UPDATES_PER_HOUR",
                    "MAX_CONNECTIONS_PER_HOUR",
                    "MAX_USER_CONNECTIONS",
                    "MAX_STATEMENT_TIME",
                ]) {
                    self.op("-");
                    self.number()?;
                } else {
                    break;
                }
            }
        }
        if self.eat("AS") {
            return self.balanced();
        }
        Ok(())
    }

    pub(super) fn revoke(&mut self) -> Outcome {
        self.need("REVOKE")?;
        self.if_exists();
        if self.eat_all(&["PROXY", "ON"]) {
            self.account()?;
        } else {
            self.privileges()?;
            self.rights_on()?;
        }
        self.need("FROM")?;
        self.list(Cursor::account)?;
        self.eat_all(&["IGNORE", "UNKNOWN", "USER"]);
        Ok(())
    }
}

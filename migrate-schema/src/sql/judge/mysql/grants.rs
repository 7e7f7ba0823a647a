//! Users, roles and rights.

use super::cursor::{Cursor, Outcome};
use crate::sql::lexer::Kind;

/// Privileges on objects; of two that begin alike the longer stands first.
static PRIVILEGES: &[&[&str]] = &[
    &["ALL", "PRIVILEGES"],
    &["ALL"],
    &["ALTER", "ROUTINE"],
    &["ALTER"],
    &["BINLOG", "ADMIN"],
    &["BINLOG", "MONITOR"],
    &["BINLOG", "REPLAY"],
    &["CONNECTION", "ADMIN"],
    &["CREATE", "ROLE"],
    &["CREATE", "ROUTINE"],
    &["CREATE", "TABLESPACE"],
    &["CREATE", "TEMPORARY", "TABLES"],
    &["CREATE", "USER"],
    &["CREATE", "VIEW"],
    &["CREATE"],
    &["DELETE", "HISTORY"],
    &["DELETE", "VERSIONING", "ROWS"],
    &["DELETE"],
    &["DROP", "ROLE"],
    &["DROP"],
    &["EVENT"],
    &["EXECUTE"],
    &["FEDERATED", "ADMIN"],
    &["FILE"],
    &["GRANT", "OPTION"],
    &["INDEX"],
    &["INSERT"],
    &["LOCK", "TABLES"],
    &["PROCESS"],
    &["READ", "ONLY", "ADMIN"],
    &["READ_ONLY", "ADMIN"],
    &["REFERENCES"],
    &["RELOAD"],
    &["REPLICA", "MONITOR"],
    &["REPLICATION", "CLIENT"],
    &["REPLICATION", "MASTER", "ADMIN"],
    &["REPLICATION", "REPLICA", "ADMIN"],
    &["REPLICATION", "REPLICA"],
    &["REPLICATION", "SLAVE", "ADMIN"],
    &["REPLICATION", "SLAVE"],
    &["SELECT"],
    &["SET", "USER"],
    &["SHOW", "CREATE", "ROUTINE"],
    &["SHOW", "DATABASES"],
    &["SHOW", "VIEW"],
    &["SHUTDOWN"],
    &["SLAVE", "MONITOR"],
    &["SUPER"],
    &["TRIGGER"],
    &["UPDATE"],
    &["USAGE"],
];

/// What a user may use up in an hour.
static LIMITS: &[&str] = &[
    "MAX_QUERIES_PER_HOUR",
    "MAX_UPDATES_PER_HOUR",
    "MAX_CONNECTIONS_PER_HOUR",
    "MAX_USER_CONNECTIONS",
    "MAX_STATEMENT_TIME",
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
                while self.is_joined()
                    && matches!(self.kind(), Some(Kind::Number | Kind::Dot | Kind::Word | Kind::Name))
                {
                    self.bump();
                }
                return Ok(());
            }
            // A host can be empty.
            if self.is_kind(Kind::Text) || self.is_name() {
                self.bump();
            }
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
            p.authentication()?;
            // MySQL asks for up to three.
            while !p.mariadb && p.is("AND") && p.is_at(1, "IDENTIFIED") {
                p.bump();
                p.authentication()?;
            }
            Ok(())
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
            if !self.is_any(LIMITS) {
                return self.refuse(Some("MAX_USER_CONNECTIONS or another limit"));
            }
            while self.eat_any(LIMITS) {
                self.op("-");
                self.number()?;
            }
        }
        loop {
            if self.eat("ACCOUNT") {
                self.need_any(&["LOCK", "UNLOCK"])?;
            } else if self.eat("PASSWORD") {
                self.password_option()?;
            } else if self.eat_any(&["FAILED_LOGIN_ATTEMPTS", "PASSWORD_LOCK_TIME"]) {
                if !self.eat("UNBOUNDED") {
                    self.number()?;
                }
            } else if self.eat_any(&["COMMENT", "ATTRIBUTE"]) {
                self.string()?;
            } else if !self.mariadb && self.is_any(&["DISCARD", "ADD", "MODIFY"]) {
                return self.balanced();
            } else {
                return Ok(());
            }
        }
    }

    /// `EXPIRE NEVER` and the like.
    fn password_option(&mut self) -> Outcome {
        if self.eat("EXPIRE") {
            if self.eat("INTERVAL") {
                self.number()?;
                return self.need("DAY");
            }
            self.eat_any(&["DEFAULT", "NEVER"]);
            return Ok(());
        }
        if self.eat("REQUIRE") {
            self.need("CURRENT")?;
            self.eat_any(&["DEFAULT", "OPTIONAL"]);
            return Ok(());
        }
        let days = self.eat("REUSE");
        self.need(if days { "INTERVAL" } else { "HISTORY" })?;
        if !self.eat("DEFAULT") {
            self.number()?;
            if days {
                return self.need("DAY");
            }
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
            if let Some(words) = PRIVILEGES.iter().find(|words| p.are(words)) {
                p.reset(p.mark() + words.len());
                if p.is_kind(Kind::Open) {
                    p.names()?;
                }
                return Ok(());
            }
            // A dynamic privilege of MySQL is a name; so is a role, which is granted on nothing.
            if on_object && !p.text().contains('_') {
                return p.refuse(Some("a privilege"));
            }
            p.account()
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
            if self.eat_kind(Kind::Dot) {
                return self.name();
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
            if !self.is_any(&["GRANT", "ADMIN"]) && !self.is_any(LIMITS) {
                return self.refuse(Some("GRANT OPTION"));
            }
            loop {
                if self.eat_any(&["GRANT", "ADMIN"]) {
                    self.need("OPTION")?;
                } else if self.eat_any(LIMITS) {
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
        if self.mariadb {
            self.eat_all(&["ADMIN", "OPTION", "FOR"]);
        }
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

//! Which database a set of migrations is written for, and the facts about each that plans and scripts depend on.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

/// A SQL dialect. MariaDB is its own: its grammar, its locks and its catalog differ from MySQL's in places that matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// PostgreSQL.
    Postgres,
    /// MySQL.
    MySql,
    /// MariaDB.
    MariaDb,
    /// SQLite.
    Sqlite,
}

/// What holds for all servers of a dialect, as far as plans and scripts ask.
#[derive(Debug)]
#[non_exhaustive]
pub struct Facts {
    /// The name in settings and directives.
    pub name: &'static str,
    /// The name in sentences.
    pub title: &'static str,
    /// Other spellings that are understood when reading.
    pub aliases: &'static [&'static str],
    /// DDL takes part in transactions. MySQL and MariaDB commit before and after each DDL statement.
    pub transactional_ddl: bool,
    /// The character around quoted names.
    pub quote: char,
    /// The server has schemas inside a database (MySQL's "schema" is a database).
    pub schemas: bool,
}

impl Dialect {
    /// All dialects, in the order in which they are listed to people.
    pub const ALL: [Dialect; 4] = [Dialect::Postgres, Dialect::MySql, Dialect::MariaDb, Dialect::Sqlite];

    /// The table of facts for this dialect.
    pub const fn facts(self) -> &'static Facts {
        match self {
            Dialect::Postgres => &Facts {
                name: "postgres",
                title: "PostgreSQL",
                aliases: &["postgresql", "pg"],
                transactional_ddl: true,
                quote: '"',
                schemas: true,
            },
            Dialect::MySql => &Facts {
                name: "mysql",
                title: "MySQL",
                aliases: &[],
                transactional_ddl: false,
                quote: '`',
                schemas: true,
            },
            Dialect::MariaDb => &Facts {
                name: "mariadb",
                title: "MariaDB",
                aliases: &[],
                transactional_ddl: false,
                quote: '`',
                schemas: true,
            },
            Dialect::Sqlite => &Facts {
                name: "sqlite",
                title: "SQLite",
                aliases: &["sqlite3"],
                transactional_ddl: true,
                quote: '"',
                schemas: false,
            },
        }
    }

    /// True for MySQL and MariaDB, which share a protocol, a quoting and most of a grammar.
    pub const fn is_mysql_family(self) -> bool {
        matches!(self, Dialect::MySql | Dialect::MariaDb)
    }

    /// A name, quoted so that the server reads it as it stands.
    ///
    /// ```
    /// # use migrate_core::Dialect;
    /// assert_eq!(Dialect::Postgres.quote_name("a\"b"), "\"a\"\"b\"");
    /// assert_eq!(Dialect::MySql.quote_name("select"), "`select`");
    /// ```
    pub fn quote_name(self, name: &str) -> String {
        let quote = self.facts().quote;
        let mut out = String::with_capacity(name.len() + 2);
        out.push(quote);
        for c in name.chars() {
            if c == quote {
                out.push(c);
            }
            out.push(c);
        }
        out.push(quote);
        out
    }

    /// A text, written as a literal that means the same under every setting of the server.
    ///
    /// Backslashes are the trap: PostgreSQL reads them by `standard_conforming_strings`, MySQL by
    /// `NO_BACKSLASH_ESCAPES`. Where one occurs, a form is chosen that depends on neither.
    ///
    /// ```
    /// # use migrate_core::Dialect;
    /// assert_eq!(Dialect::Sqlite.quote_text("it's"), "'it''s'");
    /// assert_eq!(Dialect::Postgres.quote_text("a\\b"), "E'a\\\\b'");
    /// assert_eq!(Dialect::MariaDb.quote_text("a\\"), "_utf8mb4 X'615c'");
    /// ```
    pub fn quote_text(self, text: &str) -> String {
        match self {
            Dialect::Postgres if text.contains('\\') => {
                format!("E'{}'", text.replace('\\', "\\\\").replace('\'', "''"))
            }
            Dialect::MySql | Dialect::MariaDb if text.contains('\\') => {
                let mut out = "_utf8mb4 X'".to_owned();
                for byte in text.bytes() {
                    out.push_str(&format!("{byte:02x}"));
                }
                out.push('\'');
                out
            }
            Dialect::Postgres | Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite => {
                format!("'{}'", text.replace('\'', "''"))
            }
        }
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.facts().name)
    }
}

/// The text is no dialect's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownDialect(
    /// What was given.
    pub String,
);

impl fmt::Display for UnknownDialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown dialect `{}`: one of postgres, mysql, mariadb, sqlite", self.0)
    }
}

impl core::error::Error for UnknownDialect {}

impl FromStr for Dialect {
    type Err = UnknownDialect;

    fn from_str(text: &str) -> Result<Self, UnknownDialect> {
        let lower = text.to_ascii_lowercase();
        Dialect::ALL
            .into_iter()
            .find(|dialect| {
                let facts = dialect.facts();
                facts.name == lower || facts.aliases.contains(&lower.as_str())
            })
            .ok_or_else(|| UnknownDialect(text.to_owned()))
    }
}

/// Some of the dialects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct DialectSet(u8);

impl DialectSet {
    /// No dialect.
    pub const EMPTY: DialectSet = DialectSet(0);

    /// This set and one more.
    #[must_use]
    pub const fn with(self, dialect: Dialect) -> Self {
        DialectSet(self.0 | 1 << dialect as u8)
    }

    /// Whether `dialect` is one of them.
    pub const fn contains(self, dialect: Dialect) -> bool {
        self.0 & 1 << dialect as u8 != 0
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        DialectSet(self.0 & other.0)
    }

    /// Its members, in the order of [`Dialect::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Dialect> {
        Dialect::ALL.into_iter().filter(move |&dialect| self.contains(dialect))
    }

    /// As one number, for the embedded data.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// The inverse of [`DialectSet::bits`]; bits that stand for nothing are dropped.
    pub const fn from_bits(bits: u8) -> Self {
        DialectSet(bits & 0b1111)
    }
}

impl FromIterator<Dialect> for DialectSet {
    fn from_iter<I: IntoIterator<Item = Dialect>>(iter: I) -> Self {
        iter.into_iter().fold(DialectSet::EMPTY, DialectSet::with)
    }
}

impl fmt::Display for DialectSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, dialect) in self.iter().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            f.write_str(dialect.facts().name)?;
        }
        Ok(())
    }
}

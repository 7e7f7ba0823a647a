//! What is wrong where it is not the SQL: with the role, the disk, the server. "Correct the file" would be wrong advice.

/// A kind of trouble that has its own way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The role may not.
    Rights,
    /// Nobody may: a replica, a read-only transaction or file.
    ReadOnly,
    /// The disk, or what the server may use of it.
    Full,
    /// Somebody else had locks, or a time limit ended the statement.
    Impatient,
    /// The server is going down, or somebody ended the session.
    Ended,
    /// The ledger's schema (on MySQL and MariaDB, its database) is not there. Of a statement it says nothing.
    NoSchema,
}

impl Trouble {
    /// From the code that the server gave.
    pub(crate) fn of(error: &sqlx::Error) -> Option<Trouble> {
        let error = error.as_database_error()?;
        #[cfg(feature = "mysql")]
        if let Some(error) = error.try_downcast_ref::<sqlx::mysql::MySqlDatabaseError>() {
            return Trouble::of_mysql(error.number());
        }
        let code = error.code()?;
        #[cfg(feature = "sqlite")]
        if error.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() {
            return Trouble::of_sqlite(code.parse().ok()?);
        }
        Trouble::of_sqlstate(&code)
    }

    fn of_sqlstate(code: &str) -> Option<Trouble> {
        Some(match code {
            "42501" => Trouble::Rights,
            "25006" => Trouble::ReadOnly,
            "53100" => Trouble::Full,
            // query_canceled, lock_not_available, deadlock_detected, serialization_failure
            "57014" | "55P03" | "40P01" | "40001" => Trouble::Impatient,
            "3F000" => Trouble::NoSchema,
            "57P01" | "57P02" | "57P03" | "57P05" => Trouble::Ended,
            _ => return None,
        })
    }

    #[cfg(feature = "mysql")]
    fn of_mysql(number: u16) -> Option<Trouble> {
        Some(match number {
            // ER_DBACCESS_DENIED, ER_TABLEACCESS_DENIED, ER_COLUMNACCESS_DENIED, ER_SPECIFIC_ACCESS_DENIED,
            // ER_PROCACCESS_DENIED
            1044 | 1142 | 1143 | 1227 | 1370 => Trouble::Rights,
            // ER_OPTION_PREVENTS_STATEMENT (read_only), ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION, ER_READ_ONLY_MODE
            1290 | 1792 | 1836 => Trouble::ReadOnly,
            // ER_DISK_FULL, ER_RECORD_FILE_FULL
            1021 | 1114 => Trouble::Full,
            // ER_LOCK_WAIT_TIMEOUT, ER_LOCK_DEADLOCK, ER_QUERY_INTERRUPTED, the time limits of MariaDB and of MySQL
            1205 | 1213 | 1317 | 1969 | 3024 => Trouble::Impatient,
            // ER_BAD_DB_ERROR
            1049 => Trouble::NoSchema,
            // ER_SERVER_SHUTDOWN, ER_CONNECTION_KILLED
            1053 | 1927 => Trouble::Ended,
            _ => return None,
        })
    }

    /// The low byte of the extended codes.
    #[cfg(feature = "sqlite")]
    fn of_sqlite(code: i32) -> Option<Trouble> {
        Some(match code & 0xff {
            3 | 23 => Trouble::Rights,
            8 => Trouble::ReadOnly,
            13 => Trouble::Full,
            5 | 6 => Trouble::Impatient,
            _ => return None,
        })
    }

    /// What to do before the same command is run again.
    pub(crate) const fn way_out(self) -> &'static str {
        match self {
            Trouble::Rights => "give the role that right, or use one that has it",
            Trouble::ReadOnly => "use a connection that may write: the primary server, a file that is not read-only",
            Trouble::Full => "make room on the disk",
            Trouble::Impatient => "wait until less is going on: nothing is wrong with the statement",
            Trouble::Ended => "wait until the server is there",
            Trouble::NoSchema => "make the schema: only the table in it is made by migrate",
        }
    }
}

//! What a user may hand over as "the database": a pool, a connection, a URL.

use std::fmt;

/// URL schemes of the drivers in this build.
pub(crate) const SCHEMES: &[&str] = &[
    #[cfg(feature = "postgres")]
    "postgres",
    #[cfg(feature = "mysql")]
    "mysql",
    #[cfg(feature = "mysql")]
    "mariadb",
    #[cfg(feature = "sqlite")]
    "sqlite",
];

/// A database to work on. Made by `From`: a reference to an sqlx pool, a mutable reference to an sqlx connection (also
/// a pooled one), or a URL.
///
/// A connection is used as it is and comes back as it went; it must not be in a transaction. From a pool one connection
/// is taken. For a URL a connection is opened and closed again.
#[non_exhaustive]
pub enum Database<'c> {
    /// A PostgreSQL pool.
    #[cfg(feature = "postgres")]
    PgPool(sqlx::PgPool),
    /// A PostgreSQL connection.
    #[cfg(feature = "postgres")]
    Pg(&'c mut sqlx::PgConnection),
    /// A MySQL or MariaDB pool.
    #[cfg(feature = "mysql")]
    MySqlPool(sqlx::MySqlPool),
    /// A MySQL or MariaDB connection.
    #[cfg(feature = "mysql")]
    MySql(&'c mut sqlx::MySqlConnection),
    /// A SQLite pool.
    #[cfg(feature = "sqlite")]
    SqlitePool(sqlx::SqlitePool),
    /// A SQLite connection.
    #[cfg(feature = "sqlite")]
    Sqlite(&'c mut sqlx::SqliteConnection),
    /// A URL: `postgres://…`, `mysql://…`, `mariadb://…`, `sqlite://…`.
    Url(String),
}

impl<'c> Database<'c> {
    /// What can be connected to again and again; a connection that is there already comes back as it is.
    pub(crate) fn reopen(self) -> Result<Box<dyn Fn() -> Database<'c> + Send + Sync + 'c>, Database<'c>> {
        match self {
            #[cfg(feature = "postgres")]
            Database::PgPool(pool) => Ok(Box::new(move || Database::PgPool(pool.clone()))),
            #[cfg(feature = "mysql")]
            Database::MySqlPool(pool) => Ok(Box::new(move || Database::MySqlPool(pool.clone()))),
            #[cfg(feature = "sqlite")]
            Database::SqlitePool(pool) => Ok(Box::new(move || Database::SqlitePool(pool.clone()))),
            Database::Url(url) => Ok(Box::new(move || Database::Url(url.clone()))),
            connection => Err(connection),
        }
    }

    /// How many connections there may be at once. More would wait for each other until they give up.
    pub(crate) fn most_connections(&self) -> usize {
        let most: Option<u32> = match self {
            #[cfg(feature = "postgres")]
            Database::PgPool(pool) => Some(pool.options().get_max_connections()),
            // A schema of MySQL gets a connection beside the pool.
            #[cfg(feature = "sqlite")]
            Database::SqlitePool(pool) => Some(pool.options().get_max_connections()),
            _ => None,
        };
        most.and_then(|most| most.try_into().ok()).unwrap_or(usize::MAX)
    }

    /// How to call the `at`-th of several, counted from 0: where it is.
    pub(crate) fn title(&self, at: usize) -> String {
        match self {
            #[cfg(feature = "postgres")]
            Database::PgPool(pool) => {
                let options = pool.connect_options();
                let database = options.get_database().unwrap_or_else(|| options.get_username()).to_owned();
                format!("postgres://{}:{}/{database}", options.get_host(), options.get_port())
            }
            #[cfg(feature = "mysql")]
            Database::MySqlPool(pool) => {
                let options = pool.connect_options();
                let database = options.get_database().unwrap_or_default().to_owned();
                format!("mysql://{}:{}/{database}", options.get_host(), options.get_port())
            }
            #[cfg(feature = "sqlite")]
            Database::SqlitePool(pool) => format!("sqlite://{}", pool.connect_options().get_filename().display()),
            Database::Url(url) => redacted(url),
            _ => format!("connection {}", at + 1),
        }
    }
}

macro_rules! from_driver {
    ($feature:literal, $driver:path, $connection:path, $pool_variant:ident, $variant:ident) => {
        #[cfg(feature = $feature)]
        impl<'c> From<&'c sqlx::Pool<$driver>> for Database<'c> {
            fn from(pool: &'c sqlx::Pool<$driver>) -> Self {
                Database::$pool_variant(pool.clone())
            }
        }

        #[cfg(feature = $feature)]
        impl From<sqlx::Pool<$driver>> for Database<'_> {
            fn from(pool: sqlx::Pool<$driver>) -> Self {
                Database::$pool_variant(pool)
            }
        }

        #[cfg(feature = $feature)]
        impl<'c> From<&'c mut $connection> for Database<'c> {
            fn from(connection: &'c mut $connection) -> Self {
                Database::$variant(connection)
            }
        }

        #[cfg(feature = $feature)]
        impl<'c> From<&'c mut sqlx::pool::PoolConnection<$driver>> for Database<'c> {
            fn from(connection: &'c mut sqlx::pool::PoolConnection<$driver>) -> Self {
                Database::$variant(connection)
            }
        }
    };
}

from_driver!("postgres", sqlx::Postgres, sqlx::PgConnection, PgPool, Pg);
from_driver!("mysql", sqlx::MySql, sqlx::MySqlConnection, MySqlPool, MySql);
from_driver!("sqlite", sqlx::Sqlite, sqlx::SqliteConnection, SqlitePool, Sqlite);

impl From<&str> for Database<'_> {
    fn from(url: &str) -> Self {
        Database::Url(url.to_owned())
    }
}

impl From<String> for Database<'_> {
    fn from(url: String) -> Self {
        Database::Url(url)
    }
}

impl From<&String> for Database<'_> {
    fn from(url: &String) -> Self {
        Database::Url(url.clone())
    }
}

/// Never shows a password.
impl fmt::Debug for Database<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            #[cfg(feature = "postgres")]
            Database::PgPool(_) => "PgPool",
            #[cfg(feature = "postgres")]
            Database::Pg(_) => "PgConnection",
            #[cfg(feature = "mysql")]
            Database::MySqlPool(_) => "MySqlPool",
            #[cfg(feature = "mysql")]
            Database::MySql(_) => "MySqlConnection",
            #[cfg(feature = "sqlite")]
            Database::SqlitePool(_) => "SqlitePool",
            #[cfg(feature = "sqlite")]
            Database::Sqlite(_) => "SqliteConnection",
            Database::Url(url) => return f.debug_tuple("Url").field(&redacted(url)).finish(),
        };
        f.write_str(name)
    }
}

/// A URL without its passwords, for messages: `postgres://app:***@db/shop`.
///
/// ```
/// # use migrate_runtime::redacted;
/// assert_eq!(redacted("postgres://app:s3cret@db:5432/shop"), "postgres://app:***@db:5432/shop");
/// assert_eq!(redacted("postgres://db/shop?user=app&password=s3cret"), "postgres://db/shop?user=app&password=***");
/// assert_eq!(redacted("sqlite://shop.db"), "sqlite://shop.db");
/// ```
pub fn redacted(url: &str) -> String {
    let (base, query) = match url.split_once('?') {
        Some((base, query)) => (base, Some(query)),
        None => (url, None),
    };
    let mut out = match base.split_once(':') {
        Some((scheme, rest)) => {
            let slashes = rest.len() - rest.trim_start_matches('/').len();
            let (slashes, rest) = rest.split_at(slashes);
            let authority = rest.split('/').next().unwrap_or_default();
            // The last `@` is taken, because people do not always encode the one in their password.
            match (rest.rsplit_once('@'), authority.split_once(':')) {
                (Some((user, host)), _) => match user.split_once(':') {
                    Some((user, _)) => format!("{scheme}:{slashes}{user}:***@{host}"),
                    None => base.to_owned(),
                },
                // Somebody forgot the host: what stands where the port belongs is the password.
                (None, Some((user, port)))
                    if !scheme.starts_with("sqlite") && !port.bytes().all(|byte| byte.is_ascii_digit()) =>
                {
                    format!("{scheme}:{slashes}{user}:***")
                }
                (None, _) => base.to_owned(),
            }
        }
        None => base.to_owned(),
    };
    if let Some(query) = query {
        // A `?` in a password ends the base too early; what then follows up to an `@` is part of the password.
        let query = match query.rsplit_once('@') {
            Some((_, host))
                if base.contains("://") && base.rsplit("://").next().is_some_and(|rest| rest.contains(':')) =>
            {
                format!("***@{host}")
            }
            Some(_) | None => query.to_owned(),
        };
        let parameters: Vec<String> = query
            .split('&')
            .map(|parameter| match parameter.split_once('=') {
                Some((name, _)) if name.to_ascii_lowercase().contains("passw") => format!("{name}=***"),
                Some(_) | None => parameter.to_owned(),
            })
            .collect();
        if query.starts_with("***@") {
            if let Some((head, _)) = out.rsplit_once(':') {
                out = format!("{head}:");
            }
        } else {
            out.push('?');
        }
        out.push_str(&parameters.join("&"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::redacted;

    #[test]
    fn no_spelling_of_a_password_survives() {
        for url in [
            "postgres://app:s3cret@db/x",
            "mysql://app:s3@cret@db/x",
            "mysql://app:s3/cret@db/x",
            "postgres://app:s3?cret@db/x",
            "postgres://db/x?password=s3cret&sslmode=require",
            "postgres://db/x?sslpassword=s3cret",
            "postgres:app:s3cret@db/x",
            "postgres:/app:s3cret@db/x",
            "postgres://app:s3cret",
            "postgres://app:s3cret/x",
        ] {
            let shown = redacted(url);
            assert!(!shown.contains("cret") && shown.contains("***"), "{url} -> {shown}");
            assert_eq!(redacted(&shown), shown, "{url}");
        }
        for url in ["postgres://db:5432/x", "sqlite:C:/data/x.db", "sqlite::memory:", "sqlite://x.db?mode=rwc", "x"] {
            assert_eq!(redacted(url), url);
        }
    }
}

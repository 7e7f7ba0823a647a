//! What to do about an error, where its text alone does not say it.

use std::borrow::Cow;
use std::path::Path;

use crate::paste;
use crate::trouble::Trouble;

/// What to do where the server refused a connection for a reason that waiting does not mend.
pub(crate) fn connect(url: Option<&str>, source: &sqlx::Error) -> Cow<'static, str> {
    if matches!(source, sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut) {
        return "\n  = help: start the server, or put host and port right in the URL; while it is starting, `--wait 60s` \
                (`wait(..)`) keeps trying"
            .into();
    }
    let Some(code) = source.as_database_error().and_then(sqlx::error::DatabaseError::code) else { return "".into() };
    let help = match code.as_ref() {
        // SQLITE_CANTOPEN
        "14" => return cannot_open(url).into(),
        // PostgreSQL: invalid_password, invalid_authorization_specification; MySQL: the SQLSTATE of ER_ACCESS_DENIED.
        "28P01" | "28000" => "\n  = help: user, password and the server's rules for them do not fit; put the URL right",
        // invalid_catalog_name; ER_BAD_DB_ERROR and ER_DBACCESS_DENIED, before any statement could have a syntax error.
        "3D000" => "\n  = help: make the database, which migrate does not do, or put its name right in the URL",
        "42000" => "\n  = help: make the database, let the user into it, or put its name right in the URL",
        _ => "",
    };
    help.into()
}

/// Why SQLite cannot open the file of a URL, as far as looking there tells.
fn cannot_open(url: Option<&str>) -> String {
    let path = url.and_then(|url| url.strip_prefix("sqlite:"));
    let path = path.map(|path| path.strip_prefix("//").unwrap_or(path).split('?').next().unwrap_or_default());
    let Some(path) = path.map(Path::new) else {
        return "\n  = help: the file is not there (`migrate upgrade` makes it), or its directory is not, or this user may not \
                open it"
            .to_owned();
    };
    let missing = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    let help = match missing {
        Some(folder) => {
            let folder = folder.display().to_string();
            format!("there is no directory {folder}: `mkdir -p {}`", paste::word(&folder))
        }
        None if path.is_dir() => format!("{} is a directory; name a file in it", path.display()),
        None if path.exists() => "this user may not open it".to_owned(),
        None => "the file is not there; `migrate upgrade` makes it, if this user may write there".to_owned(),
    };
    format!("\n  = help: {help}")
}

/// What to do where the ledger cannot be read.
pub(crate) fn ledger(source: &sqlx::Error) -> &'static str {
    match (Trouble::of(source), source) {
        (Some(trouble), _) => trouble.way_out(),
        (None, sqlx::Error::Database(_)) => {
            "somebody may have changed the table: `migrate ensure-version --sql` shows how it must be"
        }
        (None, sqlx::Error::Decode(_) | sqlx::Error::ColumnDecode { .. }) => {
            "somebody wrote into the table: put the row right, or take it out; `migrate stamp` writes good ones"
        }
        (None, _) => "run the same command again: nothing was begun by it",
    }
}

/// Which drivers there are in this build.
pub(crate) fn drivers(supported: &[&str]) -> String {
    if supported.is_empty() {
        return "it has none; enable the feature postgres, mysql or sqlite".to_owned();
    }
    format!("it knows {}", supported.join(", "))
}

/// What was meant by a URL that begins with something else, if that can be told.
pub(crate) fn scheme(scheme: &str, supported: &[&str]) -> String {
    let Some((meant, feature)) = meant_by(scheme) else {
        if scheme != "localhost" && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return String::new();
        }
        // A path, or a host with a port.
        let example = supported.first().copied().unwrap_or("postgres");
        return format!("\n  = help: a URL begins with the kind of database, such as `{example}://`");
    };
    if !supported.contains(&meant) {
        return format!("\n  = help: enable the feature {feature} of migrate-runtime");
    }
    match scheme == meant {
        true => String::new(),
        false => format!("\n  = help: write `{meant}://` in its place"),
    }
}

/// The scheme that is meant and the feature that brings its driver: other libraries have other words
/// (`postgresql+psycopg2`, `jdbc:`, `file:`), and people mistype.
fn meant_by(scheme: &str) -> Option<(&'static str, &'static str)> {
    let scheme = scheme.to_ascii_lowercase();
    let beginnings = [
        ("postgres", "postgres", "postgres"),
        ("postgre", "postgres", "postgres"),
        ("psql", "postgres", "postgres"),
        ("pgsql", "postgres", "postgres"),
        ("mysql", "mysql", "mysql"),
        ("mariadb", "mariadb", "mysql"),
        ("sqlite", "sqlite", "sqlite"),
        ("file", "sqlite", "sqlite"),
    ];
    let (_, meant, feature) = beginnings.into_iter().find(|(beginning, ..)| {
        let typed: String = scheme.chars().take(beginning.len()).collect();
        scheme.starts_with(beginning)
            || beginning.len() > 4 && is_one_slip(&scheme, beginning)
            || is_one_slip(&typed, beginning)
    })?;
    Some((meant, feature))
}

/// One letter was left out, put in or exchanged for another, or two changed places.
fn is_one_slip(typed: &str, meant: &str) -> bool {
    let same = typed.bytes().zip(meant.bytes()).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (&typed.as_bytes()[same..], &meant.as_bytes()[same..]);
    match (typed, meant) {
        ([], []) => false,
        ([a, b, typed @ ..], [c, d, meant @ ..]) if a == d && b == c => typed == meant,
        ([_, rest @ ..], _) if rest == meant => true,
        (_, [_, rest @ ..]) if rest == typed => true,
        ([_, typed @ ..], [_, meant @ ..]) => typed == meant,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::scheme;

    #[test]
    fn other_spellings_of_a_scheme_are_understood() {
        let all = ["postgres", "mysql", "mariadb", "sqlite"];
        for (typed, meant) in [
            ("postgress", "postgres"),
            ("postgre", "postgres"),
            ("postgresql+psycopg2", "postgres"),
            ("POSTGRES", "postgres"),
            ("psotgres", "postgres"),
            ("pgsql", "postgres"),
            ("mysql2", "mysql"),
            ("mysqli", "mysql"),
            ("myslq", "mysql"),
            ("maraidb", "mariadb"),
            ("sqllite", "sqlite"),
            ("sqlite3", "sqlite"),
            ("file", "sqlite"),
        ] {
            assert_eq!(scheme(typed, &all), format!("\n  = help: write `{meant}://` in its place"), "{typed}");
        }
        assert!(["oracle", "db2"].iter().all(|typed| scheme(typed, &all).is_empty()));
        for typed in ["localhost", "a.db", "127.0.0.1", "./a", "é"] {
            assert!(scheme(typed, &all).contains("begins with the kind of database"), "{typed}");
        }
        assert!(scheme("mysql", &["sqlite"]).contains("enable the feature mysql"));
    }
}

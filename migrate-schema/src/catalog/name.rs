//! Names as the server keeps and compares them.

use std::sync::Arc;

use migrate_core::Dialect;

use crate::source::Place;

/// A name and where it is written. Two names are the same object's if their keys are equal.
#[derive(Debug, Clone)]
pub struct Ident {
    /// As the server keeps it, and as it is shown.
    pub text: Arc<str>,
    /// As the server compares it.
    pub key: Arc<str>,
    /// Where it stands, with its quotes.
    pub place: Place,
    /// Written in double quotes: where SQLite finds no column of that name it reads a string.
    pub double_quoted: bool,
}

/// PostgreSQL keeps this many bytes of a name and drops the rest.
pub(crate) const POSTGRES_LENGTH: usize = 63;

impl Ident {
    /// From a word or a quoted name as it is written.
    pub fn written(written: &str, dialect: Dialect, place: Place) -> Ident {
        let double_quoted = written.starts_with('"');
        let (plain, quoted) = match written.strip_prefix(['U', 'u']).and_then(|rest| rest.strip_prefix('&')) {
            Some(escaped) => {
                let (plain, quoted) = unquote(escaped);
                (crate::sql::text::unicode(&plain).unwrap_or(plain), quoted)
            }
            None => unquote(written),
        };
        let text: Arc<str> = match dialect {
            Dialect::Postgres if !quoted => cut(&plain.to_ascii_lowercase()).into(),
            Dialect::Postgres => cut(&plain).into(),
            Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite => plain.as_str().into(),
        };
        let key = fold(&text, dialect);
        Ident { text, key, place, double_quoted }
    }

    /// A name that the server makes up, for something that is written at `place`.
    pub fn made(text: &str, dialect: Dialect, place: Place) -> Ident {
        let text: Arc<str> = text.into();
        let key = fold(&text, dialect);
        Ident { text, key, place, double_quoted: false }
    }
}

impl PartialEq for Ident {
    fn eq(&self, other: &Ident) -> bool {
        self.key == other.key
    }
}

impl Eq for Ident {}

/// The form in which two names of the dialect are compared.
///
/// Table names of MySQL depend on the file system of the server; they are compared without case here, and where only the
/// case differs nothing is said.
pub fn fold(text: &Arc<str>, dialect: Dialect) -> Arc<str> {
    match dialect {
        Dialect::Postgres => text.clone(),
        // `É` and `é` are two names to SQLite, which knows no letters beyond ASCII.
        Dialect::Sqlite if text.bytes().any(|byte| byte.is_ascii_uppercase()) => text.to_ascii_lowercase().into(),
        Dialect::MySql | Dialect::MariaDb if text.chars().any(char::is_uppercase) => text.to_lowercase().into(),
        Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite => text.clone(),
    }
}

/// What PostgreSQL keeps of a long name.
pub(crate) fn cut(text: &str) -> String {
    text[..text.floor_char_boundary(POSTGRES_LENGTH)].to_owned()
}

/// The name without its quotes, and whether there were any.
fn unquote(written: &str) -> (String, bool) {
    let bytes = written.as_bytes();
    let (open, close) = match bytes.first() {
        Some(b'"') => ('"', '"'),
        Some(b'`') => ('`', '`'),
        Some(b'\'') => ('\'', '\''),
        Some(b'[') => ('[', ']'),
        Some(_) | None => return (written.to_owned(), false),
    };
    let inner = written.strip_prefix(open).unwrap_or(written);
    let inner = inner.strip_suffix(close).unwrap_or(inner);
    if close == ']' {
        return (inner.to_owned(), true);
    }
    let doubled: String = [close, close].iter().collect();
    if inner.contains(&doubled) {
        return (inner.replace(&doubled, &close.to_string()), true);
    }
    (inner.to_owned(), true)
}

/// A name with the schema it was written with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// The schema (MySQL: the database), if it was written.
    pub schema: Option<Ident>,
    /// The name itself.
    pub name: Ident,
}

impl Path {
    /// What a text names that the server reads as a name: `'app.\"Things\"'`.
    pub fn of_text(text: &str, dialect: Dialect, place: Place) -> Option<Path> {
        let mut parts: Vec<String> = vec![String::new()];
        let mut quoted = false;
        for c in text.chars() {
            match c {
                '"' => {
                    quoted = !quoted;
                    parts.last_mut()?.push(c);
                }
                '.' if !quoted => parts.push(String::new()),
                c if quoted || c.is_alphanumeric() || c == '_' || c == '$' => parts.last_mut()?.push(c),
                _ => return None,
            }
        }
        let mut parts = parts.iter().rev().map(|part| (!part.is_empty()).then(|| Ident::written(part, dialect, place)));
        let name = parts.next()??;
        let schema = match parts.next() {
            Some(schema) => Some(schema?),
            None => None,
        };
        (!quoted && parts.next().is_none()).then_some(Path { schema, name })
    }

    /// As it is shown.
    pub fn shown(&self) -> String {
        match &self.schema {
            Some(schema) => format!("{}.{}", schema.text, self.name.text),
            None => self.name.text.to_string(),
        }
    }
}

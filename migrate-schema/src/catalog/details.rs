//! What the catalog keeps of an object beside what decides whether later statements are right: enough to write the object
//! again, and to tell two of them apart.
//!
//! Texts are as [`crate::read`] writes them: single spaces between the tokens, words outside quotes in lower case.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::change::Expr;
use super::name::Ident;
use super::table::Type;

/// Settings of an object by their names, both in lower case: `engine` → `innodb`, `increment by` → `2`.
pub type Options = BTreeMap<Arc<str>, Arc<str>>;

/// A definition that is compared and written as a whole.
#[derive(Debug, Clone, Default)]
pub struct Definition {
    /// The statement as it is written, without the semicolon, and without `OR REPLACE` and `IF NOT EXISTS`.
    pub text: Arc<str>,
    /// Equal for two that differ in spaces, comments and the case of words only.
    pub meaning: Arc<str>,
}

/// Of a column.
#[derive(Debug, Clone, Default)]
pub struct ColumnDetails {
    /// The name behind `COLLATE`.
    pub collation: Option<Arc<str>>,
    /// The name behind `CHARACTER SET` (MySQL).
    pub charset: Option<Arc<str>>,
    /// Its comment, without quotes.
    pub comment: Option<Arc<str>>,
    /// What it is computed to is stored.
    pub stored: bool,
    /// The text behind `ON UPDATE` (MySQL).
    pub on_update: Option<Arc<str>>,
    /// What stands in the brackets of `IDENTITY (…)`.
    pub numbering: Options,
    /// Anything else, by its first word: `storage`, `compression`, `invisible`, `on conflict`.
    pub options: Options,
}

/// Of a constraint.
#[derive(Debug, Clone, Default)]
pub struct ConstraintDetails {
    /// It may be checked at the end of the transaction.
    pub deferrable: bool,
    /// It is, unless something else is said.
    pub deferred: bool,
    /// Rows that were there before were not checked.
    pub not_valid: bool,
    /// Children of the table do not have it.
    pub no_inherit: bool,
    /// It is there and not looked at (`NOT ENFORCED`).
    pub not_enforced: bool,
    /// Two nulls are the same (`NULLS NOT DISTINCT`).
    pub nulls_not_distinct: bool,
    /// Columns that are only stored in its index.
    pub include: Vec<Ident>,
    /// `MATCH`, where it is not `SIMPLE`.
    pub matching: Option<Arc<str>>,
    /// What happens when the other row goes; none is `NO ACTION`. `set null(a)` holds its columns.
    pub on_delete: Option<Arc<str>>,
    /// What happens when the other row gets another key; none is `NO ACTION`.
    pub on_update: Option<Arc<str>>,
    /// What stands behind each column of a key: a length, an order. Empty if behind none.
    pub suffixes: Vec<Arc<str>>,
    /// `ON CONFLICT` of SQLite.
    pub on_conflict: Option<Arc<str>>,
    /// What `COMMENT ON CONSTRAINT` says.
    pub comment: Option<Arc<str>>,
    /// Parameters and place of its index: `with`, `tablespace`, `using`.
    pub options: Options,
}

/// Of an index.
#[derive(Debug, Clone, Default)]
pub struct IndexDetails {
    /// How it works, where that is not the server's usual tree: `gin`, `hash`, `fulltext`, `spatial`.
    pub method: Option<Arc<str>>,
    /// What stands behind each part: a length, a collation, an operator class, an order. Empty if behind none.
    pub suffixes: Vec<Arc<str>>,
    /// Two nulls are the same (`NULLS NOT DISTINCT`).
    pub nulls_not_distinct: bool,
    /// Its comment: in MySQL part of it, in PostgreSQL `COMMENT ON INDEX`.
    pub comment: Option<Arc<str>>,
    /// Anything else: `with`, `tablespace`, `parser`, `invisible`.
    pub options: Options,
}

/// Of a view.
#[derive(Debug, Clone, Default)]
pub struct ViewDetails {
    /// The names it gives to its columns.
    pub columns: Vec<Ident>,
    /// The query, as it is written.
    pub query: Arc<str>,
    /// Equal for two queries that differ in spaces, comments and the case of words only.
    pub meaning: Arc<str>,
    /// Anything else: `with`, `check option`, `algorithm`, `security`, `tablespace`.
    pub options: Options,
}

/// Of a type that is no enum.
#[derive(Debug, Clone, Default)]
pub struct TypeDetails {
    /// Of a domain, the type below it.
    pub base: Option<Type>,
    /// Of a domain: it is never null.
    pub not_null: bool,
    /// Of a domain, the text behind `DEFAULT`.
    pub default: Option<Arc<str>>,
    /// Of a domain, the name behind `COLLATE`.
    pub collation: Option<Arc<str>>,
    /// Of a domain, its checks with their names.
    pub checks: Vec<(Option<Ident>, Expr)>,
    /// Of a composite type, its attributes.
    pub attributes: Vec<(Ident, Type)>,
    /// Of any other, what stands behind its name.
    pub rest: Arc<str>,
}

/// Of a function or procedure.
#[derive(Debug, Clone, Default)]
pub struct RoutineDetails {
    /// `function`, `procedure` or `aggregate`.
    pub kind: Arc<str>,
    /// The types of its arguments as `DROP FUNCTION` wants them, without the brackets: `integer, text`.
    pub arguments: Arc<str>,
    /// The statement that makes it.
    pub definition: Definition,
}

//! What the catalog keeps of an object beside what decides whether later statements are right: enough to write the object
//! again, and to tell two of them apart.
//!
//! Texts are as the readers write them: single spaces between the tokens, words outside quotes in lower case. They are
//! valid SQL. What is not written is not there: nothing says what the server makes of it then.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::change::Expr;
use super::name::Ident;
use super::table::Type;

/// Settings of an object by their names, in lower case: `engine` → `innodb`, `increment` → `2`. One that is only there or
/// not has an empty value: `unlogged`. Each of `WITH (…)` has its own: `with fillfactor` → `70`.
pub type Options = BTreeMap<Arc<str>, Arc<str>>;

/// Settings that get a value, or lose the one they have.
pub type Settings = Vec<(Arc<str>, Option<Arc<str>>)>;

/// Does what the settings say.
pub(crate) fn set(options: &mut Options, settings: &Settings) {
    for (name, value) in settings {
        if let (OPTION_CHANGES, Some(changes)) = (&**name, value) {
            let merged = changed_pairs(options.get("options").map_or("", |own| own), changes);
            match merged {
                Some(merged) => options.insert("options".into(), merged.into()),
                None => options.remove("options"),
            };
            continue;
        }
        match value {
            Some(value) => options.insert(name.clone(), value.clone()),
            None => options.remove(name),
        };
    }
}

/// A definition that is compared and written as a whole; empty where it is not known, after some renames in SQLite.
#[derive(Debug, Clone, Default)]
pub struct Definition {
    /// The statement as it is written, without the semicolon, and without `OR REPLACE` and `IF NOT EXISTS`.
    pub text: Arc<str>,
    /// Equal for two that differ in spaces, comments and the case of words only.
    pub meaning: Arc<str>,
    /// The same in parts, where `ALTER` may change one of them (MySQL).
    pub parts: Option<Arc<super::parts::Parts>>,
}

/// Of a column.
#[derive(Debug, Clone, Default)]
pub struct ColumnDetails {
    /// The name behind `COLLATE`, without quotes.
    pub collation: Option<Arc<str>>,
    /// The name behind `CHARACTER SET` (MySQL), without quotes. Where there is neither, those of the table hold.
    pub charset: Option<Arc<str>>,
    /// Its comment, without quotes.
    pub comment: Option<Arc<str>>,
    /// What it is computed to is stored.
    pub stored: bool,
    /// The text behind `ON UPDATE` (MySQL).
    pub on_update: Option<Arc<str>>,
    /// What stands in the brackets of `IDENTITY (…)`, as of a sequence: `start`, `increment`, `minvalue`, `maxvalue`, `cache`,
    /// `cycle`. What is as the server would choose it is left out.
    pub numbering: Options,
    /// Anything else, by its first word: `storage`, `compression`, `invisible`, `on conflict` (of its `NOT NULL`).
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
    /// The last column of a foreign key is a span of time that others must cover (`PERIOD`).
    pub period: bool,
    /// `MATCH`, where it is not `SIMPLE`.
    pub matching: Option<Arc<str>>,
    /// What happens when the other row goes; none is `NO ACTION`, which is `RESTRICT` in MySQL. `set null(a)` holds its
    /// columns.
    pub on_delete: Option<Arc<str>>,
    /// What happens when the other row gets another key; none is `NO ACTION`.
    pub on_update: Option<Arc<str>>,
    /// What stands behind each column of a key: a length, an order. Empty if behind none.
    pub suffixes: Vec<Arc<str>>,
    /// `ON CONFLICT` of SQLite.
    pub on_conflict: Option<Arc<str>>,
    /// What `COMMENT ON CONSTRAINT` says.
    pub comment: Option<Arc<str>>,
    /// Parameters and place of its index: `with fillfactor`, `tablespace`, `using`. `column`: the server keeps it as part of
    /// this column, as MariaDB does with checks, and SQLite, whose text of the table has it there.
    pub options: Options,
}

/// Of an index.
#[derive(Debug, Clone, Default)]
pub struct IndexDetails {
    /// How it works, where that is not the server's usual tree: `gin`, `hash`, `fulltext`, `spatial`.
    pub method: Option<Arc<str>>,
    /// What stands behind each part: a length, a collation, an operator class, an order that is not the usual one. Empty if
    /// behind none.
    pub suffixes: Vec<Arc<str>>,
    /// Two nulls are the same (`NULLS NOT DISTINCT`).
    pub nulls_not_distinct: bool,
    /// Its comment: in MySQL part of it, in PostgreSQL `COMMENT ON INDEX`.
    pub comment: Option<Arc<str>>,
    /// Anything else: `with fillfactor`, `tablespace`, `parser`, `invisible`. `foreign key`: InnoDB made it for a foreign key,
    /// and takes it away when another one does as well.
    pub options: Options,
    /// What stands between the brackets of `WITH`, in the order in which it is written: the server keeps and shows that.
    pub order: Vec<Arc<str>>,
    /// A partition has it from its table: nobody named it.
    pub handed_down: bool,
}

/// Of a view.
#[derive(Debug, Clone, Default)]
pub struct ViewDetails {
    /// The names it gives to its columns.
    pub columns: Vec<Ident>,
    /// The query, as it is written; empty where it is not known, after some renames.
    pub query: Arc<str>,
    /// Equal for two queries that differ in spaces, comments and the case of words only.
    pub meaning: Arc<str>,
    /// Anything else: `with security_barrier`, `check option`, `algorithm`, `sql security`, `tablespace`, `no data`.
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
    /// Of a domain, the checks that values which are there need not fulfil.
    pub not_valid: std::collections::BTreeSet<Arc<str>>,
    /// Of a composite type, its attributes.
    pub attributes: Vec<(Ident, Type)>,
    /// Of any other, what stands behind its name.
    pub rest: Arc<str>,
}

impl TypeDetails {
    /// Whether it is made of functions that read and show its values (PostgreSQL).
    pub fn is_base(&self) -> bool {
        self.rest.starts_with('(')
    }
}

/// Of a function or procedure.
#[derive(Debug, Clone, Default)]
pub struct RoutineDetails {
    /// It can be made only where there is none.
    pub once: bool,
    /// `function`, `procedure` or `aggregate`.
    pub kind: Arc<str>,
    /// The types of its arguments as `DROP FUNCTION` wants them, without the brackets: `integer, text`.
    pub arguments: Arc<str>,
    /// The statement that makes it.
    pub definition: Definition,
    /// The schemas in which names in its body were looked up, where that were not the usual ones (PostgreSQL).
    pub path: Vec<Arc<str>>,
    /// What `COMMENT` says about it.
    pub comment: Option<Arc<str>>,
    /// How it is called and what it returns, where that can be read (PostgreSQL).
    pub signature: Option<Arc<Signature>>,
    /// For each argument, whether something is returned in it, where that can be read (MySQL).
    pub parameters: Option<Vec<bool>>,
}

/// How a function of PostgreSQL is called, and what it returns.
#[derive(Debug, Clone, Default)]
pub struct Signature {
    /// Its arguments in order, those that it returns included.
    pub arguments: Vec<Argument>,
    /// The type behind `RETURNS`.
    pub returns: Option<Type>,
    /// `RETURNS TABLE`: its columns are the last arguments.
    pub table: bool,
    /// It returns many rows.
    pub set: bool,
    /// `sql`, `plpgsql` and the like, lower case.
    pub language: Arc<str>,
    /// Whether it is said to give always the same; none where that was changed.
    pub immutable: Option<bool>,
}

/// An argument of a function.
#[derive(Debug, Clone)]
pub struct Argument {
    /// Its name.
    pub name: Option<Ident>,
    /// Its type.
    pub ty: Type,
    /// It is passed in.
    pub passed: bool,
    /// It is returned.
    pub returned: bool,
    /// It may be left out.
    pub optional: bool,
    /// What it is then, as it is written.
    pub default: Option<Arc<str>>,
    /// It takes all that is left.
    pub variadic: bool,
}

impl Signature {
    /// The names of the columns that it returns, where its arguments say so.
    pub fn returned(&self) -> Vec<Ident> {
        let returned = self.arguments.iter().filter(|argument| argument.returned);
        returned
            .enumerate()
            .map(|(at, argument)| match &argument.name {
                Some(name) => name.clone(),
                None => Ident::made(
                    &format!("column{}", at + 1),
                    migrate_core::Dialect::Postgres,
                    crate::source::Place::nowhere(),
                ),
            })
            .collect()
    }

    /// How many arguments a call has: at least, and at most.
    pub fn wanted(&self) -> (usize, usize) {
        let passed = || self.arguments.iter().filter(|argument| argument.passed);
        let least = passed().filter(|argument| !argument.optional && !argument.variadic).count();
        match passed().any(|argument| argument.variadic) {
            true => (least, usize::MAX),
            false => (least, passed().count()),
        }
    }
}

/// A setting that changes some of the options of a foreign table or column: `(SET a 'x', ADD b 'y', DROP c)`.
pub(crate) const OPTION_CHANGES: &str = "options changed";

/// The options with those changes; none where none are left.
fn changed_pairs(options: &str, changes: &str) -> Option<String> {
    let tokens = |text: &str| -> Vec<String> {
        let all = crate::sql::Lexer::new(text, 0..text.len(), migrate_core::Dialect::Postgres);
        all.map(|token| token.text(text).to_owned()).collect()
    };
    let is_value = |token: &str| token.ends_with('\'');
    let own = tokens(options);
    let mut pairs: Vec<(String, String)> =
        own.windows(2).filter(|two| is_value(&two[1])).map(|two| (two[0].clone(), two[1].clone())).collect();
    for item in tokens(changes).split(|token| token == "," || token == "(" || token == ")") {
        match item {
            [word, name] if word.eq_ignore_ascii_case("drop") && !is_value(name) => {
                pairs.retain(|(own, _)| own != name)
            }
            [.., name, value] => match pairs.iter_mut().find(|(own, _)| own == name) {
                Some((_, own)) => own.clone_from(value),
                None => pairs.push((name.clone(), value.clone())),
            },
            _ => (),
        }
    }
    let list: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name} {value}")).collect();
    (!list.is_empty()).then(|| format!("({})", list.join(", ")))
}

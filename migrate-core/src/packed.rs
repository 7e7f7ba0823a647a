//! The form in which a set of migrations is embedded in a program: one text, decoded once when it is first needed.
//!
//! rustc pays per token, so a struct literal a revision costs seconds where a single literal costs milliseconds (DESIGN
//! D12 has the figures). The text is private to one version of the workspace and read by nothing else, so it carries no
//! version of its own and no effort is spent on reading it after a change.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::time::Duration;

use crate::dialect::{Dialect, DialectSet};
use crate::lease::Lock;
use crate::ledger::{Ledger, Tally};
use crate::limits::{Limit, Limits};
use crate::probe::{Probe, Thing, ThingKind};
use crate::revision::{Body, Checksum, Direction, Revision, Statement, Text};

/// A set of migrations as the runtime needs it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Set {
    /// What is said of all of them.
    pub preamble: Preamble,
    /// The revisions, in topological order.
    pub revisions: Vec<Revision>,
}

/// What stands before the revisions: what the settings say that matters after the build, and what tells whether all
/// revisions are applied. A start with nothing to do reads nothing else, however many revisions there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preamble {
    /// The dialects that the set is written for.
    pub dialects: DialectSet,
    /// The table of applied revisions.
    pub ledger: Ledger,
    /// Several heads are allowed (`heads = "many"`).
    pub many_heads: bool,
    /// A database that is newer than the program is refused (`newer = "refuse"`).
    pub refuse_newer: bool,
    /// How long statements may take and wait.
    pub limits: Limits,
    /// What keeps two processes apart.
    pub lock: Lock,
    /// The folder as its author named it: `migrations`. Paths are shown below it.
    pub folder: Text,
    /// The directories that hold the files, relative to the folder; "" is the folder itself.
    pub directories: Vec<Text>,
    /// `.sql` files of these directories which are ignored by name, relative to the folder; a debug build must not call
    /// them new.
    pub ignored: Vec<Text>,
    /// What the ledger's rows come to when all revisions are applied and nothing else is, a dialect each. None = nobody
    /// has worked it out.
    pub tallies: Vec<(Dialect, Tally)>,
}

/// The text is not what [`Set::pack`] wrote. It can only be seen when the macro and the runtime do not belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// How many bytes before the end reading stopped.
    pub bytes_left: usize,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the embedded migrations cannot be read ({} bytes before their end)", self.bytes_left)
    }
}

impl core::error::Error for Malformed {}

impl Set {
    /// As one text.
    pub fn pack(&self) -> String {
        let mut out = Writer(String::new());
        out.preamble(&self.preamble);
        out.list(&self.revisions, |out, revision| {
            out.text(&revision.id);
            out.text(&revision.slug);
            out.text(&revision.message);
            for names in [&revision.parents, &revision.depends_on, &revision.labels] {
                out.list(names, |out, name| out.text(name));
            }
            out.list(revision.irreversible.as_slice(), |out, why| out.text(why));
            out.text(&revision.file);
            out.text(&format!("{}", revision.exact));
            out.list(&revision.bodies, |out, body| {
                out.number(u8::from(body.direction == Direction::Down));
                out.number(body.dialects.bits());
                out.number(u8::from(body.transactional));
                out.text(&format!("{}", body.tokens));
                out.text(if body.file == revision.file { "" } else { &body.file });
                out.list(&body.statements, |out, statement| {
                    out.number(statement.line);
                    out.number(statement.column);
                    out.text(&statement.sql);
                    out.probe(statement.probe.as_ref());
                });
            });
        });
        out.0
    }

    /// From the text that [`Set::pack`] made; every text of the result is a slice of it.
    ///
    /// # Errors
    ///
    /// [`Malformed`] if it is another text.
    pub fn unpack(packed: &'static str) -> Result<Set, Malformed> {
        let mut reader = Reader(packed);
        match read_set(&mut reader) {
            Some(set) if reader.0.is_empty() => Ok(set),
            Some(_) | None => Err(Malformed { bytes_left: reader.0.len() }),
        }
    }
}

impl Preamble {
    /// From the text that [`Set::pack`] made, whose revisions stay as they are.
    ///
    /// # Errors
    ///
    /// [`Malformed`] if it is another text.
    pub fn unpack(packed: &'static str) -> Result<Preamble, Malformed> {
        let mut reader = Reader(packed);
        read_preamble(&mut reader).ok_or(Malformed { bytes_left: reader.0.len() })
    }

    /// What the ledger's rows come to when all revisions are applied in this dialect.
    pub fn tally(&self, dialect: Dialect) -> Option<Tally> {
        self.tallies.iter().find(|(of, _)| *of == dialect).map(|(_, tally)| *tally)
    }
}

fn read_set(from: &mut Reader) -> Option<Set> {
    Some(Set { preamble: read_preamble(from)?, revisions: from.list(read_revision)? })
}

fn read_preamble(from: &mut Reader) -> Option<Preamble> {
    Some(Preamble {
        dialects: DialectSet::from_bits(u8::try_from(from.number()?).ok()?),
        ledger: Ledger {
            schema: match from.text()? {
                schema if schema.is_empty() => None,
                schema => Some(schema),
            },
            table: from.text()?,
        },
        many_heads: from.number()? != 0,
        refuse_newer: from.number()? != 0,
        limits: from.limits()?,
        lock: if from.number()? == 0 { Lock::Server } else { Lock::Lease },
        folder: from.text()?,
        directories: from.list(Reader::text)?,
        ignored: from.list(Reader::text)?,
        tallies: from.list(|from| {
            let dialect = *Dialect::ALL.get(from.number()? as usize)?;
            Some((dialect, Tally { rows: from.number()?.into(), seals: from.text()?.parse().ok()? }))
        })?,
    })
}

fn read_revision(from: &mut Reader) -> Option<Revision> {
    let id = from.text()?;
    let slug = from.text()?;
    let message = from.text()?;
    let parents = from.list(Reader::text)?;
    let depends_on = from.list(Reader::text)?;
    let labels = from.list(Reader::text)?;
    let irreversible = from.list(Reader::text)?.pop();
    let file = from.text()?;
    let exact = Checksum::from_hex(&from.text()?)?;
    let bodies = from.list(|from| {
        Some(Body {
            direction: if from.number()? == 0 { Direction::Up } else { Direction::Down },
            dialects: DialectSet::from_bits(u8::try_from(from.number()?).ok()?),
            transactional: from.number()? != 0,
            tokens: Checksum::from_hex(&from.text()?)?,
            file: match from.text()? {
                same if same.is_empty() => file.clone(),
                own => own,
            },
            statements: from.list(|from| {
                let (line, column, sql) = (from.number()?, from.number()?, from.text()?);
                Some(Statement { sql, line, column, probe: from.probe()? })
            })?,
        })
    })?;
    Some(Revision { id, slug, message, parents, depends_on, labels, irreversible, file, exact, bodies })
}

/// Numbers are followed by a space, texts are preceded by their length in bytes, lists by their length.
struct Writer(String);

impl Writer {
    fn preamble(&mut self, preamble: &Preamble) {
        self.number(preamble.dialects.bits());
        self.text(preamble.ledger.schema.as_deref().unwrap_or(""));
        self.text(&preamble.ledger.table);
        self.number(u8::from(preamble.many_heads));
        self.number(u8::from(preamble.refuse_newer));
        self.limits(&preamble.limits);
        self.number(u8::from(preamble.lock == Lock::Lease));
        self.text(&preamble.folder);
        self.list(&preamble.directories, |out, directory| out.text(directory));
        self.list(&preamble.ignored, |out, name| out.text(name));
        self.list(&preamble.tallies, |out, (dialect, tally)| {
            let number = Dialect::ALL.iter().position(|it| it == dialect).expect("all dialects are in the list");
            out.number(number as u64);
            out.number(tally.rows);
            // Numbers are read as 32 bits.
            out.text(&format!("{}", tally.seals));
        });
    }

    fn number(&mut self, number: impl Into<u64>) {
        self.0.push_str(&format!("{} ", number.into()));
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.push_str(text);
    }

    /// 0, 1 and 2 stand for themselves; a thing is a number of its kind and flags, and three texts.
    fn probe(&mut self, probe: Option<&Probe>) {
        let thing = match probe {
            None => return self.number(0_u8),
            Some(Probe::Repeatable) => return self.number(1_u8),
            Some(Probe::Rows) => return self.number(2_u8),
            Some(Probe::Thing(thing)) => thing,
        };
        let kind = THINGS.iter().position(|kind| *kind == thing.kind).expect("all kinds are in the list");
        self.number(3 + kind as u64 * 4 + u64::from(thing.present) * 2 + u64::from(thing.guarded));
        self.text(thing.schema.as_deref().unwrap_or(""));
        self.text(thing.table.as_deref().unwrap_or(""));
        self.text(&thing.name);
    }

    fn limits(&mut self, limits: &Limits) {
        for limit in [limits.table_lock, limits.statement] {
            self.number(limit.milliseconds().map_or(0, |milliseconds| milliseconds + 1));
        }
        self.number(limits.lock_retries.map_or(0, |retries| u64::from(retries) + 1));
    }

    fn list<T>(&mut self, items: &[T], mut item: impl FnMut(&mut Self, &T)) {
        self.number(items.len() as u64);
        for it in items {
            item(self, it);
        }
    }
}

const THINGS: [ThingKind; 3] = [ThingKind::Relation, ThingKind::Index, ThingKind::Column];

struct Reader(&'static str);

impl Reader {
    fn number(&mut self) -> Option<u32> {
        let (digits, rest) = self.0.split_once(' ')?;
        self.0 = rest;
        digits.parse().ok()
    }

    fn text(&mut self) -> Option<Text> {
        let length = self.number()? as usize;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Cow::Borrowed(text))
    }

    #[allow(clippy::option_option, reason = "the outer one says that the text is malformed")]
    fn probe(&mut self) -> Option<Option<Probe>> {
        let number = match self.number()? {
            0 => return Some(None),
            1 => return Some(Some(Probe::Repeatable)),
            2 => return Some(Some(Probe::Rows)),
            more => more - 3,
        };
        let kind = *THINGS.get(number as usize / 4)?;
        let mut optional = || self.text().map(|text| (!text.is_empty()).then_some(text));
        let (schema, table) = (optional()?, optional()?);
        let (present, guarded) = (number & 2 != 0, number & 1 != 0);
        Some(Some(Probe::Thing(Thing { kind, present, guarded, schema, table, name: self.text()? })))
    }

    fn limits(&mut self) -> Option<Limits> {
        let mut limit = || {
            Some(match self.number()? {
                0 => Limit::Unsaid,
                1 => Limit::Off,
                more => Limit::After(Duration::from_millis(u64::from(more - 1))),
            })
        };
        let (table_lock, statement) = (limit()?, limit()?);
        Some(Limits { table_lock, statement, lock_retries: self.number()?.checked_sub(1) })
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.number()?;
        // No item is shorter than two bytes, so a length that lies cannot ask for more memory than the text has.
        let mut items = Vec::with_capacity((length as usize).min(self.0.len()));
        for _ in 0..length {
            items.push(item(self)?);
        }
        Some(items)
    }
}

/// The dialects of a set as people read them: "sqlite and postgres".
pub fn dialect_list(dialects: DialectSet) -> String {
    let names: Vec<&str> = dialects.iter().map(|dialect: Dialect| dialect.facts().title).collect();
    match names.as_slice() {
        [] => "no dialect".into(),
        [one] => (*one).into(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

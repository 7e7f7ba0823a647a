//! What reading the ledger finds, and how it comes out of a driver's rows.

use migrate_core::Dialect;
use migrate_core::ledger::{Ledger, Row, RowState};

/// What reading the ledger found.
#[derive(Debug, Clone)]
pub(crate) struct State {
    /// The dialect that the server speaks, as far as its family leaves a choice.
    pub(crate) dialect: Dialect,
    /// Whether the table exists.
    pub(crate) exists: bool,
    /// Its rows.
    pub(crate) rows: Vec<Row>,
    /// All of the set is applied as it is, and nothing else; the rows were not read. Only [`super::Session::read_unless`] finds
    /// out.
    pub(crate) settled: bool,
}

impl State {
    /// Of a ledger that has no rows, or no table.
    pub(super) fn empty(dialect: Dialect, exists: bool) -> State {
        State { dialect, exists, rows: Vec::new(), settled: false }
    }
}

/// How much of each row is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    /// What tells whether there is anything to do.
    Brief,
    /// Everything but the down SQL.
    Full,
}

impl Detail {
    pub(super) fn sql(self, ledger: &Ledger, dialect: Dialect) -> String {
        match self {
            Detail::Brief => ledger.select_brief(dialect),
            Detail::Full => ledger.select(dialect),
        }
    }
}

/// A row whose texts and numbers a driver has taken out, in the order of [`Ledger::SELECTED`].
pub(super) struct RawRow {
    pub(super) texts: [String; 8],
    pub(super) begun: i64,
    pub(super) done: i64,
    pub(super) prefix: String,
    pub(super) applied_at: String,
    pub(super) duration_ms: Option<i64>,
    pub(super) applied_by: String,
}

impl RawRow {
    pub(super) fn into_row(self) -> Result<Row, sqlx::Error> {
        let [id, title, parents, depends_on, exact, tokens, state, origin] = self.texts;
        let words = |text: String| text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let state = RowState::from_name(&state)
            .ok_or_else(|| sqlx::Error::Decode(format!("its row {id:?} has the unknown state {state:?}").into()))?;
        let count = |number: i64| u32::try_from(number).unwrap_or(0);
        Ok(Row {
            id,
            title,
            parents: words(parents),
            depends_on: words(depends_on),
            exact,
            tokens,
            state,
            origin,
            begun: count(self.begun),
            done: count(self.done),
            prefix: self.prefix,
            applied_at: self.applied_at,
            duration_ms: self.duration_ms,
            applied_by: self.applied_by,
        })
    }
}

/// A row from the one column of [`Ledger::select_brief`].
pub(super) fn brief_row(line: &str) -> Result<Row, sqlx::Error> {
    Row::from_brief(line).ok_or_else(|| sqlx::Error::Decode(format!("it has the odd row {line:?}").into()))
}

/// Takes the columns of [`Ledger::SELECTED`] out of a driver's row, or the one of [`Ledger::select_brief`]; `$int` is the
/// driver's type of the two counters.
macro_rules! read_row {
    ($row:expr, $int:ty, $detail:expr) => {{
        let row = $row;
        match $detail {
            $crate::driver::state::Detail::Brief => match row.try_get::<Option<&str>, _>(0)? {
                Some(line) => $crate::driver::state::brief_row(line),
                None => Err(sqlx::Error::Decode("a row of it has NULL where there must be a value".into())),
            },
            $crate::driver::state::Detail::Full => $crate::driver::state::raw_row!(row, $int).into_row(),
        }
    }};
}
pub(super) use read_row;

/// Takes the two columns of [`Ledger::select_tally`] out of a driver's row: numbers, which are sent as texts, or of which
/// the driver makes some.
macro_rules! read_tally {
    ($row:expr) => {{
        let row = $row;
        let text = |index: usize| row.try_get_unchecked::<Option<String>, _>(index);
        let (rows, seals) = (text(0)?, text(1)?);
        rows.and_then(|rows| migrate_core::ledger::Tally::read(&rows, seals.as_deref()))
    }};
}
pub(super) use read_tally;

macro_rules! raw_row {
    ($row:expr, $int:ty) => {{
        let row = $row;
        let text = |index: usize| row.try_get::<String, _>(index);
        $crate::driver::state::RawRow {
            texts: [text(0)?, text(1)?, text(2)?, text(3)?, text(4)?, text(5)?, text(6)?, text(7)?],
            begun: i64::from(row.try_get::<$int, _>(8)?),
            done: i64::from(row.try_get::<$int, _>(9)?),
            prefix: text(10)?,
            applied_at: text(11)?,
            duration_ms: row.try_get::<Option<i64>, _>(12)?,
            applied_by: text(13)?,
        }
    }};
}
pub(super) use raw_row;

//! Follows `BEGIN … END` and its relatives, so that the `;` inside a body does not end the statement.

use migrate_core::Dialect;

use super::lexer::Kind;

/// How a `;` is to be read in a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// It ends the statement.
    Plain,
    /// It ends the statement outside parentheses: `CREATE RULE … DO (a; b)`.
    Rule,
    /// It ends the statement outside blocks.
    Body,
}

/// What the first words of the statement say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    /// No word yet.
    Start,
    /// After `CREATE`, before the kind of object.
    Create,
    /// `BEGIN` as the first word: a transaction, or MariaDB's `BEGIN NOT ATOMIC`.
    Begin,
    /// A trigger of SQLite: ends at `END` after a `;`.
    SqliteTrigger,
    /// A routine of PostgreSQL: blocks begin at `BEGIN ATOMIC`.
    PgRoutine,
    /// A rule of PostgreSQL.
    Rule,
    /// A routine of MySQL, up to its parameters' closing parenthesis.
    Parameters,
    /// A routine, trigger or event of MySQL, or a compound statement of MariaDB.
    Compound,
    /// MariaDB's `SET STATEMENT …`, up to the statement behind `FOR`.
    SetStatement,
    /// Anything else.
    Other,
}

/// What was read last, as far as a statement inside a body may begin after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    /// A statement may begin here.
    Boundary,
    /// The word `BEGIN`.
    Begin,
    /// The word `END`.
    End,
    /// The word `END` where no statement can end: what follows tells whether it is a name.
    Name,
    /// The word `EACH`.
    Each,
    /// A word of a routine's header that is followed by a name.
    Takes,
    /// Anything else.
    Other,
}

/// The words between the parameters and the body of a routine of MySQL, aside from those that are followed by a name.
static HEADER: &[&str] = &[
    "BINARY",
    "CHARACTER",
    "COMMENT",
    "CONTAINS",
    "DATA",
    "DEFINER",
    "DETERMINISTIC",
    "INVOKER",
    "MODIFIES",
    "NO",
    "NOT",
    "PRECISION",
    "READS",
    "SECURITY",
    "SIGNED",
    "SQL",
    "UNSIGNED",
    "VARYING",
    "ZEROFILL",
];

/// The state; feed it every token of a statement.
pub(super) struct Blocks {
    dialect: Dialect,
    head: Head,
    last: Last,
    depth: u32,
    /// One bit a block, the innermost lowest: set for a `CASE` in an expression, whose `THEN` begins no statement.
    expressions: u64,
    /// `CASE`s of expressions that are open outside bodies: only for the depth of nesting.
    cases: u32,
    /// Parentheses that are open among a routine's parameters.
    parens: u32,
    /// Between a routine's parameters and its body.
    header: bool,
}

impl Blocks {
    pub(super) fn new(dialect: Dialect) -> Blocks {
        Blocks {
            dialect,
            head: Head::Start,
            last: Last::Boundary,
            depth: 0,
            expressions: 0,
            cases: 0,
            parens: 0,
            header: false,
        }
    }

    pub(super) fn mode(&self) -> Mode {
        match self.head {
            Head::Rule => Mode::Rule,
            Head::SqliteTrigger | Head::PgRoutine | Head::Parameters | Head::Compound => Mode::Body,
            Head::Start | Head::Create | Head::Begin | Head::SetStatement | Head::Other => Mode::Plain,
        }
    }

    /// Whether a block is open.
    pub(super) fn open(&self) -> bool {
        // An END right before a `;` ends its block, whatever is missing before it.
        self.depth > u32::from(self.last == Last::Name)
    }

    /// How deep `CASE` and blocks are nested.
    pub(super) fn cases(&self) -> u32 {
        self.depth + self.cases
    }

    /// A `;` that did not end the statement.
    pub(super) fn semicolon(&mut self) {
        self.last = Last::Boundary;
    }

    /// A token that is no word.
    pub(super) fn other(&mut self, kind: Kind, text: &str) {
        match (kind, text) {
            // Conditional comments are transparent, and a label's colon is followed by its statement.
            (Kind::CodeStart | Kind::CodeEnd, _) => return,
            (Kind::Op, ":") => self.last = Last::Boundary,
            _ => self.last = Last::Other,
        }
        if self.head == Head::Parameters {
            match kind {
                Kind::Open => self.parens += 1,
                Kind::Close if self.parens <= 1 => {
                    self.head = Head::Compound;
                    self.header = true;
                }
                Kind::Close => self.parens -= 1,
                _ => (),
            }
        }
        if matches!(self.head, Head::Start | Head::Begin) {
            self.head = Head::Other;
        }
    }

    /// A word.
    pub(super) fn word(&mut self, word: &str) {
        let is = |wanted: &str| word.eq_ignore_ascii_case(wanted);
        match self.head {
            Head::Start => self.first(word),
            Head::Begin => {
                self.head = Head::Other;
                if self.dialect == Dialect::MariaDb && is("NOT") {
                    self.head = Head::Compound;
                    self.depth = 1;
                    self.last = Last::Begin;
                }
            }
            Head::Create => self.created(word),
            Head::Parameters => (),
            Head::SetStatement => {
                if is("FOR") {
                    self.head = Head::Start;
                }
            }
            Head::SqliteTrigger => self.sqlite(word),
            Head::PgRoutine => self.postgres(word),
            Head::Compound => self.compound(word),
            Head::Rule | Head::Other => {
                if is("CASE") {
                    self.cases += 1;
                } else if is("END") {
                    self.cases = self.cases.saturating_sub(1);
                }
            }
        }
    }

    fn first(&mut self, word: &str) {
        let is = |wanted: &str| word.eq_ignore_ascii_case(wanted);
        self.head = Head::Other;
        if is("CREATE") || is("ALTER") && self.dialect.is_mysql_family() {
            self.head = Head::Create;
        } else if is("BEGIN") {
            self.head = Head::Begin;
        } else if is("SET") && self.dialect == Dialect::MariaDb {
            self.head = Head::SetStatement;
        } else if self.dialect == Dialect::MariaDb
            && ["IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR"].iter().any(|w| is(w))
        {
            self.head = Head::Compound;
            self.last = Last::Boundary;
            self.compound(word);
        }
    }

    /// Between `CREATE` and the kind of object stand words like `OR REPLACE`, `TEMP`, `DEFINER = x`.
    fn created(&mut self, word: &str) {
        let is = |wanted: &[&str]| wanted.iter().any(|w| word.eq_ignore_ascii_case(w));
        let mysql = self.dialect.is_mysql_family();
        self.head = match self.dialect {
            _ if is(&["TABLE", "VIEW", "INDEX", "UNIQUE", "SCHEMA", "DATABASE", "USER", "TYPE", "SEQUENCE"]) => {
                Head::Other
            }
            Dialect::Sqlite if is(&["TRIGGER"]) => Head::SqliteTrigger,
            Dialect::Postgres if is(&["FUNCTION", "PROCEDURE"]) => Head::PgRoutine,
            Dialect::Postgres if is(&["RULE"]) => Head::Rule,
            _ if mysql && is(&["FUNCTION", "PROCEDURE"]) => Head::Parameters,
            _ if mysql && is(&["TRIGGER", "EVENT", "PACKAGE"]) => Head::Compound,
            _ => Head::Create,
        };
        self.last = Last::Other;
    }

    /// Inside, only `; END` closes: a `CASE` has its own `END`, but never right after a `;`.
    fn sqlite(&mut self, word: &str) {
        if word.eq_ignore_ascii_case("BEGIN") {
            self.depth = 1;
            self.last = Last::Other;
        } else if word.eq_ignore_ascii_case("END") && self.last == Last::Boundary {
            self.depth = 0;
        } else {
            self.last = Last::Other;
        }
    }

    fn postgres(&mut self, word: &str) {
        let is = |wanted: &str| word.eq_ignore_ascii_case(wanted);
        if is("BEGIN") {
            self.last = Last::Begin;
            return;
        }
        if is("ATOMIC") && self.last == Last::Begin && self.depth == 0 {
            self.depth = 1;
        } else if self.depth > 0 && is("CASE") {
            self.depth += 1;
        } else if self.depth > 0 && is("END") {
            self.depth -= 1;
        }
        self.last = Last::Other;
    }

    fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.expressions >>= 1;
    }

    fn enter(&mut self, expression: bool) {
        self.depth += 1;
        self.expressions = self.expressions << 1 | u64::from(expression);
    }

    /// Inside a routine, trigger, event or compound statement of MySQL and MariaDB.
    fn compound(&mut self, word: &str) {
        let is = |wanted: &[&str]| wanted.iter().any(|w| word.eq_ignore_ascii_case(w));
        if self.header {
            let takes = self.last != Last::Takes && is(&["RETURNS", "SET", "CHARSET", "COLLATE", "LANGUAGE", "OF"]);
            if takes || self.last == Last::Takes || is(HEADER) {
                self.last = if takes { Last::Takes } else { Last::Other };
                return;
            }
            self.header = false;
            self.last = Last::Boundary;
        }
        let last = self.last;
        self.last = Last::Other;
        if last == Last::Name && is(&["IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR"]) {
            self.leave();
            return;
        }
        if last == Last::End && is(&["IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR"]) {
            // The second half of `END IF`; the first half has closed the block.
        } else if is(&["BEGIN"]) {
            self.enter(false);
            self.last = Last::Boundary;
        } else if is(&["ATOMIC"]) && last == Last::Begin {
            // MariaDB's `BEGIN NOT ATOMIC`, whose BEGIN has opened the block.
            self.last = Last::Boundary;
        } else if is(&["END"]) {
            let expression = self.expressions & 1 == 1;
            if last == Last::Boundary || expression || self.depth == 0 {
                self.leave();
                self.last = Last::End;
            } else {
                self.last = Last::Name;
            }
        } else if is(&["CASE"]) {
            self.enter(last != Last::Boundary);
        } else if last == Last::Boundary && is(&["IF", "LOOP", "WHILE", "REPEAT", "FOR"]) {
            self.enter(false);
            // LOOP and REPEAT are followed by statements at once.
            self.last = if is(&["LOOP", "REPEAT"]) { Last::Boundary } else { Last::Other };
        } else if self.expressions & 1 == 0 && is(&["THEN", "ELSE", "DO", "LOOP"]) || last == Last::Each && is(&["ROW"])
        {
            self.last = Last::Boundary;
        } else if is(&["EACH"]) {
            self.last = Last::Each;
        }
    }
}

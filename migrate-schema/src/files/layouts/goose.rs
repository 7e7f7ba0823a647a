//! goose: `<version>_<name>.sql` with `-- +goose Up` and `-- +goose Down`. `StatementBegin` and `StatementEnd` are checked
//! and otherwise not needed: where a statement ends is known from the SQL.

use migrate_core::{DialectSet, Direction};

use super::names::{last, numbered, stem};
use super::{Layout, PartError, Sign, finished, natural};
use crate::diagnostic::{Diagnostic, directives, layouts, nearest};
use crate::files::parse::{Form, Reader};
use crate::files::sections::trimmed;
use crate::files::{MigrationFile, Section, Transaction, first_line};
use crate::source::Span;
use crate::sql::lexer::{Kind, Lexer};

pub(super) static LAYOUT: Layout = Layout {
    name: "goose",
    directories: false,
    beside: None,
    names: "goose's files are called `<version>_<name>.sql`; the version is a number",
    form: Form::Goose,
    part: |path| {
        let part = numbered(stem(last(path))?, Direction::Up)?;
        match part.version == "0" {
            true => Err(PartError::name("versions begin with 1")),
            false => Ok(part),
        }
    },
    order: natural,
    transaction: Transaction::Wrapped,
    sign: |seen| {
        let marked = seen.text.contains("+goose") && seen.text.lines().any(|line| annotation(line).is_some());
        if marked { Sign::Strong } else { Sign::No }
    },
    fits: |_| true,
    side: &[],
    skips: |_| false,
    foreign: &[
        ("_test.go", "it is a test in Go: ignore it in `migrate.toml`, `ignore = [\"*_test.go\"]`"),
        (".go", "migrations in Go cannot be read here: write their SQL into a `.sql` file of the same version"),
    ],
    finish: finished,
};

const WORDS: [&str; 7] = ["up", "down", "statementbegin", "statementend", "no transaction", "envsub on", "envsub off"];

/// What a comment says to goose, if it speaks to it.
pub(in crate::files) fn annotation(comment: &str) -> Option<&str> {
    let rest = comment.strip_prefix("--")?.trim_start().strip_prefix("+goose")?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim())
}

impl<'a> Reader<'a, '_> {
    fn goose_error(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.out.push(Diagnostic::error(&layouts::ANNOTATION, message).at(self.place(span), ""));
        self.out.last_mut().expect("it was pushed in the line above")
    }

    /// The annotations of the text, with what they say in lower case.
    fn annotations(&self) -> Vec<(String, Span)> {
        let text: &'a str = self.text;
        let tokens = Lexer::new(text, 0..text.len(), self.reader_of(DialectSet::EMPTY));
        tokens
            .filter(|token| token.kind == Kind::Comment)
            .filter_map(|token| {
                let said = annotation(token.text(text))?;
                let words: Vec<String> = said.split_whitespace().map(str::to_lowercase).collect();
                Some((words.join(" "), Span::new(token.start as usize, token.end as usize)))
            })
            .collect()
    }

    /// The sections of a file of goose's.
    pub(in crate::files) fn goose(&mut self, migration: &mut MigrationFile) {
        let annotations = self.annotations();
        let mut transaction = Transaction::Wrapped;
        let mut open: Option<Span> = None;
        for (i, (said, span)) in annotations.iter().enumerate() {
            let span = *span;
            let start = span.start as usize;
            if start > 0 && !self.text[..start].ends_with('\n') {
                self.goose_error(span, "an annotation of goose's begins its line, or goose does not see it");
                continue;
            }
            match said.as_str() {
                "up" | "down" => {
                    let direction = if said == "up" { Direction::Up } else { Direction::Down };
                    if migration.sections.iter().any(|section| section.direction == direction) {
                        self.goose_error(span, format!("`{said}` is given twice"));
                        continue;
                    }
                    if direction == Direction::Down && migration.sections.is_empty() {
                        self.goose_error(span, "`down` stands before `up`").help.push("put it below".to_owned());
                    }
                    let next = annotations[i + 1..].iter().find(|(said, _)| matches!(said.as_str(), "up" | "down"));
                    let end = next.map_or(self.text.len(), |(_, span)| span.start as usize);
                    migration.sections.push(Section {
                        source: self.source,
                        direction,
                        dialects: DialectSet::EMPTY,
                        directive: span,
                        body: trimmed(self.text, span.end as usize, end),
                        transaction: Transaction::Wrapped,
                    });
                }
                "no transaction" => transaction = Transaction::None,
                "statementbegin" if open.is_none() => open = Some(span),
                "statementbegin" => {
                    self.goose_error(span, "`StatementBegin` inside of another");
                }
                "statementend" => {
                    if open.take().is_none() {
                        self.goose_error(span, "`StatementEnd` without `StatementBegin`");
                    }
                }
                "envsub on" | "envsub off" => {
                    self.goose_error(span, "variables of the environment are not filled in")
                        .help
                        .push("write what stands for them: a migration says the same everywhere".to_owned());
                }
                other => {
                    let help = nearest(other, WORDS).map(|near| format!("did you mean `-- +goose {near}`?"));
                    self.goose_error(span, format!("goose has no `{other}`")).help.extend(help);
                }
            }
        }
        if let Some(open) = open {
            self.goose_error(open, "`StatementBegin` without `StatementEnd`");
        }
        migration.sections.iter_mut().for_each(|section| section.transaction = transaction);
        let up = migration.sections.iter().any(|section| section.direction == Direction::Up);
        if !annotations.iter().any(|(said, _)| said == "up") && !up {
            self.out.push(
                Diagnostic::error(&directives::NO_UP, "the file has no `-- +goose Up`")
                    .at(self.place(first_line(self.text)), "")
                    .help("write it on a line above the SQL"),
            );
        }
        self.before_goose(migration);
    }

    /// SQL above the first section never runs.
    fn before_goose(&mut self, migration: &MigrationFile) {
        let Some(first) = migration.sections.first().map(|section| section.directive.start as usize) else { return };
        let mut tokens = Lexer::new(self.text, 0..first, self.reader_of(DialectSet::EMPTY));
        if let Some(sql) = tokens.find(|token| token.kind != Kind::Comment) {
            let line = first_line(&self.text[sql.start as usize..first]);
            let span = Span::new(sql.start as usize, (sql.start + line.end) as usize);
            self.out.push(
                Diagnostic::error(&directives::SQL_OUTSIDE, "SQL above `-- +goose Up`, where it never runs")
                    .at(self.place(span), "")
                    .help("move it below"),
            );
        }
    }
}

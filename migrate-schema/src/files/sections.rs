//! What stands in a file below the header: the sections, and the directives about single statements.

use migrate_core::{Dialect, DialectSet, Direction};

use super::header::{Directive, Home, PREFIX, Word};
use super::parse::{Form, Reader, first_section};
use super::{MarkKind, MigrationFile, Section, Spanned, Transaction, first_line};
use crate::diagnostic::{Diagnostic, directives as codes, nearest};
use crate::source::Span;
use crate::sql::lexer::{Kind, Lexer};

impl<'a> Reader<'a, '_> {
    /// `following` are the directives below this one.
    pub(super) fn section(
        &mut self,
        migration: &mut MigrationFile,
        directive: &Directive<'a>,
        following: &[Directive<'a>],
    ) {
        let mut dialects = DialectSet::EMPTY;
        let mut unknown = false;
        let mut transaction = if self.form == Form::Dbmate { Transaction::Wrapped } else { Transaction::One };
        for name in directive.arguments() {
            if self.form == Form::Dbmate
                && let Some(value) = name.value.strip_prefix("transaction:")
            {
                match value {
                    "true" => {}
                    "false" => transaction = Transaction::None,
                    _ => {
                        let message = format!("`transaction` is `true` or `false`, not `{value}`");
                        self.argument_error(name.span, message, "write `transaction:false`".to_owned());
                    }
                }
                continue;
            }
            match name.value.parse::<Dialect>() {
                Ok(dialect) if dialects.contains(dialect) => {
                    self.argument_error(name.span, format!("`{}` is named twice", name.value), String::new());
                }
                Ok(dialect) => dialects = dialects.with(dialect),
                Err(_) => {
                    unknown = true;
                    self.unknown_dialect(name);
                }
            }
        }
        let end = following
            .iter()
            .find(|next| next.word.home() == Home::Section || next.word == Word::Irreversible)
            .map_or(self.text.len(), |next| next.span.start as usize);
        let body = trimmed(self.text, directive.span.end as usize, end);
        // A section for a dialect that nobody knows is not a section for all.
        if !unknown || !dialects.is_empty() {
            let direction = directive.word.direction().unwrap_or(Direction::Up);
            let (source, directive) = (self.source, directive.span);
            migration.sections.push(Section { source, direction, dialects, directive, body, transaction });
        }
    }

    /// All of the text as a section.
    pub(super) fn whole(&mut self, migration: &mut MigrationFile, direction: Direction) {
        let body = trimmed(self.text, 0, self.text.len());
        migration.sections.push(Section {
            source: self.source,
            direction,
            dialects: DialectSet::EMPTY,
            directive: first_line(self.text),
            body,
            transaction: Transaction::Wrapped,
        });
    }

    fn unknown_dialect(&mut self, name: Spanned<&str>) {
        let known = Dialect::ALL.map(|dialect| dialect.facts().name);
        let mut diagnostic = Diagnostic::error(&codes::UNKNOWN_DIALECT, format!("unknown dialect `{}`", name.value))
            .at(self.place(name.span), "");
        diagnostic = match nearest(name.value, known) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None if name.value == "transaction:false" => {
                diagnostic.help(format!("write `{PREFIX}no-transaction` above the first section"))
            }
            None => diagnostic.note(format!("the dialects are {}", known.map(|n| format!("`{n}`")).join(", "))),
        };
        self.out.push(diagnostic);
    }

    /// SQL above the first section, or below an `irreversible` that ends one. Says whether there is some.
    pub(super) fn sql_outside(&mut self, migration: &MigrationFile, directives: &[Directive<'a>]) -> bool {
        let header_end = first_section(directives).map_or(self.text.len(), |d| d.span.start as usize);
        let mut regions = vec![Span::new(0, header_end)];
        for (i, directive) in directives.iter().enumerate() {
            if directive.word == Word::Irreversible && directive.span.start as usize > header_end {
                let next = directives[i + 1..].iter().find(|next| next.word.home() == Home::Section);
                let end = next.map_or(self.text.len(), |d| d.span.start as usize);
                regions.push(Span::new(directive.span.end as usize, end));
            }
        }
        let mut any = false;
        for region in regions {
            let in_header = region.start == 0;
            let dialect = self.reader_of(DialectSet::EMPTY);
            let sql = Lexer::new(self.text, region.range(), dialect).find(|token| {
                token.kind != Kind::Comment
                    && !directives.iter().any(|d| d.span.start <= token.start && token.start < d.span.end)
            });
            let Some(sql) = sql else { continue };
            any = true;
            let line = first_line(&self.text[sql.start as usize..]);
            let span = Span::new(sql.start as usize, (sql.start + line.end) as usize);
            let message = match (in_header, migration.sections.is_empty()) {
                (true, true) => format!("no `{PREFIX}up` above the SQL"),
                (true, false) => "SQL above the first section, where it never runs".to_owned(),
                (false, _) => "SQL below `irreversible`, where it never runs".to_owned(),
            };
            self.out.push(
                Diagnostic::error(&codes::SQL_OUTSIDE, message)
                    .at(self.place(span), "")
                    .help(format!("write `{PREFIX}up` on a line above it")),
            );
        }
        any
    }

    /// Whether there is a section on the way up. One that was written but could not be read counts, and SQL outside of
    /// the sections has been told to stand below one.
    pub(super) fn up(&mut self, migration: &MigrationFile, directives: &[Directive<'a>], sql_outside: bool) {
        let has_up = directives.iter().any(|directive| directive.word == Word::Up);
        if has_up || migration.is_merge() || sql_outside {
            return;
        }
        let at = migration.sections.first().map_or(first_line(self.text), |section| section.directive);
        self.out.push(
            Diagnostic::error(&codes::NO_UP, "the file has no `up` section")
                .at(self.place(at), "")
                .help(format!("write `{PREFIX}up`, and the SQL below it"))
                .note("only a merge, which revises two or more, may do nothing"),
        );
    }

    /// Whether each has something in it, and whether two are for the same.
    pub(super) fn sections(&mut self, migration: &MigrationFile) {
        for (i, section) in migration.sections.iter().enumerate() {
            let overlap = migration.sections[..i].iter().find(|other| {
                other.direction == section.direction
                    && (other.dialects.is_empty()
                        || section.dialects.is_empty()
                        || !other.dialects.intersection(section.dialects).is_empty())
            });
            if let Some(other) = overlap {
                let message = match other.dialects.intersection(section.dialects).iter().next() {
                    Some(dialect) => format!("two `{}` sections for `{dialect}`", section.direction),
                    None => format!("two `{}` sections", section.direction),
                };
                let mut diagnostic = Diagnostic::error(&codes::OVERLAPPING_SECTIONS, message)
                    .at(self.place(section.directive), "")
                    .label(self.place(other.directive), "the other is here");
                if other.dialects.is_empty() != section.dialects.is_empty() {
                    diagnostic = diagnostic.note("a section that names no dialect is for all of them");
                }
                self.out.push(diagnostic);
                continue;
            }
            let mut tokens = Lexer::new(self.text, section.body.range(), self.reader_of(section.dialects));
            let says_something =
                tokens.any(|token| token.kind != Kind::Comment || !token.text(self.text).starts_with(PREFIX));
            // A whole file that is empty has been told as such.
            if !says_something && !migration.is_merge() && !matches!(self.form, Form::Whole(_)) {
                self.out.push(
                    Diagnostic::error(&codes::EMPTY_SECTION, format!("the `{}` section is empty", section.direction))
                        .at(self.place(section.directive), "")
                        .help("write the SQL below it, or a comment that says why there is nothing to do"),
                );
            }
        }
    }

    /// Whether each `trust` and `allow` has a statement.
    pub(super) fn marks(&mut self, migration: &MigrationFile) {
        for (i, mark) in migration.marks.iter().enumerate() {
            let inside =
                |section: &&Section| section.body.start <= mark.span.start && mark.span.end <= section.body.end;
            let Some(section) = migration.sections.iter().find(inside) else { continue };
            let name = match mark.kind {
                MarkKind::Trust => "trust",
                MarkKind::Allow(_) => "allow",
            };
            let range = mark.span.end as usize..section.body.end as usize;
            let sql = Lexer::new(self.text, range, self.reader_of(section.dialects)).find(|t| t.kind != Kind::Comment);
            let Some(sql) = sql else {
                self.out.push(
                    Diagnostic::error(&codes::STRAY_MARK, format!("no statement follows `{name}`"))
                        .at(self.place(mark.span), "")
                        .help("move it to the line above its statement, or delete it"),
                );
                continue;
            };
            let twin = migration.marks[i + 1..].iter().find(|m| m.kind == mark.kind && m.span.end <= sql.start);
            if let Some(twin) = twin {
                self.out.push(
                    Diagnostic::error(&codes::REPEATED_DIRECTIVE, format!("`{name}` is given twice for one statement"))
                        .at(self.place(twin.span), "")
                        .label(self.place(mark.span), "the first is here"),
                );
            }
        }
    }
}

/// `start..end` without white space around it; where nothing is left, the place where it would be.
pub(super) fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let part = &text[start..end];
    let body = part.trim();
    if body.is_empty() {
        return Span::new(start, start);
    }
    let at = start + (part.len() - part.trim_start().len());
    Span::new(at, at + body.len())
}

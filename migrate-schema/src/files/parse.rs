//! A text becomes a [`MigrationFile`]. Here is what the directives of the header say; `sections` has the rest.

use migrate_core::{Dialect, DialectSet, Direction};

use super::header::{Directive, Home, PREFIX, Word};
use super::name::{FileName, NameProblem, id_problem, label_problem};
use super::{Mark, MarkKind, MigrationFile, Revises, Spanned, Transaction, scan};
use crate::diagnostic::{Code, Diagnostic, WHOLE, directives, files as codes, graph};
use crate::source::{Place, Source, SourceId, Span};
use crate::sql::lexer::{Kind, Lexer};

/// Reads one file in the native form. `file` is its path from the folder of the set; the last part gives id and slug.
/// `dialects` are those of the set: they say where a quote ends.
///
/// Pushes what is wrong with the form of the file. `None` only if the file has no usable name; everything else yields
/// what could be read, so that the graph does not miss a revision because of a typo in it.
pub fn parse(
    source: SourceId,
    text: &Source,
    file: &str,
    dialects: DialectSet,
    out: &mut Vec<Diagnostic>,
) -> Option<MigrationFile> {
    let name = read_name(source, file, out);
    let migration = parse_as(Form::Native, source, text, file, dialects, out);
    let name = name?;
    Some(MigrationFile { id: name.id, slug: name.slug, ..migration })
}

/// How a file says what runs, and in which direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// By `-- migrate:up` and `-- migrate:down`.
    Native,
    /// The same as dbmate writes it: with `transaction:false` behind them, and with or without a space before.
    Dbmate,
    /// By `-- +goose Up` and `-- +goose Down`.
    Goose,
    /// All of the text is for one direction.
    Whole(Direction),
}

/// Reads the text of a file, without its name: id and slug are empty.
pub(super) fn parse_as(
    form: Form,
    source: SourceId,
    text: &Source,
    file: &str,
    dialects: DialectSet,
    out: &mut Vec<Diagnostic>,
) -> MigrationFile {
    let mut reader = Reader { source, text: text.text(), dialects, form, out };
    let directives = scan::scan(text.text(), source, dialects, form == Form::Dbmate, reader.out);
    let mut migration = MigrationFile {
        source,
        file: file.to_owned(),
        down: None,
        id: String::new(),
        slug: String::new(),
        message: String::new(),
        revises: Revises::Absent,
        depends_on: Vec::new(),
        labels: Vec::new(),
        no_transaction: None,
        irreversible: None,
        sections: Vec::new(),
        marks: Vec::new(),
    };
    match form {
        Form::Native | Form::Dbmate => {
            reader.message(&mut migration, &directives);
            reader.directives(&mut migration, &directives);
            let outside = reader.sql_outside(&migration, &directives);
            reader.up(&migration, &directives, outside);
        }
        Form::Goose | Form::Whole(_) => {
            match form {
                Form::Whole(direction) => reader.whole(&mut migration, direction),
                Form::Goose | Form::Native | Form::Dbmate => reader.goose(&mut migration),
            }
            reader.directives(&mut migration, &directives);
        }
    }
    if migration.no_transaction.is_some() {
        migration.sections.iter_mut().for_each(|section| section.transaction = Transaction::None);
    }
    reader.sections(&migration);
    reader.marks(&migration);
    migration
}

/// Id and slug from a native name; what is wrong with it is said.
pub(super) fn read_name(source: SourceId, file: &str, out: &mut Vec<Diagnostic>) -> Option<FileName> {
    let name = file.rsplit('/').next().unwrap_or(file);
    match FileName::parse(name) {
        Ok(name) => Some(name),
        Err(problem) => {
            let note = "a migration is called `<revision>_<slug>.sql`, as in `20261118091500_add_users.sql`";
            out.push(bad_name(source, name, &problem, note));
            None
        }
    }
}

/// What is wrong with a file's name; `note` says how it should be called.
pub(super) fn bad_name(source: SourceId, name: &str, problem: &NameProblem, note: &str) -> Diagnostic {
    let diagnostic = Diagnostic::error(&codes::FILE_NAME, format!("bad file name `{name}`: {}", problem.why))
        .at(Place { source, span: WHOLE }, "")
        .note(note);
    match &problem.instead {
        Some(instead) => diagnostic.help(format!("rename it to `{instead}`")),
        None => diagnostic,
    }
}

pub(super) struct Reader<'a, 'o> {
    pub(super) source: SourceId,
    pub(super) text: &'a str,
    dialects: DialectSet,
    pub(super) form: Form,
    pub(super) out: &'o mut Vec<Diagnostic>,
}

impl<'a> Reader<'a, '_> {
    pub(super) fn place(&self, span: Span) -> Place {
        Place { source: self.source, span }
    }

    /// The dialect in which a part of the text is looked at where all must agree.
    pub(super) fn reader_of(&self, named: DialectSet) -> Dialect {
        named.iter().chain(self.dialects.iter()).next().unwrap_or(Dialect::Postgres)
    }

    /// Where the SQL of the text begins; its end if there is none.
    fn first_sql(&self) -> u32 {
        let mut tokens = Lexer::new(self.text, 0..self.text.len(), self.reader_of(DialectSet::EMPTY));
        tokens.find(|token| token.kind != Kind::Comment).map_or(self.text.len() as u32, |token| token.start)
    }

    /// The comments above the first section.
    fn message(&self, migration: &mut MigrationFile, directives: &[Directive<'a>]) {
        let end = first_section(directives).map_or(self.text.len(), |d| d.span.start as usize);
        let mut lines: Vec<&str> = Vec::new();
        for token in Lexer::new(self.text, 0..end, self.reader_of(DialectSet::EMPTY)) {
            if token.kind != Kind::Comment {
                break;
            }
            if directives.iter().any(|d| d.span.start == token.start) {
                continue;
            }
            let comment = token.text(self.text);
            let line = comment.strip_prefix("--").or_else(|| comment.strip_prefix('#'));
            lines.extend(line.map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()));
        }
        let blank = |line: &&str| line.is_empty();
        let first = lines.iter().take_while(|line| blank(line)).count();
        let last = lines.len() - lines.iter().skip(first).rev().take_while(|line| blank(line)).count();
        migration.message = lines[first..last].join("\n");
    }

    fn directives(&mut self, migration: &mut MigrationFile, directives: &[Directive<'a>]) {
        let mut seen: Vec<(Word, Span)> = Vec::new();
        let mut in_header = true;
        // Where no directive begins a section, the first SQL does, or what the other tool has in its place.
        let begin = match self.form {
            Form::Native | Form::Dbmate => None,
            Form::Goose => migration.sections.first().map(|section| section.directive.start),
            Form::Whole(_) => Some(self.first_sql()),
        };
        for (i, directive) in directives.iter().enumerate() {
            let word = directive.word;
            if let Some(begin) = begin {
                in_header = directive.span.start < begin && !matches!((self.form, word), (Form::Whole(_), Word::Trust));
            }
            match word.home() {
                Home::Section if begin.is_some() => {
                    let message = format!("`{}` has no place in a file of this layout", word.name());
                    self.out.push(
                        Diagnostic::error(&directives::MISPLACED_DIRECTIVE, message).at(self.place(directive.span), ""),
                    );
                    continue;
                }
                Home::Header if !in_header && word != Word::Irreversible => self.out.push(
                    Diagnostic::error(
                        &directives::MISPLACED_DIRECTIVE,
                        format!("`{}` is about the whole file and stands above the first section", word.name()),
                    )
                    .at(self.place(directive.span), "")
                    .help(format!("move it above the first `{PREFIX}up` or `{PREFIX}down`")),
                ),
                Home::Statement if in_header && word == Word::Trust => self.out.push(
                    Diagnostic::error(
                        &directives::MISPLACED_DIRECTIVE,
                        "`trust` is about a statement and stands in a section",
                    )
                    .at(self.place(directive.span), "")
                    .help(format!("move it below `{PREFIX}up`, to the line above the statement")),
                ),
                Home::Section => in_header = false,
                Home::Header | Home::Statement => {}
            }
            if word.home() == Home::Header {
                match seen.iter().find(|(other, _)| *other == word) {
                    Some(&(_, first)) => {
                        let mut diagnostic = Diagnostic::error(
                            &directives::REPEATED_DIRECTIVE,
                            format!("`{}` is given twice", word.name()),
                        )
                        .at(self.place(directive.span), "")
                        .label(self.place(first), "the first is here");
                        if matches!(word, Word::Revises | Word::DependsOn | Word::Label) {
                            diagnostic =
                                diagnostic.help(format!("one line takes several: `{PREFIX}{} a b`", word.name()));
                        }
                        self.out.push(diagnostic);
                    }
                    None => seen.push((word, directive.span)),
                }
            }
            match word {
                Word::Revises => self.revises(migration, directive),
                Word::DependsOn => {
                    let names = self.names(directive, "revision id or label", label_problem, &graph::BAD_ID);
                    migration.depends_on.extend(names);
                }
                Word::Label => {
                    let names = self.names(directive, "label", label_problem, &graph::BAD_LABEL);
                    migration.labels.extend(names);
                }
                Word::NoTransaction => {
                    self.nothing_after(directive);
                    migration.no_transaction.get_or_insert(directive.span);
                }
                Word::Irreversible => {
                    let reason = self.reason(directive);
                    migration.irreversible.get_or_insert(reason);
                }
                Word::Up | Word::Down => self.section(migration, directive, &directives[i + 1..]),
                Word::Trust => {
                    self.nothing_after(directive);
                    migration.marks.push(Mark { kind: MarkKind::Trust, source: self.source, span: directive.span });
                }
                Word::Allow => self.allow(migration, directive),
            }
        }
        if let (Some(reason), Some(down)) =
            (&migration.irreversible, migration.sections.iter().find(|section| section.direction == Direction::Down))
        {
            self.out.push(
                Diagnostic::error(
                    &directives::IRREVERSIBLE_DOWN,
                    "the file is irreversible, and yet has a `down` section",
                )
                .at(self.place(down.directive), "how it is taken back")
                .label(self.place(reason.span), "it cannot be taken back")
                .help("delete one of the two"),
            );
        }
    }

    pub(super) fn argument_error(&mut self, span: Span, message: String, help: String) {
        let diagnostic = Diagnostic::error(&directives::DIRECTIVE_ARGUMENT, message).at(self.place(span), "");
        self.out.push(if help.is_empty() { diagnostic } else { diagnostic.help(help) });
    }

    fn nothing_after(&mut self, directive: &Directive<'a>) {
        if !directive.rest.value.is_empty() {
            let name = directive.word.name();
            let message = format!("`{name}` takes nothing behind it");
            self.argument_error(directive.rest.span, message, format!("write `{PREFIX}{name}`"));
        }
    }

    fn needs(&mut self, directive: &Directive<'a>, what: &str) {
        let message = format!("`{}` needs a {what}", directive.word.name());
        self.argument_error(directive.span, message, format!("for example `{}`", directive.word.example()));
    }

    fn revises(&mut self, migration: &mut MigrationFile, directive: &Directive<'a>) {
        let arguments: Vec<_> = directive.arguments().collect();
        if let [only] = arguments.as_slice()
            && only.value == "none"
        {
            if migration.revises == Revises::Absent {
                migration.revises = Revises::None(directive.span);
            }
            return;
        }
        if let Some(none) = arguments.iter().find(|argument| argument.value == "none") {
            let message = "`none` stands alone: a base has no parent".to_owned();
            self.argument_error(none.span, message, format!("write `{PREFIX}revises none`, or delete `none`"));
        }
        let mut ids = self.names(directive, "revision id", id_problem, &graph::BAD_ID);
        ids.retain(|id| id.value != "none");
        if ids.is_empty() {
            return;
        }
        match &mut migration.revises {
            Revises::Ids(all) => all.extend(ids),
            Revises::Absent | Revises::Line(_) | Revises::None(_) => migration.revises = Revises::Ids(ids),
        }
    }

    /// One or several names; bad ones are reported and left out.
    fn names(
        &mut self,
        directive: &Directive<'a>,
        what: &str,
        problem: fn(&str) -> Option<String>,
        code: &'static Code,
    ) -> Vec<Spanned<String>> {
        let mut names: Vec<Spanned<String>> = Vec::new();
        if directive.rest.value.is_empty() {
            self.needs(directive, what);
        } else if directive.rest.value.contains(',') {
            let fixed: Vec<_> = directive.rest.value.split([',', ' ', '\t']).filter(|part| !part.is_empty()).collect();
            let message = format!("the names behind `{}` are separated by spaces", directive.word.name());
            let help = format!("write `{PREFIX}{} {}`", directive.word.name(), fixed.join(" "));
            self.argument_error(directive.rest.span, message, help);
            return names;
        }
        for Spanned { value, span } in directive.arguments() {
            if names.iter().any(|name| name.value == value) {
                self.argument_error(span, format!("`{value}` is named twice"), String::new());
            } else if let Some(why) = problem(value).filter(|_| value != "none" || directive.word != Word::Revises) {
                let mut diagnostic = Diagnostic::error(code, why).at(self.place(span), "");
                // A file name in place of an id.
                let id = value.split('_').next().unwrap_or(value).trim_end_matches(".sql");
                if directive.word != Word::Label && id != value && id_problem(id).is_none() {
                    diagnostic =
                        diagnostic.help(format!("write the id alone: `{PREFIX}{} {id}`", directive.word.name()));
                }
                self.out.push(diagnostic);
            } else {
                names.push(Spanned { value: value.to_owned(), span });
            }
        }
        names
    }

    /// What stands between the quotes of `irreversible "…"`.
    fn reason(&mut self, directive: &Directive<'a>) -> Spanned<String> {
        let given = directive.rest.value;
        let quoted = given.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map(str::trim);
        match quoted {
            Some(reason) if !reason.is_empty() => return Spanned { value: reason.to_owned(), span: directive.span },
            Some(_) => self.needs(directive, "reason"),
            None if given.is_empty() => self.needs(directive, "reason in quotes"),
            None => {
                let help = format!("write `{PREFIX}irreversible \"{}\"`", given.trim_matches(['"', '\'']));
                self.argument_error(directive.rest.span, "the reason stands in double quotes".to_owned(), help);
            }
        }
        Spanned { value: given.trim_matches('"').to_owned(), span: directive.span }
    }

    fn allow(&mut self, migration: &mut MigrationFile, directive: &Directive<'a>) {
        let mut lints = directive.arguments();
        let Some(lint) = lints.next() else { return self.needs(directive, "lint") };
        if let Some(second) = lints.next() {
            let help = format!("write `{PREFIX}allow {}` on a line of its own", second.value);
            self.argument_error(second.span, "`allow` takes one lint".to_owned(), help);
        }
        let kind = MarkKind::Allow(lint.value.to_owned());
        migration.marks.push(Mark { kind, source: self.source, span: directive.span });
    }
}

/// The directive that ends the header.
pub(super) fn first_section<'d, 'a>(directives: &'d [Directive<'a>]) -> Option<&'d Directive<'a>> {
    directives.iter().find(|directive| directive.word.home() == Home::Section)
}

#[cfg(test)]
mod tests;

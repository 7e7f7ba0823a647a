//! What reaches the terminal: text or JSON, colours, errors, and what the exit code says.

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use migrate_core::listing::{NewError, RangeError};
use migrate_core::plan::PlanError;
use migrate_core::target::TargetError;
use migrate_runtime::redacted;
use migrate_schema::Project;
use migrate_schema::diagnostic::{self, Code, Diagnostic, Severity};
use migrate_schema::files::author::AuthorError;
use migrate_schema::source::{Place, Sources};
use serde_json::{Value, json};

use migrate_schema::diagnostic::command;

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::BrightYellow.on_default().bold();
const BOLD: Style = Style::new().bold();

/// How a command ended that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// 0.
    Fine,
    /// 1: something was found.
    Found,
}

impl Exit {
    /// [`Exit::Found`] if it was.
    pub(crate) fn found(found: bool) -> Exit {
        if found { Exit::Found } else { Exit::Fine }
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) struct Failure {
    code: &'static str,
    message: String,
    help: Vec<String>,
    /// What was committed before it, if something ran.
    committed: Option<Vec<String>>,
    /// The errors of the set, if it is refused because of them.
    project: Option<Box<Project>>,
}

impl Failure {
    pub(crate) fn new(code: &'static Code, message: impl Into<String>) -> Failure {
        Failure::of(code.id, message)
    }

    fn of(code: &'static str, message: impl Into<String>) -> Failure {
        Failure { code, message: message.into(), help: Vec::new(), committed: None, project: None }
    }

    /// The set has errors.
    pub(crate) fn broken(project: Project) -> Failure {
        let errors = project.diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
        let message = format!("the migrations have {}", count(errors, "error"));
        Failure { project: Some(Box::new(project)), ..Failure::new(&command::BROKEN_SET, message) }
    }

    /// The system refused something about a file.
    pub(crate) fn file(path: &str, what: &str, error: &std::io::Error) -> Failure {
        Failure::new(&command::FILE, format!("cannot {what} {path}: {error}"))
    }

    /// One of several targets failed.
    pub(crate) fn in_target(name: &str, error: &migrate_runtime::Error) -> Failure {
        Failure::of(error.code(), format!("{name}: {error}"))
    }

    /// What to do about it; one line each.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Failure {
        self.help.push(help.into());
        self
    }

    /// 1 if the database was reached and a migration is at fault, else 2.
    pub(crate) fn exit_code(&self) -> u8 {
        if self.code == "M1020" { 1 } else { 2 }
    }

    fn json(&self) -> Value {
        let mut error = json!({ "code": self.code, "message": scrubbed(&self.message) });
        if !self.help.is_empty() {
            error["help"] = self.help.iter().map(|help| scrubbed(help)).collect();
        }
        if let Some(committed) = &self.committed {
            error["committed"] = json!(committed);
        }
        if let Some(project) = &self.project {
            error["diagnostics"] =
                project.diagnostics.iter().map(|found| diagnostic_json(&project.sources, found)).collect();
        }
        error
    }
}

impl From<migrate_runtime::Error> for Failure {
    fn from(error: migrate_runtime::Error) -> Failure {
        let committed = error.report().map(|report| report.steps.iter().map(|step| step.id.clone()).collect());
        Failure { committed, ..Failure::of(error.code(), error.to_string()) }
    }
}

impl From<TargetError> for Failure {
    fn from(error: TargetError) -> Failure {
        migrate_runtime::Error::from(error).into()
    }
}

impl From<PlanError> for Failure {
    fn from(error: PlanError) -> Failure {
        migrate_runtime::Error::from(error).into()
    }
}

impl From<RangeError> for Failure {
    fn from(error: RangeError) -> Failure {
        match error {
            RangeError::End(error) => error.into(),
            other => Failure::of("M1011", other.to_string()),
        }
    }
}

impl From<NewError> for Failure {
    fn from(error: NewError) -> Failure {
        Failure::new(&command::NEW_REVISION, error.to_string())
    }
}

impl From<AuthorError> for Failure {
    fn from(error: AuthorError) -> Failure {
        Failure::new(&command::NEW_REVISION, error.to_string())
    }
}

/// How to say things.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Output {
    /// JSON instead of text.
    pub(crate) json: bool,
    /// Only what was asked for.
    pub(crate) quiet: bool,
    /// More than what was asked for.
    pub(crate) verbose: bool,
}

impl Output {
    /// What was asked for, as text. A reader that has gone away is no error: what runs must not end half way for it.
    pub(crate) fn line(self, text: impl Display) {
        let _ = writeln!(anstream::stdout().lock(), "{text}");
    }

    /// What was asked for, as JSON.
    pub(crate) fn document(self, value: &Value) {
        self.line(format_args!("{value:#}"));
    }

    /// One event of a run, as JSON.
    pub(crate) fn event(self, value: &Value) {
        self.line(value);
    }

    /// Something besides, for a person. Not said with `--quiet` or `--json`.
    pub(crate) fn note(self, text: impl Display) {
        if !self.quiet && !self.json {
            let _ = writeln!(anstream::stderr().lock(), "{text}");
        }
    }

    /// Something that a person should look at.
    pub(crate) fn warning(self, text: impl Display) {
        let text = scrubbed(&text.to_string());
        let mut stderr = anstream::stderr().lock();
        let _ = match self.json {
            true => writeln!(stderr, "{}", json!({ "warning": text })),
            false => writeln!(stderr, "{WARNING}warning{WARNING:#}: {text}"),
        };
    }

    /// Why it ends here.
    pub(crate) fn failure(self, failure: &Failure) {
        let mut stderr = anstream::stderr().lock();
        if self.json {
            let _ = writeln!(stderr, "{}", failure.json());
            return;
        }
        if let Some(project) = failure.project.as_deref().filter(|project| project.folder.is_none()) {
            let text = diagnostic::render_all(&project.sources, &project.diagnostics, diagnostic::Style::Ansi);
            let _ = writeln!(stderr, "{text}");
            return;
        }
        if let Some(project) = &failure.project {
            let mut diagnostics = project.diagnostics.clone();
            diagnostics.retain(|found| found.severity == Severity::Error);
            let rest = diagnostic::limit(&mut diagnostics, diagnostic::MOST);
            let _ = writeln!(
                stderr,
                "{}\n",
                diagnostic::render_all(&project.sources, &diagnostics, diagnostic::Style::Ansi)
            );
            if let Some(rest) = rest {
                let _ = writeln!(stderr, "{rest}: `migrate check` shows all\n");
            }
        }
        let Failure { code, message, help, .. } = failure;
        let _ = writeln!(stderr, "{ERROR}error[{code}]{ERROR:#}{BOLD}:{BOLD:#} {}", scrubbed(message));
        for help in help {
            let _ = writeln!(stderr, "  = {BOLD}help{BOLD:#}: {}", scrubbed(help));
        }
    }
}

/// Wrong arguments, or a question about them.
pub(crate) fn usage(error: &clap::Error, json: bool) -> ExitCode {
    let text = error.render();
    if !error.use_stderr() {
        let _ = write!(anstream::stdout().lock(), "{}", text.ansi());
        return ExitCode::SUCCESS;
    }
    let mut stderr = anstream::stderr().lock();
    if json {
        let message = scrubbed(text.to_string().trim_start_matches("error: ").trim_end());
        let _ = writeln!(stderr, "{}", json!({ "code": command::USAGE.id, "message": message }));
    } else {
        // An argument that is repeated may be a URL.
        let _ = write!(stderr, "{}", scrubbed(&text.ansi().to_string()));
    }
    ExitCode::from(2)
}

/// A text without the passwords of URLs in it. The arguments are replaced as a whole, since they may hold anything.
pub(crate) fn scrubbed(text: &str) -> String {
    let mut text = text.to_owned();
    for argument in std::env::args().filter(|argument| argument.contains("://")) {
        let url = argument.strip_prefix("--database-url=").unwrap_or(&argument);
        text = text.replace(url, &redacted(url));
    }
    scrubbed_words(&text)
}

fn scrubbed_words(text: &str) -> String {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '\'' | '"' | '`' | '\u{1b}');
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(is_end) {
        let word = piece.trim_end_matches(is_end).trim_end_matches([':', ',', '.', ';']);
        match word.contains("://") {
            true => out.push_str(&redacted(word)),
            false => out.push_str(word),
        }
        out.push_str(&piece[word.len()..]);
    }
    out
}

/// `1 error`, `2 errors`.
pub(crate) fn count(number: usize, word: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {word}{plural}")
}

/// A problem of the set.
pub(crate) fn diagnostic_json(sources: &Sources, found: &Diagnostic) -> Value {
    let mut json = json!({
        "code": found.code.id,
        "severity": severity(found.severity),
        "message": found.message,
        "labels": found.labels.iter().map(|label| {
            let mut json = place_json(sources, label.place);
            json["text"] = json!(label.text);
            json
        }).collect::<Vec<_>>(),
        "notes": found.notes,
        "help": found.help,
    });
    if let Some(place) = found.at {
        let mut at = place_json(sources, place);
        at["text"] = json!(found.label);
        json["at"] = at;
    }
    json
}

/// `error`, `warning`, `note`.
pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// File, line and column; only the file where all of it is meant.
fn place_json(sources: &Sources, place: Place) -> Value {
    let place = sources.origin(place);
    let source = sources.get(place.source);
    let mut json = json!({ "file": source.path() });
    if place.span != diagnostic::WHOLE {
        let (start, end) = (source.line_col(place.span.start as usize), source.line_col(place.span.end as usize));
        json["line"] = json!(start.line);
        json["column"] = json!(start.column);
        json["end_line"] = json!(end.line);
        json["end_column"] = json!(end.column);
    }
    json
}

#[cfg(test)]
mod tests {
    use super::scrubbed_words as scrubbed;

    #[test]
    fn urls_lose_their_passwords_wherever_they_stand() {
        assert_eq!(
            scrubbed("unexpected argument 'postgres://app:s3cret@db/x' found, see https://a.b/c."),
            "unexpected argument 'postgres://app:***@db/x' found, see https://a.b/c."
        );
        assert_eq!(scrubbed("  a\n b "), "  a\n b ");
    }
}

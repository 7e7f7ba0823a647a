//! `migrate check`

use clap::{Args, ValueEnum};
use migrate_schema::Project;
use migrate_schema::diagnostic::{self, Diagnostic, Severity, Style};
use serde_json::{Value, json};

use crate::context::Context;
use crate::output::{Exit, Failure, count, diagnostic_json, severity};

/// Check all files, as `cargo build` does, and whether the models are what they make
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// How to print what is found
    #[arg(long, value_enum, value_name = "FORMAT", conflicts_with = "json")]
    format: Option<Format>,
}

/// How to print what is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// As rustc does
    Human,
    /// One document
    Json,
    /// Annotations of GitHub Actions
    Github,
}

impl Check {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let mut project = context.project();
        project.compare_models(&context.folder(), Severity::Error);
        if project.folder.is_none() {
            return Err(Failure::broken(project));
        }
        let output = context.output;
        let format = self.format.unwrap_or(if output.json { Format::Json } else { Format::Human });
        match format {
            Format::Human => {
                if !project.diagnostics.is_empty() {
                    output.line(diagnostic::render_all(&project.sources, &project.diagnostics, Style::Ansi));
                    output.line("");
                }
                if !output.quiet {
                    output.line(summary(&project));
                }
            }
            Format::Json => output.document(&as_json(&project)),
            Format::Github => project.diagnostics.iter().for_each(|found| output.line(github(&project, found))),
        }
        Ok(Exit::found(project.has_errors()))
    }
}

fn number(project: &Project, severity: Severity) -> usize {
    project.diagnostics.iter().filter(|found| found.severity == severity).count()
}

fn summary(project: &Project) -> String {
    let revisions = count(project.files.len(), "revision");
    let found: Vec<String> = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")]
        .into_iter()
        .map(|(severity, word)| (number(project, severity), word))
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| count(number, word))
        .collect();
    if found.is_empty() { format!("{revisions}: no problems") } else { format!("{revisions}: {}", found.join(", ")) }
}

fn as_json(project: &Project) -> Value {
    json!({
        "revisions": project.files.len(),
        "errors": number(project, Severity::Error),
        "warnings": number(project, Severity::Warning),
        "notes": number(project, Severity::Note),
        "diagnostics": project.diagnostics.iter().map(|found| diagnostic_json(&project.sources, found)).collect::<Vec<_>>(),
    })
}

/// `::error file=migrations/1_a.sql,line=3,col=5,title=M0301::unknown …`.
fn github(project: &Project, found: &Diagnostic) -> String {
    let command = match found.severity {
        Severity::Note => "notice",
        Severity::Error | Severity::Warning => severity(found.severity),
    };
    let mut properties = String::new();
    if let Some(place) = found.at.map(|at| project.sources.origin(at)) {
        let source = project.sources.get(place.source);
        properties = format!("file={},", property(source.path()));
        if place.span != diagnostic::WHOLE {
            let start = source.line_col(place.span.start as usize);
            let end = source.line_col(place.span.end as usize);
            properties += &format!("line={},endLine={},col={},", start.line, end.line, start.column);
        }
    }
    let mut text = found.message.clone();
    found.notes.iter().for_each(|note| text += &format!("\nnote: {note}"));
    found.help.iter().for_each(|help| text += &format!("\nhelp: {help}"));
    format!("::{command} {properties}title={}::{}", found.code.id, escaped(&text))
}

/// As the runner reads the text of an annotation.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// As the runner reads a property of one.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

//! From the arguments to a `Project` to tokens.

use std::path::PathBuf;

use migrate_schema::Project;
use migrate_schema::diagnostic::{self, Diagnostic, Severity, Style};
use migrate_schema::source::Sources;
use proc_macro2::TokenStream;
use syn::LitStr;

use crate::input::Input;
use crate::tokens;

/// What the macro becomes.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let input: Input = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let folder = match Folder::new(&input.folder) {
        Ok(folder) => folder,
        Err(error) => return tokens::failed(&input, &[error.to_string()]),
    };
    let mut project = Project::load(&folder.path, &folder.shown, input.dialects);
    project.check_drift(&folder.path);
    let mut messages = Vec::new();
    messages.extend(conflict(&input, &project));
    messages.extend(missing_judges(&project));
    let (mut errors, mut warnings): (Vec<_>, Vec<_>) = std::mem::take(&mut project.diagnostics)
        .into_iter()
        .filter(|diagnostic| diagnostic.severity != Severity::Note)
        .partition(|diagnostic| diagnostic.severity == Severity::Error);
    let show = |list: &mut Vec<_>, what| {
        let rest = diagnostic::limit(list, diagnostic::MOST);
        let mut texts: Vec<String> = list.iter().map(|it| message(&project.sources, it)).collect();
        texts.extend(rest.map(|rest| format!("{rest} {what}")));
        texts
    };
    let warnings = show(&mut warnings, "in these migrations; `migrate check` shows all");
    messages.extend(show(&mut errors, "in these migrations; `migrate check` shows all"));
    tokens::embedded(&input, &folder, &project, &messages, &warnings)
}

/// Where the folder is, for us and for the tokens.
pub(crate) struct Folder {
    /// For reading it now.
    pub(crate) path: PathBuf,
    /// As it was written, for people.
    pub(crate) shown: String,
    /// The variable whose value the path begins with, and what follows it: `CARGO_MANIFEST_DIR` and `/migrations`.
    /// Without a variable the path is absolute as it stands.
    pub(crate) base: Option<&'static str>,
    pub(crate) rest: String,
}

impl Folder {
    fn new(literal: &LitStr) -> Result<Folder, String> {
        let text = literal.value().replace('\\', "/");
        let shown = text.trim_end_matches('/').to_owned();
        for base in ["CARGO_MANIFEST_DIR", "OUT_DIR"] {
            if let Some(rest) = shown.strip_prefix(&format!("${base}")) {
                return Folder::below(base, rest.to_owned(), shown.clone());
            }
        }
        if shown.starts_with('$') {
            return Err(format!(
                "`{shown}`: a path may begin with $CARGO_MANIFEST_DIR or $OUT_DIR and no other variable"
            ));
        }
        if PathBuf::from(&shown).is_absolute() {
            return Ok(Folder { path: PathBuf::from(&shown), base: None, rest: shown.clone(), shown });
        }
        let rest = shown.strip_prefix("./").unwrap_or(&shown);
        Folder::below("CARGO_MANIFEST_DIR", format!("/{rest}"), rest.to_owned())
    }

    fn below(base: &'static str, rest: String, shown: String) -> Result<Folder, String> {
        let Ok(directory) = std::env::var(base) else {
            return Err(format!("the path of the migrations is relative to {base}, which is not set: cargo sets it"));
        };
        let path = PathBuf::from(format!("{directory}{rest}"));
        Ok(Folder { path, shown, base: Some(base), rest })
    }
}

/// As rustc shows it behind its own `error: `: the code takes the place of rustc's, the frames follow.
fn message(sources: &Sources, diagnostic: &Diagnostic) -> String {
    let rendered = diagnostic::render(sources, diagnostic, Style::Plain);
    let frames = rendered.split_once('\n').map_or("", |(_, frames)| frames);
    format!("{}: {}\n{frames}", diagnostic.code.id, diagnostic.message)
}

/// The settings are the one source of truth: an argument may repeat them, not change them.
fn conflict(input: &Input, project: &Project) -> Option<String> {
    let named = project.folder.as_ref()?.settings.dialect_set();
    let differs = !input.dialects.is_empty() && !named.is_empty() && named != input.dialects;
    differs.then(|| {
        format!(
            "`dialect` is `{}` here and `{named}` in migrate.toml\n  = help: leave it out here: migrate.toml holds for the \
             macro, the program and the command",
            input.dialects
        )
    })
}

/// Without a judge broken SQL would pass in silence.
fn missing_judges(project: &Project) -> Option<String> {
    let missing: Vec<_> = project
        .dialects
        .iter()
        .filter(|&dialect| !migrate_schema::sql::judge::available(dialect))
        .map(|dialect| if dialect.is_mysql_family() { "mysql" } else { dialect.facts().name })
        .collect();
    let feature = missing.first()?;
    Some(format!(
        "the migrations are written for {}, and this build cannot check that\n  = help: enable the feature `{feature}` of \
         migrate-runtime in Cargo.toml",
        migrate_core::packed::dialect_list(project.dialects)
    ))
}

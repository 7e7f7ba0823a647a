//! The reader of `migrate.toml`: all problems at once, each with its place.

use migrate_core::lease::Lock;
use migrate_core::ledger::Ledger;
use migrate_core::limits::{Limit, Limits};
use migrate_core::{Dialect, Text};
use toml::Spanned as Toml;
use toml::de::{DeTable, DeValue};

use super::models::pattern_problem;
use super::{Drift, FileTemplate, Heads, IdStyle, Models, Newer, ServerVersion, Settings};
use crate::diagnostic::{Diagnostic, nearest, settings as codes};
use crate::files::Spanned;
use crate::files::layouts::LAYOUTS;
use crate::source::{Place, Source, SourceId, Span};

/// The longest name that all servers take; PostgreSQL cuts longer ones without a word.
const LONGEST_NAME: usize = 63;

/// More is a mistake: each try waits.
const MOST_RETRIES: u32 = 1000;

const KEYS: [&str; 15] = [
    "dialect",
    "server_version",
    "ledger",
    "session",
    "lock",
    "ids",
    "file_template",
    "heads",
    "ignore",
    "recursive",
    "versions",
    "layout",
    "lints",
    "newer",
    "models",
];

const MODELS_KEYS: [&str; 5] = ["schema", "rust", "drift", "include", "exclude"];

/// Reads the settings. What is wrong is reported and has its default.
pub fn read(id: SourceId, source: &Source, out: &mut Vec<Diagnostic>) -> Settings {
    let mut reader = Reader { source: id, out };
    let mut settings = Settings { source: Some(id), ..Settings::default() };
    let (table, errors) = DeTable::parse_recoverable(source.text());
    for error in &errors {
        let range = error.span().unwrap_or(0..0);
        let first = error.message().lines().next().unwrap_or_default();
        reader.error(&codes::NOT_TOML, range, format!("`migrate.toml` is not TOML: {first}"));
    }
    if !errors.is_empty() {
        // What was read around an error may be half of what stands there.
        return settings;
    }
    let table = table.get_ref();
    if let Some(value) = table.get("dialect") {
        settings.dialects = reader.dialects(value);
    }
    for (key, value) in table.iter() {
        match key.get_ref().as_ref() {
            "dialect" => {}
            "server_version" => settings.server_versions = reader.server_versions(value, &settings.dialects),
            "ledger" => settings.ledger = reader.ledger(value, &settings.dialects),
            "lock" => settings.lock = reader.choice(value, "lock", &Lock::NAMES).unwrap_or_default(),
            "session" => settings.limits = reader.session(value),
            "ids" => settings.ids = reader.choice(value, "ids", &IdStyle::NAMES).unwrap_or_default(),
            "heads" => settings.heads = reader.choice(value, "heads", &Heads::NAMES).unwrap_or_default(),
            "newer" => settings.newer = reader.choice(value, "newer", &Newer::NAMES).unwrap_or_default(),
            "file_template" => settings.file_template = reader.template(value),
            "ignore" => settings.ignore = reader.patterns(value),
            "recursive" => match value.get_ref().as_bool() {
                Some(recursive) => settings.recursive = recursive,
                None => reader.wrong_type(value, "recursive", "`true` or `false`"),
            },
            "versions" => settings.versions = reader.versions(value),
            "layout" => settings.layout = reader.choice(value, "layout", &LAYOUTS.map(|layout| (layout.name, layout))),
            "lints" => settings.lints = reader.lints(value),
            "models" => settings.models = reader.models(value),
            other => reader.unknown(key, "setting", other, &KEYS),
        }
    }
    settings
}

pub(super) struct Reader<'o> {
    source: SourceId,
    out: &'o mut Vec<Diagnostic>,
}

type Value<'i> = Toml<DeValue<'i>>;

impl Reader<'_> {
    fn place(&self, range: std::ops::Range<usize>) -> Place {
        Place { source: self.source, span: Span::new(range.start, range.end) }
    }

    fn error(&mut self, code: &'static crate::diagnostic::Code, range: std::ops::Range<usize>, message: String) {
        self.out.push(Diagnostic::error(code, message).at(self.place(range), ""));
    }

    fn bad_value(&mut self, value: &Value<'_>, message: String, help: Option<String>) {
        let mut diagnostic = Diagnostic::error(&codes::BAD_VALUE, message).at(self.place(value.span()), "");
        diagnostic.help.extend(help);
        self.out.push(diagnostic);
    }

    pub(super) fn wrong_type(&mut self, value: &Value<'_>, key: &str, wanted: &str) {
        let message = format!("`{key}` is {wanted}");
        self.out.push(
            Diagnostic::error(&codes::WRONG_TYPE, message)
                .at(self.place(value.span()), format!("this is {}", article(value.get_ref().type_str()))),
        );
    }

    fn unknown(&mut self, key: &Toml<std::borrow::Cow<'_, str>>, what: &str, name: &str, known: &[&str]) {
        let diagnostic = Diagnostic::error(&codes::UNKNOWN_SETTING, format!("unknown {what} `{name}`"))
            .at(self.place(key.span()), "");
        let folded = name.replace('-', "_");
        let synonym = match folded.as_str() {
            "dialects" | "database" | "engine" | "backend" => Some("dialect"),
            "table" | "schema" if known.contains(&"ledger") => Some("ledger"),
            "drift" | "include" | "rust" if known.contains(&"models") => Some("models"),
            "exclude" => Some("ignore"),
            "table_lock_timeout" | "statement_timeout" | "lock_retries" if known.contains(&"session") => {
                Some("session")
            }
            "lock_timeout" if known.contains(&"session") => Some("session"),
            "lock_timeout" if known.contains(&"table_lock_timeout") => Some("table_lock_timeout"),
            _ => None,
        };
        let diagnostic = match synonym.filter(|s| known.contains(s)).or_else(|| nearest(&folded, known.iter().copied()))
        {
            Some("ledger") if folded == "table" || folded == "schema" => {
                diagnostic.help(format!("write it below `[ledger]`: `{folded} = …`"))
            }
            Some("models") if folded != "model" => {
                diagnostic.help(format!("write it below `[models]`: `{folded} = …`"))
            }
            Some("session") if folded != "session" => {
                let key = if folded == "lock_timeout" { "table_lock_timeout" } else { folded.as_str() };
                diagnostic.help(format!("write it below `[session]`: `{key} = …`"))
            }
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.note(format!("there are {}", ticked(known.iter().copied()))),
        };
        self.out.push(diagnostic);
    }

    /// A text that is one of a few.
    pub(super) fn choice<T: Copy>(&mut self, value: &Value<'_>, key: &str, all: &[(&str, T)]) -> Option<T> {
        let names = || all.iter().map(|(name, _)| *name);
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(value, key, &format!("a text: {}", ticked(names())));
            return None;
        };
        let found = all.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        if found.is_none() {
            let message = format!("`{key}` cannot be `{text}`, only {}", ticked(names()));
            let help = nearest(text, names()).map(|near| format!("did you mean `{near}`?"));
            self.bad_value(value, message, help);
        }
        found
    }

    fn dialects(&mut self, value: &Value<'_>) -> Vec<Dialect> {
        let mut dialects = Vec::new();
        match value.get_ref() {
            DeValue::String(name) => dialects.extend(self.dialect(value, name)),
            DeValue::Array(items) => {
                if items.is_empty() {
                    self.bad_value(value, "`dialect` names no dialect".to_owned(), None);
                }
                for item in items.iter() {
                    let Some(name) = item.get_ref().as_str() else {
                        self.wrong_type(item, "dialect", "a text or a list of texts");
                        continue;
                    };
                    match self.dialect(item, name) {
                        Some(dialect) if dialects.contains(&dialect) => {
                            self.bad_value(item, format!("`{name}` is named twice"), None);
                        }
                        dialect => dialects.extend(dialect),
                    }
                }
            }
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Table(_) => {
                self.wrong_type(value, "dialect", "a text or a list of texts");
            }
        }
        dialects
    }

    fn dialect(&mut self, value: &Value<'_>, name: &str) -> Option<Dialect> {
        let dialect = name.parse().ok();
        if dialect.is_none() {
            let known = Dialect::ALL.map(|dialect| dialect.facts().name);
            let message = format!("unknown dialect `{name}`, only {}", ticked(known));
            self.bad_value(value, message, nearest(name, known).map(|near| format!("did you mean `{near}`?")));
        }
        dialect
    }

    fn server_versions(&mut self, value: &Value<'_>, dialects: &[Dialect]) -> Vec<(Dialect, ServerVersion)> {
        match (value.get_ref(), dialects) {
            (DeValue::Table(table), _) => {
                let known: Vec<_> = dialects.iter().map(|dialect| dialect.facts().name).collect();
                let mut versions: Vec<(Dialect, ServerVersion)> = Vec::new();
                for (key, value) in table.iter() {
                    let name = key.get_ref().as_ref();
                    match name.parse().ok().filter(|dialect| dialects.contains(dialect)) {
                        Some(dialect) => versions.extend(self.server_version(value).map(|version| (dialect, version))),
                        None => self.unknown(key, "dialect of `server_version`", name, &known),
                    }
                }
                versions.sort_by_key(|(dialect, _)| dialects.iter().position(|d| d == dialect));
                versions
            }
            (_, [dialect]) => self.server_version(value).map(|version| (*dialect, version)).into_iter().collect(),
            (_, []) => {
                let message = "`server_version` needs `dialect`: of which server is it?".to_owned();
                self.bad_value(value, message, None);
                Vec::new()
            }
            (_, several) => {
                let example: Vec<_> = several.iter().map(|dialect| format!("{dialect} = \"…\"")).collect();
                let help = format!("write `server_version = {{ {} }}`", example.join(", "));
                self.bad_value(value, "one `server_version` for several dialects".to_owned(), Some(help));
                Vec::new()
            }
        }
    }

    fn server_version(&mut self, value: &Value<'_>) -> Option<ServerVersion> {
        let Some(text) = value.get_ref().as_str() else {
            // 10.10 is 10.1 as a number.
            self.wrong_type(value, "server_version", "a text, as in `\"10.11\"`");
            return None;
        };
        let version = ServerVersion::parse(text);
        if version.is_none() {
            let message =
                format!("`{text}` is no version: one to three numbers with dots between, as in `16` or `10.11.6`");
            self.bad_value(value, message, None);
        }
        version
    }

    fn ledger(&mut self, value: &Value<'_>, dialects: &[Dialect]) -> Ledger {
        let mut ledger = Ledger::default();
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(value, "ledger", "a table: `[ledger]`, and below it `table = \"migrate_ledger\"`");
            return ledger;
        };
        for (key, value) in table.iter() {
            match key.get_ref().as_ref() {
                "table" => ledger.table = self.name(value, "ledger.table").map_or(ledger.table, Text::Owned),
                "schema" => {
                    ledger.schema = self.name(value, "ledger.schema").map(Text::Owned);
                    if let Some(without) = dialects.iter().find(|dialect| !dialect.facts().schemas) {
                        let title = without.facts().title;
                        let help = "delete the line".to_owned();
                        self.bad_value(
                            value,
                            format!("{title} has no schemas, so `ledger.schema` cannot be set"),
                            Some(help),
                        );
                    }
                }
                other => self.unknown(key, "setting of `ledger`", other, &["table", "schema"]),
            }
        }
        ledger
    }

    fn models(&mut self, value: &Value<'_>) -> Models {
        let mut models = Models::default();
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(value, "models", "a table: `[models]`, and below it `rust = \"../src\"`");
            return models;
        };
        for (key, value) in table.iter() {
            match key.get_ref().as_ref() {
                "schema" => models.schema = self.model_paths(value, "models.schema"),
                "rust" => models.rust = self.model_paths(value, "models.rust"),
                "drift" => models.drift = self.choice(value, "models.drift", &Drift::NAMES).unwrap_or_default(),
                "include" => models.include = self.model_patterns(value, "models.include"),
                "exclude" => models.exclude = self.model_patterns(value, "models.exclude"),
                other => self.unknown(key, "setting of `models`", other, &MODELS_KEYS),
            }
        }
        models
    }

    /// One path or several, from the folder.
    fn model_paths(&mut self, value: &Value<'_>, key: &str) -> Vec<Spanned<String>> {
        let mut paths = match value.get_ref() {
            DeValue::String(path) => {
                let range = value.span();
                vec![Spanned { value: path.to_string(), span: Span::new(range.start, range.end) }]
            }
            DeValue::Array(items) => {
                if items.is_empty() {
                    let help = "delete the line".to_owned();
                    self.bad_value(value, format!("`{key}` names no path"), Some(help));
                }
                self.texts(value, key)
            }
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Table(_) => {
                self.wrong_type(value, key, "a text or a list of texts");
                Vec::new()
            }
        };
        paths.retain_mut(|path| {
            let why = match path.value.as_str() {
                text if text.trim().is_empty() => "it is empty",
                text if text.contains('\\') => "`/` stands between directories",
                text if text.starts_with('/') || text.get(1..2) == Some(":") => {
                    "paths begin in this folder, as `../src`"
                }
                text if text.contains('*') => "it is a path, without `*`",
                _ => {
                    path.value = path.value.trim_end_matches('/').to_owned();
                    return true;
                }
            };
            let message = format!("`{key}` cannot have `{}`: {why}", path.value);
            let place = Place { source: self.source, span: path.span };
            self.out.push(Diagnostic::error(&codes::BAD_VALUE, message).at(place, ""));
            false
        });
        paths
    }

    fn model_patterns(&mut self, value: &Value<'_>, key: &str) -> Vec<Spanned<String>> {
        let mut patterns = self.texts(value, key);
        patterns.retain(|pattern| {
            let Some(why) = pattern_problem(&pattern.value) else { return true };
            let message = format!("`{key}` cannot have `{}`: {why}", pattern.value);
            let place = Place { source: self.source, span: pattern.span };
            self.out.push(Diagnostic::error(&codes::BAD_VALUE, message).at(place, ""));
            false
        });
        patterns
    }

    fn session(&mut self, value: &Value<'_>) -> Limits {
        let mut limits = Limits::default();
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(value, "session", "a table: `[session]`, and below it `table_lock_timeout = \"5s\"`");
            return limits;
        };
        for (key, value) in table.iter() {
            match key.get_ref().as_ref() {
                "table_lock_timeout" => limits.table_lock = self.limit(value, "session.table_lock_timeout"),
                "statement_timeout" => limits.statement = self.limit(value, "session.statement_timeout"),
                "lock_retries" => match value.get_ref().as_integer().map(|number| number.as_str().parse::<u32>()) {
                    Some(Ok(retries @ 0..=MOST_RETRIES)) => limits.lock_retries = Some(retries),
                    Some(_) => {
                        self.bad_value(value, format!("`session.lock_retries` is 0 to {MOST_RETRIES}"), None);
                    }
                    None => self.wrong_type(value, "session.lock_retries", "a number"),
                },
                other => {
                    self.unknown(
                        key,
                        "setting of `session`",
                        other,
                        &["table_lock_timeout", "statement_timeout", "lock_retries"],
                    );
                }
            }
        }
        limits
    }

    fn limit(&mut self, value: &Value<'_>, key: &str) -> Limit {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(value, key, "a text: `\"5s\"`, or `\"none\"`");
            return Limit::Unsaid;
        };
        text.parse().unwrap_or_else(|why| {
            self.bad_value(value, format!("`{key}` cannot be `{text}`: {why}"), None);
            Limit::Unsaid
        })
    }

    /// A name in the database.
    fn name(&mut self, value: &Value<'_>, key: &str) -> Option<String> {
        let Some(name) = value.get_ref().as_str() else {
            self.wrong_type(value, key, "a text");
            return None;
        };
        let why = if name.trim().is_empty() {
            "is empty".to_owned()
        } else if name.contains(char::is_control) {
            "holds a control character".to_owned()
        } else if name.len() > LONGEST_NAME {
            format!("has {} bytes, and {LONGEST_NAME} are the most that every server takes", name.len())
        } else {
            return Some(name.to_owned());
        };
        self.bad_value(value, format!("`{key}` {why}"), None);
        None
    }

    fn template(&mut self, value: &Value<'_>) -> FileTemplate {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(value, "file_template", "a text, as in `\"{id}_{slug}\"`");
            return FileTemplate::default();
        };
        FileTemplate::parse(text).unwrap_or_else(|why| {
            let help = "the default is `{id}_{slug}`".to_owned();
            self.bad_value(value, format!("`file_template`: {why}"), Some(help));
            FileTemplate::default()
        })
    }

    /// A list of texts, with their places.
    fn texts(&mut self, value: &Value<'_>, key: &str) -> Vec<Spanned<String>> {
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(value, key, "a list of texts");
            return Vec::new();
        };
        let mut texts: Vec<Spanned<String>> = Vec::new();
        for item in items.iter() {
            let Some(text) = item.get_ref().as_str() else {
                self.wrong_type(item, key, "a list of texts");
                continue;
            };
            if texts.iter().any(|other| other.value == text) {
                self.bad_value(item, format!("`{text}` is named twice"), None);
                continue;
            }
            let range = item.span();
            texts.push(Spanned { value: text.to_owned(), span: Span::new(range.start, range.end) });
        }
        texts
    }

    fn patterns(&mut self, value: &Value<'_>) -> Vec<Spanned<String>> {
        let mut patterns = self.texts(value, "ignore");
        patterns.retain(|pattern| {
            let why = match pattern.value.as_str() {
                "" | "/" => "it matches nothing",
                text if text.chars().all(|c| matches!(c, '*' | '?' | '/' | '.')) && text.contains('*') => {
                    "it matches every file"
                }
                text if text.contains(['[', ']', '{', '}', '!', '\\']) => {
                    "only `*` and `?` are special, and `/` stands between directories"
                }
                text if text.contains("**") => "`*` is any text of one name; there is no `**`",
                text if text.starts_with('/') => "paths begin in the folder, without `/`",
                _ => return true,
            };
            let message = format!("`ignore` cannot have `{}`: {why}", pattern.value);
            let place = Place { source: self.source, span: pattern.span };
            self.out.push(Diagnostic::error(&codes::BAD_VALUE, message).at(place, ""));
            false
        });
        patterns
    }

    fn versions(&mut self, value: &Value<'_>) -> Vec<Spanned<String>> {
        let mut versions = self.texts(value, "versions");
        versions.retain_mut(|version| {
            let trimmed = version.value.trim_start_matches("./").trim_end_matches('/');
            let good = trimmed == "."
                || !trimmed.contains('\\') && trimmed.split('/').all(|part| !matches!(part, "" | "." | ".."));
            if !good {
                let message =
                    format!("`versions` cannot have `{}`: it names directories inside the folder", version.value);
                let place = Place { source: self.source, span: version.span };
                self.out.push(
                    Diagnostic::error(&codes::BAD_VALUE, message)
                        .at(place, "")
                        .help("for example `versions = [\"core\", \"billing\"]`"),
                );
                return false;
            }
            version.value = trimmed.to_owned();
            true
        });
        versions
    }
}

fn ticked<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn article(type_name: &str) -> String {
    match type_name {
        "string" => "a text".to_owned(),
        "array" => "a list".to_owned(),
        "integer" => "an integer".to_owned(),
        other => format!("a {other}"),
    }
}

//! Models and migrations side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use migrate_core::Dialect;

use crate::Project;
use crate::catalog::other::Other;
use crate::catalog::table::Table;
use crate::catalog::{Catalog, Entry, Key, Object, Space};
use crate::diagnostic::{self, Diagnostic, Severity, models as codes};
use crate::diff::step::{Act, Step};
use crate::diff::{Filter, diff};
use crate::files::disk;
use crate::files::settings::{Drift, Models, Settings};
use crate::render::Writer;
use crate::sql::Lexer;
use crate::wanted::{Forms, Wanted};

impl Project {
    /// Compares the models with the migrations, if `drift` of the settings asks for it; what differs is an error or a
    /// warning, as it says. `path` is the folder. See [`Project::compare_models`].
    pub fn check_drift(&mut self, path: &Path) {
        let Some(folder) = &self.folder else { return };
        match folder.settings.models.drift {
            Drift::Allow => (),
            Drift::Warn => self.compare_models(path, Severity::Warning),
            Drift::Deny => self.compare_models(path, Severity::Error),
        }
    }

    /// Compares the models with the migrations. What differs is pushed with this severity. Only where the migrations have
    /// no errors of their own, and one head: what they make is not known otherwise.
    pub fn compare_models(&mut self, path: &Path, severity: Severity) {
        let Some(folder) = &self.folder else { return };
        let (settings, shown) = (folder.settings.clone(), folder.shown.clone());
        if diagnostic::has_errors(&self.diagnostics) || self.catalogs.is_empty() {
            return;
        }
        let mut out = Vec::new();
        let files = disk::models::read(path, &shown, &settings, &mut self.sources, &mut out);
        // Structs beside the folder may be anybody's: only a file or a setting says that there are models.
        if settings.models.drift == Drift::Allow && files.schema.is_empty() && settings.models.rust.is_empty() {
            return;
        }
        self.models = files.schema.iter().chain(&files.rust).map(|file| file.file.clone()).collect();
        if let Some(forms) = Forms::read(&files, self.dialects, &self.sources, &mut out) {
            let mut found: Vec<Diagnostic> = Vec::new();
            for history in &self.catalogs {
                let (told, broken) = (out.len(), diagnostic::has_errors(&out));
                let wanted = forms.wanted(history.dialect(), &settings, history, &mut self.sources, &mut out);
                if broken {
                    // What SQL a wrong model makes is not its author's.
                    let mut at = 0..out.len();
                    out.retain(|d| {
                        at.next().is_some_and(|at| at < told) || !diagnostic::semantic::CODES.contains(&d.code)
                    });
                }
                if !diagnostic::has_errors(&out) {
                    let both = Both::new(history, &wanted, &settings);
                    for mut problem in both.problems() {
                        problem.severity = severity;
                        // One thing is said once, whatever the number of dialects.
                        let same =
                            |other: &Diagnostic| other.code.id == problem.code.id && other.message == problem.message;
                        if !found.iter().any(same) {
                            found.push(problem);
                        }
                    }
                }
            }
            out.extend(found);
        }
        diagnostic::sort(&self.sources, &mut out);
        self.diagnostics.append(&mut out);
    }
}

/// What the migrations make, and what the models want.
struct Both<'a> {
    history: &'a Catalog,
    wanted: &'a Wanted,
    settings: &'a Models,
    old: BTreeMap<&'a Key, (&'a Entry, &'a Table)>,
    new: BTreeMap<&'a Key, (&'a Entry, &'a Table)>,
}

/// What was said already.
#[derive(Default)]
struct Told<'a> {
    /// Tables that only one of the two has.
    tables: BTreeSet<&'a Key>,
    /// Columns that only one of the two has, by table.
    columns: BTreeMap<&'a Key, BTreeSet<&'a str>>,
}

/// Whether a step is about these columns: it adds, drops, or speaks of one. A statement for several changes is, where each
/// change is.
fn follows(step: &Step, columns: &BTreeSet<&str>, dialect: Dialect) -> bool {
    let speaks = |text: &str| {
        let mut words = Lexer::new(text, 0..text.len(), dialect);
        words.any(|word| columns.contains(word.text(text).trim_matches(['"', '`'])))
    };
    match (&step.act, step.about.split_once(": ")) {
        (Act::AlterTable | Act::Rebuild, Some((_, changes))) => {
            changes.split(", ").all(|change| columns.iter().any(|column| change.contains(&format!("`{column}`"))))
        }
        _ => step.sql.iter().any(|sql| speaks(sql)),
    }
}

const HELP: &str = "write the migration: `migrate new … --autogenerate`";

impl<'a> Both<'a> {
    fn new(history: &'a Catalog, wanted: &'a Wanted, settings: &'a Settings) -> Both<'a> {
        let settings = &settings.models;
        let tables = |catalog: &'a Catalog| -> BTreeMap<&'a Key, (&'a Entry, &'a Table)> {
            let tables = catalog.objects().filter_map(|(key, entry)| match &entry.object {
                Object::Table(table) => Some((key, (entry, table))),
                _ => None,
            });
            tables.filter(|(key, _)| settings.has_table(&key.schema, &key.name)).collect()
        };
        Both { history, wanted, settings, old: tables(history), new: tables(&wanted.catalog) }
    }

    fn problems(&self) -> Vec<Diagnostic> {
        let mut out = Vec::new();
        let mut told = Told::default();
        for (key, (entry, table)) in &self.new {
            match self.old.get(key) {
                Some((made, old)) => {
                    let columns = self.columns(key, (entry, table), (made, old), &mut out);
                    if !columns.is_empty() {
                        told.columns.insert(key, columns);
                    }
                }
                // After a statement that nobody can read there may be such a table.
                None if !self.history.is_sure() => {}
                None => {
                    told.tables.insert(key);
                    let message = format!("no migration makes the table `{}`", entry.name);
                    out.push(Diagnostic::error(&codes::FIELD_WITHOUT_COLUMN, message).at(entry.place, "").help(HELP));
                }
            }
        }
        for (key, (entry, _)) in self.old.iter().filter(|(key, _)| !self.new.contains_key(*key)) {
            told.tables.insert(key);
            out.push(
                Diagnostic::error(&codes::COLUMN_WITHOUT_FIELD, format!("no model has the table `{}`", entry.name))
                    .at(entry.place, "")
                    .help("add the model, or drop the table: `migrate new … --autogenerate`")
                    .help(format!("a table that is kept elsewhere: `exclude = [\"{}\"]` in `[models]`", entry.name)),
            );
        }
        let filter = Filter { include: Vec::new(), exclude: self.excluded() };
        let difference = diff(self.history, &self.wanted.catalog, &filter);
        out.extend(difference.steps.iter().filter(|step| !self.is_told(step, &told)).map(|step| self.other(step)));
        out
    }

    /// The columns that are not compared, by name.
    fn excluded(&self) -> Vec<String> {
        let all = self.old.iter().chain(&self.new);
        let columns = all.flat_map(|(key, (_, table))| table.columns.iter().map(|column| (*key, &column.name.key)));
        columns
            .filter(|(key, column)| !self.settings.has_column(&key.schema, &key.name, column))
            .map(|(key, column)| format!("{}.{column}", key.name))
            .collect()
    }

    /// The columns that only one of the two has. Those that were told are returned.
    fn columns(
        &self,
        key: &Key,
        (entry, new): (&Entry, &'a Table),
        (made, old): (&Entry, &'a Table),
        out: &mut Vec<Diagnostic>,
    ) -> BTreeSet<&'a str> {
        let name = &entry.name;
        let mut told = BTreeSet::new();
        let is_compared = |column: &str| self.settings.has_column(&key.schema, &key.name, column);
        for column in new.columns.iter().filter(|column| is_compared(&column.name.key)) {
            if old.column(&column.name.key).is_some() || old.open {
                continue;
            }
            let text = &column.name.text;
            told.insert(&**text);
            let message = format!("no migration makes the column `{name}.{text}`");
            let mut problem = Diagnostic::error(&codes::FIELD_WITHOUT_COLUMN, message)
                .at(column.name.place, "it has no column")
                .label(made.place, format!("`{name}` is made here"));
            if let Some(gone) = old.gone.iter().find(|gone| gone.name.key == column.name.key) {
                let how = gone.renamed.as_ref().map_or("dropped".to_owned(), |to| format!("renamed to `{to}`"));
                problem = problem.label(gone.place, format!("`{text}` is {how} here"));
            }
            out.push(problem.help(HELP));
        }
        for column in old.columns.iter().filter(|column| is_compared(&column.name.key)) {
            if new.column(&column.name.key).is_some() || new.open {
                continue;
            }
            let text = &column.name.text;
            told.insert(text);
            out.push(
                Diagnostic::error(&codes::COLUMN_WITHOUT_FIELD, format!("no model has the column `{name}.{text}`"))
                    .at(column.name.place, "it is made here")
                    .label(entry.place, "and this is the model")
                    .help("add the field, or drop the column: `migrate new … --autogenerate`")
                    .help(format!("a column that is kept elsewhere: `exclude = [\"{name}.{text}\"]` in `[models]`")),
            );
        }
        told
    }

    /// Whether a step follows from what was said, or is about something that is not compared.
    fn is_told(&self, step: &Step, told: &Told<'_>) -> bool {
        let is_table = step.key.space == Space::Relation;
        let table = match self.wanted.catalog.object(&step.key).or_else(|| self.history.object(&step.key)) {
            Some(Object::Index { table } | Object::Trigger { table, .. } | Object::Policy { table, .. }) => table,
            Some(Object::Other(Other { table: Some(table), .. })) => table,
            _ => &step.key,
        };
        told.tables.contains(table)
            || is_table && !self.settings.has_table(&table.schema, &table.name)
            || told.columns.get(table).is_some_and(|columns| follows(step, columns, self.history.dialect()))
    }

    /// Any other difference, at what the model says.
    fn other(&self, step: &Step) -> Diagnostic {
        let column = match &step.act {
            Act::AlterColumn(name) | Act::SetNotNull(name) | Act::Backfill(name) => Some(name),
            _ => None,
        };
        let mut problem = Diagnostic::error(
            &codes::DRIFT,
            format!("the models differ from the migrations, which lack a step: {}", step.about),
        );
        let place = |sides: &BTreeMap<&Key, (&Entry, &Table)>, catalog: &Catalog| match sides.get(&step.key) {
            Some((entry, table)) => {
                let column = column.and_then(|name| table.column(name));
                Some(column.map_or(entry.place, |column| column.name.place))
            }
            None => catalog.objects().find(|(key, _)| **key == step.key).map(|(_, entry)| entry.place),
        };
        let wanted = place(&self.new, &self.wanted.catalog);
        let made = place(&self.old, self.history);
        match (wanted, made) {
            (Some(wanted), Some(made)) if wanted != made => {
                problem = problem.at(wanted, "").label(made, "this is what the migrations make");
            }
            (Some(place), _) | (None, Some(place)) => problem = problem.at(place, ""),
            (None, None) => {}
        }
        for note in self.columns_of(step, column.map(|name| &**name)) {
            problem = problem.note(note);
        }
        problem.help(HELP)
    }

    /// What the migrations and the models say of the columns that a step changes, where they do not say the same.
    fn columns_of(&self, step: &Step, column: Option<&str>) -> Vec<String> {
        let (Some((_, old)), Some((_, new))) = (self.old.get(&step.key), self.new.get(&step.key)) else {
            return Vec::new();
        };
        let changes = column.is_some() || matches!(step.act, Act::AlterTable | Act::Rebuild);
        let (old_writer, new_writer) = (Writer::new(self.history), Writer::new(&self.wanted.catalog));
        let both = old.columns.iter().filter_map(|before| Some((before, new.column(&before.name.key)?)));
        both.filter(|(before, _)| changes && column.is_none_or(|name| *before.name.key == *name))
            .map(|(before, after)| (old_writer.column(before, None), new_writer.column(after, None)))
            .filter(|(before, after)| before != after)
            .map(|(before, after)| format!("the migrations make `{before}`, and the model asks for `{after}`"))
            .collect()
    }
}

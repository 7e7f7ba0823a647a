//! Changing files that are there: all of a change, or none of it.

use std::fs;

use migrate_schema::files::MigrationFile;
use migrate_schema::source::Source;

use crate::authoring::create;
use crate::context::Revisions;
use crate::output::Failure;

/// A file that gets another text, another name, or both. Paths are from the folder.
#[derive(Debug)]
pub(crate) struct Edit {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) old: String,
    pub(crate) new: String,
}

/// Makes the edits. If one fails, those before it are taken back.
pub(crate) fn carry_out(revisions: &Revisions, edits: &[Edit]) -> Result<(), Failure> {
    for (i, edit) in edits.iter().enumerate() {
        if let Err(failure) = apply(revisions, edit) {
            for done in edits[..i].iter().rev() {
                let back =
                    Edit { from: done.to.clone(), to: done.from.clone(), old: done.new.clone(), new: done.old.clone() };
                // If this fails, too, the first failure is still the one to tell.
                let _ = apply(revisions, &back);
            }
            return Err(failure);
        }
    }
    Ok(())
}

fn apply(revisions: &Revisions, edit: &Edit) -> Result<(), Failure> {
    let (from, to) = (revisions.path_of(&edit.from), revisions.path_of(&edit.to));
    if from == to {
        // Written beside it and moved, so that there is never half a file. Dotfiles are ignored in the folder.
        let (folder, name) = from.rsplit_once('/').unwrap_or(("", from.as_str()));
        let beside = format!("{folder}/.{name}.new");
        let _ = fs::remove_file(&beside);
        create(&beside, &edit.new)?;
        return fs::rename(&beside, &to).map_err(|error| {
            let _ = fs::remove_file(&beside);
            Failure::file(&to, "write", &error)
        });
    }
    create(&to, &edit.new)?;
    fs::remove_file(&from).map_err(|error| {
        let _ = fs::remove_file(&to);
        Failure::file(&from, "remove", &error)
    })
}

/// The text with other ids in `revises` and `depends-on`; nothing else of it changes, not even its line ends.
pub(crate) fn rename_references(text: &str, file: &MigrationFile, source: &Source, names: &[(&str, &str)]) -> String {
    // Lines are counted, because the text of a source has lost byte order mark and carriage returns.
    let lines: Vec<usize> = file
        .revises
        .written()
        .iter()
        .chain(&file.depends_on)
        .map(|name| source.line_col(name.span.start as usize).line as usize - 1)
        .collect();
    let rename = |word: &str| names.iter().find(|(old, _)| *old == word).map_or(word, |(_, new)| *new).to_owned();
    let line = |(i, line): (usize, &str)| -> String {
        if !lines.contains(&i) {
            return line.to_owned();
        }
        line.split_inclusive(char::is_whitespace)
            .map(|piece| {
                let word = piece.trim_end();
                rename(word) + &piece[word.len()..]
            })
            .collect()
    };
    text.split_inclusive('\n').enumerate().map(line).collect()
}

/// The name of a file whose revision has another id.
pub(crate) fn renamed_file(file: &str, old: &str, new: &str) -> String {
    let (folder, name) = match file.rsplit_once('/') {
        Some((folder, name)) => (format!("{folder}/"), name),
        None => (String::new(), file),
    };
    format!("{folder}{new}{}", name.strip_prefix(old).unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use migrate_core::DialectSet;
    use migrate_schema::files::parse;
    use migrate_schema::source::Sources;

    #[test]
    fn only_the_references_change() {
        let text = "\u{feff}-- 1 says 1\r\n-- migrate:revises 1 12\r\n-- migrate:depends-on 3 1\r\n\r\n-- migrate:up\r\nSELECT 1;\r\n";
        let mut sources = Sources::new();
        let id = sources.add(Source::new("5_x.sql", text));
        let file = parse(id, sources.get(id), "5_x.sql", DialectSet::EMPTY, &mut Vec::new()).expect("a good file");
        assert_eq!(
            rename_references(text, &file, sources.get(id), &[("1", "9"), ("2", "8")]),
            text.replace("revises 1 ", "revises 9 ").replace("3 1", "3 9")
        );
        assert_eq!(renamed_file("a/1_x.sql", "1", "2"), "a/2_x.sql");
    }
}

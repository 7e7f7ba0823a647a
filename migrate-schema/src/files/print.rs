//! The writer of the file format, the inverse of [`parse`](super::parse()).

use migrate_core::{DialectSet, Direction};

use super::header::{PREFIX, Word};

/// What a migration file is to say.
///
/// `parse(print(draft))` says the same, if the draft says only what a file can: a message without empty lines around
/// it, white space at the end of a line, or a line that reads as a directive; a reason of one line; bodies without white
/// space around them; ids and labels that [`id_problem`](super::id_problem) and [`label_problem`](super::label_problem)
/// let pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The message. May be empty, may have several lines.
    pub message: String,
    /// The parents: `None` leaves the directive out, an empty list is written `revises none`.
    pub revises: Option<Vec<String>>,
    /// What must be applied first.
    pub depends_on: Vec<String>,
    /// Names of the branch that begins here.
    pub labels: Vec<String>,
    /// Whether the statements run without a transaction.
    pub no_transaction: bool,
    /// Why it cannot be taken back.
    pub irreversible: Option<String>,
    /// What is to be done.
    pub sections: Vec<DraftSection>,
}

/// The SQL of one direction, for some dialects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSection {
    /// Up or down.
    pub direction: Direction,
    /// The dialects; empty stands for all of the set.
    pub dialects: DialectSet,
    /// SQL, comments and marks. May be empty.
    pub body: String,
}

/// The text of a file: message, header, sections, an empty line between.
pub fn print(draft: &Draft) -> String {
    let mut text = String::new();
    for line in draft.message.lines() {
        text.push_str(if line.is_empty() { "--" } else { "-- " });
        text.push_str(line);
        text.push('\n');
    }
    if let Some(parents) = &draft.revises {
        let none = ["none".to_owned()];
        directive(&mut text, Word::Revises, if parents.is_empty() { &none } else { parents });
    }
    if !draft.depends_on.is_empty() {
        directive(&mut text, Word::DependsOn, &draft.depends_on);
    }
    if !draft.labels.is_empty() {
        directive(&mut text, Word::Label, &draft.labels);
    }
    if draft.no_transaction {
        directive(&mut text, Word::NoTransaction, &[]);
    }
    if let Some(reason) = &draft.irreversible {
        directive(&mut text, Word::Irreversible, &[format!("\"{reason}\"")]);
    }
    for section in &draft.sections {
        if !text.is_empty() {
            text.push('\n');
        }
        let word = match section.direction {
            Direction::Up => Word::Up,
            Direction::Down => Word::Down,
        };
        let names: Vec<String> = section.dialects.iter().map(|dialect| dialect.facts().name.to_owned()).collect();
        directive(&mut text, word, &names);
        if !section.body.is_empty() {
            text.push_str(&section.body);
            text.push('\n');
        }
    }
    text
}

fn directive(text: &mut String, word: Word, arguments: &[String]) {
    text.push_str(PREFIX);
    text.push_str(word.name());
    for argument in arguments {
        text.push(' ');
        text.push_str(argument);
    }
    text.push('\n');
}

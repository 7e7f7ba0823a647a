//! `GRANT`, `REVOKE` and `ALTER DEFAULT PRIVILEGES` (PostgreSQL): each privilege of each role stands for itself.
//!
//! Privileges on what is no part of a schema, membership in roles, and what the owner has anyway are passed over.

use std::sync::Arc;

use super::Effect;
use super::cursor::Cursor;
use crate::catalog::change::{Change, Kind as Thing};
use crate::catalog::name::{Ident, Path};
use crate::catalog::said::{About, NAME, Said, shown};
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};
use crate::source::Place;
use crate::sql::Kind;

/// A word of a statement, and what all privileges on it are.
struct Target {
    word: &'static str,
    all: &'static [&'static str],
}

const TABLE: Target =
    Target { word: "TABLE", all: &["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"] };
const SEQUENCE: Target = Target { word: "SEQUENCE", all: &["USAGE", "SELECT", "UPDATE"] };
const SCHEMA: Target = Target { word: "SCHEMA", all: &["USAGE", "CREATE"] };
const TYPE: Target = Target { word: "TYPE", all: &["USAGE"] };
const DOMAIN: Target = Target { word: "DOMAIN", all: &["USAGE"] };
const FUNCTION: Target = Target { word: "FUNCTION", all: &["EXECUTE"] };
const PROCEDURE: Target = Target { word: "PROCEDURE", all: &["EXECUTE"] };
const ROUTINE: Target = Target { word: "ROUTINE", all: &["EXECUTE"] };

/// Privileges as they are written: a word, and the columns that it is about.
struct Privilege {
    word: String,
    place: Place,
    columns: Vec<Ident>,
}

/// From behind `GRANT` or `REVOKE`.
pub(super) fn read(cursor: &mut Cursor<'_>, grants: bool) -> Option<Effect> {
    let option_only = !grants && cursor.eat("GRANT OPTION FOR");
    let mut there = cursor.clone();
    there.skip_to(&["ON"]);
    if there.done() {
        // Of a role.
        return Some(Effect::Nothing);
    }
    let privileges = privileges(cursor)?;
    if !cursor.eat("ON") {
        return None;
    }
    let Some((target, abouts)) = abouts(cursor) else { return Some(Effect::Nothing) };
    let (roles, option) = roles(cursor)?;
    if let Some(fault) = privileges.iter().find_map(|privilege| fault(privilege, &target)) {
        return Some(Effect::Changes(vec![Change::Fault(Box::new(fault))]));
    }
    let mut changes = Vec::new();
    for (about, _) in &abouts {
        let About::Relation(path) = about else { continue };
        changes.extend(privileges.iter().flat_map(|privilege| &privilege.columns).map(|column| Change::Needs {
            kind: Thing::Table,
            path: path.clone(),
            column: Some(column.clone()),
            if_exists: false,
        }));
    }
    for (about, arguments) in abouts {
        for (role, name) in &roles {
            for said in each(&privileges, &target) {
                let public = name == "PUBLIC" && is_usual(&target, &said, &about);
                let on = format!("{said} ON {} {NAME}", target.word);
                let grant = format!("GRANT {on} TO {name}");
                let revoke = format!("REVOKE {on} FROM {name}");
                changes.push(change(
                    &about,
                    arguments.as_ref(),
                    role,
                    &said,
                    (grant, revoke),
                    grants || option_only,
                    option && !option_only,
                    public,
                    "GRANT",
                ));
            }
        }
    }
    Some(Effect::Changes(changes))
}

/// A privilege that nothing of the kind has.
fn fault(privilege: &Privilege, target: &Target) -> Option<Diagnostic> {
    const COLUMNS: &[&str] = &["SELECT", "INSERT", "UPDATE", "REFERENCES"];
    let word = &*privilege.word;
    let (what, all) = match (target.word, privilege.columns.is_empty()) {
        (_, false) => ("column", COLUMNS),
        (other, true) => (other, target.all),
    };
    // A sequence may stand where a table is said, and newer servers have one more.
    let known = word == "ALL" || all.contains(&word) || what == "TABLE" && matches!(word, "USAGE" | "MAINTAIN");
    if known {
        return None;
    }
    let what = what.to_lowercase();
    let problem = Diagnostic::error(&codes::MISFIT, format!("a {what} has no privilege `{word}`"));
    let problem = problem.at(privilege.place, "");
    let listed: Vec<String> = all.iter().map(|word| format!("`{word}`")).collect();
    Some(match nearest(word, all.iter().copied()) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help(format!("there is {}", listed.join(", "))),
    })
}

#[expect(clippy::too_many_arguments, reason = "it is one statement taken apart")]
fn change(
    about: &About,
    arguments: Option<&Arc<str>>,
    role: &Ident,
    privilege: &str,
    (grant, revoke): (String, String),
    grants: bool,
    option: bool,
    public: bool,
    kind: &str,
) -> Change {
    let what = format!("{} to {}", privilege.to_lowercase(), role.text);
    let name = Ident { text: what.as_str().into(), key: what.as_str().into(), place: role.place, double_quoted: false };
    let with = if option { " WITH GRANT OPTION" } else { "" };
    // Everybody has it unless it is taken away.
    let (text, undo) = match (grants, public) {
        (true, false) => (Some(format!("{grant}{with}").into()), revoke.into()),
        (false, true) => (Some(revoke.into()), grant.into()),
        (false, false) => (None, revoke.into()),
        (true, true) => (None, grant.into()),
    };
    Change::Say(Box::new(Said {
        kind: kind.into(),
        about: about.clone(),
        arguments: arguments.cloned(),
        what: name,
        meaning: with.into(),
        text,
        undo,
    }))
}

/// What everybody has on what is made.
fn is_usual(target: &Target, privilege: &str, about: &About) -> bool {
    match about {
        About::Schema(name) => &*name.key == "public" && privilege == "USAGE",
        About::Later(_, Some(_)) => false,
        _ => matches!(
            (target.word, privilege),
            ("FUNCTION" | "PROCEDURE" | "ROUTINE", "EXECUTE") | ("TYPE" | "DOMAIN", "USAGE")
        ),
    }
}

fn privileges(cursor: &mut Cursor<'_>) -> Option<Vec<Privilege>> {
    let mut found = Vec::new();
    loop {
        let token = cursor.next().filter(|token| token.kind == Kind::Word)?;
        let (mut word, place) = (cursor.str(token).to_uppercase(), cursor.place(token));
        if word == "ALL" {
            let _ = cursor.eat("PRIVILEGES");
        } else if word == "ALTER" {
            let _ = cursor.eat("SYSTEM");
            word = "ALTER SYSTEM".to_owned();
        }
        let columns = if cursor.is_kind(Kind::Open) { cursor.names()? } else { Vec::new() };
        found.push(Privilege { word, place, columns });
        if !cursor.eat_kind(Kind::Comma) {
            return Some(found);
        }
    }
}

/// One by one, as each stands in a statement.
fn each(privileges: &[Privilege], target: &Target) -> Vec<String> {
    let mut found = Vec::new();
    for privilege in privileges {
        let words: Vec<&str> = match &*privilege.word {
            "ALL" if privilege.columns.is_empty() => target.all.to_vec(),
            "ALL" => vec!["SELECT", "INSERT", "UPDATE", "REFERENCES"],
            word => vec![word],
        };
        for word in words {
            match &privilege.columns[..] {
                [] => found.push(word.to_owned()),
                columns => found.extend(columns.iter().map(|name| format!("{word} ({})", shown(&name.text)))),
            }
        }
    }
    found
}

type Abouts = Vec<(About, Option<Arc<str>>)>;

/// None for what is no part of a schema.
fn abouts(cursor: &mut Cursor<'_>) -> Option<(Target, Abouts)> {
    if cursor.eat("ALL") {
        let target = kinds(cursor)?;
        if !cursor.eat("IN SCHEMA") {
            return None;
        }
        let kind: Arc<str> = format!("{}S", target.word).into();
        let mut found = Vec::new();
        loop {
            found.push((About::AllIn(kind.clone(), cursor.name()?), None));
            if !cursor.eat_kind(Kind::Comma) {
                return Some((target, found));
            }
        }
    }
    let routine = [FUNCTION, PROCEDURE, ROUTINE].into_iter().find(|target| cursor.eat(target.word));
    if let Some(target) = routine {
        let mut found = Vec::new();
        loop {
            let path = cursor.path()?;
            found.push((About::Routine(path), super::routine::written_arguments(cursor)));
            if !cursor.eat_kind(Kind::Comma) {
                return Some((target, found));
            }
        }
    }
    let aside = ["DATABASE", "LANGUAGE", "FOREIGN", "LARGE", "PARAMETER", "TABLESPACE"];
    let (target, about): (Target, fn(Path) -> About) = if cursor.eat("SEQUENCE") {
        (SEQUENCE, About::Relation)
    } else if cursor.eat("SCHEMA") {
        (SCHEMA, |path| About::Schema(path.name))
    } else if cursor.eat("TYPE") {
        (TYPE, About::Type)
    } else if cursor.eat("DOMAIN") {
        (DOMAIN, About::Type)
    } else if cursor.eat("TABLE") || !cursor.is_any(&aside) {
        (TABLE, About::Relation)
    } else {
        return None;
    };
    let paths = cursor.paths()?;
    Some((target, paths.into_iter().map(|path| (about(path), None)).collect()))
}

/// The plural words.
fn kinds(cursor: &mut Cursor<'_>) -> Option<Target> {
    [
        ("TABLES", TABLE),
        ("SEQUENCES", SEQUENCE),
        ("FUNCTIONS", FUNCTION),
        ("PROCEDURES", PROCEDURE),
        ("ROUTINES", ROUTINE),
        ("TYPES", TYPE),
        ("SCHEMAS", SCHEMA),
    ]
    .into_iter()
    .find_map(|(word, target)| cursor.eat(word).then_some(target))
}

/// From `TO` or `FROM`: the roles with how they are written, and whether they may grant it.
fn roles(cursor: &mut Cursor<'_>) -> Option<(Vec<(Ident, String)>, bool)> {
    if !cursor.eat("TO") && !cursor.eat("FROM") {
        return None;
    }
    let mut found = Vec::new();
    loop {
        let _ = cursor.eat("GROUP");
        let quoted = cursor.is_kind(Kind::Name);
        let name = cursor.name()?;
        let shown = match &*name.key {
            "public" if !quoted => "PUBLIC".to_owned(),
            key => shown(key),
        };
        // They own what they make, and the first user of a server may do anything.
        let owner = ["current_user", "session_user", "current_role", "postgres"].contains(&&*name.key);
        if !owner {
            found.push((name, shown));
        }
        if !cursor.eat_kind(Kind::Comma) {
            break;
        }
    }
    Some((found, cursor.eat("WITH GRANT OPTION")))
}

/// From behind `ALTER DEFAULT PRIVILEGES`.
pub(super) fn usual(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let mut head = String::new();
    if cursor.eat("FOR") {
        let _ = cursor.eat("ROLE") || cursor.eat("USER");
        let role = cursor.name()?;
        if cursor.eat_kind(Kind::Comma) {
            return Some(Effect::Nothing);
        }
        head.push_str(&format!(" FOR ROLE {}", shown(&role.key)));
    }
    let mut schemas = Vec::new();
    if cursor.eat("IN SCHEMA") {
        loop {
            schemas.push(Some(cursor.name()?));
            if !cursor.eat_kind(Kind::Comma) {
                break;
            }
        }
    } else {
        schemas.push(None);
    }
    let grants = cursor.eat("GRANT");
    if !grants && !cursor.eat("REVOKE") {
        return None;
    }
    let option_only = !grants && cursor.eat("GRANT OPTION FOR");
    let privileges = privileges(cursor)?;
    if !cursor.eat("ON") {
        return None;
    }
    let Some(target) = kinds(cursor) else { return Some(Effect::Nothing) };
    let (roles, option) = roles(cursor)?;
    // Functions and procedures are one here.
    let kind: Arc<str> = match target.word {
        "PROCEDURE" | "ROUTINE" | "FUNCTION" => "FUNCTIONS".into(),
        word => format!("{word}S").into(),
    };
    let mut changes = Vec::new();
    for schema in schemas {
        let place = match &schema {
            Some(name) => format!(" IN SCHEMA {}", shown(&name.text)),
            None => String::new(),
        };
        let about = About::Later(kind.clone(), schema);
        for (role, name) in &roles {
            for said in each(&privileges, &target) {
                let public = name == "PUBLIC" && is_usual(&target, &said, &about);
                let grant = format!("ALTER DEFAULT PRIVILEGES{head}{place} GRANT {said} ON {kind} TO {name}");
                let revoke = format!("ALTER DEFAULT PRIVILEGES{head}{place} REVOKE {said} ON {kind} FROM {name}");
                // Who is called so is who migrates, as a dump says it.
                let kind_name = match &*head {
                    "" | " FOR ROLE postgres" => "DEFAULT PRIVILEGES".to_owned(),
                    head => format!("DEFAULT PRIVILEGES{head}"),
                };
                changes.push(change(
                    &about,
                    None,
                    role,
                    &said,
                    (grant, revoke),
                    grants || option_only,
                    option && !option_only,
                    public,
                    &kind_name,
                ));
            }
        }
    }
    Some(Effect::Changes(changes))
}

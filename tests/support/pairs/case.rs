//! Pairs of schemas, and the files that they are written in.

use std::path::Path;

use migrate_schema::diff::rename::Rename;

use super::Unsure;

/// Two schemas.
#[derive(Debug, Clone)]
pub struct Case {
    /// What it is about.
    pub name: String,
    /// As it was.
    pub before: String,
    /// As it is to be.
    pub after: String,
    /// The two say the same: nothing may be found.
    pub equal: bool,
    /// Names that change.
    pub renames: Vec<Rename>,
    /// The schema after is what was written of a history: the server must take it, and where nothing changes it must make
    /// the same of both.
    pub ours: bool,
    /// Statements that put rows into the schema before; no gateless step may lose or change one of them.
    pub rows: String,
    /// Queries, each with one text a row, that give the same before, after the way up, and back again.
    pub keeps: Vec<String>,
    /// What the history of a real project leaves open.
    pub unsure: Option<Unsure>,
    /// Why it is not right yet: it is counted apart, and no test asks for it.
    pub left: Option<String>,
}

impl Case {
    /// Without renames and rows.
    pub fn new(name: String, before: String, after: String, equal: bool) -> Case {
        let (renames, rows, keeps) = (Vec::new(), String::new(), Vec::new());
        Case { name, before, after, equal, renames, ours: false, rows, keeps, unsure: None, left: None }
    }

    /// A line that is about rows: what begins them, or a query.
    fn about_rows<'t>(line: &'t str, keeps: &mut Vec<String>) -> Option<&'t str> {
        if let Some(query) = line.strip_prefix("-- keeps:") {
            keeps.push(query.trim().to_owned());
            return Some("");
        }
        line.strip_prefix("-- rows:")
    }
}

/// The cases of a file: `-- case: name`, the schema before, `-- after:`, the schema after; `-- equal:` where the two say
/// the same; `-- rename: users.mail=email` where names change; `-- left: why` where it is known not to be right.
///
/// A family is many cases in few lines: `-- family: name`, what its members share, and members that begin with
/// `-- one: name`; every member goes to every other, of a `-- ring: name` only to the one behind it and back.
/// `-- same: name` is a member that says what the one before it says.
///
/// `-- rows:` behind the schema before, or behind a member, begins statements that fill it. What they put in must be there
/// after the way up and after the way back, in all tables and columns that are on both sides, but for what a gate names;
/// `-- keeps: SELECT …` is a query that must give the same each time.
///
/// # Panics
///
/// If the file is not written so.
pub fn cases(text: &str) -> Vec<Case> {
    let mut found: Vec<Case> = Vec::new();
    let mut family: Option<Family> = None;
    let (mut in_after, mut in_rows) = (false, false);
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("-- case:") {
            found.extend(family.take().into_iter().flat_map(Family::cases));
            let name = name.trim().to_owned();
            found.push(Case::new(name, String::new(), String::new(), false));
            (in_after, in_rows) = (false, false);
            continue;
        }
        let ring = line.strip_prefix("-- ring:");
        if let Some(name) = line.strip_prefix("-- family:").or(ring) {
            found.extend(family.take().into_iter().flat_map(Family::cases));
            family = Some(Family { name: name.trim().to_owned(), ring: ring.is_some(), ..Family::default() });
            continue;
        }
        if let Some(family) = &mut family {
            family.line(line);
            continue;
        }
        let Some(case) = found.last_mut() else { continue };
        if Case::about_rows(line, &mut case.keeps).is_some() {
            in_rows |= line.starts_with("-- rows:");
        } else if line.starts_with("-- after:") || line.starts_with("-- equal:") {
            (in_after, in_rows) = (true, false);
            case.equal = line.starts_with("-- equal:");
        } else if let Some(why) = line.strip_prefix("-- left:") {
            case.left = Some(why.trim().to_owned());
        } else if let Some(rename) = line.strip_prefix("-- rename:") {
            case.renames.push(rename.trim().parse().expect("a rename"));
        } else {
            let part = match (in_rows, in_after) {
                (true, _) => &mut case.rows,
                (false, true) => &mut case.after,
                (false, false) => &mut case.before,
            };
            part.push_str(line);
            part.push('\n');
        }
    }
    found.extend(family.into_iter().flat_map(Family::cases));
    found
}

#[derive(Default)]
struct Family {
    name: String,
    /// Members go only to their neighbours.
    ring: bool,
    shared: String,
    members: Vec<Member>,
}

struct Member {
    name: String,
    text: String,
    /// What fills it, if anything does.
    rows: Option<String>,
    /// What filled it must give, wherever it goes.
    keeps: Vec<String>,
    /// It says what the member before it says.
    same: bool,
}

impl Family {
    fn line(&mut self, line: &str) {
        let name = line.strip_prefix("-- one:").or_else(|| line.strip_prefix("-- same:"));
        if let Some(name) = name {
            let same = line.starts_with("-- same:");
            let (name, text) = (name.trim().to_owned(), self.shared.clone());
            self.members.push(Member { name, text, rows: None, keeps: Vec::new(), same });
            return;
        }
        if let Some(member) = self.members.last_mut()
            && Case::about_rows(line, &mut member.keeps).is_some()
        {
            if line.starts_with("-- rows:") {
                member.rows = Some(String::new());
            }
            return;
        }
        let text = self.members.last_mut().map_or(&mut self.shared, |member| {
            let Member { text, rows, .. } = member;
            rows.as_mut().unwrap_or(text)
        });
        text.push_str(line);
        text.push('\n');
    }

    fn cases(self) -> Vec<Case> {
        // Members that say the same stand next to each other.
        let mut kind = 0;
        let kinds: Vec<usize> = self
            .members
            .iter()
            .map(|member| {
                kind += usize::from(!member.same);
                kind
            })
            .collect();
        let (all, count) = (0..self.members.len(), self.members.len());
        let neighbours = |one: usize, other: usize| (one + 1) % count == other || (other + 1) % count == one;
        all.clone()
            .flat_map(|one| all.clone().map(move |other| (one, other)))
            .filter(|(one, other)| one != other && (!self.ring || neighbours(*one, *other)))
            .map(|(one, other)| {
                let (before, after) = (&self.members[one], &self.members[other]);
                let name = format!("{}: {} -> {}", self.name, before.name, after.name);
                let equal = kinds[one] == kinds[other];
                let rows = before.rows.clone().unwrap_or_default();
                Case {
                    rows,
                    keeps: before.keeps.clone(),
                    ..Case::new(name, before.text.clone(), after.text.clone(), equal)
                }
            })
            .collect()
    }
}

/// The cases of `tests/golden/pairs` for a server.
///
/// # Panics
///
/// If they cannot be read.
pub fn own(server: &str) -> Vec<Case> {
    of_folder(Path::new(&format!("{}/golden/pairs/{server}", env!("CARGO_MANIFEST_DIR"))))
}

/// The pairs of a directory: `name/before.sql` and `name/after.sql`, or files of cases.
///
/// # Panics
///
/// If it cannot be read.
pub fn of_folder(folder: &Path) -> Vec<Case> {
    let mut found = Vec::new();
    let mut entries: Vec<_> = std::fs::read_dir(folder).expect("the folder").filter_map(Result::ok).collect();
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        let (before, after) = (path.join("before.sql"), path.join("after.sql"));
        if before.is_file() && after.is_file() {
            let read = |path: &Path| std::fs::read_to_string(path).expect("a text");
            let (before, after) = (read(&before), read(&after));
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let equal = before.trim() == after.trim();
            found.push(Case::new(name, before, after, equal));
        } else if path.extension().is_some_and(|extension| extension == "sql") {
            found.extend(cases(&std::fs::read_to_string(&path).expect("a text")));
        }
    }
    found
}

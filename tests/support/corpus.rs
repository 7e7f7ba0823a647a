//! The collection of real migrations beside the repository, for the tools that measure with it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use migrate_core::Dialect;
use serde_json::Value;

/// A file of a chain.
#[derive(Debug, Clone)]
pub struct File {
    /// Its path below the collection.
    pub path: String,
    /// It takes back what another does.
    pub down: bool,
    /// Its text.
    pub text: String,
}

/// Files that run one after the other on one database.
#[derive(Debug, Clone)]
pub struct Chain {
    /// What it is written for. What ran, ran on MariaDB.
    pub dialect: Dialect,
    /// Whose.
    pub project: String,
    /// Which of the project's.
    pub name: String,
    /// The files, in order.
    pub files: Vec<File>,
}

/// Where the collection is: `CORPUS`, or beside the repository, whichever of its packages this is built in.
pub fn root() -> PathBuf {
    if let Some(root) = std::env::var_os("CORPUS") {
        return PathBuf::from(root);
    }
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|above| above.join("shared/corpus"));
    above.into_iter().find(|root| root.exists()).unwrap_or_else(|| PathBuf::from("../shared/corpus"))
}

fn lines(path: &Path) -> Result<Vec<Value>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).map_err(|error| format!("{}: {error}", path.display())))
        .collect()
}

/// All chains of which a path holds one of the words; all if there are none. Files that hold placeholders are left out,
/// and with them their chain.
///
/// # Errors
///
/// The collection is not there, or cannot be read.
pub fn chains(words: &[String]) -> Result<Vec<Chain>, String> {
    let root = root();
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let mut found: BTreeMap<(String, String, String), Vec<(u64, Value)>> = BTreeMap::new();
    for entry in lines(&root.join("manifest.jsonl"))? {
        let key = (text(&entry, "dialect"), text(&entry, "project"), text(&entry, "chain"));
        found.entry(key).or_default().push((entry["order"].as_u64().unwrap_or_default(), entry));
    }
    let mut chains = Vec::new();
    for ((dialect, project, name), mut entries) in found {
        let wanted = |path: &str| words.is_empty() || words.iter().any(|word| path.contains(word.as_str()));
        let templated = entries.iter().any(|(_, entry)| entry["templated"].as_bool().unwrap_or(false));
        if templated || !entries.iter().any(|(_, entry)| wanted(&text(entry, "path"))) {
            continue;
        }
        entries.sort_by_key(|(order, _)| *order);
        let dialect = match &*dialect {
            "mysql" => Dialect::MariaDb,
            other => other.parse().map_err(|_| format!("the dialect {other}"))?,
        };
        let mut files = Vec::new();
        for (_, entry) in entries {
            let path = text(&entry, "path");
            let bytes = std::fs::read(root.join(&path)).map_err(|error| format!("{path}: {error}"))?;
            let down = text(&entry, "direction") == "down" || path.ends_with("down.sql");
            files.push(File { path, down, text: String::from_utf8_lossy(&bytes).into_owned() });
        }
        chains.push(Chain { dialect, project, name, files });
    }
    Ok(chains)
}

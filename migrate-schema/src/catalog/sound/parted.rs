//! Partitions of MySQL and MariaDB.

use super::refused;
use crate::catalog::name::{Ident, Path};
use crate::catalog::partition::{self, PartitionChange};
use crate::catalog::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};

fn unknown(name: &Ident, table: &str, known: &[Ident]) -> Diagnostic {
    let message = format!("unknown partition `{}` of table `{table}`", name.text);
    let diagnostic = Diagnostic::error(&codes::UNKNOWN_OBJECT, message).at(name.place, "");
    match nearest(&name.text, known.iter().map(|name| &*name.text)) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    }
}

fn is_among(name: &Ident, known: &[Ident]) -> bool {
    known.iter().any(|own| own.text.eq_ignore_ascii_case(&name.text))
}

impl Catalog {
    /// `FROM t PARTITION (p)`
    pub(in crate::catalog) fn check_part(&self, path: &Path, part: &Ident, out: &mut Vec<Diagnostic>) {
        let Found::Here { key, entry, sure: true } = self.find(Space::Relation, path) else { return };
        let Object::Table(table) = &entry.object else { return };
        let _ = key;
        let Some(by) = table.options.get("partition by") else {
            if !table.open && !table.loose {
                let message = format!("table `{}` is not divided into partitions", entry.name);
                out.push(refused(part.place, message).label(entry.place, "the table is made here"));
            }
            return;
        };
        // Subpartitions have names, too.
        if by.is_empty() || by.contains("subpartition") {
            return;
        }
        if let Some(known) = partition::names(by, self.dialect).filter(|known| !is_among(part, known)) {
            out.push(unknown(part, &entry.name, &known));
        }
    }

    /// Partitions come, go or are divided.
    pub(in crate::catalog) fn check_partition_change(
        &self,
        key: &Key,
        change: &PartitionChange,
        out: &mut Vec<Diagnostic>,
    ) {
        let (Some(table), Some(entry), Some(at)) = (self.table(key), self.entries.get(key), self.altered_at) else {
            return;
        };
        if !self.sure(key) || table.open || table.loose {
            return;
        }
        let Some(by) = table.options.get("partition by") else {
            let message = format!("table `{}` is not divided into partitions", entry.name);
            out.push(refused(at, message).label(entry.place, "the table is made here"));
            return;
        };
        if by.is_empty() || by.contains("subpartition") {
            return;
        }
        let Some(known) = partition::names(by, self.dialect) else { return };
        let (gone, new): (&[Ident], _) = match change {
            PartitionChange::Drop(names) => (names, &[][..]),
            PartitionChange::Divide(names, new) => (names, &new[..]),
            PartitionChange::Add(new) => (&[][..], &new[..]),
            PartitionChange::Less(less) => {
                let counted = by.starts_with("hash") || by.starts_with("key") || by.starts_with("linear");
                if !counted {
                    out.push(
                        refused(at, "COALESCE PARTITION, and the table is not divided by HASH or KEY")
                            .help("write `DROP PARTITION` or `REORGANIZE PARTITION`"),
                    );
                } else if *less >= known.len() {
                    out.push(
                        refused(at, format!("{less} of {} partitions would go", known.len())).help("one must stay"),
                    );
                }
                return;
            }
            PartitionChange::More(_) => return,
        };
        if let Some(name) = gone.iter().find(|name| !is_among(name, &known)) {
            out.push(unknown(name, &entry.name, &known));
            return;
        }
        if matches!(change, PartitionChange::Drop(_)) && gone.len() >= known.len() {
            out.push(
                refused(at, "all partitions of the table are dropped")
                    .help(format!("write `DROP TABLE {}`", entry.name)),
            );
            return;
        }
        for item in new {
            let Some(word) = item.split(' ').nth(1) else { continue };
            let name = Ident::written(word, self.dialect, at);
            if is_among(&name, &known) && !is_among(&name, gone) {
                let message = format!("partition `{}` of table `{}` exists already", name.text, entry.name);
                out.push(Diagnostic::error(&codes::DUPLICATE_OBJECT, message).at(at, "").help("choose another name"));
                return;
            }
        }
        let counted = by.starts_with("hash") || by.starts_with("key");
        if counted && new.iter().any(|item| item.contains("values")) {
            out.push(
                refused(at, "a partition with VALUES, and the table is divided by HASH or KEY")
                    .help("write `ADD PARTITION PARTITIONS 1`"),
            );
        }
    }

    /// How a new table is divided, as it is written.
    pub(in crate::catalog) fn check_division(&self, by: &str, at: crate::source::Place, out: &mut Vec<Diagnostic>) {
        if by.is_empty() || by.contains("subpartition") {
            return;
        }
        let Some(names) = partition::names(by, self.dialect) else { return };
        let refs: Vec<&Ident> = names.iter().collect();
        if let Some(name) = super::twice(&refs) {
            let message = format!("two partitions are called `{}`", name.text);
            out.push(
                Diagnostic::error(&codes::DUPLICATE_OBJECT, message).at(at, "").help("give one of them another name"),
            );
            return;
        }
        let range = by.starts_with("range");
        let list = by.starts_with("list");
        if (range || list) && !by.contains("values") {
            out.push(
                refused(at, "the table is divided by values, and no partitions are defined")
                    .help("write them: `PARTITION p0 VALUES …`"),
            );
            return;
        }
        if list && by.contains("less than") {
            out.push(refused(at, "a LIST has partitions with LESS THAN").help("write `VALUES IN (…)`"));
            return;
        }
        if range && by.contains("values in") {
            out.push(refused(at, "a RANGE has partitions with VALUES IN").help("write `VALUES LESS THAN (…)`"));
            return;
        }
        if !range || by.starts_with("range columns") {
            return;
        }
        let mut last: Option<i128> = None;
        let mut parts = by.split("less than").skip(1).peekable();
        while let Some(part) = parts.next() {
            let part = part.trim_start();
            if part.trim_start_matches('(').trim_start().starts_with("maxvalue") {
                if parts.peek().is_some() {
                    out.push(
                        refused(at, "a partition comes behind that with MAXVALUE").help("MAXVALUE is for the last one"),
                    );
                }
                return;
            }
            let inside = part.strip_prefix('(').and_then(|rest| rest.split(')').next()).map(str::trim);
            let Some(value) = inside.and_then(|inside| inside.parse::<i128>().ok()) else {
                if inside.is_some_and(|inside| inside.starts_with('\'') && part.matches('(').count() == 1) {
                    out.push(
                        refused(at, "the bound of a partition is a text, and a RANGE is of whole numbers")
                            .help("write `RANGE COLUMNS (…)`"),
                    );
                }
                return;
            };
            if last.is_some_and(|last| last >= value) {
                out.push(refused(at, format!("the bound {value} of a partition is not above that of the one before")));
                return;
            }
            last = Some(value);
        }
    }
}

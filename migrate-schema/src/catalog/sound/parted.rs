//! Partitions of MySQL and MariaDB.

use super::bounds::other_range;
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
        let counted = ["hash", "key", "linear"].iter().any(|way| by.starts_with(way));
        let valued = by.starts_with("range") || by.starts_with("list");
        let (gone, new): (&[Ident], _) = match change {
            PartitionChange::Drop(names) | PartitionChange::Empty(names) => (names, &[][..]),
            PartitionChange::Divide(names, new) => (names, &new[..]),
            PartitionChange::Add(new) => (&[][..], &new[..]),
            PartitionChange::Less(less) => {
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
            PartitionChange::More(_) => {
                if valued {
                    let message = "partitions are only counted, and the table is divided by values";
                    out.push(refused(at, message).help("write them: `ADD PARTITION (PARTITION p VALUES …)`"));
                }
                return;
            }
            PartitionChange::AddMissing(_) | PartitionChange::DropPresent(_) => return,
        };
        if counted && matches!(change, PartitionChange::Drop(_)) {
            let message = "DROP PARTITION, and the table is divided by HASH or KEY";
            out.push(refused(at, message).help("write `COALESCE PARTITION`"));
            return;
        }
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
            let name = Ident::written(partition::written_name(item), self.dialect, at);
            if is_among(&name, &known) && !is_among(&name, gone) {
                let message = format!("partition `{}` of table `{}` exists already", name.text, entry.name);
                out.push(Diagnostic::error(&codes::DUPLICATE_OBJECT, message).at(at, "").help("choose another name"));
                return;
            }
        }
        if counted && new.iter().any(|item| item.contains("values")) {
            out.push(
                refused(at, "a partition with VALUES, and the table is divided by HASH or KEY")
                    .help("write `ADD PARTITION PARTITIONS 1`"),
            );
            return;
        }
        if !valued || new.is_empty() {
            return;
        }
        if by.starts_with("range") && matches!(change, PartitionChange::Divide(..)) {
            let all = partition::defined(by, self.dialect).unwrap_or_default();
            let items = all.iter().zip(&known).filter(|(_, name)| is_among(name, gone)).map(|(item, _)| &**item);
            let gone: Vec<&str> = items.collect();
            let last = gone.last().copied() == all.last().map(|item| &**item);
            let new: Vec<&str> = new.iter().map(|item| &**item).collect();
            if other_range(&gone, last, &new, self.dialect) {
                out.push(refused(at, "the partitions end at another value than those that they come from"));
                return;
            }
        }
        self.check_division(&partition::after(by, change, self.dialect), at, out);
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
        // A LIST may have only one for what fits nowhere (MariaDB).
        let defined = by.contains("values") || list && by.contains(" default");
        if (range || list) && !defined {
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
        self.check_bounds(by, at, out);
    }
}

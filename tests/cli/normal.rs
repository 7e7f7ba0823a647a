//! What differs from run to run, replaced by what does not.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Replaces, and remembers which id stands for which `<id1>`.
#[derive(Debug, Default)]
pub(crate) struct Normal {
    ids: Vec<String>,
}

impl Normal {
    /// A command that was typed, with the real ids.
    pub(crate) fn typed(&self, text: &str) -> String {
        let mut out = text.to_owned();
        for (i, id) in self.ids.iter().enumerate() {
            out = out.replace(&format!("<id{}>", i + 1), id);
        }
        out
    }

    /// What came back.
    pub(crate) fn answer(&mut self, text: &str, directory: &Path) -> String {
        let text = text.replace(&directory.display().to_string(), "<dir>");
        let text = match host() {
            host if host.is_empty() => text,
            host => text
                .replace(&format!(", {host}\n"), ", <host>\n")
                .replace(&format!(" by {host}"), " by <host>")
                .replace(&format!("\"{host}\""), "\"<host>\"")
                .replace(&format!("'{host}'"), "'<host>'"),
        };
        let mut out = String::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let inside = out.ends_with(|c: char| c.is_ascii_alphanumeric());
            let whole =
                match rest[end..].strip_prefix('.').map(|rest| rest.bytes().take_while(u8::is_ascii_digit).count()) {
                    Some(digits) if digits > 0 => end + 1 + digits,
                    Some(_) | None => end,
                };
            if inside {
                out.push_str(&rest[..end]);
            } else if is_time(rest) {
                out.push_str("<when>");
                rest = &rest[24..];
                continue;
            } else if rest[whole..].starts_with(" ms") || out.ends_with("_ms\":") || out.ends_with("_ms\": ") {
                out.push('N');
                rest = &rest[whole..];
                continue;
            } else if end == 14 && is_of_today(&rest[..8]) {
                out.push_str(&self.id(&rest[..14]));
            } else {
                out.push_str(&rest[..end]);
            }
            rest = &rest[end..];
        }
        out + rest
    }

    fn id(&mut self, id: &str) -> String {
        let at = self.ids.iter().position(|known| known == id).unwrap_or_else(|| {
            self.ids.push(id.to_owned());
            self.ids.len() - 1
        });
        format!("<id{}>", at + 1)
    }
}

/// `2026-11-20T18:42:04.123Z`.
fn is_time(text: &str) -> bool {
    let shape = |(c, like): (u8, u8)| if like == b'0' { c.is_ascii_digit() } else { c == like };
    text.len() >= 24 && text.bytes().zip(*b"0000-00-00T00:00:00.000Z").all(shape)
}

/// A date of yesterday, today or tomorrow: an id that was made a moment ago. Others are part of the session.
fn is_of_today(date: &str) -> bool {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).expect("it is later").as_secs();
    [seconds - 86_400, seconds, seconds + 86_400]
        .into_iter()
        .any(|second| migrate_schema::files::author::Time(second).stamp().starts_with(date))
}

/// As the ledger knows this machine.
fn host() -> String {
    std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default().trim().to_owned()
}

//! When an event runs.

use std::ops::Range;

use super::Code;
use crate::sql::Kind;

impl Code<'_> {
    /// What stands between `EVENT` and `DO`.
    pub(super) fn check_schedule(&mut self, words: Range<usize>) {
        let find = |code: &Self, word: &str| words.clone().find(|at| code.is(*at, word)).map(|at| at + 1);
        if let Some(at) = find(self, "EVERY") {
            let written = self.text(at).trim_matches(['\'', '"']).to_owned();
            let never = written.bytes().all(|digit| digit == b'0') && !written.is_empty();
            let back = written == "-" && self.kind(at + 1) == Some(Kind::Number);
            if never || back {
                self.say(at, "the event would never run: the time between two runs is not above zero", "");
            } else if self.kind(at) == Some(Kind::Number)
                && self.text(at + 1).to_ascii_lowercase().ends_with("microsecond")
            {
                self.say(at + 1, "events do not count microseconds", "the smallest time between two runs is a second");
            }
        }
        for word in ["AT", "STARTS", "ENDS"] {
            let Some(at) = find(self, word) else { continue };
            let digits = self.text(at).bytes().any(|byte| byte.is_ascii_digit());
            if self.kind(at) == Some(Kind::Text) && !digits {
                let message = format!("{} is no time", self.text(at));
                self.say(at, message, "write it as `'2030-12-31 23:59:59'`");
            }
        }
        let (from, to) = (find(self, "STARTS"), find(self, "ENDS"));
        if let (Some(from), Some(to)) = (from, to)
            && let (Some(first), Some(last)) = (self.moment(from), self.moment(to))
            && last <= first
        {
            self.say(to, "the event ends before it starts", "");
        }
    }

    /// A moment as all write it: those of the same length are sorted like their texts.
    fn moment(&self, at: usize) -> Option<String> {
        let text = self.text(at).trim_matches(['\'', '"']);
        let written = text.len() == 19 || text.len() == 10;
        let plain = text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            10 => byte == b' ',
            13 | 16 => byte == b':',
            _ => byte.is_ascii_digit(),
        });
        (self.kind(at) == Some(Kind::Text) && written && plain).then(|| format!("{text: <19}"))
    }
}

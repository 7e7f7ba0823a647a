//! MariaDB's sequences.

use super::cursor::{Cursor, Outcome};

impl Cursor<'_> {
    /// From `SEQUENCE` on.
    pub(super) fn create_sequence(&mut self) -> Outcome {
        self.need("SEQUENCE")?;
        self.if_not_exists();
        self.table_name()?;
        if self.eat("AS") {
            self.data_type()?;
        }
        while self.sequence_option()? {}
        self.table_options()
    }

    /// From `SEQUENCE` on.
    pub(super) fn alter_sequence(&mut self) -> Outcome {
        self.need("SEQUENCE")?;
        self.if_exists();
        self.table_name()?;
        if self.eat("AS") {
            self.data_type()?;
            if self.at_end() {
                return Ok(());
            }
        }
        let mut any = false;
        loop {
            if self.eat("RESTART") {
                let with = self.eat("WITH") || self.op("=");
                if with || self.is_signed() {
                    self.signed()?;
                }
            } else if !self.sequence_option()? {
                break;
            }
            any = true;
        }
        if any { Ok(()) } else { self.refuse(Some("RESTART, INCREMENT, CACHE or another option")) }
    }

    /// One option. False if none begins here.
    fn sequence_option(&mut self) -> Result<bool, super::cursor::Stop> {
        if self.eat_any(&["CYCLE", "NOCYCLE", "NOCACHE", "NOMINVALUE", "NOMAXVALUE"]) {
            return Ok(true);
        }
        if self.eat("NO") {
            // The other words with NO are one word each: NOCACHE, NOCYCLE.
            self.need_any(&["MINVALUE", "MAXVALUE"])?;
            return Ok(true);
        }
        let said = if self.eat("START") {
            self.eat("WITH")
        } else if self.eat("INCREMENT") {
            self.eat("BY")
        } else if self.eat_any(&["MINVALUE", "MAXVALUE", "CACHE"]) {
            false
        } else {
            return Ok(false);
        };
        if !said {
            self.op("=");
        }
        self.signed()?;
        Ok(true)
    }

    fn is_signed(&self) -> bool {
        self.is_op("-") || self.is_op("+") || self.text().starts_with(|c: char| c.is_ascii_digit())
    }

    fn signed(&mut self) -> Outcome {
        if !self.op("-") {
            self.op("+");
        }
        self.number()
    }
}

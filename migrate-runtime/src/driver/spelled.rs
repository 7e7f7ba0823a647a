//! Texts of MySQL and MariaDB that are no texts throughout: `SHOW CREATE TABLE` writes the default of a binary column as
//! its bytes, whatever they are.

/// The text, where every string whose bytes are no characters is written by its hexadecimal digits: `X'00FF'`.
///
/// What the servers escape in such a string is taken from MariaDB 10.11 (`append_unescaped`): `\0`, `\n`, `\r`, `\\` and `''`.
pub(super) fn in_characters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| matches!(byte, b'\'' | b'`')) {
        let (before, string) = rest.split_at(at);
        let end = end_of(string);
        let (string, behind) = string.split_at(end);
        text.push_str(&String::from_utf8_lossy(before));
        match std::str::from_utf8(string) {
            Ok(string) => text.push_str(string),
            Err(_) if string[0] == b'\'' => {
                text.push_str("X'");
                meant(string).iter().for_each(|byte| text.push_str(&format!("{byte:02X}")));
                text.push('\'');
            }
            Err(_) => text.push_str(&String::from_utf8_lossy(string)),
        }
        rest = behind;
    }
    text.push_str(&String::from_utf8_lossy(rest));
    text
}

/// Where what begins with a quote ends, behind its closing one.
fn end_of(string: &[u8]) -> usize {
    let quote = string[0];
    let mut at = 1;
    while at < string.len() {
        match string[at] {
            b'\\' if quote == b'\'' => at += 2,
            byte if byte == quote && string.get(at + 1) == Some(&quote) => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    string.len()
}

/// The bytes that a string in quotes stands for.
fn meant(string: &[u8]) -> Vec<u8> {
    let inner = &string[1..string.len().max(2) - 1];
    let mut bytes = inner.iter().copied();
    let mut meant = Vec::with_capacity(inner.len());
    while let Some(byte) = bytes.next() {
        meant.push(match byte {
            b'\'' => bytes.next().unwrap_or(b'\''),
            b'\\' => match bytes.next() {
                Some(b'0') => 0,
                Some(b'n') => b'\n',
                Some(b'r') => b'\r',
                Some(other) => other,
                None => b'\\',
            },
            other => other,
        });
    }
    meant
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_of_bytes_are_written_by_their_digits_and_others_stay() {
        let sql = b"CREATE TABLE `t'` (\n  `a` varbinary(10) DEFAULT '\\0\xff\\\\''\\n', `b` char(3) DEFAULT '\xc3\xa9''\\\\')";
        assert_eq!(
            in_characters(sql),
            "CREATE TABLE `t'` (\n  `a` varbinary(10) DEFAULT X'00FF5C270A', `b` char(3) DEFAULT 'é''\\\\')"
        );
        for odd in [&b"'"[..], b"'\xff", b"`\xff", b"'\xff\\", b"''", b"'\xff'''", b"\xff"] {
            let _ = in_characters(odd);
        }
    }
}

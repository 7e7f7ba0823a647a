//! A short name out of words.

/// The most characters of a slug.
const LONGEST: usize = 60;

/// "Add users table" becomes `add_users_table`: lower case, `_` between words, at most 60 characters, cut between words
/// where possible. Letters with accents lose them; what has no Latin letter for it is left out.
pub fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        match latin(c) {
            Some(letters) => slug.push_str(letters),
            None if c.is_ascii_alphanumeric() => slug.push(c),
            // An apostrophe is inside a word, and so are accents that stand alone.
            None if matches!(c, '\'' | '\u{2019}' | '\u{300}'..='\u{36f}') => {}
            None if slug.is_empty() || slug.ends_with('_') => {}
            None => slug.push('_'),
        }
    }
    if slug.len() > LONGEST {
        let end = if slug.as_bytes()[LONGEST] == b'_' { Some(LONGEST) } else { slug[..LONGEST].rfind('_') };
        slug.truncate(end.unwrap_or(LONGEST));
    }
    slug.truncate(slug.trim_end_matches('_').len());
    slug
}

/// The Latin letters for one that is none of a to z; lower case.
const fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ä' | 'æ' => "ae",
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ō' | 'ŏ' | 'ő' => "o",
        'ö' | 'ø' | 'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ü' => "ue",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_slugs() {
        let check = |words: &str, expected: &str| assert_eq!(slug(words), expected, "{words}");
        check("Add users table", "add_users_table");
        check("  fix: user's e-mail (again)! ", "fix_users_e_mail_again");
        check("Größe für Übung", "groesse_fuer_uebung");
        check("add_users", "add_users");
        check("添加 users 表", "users");
        check("添加", "");
        check(&"word ".repeat(13), &"word_".repeat(12)[..59]);
        check(&"w".repeat(70), &"w".repeat(60));
    }
}

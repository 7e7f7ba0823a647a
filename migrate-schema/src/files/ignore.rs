//! Which names are no migrations and need no word about it.

/// Whether a file or directory of this name is ignored everywhere: dotfiles (also editors' locks and swap files),
/// backups, what file managers leave behind, and documents.
pub(super) fn is_junk(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || name.len() > 1 && name.starts_with('#') && name.ends_with('#')
        || ["thumbs.db", "desktop.ini"].iter().any(|junk| name.eq_ignore_ascii_case(junk))
        || name.len() > 3 && name.get(name.len() - 3..).is_some_and(|end| end.eq_ignore_ascii_case(".md"))
}

/// Whether a pattern of the settings covers a path (from the folder, with `/` between its parts). One that ends in `/`
/// is about directories; one with another `/` is about the whole path, others about the name alone.
pub(super) fn covers(pattern: &str, path: &str, is_dir: bool) -> bool {
    let (pattern, only_dirs) = match pattern.strip_suffix('/') {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    if only_dirs && !is_dir {
        return false;
    }
    let subject = if pattern.contains('/') { path } else { path.rsplit('/').next().unwrap_or(path) };
    matches(pattern, subject)
}

/// `*` is any text without `/`, `?` any one character but `/`.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut p, mut t) = (0, 0);
    // Where to go on if what was taken so far turns out wrong: one character more belongs to the last `*`.
    let mut retry: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                retry = Some((p, t));
                p += 1;
            }
            Some('?') if text[t] != '/' => (p, t) = (p + 1, t + 1),
            Some(&c) if c == text[t] && c != '?' => (p, t) = (p + 1, t + 1),
            Some(_) | None => match retry {
                Some((star, from)) if text[from] != '/' => {
                    retry = Some((star, from + 1));
                    (p, t) = (star + 1, from + 1);
                }
                Some(_) | None => return false,
            },
        }
    }
    pattern[p..].iter().all(|&c| c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn junk() {
        for name in
            [".#1_x.sql", "1_x.sql~", ".1_x.sql.swp", "#1_x.sql#", ".DS_Store", "Thumbs.db", ".gitkeep", "README.md"]
        {
            assert!(is_junk(name), "{name}");
        }
        for name in ["1_x.sql", "x.txt", "README", "1_x.sql.bak", "md"] {
            assert!(!is_junk(name), "{name}");
        }
    }

    #[test]
    fn patterns() {
        let check = |pattern, path, is_dir, expected| {
            assert_eq!(covers(pattern, path, is_dir), expected, "{pattern} {path}");
        };
        check("*.bak", "1.bak", false, true);
        check("*.bak", "core/1.bak", false, true);
        check("*.bak", "1.bak.sql", false, false);
        check("core/*.bak", "core/1.bak", false, true);
        check("core/*.bak", "core/old/1.bak", false, false);
        check("?.txt", "a.txt", false, true);
        check("?.txt", "ab.txt", false, false);
        check("a*b*c", "a-b-b-c", false, true);
        check("fixtures/", "fixtures", true, true);
        check("fixtures/", "fixtures", false, false);
        check("fixtures", "fixtures", true, true);
    }
}

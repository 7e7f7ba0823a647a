//! Which words squawk takes for keywords. It looks each word up by comparing it with all of them, one after the other,
//! and names, which are most words of a migration, are compared with every one: without optimizations that was a quarter
//! of what its parser cost. A name in quotes is not looked up, and means the same to its grammar.

use super::written::Written;
use crate::sql::lexer::Kind;

/// The keywords of squawk 2.68, in lower case.
const KEYWORDS: &str = "\
    abort absent absolute access action add admin after aggregate all also alter always analyse analyze and any \
    array as asc asensitive assertion assignment asymmetric at atomic attach attribute authorization backward before \
    begin between bigint binary bit boolean both breadth by cache call called cascade cascaded case cast catalog \
    chain char character characteristics check checkpoint class close cluster coalesce collate collation column \
    columns comment comments commit committed compression concurrently conditional configuration conflict connection \
    constraint constraints content continue conversion copy cost create cross csv cube current current_catalog \
    current_date current_role current_schema current_time current_timestamp current_user cursor cycle data database \
    day deallocate dec decimal declare default defaults deferrable deferred definer delete delimiter delimiters \
    depends depth desc destination detach dictionary disable discard distinct do document domain double drop each \
    edge else empty enable encoding encrypted end enforced enum error escape event except exclude excluding \
    exclusive execute exists explain expression extension external extract false family fetch filter finalize first \
    float following for force foreign format forward freeze from full function functions generated global grant \
    granted graph graph_table greatest group grouping groups handler having header hold hour identity if ignore \
    ilike immediate immutable implicit import in include including increment indent index indexes inherit inherits \
    initially inline inner inout input insensitive insert instead int integer intersect interval into invoker is \
    isnull isolation join json json_array json_arrayagg json_exists json_object json_objectagg json_query \
    json_scalar json_serialize json_table json_value keep key keys label language large last lateral leading \
    leakproof least left level like limit listen load local localtime localtimestamp location lock locked logged lsn \
    mapping match matched materialized maxvalue merge merge_action method minute minvalue mode month move name names \
    national natural nchar nested new next nfc nfd nfkc nfkd no node none normalize normalized not nothing notify \
    notnull nowait null nullif nulls numeric object objects of off offset oids old omit on only operator option \
    options or order ordinality others out outer over overlaps overlay overriding owned owner parallel parameter \
    parser partial partition partitions passing password path period placing plan plans policy portion position \
    preceding precision prepare prepared preserve primary prior privileges procedural procedure procedures program \
    properties property publication quote quotes range read real reassign recursive ref references referencing \
    refresh reindex relationship relative release rename repack repeatable replace replica reset respect restart \
    restrict return returning returns revoke right role rollback rollup routine routines row rows rule savepoint \
    scalar schema schemas scroll search second security select sequence sequences serializable server session \
    session_user set setof sets share show similar simple skip smallint snapshot some source split sql stable \
    standalone start statement statistics stdin stdout storage stored strict string strip subscription substring \
    support symmetric sysid system system_user table tables tablesample tablespace target temp template temporary \
    text then ties time timestamp to trailing transaction transform treat trigger trim true truncate trusted type \
    types uescape unbounded uncommitted unconditional unencrypted union unique unknown unlisten unlogged until \
    update user using vacuum valid validate validator value values varchar variadic varying verbose version vertex \
    view views virtual volatile wait when where whitespace window with within without work wrapper write xml \
    xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize \
    xmltable year yes zone";

/// Which sums of words are those of keywords. A name that happens to have one is looked up by squawk.
static SUMS: [bool; 1 << 13] = {
    let mut sums = [false; 1 << 13];
    let words = KEYWORDS.as_bytes();
    let (mut start, mut at) = (0, 0);
    while at <= words.len() {
        if at == words.len() || words[at] == b' ' {
            sums[sum(words, start, at)] = true;
            start = at + 1;
        }
        at += 1;
    }
    sums
};

/// A number below 2^13 that is the same for a word in any case.
const fn sum(text: &[u8], start: usize, end: usize) -> usize {
    let (first, second) = (text[start] | 0x20, text[start + 1] | 0x20);
    let (middle, last) = (text[(start + end) / 2] | 0x20, text[end - 1] | 0x20);
    let letters = (first as usize) * 5 + (second as usize) * 29 + (middle as usize) * 101 + (last as usize) * 193;
    (letters + (end - start) * 389) & ((1 << 13) - 1)
}

/// The text with each name that surely is no keyword in quotes, which take the place of its first and last letter. All
/// places stay.
pub(super) fn with_names_quoted(written: &Written<'_>) -> String {
    let mut bytes = written.text.as_bytes().to_vec();
    for token in &written.tokens {
        let (start, end) = (token.start as usize, token.end as usize);
        if !matches!(token.kind, Kind::Word) || end - start < 3 || SUMS[sum(&bytes, start, end)] {
            continue;
        }
        let (first, last) = (bytes[start], bytes[end - 1]);
        // `U&"a"` is something else than `U&abc`, and two names in quotes without a blank between are one.
        let before = if start > 0 { bytes[start - 1] } else { b' ' };
        let after = if end < bytes.len() { bytes[end] } else { b' ' };
        let joined = matches!(before, b'&' | b'"' | b'$') || matches!(after, b'"' | b'\'' | b'$');
        if first.is_ascii() && last.is_ascii() && !joined {
            bytes[start] = b'"';
            bytes[end - 1] = b'"';
        }
    }
    String::from_utf8(bytes).expect("ASCII took the place of ASCII")
}

#[cfg(test)]
mod tests {
    use squawk_parser::{EntryPoint, LexedStr, StrStep, SyntaxKind};

    use super::*;

    /// Whether squawk takes a word for a keyword.
    fn is_keyword(word: &str) -> bool {
        let text = format!("select {word}");
        let lexed = LexedStr::new(&text);
        let output = EntryPoint::SourceFile.parse(&lexed.to_input());
        let mut last = SyntaxKind::EOF;
        lexed.intersperse_trivia(&output, &mut |step| {
            if let StrStep::Token { kind, .. } = step {
                last = kind;
            }
        });
        last != SyntaxKind::IDENT
    }

    #[test]
    fn every_keyword_of_squawk_is_known_here() {
        let known: std::collections::BTreeSet<String> = KEYWORDS.split(' ').map(str::to_ascii_lowercase).collect();
        let others = sqlparser::keywords::ALL_KEYWORDS.iter().map(|word| word.to_ascii_lowercase());
        for word in others.chain(known.iter().cloned()) {
            assert_eq!(is_keyword(&word), known.contains(&word), "{word}");
        }
    }

    #[test]
    fn names_that_nothing_is_joined_to_are_quoted() {
        let quoted = |sql: &str| with_names_quoted(&Written::new(sql));
        assert_eq!(
            quoted("CREATE TABLE users (id int, Émail text, e_mail_1 text)"),
            "CREATE TABLE \"ser\" (id int, Émail text, \"_mail_\" text)"
        );
        assert_eq!(
            quoted("select masks&users, users\"x\", \"x\"users, users'x'"),
            "select \"ask\"&users, users\"x\", \"x\"users, users'x'"
        );
        assert_eq!(quoted("select 'users' -- users\n, $$users$$"), "select 'users' -- users\n, $$users$$");
    }
}

//! Small graphs to the letter, and what holds for every graph.

use std::collections::BTreeMap;
use std::path::Path;

use migrate_core::{Applied, Graph, Node, Rev};

use super::*;

/// Graphs in one line: `b<a` revises, `L=x` labels, `D=y` depends on, `T=z` is the title with `_` for spaces.
fn graph(text: &str) -> (Graph, BTreeMap<String, String>) {
    let names = |list: &str| list.split(',').map(|name| name.to_owned().into()).collect::<Vec<_>>();
    let mut titles = BTreeMap::new();
    let nodes = text.split(';').map(str::trim).filter(|line| !line.is_empty()).map(|line| {
        let mut words = line.split_whitespace();
        let head = words.next().unwrap_or_default();
        let (id, parents) = head.split_once('<').map_or((head, Vec::new()), |(id, list)| (id, names(list)));
        let (file, slug) = (format!("{id}.sql").into(), format!("slug_of_{id}").into());
        let mut node =
            Node { id: id.to_owned().into(), slug, file, parents, depends_on: Vec::new(), labels: Vec::new() };
        for word in words {
            match word.split_at(2) {
                ("L=", list) => node.labels = names(list),
                ("D=", list) => node.depends_on = names(list),
                (_, title) => drop(titles.insert(id.to_owned(), title.replace('_', " "))),
            }
        }
        node
    });
    let graph = Graph::new(nodes.collect::<Vec<_>>()).expect("a good fixture");
    (graph, titles)
}

fn picture<'a>(graph: &'a Graph, titles: &BTreeMap<String, String>) -> Picture<'a> {
    Picture::new(graph, |rev| titles.get(graph.id(rev)).cloned().unwrap_or_default())
}

fn applied(graph: &Graph, ids: &str) -> Applied {
    Applied::from_ids(graph, ids.split_whitespace()).expect("ids of the fixture")
}

const PLAIN: Look = Look { width: 80, charset: Charset::Unicode, colour: false };
const ASCII: Look = Look { charset: Charset::Ascii, ..PLAIN };

/// The example of the documentation.
const PROJECT: &str = "20261102080000 T=Add_users;
    20261103093000<20261102080000 L=teams T=Add_teams_and_who_belongs_to_them;
    20261104141500<20261102080000 L=activity T=Add_last_seen;
    20261105101000<20261103093000 T=Everyone_has_a_team;
    20261106110000<20261104141500 T=Index_last_seen;
    20261109090000<20261105101000,20261106110000 T=Merge_teams_and_activity";
const PROJECT_APPLIED: &str = "20261102080000 20261103093000 20261105101000";

/// Several roots, dependencies across branches, and a merge of three.
const WILD: &str = "a1 L=core; a2<a1; a3<a2; b1 D=a2 L=billing; b2<b1; b3<b2 D=a3; c1 L=search; c2<c1 T=<&>\"'`;
    d1<a2; d2<a2; d3<a2; m1<d1,d2,d3 D=c1";
const WILD_APPLIED: &str = "a1 a2 a3 b1 b2";

/// Compares with a file in `golden`, or writes it if `MIGRATE_GOLDEN=write` says so.
#[track_caller]
fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/draw/golden").join(name);
    if std::env::var_os("MIGRATE_GOLDEN").is_some_and(|value| value == "write") {
        std::fs::write(&path, text).expect("the folder is there");
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
    assert!(text == wanted, "{} differs; MIGRATE_GOLDEN=write writes it anew:\n{text}", path.display());
}

#[test]
fn the_pictures_of_two_graphs() {
    for (name, source, database) in [("project", PROJECT, PROJECT_APPLIED), ("wild", WILD, WILD_APPLIED)] {
        let (graph, titles) = graph(source);
        let applied = applied(&graph, database);
        let edited = applied.iter().nth(1);
        let picture = picture(&graph, &titles).applied(&applied).edited(edited);
        golden(&format!("{name}.txt"), &text(&picture, &PLAIN));
        golden(&format!("{name}.ascii.txt"), &text(&picture, &ASCII));
        golden(&format!("{name}.dot"), &dot(&picture));
        golden(&format!("{name}.mmd"), &mermaid(&picture));
        golden(&format!("{name}.svg"), &svg(&picture, Layout::Auto));
        golden(&format!("{name}.rows.svg"), &svg(&picture, Layout::Rows));
    }
}

/// Draws the lanes alone, with one letter for each revision.
#[track_caller]
fn lanes_are(source: &str, lines: &[&str]) {
    let (graph, titles) = graph(source);
    let found = text(&picture(&graph, &titles), &PLAIN);
    let found: Vec<String> =
        found.lines().map(|line| line.split(" slug").next().unwrap_or_default().to_owned()).collect();
    assert_eq!(found, lines, "{source}\n{}", found.join("\n"));
}

#[test]
fn one_line_a_revision() {
    lanes_are("a; b<a; c<b", &["*  c (head)", "*  b", "*  a (base)"]);
    lanes_are("a; b<a; c<a; d<b,c", &["*─╮  d (head)", "│ *  c", "* │  b", "*─╯  a (base)"]);
    lanes_are("a; b<a; c<a; d<a", &["*      d (head)", "├─*    c (head)", "├───*  b (head)", "*      a (base)"]);
}

#[test]
fn roots_do_not_look_like_children() {
    lanes_are("a; b; c", &["*    c (head) (base)", "  *  b (head) (base)", "*    a (head) (base)"]);
}

#[test]
fn a_dependency_is_dashed_and_a_shared_lane_is_solid() {
    lanes_are("a; b D=a", &["*  b (head) (base)", "┆", "*  a (effective head) (base)"]);
    lanes_are("a; b<a; x D=a", &["*    x (head) (base)", "┆", "├─*  b (head)", "*    a (base)"]);
    lanes_are("a; b<a; c; d<b D=c", &["*┄╮  d (head)", "* ┆  b", "* ┆  a (base)", "  *  c (effective head) (base)"]);
    // The edges to the parents and the one to the dependency have lines of their own.
    let two_lines =
        ["*─╮    d (head)", "├┄│┄╮", "│ * ┆  c", "* │ ┆  b", "*─╯ ┆  a (base)", "    *  x (effective head) (base)"];
    lanes_are("a; b<a; c<a; d<b,c D=x; x", &two_lines);
}

#[test]
fn what_is_not_shown_leaves_a_trace() {
    let (graph, titles) = graph("a; b<a; c<a; d<b,c; e<d");
    let only = |ids: &[&str]| {
        let revs: Vec<Rev> = ids.iter().map(|id| graph.get(id).expect("in the fixture")).collect();
        text(&picture(&graph, &titles).only(revs), &PLAIN)
    };
    assert_eq!(only(&["e", "d"]), "*  e (head) slug of e\n*  d (merge) slug of d\n~\n");
    assert_eq!(only(&["d", "c"]), "*  d (merge) slug of d\n*  c slug of c\n~\n");
    assert_eq!(only(&[]), "");
}

#[test]
fn long_ids_are_cut_where_they_stay_unique() {
    let (graph, _) = graph("aaaaaaaaaaaaaaaaaaaa; aaaaaaaaaaaabbbbbbbb; short; 20260102030405; 1975ea83b712ffff");
    let short = words::short_ids(&graph);
    let of = |id: &str| &*short[graph.get(id).expect("in the fixture").index()];
    assert_eq!(of("aaaaaaaaaaaaaaaaaaaa"), "aaaaaaaaaaaaa");
    assert_eq!(of("aaaaaaaaaaaabbbbbbbb"), "aaaaaaaaaaaab");
    assert_eq!([of("short"), of("20260102030405"), of("1975ea83b712ffff")], ["short", "20260102030405", "1975ea83"]);
}

#[test]
fn lines_are_cut_by_columns() {
    let (graph, titles) = graph("a T=日本語の長い題名がここにあります_and_more; b<a T=Short");
    let look = Look { width: 24, ..PLAIN };
    assert_eq!(text(&picture(&graph, &titles), &look), "*  b (head) Short\n*  a (base) 日本語の長…\n");
}

#[test]
fn colours_change_nothing_but_colours() {
    let (graph, titles) = graph(WILD);
    let applied = applied(&graph, WILD_APPLIED);
    let picture = picture(&graph, &titles).applied(&applied);
    let coloured = text(&picture, &Look { colour: true, ..PLAIN });
    let mut plain = String::new();
    for (at, piece) in coloured.split('\u{1b}').enumerate() {
        plain.push_str(if at == 0 { piece } else { piece.split_once('m').map_or("", |(_, rest)| rest) });
    }
    assert!(
        coloured.contains("\u{1b}[")
            && coloured.lines().all(|line| line.rsplit('\u{1b}').next().is_some_and(|last| last.starts_with("[0m")))
    );
    assert_eq!(plain, text(&picture, &PLAIN));
}

#[test]
fn what_means_something_to_a_format_is_escaped() {
    let (graph, titles) = graph(r#"a\"b T=<&>"'`#\n; c<a\"b"#);
    let picture = picture(&graph, &titles);
    let dot = dot(&picture);
    assert!(dot.contains(r#"  "a\\\"b" [label="a\\\"b\n<&amp;>\"'`#\\n\n(base)"];"#), "{dot}");
    assert!(dot.contains(r#"  "a\\\"b" -> "c";"#), "{dot}");
    let mermaid = mermaid(&picture);
    assert!(
        mermaid.contains("r_a_x5c__x22_b[\"<b>a#92;#34;b</b><br/>#60;#38;#62;#34;#39;#96;#35;#92;n<br/>(base)\"]"),
        "{mermaid}"
    );
    for layout in [Layout::Boxes, Layout::Rows] {
        let svg = svg(&picture, layout);
        well_formed(&svg);
        assert!(svg.contains("a\\&quot;b") && svg.contains("&lt;&amp;&gt;&quot;&#39;`#\\n"), "{svg}");
    }
}

/// Graphs by chance, but always the same ones.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("less than `sides`")
    }
}

fn random(dice: &mut Dice) -> String {
    let count = 1 + dice.roll(200);
    // From long lines to wild growth.
    let reach = 1 + dice.roll(30);
    let wild = 2 + dice.roll(20);
    (0..count)
        .map(|at| {
            let mut pick = |most: usize| {
                let some = if dice.roll(wild) == 0 { dice.roll(most + 1) } else { most.min(1) };
                let mut found: Vec<String> =
                    (0..some.min(at)).map(|_| format!("r{}", at - 1 - dice.roll(reach.min(at)))).collect();
                found.sort();
                found.dedup();
                found.join(",")
            };
            let parents = Some(pick(5)).filter(|list| !list.is_empty()).map(|list| format!("<{list}"));
            let depends = if at % wild == 1 { pick(3) } else { String::new() };
            let depends = Some(depends).filter(|list| !list.is_empty()).map(|list| format!(" D={list}"));
            let label = if at % 17 == 3 { format!(" L=label{at}") } else { String::new() };
            format!("r{at}{}{}{label};", parents.unwrap_or_default(), depends.unwrap_or_default())
        })
        .collect()
}

#[test]
fn every_graph_can_be_drawn() {
    let mut dice = Dice(0x5eed_5eed);
    for _ in 0..60 {
        let source = random(&mut dice);
        let (graph, titles) = graph(&source);
        let some = Applied::from_revs(graph.iter().take(dice.roll(graph.len() + 1)));
        let mut picture = picture(&graph, &titles).applied(&some);
        if dice.roll(3) == 0 {
            picture = picture.only(graph.iter().filter(|_| dice.roll(4) > 0));
        }
        let rows = order::order(&picture);
        assert_eq!(rows.len(), picture.shown.len());
        let place: BTreeMap<Rev, usize> = rows.iter().enumerate().map(|(at, &rev)| (rev, at)).collect();
        for &rev in &rows {
            assert!(picture.below(rev).all(|(below, _)| place[&rev] < place[&below]), "{source}");
        }
        lanes_lead_where_they_should(&picture);
        for (width, charset) in
            [(20, Charset::Ascii), (80, Charset::Unicode), (80, Charset::Ascii), (200, Charset::Unicode)]
        {
            let text = text(&picture, &Look { width, charset, colour: false });
            assert!(text.lines().all(|line| words::columns(line) <= width), "{text}");
            assert!(charset == Charset::Unicode || text.is_ascii(), "{text}");
            let nodes = text.lines().filter(|line| line.contains("slug") || line.contains(" r")).count();
            assert!(width < 80 || nodes == rows.len(), "{text}");
        }
        dot(&picture);
        mermaid(&picture);
        well_formed(&svg(&picture, Layout::Rows));
        well_formed(&svg(&picture, Layout::Boxes));
    }
}

/// Every strand between two rows goes on or ends, and every edge reaches its revision's column.
fn lanes_lead_where_they_should(picture: &Picture<'_>) {
    for dependencies in [lanes::Dependencies::Unseen, lanes::Dependencies::Shared, lanes::Dependencies::Apart] {
        let rows = lanes::lay(picture, dependencies);
        for (at, pair) in rows.windows(2).enumerate() {
            let [upper, lower] = pair else { continue };
            let strands = |columns: &lanes::Columns| columns.iter().flatten().count();
            assert_eq!(strands(&upper.below), strands(&lower.above));
            for (column, strand) in lower.above.iter().enumerate() {
                let Some(strand) = strand else { continue };
                let ends = column == lower.column || lower.ends.contains(&column);
                assert_eq!(ends, strand.to == at + 1);
                let on = lower.below.get(column).copied().flatten();
                assert!(ends || on.is_some_and(|on| on.to == strand.to));
            }
            for out in &lower.outs {
                assert!(lower.below[out.column].is_some_and(|strand| strand.to == out.to && strand.kind <= out.kind));
            }
            // Right below each other only if something joins them.
            let joined = upper.below.get(lower.column).copied().flatten().is_some();
            assert!(joined || upper.column != lower.column);
        }
        assert!(rows.last().is_none_or(|row| row.below.is_empty()));
    }
}

/// Whether every element is closed, every attribute quoted, and no `<` or `&` stands alone.
#[track_caller]
fn well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        assert!(!text.contains('>'), "{text}");
        references(text);
        let end = tag.find('>').expect("a tag ends");
        let inside = &tag[1..end];
        rest = &tag[end + 1..];
        references(inside);
        assert_eq!(inside.matches('"').count() % 2, 0, "{inside}");
        let name = inside.trim_matches('/').split([' ', '\n']).next().unwrap_or_default();
        match (inside.starts_with('/'), inside.ends_with('/')) {
            (true, _) => assert_eq!(open.pop(), Some(name)),
            (false, true) => (),
            (false, false) => open.push(name),
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?}");
}

#[track_caller]
fn references(text: &str) {
    for after in text.split('&').skip(1) {
        let name = after.split(';').next().unwrap_or_default();
        assert!(["lt", "gt", "amp", "quot", "#39"].contains(&name), "{text}");
    }
    assert!(!text.contains("NaN") && !text.contains("inf "), "{text}");
}

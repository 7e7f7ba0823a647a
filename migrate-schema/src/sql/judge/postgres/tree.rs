//! squawk's tree, followed while it goes by. Its grammar is generous on purpose; what PostgreSQL's refuses is refused
//! here, when a node is complete.

use squawk_parser::SyntaxKind::{self, *};
use squawk_parser::{is_col_name_keyword, is_reserved_keyword, is_type_func_name_keyword};

use super::Wrong;

/// The open nodes, each with its children so far.
#[derive(Default)]
pub(super) struct Tree {
    first: Option<Wrong>,
    at: usize,
    /// Where the last type ended that has no length.
    plain_type: Option<usize>,
    open: Vec<Node>,
    /// The children of all open nodes, tokens too, without white space and comments.
    children: Vec<Child>,
}

struct Node {
    kind: SyntaxKind,
    /// Where its children begin.
    children: usize,
}

#[derive(Clone, Copy)]
struct Child {
    kind: SyntaxKind,
    start: usize,
    end: usize,
}

impl Tree {
    pub(super) fn into_first(self) -> Option<Wrong> {
        self.first
    }

    /// The error of the earliest place stays.
    pub(super) fn wrong(&mut self, at: usize, expected: Option<String>) {
        if self.first.as_ref().is_none_or(|first| at < first.at) {
            self.first = Some(Wrong { at, expected });
        }
    }

    fn missing(&mut self, at: usize, what: &str) {
        self.wrong(at, Some(what.to_owned()));
    }

    pub(super) fn enter(&mut self, kind: SyntaxKind) {
        self.open.push(Node { kind, children: self.children.len() });
    }

    pub(super) fn token(&mut self, kind: SyntaxKind, len: usize) {
        let start = self.at;
        self.at += len;
        if !kind.is_trivia() {
            self.children.push(Child { kind, start, end: self.at });
        }
    }

    pub(super) fn exit(&mut self) {
        let Some(node) = self.open.pop() else { return };
        let last = self.children.len();
        let (start, end) = match (self.children.get(node.children), self.children.last()) {
            (Some(first), Some(last)) if node.children < self.children.len() => (first.start, last.end),
            _ => (self.at, self.at),
        };
        self.rules(node.kind, node.children..last, end);
        self.children.truncate(node.children);
        self.children.push(Child { kind: node.kind, start, end });
    }

    fn has(&self, range: &std::ops::Range<usize>, kind: SyntaxKind) -> bool {
        self.children[range.clone()].iter().any(|child| child.kind == kind)
    }

    /// The kind of the node around the one that is being completed, and its children so far.
    fn parent(&self, up: usize) -> Option<(SyntaxKind, std::ops::Range<usize>)> {
        let index = self.open.len().checked_sub(up + 1)?;
        let end = self.open.get(index + 1).map_or(self.children.len(), |next| next.children);
        Some((self.open[index].kind, self.open[index].children..end))
    }

    /// Whether a node with these children is as PostgreSQL wants it.
    fn rules(&mut self, kind: SyntaxKind, own: std::ops::Range<usize>, end: usize) {
        let last = (!own.is_empty()).then(|| self.children[own.end - 1].kind);
        let head = (!own.is_empty()).then(|| self.children[own.start]);
        let (head, at) = (head.map(|head| head.kind), head.map_or(end, |head| head.start));
        match kind {
            SOURCE_FILE => {
                // Two statements without a `;` between them are fine for squawk.
                if let [_, second, ..] = self.children[own] {
                    self.wrong(second.start, None);
                }
            }
            COLUMN => self.column_type(&own),
            DROP_TABLE if !self.has(&own, TABLE_NAME_REF) => self.missing(end, "a table"),
            DROP_VIEW if last == Some(VIEW_KW) || last == Some(IF_EXISTS) => self.missing(end, "a view"),
            ALTER_TABLE if last == Some(TABLE_RELATION_NAME) => {
                self.missing(end, "ADD, DROP, ALTER, RENAME or another change")
            }
            CREATE_TABLE if last == Some(TABLE_NAME) => self.missing(end, "`(`"),
            SET_COLUMN_LIST if own.is_empty() => self.missing(end, "`column = value`"),
            SELECT_CLAUSE if self.has(&own, DISTINCT_CLAUSE) && !self.has(&own, TARGET_LIST) => {
                self.missing(end, "an expression");
            }
            SELECT if head == Some(FROM_CLAUSE) => self.missing(at, "`SELECT`"),
            FROM_ALIAS if last == Some(AS_KW) => self.missing(end, "a name"),
            INSERT if self.has(&own, COLUMN_TARGET_LIST) && self.has(&own, DEFAULT_VALUES) => {
                let at = self.children[own]
                    .iter()
                    .find(|child| child.kind == DEFAULT_VALUES)
                    .map_or(end, |child| child.start);
                self.missing(at, "`VALUES`");
            }
            COPY if last == Some(COPY_TABLE) => self.missing(end, "`FROM` or `TO`"),
            DISCARD if own.len() == 1 => self.missing(end, "`ALL`, `PLANS`, `SEQUENCES` or `TEMP`"),
            // A default is no boolean expression: `DEFAULT NOT NULL` lacks its value.
            PREFIX_EXPR if head == Some(NOT_KW) && self.is_default() => self.missing(at, "a value"),
            LITERAL if last == Some(DEFAULT_KW) && self.is_default() => self.missing(at, "a value"),
            ARRAY_EXPR if head == Some(L_BRACK) && self.parent(0).is_none_or(|(kind, _)| kind != ARRAY_EXPR) => {
                self.missing(at, "`ARRAY`");
            }
            COMPOSITE_FIELD_DEF if !self.children[own.clone()].iter().any(|child| is_type(child.kind)) => {
                self.missing(end, "a type")
            }
            CUSTOM_OP => self.prefix_operator(&own),
            BIN_EXPR => {
                self.is_test(&own);
                self.plain_expression(&own);
            }
            PATH_SEGMENT_REF
                if matches!(head, Some(INT_KW | INTEGER_KW | SMALLINT_KW | BIGINT_KW | REAL_KW | BOOLEAN_KW)) =>
            {
                self.plain_type = Some(end);
            }
            ARG_LIST => {
                // These types are words of the grammar, and take nothing in parentheses.
                let before = self.parent(0).and_then(|(kind, siblings)| {
                    (kind == PATH_TYPE).then(|| self.children[siblings.start..own.start].last().map(|child| child.end))
                });
                if let Some(Some(before)) = before
                    && self.plain_type == Some(before)
                {
                    self.wrong(at, None);
                }
            }
            CAST_EXPR if self.has(&own, COLON_COLON) => self.plain_expression(&own),
            JOIN => self.join(&own, end),
            NAME_REF => self.reserved(&own),
            COLUMN_NAME | COLUMN_NAME_REF | CONSTRAINT_NAME | TRIGGER | POLICY | SCHEMA | EXTENSION | PUBLICATION
            | ROLE_NAME_REF | ROLE | PATH_SEGMENT | PATH_SEGMENT_REF => self.name(kind, &own),
            ALTER_FUNCTION if last == Some(FUNCTION_SIG) => self.missing(end, "what to alter"),
            GRANT if self.children[own.clone()].get(1).is_some_and(|child| child.kind == TO_KW) => {
                let at = self.children[own.start + 1].start;
                self.missing(at, "a privilege or a role");
            }
            _ => (),
        }
    }

    fn is_default(&self) -> bool {
        self.parent(0).is_some_and(|(kind, _)| kind == DEFAULT_CONSTRAINT)
    }

    /// In CREATE TABLE a column has a type, unless the table is one `OF` a type or a partition.
    fn column_type(&mut self, own: &std::ops::Range<usize>) {
        let (Some((TABLE_ARG_LIST, _)), Some((CREATE_TABLE | CREATE_FOREIGN_TABLE, table))) =
            (self.parent(0), self.parent(1))
        else {
            return;
        };
        let typed = self.children[own.clone()].iter().any(|child| is_type(child.kind));
        if !typed && !self.has(&table, OF_TYPE) && !self.has(&table, PARTITION_OF) {
            let at = self.children.get(own.start).map_or(self.at, |name| name.end);
            self.missing(at, "a type");
        }
    }

    /// `= = 1`: the comparisons and `* / % ^` are no prefix operators.
    fn prefix_operator(&mut self, own: &std::ops::Range<usize>) {
        let refused = match self.children[own.clone()] {
            [one] => matches!(one.kind, STAR | SLASH | L_ANGLE | R_ANGLE | EQ | PERCENT | CARET),
            [one, two] => matches!((one.kind, two.kind), (L_ANGLE, R_ANGLE) | (BANG | L_ANGLE | R_ANGLE, EQ)),
            _ => false,
        };
        if refused && self.parent(0).is_some_and(|(kind, _)| kind == PREFIX_EXPR) {
            self.wrong(self.children[own.start].start, None);
        }
    }

    /// What follows `IS` is one of a few words.
    fn is_test(&mut self, own: &std::ops::Range<usize>) {
        let [.., test, operand] = self.children[own.clone()] else { return };
        // The words inside the operand are gone by now; names that are keywords were checked when they went by.
        if matches!(test.kind, IS_KW | IS_NOT) && !matches!(operand.kind, LITERAL | NAME_REF) {
            self.missing(operand.start, "`NULL`, `TRUE`, `FALSE` or `UNKNOWN`");
        }
    }

    /// A part of an index is a name, a call, or anything in parentheses of its own; a default has no AND, OR, LIKE or IN.
    fn plain_expression(&mut self, own: &std::ops::Range<usize>) {
        let Some(&Child { kind: operator, start, .. }) = self.children.get(own.start + 1) else { return };
        let mut up = 0;
        while let Some((BIN_EXPR | PREFIX_EXPR, _)) = self.parent(up) {
            up += 1;
        }
        match self.parent(up) {
            Some((PARTITION_ITEM, _)) => self.missing(start, "parentheses around the whole expression"),
            Some((DEFAULT_CONSTRAINT, _)) if matches!(operator, AND_KW | OR_KW | LIKE_KW | ILIKE_KW | IN_KW) => {
                self.missing(start, "parentheses around the whole expression");
            }
            _ => (),
        }
    }

    /// A keyword that stands for a name, where PostgreSQL wants quotes around it.
    fn name(&mut self, kind: SyntaxKind, own: &std::ops::Range<usize>) {
        let [Child { kind: word, start, .. }] = self.children[own.clone()] else { return };
        let segment = matches!(kind, PATH_SEGMENT | PATH_SEGMENT_REF);
        let Some((parent, siblings)) = self.parent(0) else { return };
        // What follows AS or a point can be any word.
        if parent == AS_NAME || segment && siblings.start < own.start {
            return;
        }
        let owner = if segment { self.parent(1).map(|(kind, _)| kind) } else { Some(kind) };
        let refused = match owner {
            Some(
                TABLE_NAME | TABLE_NAME_REF | RELATION_NAME_REF | VIEW | VIEW_REF | INDEX | INDEX_REF | SEQUENCE
                | TYPE_NAME | DOMAIN | STATISTICS | CONSTRAINT_NAME_REF | COLUMN_NAME | COLUMN_NAME_REF
                | CONSTRAINT_NAME | TRIGGER | POLICY | SCHEMA | EXTENSION | PUBLICATION,
            ) if parent != RETURN_TABLE_COLUMN => is_reserved_keyword(word) || is_type_func_name_keyword(word),
            Some(FUNCTION_NAME | AGGREGATE_NAME | PROCEDURE_NAME_REF) => is_col_name_keyword(word),
            Some(COLUMN_NAME) => is_reserved_keyword(word) || is_col_name_keyword(word),
            _ => false,
        };
        if refused {
            self.wrong(start, Some("a name".to_owned()));
        }
    }

    fn join(&mut self, own: &std::ops::Range<usize>, end: usize) {
        let condition =
            self.children[own.clone()].iter().find(|child| matches!(child.kind, ON_CLAUSE | JOIN_USING_CLAUSE));
        let free = self.has(own, NATURAL_KW) || self.has(own, JOIN_CROSS);
        match condition.copied() {
            Some(condition) if free && condition.kind == JOIN_USING_CLAUSE => self.wrong(condition.start, None),
            None if !free => self.missing(end, "`ON` or `USING`"),
            _ => (),
        }
    }

    /// Keywords that name nothing on their own, and what may stand after `IS`.
    fn reserved(&mut self, own: &std::ops::Range<usize>) {
        let Some(&Child { kind, start, .. }) = self.children.get(own.start) else { return };
        let Some((parent, siblings)) = self.parent(0) else { return };
        let siblings = siblings.start..own.start;
        let before = self.children[siblings.clone()].last().map(|child| child.kind);
        if parent == BIN_EXPR && matches!(before, Some(IS_KW | IS_NOT)) && !matches!(kind, UNKNOWN_KW | DOCUMENT_KW) {
            self.missing(start, "`NULL`, `TRUE`, `FALSE` or `UNKNOWN`");
            return;
        }
        let first = siblings.is_empty();
        let allowed = parent == CALL_EXPR || parent == FIELD_EXPR && !first;
        if kind != CURRENT_SCHEMA_KW && is_type_func_name_keyword(kind) && !allowed {
            self.wrong(start, None);
        }
        let callable = matches!(
            kind,
            COALESCE_KW
                | GRAPH_TABLE_KW
                | GREATEST_KW
                | GROUPING_KW
                | LEAST_KW
                | MERGE_ACTION_KW
                | NORMALIZE_KW
                | NULLIF_KW
                | XMLCONCAT_KW
                | CURRENT_TIME_KW
                | CURRENT_TIMESTAMP_KW
                | LOCALTIME_KW
                | LOCALTIMESTAMP_KW
        );
        if parent == CALL_EXPR && first && !callable && (is_col_name_keyword(kind) || is_reserved_keyword(kind)) {
            self.wrong(start, None);
        }
    }
}

fn is_type(kind: SyntaxKind) -> bool {
    matches!(
        kind,
        PATH_TYPE
            | ARRAY_TYPE
            | PERCENT_TYPE
            | BIT_TYPE
            | BIT_VARYING_TYPE
            | CHARACTER_TYPE
            | VARCHAR_TYPE
            | TIME_TYPE
            | TIMESTAMP_TYPE
            | DOUBLE_TYPE
            | INTERVAL_TYPE
    )
}

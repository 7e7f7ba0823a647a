//! SELECT and what can stand in its place.

use super::cursor::{Cursor, Outcome, Stop};
use crate::sql::lexer::Kind;

/// Words that begin a clause after a table or an item, though they could be names.
static NO_ALIAS: &[&str] = &["WINDOW", "SOUNDS", "RETURNING", "EXCEPT", "INTERSECT", "OFFSET", "LATERAL"];

impl Cursor<'_> {
    /// Whether a query begins at the `n`th token from here, and not an expression that begins with one.
    pub(super) fn is_query_at(&self, n: usize) -> bool {
        if self.is_at(n, "SELECT") || self.is_at(n, "WITH") {
            return true;
        }
        if self.is_at(n, "VALUES") && self.is_at(n + 1, "ROW") || self.is_at(n, "TABLE") && !self.mariadb {
            return true;
        }
        // MariaDB's rows as a query look like the function that ON DUPLICATE KEY UPDATE has.
        if self.mariadb && self.is_at(n, "VALUES") && self.kind_at(n + 1) == Some(Kind::Open) {
            let end = self.after_parens(n + 1);
            return self.kind_at(end) == Some(Kind::Comma) || self.is_query_end(end);
        }
        self.kind_at(n) == Some(Kind::Open) && self.is_query_at(n + 1) && self.is_query_end(self.after_parens(n))
    }

    /// The token after the parentheses that open at the `n`th from here.
    fn after_parens(&self, n: usize) -> usize {
        let mut depth = 0;
        let mut m = n;
        while let Some(kind) = self.kind_at(m) {
            match kind {
                Kind::Open => depth += 1,
                Kind::Close => depth -= 1,
                _ => (),
            }
            m += 1;
            if depth == 0 {
                break;
            }
        }
        m
    }

    /// Whether what stands at the `n`th token follows a whole query, and no operand.
    fn is_query_end(&self, n: usize) -> bool {
        matches!(self.kind_at(n), None | Some(Kind::Close | Kind::Semi))
            || ["UNION", "EXCEPT", "INTERSECT", "MINUS", "ORDER", "LIMIT", "FOR", "INTO", "ON", "RETURNING"]
                .iter()
                .any(|word| self.is_at(n, word))
    }

    /// A query whose rows another statement takes.
    pub(super) fn inner_query(&mut self) -> Outcome {
        let outer = std::mem::replace(&mut self.in_subquery, true);
        let result = self.query();
        self.in_subquery = outer;
        result
    }

    pub(super) fn subquery(&mut self) -> Outcome {
        self.open()?;
        self.inner_query()?;
        self.close()
    }

    /// A query, or a change with `WITH` before it.
    pub(super) fn query_or_change(&mut self) -> Outcome {
        self.with()?;
        match () {
            () if self.is("UPDATE") => self.update(),
            () if self.is("DELETE") => self.delete(),
            () => self.query(),
        }
    }

    fn with(&mut self) -> Outcome {
        if !self.eat("WITH") {
            return Ok(());
        }
        self.eat("RECURSIVE");
        self.list(|p| {
            p.name()?;
            if p.is_kind(Kind::Open) {
                p.names()?;
            }
            p.need("AS")?;
            p.subquery()?;
            if p.eat("CYCLE") {
                p.list(Cursor::name)?;
                p.need("RESTRICT")?;
            }
            Ok(())
        })
    }

    pub(super) fn query(&mut self) -> Outcome {
        self.with()?;
        let mut ended = self.query_term()?;
        while self.is_any(&["UNION", "EXCEPT", "INTERSECT", "MINUS"]) {
            // ORDER BY and LIMIT belong to the whole; those of a part stand in parentheses with it.
            if ended {
                return self.refuse(Some("parentheses around the query before, for its ORDER BY or LIMIT"));
            }
            self.bump();
            self.eat_any(&["ALL", "DISTINCT"]);
            ended = self.query_term()?;
        }
        if ended { Ok(()) } else { self.query_tail() }
    }

    /// What may follow a whole query.
    fn query_tail(&mut self) -> Outcome {
        if self.is("ORDER") {
            self.order_by()?;
        }
        if self.is("LIMIT") {
            self.limit()?;
        }
        self.fetch_rows()?;
        self.into()?;
        self.locking()?;
        self.into()
    }

    /// One part of a UNION. True if it ends with clauses after which no UNION can follow.
    fn query_term(&mut self) -> Result<bool, Stop> {
        if self.is_kind(Kind::Open) {
            self.open()?;
            self.query()?;
            self.close()?;
            return Ok(false);
        }
        if self.eat("VALUES") {
            self.list(|p| {
                p.eat("ROW");
                p.new_row()
            })?;
            return Ok(false);
        }
        if !self.mariadb && self.eat("TABLE") {
            self.object()?;
            return Ok(false);
        }
        self.select()
    }

    /// `(a, b)`, empty or not.
    pub(super) fn row(&mut self) -> Outcome {
        self.open()?;
        if !self.is_kind(Kind::Close) {
            self.list(Cursor::expr)?;
        }
        self.close()
    }

    fn select(&mut self) -> Result<bool, Stop> {
        self.need("SELECT")?;
        if self.mariadb {
            self.eat("UNIQUE");
        }
        while self.eat_any(&[
            "ALL",
            "DISTINCT",
            "DISTINCTROW",
            "HIGH_PRIORITY",
            "STRAIGHT_JOIN",
            "SQL_SMALL_RESULT",
            "SQL_BIG_RESULT",
            "SQL_BUFFER_RESULT",
            "SQL_NO_CACHE",
            "SQL_CACHE",
            "SQL_CALC_FOUND_ROWS",
        ]) {}
        if !self.op("*") {
            self.select_item()?;
        }
        while self.eat_kind(Kind::Comma) {
            self.select_item()?;
        }
        self.into()?;
        if self.eat("FROM") && !self.eat("DUAL") {
            self.table_refs()?;
        }
        if self.eat("WHERE") {
            self.expr()?;
        }
        if self.eat("GROUP") {
            self.need("BY")?;
            self.list(Cursor::order_item)?;
            self.eat_all(&["WITH", "ROLLUP"]);
        }
        if self.eat("HAVING") {
            self.expr()?;
        }
        if self.is("WINDOW") && self.is_at(2, "AS") {
            self.bump();
            self.list(|p| {
                p.name()?;
                p.need("AS")?;
                p.window_spec()
            })?;
        }
        let body = self.mark();
        if self.is("ORDER") {
            self.order_by()?;
        }
        if self.is("LIMIT") {
            self.limit()?;
        }
        self.fetch_rows()?;
        if self.eat("PROCEDURE") {
            self.name()?;
            self.row()?;
        }
        self.into()?;
        self.locking()?;
        self.into()?;
        Ok(self.mark() > body)
    }

    pub(super) fn select_item(&mut self) -> Outcome {
        // `t.*` and `db.t.*`
        let mut n = 0;
        while matches!(self.kind_at(n), Some(Kind::Word | Kind::Name)) && self.kind_at(n + 1) == Some(Kind::Dot) {
            n += 2;
        }
        if n > 0 && self.text_at(n) == "*" && self.is_name() {
            self.reset(self.mark() + n + 1);
            return Ok(());
        }
        self.expr()?;
        self.alias()
    }

    fn alias(&mut self) -> Outcome {
        if self.eat("AS") {
            return self.alias_name();
        }
        if self.is_kind(Kind::Text) || self.is_name() && !self.is_any(NO_ALIAS) {
            self.bump();
        }
        Ok(())
    }

    pub(super) fn alias_name(&mut self) -> Outcome {
        if self.eat_kind(Kind::Text) { Ok(()) } else { self.name() }
    }

    /// `INTO @a, b` and `INTO OUTFILE 'x' …`.
    fn into(&mut self) -> Outcome {
        if self.in_subquery || !self.eat("INTO") {
            return Ok(());
        }
        if self.eat("OUTFILE") {
            self.string()?;
            return self.file_format();
        }
        if self.eat("DUMPFILE") {
            return self.string();
        }
        self.list(|p| if p.is_op("@") { p.variable() } else { p.object() })
    }

    fn locking(&mut self) -> Outcome {
        loop {
            if self.eat_all(&["LOCK", "IN", "SHARE", "MODE"]) {
            } else if self.is("FOR") && (self.is_at(1, "UPDATE") || self.is_at(1, "SHARE")) {
                self.bump();
                self.bump();
                if self.eat("OF") {
                    self.list(Cursor::object)?;
                }
            } else {
                return Ok(());
            }
            if self.eat("WAIT") {
                self.number()?;
            }
            if !self.eat("NOWAIT") {
                self.eat_all(&["SKIP", "LOCKED"]);
            }
        }
    }

    pub(super) fn order_by(&mut self) -> Outcome {
        self.need("ORDER")?;
        self.need("BY")?;
        self.list(Cursor::order_item)?;
        self.eat_all(&["WITH", "ROLLUP"]);
        Ok(())
    }

    pub(super) fn order_item(&mut self) -> Outcome {
        self.expr()?;
        self.eat_any(&["ASC", "DESC"]);
        Ok(())
    }

    pub(super) fn limit(&mut self) -> Outcome {
        self.need("LIMIT")?;
        if self.mariadb && self.eat("ROWS") {
            self.need("EXAMINED")?;
            return self.limit_number();
        }
        self.limit_number()?;
        if self.eat_kind(Kind::Comma) || self.eat("OFFSET") {
            self.limit_number()?;
        }
        if self.mariadb && self.eat("ROWS") {
            self.need("EXAMINED")?;
            return self.limit_number();
        }
        Ok(())
    }

    fn limit_number(&mut self) -> Outcome {
        if self.eat_kind(Kind::Number) || self.op("?") {
            return Ok(());
        }
        if self.in_routine { self.object() } else { self.refuse(Some("a number")) }
    }

    /// `OFFSET n ROWS FETCH FIRST n ROWS ONLY` of MariaDB.
    fn fetch_rows(&mut self) -> Outcome {
        if !self.mariadb {
            return Ok(());
        }
        if self.eat("OFFSET") {
            self.limit_number()?;
            self.need_any(&["ROW", "ROWS"])?;
        }
        if self.is("FETCH") && (self.is_at(1, "FIRST") || self.is_at(1, "NEXT")) {
            self.bump();
            self.bump();
            self.eat_kind(Kind::Number);
            self.need_any(&["ROW", "ROWS"])?;
            if !self.eat("ONLY") {
                self.need("WITH")?;
                self.need("TIES")?;
            }
        }
        Ok(())
    }

    pub(super) fn table_refs(&mut self) -> Outcome {
        self.list(Cursor::table_ref)
    }

    fn table_ref(&mut self) -> Outcome {
        self.table_factor()?;
        // The joins that have no condition yet, and whether they must get one.
        let mut joins: Vec<bool> = Vec::new();
        loop {
            let natural = self.eat("NATURAL");
            let before = self.mark();
            if self.eat_any(&["LEFT", "RIGHT"]) {
                self.eat("OUTER");
                self.need("JOIN")?;
                self.table_factor()?;
                joins.push(true);
            } else if self.eat_any(&["INNER", "CROSS"]) {
                self.need("JOIN")?;
                self.table_factor()?;
                joins.push(false);
            } else if self.eat_any(&["JOIN", "STRAIGHT_JOIN"]) {
                self.table_factor()?;
                joins.push(false);
            } else if self.is("ON") && !self.are(&["ON", "DUPLICATE", "KEY"]) || self.is("USING") {
                // A condition belongs to the innermost join without one; nested joins end with several.
                if natural {
                    return self.refuse(Some("JOIN"));
                }
                if joins.pop().is_none() {
                    return self.refuse(None);
                }
                if self.eat("ON") {
                    self.expr()?;
                } else {
                    self.bump();
                    self.names()?;
                }
            } else if natural {
                return self.refuse(Some("JOIN"));
            } else if joins.contains(&true) {
                return self.refuse(Some("ON or USING"));
            } else {
                return Ok(());
            }
            if natural && self.mark() > before {
                joins.pop();
            }
        }
    }

    fn table_factor(&mut self) -> Outcome {
        if self.op("{") {
            self.name()?;
            self.table_ref()?;
            return if self.op("}") { Ok(()) } else { self.refuse(Some("`}`")) };
        }
        let lateral = self.eat("LATERAL");
        if self.is_kind(Kind::Open) {
            if lateral || self.is_query_at(1) || self.is_at(1, "VALUES") {
                self.subquery()?;
            } else {
                self.open()?;
                self.table_refs()?;
                self.close()?;
                return Ok(());
            }
            if self.mariadb && self.eat_all(&["FOR", "SYSTEM_TIME"]) {
                self.system_time()?;
            }
            let named = self.mark();
            self.table_alias()?;
            if self.mark() == named {
                return self.refuse(Some("a name for the derived table"));
            }
            if self.is_kind(Kind::Open) {
                self.names()?;
            }
            return Ok(());
        }
        if self.is("JSON_TABLE") && self.kind_at(1) == Some(Kind::Open) {
            self.bump();
            self.json_table()?;
            return self.table_alias();
        }
        self.table_name()?;
        if self.eat("PARTITION") {
            self.names()?;
        }
        if self.mariadb && self.eat_all(&["FOR", "SYSTEM_TIME"]) {
            self.system_time()?;
        }
        self.table_alias()?;
        self.index_hints()
    }

    fn system_time(&mut self) -> Outcome {
        if self.eat("ALL") {
            return Ok(());
        }
        if self.eat_all(&["AS", "OF"]) {
            return self.point_in_time();
        }
        let to = if self.eat("BETWEEN") {
            "AND"
        } else {
            self.need("FROM")?;
            "TO"
        };
        self.point_in_time()?;
        self.need(to)?;
        self.point_in_time()
    }

    pub(super) fn point_in_time(&mut self) -> Outcome {
        // `TIMESTAMP '…'` is a literal as well.
        self.eat_any(&["TIMESTAMP", "TRANSACTION"]);
        self.bits()
    }

    fn table_alias(&mut self) -> Outcome {
        if self.eat("AS") || self.mariadb && self.op("=") {
            return self.alias_name();
        }
        if self.is_name() && !self.is_any(NO_ALIAS) {
            self.bump();
        }
        Ok(())
    }

    fn index_hints(&mut self) -> Outcome {
        while self.is_any(&["USE", "IGNORE", "FORCE"]) && (self.is_at(1, "INDEX") || self.is_at(1, "KEY")) {
            let empty = self.is("USE");
            self.bump();
            self.bump();
            if self.eat("FOR") && !self.eat("JOIN") {
                self.need_any(&["ORDER", "GROUP"])?;
                self.need("BY")?;
            }
            self.open()?;
            if !(empty && self.is_kind(Kind::Close)) {
                self.list(|p| if p.eat("PRIMARY") { Ok(()) } else { p.name() })?;
            }
            self.close()?;
        }
        Ok(())
    }

    fn json_table(&mut self) -> Outcome {
        self.open()?;
        self.expr()?;
        if !self.eat_kind(Kind::Comma) {
            return self.refuse(Some("`,`"));
        }
        self.operand()?;
        self.json_columns()?;
        self.close()
    }

    fn json_columns(&mut self) -> Outcome {
        self.need("COLUMNS")?;
        self.parens(|p| {
            if p.eat("NESTED") {
                p.eat("PATH");
                p.string()?;
                return p.json_columns();
            }
            p.name()?;
            if p.eat_all(&["FOR", "ORDINALITY"]) {
                return Ok(());
            }
            p.data_type()?;
            p.collate()?;
            p.eat("EXISTS");
            p.need("PATH")?;
            p.string()?;
            while p.is_any(&["NULL", "ERROR", "DEFAULT"]) {
                if p.eat("DEFAULT") {
                    p.operand()?
                } else {
                    p.bump()
                }
                p.need("ON")?;
                p.need_any(&["EMPTY", "ERROR"])?;
            }
            Ok(())
        })
    }
}

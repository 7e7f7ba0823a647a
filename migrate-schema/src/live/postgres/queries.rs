//! What is asked of PostgreSQL's catalogs: one query for each kind of object, whatever their number.

use migrate_core::Dialect;

use crate::live::Wanted;

/// Names in `public` are printed without it, and values in the one form that does not depend on settings.
pub(super) const PREPARATION: &[&str] = &[
    "BEGIN",
    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
    "SET LOCAL search_path = public",
    "SET LOCAL TimeZone = 'UTC'",
    "SET LOCAL DateStyle = 'ISO'",
    "SET LOCAL IntervalStyle = 'postgres'",
    "SET LOCAL standard_conforming_strings = on",
    "SET LOCAL quote_all_identifiers = off",
];

/// Which query an answer belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    Schemas,
    Extensions,
    Relations,
    Columns,
    Constraints,
    Indexes,
    Sequences,
    Types,
    DomainChecks,
    Attributes,
    Routines,
    Aggregates,
    Operators,
    Statistics,
    Rules,
    Triggers,
    Policies,
    Needs,
    Others,
}

pub(super) const ALL: [Question; 19] = [
    Question::Schemas,
    Question::Extensions,
    Question::Relations,
    Question::Columns,
    Question::Constraints,
    Question::Indexes,
    Question::Sequences,
    Question::Types,
    Question::DomainChecks,
    Question::Attributes,
    Question::Routines,
    Question::Aggregates,
    Question::Operators,
    Question::Statistics,
    Question::Rules,
    Question::Triggers,
    Question::Policies,
    Question::Needs,
    Question::Others,
];

/// Whether the final function of an aggregate changes the state, where that is not as usual.
fn modifies(column: &str) -> String {
    format!(
        "CASE WHEN {column} <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END \
         THEN CASE {column} WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END"
    )
}

/// An operator by its number, as options name it.
fn operator(column: &str) -> String {
    format!(
        "(SELECT format('OPERATOR(%I.%s)', s.nspname, x.oprname) FROM pg_operator x JOIN pg_namespace s \
         ON s.oid = x.oprnamespace WHERE x.oid = {column})"
    )
}

/// The schemas that are read, as a condition on `pg_namespace n`.
fn schemas(wanted: &Wanted) -> String {
    if wanted.schemas.is_empty() {
        return "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'".to_owned();
    }
    let names: Vec<String> = wanted.schemas.iter().map(|name| Dialect::Postgres.quote_text(name)).collect();
    format!("n.nspname IN ({})", names.join(", "))
}

/// What an extension has brought is not the user's.
fn own(class: &str, oid: &str) -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM pg_depend ext WHERE ext.classid = '{class}'::regclass AND ext.objid = {oid} AND ext.deptype = 'e')"
    )
}

pub(super) fn sql(question: Question, wanted: &Wanted) -> String {
    let schemas = schemas(wanted);
    let relation = format!("c.relpersistence <> 't' AND {schemas} AND {}", own("pg_class", "c.oid"));
    match question {
        Question::Schemas => format!(
            "SELECT quote_ident(n.nspname), obj_description(n.oid, 'pg_namespace') FROM pg_namespace n \
             WHERE {schemas} AND n.nspname <> 'public' AND {} ORDER BY n.oid",
            own("pg_namespace", "n.oid")
        ),
        Question::Extensions => "SELECT quote_ident(x.extname), quote_ident(n.nspname) FROM pg_extension x \
             JOIN pg_namespace n ON n.oid = x.extnamespace WHERE x.extname <> 'plpgsql' ORDER BY x.oid"
            .to_owned(),
        Question::Relations => format!(
            "SELECT c.oid::text, c.oid::regclass::text, n.nspname::text, c.relname::text, c.relkind::text, \
             c.relpersistence::text, array_to_string(c.reloptions, ', '), \
             CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END, \
             CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END, \
             c.relrowsecurity::text, c.relforcerowsecurity::text, obj_description(c.oid, 'pg_class'), \
             CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END, \
             (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno) FROM pg_inherits i \
              WHERE i.inhrelid = c.oid), \
             CASE WHEN a.amname <> 'heap' THEN quote_ident(a.amname) END, quote_ident(t.spcname), c.relispopulated::text, \
             CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' WHEN 'i' THEN 'USING INDEX ' || \
             (SELECT quote_ident(x.relname) FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid \
              WHERE i.indrelid = c.oid AND i.indisreplident) END, \
             (SELECT quote_ident(x.relname) FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid \
              WHERE i.indrelid = c.oid AND i.indisclustered), \
             (SELECT string_agg('toast.' || o, ', ') FROM pg_class x, unnest(x.reloptions) o WHERE x.oid = c.reltoastrelid) \
             FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_am a ON a.oid = c.relam \
             LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace \
             WHERE c.relkind IN ('r', 'p', 'v', 'm') AND {relation} ORDER BY c.oid"
        ),
        Question::Columns => format!(
            "SELECT c.oid::text, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), a.attnotnull::text, \
             pg_get_expr(d.adbin, d.adrelid), a.attidentity::text, a.attgenerated::text, \
             CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END, \
             CASE WHEN a.attstorage <> t.typstorage THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' \
             WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END, \
             a.attislocal::text, col_description(c.oid, a.attnum), s.oid::text, s.oid::regclass::text, s.relname::text, \
             CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END, \
             CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::text END, \
             (SELECT string_agg(o, ', ') FROM unnest(a.attoptions) o WHERE c.relkind IN ('r', 'p') AND o LIKE 'n_distinct%'), \
             above.value, above.filled::text \
             FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped \
             JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum \
             LEFT JOIN (pg_depend o JOIN pg_class s ON s.oid = o.objid AND s.relkind = 'S') ON o.classid = 'pg_class'::regclass \
             AND o.refclassid = 'pg_class'::regclass AND o.refobjid = c.oid AND o.refobjsubid = a.attnum \
             AND o.deptype IN ('a', 'i') \
             LEFT JOIN LATERAL (SELECT pg_get_expr(e.adbin, e.adrelid) AS value, b.attnotnull AS filled FROM pg_inherits i \
             JOIN pg_attribute b ON b.attrelid = i.inhparent AND b.attname = a.attname AND NOT b.attisdropped \
             LEFT JOIN pg_attrdef e ON e.adrelid = b.attrelid AND e.adnum = b.attnum WHERE i.inhrelid = c.oid \
             ORDER BY i.inhseqno LIMIT 1) above ON true \
             WHERE c.relkind IN ('r', 'p', 'v', 'm') AND {relation} ORDER BY c.oid, a.attnum"
        ),
        Question::Constraints => format!(
            "SELECT c.oid::text, quote_ident(o.conname), o.contype::text, pg_get_constraintdef(o.oid), \
             obj_description(o.oid, 'pg_constraint'), o.oid::text, o.conindid::text, \
             (SELECT o.conindid::regclass::text || ' SET (' || array_to_string(x.reloptions, ', ') || ')' FROM pg_class x \
             WHERE x.oid = o.conindid AND o.contype IN ('p', 'u') AND x.reloptions IS NOT NULL), \
             quote_ident(handed.name) \
             FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
             LEFT JOIN LATERAL (SELECT CASE o.contype WHEN 'p' THEN c.relname || '_pkey' WHEN 'f' THEN a.conname \
             WHEN 'c' THEN o.conname ELSE c.relname || '_' || (SELECT string_agg(b.attname, '_' ORDER BY k.at) \
             FROM unnest(o.conkey) WITH ORDINALITY k (num, at) JOIN pg_attribute b ON b.attrelid = c.oid AND b.attnum = k.num) \
             || '_key' END AS name, a.convalidated FROM pg_constraint a WHERE a.oid = o.conparentid AND a.conrelid <> o.conrelid OR o.contype = 'c' \
             AND NOT o.conislocal AND a.contype = 'c' AND a.conname = o.conname AND NOT a.convalidated \
             AND a.conrelid IN (SELECT i.inhparent FROM pg_inherits i WHERE i.inhrelid = c.oid) LIMIT 1) handed ON true \
             WHERE o.contype IN ('p', 'u', 'f', 'c', 'x') AND {relation} AND (o.conislocal AND o.conparentid = 0 \
             OR o.contype = 'c' AND o.convalidated AND handed.name IS NOT NULL \
             OR o.contype IN ('p', 'u', 'f') AND length(handed.name) < 63 \
             AND left(o.conname, length(handed.name)) <> handed.name) ORDER BY c.oid, o.oid"
        ),
        Question::Indexes => format!(
            "SELECT i.indexrelid::regclass::text, c.oid::regclass::text, quote_ident(n.nspname) || '.' || quote_ident(c.relname), \
             pg_get_indexdef(i.indexrelid), obj_description(i.indexrelid, 'pg_class'), c.oid::text, i.indexrelid::text, \
             i.indisvalid::text \
             FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE NOT EXISTS (SELECT 1 FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x')) \
             AND (NOT EXISTS (SELECT 1 FROM pg_inherits h WHERE h.inhrelid = i.indexrelid) OR length(c.relname) < 25 AND \
             (SELECT left(x.relname, length(c.relname) + 1) FROM pg_class x WHERE x.oid = i.indexrelid) <> c.relname || '_') \
             AND c.relkind IN ('r', 'p', 'm') AND {relation} ORDER BY NOT c.relispartition, i.indexrelid"
        ),
        Question::Sequences => format!(
            "SELECT c.oid::text, c.oid::regclass::text, n.nspname::text, c.relname::text, format_type(s.seqtypid, NULL), \
             s.seqstart::text, s.seqincrement::text, s.seqmin::text, s.seqmax::text, s.seqcache::text, s.seqcycle::text, \
             o.deptype::text, o.refobjid::text, quote_ident(a.attname), obj_description(c.oid, 'pg_class'), c.relpersistence::text \
             FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
             LEFT JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = c.oid \
             AND o.refclassid = 'pg_class'::regclass AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i') \
             LEFT JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid \
             WHERE {relation} ORDER BY c.oid"
        ),
        Question::Types => format!(
            "SELECT t.oid::text, t.oid::regtype::text, t.typtype::text, \
             CASE WHEN t.typtype = 'e' THEN (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) \
             FROM pg_enum e WHERE e.enumtypid = t.oid) END, \
             CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END, t.typnotnull::text, \
             pg_get_expr(t.typdefaultbin, 0), CASE WHEN t.typtype = 'd' AND t.typcollation <> b.typcollation \
             THEN t.typcollation::regcollation::text END, obj_description(t.oid, 'pg_type'), \
             (SELECT concat_ws(', ', 'subtype = ' || format_type(r.rngsubtype, NULL), \
             CASE WHEN r.rngcollation <> (SELECT s.typcollation FROM pg_type s WHERE s.oid = r.rngsubtype) \
             THEN 'collation = ' || r.rngcollation::regcollation::text END, \
             CASE WHEN r.rngsubdiff <> 0 THEN 'subtype_diff = ' || r.rngsubdiff::regproc::text END, \
             CASE WHEN r.rngcanonical <> 0 THEN 'canonical = ' || r.rngcanonical::regproc::text END, \
             (SELECT 'multirange_type_name = ' || m.oid::regtype FROM pg_type m \
             WHERE m.oid = (to_jsonb(r) ->> 'rngmultitypid')::oid \
             AND m.typname <> CASE WHEN t.typname LIKE '%range%' THEN regexp_replace(t.typname, 'range', 'multirange') \
             ELSE t.typname || '_multirange' END)) \
             FROM pg_range r WHERE r.rngtypid = t.oid) \
             FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_type b ON b.oid = t.typbasetype \
             WHERE (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND EXISTS \
             (SELECT 1 FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c')) AND {schemas} AND {} ORDER BY t.oid",
            own("pg_type", "t.oid")
        ),
        Question::DomainChecks => format!(
            "SELECT t.oid::text, quote_ident(o.conname), pg_get_constraintdef(o.oid) FROM pg_constraint o \
             JOIN pg_type t ON t.oid = o.contypid JOIN pg_namespace n ON n.oid = t.typnamespace \
             WHERE o.contype = 'c' AND {schemas} ORDER BY t.oid, o.oid"
        ),
        Question::Attributes => format!(
            "SELECT t.oid::text, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod) || coalesce((SELECT ' COLLATE ' || \
             a.attcollation::regcollation::text FROM pg_type u WHERE u.oid = a.atttypid AND u.typcollation <> a.attcollation), '') \
             FROM pg_type t \
             JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c' JOIN pg_namespace n ON n.oid = t.typnamespace \
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped \
             WHERE {schemas} ORDER BY t.oid, a.attnum"
        ),
        Question::Routines => format!(
            "SELECT p.oid::text, p.prokind::text, p.oid::regprocedure::text, pg_get_functiondef(p.oid), \
             obj_description(p.oid, 'pg_proc'), l.lanname::text, quote_ident(n.nspname) || '.' || quote_ident(p.proname), \
             CASE WHEN n.nspname = 'public' THEN quote_ident(p.proname) \
             ELSE quote_ident(n.nspname) || '.' || quote_ident(p.proname) END \
             FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang \
             WHERE p.prokind IN ('f', 'p', 'w') AND {schemas} AND {} \
             AND NOT EXISTS (SELECT 1 FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i') \
             ORDER BY p.oid",
            own("pg_proc", "p.oid")
        ),
        Question::Aggregates => format!(
            "SELECT p.oid::text, CASE WHEN n.nspname = 'public' THEN '' ELSE quote_ident(n.nspname) || '.' END || quote_ident(p.proname) \
             || '(' || coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*') || ')', concat_ws(', ', \
             'SFUNC = ' || a.aggtransfn::regproc, 'STYPE = ' || a.aggtranstype::regtype, \
             'SSPACE = ' || nullif(a.aggtransspace, 0), \
             'FINALFUNC = ' || nullif(a.aggfinalfn, 0)::regproc, CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END, \
             'FINALFUNC_MODIFY = ' || {}, \
             'COMBINEFUNC = ' || nullif(a.aggcombinefn, 0)::regproc, 'SERIALFUNC = ' || nullif(a.aggserialfn, 0)::regproc, \
             'DESERIALFUNC = ' || nullif(a.aggdeserialfn, 0)::regproc, 'INITCOND = ' || quote_literal(a.agginitval), \
             'MSFUNC = ' || nullif(a.aggmtransfn, 0)::regproc, 'MINVFUNC = ' || nullif(a.aggminvtransfn, 0)::regproc, \
             'MSTYPE = ' || nullif(a.aggmtranstype, 0)::regtype, 'MSSPACE = ' || nullif(a.aggmtransspace, 0), \
             'MFINALFUNC = ' || nullif(a.aggmfinalfn, 0)::regproc, CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END, \
             CASE WHEN a.aggmtransfn <> 0 THEN 'MFINALFUNC_MODIFY = ' || {} END, \
             'MINITCOND = ' || quote_literal(a.aggminitval), \
             'SORTOP = ' || {}, \
             CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END, \
             CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END), obj_description(p.oid, 'pg_proc') \
             FROM pg_proc p JOIN pg_aggregate a ON a.aggfnoid = p.oid JOIN pg_namespace n ON n.oid = p.pronamespace \
             WHERE {schemas} AND {} ORDER BY p.oid",
            modifies("a.aggfinalmodify"),
            modifies("a.aggmfinalmodify"),
            operator("a.aggsortop"),
            own("pg_proc", "p.oid")
        ),
        Question::Operators => format!(
            "SELECT o.oid::text, CASE WHEN n.nspname = 'public' THEN '' ELSE quote_ident(n.nspname) || '.' END || o.oprname, \
             concat_ws(', ', 'FUNCTION = ' || nullif(o.oprcode, 0)::regproc, 'LEFTARG = ' || nullif(o.oprleft, 0)::regtype, \
             'RIGHTARG = ' || nullif(o.oprright, 0)::regtype, 'COMMUTATOR = ' || {}, 'NEGATOR = ' || {}, \
             'RESTRICT = ' || nullif(o.oprrest, 0)::regproc, 'JOIN = ' || nullif(o.oprjoin, 0)::regproc, \
             CASE WHEN o.oprcanhash THEN 'HASHES' END, CASE WHEN o.oprcanmerge THEN 'MERGES' END), \
             '(' || coalesce(nullif(o.oprleft, 0)::regtype::text, 'NONE') || ', ' || coalesce(nullif(o.oprright, 0)::regtype::text, 'NONE') || ')', \
             obj_description(o.oid, 'pg_operator') \
             FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace \
             WHERE o.oprcode <> 0 AND {schemas} AND {} ORDER BY n.nspname, o.oprname, 4",
            operator("o.oprcom"),
            operator("o.oprnegate"),
            own("pg_operator", "o.oid")
        ),
        Question::Statistics => format!(
            "SELECT s.oid::text, CASE WHEN n.nspname = 'public' THEN '' ELSE quote_ident(n.nspname) || '.' END || quote_ident(s.stxname), \
             pg_get_statisticsobjdef(s.oid), nullif(s.stxstattarget, -1)::text, obj_description(s.oid, 'pg_statistic_ext'), c.oid::text \
             FROM pg_statistic_ext s JOIN pg_class c ON c.oid = s.stxrelid JOIN pg_namespace n ON n.oid = s.stxnamespace \
             WHERE {schemas} ORDER BY s.oid"
        ),
        Question::Rules => format!(
            "SELECT r.oid::text, quote_ident(r.rulename), c.oid::regclass::text, pg_get_ruledef(r.oid), r.ev_enabled::text, \
             obj_description(r.oid, 'pg_rewrite'), c.oid::text \
             FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE r.rulename <> '_RETURN' AND {relation} ORDER BY r.oid"
        ),
        Question::Triggers => format!(
            "SELECT quote_ident(t.tgname), c.oid::regclass::text, quote_ident(n.nspname) || '.' || quote_ident(c.relname), \
             pg_get_triggerdef(t.oid), t.tgenabled::text, obj_description(t.oid, 'pg_trigger'), c.oid::text \
             FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND {relation} ORDER BY t.oid"
        ),
        Question::Policies => format!(
            "SELECT quote_ident(p.polname), c.oid::regclass::text, p.polpermissive::text, CASE p.polcmd WHEN 'r' THEN 'SELECT' \
             WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END, \
             (SELECT string_agg(CASE WHEN r = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END, ', ') \
             FROM unnest(p.polroles) r), pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), \
             obj_description(p.oid, 'pg_policy'), c.oid::text \
             FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE {relation} ORDER BY p.oid"
        ),
        // Only what is made by the user needs an order; the oids below 16384 are the server's own.
        Question::Needs => "SELECT DISTINCT \
             coalesce((SELECT CASE r.rulename WHEN '_RETURN' THEN r.ev_class ELSE r.oid END FROM pg_rewrite r WHERE d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid), \
             (SELECT a.adrelid FROM pg_attrdef a WHERE d.classid = 'pg_attrdef'::regclass AND a.oid = d.objid), \
             (SELECT coalesce(nullif(o.conrelid, 0), o.contypid) FROM pg_constraint o WHERE d.classid = 'pg_constraint'::regclass \
             AND o.oid = d.objid AND o.contype <> 'f'), \
             (SELECT t.oid FROM pg_class c JOIN pg_type t ON t.typrelid = c.oid WHERE d.classid = 'pg_class'::regclass \
             AND c.oid = d.objid AND c.relkind = 'c'), d.objid)::text, \
             coalesce((SELECT coalesce(nullif(t.typrelid, 0), nullif(t.typelem, 0), t.oid) FROM pg_type t \
             WHERE d.refclassid = 'pg_type'::regclass AND t.oid = d.refobjid AND (t.typelem <> 0 OR t.typtype = 'c' AND EXISTS \
             (SELECT 1 FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind <> 'c'))), d.refobjid)::text \
             FROM pg_depend d WHERE (d.deptype = 'n' OR d.deptype = 'a' AND d.classid <> 'pg_class'::regclass) AND d.objid >= 16384 AND d.refobjid >= 16384 \
             AND d.classid IN ('pg_rewrite'::regclass, 'pg_attrdef'::regclass, 'pg_constraint'::regclass, 'pg_class'::regclass, \
             'pg_type'::regclass, 'pg_proc'::regclass, 'pg_operator'::regclass) \
             AND d.refclassid IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass, 'pg_operator'::regclass)"
            .to_owned(),
        Question::Others => format!(
            "SELECT 'foreign table ' || c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE c.relkind = 'f' AND {relation} \
             UNION ALL SELECT 'base type ' || t.oid::regtype::text FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace \
             WHERE t.typtype = 'b' AND t.typelem = 0 AND {schemas} AND {} \
             UNION ALL SELECT 'event trigger ' || quote_ident(e.evtname) FROM pg_event_trigger e WHERE {} \
             UNION ALL SELECT 'collation ' || quote_ident(o.collname) FROM pg_collation o JOIN pg_namespace n \
             ON n.oid = o.collnamespace WHERE {schemas} AND {} \
             UNION ALL SELECT 'text search configuration ' || quote_ident(t.cfgname) FROM pg_ts_config t JOIN pg_namespace n \
             ON n.oid = t.cfgnamespace WHERE {schemas} AND {} ORDER BY 1",
            own("pg_type", "t.oid"),
            own("pg_event_trigger", "e.oid"),
            own("pg_collation", "o.oid"),
            own("pg_ts_config", "t.oid"),
        ),
    }
}

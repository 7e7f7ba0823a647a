//! All that a server says about a schema, as lines.
//!
//! Not compared: whether a column of one of the server's own types has no default or NULL for one; owners, and numbers that sequences have reached. The order of columns of PostgreSQL is compared where it can be
//! had, see [`Snapshot::order`]; MariaDB can put a column anywhere, so there it always counts; SQLite's is not compared.

use std::collections::{BTreeMap, BTreeSet};

use migrate_core::Dialect;
use migrate_schema::sql::{Kind, Lexer};
use sqlx::Row;

use super::Connected;

/// What there is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Snapshot {
    lines: BTreeSet<String>,
    /// The columns of each table that are not computed, in their order.
    order: BTreeMap<String, Vec<String>>,
}

impl Snapshot {
    /// Tables whose columns stand in another order than is wanted, although they could: of those that stay the order is the
    /// wanted one, and what comes is wanted behind them. What is computed does not count: to compute something else, a column
    /// has to go and come again.
    fn order(&self, wanted: &Snapshot, from: &Snapshot) -> Vec<String> {
        let mut found = Vec::new();
        for (table, wanted) in &wanted.order {
            let from = from.order.get(table).map(Vec::as_slice).unwrap_or_default();
            let stay: Vec<&String> = from.iter().filter(|column| wanted.contains(column)).collect();
            let can_be_had = wanted.iter().take(stay.len()).eq(stay);
            if can_be_had && self.order.get(table).is_some_and(|is| is != wanted) {
                found.push(format!(
                    "order of {table}: {} instead of {}",
                    self.order[table].join(","),
                    wanted.join(",")
                ));
            }
        }
        found
    }
}

const POSTGRES: &str = "
WITH own AS (
    SELECT c.*, c.relnamespace::regnamespace::text AS ns FROM pg_class c
    WHERE c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
)
SELECT 'relation ' || ns || '.' || o.relname || ' ' || o.relkind::text || ' ' || o.relpersistence::text || ' rls ' || o.relrowsecurity || o.relforcerowsecurity
    || ' ' || coalesce((SELECT string_agg(x, ',' ORDER BY x) FROM unnest(o.reloptions) x), '') || ' ' || o.relreplident::text || ' part ' || coalesce(pg_get_partkeydef(o.oid), '')
    || ' bound ' || coalesce(pg_get_expr(o.relpartbound, o.oid), '')
    || ' of ' || coalesce((SELECT string_agg(i.inhparent::regclass::text, ',' ORDER BY i.inhseqno) FROM pg_inherits i WHERE i.inhrelid = o.oid), '')
    || ' type ' || coalesce(nullif(o.reloftype, 0)::regtype::text, '') || ' toast ' || coalesce((SELECT t.reloptions::text FROM pg_class t WHERE t.oid = o.reltoastrelid), '')
    || ' am ' || coalesce((SELECT amname FROM pg_am WHERE pg_am.oid = o.relam), '')
    || ' says ' || coalesce(obj_description(o.oid, 'pg_class'), '')
FROM own o
UNION ALL
SELECT 'column ' || ns || '.' || o.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
    || ' default ' || CASE WHEN a.atttypid < 16384 THEN regexp_replace(coalesce(pg_get_expr(d.adbin, d.adrelid), ''), '^NULL::[a-z ]+$', '') ELSE coalesce(pg_get_expr(d.adbin, d.adrelid), '') END || ' identity ' || a.attidentity::text || ' generated ' || a.attgenerated::text
    || ' collate ' || coalesce(nullif(a.attcollation::regcollation::text, '\"default\"'), '') || ' storage ' || a.attstorage::text || a.attcompression::text
    || ' local ' || a.attislocal || a.attinhcount || ' stat ' || coalesce(nullif(a.attstattarget, -1)::text, '') || ' ' || array_to_string(array(SELECT o FROM unnest(a.attoptions) o WHERE o !~ '^pg_attver'), ',')
    || ' says ' || coalesce(col_description(o.oid, a.attnum), '')
FROM own o JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = o.oid AND d.adnum = a.attnum
WHERE o.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
UNION ALL
SELECT 'statistics of index ' || ns || '.' || o.relname || ' ' || a.attnum || ' ' || a.attstattarget
FROM own o JOIN pg_attribute a ON a.attrelid = o.oid WHERE o.relkind IN ('i', 'I') AND a.attstattarget >= 0
UNION ALL
SELECT 'statistics ' || stxnamespace::regnamespace::text || '.' || stxname || ' ' || stxkind::text || ' on ' || stxrelid::regclass::text
    || ' ' || coalesce((SELECT string_agg(attname, ',' ORDER BY attname) FROM pg_attribute WHERE attrelid = stxrelid AND attnum = ANY (stxkeys)), '') || ' ' || coalesce(pg_get_expr(stxexprs, stxrelid), '') || ' ' || stxstattarget || ' says ' || coalesce(obj_description(oid, 'pg_statistic_ext'), '') FROM pg_statistic_ext
UNION ALL
SELECT 'constraint ' || ns || '.' || o.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) || ' ' || k.convalidated || ' ' || (k.contype = 'c' AND k.connoinherit) || ' ' || k.conislocal || k.coninhcount || ' of ' || (k.conparentid <> 0)
    || ' says ' || coalesce(obj_description(k.oid, 'pg_constraint'), '')
FROM own o JOIN pg_constraint k ON k.conrelid = o.oid
UNION ALL
SELECT 'index ' || ns || '.' || o.relname || ' ' || pg_get_indexdef(i.indexrelid) || ' valid ' || i.indisvalid || ' cluster ' || i.indisclustered || ' replica ' || i.indisreplident
FROM own o JOIN pg_index i ON i.indexrelid = o.oid
UNION ALL
SELECT 'view ' || ns || '.' || o.relname || ' ' || pg_get_viewdef(o.oid) FROM own o WHERE o.relkind IN ('v', 'm')
UNION ALL
SELECT 'sequence ' || ns || '.' || o.relname || ' ' || format_type(s.seqtypid, null) || ' ' || s.seqstart || ' ' || s.seqincrement || ' ' || s.seqmin || ' ' || s.seqmax || ' ' || s.seqcache || ' ' || s.seqcycle
    || ' owner ' || coalesce((SELECT d.refobjid::regclass::text || '.' || a.attname || d.deptype::text FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid WHERE d.objid = o.oid AND d.deptype IN ('a', 'i') AND d.classid = 'pg_class'::regclass), '')
FROM own o JOIN pg_sequence s ON s.seqrelid = o.oid
UNION ALL
SELECT 'trigger ' || ns || '.' || o.relname || ' ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text || (t.tgparentid <> 0) || ' says ' || coalesce(obj_description(t.oid, 'pg_trigger'), '')
FROM own o JOIN pg_trigger t ON t.tgrelid = o.oid AND NOT t.tgisinternal
UNION ALL
SELECT 'policy ' || p::text || ' says ' || coalesce((SELECT obj_description(q.oid, 'pg_policy') FROM pg_policy q WHERE q.polname = p.policyname AND q.polrelid::regclass::text IN (p.tablename, p.schemaname || '.' || p.tablename)), '') FROM pg_policies p
UNION ALL
SELECT 'rule ' || definition FROM pg_rules WHERE schemaname !~ '^(pg_|information_schema)'
UNION ALL
SELECT 'type ' || t.typnamespace::regnamespace::text || '.' || t.typname || ' ' || t.typtype::text || ' '
    || coalesce((SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid), '')
    || ' base ' || CASE WHEN t.typbasetype <> 0 THEN format_type(t.typbasetype, t.typtypmod) ELSE '' END || ' ' || t.typnotnull || ' ' || coalesce(pg_get_expr(t.typdefaultbin, 0), '')
    || ' checks ' || coalesce((SELECT string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid), ',' ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = t.oid), '')
    || ' says ' || coalesce(obj_description(t.oid, 'pg_type'), '')
FROM pg_type t WHERE t.oid >= 16384 AND t.typnamespace::regnamespace::text !~ '^(pg_|information_schema)' AND t.typtype IN ('e', 'd', 'r', 'c')
    AND (t.typrelid = 0 OR EXISTS (SELECT 1 FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
UNION ALL
SELECT 'routine ' || CASE WHEN p.prokind = 'a' THEN p.oid::regprocedure::text ELSE pg_get_functiondef(p.oid) END || ' says ' || coalesce(obj_description(p.oid, 'pg_proc'), '')
FROM pg_proc p WHERE p.oid >= 16384 AND p.pronamespace::regnamespace::text !~ '^(pg_|information_schema)' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
UNION ALL
SELECT 'schema ' || nspname || ' says ' || coalesce(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)'
UNION ALL
SELECT 'privilege on ' || what || ' ' || acl.privilege_type || ' to ' || CASE WHEN acl.grantee = 0 THEN 'PUBLIC' ELSE acl.grantee::regrole::text END || CASE WHEN acl.is_grantable THEN ' with grant option' ELSE '' END
FROM (
    SELECT ns || '.' || o.relname, o.relowner, coalesce(o.relacl, acldefault(CASE o.relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\", o.relowner)) FROM own o WHERE o.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    UNION ALL SELECT ns || '.' || o.relname || '.' || a.attname, o.relowner, a.attacl FROM own o JOIN pg_attribute a ON a.attrelid = o.oid WHERE NOT a.attisdropped AND a.attacl IS NOT NULL
    UNION ALL SELECT p.oid::regprocedure::text, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner)) FROM pg_proc p WHERE p.oid >= 16384 AND p.pronamespace::regnamespace::text !~ '^(pg_|information_schema)' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    UNION ALL SELECT t.oid::regtype::text, t.typowner, coalesce(t.typacl, acldefault('T', t.typowner)) FROM pg_type t WHERE t.oid >= 16384 AND t.typnamespace::regnamespace::text !~ '^(pg_|information_schema)' AND t.typtype IN ('e', 'd', 'r', 'c') AND (t.typrelid = 0 OR EXISTS (SELECT 1 FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c')) AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
    UNION ALL SELECT nspname, nspowner, coalesce(nspacl, acldefault('n', nspowner)) FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)'
    UNION ALL SELECT 'later ' || defaclnamespace::regnamespace::text || ' ' || defaclobjtype::text, defaclrole, defaclacl FROM pg_default_acl
) x (what, owner, list) CROSS JOIN LATERAL aclexplode(x.list) acl WHERE acl.grantee <> x.owner
UNION ALL
SELECT 'extension ' || extname || ' in ' || extnamespace::regnamespace::text FROM pg_extension
";

/// What stands beside tables, types and routines, and what is said about anything; also about a subscription that has gone,
/// which is left out. What the server brought has a small number;
/// what an extension brought is the extension's.
const POSTGRES_OTHERS: &str = "
WITH brought AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
SELECT 'publication ' || pubname || ' all ' || puballtables || ' does ' || pubinsert || pubupdate || pubdelete || pubtruncate || ' root ' || pubviaroot FROM pg_publication
UNION ALL
SELECT 'published by ' || pubname || ' ' || prrelid::regclass::text || ' where ' || coalesce(pg_get_expr(prqual, prrelid), '')
    || ' columns ' || coalesce((SELECT string_agg(attname, ',' ORDER BY attname) FROM pg_attribute WHERE attrelid = prrelid AND attnum = ANY (prattrs)), 'all')
FROM pg_publication_rel JOIN pg_publication p ON p.oid = prpubid
UNION ALL
SELECT 'published by ' || pubname || ' schema ' || pnnspid::regnamespace::text FROM pg_publication_namespace JOIN pg_publication p ON p.oid = pnpubid
UNION ALL
SELECT 'event trigger ' || evtname || ' ' || evtevent || ' ' || evtfoid::regproc::text || ' ' || evtenabled::text || ' ' || coalesce(evttags::text, '') FROM pg_event_trigger
UNION ALL
SELECT 'operator ' || oid::regoperator::text || ' = ' || oprcode::regproc::text || ' ' || oprresult::regtype::text || ' of ' || oprcom::regoperator::text || ' not ' || oprnegate::regoperator::text
    || ' ' || oprrest::regproc::text || ' ' || oprjoin::regproc::text || ' ' || oprcanmerge || oprcanhash
FROM pg_operator WHERE oid >= 16384 AND ('pg_operator'::regclass, oid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT pg_describe_object('pg_opclass'::regclass, c.oid, 0) || ' type ' || opcintype::regtype::text || ' default ' || opcdefault || ' key ' || opckeytype::regtype::text || ' in ' || f.opfnamespace::regnamespace::text || '.' || f.opfname
FROM pg_opclass c JOIN pg_opfamily f ON f.oid = opcfamily WHERE c.oid >= 16384 AND ('pg_opclass'::regclass, c.oid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT pg_describe_object('pg_opfamily'::regclass, oid, 0) FROM pg_opfamily WHERE oid >= 16384 AND ('pg_opfamily'::regclass, oid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT pg_describe_object('pg_amop'::regclass, oid, 0) FROM pg_amop WHERE oid >= 16384 AND amopfamily IN (SELECT f.oid FROM pg_opfamily f WHERE ('pg_opfamily'::regclass, f.oid) NOT IN (SELECT classid, objid FROM brought))
UNION ALL
SELECT pg_describe_object('pg_amproc'::regclass, oid, 0) FROM pg_amproc WHERE oid >= 16384 AND amprocfamily IN (SELECT f.oid FROM pg_opfamily f WHERE ('pg_opfamily'::regclass, f.oid) NOT IN (SELECT classid, objid FROM brought))
UNION ALL
SELECT 'cast ' || castsource::regtype::text || ' to ' || casttarget::regtype::text || ' ' || castfunc::regprocedure::text || ' ' || castcontext::text || castmethod::text
FROM pg_cast WHERE oid >= 16384 AND ('pg_cast'::regclass, oid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT 'text search ' || cfgname || ' in ' || cfgnamespace::regnamespace::text || ' parser ' || (SELECT prsname FROM pg_ts_parser p WHERE p.oid = cfgparser) || ' '
    || coalesce((SELECT string_agg(maptokentype || ':' || mapseqno || ':' || mapdict::regdictionary::text, ',' ORDER BY maptokentype, mapseqno) FROM pg_ts_config_map WHERE mapcfg = c.oid), '')
FROM pg_ts_config c WHERE oid >= 16384
UNION ALL
SELECT 'dictionary ' || dictname || ' in ' || dictnamespace::regnamespace::text || ' of ' || (SELECT tmplname FROM pg_ts_template t WHERE t.oid = dicttemplate) || ' ' || coalesce(dictinitoption, '')
FROM pg_ts_dict WHERE oid >= 16384 AND ('pg_ts_dict'::regclass, oid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT 'collation ' || collname || ' in ' || collnamespace::regnamespace::text || ' ' || collprovider::text || ' ' || coalesce(collcollate, '') || ' ' || coalesce(collctype, '') || ' ' || coalesce(colliculocale, '') || ' ' || collisdeterministic
FROM pg_collation WHERE oid >= 16384
UNION ALL
SELECT 'conversion ' || conname || ' ' || conproc::regproc::text || ' ' || condefault FROM pg_conversion WHERE oid >= 16384
UNION ALL
SELECT 'wrapper ' || fdwname || ' ' || fdwhandler::regproc::text || ' ' || fdwvalidator::regproc::text || ' ' || array_to_string(array(SELECT o FROM unnest(fdwoptions) o ORDER BY o), ',')
FROM pg_foreign_data_wrapper WHERE ('pg_foreign_data_wrapper'::regclass, oid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT 'server ' || srvname || ' ' || coalesce(srvtype, '') || ' ' || coalesce(srvversion, '') || ' of ' || (SELECT fdwname FROM pg_foreign_data_wrapper w WHERE w.oid = srvfdw) || ' ' || array_to_string(array(SELECT o FROM unnest(srvoptions) o ORDER BY o), ',')
FROM pg_foreign_server
UNION ALL
SELECT 'user mapping ' || srvname || ' ' || coalesce(usename, '') || ' ' || array_to_string(array(SELECT o FROM unnest(umoptions) o ORDER BY o), ',') FROM pg_user_mappings
UNION ALL
SELECT 'foreign table ' || ftrelid::regclass::text || ' of ' || (SELECT srvname FROM pg_foreign_server s WHERE s.oid = ftserver) || ' ' || array_to_string(array(SELECT o FROM unnest(ftoptions) o ORDER BY o), ',') FROM pg_foreign_table
UNION ALL
SELECT 'foreign column ' || attrelid::regclass::text || '.' || attname || ' ' || array_to_string(array(SELECT o FROM unnest(attfdwoptions) o ORDER BY o), ',') FROM pg_attribute WHERE attfdwoptions IS NOT NULL AND NOT attisdropped
UNION ALL
SELECT 'aggregate ' || aggfnoid::regprocedure::text || ' returns ' || p.prorettype::regtype::text || ' ' || p.proparallel::text || ' ' || aggkind::text || ' ' || aggtransfn::text || ' ' || aggtranstype::regtype::text || ' ' || aggtransspace || ' ' || aggfinalfn::text || aggfinalextra || aggfinalmodify::text
    || ' ' || aggcombinefn::text || ' ' || aggserialfn::text || ' ' || aggmtransfn::text || ' ' || aggminvtransfn::text || ' ' || aggmfinalfn::text || ' ' || aggsortop::regoperator::text || ' ' || coalesce(agginitval, '(none)')
FROM pg_aggregate JOIN pg_proc p ON p.oid = aggfnoid WHERE p.oid >= 16384 AND ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT 'subscription ' || subname || ' ' || subenabled || subbinary || substream || ' ' || subtwophasestate::text || subdisableonerr || ' ' || subconninfo || ' slot ' || coalesce(subslotname, '') || ' ' || subsynccommit || ' ' || array_to_string(subpublications, ',')
FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
UNION ALL
SELECT 'language ' || lanname || ' trusted ' || lanpltrusted || ' ' || lanplcallfoid::regproc::text || ' ' || laninline::regproc::text || ' ' || lanvalidator::regproc::text FROM pg_language WHERE oid >= 16384 AND ('pg_language'::regclass, oid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT pg_describe_object('pg_transform'::regclass, oid, 0) || ' ' || trffromsql::regproc::text || ' ' || trftosql::regproc::text FROM pg_transform WHERE oid >= 16384 AND ('pg_transform'::regclass, oid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT 'access method ' || amname || ' ' || amtype::text || ' ' || amhandler::regproc::text FROM pg_am WHERE oid >= 16384 AND ('pg_am'::regclass, oid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT 'range ' || rngtypid::regtype::text || ' of ' || rngsubtype::regtype::text || ' ' || rngmultitypid::regtype::text || ' collate ' || rngcollation::regcollation::text || ' ' || (SELECT opcname FROM pg_opclass o WHERE o.oid = rngsubopc) || ' ' || rngcanonical::regproc::text || ' ' || rngsubdiff::regproc::text
FROM pg_range WHERE rngtypid >= 16384 AND ('pg_type'::regclass, rngtypid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT 'base type ' || oid::regtype::text || ' ' || typlen || ' ' || typbyval || ' ' || typcategory::text || typispreferred || ' ' || typdelim::text || ' ' || typinput::regproc::text || ' ' || typoutput::regproc::text || ' ' || typreceive::regproc::text || ' ' || typsend::regproc::text
    || ' ' || typmodin::regproc::text || ' ' || typalign::text || typstorage::text || ' ' || coalesce(typdefault, '(none)') || ' ' || typsubscript::regproc::text || ' ' || (typcollation <> 0)
FROM pg_type WHERE oid >= 16384 AND typtype = 'b' AND typelem = 0 AND ('pg_type'::regclass, oid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT 'domain ' || oid::regtype::text || ' collate ' || typcollation::regcollation::text FROM pg_type WHERE typtype = 'd' AND typcollation <> 0 AND oid >= 16384 AND ('pg_type'::regclass, oid) NOT IN (SELECT classid, objid FROM brought)
UNION ALL
SELECT 'place ' || reltype::regtype::text || ' ' || (SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid AND NOT attisdropped) FROM pg_class c WHERE relkind = 'c' AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
UNION ALL
SELECT 'filled ' || oid::regclass::text || ' ' || relispopulated FROM pg_class WHERE relkind = 'm' AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
UNION ALL
SELECT 'version of ' || extname || ' ' || extversion FROM pg_extension
UNION ALL
SELECT 'said about ' || pg_describe_object(classoid, objoid, objsubid) || ': ' || description
FROM pg_description WHERE objoid >= 16384 AND classoid <> 'pg_extension'::regclass AND pg_describe_object(classoid, objoid, objsubid) IS NOT NULL AND (classoid, objoid) NOT IN (SELECT classid, objid FROM brought)
";

/// Tables and columns in their order; what comes from parents stands where it does there.
const POSTGRES_ORDER: &str =
    "SELECT c.oid::regclass::text, a.attname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attinhcount = 0
    AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)' ORDER BY 1, a.attnum";

/// Asks the server. Names are told with their schema, wherever the session looks for them.
pub(super) async fn of(connected: &mut Connected) -> Snapshot {
    match connected {
        Connected::Postgres(connection) => {
            let mut snapshot = Snapshot::default();
            sqlx::raw_sql("SET search_path = pg_catalog").execute(&mut *connection).await.expect("a setting");
            for sql in [POSTGRES, POSTGRES_OTHERS] {
                snapshot.lines.extend(postgres_rows(connection, sql).await);
            }
            let rows = sqlx::raw_sql(POSTGRES_ORDER).fetch_all(connection).await.expect("the server's catalog");
            for row in rows {
                let (table, column) = (row.try_get(0).expect("a text"), row.try_get(1).expect("a text"));
                snapshot.order.entry(table).or_insert_with(Vec::new).push(column);
            }
            snapshot
        }
        Connected::MariaDb(connection) => Snapshot { lines: mariadb(connection).await, ..Snapshot::default() },
        Connected::Sqlite(connection) => Snapshot { lines: sqlite(connection).await, ..Snapshot::default() },
    }
}

pub(super) async fn postgres_rows(connection: &mut sqlx::PgConnection, sql: &str) -> Vec<String> {
    let rows = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).fetch_all(connection).await;
    let rows = rows.unwrap_or_else(|error| panic!("{sql}: {error}"));
    rows.iter().map(|row| row.try_get::<String, _>(0).expect("a text")).collect()
}

pub(super) async fn mysql_rows(connection: &mut sqlx::MySqlConnection, sql: String) -> Vec<Vec<String>> {
    let rows = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.clone())).fetch_all(connection).await;
    let rows = rows.unwrap_or_else(|error| panic!("{sql}: {error}"));
    rows.iter()
        .map(|row| {
            (0..row.len())
                .map(|at| match row.try_get_unchecked::<Option<String>, _>(at) {
                    Ok(text) => text.unwrap_or_default(),
                    Err(_) => row
                        .try_get_unchecked::<Option<Vec<u8>>, _>(at)
                        .ok()
                        .flatten()
                        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
                        .unwrap_or_default(),
                })
                .collect()
        })
        .collect()
}

async fn mariadb(connection: &mut sqlx::MySqlConnection) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    // The text may have set how definitions are shown.
    mysql_rows(connection, "SET sql_mode = DEFAULT, sql_quote_show_create = DEFAULT".to_owned()).await;
    let database = mysql_rows(connection, "SELECT DATABASE()".to_owned()).await.remove(0).remove(0);
    let tables = mysql_rows(connection, "SHOW FULL TABLES".to_owned()).await;
    for row in tables {
        let (name, kind) = (row[0].clone(), row[1].clone());
        let text = mysql_rows(connection, format!("SHOW CREATE TABLE `{}`", name.replace('`', "``")))
            .await
            .remove(0)
            .remove(1);
        let text = text.replace(&format!("`{database}`."), "");
        if kind.contains("VIEW") || kind == "SEQUENCE" {
            found.insert(format!("{kind} {name} {text}"));
            continue;
        }
        // The order of keys says nothing, that of columns does.
        let mut place = 0;
        for line in text.lines() {
            let line = line.trim().trim_end_matches(',');
            let line = match line.find(" AUTO_INCREMENT=") {
                Some(at) => {
                    format!("{}{}", &line[..at], line[at + 16..].trim_start_matches(|c: char| c.is_ascii_digit()))
                }
                None => line.to_owned(),
            };
            let column = line.starts_with('`');
            place += usize::from(column);
            found.insert(format!("{name} {} {line}", if column { place.to_string() } else { String::new() }));
        }
    }
    let where_ = format!("= '{database}'");
    for sql in [
        format!(
            "SELECT CONCAT_WS(' ', 'trigger', trigger_name, action_timing, event_manipulation, event_object_table, action_statement) FROM information_schema.triggers WHERE trigger_schema {where_}"
        ),
        format!(
            "SELECT CONCAT_WS(' ', 'routine', routine_type, routine_name, dtd_identifier, routine_definition, is_deterministic, sql_data_access, security_type, routine_comment) FROM information_schema.routines WHERE routine_schema {where_}"
        ),
        format!(
            "SELECT CONCAT_WS(' ', 'argument', specific_name, ordinal_position, parameter_mode, parameter_name, dtd_identifier) FROM information_schema.parameters WHERE specific_schema {where_}"
        ),
        format!(
            "SELECT CONCAT_WS(' ', 'event', event_name, event_definition, interval_value, interval_field, status) FROM information_schema.events WHERE event_schema {where_}"
        ),
    ] {
        for row in mysql_rows(connection, sql).await {
            found.insert(row[0].replace(&format!("`{database}`."), ""));
        }
    }
    found
}

pub(super) async fn sqlite_rows(connection: &mut sqlx::SqliteConnection, sql: &str) -> Vec<String> {
    let rows = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).fetch_all(connection).await;
    let rows = rows.unwrap_or_else(|error| panic!("{sql}: {error}"));
    rows.iter().map(|row| row.try_get::<String, _>(0).expect("a text")).collect()
}

async fn sqlite(connection: &mut sqlx::SqliteConnection) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let tables = sqlite_rows(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .await;
    for table in tables {
        let name = table.replace('\'', "''");
        let queries = [
            format!(
                "SELECT 'column ' || lower(name) || ' ' || upper(type) || ' ' || \"notnull\" || ' ' || pk || ' ' || hidden FROM pragma_table_xinfo('{name}')"
            ),
            format!(
                "SELECT 'foreign ' || group_concat(\"from\" || '>' || \"table\" || '.' || coalesce(\"to\", '') || on_update || on_delete || match, ',') FROM pragma_foreign_key_list('{name}') GROUP BY id"
            ),
            format!(
                "SELECT 'index ' || CASE l.origin WHEN 'c' THEN l.name ELSE '' END || ' ' || l.\"unique\" || l.origin || l.partial || ' ' || (SELECT group_concat(coalesce(x.name, '?') || x.desc || lower(x.coll), ',') FROM pragma_index_xinfo(l.name) x WHERE x.key) FROM pragma_index_list('{name}') l"
            ),
            format!("SELECT 'table ' || wr || strict FROM pragma_table_list('{name}') WHERE schema = 'main'"),
        ];
        let defaults = format!(
            "SELECT name || ' default ' || dflt_value FROM pragma_table_xinfo('{name}') WHERE dflt_value <> ''"
        );
        for default in sqlite_rows(connection, &defaults).await {
            found.insert(format!("{table} {}", squeezed(&default)));
        }
        for sql in queries {
            found.extend(sqlite_rows(connection, &sql).await.into_iter().map(|line| format!("{table} {line}")));
        }
        let sql = format!("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '{name}'");
        for piece in pieces(&sqlite_rows(connection, &sql).await.remove(0)) {
            found.insert(format!("{table} {piece}"));
        }
    }
    for text in sqlite_rows(
        connection,
        "SELECT type || ' ' || name || ' ' || sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL",
    )
    .await
    {
        let text = squeezed(&text);
        found.insert(if text.starts_with("index ") { without_brackets(&text) } else { text });
    }
    found
}

/// The definition of an index without brackets around one of its parts: SQLite takes any expression without them, too.
fn without_brackets(text: &str) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    // Where brackets open inside of the list, and whether they do so at the beginning of a part.
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut gone = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match *word {
            "(" => open.push((at, open.len() == 1 && matches!(words[at - 1], "(" | ","))),
            ")" => {
                let ends = matches!(words.get(at + 1), None | Some(&("," | ")" | "asc" | "desc")));
                if let Some((from, true)) = open.pop()
                    && ends
                {
                    gone.extend([from, at]);
                }
            }
            _ => (),
        }
    }
    let mut at = 0..;
    words.retain(|_| at.next().is_none_or(|at| !gone.contains(&at)));
    words.join(" ")
}

/// Its tokens with single spaces between them, without quotes and in small letters where that says the same.
fn squeezed(text: &str) -> String {
    let tokens = Lexer::new(text, 0..text.len(), Dialect::Sqlite).filter(|token| token.kind != Kind::Comment);
    let words = tokens.map(|token| {
        let word = token.text(text);
        match token.kind {
            Kind::Name => word.trim_matches(['"', '`', '[', ']']).to_lowercase(),
            Kind::Word => word.to_lowercase(),
            _ => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What the pragmas do not say: checks, what is computed, and a few words.
fn pieces(text: &str) -> Vec<String> {
    let text = squeezed(text);
    let mut found = Vec::new();
    for word in ["check (", " as (", "collate ", "autoincrement", "on conflict ", "deferrable initially deferred"] {
        for (at, _) in text.match_indices(word) {
            let rest = &text[at..];
            let end = match rest.find('(').filter(|open| *open < word.len()) {
                Some(_) => {
                    let mut depth = 0;
                    rest.char_indices()
                        .find(|(_, c)| {
                            match c {
                                '(' => depth += 1,
                                ')' => depth -= 1,
                                _ => return false,
                            }
                            depth == 0
                        })
                        .map_or(rest.len(), |(end, _)| end + 1)
                }
                None => word.len() + rest[word.len()..].find(' ').unwrap_or(rest.len() - word.len()),
            };
            // The usual collation need not be said, and it may be said in any quotes.
            let piece = rest[..end].replace("collate '", "collate ");
            let piece = if word == "collate " { piece.trim_end_matches('\'').to_lowercase() } else { piece };
            if piece != "collate binary" {
                found.push(piece);
            }
        }
    }
    found
}

/// What one has and the other has not; `from` is what it was made from.
pub(super) fn different(is: &Snapshot, wanted: &Snapshot, from: &Snapshot) -> Option<String> {
    let mut out = String::new();
    for line in is.lines.difference(&wanted.lines) {
        out.push_str(&format!("  is      {}\n", line.replace('\n', " ")));
    }
    for line in wanted.lines.difference(&is.lines) {
        out.push_str(&format!("  wanted  {}\n", line.replace('\n', " ")));
    }
    for line in is.order(wanted, from) {
        out.push_str(&format!("  {line}\n"));
    }
    (!out.is_empty()).then_some(out)
}

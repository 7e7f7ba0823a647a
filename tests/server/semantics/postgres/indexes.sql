-- case indexes
CREATE TABLE t (id int PRIMARY KEY, a int, b text, j json, jb jsonb, p point, ts timestamptz, arr int[]);
CREATE VIEW v AS SELECT id FROM t;
CREATE INDEX ON t (a);
-- error M0403 unknown column `aa` of table `t`
CREATE INDEX ON t (aa);
-- error M0401 unknown table `tt`
CREATE INDEX ON tt (a);
-- error M0401 `v` is a view, which keeps no rows and has no index
CREATE INDEX ON v (id);
CREATE INDEX ix ON t (a, b DESC NULLS LAST);
-- error M0408 index `ix` exists already
CREATE INDEX ix ON t (b);
CREATE INDEX IF NOT EXISTS ix ON t (b);
-- error M0402 the name `t` is taken by a table
CREATE INDEX t ON t (b);
CREATE INDEX ON t (a, a);
CREATE INDEX ON t (a) INCLUDE (a);
CREATE INDEX ON t (a) INCLUDE (b, b);
-- error M0403 unknown column `bb` of table `t`
CREATE INDEX ON t (a) INCLUDE (bb);
-- error M0403 unknown column `lower` of table `t`
CREATE INDEX ON t (a) INCLUDE (lower(b));
CREATE INDEX ON t (lower(b));
-- error M0403 unknown column `bb` of table `t`
CREATE INDEX ON t (lower(bb));
-- error M0417 there is no function `lower(integer)`
CREATE INDEX ON t (lower(a));
-- error M0412 unknown function `lowr`
CREATE INDEX ON t (lowr(b));
CREATE INDEX ON t ((a + 1));
-- error M0417 there is no operator `+` for `integer` and `text`
CREATE INDEX ON t ((a + b));
CREATE INDEX ON t (a) WHERE b = 'x';
-- error M0403 unknown column `bb` of table `t`
CREATE INDEX ON t (a) WHERE bb = 'x';
-- error M0417 `WHERE` wants a condition, and this is `text`
CREATE INDEX ON t (a) WHERE b;
-- error M0417 there is no operator `=` for `text` and `integer`
CREATE INDEX ON t (a) WHERE b = 5;
-- error M0417 `now()` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (a) WHERE ts > now();
-- error M0417 no query can stand in WHERE
CREATE INDEX ON t (a) WHERE a IN (SELECT 1);
-- error M0423 an aggregate cannot stand in WHERE: `count`
CREATE INDEX ON t (a) WHERE count(*) > 1;
-- error M0417 `date(timestamp with time zone)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (date(ts));
CREATE INDEX ON t (date(ts AT TIME ZONE 'UTC'));
-- error M0417 `random()` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t (random());
-- error M0417 what turns `timestamp with time zone` into `date` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t ((ts::date));
-- error M0423 an aggregate cannot stand in an index: `max`
CREATE INDEX ON t (max(a));
-- missed 42601 syntax error at or near "SELECT"
CREATE INDEX ON t ((SELECT 1));
-- error M0417 `j` is `json`, which has no order and cannot be in such an index
CREATE INDEX ON t (j);
CREATE INDEX ON t (jb);
-- error M0417 `p` is `point`, which has no order and cannot be in such an index
CREATE INDEX ON t (p);
CREATE INDEX ON t USING gin (jb);
CREATE INDEX ON t USING gin (jb jsonb_path_ops);
-- error M0412 unknown operator class `jsonb_pathops` for an index of the kind `gin`
CREATE INDEX ON t USING gin (jb jsonb_pathops);
-- error M0417 `b` is `text`, which an index of the kind `gin` does not compare by itself
CREATE INDEX ON t USING gin (b);
-- error M0412 unknown operator class `gin_trgm_ops` for an index of the kind `gin`
CREATE INDEX ON t USING gin (b gin_trgm_ops);
CREATE INDEX ON t USING gin (arr);
-- error M0417 `a` is `integer`, which an index of the kind `gin` does not compare by itself
CREATE INDEX ON t USING gin (a);
CREATE INDEX ON t USING gin (to_tsvector('english', b));
-- error M0417 `to_tsvector(text)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON t USING gin (to_tsvector(b));
CREATE INDEX ON t USING gist (p);
-- error M0417 `a` is `integer`, which an index of the kind `gist` does not compare by itself
CREATE INDEX ON t USING gist (a);
CREATE INDEX ON t USING hash (a);
-- error M0418 an index of the kind `hash` has one column
CREATE INDEX ON t USING hash (a, b);
-- error M0417 an index of the kind `hash` cannot be unique
CREATE UNIQUE INDEX ON t USING hash (a);
CREATE INDEX ON t USING brin (ts);
-- error M0412 unknown access method `btre`
CREATE INDEX ON t USING btre (a);
-- error M0417 an index of the kind `gin` cannot be unique
CREATE UNIQUE INDEX ON t USING gin (jb);
-- error M0417 an index of the kind `gin` has no order
CREATE INDEX ON t USING gin (jb DESC);
CREATE INDEX ON t (b text_pattern_ops);
-- error M0417 `a` is `integer`, and `text_pattern_ops` is for `text`
CREATE INDEX ON t (a text_pattern_ops);
CREATE INDEX ON t (b varchar_pattern_ops);
CREATE INDEX ON t (b COLLATE "C");
-- missed 42704 collation "nope" for encoding "UTF8" does not exist
CREATE INDEX ON t (b COLLATE "nope");
-- missed 42804 collations are not supported by type integer
CREATE INDEX ON t (a COLLATE "C");
CREATE INDEX ON t (a) WITH (fillfactor = 70);
-- error M0412 unknown storage parameter `fillfactr`
CREATE INDEX ON t (a) WITH (fillfactr = 70);
-- error M0417 `ctid` is a column of the system, which has no index
CREATE INDEX ON t (ctid);
-- missed 42704 tablespace "nope" does not exist
CREATE INDEX ON t (a) TABLESPACE nope;
CREATE UNIQUE INDEX uq ON t (b) NULLS NOT DISTINCT;
-- error M0407 unknown index `nope`
DROP INDEX nope;
-- error M0401 `t` is a table, not an index
DROP INDEX t;
-- error M0415 index `t_pkey` cannot be dropped: constraint `t_pkey` needs it
DROP INDEX t_pkey;
DROP INDEX ix, uq;
-- error M0407 unknown index `nope`
ALTER INDEX nope RENAME TO x;
-- error M0408 index `t_pkey` exists already
ALTER INDEX t_a_idx RENAME TO t_pkey;
ALTER INDEX t_a_idx RENAME TO t_a;
ALTER INDEX t_a SET (fillfactor = 50);
-- error M0407 unknown index `nope`
REINDEX INDEX nope;
REINDEX TABLE t;
-- error M0401 unknown table `nope`
REINDEX TABLE nope;
CLUSTER t USING t_a;
-- error M0407 unknown index `nope` of table `t`
CLUSTER t USING nope;
-- error M0401 unknown table `nope`
CLUSTER nope;
ANALYZE t;
-- error M0401 unknown table `nope`
ANALYZE nope;
-- error M0403 unknown column `zz` of table `t`
ANALYZE t (zz);

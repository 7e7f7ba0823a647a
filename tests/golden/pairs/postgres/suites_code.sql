-- case: parameters are called like views that stand on the function
CREATE TABLE wares (id int PRIMARY KEY, price numeric);
-- after:
CREATE TABLE wares (id int PRIMARY KEY, price numeric); CREATE SCHEMA calc;
CREATE FUNCTION calc.twice(w numeric) RETURNS numeric LANGUAGE sql AS $$ SELECT w * 2 $$;
CREATE FUNCTION gross(w numeric, out_of int DEFAULT 1) RETURNS numeric LANGUAGE sql AS $$ SELECT calc.twice(w) + 1 $$;
CREATE VIEW w AS SELECT id, gross(price) AS gross FROM wares; CREATE MATERIALIZED VIEW out_of AS SELECT id, calc.twice(gross) AS g FROM w;

-- case: columns of a result are called like a table, and a parameter like the table it is of
CREATE TABLE seen (id int);
-- after:
CREATE TABLE seen (id int); CREATE TABLE marks (mark int, seen int);
CREATE FUNCTION last_of(marks marks, seen seen) RETURNS TABLE (mark int, marks int) LANGUAGE sql AS $$ SELECT seen.id, m.mark FROM marks m $$;
CREATE VIEW mark AS SELECT f.mark FROM last_of(ROW(1, 2)::marks, ROW(1)::seen) f;

-- case: declarations of a routine have types of tables, views and enums that come with it
CREATE TABLE a (id int);
-- after:
CREATE TABLE a (id int); CREATE TYPE zone AS ENUM ('n', 's'); CREATE TABLE zz (id int, z zone); CREATE VIEW zv AS SELECT id FROM zz;
CREATE FUNCTION collect() RETURNS int LANGUAGE plpgsql AS $body$
DECLARE
    all_of zz[]; one CONSTANT zv := NULL; "Where" zone DEFAULT 'n'; n int := 0;
BEGIN
    DECLARE r zv%ROWTYPE; BEGIN n := n + 1; END;
    RETURN n;
END $body$;
CREATE PROCEDURE told() LANGUAGE plpgsql AS 'DECLARE rows zz[]; BEGIN NULL; END';

-- case: table becomes partitioned below views, functions, triggers, policies and foreign keys
CREATE TABLE logs (id int, at date, note text, PRIMARY KEY (id, at));
CREATE TABLE refs (id int, log int, at date, CONSTRAINT refs_log FOREIGN KEY (log, at) REFERENCES logs); CREATE VIEW lv AS SELECT id, note FROM logs; CREATE VIEW lvv AS SELECT id FROM lv; COMMENT ON VIEW lv IS 'notes';
CREATE MATERIALIZED VIEW lm AS SELECT note, count(*) AS n FROM logs GROUP BY note; CREATE INDEX lmi ON lm (n);
CREATE FUNCTION note_of(l logs) RETURNS text LANGUAGE sql AS $$ SELECT l.note $$; CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER lt BEFORE UPDATE ON logs FOR EACH ROW EXECUTE FUNCTION tf(); CREATE POLICY lp ON logs USING (id > 0); GRANT SELECT ON logs TO pg_monitor;
-- after:
CREATE TABLE logs (id int, at date, note text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at); CREATE TABLE logs_all PARTITION OF logs DEFAULT;
CREATE TABLE refs (id int, log int, at date, CONSTRAINT refs_log FOREIGN KEY (log, at) REFERENCES logs); CREATE VIEW lv AS SELECT id, note FROM logs; CREATE VIEW lvv AS SELECT id FROM lv; COMMENT ON VIEW lv IS 'notes';
CREATE MATERIALIZED VIEW lm AS SELECT note, count(*) AS n FROM logs GROUP BY note; CREATE INDEX lmi ON lm (n);
CREATE FUNCTION note_of(l logs) RETURNS text LANGUAGE sql AS $$ SELECT l.note $$; CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER lt BEFORE UPDATE ON logs FOR EACH ROW EXECUTE FUNCTION tf(); CREATE POLICY lp ON logs USING (id > 0); GRANT SELECT ON logs TO pg_monitor;

-- case: two tables that point to each other become partitioned
CREATE TABLE one (id int PRIMARY KEY, two int); CREATE TABLE two (id int PRIMARY KEY, one int REFERENCES one); ALTER TABLE one ADD FOREIGN KEY (two) REFERENCES two; CREATE TABLE three (two int REFERENCES two);
-- after:
CREATE TABLE one (id int PRIMARY KEY, two int) PARTITION BY HASH (id); CREATE TABLE two (id int PRIMARY KEY, one int REFERENCES one) PARTITION BY HASH (id); ALTER TABLE one ADD FOREIGN KEY (two) REFERENCES two; CREATE TABLE three (two int REFERENCES two);

-- case: partitions stay while their table is made anew with its serial
CREATE TABLE parts (id serial, k text, n int) PARTITION BY LIST (k); CREATE TABLE parts_a PARTITION OF parts FOR VALUES IN ('a');
-- after:
CREATE TABLE parts (id serial, k text, n int); CREATE TABLE parts_a (id serial, k text, n int);

-- case: partition goes and comes below a table that foreign keys point to
CREATE TABLE whole (k text, id int, PRIMARY KEY (k, id)) PARTITION BY LIST (k); CREATE TABLE points (k text, id int, FOREIGN KEY (k, id) REFERENCES whole); CREATE TABLE whole_a PARTITION OF whole FOR VALUES IN ('a');
-- after:
CREATE TABLE whole (k text, id int, PRIMARY KEY (k, id)) PARTITION BY LIST (k); CREATE TABLE points (k text, id int, FOREIGN KEY (k, id) REFERENCES whole); CREATE TABLE whole_b PARTITION OF whole FOR VALUES IN ('b');

-- case: new partitions that point to each other
CREATE TABLE l (k text, id int, PRIMARY KEY (k, id)) PARTITION BY LIST (k); CREATE TABLE r (k text, id int, PRIMARY KEY (k, id)) PARTITION BY LIST (k);
-- after:
CREATE TABLE l (k text, id int, PRIMARY KEY (k, id)) PARTITION BY LIST (k); CREATE TABLE r (k text, id int, PRIMARY KEY (k, id)) PARTITION BY LIST (k);
CREATE TABLE l1 PARTITION OF l FOR VALUES IN ('x'); CREATE TABLE r1 PARTITION OF r FOR VALUES IN ('x'); ALTER TABLE l1 ADD CONSTRAINT l1_r1 FOREIGN KEY (k, id) REFERENCES r1; ALTER TABLE r1 ADD CONSTRAINT r1_l1 FOREIGN KEY (k, id) REFERENCES l1;

-- case: index of a table made over keys of its partitions
CREATE TABLE other (id int);
-- after:
CREATE TABLE other (id int); CREATE TABLE cut (k int, id int) PARTITION BY LIST (k); CREATE TABLE cut_1 PARTITION OF cut (PRIMARY KEY (k, id)) FOR VALUES IN (1); CREATE TABLE cut_2 PARTITION OF cut (CONSTRAINT two_key UNIQUE (k, id)) FOR VALUES IN (2); CREATE UNIQUE INDEX cut_all ON cut (k, id);

-- case: index over two columns of a partition goes with one of them
CREATE TABLE cut (k int, id int, n int) PARTITION BY LIST (k); CREATE TABLE cut_1 PARTITION OF cut FOR VALUES IN (1); CREATE INDEX own ON cut_1 (k, n);
-- after:
CREATE TABLE cut (k int, id int) PARTITION BY LIST (k); CREATE TABLE cut_1 PARTITION OF cut FOR VALUES IN (1);

-- case: key of a partitioned table changes under foreign keys of partitioned tables
CREATE TABLE up (k int, id int, n int, UNIQUE (k, n)) PARTITION BY LIST (k); CREATE TABLE up_1 PARTITION OF up FOR VALUES IN (1); CREATE TABLE dn (k int, n int, CONSTRAINT dn_up FOREIGN KEY (k, n) REFERENCES up (k, n)) PARTITION BY LIST (k); CREATE TABLE dn_1 PARTITION OF dn FOR VALUES IN (1);
-- after:
CREATE TABLE up (k int, id int, n int, UNIQUE (k, id)) PARTITION BY LIST (k); CREATE TABLE up_1 PARTITION OF up FOR VALUES IN (1); CREATE TABLE dn (k int, n int) PARTITION BY LIST (k); CREATE TABLE dn_1 PARTITION OF dn FOR VALUES IN (1);

-- case: domains and composites over rows of tables
CREATE TABLE base (a int);
-- after:
CREATE TABLE base (a int); CREATE TABLE rows (b int); CREATE DOMAIN row_of AS rows CHECK ((VALUE).b > 0); CREATE TYPE both_of AS (r rows, n int); CREATE TABLE uses (d row_of, c both_of); CREATE FUNCTION of_uses(u uses) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: function made anew below domains, indexes of views and partitions
CREATE FUNCTION lim() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 9'; CREATE FUNCTION low(a text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(a)';
CREATE DOMAIN lot AS int DEFAULT lim() CONSTRAINT lot_max CHECK (VALUE <= lim()); CREATE DOMAIN lots AS int DEFAULT lim() + 1; CREATE TABLE t (id int, n text, l lot); CREATE MATERIALIZED VIEW m AS SELECT id, n FROM t; CREATE INDEX m_low ON m (low(n)); COMMENT ON INDEX m_low IS 'low';
CREATE TABLE p (id int, q int DEFAULT lim(), CONSTRAINT p_q CHECK (q <= lim())) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p (q DEFAULT 7) FOR VALUES FROM (0) TO (9); CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (9) TO (99); CREATE INDEX pq ON p ((q + lim()));
-- after:
CREATE FUNCTION lim() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 9'; CREATE FUNCTION low(b text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(b)';
CREATE DOMAIN lot AS int DEFAULT lim() CONSTRAINT lot_max CHECK (VALUE <= lim()); CREATE DOMAIN lots AS int DEFAULT 3; CREATE TABLE t (id int, n text, l lot); CREATE MATERIALIZED VIEW m AS SELECT id, n FROM t; CREATE INDEX m_low ON m (low(n)); COMMENT ON INDEX m_low IS 'low';
CREATE TABLE p (id int, q int DEFAULT lim(), CONSTRAINT p_q CHECK (q <= lim())) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p (q DEFAULT 7) FOR VALUES FROM (0) TO (9); CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (9) TO (99); CREATE INDEX pq ON p ((q + lim()));

-- case: objects that have not got what is granted on all
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT ON TABLES TO pg_monitor; ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC; CREATE VIEW stays AS SELECT 1 AS a; REVOKE INSERT ON stays FROM pg_monitor;
-- after:
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT ON TABLES TO pg_monitor; ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC; CREATE VIEW stays AS SELECT 'x'::text AS a; REVOKE INSERT ON stays FROM pg_monitor;
CREATE TABLE hidden (id int); REVOKE ALL ON hidden FROM pg_monitor; CREATE TABLE read_only (id int); REVOKE INSERT ON read_only FROM pg_monitor; CREATE FUNCTION closed() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION open(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'; GRANT EXECUTE ON FUNCTION open(int) TO PUBLIC;

-- case: what is granted on all that others make is not granted on what is made here
CREATE TABLE before_it (id int);
-- after:
CREATE TABLE before_it (id int); ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA public GRANT SELECT ON TABLES TO pg_read_all_data; CREATE TABLE behind_it (id serial);

-- case: what is taken from all functions to be made comes with the first of them
CREATE TABLE x (id int);
-- after:
CREATE TABLE x (id int); CREATE FUNCTION early() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC; CREATE FUNCTION late() RETURNS int LANGUAGE sql AS 'SELECT 1';

-- case: rule replaced in the text keeps what is said about it
CREATE TABLE r (id int, n int); CREATE TABLE told (n int); CREATE RULE guard AS ON INSERT TO r WHERE new.n < 0 DO INSTEAD NOTHING; COMMENT ON RULE guard ON r IS 'no'; ALTER TABLE r ENABLE ALWAYS RULE guard;
-- after:
CREATE TABLE r (id int, n int); CREATE TABLE told (n int); CREATE RULE guard AS ON INSERT TO r WHERE new.n < 0 DO INSTEAD NOTHING; COMMENT ON RULE guard ON r IS 'no'; ALTER TABLE r ENABLE ALWAYS RULE guard; CREATE OR REPLACE RULE guard AS ON INSERT TO r WHERE new.n < 0 DO ALSO INSERT INTO told VALUES (new.n);

-- case: sequences, schemas, procedures and overloads have what is granted on all that is made
ALTER DEFAULT PRIVILEGES GRANT ALL ON SEQUENCES TO pg_monitor; ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO pg_monitor; ALTER DEFAULT PRIVILEGES GRANT ALL ON SCHEMAS TO pg_monitor;
-- after:
ALTER DEFAULT PRIVILEGES GRANT ALL ON SEQUENCES TO pg_monitor; ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO pg_monitor; ALTER DEFAULT PRIVILEGES GRANT ALL ON SCHEMAS TO pg_monitor;
CREATE SEQUENCE own; REVOKE ALL ON own FROM pg_monitor; CREATE PROCEDURE work() LANGUAGE sql AS 'SELECT 1'; REVOKE ALL ON PROCEDURE work() FROM pg_monitor; CREATE FUNCTION one(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'; REVOKE ALL ON FUNCTION one(int) FROM pg_monitor, PUBLIC; CREATE FUNCTION one(a text) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE SCHEMA shut; REVOKE CREATE ON SCHEMA shut FROM pg_monitor;

-- case: column that is computed from now on under a foreign key to its index
CREATE TABLE goods (id int PRIMARY KEY, code text); CREATE UNIQUE INDEX goods_code ON goods (code); CREATE TABLE sent (code text CONSTRAINT sent_code REFERENCES goods (code)); CREATE VIEW labels AS SELECT id, code FROM goods; GRANT SELECT (id, code) ON goods TO pg_monitor;
-- after:
CREATE TABLE goods (id int PRIMARY KEY, code text GENERATED ALWAYS AS ('g' || id::text) STORED); CREATE UNIQUE INDEX goods_code ON goods (code); CREATE TABLE sent (code text CONSTRAINT sent_code REFERENCES goods (code)); CREATE VIEW labels AS SELECT id, 'x'::text AS code FROM goods; GRANT SELECT (id, code) ON goods TO pg_monitor;

-- case: what is said about a trigger, a policy and a rule that are made anew stays
CREATE TABLE parcel (id integer PRIMARY KEY, note text);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER stamped BEFORE INSERT ON parcel FOR EACH ROW EXECUTE FUNCTION stamp();
COMMENT ON TRIGGER stamped ON parcel IS 'who and when';
CREATE POLICY readers ON parcel FOR SELECT USING (id > 0);
COMMENT ON POLICY readers ON parcel IS 'everybody';
CREATE RULE keep AS ON DELETE TO parcel DO INSTEAD NOTHING;
COMMENT ON RULE keep ON parcel IS 'for ever';
-- after:
CREATE TABLE parcel (id integer PRIMARY KEY, note text);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER stamped AFTER INSERT ON parcel FOR EACH ROW EXECUTE FUNCTION stamp();
COMMENT ON TRIGGER stamped ON parcel IS 'who and when';
CREATE POLICY readers ON parcel FOR DELETE USING (id > 0);
COMMENT ON POLICY readers ON parcel IS 'everybody';
CREATE RULE keep AS ON UPDATE TO parcel DO INSTEAD NOTHING;
COMMENT ON RULE keep ON parcel IS 'for ever';

-- case: who may grant what somebody else makes later may only use it
CREATE SCHEMA yard;
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA yard GRANT SELECT, DELETE ON TABLES TO pg_read_all_stats WITH GRANT OPTION;
-- after:
CREATE SCHEMA yard;
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA yard GRANT SELECT, DELETE ON TABLES TO pg_read_all_stats WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor IN SCHEMA yard REVOKE GRANT OPTION FOR DELETE ON TABLES FROM pg_read_all_stats;

-- case: with the privilege on the table go those on its columns
CREATE TABLE gate (id integer, state text, since date);
GRANT UPDATE ON gate TO pg_monitor;
GRANT UPDATE (state) ON gate TO pg_monitor;
GRANT SELECT (id) ON gate TO pg_monitor;
-- after:
CREATE TABLE gate (id integer, state text, since date);
GRANT UPDATE ON gate TO pg_monitor;
GRANT UPDATE (state) ON gate TO pg_monitor;
GRANT SELECT (id) ON gate TO pg_monitor;
REVOKE UPDATE ON gate FROM pg_monitor;
GRANT UPDATE (since) ON gate TO pg_monitor;

-- case: the privilege on the table goes, one on a column stays
CREATE TABLE gate (id integer, state text);
GRANT UPDATE ON gate TO pg_monitor;
GRANT UPDATE (state) ON gate TO pg_monitor;
-- after:
CREATE TABLE gate (id integer, state text);
GRANT UPDATE (state) ON gate TO pg_monitor;

-- case: an aggregate of ordered rows is called by all its arguments
-- after:
CREATE FUNCTION newest(state anyelement, value anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE AS $$ SELECT value $$;
CREATE AGGREGATE latest(anyelement ORDER BY anyelement) (SFUNC = newest, STYPE = anyelement);
CREATE AGGREGATE latest(ORDER BY integer) (SFUNC = int4pl, STYPE = integer);
GRANT EXECUTE ON FUNCTION latest(anyelement, anyelement) TO pg_monitor;
COMMENT ON AGGREGATE latest(anyelement ORDER BY anyelement) IS 'of all';
COMMENT ON AGGREGATE latest(ORDER BY integer) IS 'of numbers';

-- case: a column of a view is called otherwise
CREATE TABLE crate (id integer, label text);
CREATE VIEW crates AS SELECT id, label FROM crate;
-- after:
CREATE TABLE crate (id integer, label text);
CREATE VIEW crates AS SELECT id, label FROM crate;
ALTER VIEW crates RENAME COLUMN id TO number;
COMMENT ON COLUMN crates.number IS 'on the lid';

-- case: all triggers of a partition are switched off, those that it has from its parent, too
CREATE FUNCTION seal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE lots (id integer) PARTITION BY LIST (id);
CREATE TABLE lots_1 PARTITION OF lots FOR VALUES IN (1);
CREATE TRIGGER sealed BEFORE INSERT ON lots FOR EACH ROW EXECUTE FUNCTION seal();
CREATE TRIGGER told AFTER INSERT ON lots EXECUTE FUNCTION seal();
CREATE TRIGGER own AFTER INSERT ON lots_1 EXECUTE FUNCTION seal();
-- after:
CREATE FUNCTION seal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE lots (id integer) PARTITION BY LIST (id);
CREATE TABLE lots_1 PARTITION OF lots FOR VALUES IN (1);
CREATE TRIGGER sealed BEFORE INSERT ON lots FOR EACH ROW EXECUTE FUNCTION seal();
CREATE TRIGGER told AFTER INSERT ON lots EXECUTE FUNCTION seal();
CREATE TRIGGER own AFTER INSERT ON lots_1 EXECUTE FUNCTION seal();
ALTER TABLE lots_1 DISABLE TRIGGER USER;

-- case: a trigger in the place of one that is off runs
CREATE FUNCTION seal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE lots (id integer);
CREATE TRIGGER sealed BEFORE INSERT ON lots FOR EACH ROW EXECUTE FUNCTION seal();
COMMENT ON TRIGGER sealed ON lots IS 'at once';
ALTER TABLE lots DISABLE TRIGGER sealed;
-- after:
CREATE FUNCTION seal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE lots (id integer);
CREATE TRIGGER sealed BEFORE INSERT ON lots FOR EACH ROW EXECUTE FUNCTION seal();
COMMENT ON TRIGGER sealed ON lots IS 'at once';
ALTER TABLE lots DISABLE TRIGGER sealed;
CREATE OR REPLACE TRIGGER sealed AFTER INSERT ON lots FOR EACH ROW EXECUTE FUNCTION seal();

-- case: a collation made anew under a view
CREATE COLLATION names_of (provider = icu, locale = 'de');
CREATE TABLE guests (id integer, name text COLLATE names_of);
CREATE INDEX guests_name ON guests (name);
CREATE VIEW first_guest AS SELECT id, name FROM guests ORDER BY name LIMIT 1;
COMMENT ON VIEW first_guest IS 'by name';
-- after:
CREATE COLLATION names_of (provider = icu, locale = 'sv');
CREATE TABLE guests (id integer, name text COLLATE names_of);
CREATE INDEX guests_name ON guests (name);
CREATE VIEW first_guest AS SELECT id, name FROM guests ORDER BY name LIMIT 1;
COMMENT ON VIEW first_guest IS 'by name';

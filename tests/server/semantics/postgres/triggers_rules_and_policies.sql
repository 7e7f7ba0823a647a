-- case triggers, rules and policies
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TABLE log (id int, what text);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION nf() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0413 trigger `tr` exists already
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE OR REPLACE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0401 unknown table `tt`
CREATE TRIGGER t1 BEFORE UPDATE ON tt FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0412 unknown function `nope`
CREATE TRIGGER t2 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION nope();
-- error M0417 `nf` returns `int`, and a trigger runs a function that returns `trigger`
CREATE TRIGGER t3 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION nf();
-- error M0403 unknown column `zz` of table `t`
CREATE TRIGGER t4 BEFORE UPDATE OF zz ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TRIGGER t5 BEFORE UPDATE OF a, b ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0403 unknown column `zz` of table `t`
CREATE TRIGGER t6 BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.zz > 1) EXECUTE FUNCTION tf();
CREATE TRIGGER t7 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.a IS DISTINCT FROM NEW.a) EXECUTE FUNCTION tf();
-- error M0417 there is no `OLD` row when rows are inserted
CREATE TRIGGER t8 BEFORE INSERT ON t FOR EACH ROW WHEN (OLD.a > 1) EXECUTE FUNCTION tf();
-- error M0417 there is no `NEW` row when rows are deleted
CREATE TRIGGER t9 BEFORE DELETE ON t FOR EACH ROW WHEN (NEW.a > 1) EXECUTE FUNCTION tf();
-- error M0417 a trigger for the whole statement has no row to look at
CREATE TRIGGER t10 AFTER UPDATE ON t FOR EACH STATEMENT WHEN (NEW.a > 1) EXECUTE FUNCTION tf();
-- error M0422 `a` may be `new.a` or `old.a`
CREATE TRIGGER t11 AFTER UPDATE ON t FOR EACH ROW WHEN (a > 1) EXECUTE FUNCTION tf();
-- error M0417 `WHEN` wants a condition, and this is `integer`
CREATE TRIGGER t12 AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.a) EXECUTE FUNCTION tf();
-- error M0417 on a view a trigger for each row is written `INSTEAD OF`
CREATE TRIGGER t13 BEFORE UPDATE ON v FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TRIGGER t14 INSTEAD OF UPDATE ON v FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0417 `INSTEAD OF` is for views, and this is a table
CREATE TRIGGER t15 INSTEAD OF UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0417 a trigger for TRUNCATE runs once for the statement
CREATE TRIGGER t16 BEFORE TRUNCATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TRIGGER t17 BEFORE TRUNCATE ON t FOR EACH STATEMENT EXECUTE FUNCTION tf();
CREATE TRIGGER t18 AFTER UPDATE ON t REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION tf();
-- error M0417 only a trigger that runs `AFTER` its event has tables of the changed rows
CREATE TRIGGER t19 BEFORE UPDATE ON t REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION tf();
-- error M0417 no query can stand in the condition of a trigger
CREATE TRIGGER t20 BEFORE UPDATE ON t FOR EACH ROW WHEN (EXISTS (SELECT 1 FROM log)) EXECUTE FUNCTION tf();
CREATE CONSTRAINT TRIGGER t21 AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0417 a constraint trigger runs `AFTER` its event
CREATE CONSTRAINT TRIGGER t22 BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TRIGGER t23 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION tf();
-- error M0418 `a` stands twice in this list
CREATE TRIGGER t24 BEFORE UPDATE OF a, a ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TRIGGER t25 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- error M0412 unknown trigger `nope`
DROP TRIGGER nope ON t;
-- error M0401 unknown table `tt`
DROP TRIGGER tr ON tt;
DROP TRIGGER IF EXISTS nope ON t;
DROP TRIGGER IF EXISTS nope ON tt;
-- error M0412 unknown trigger `nope` of table `t`
ALTER TRIGGER nope ON t RENAME TO x;
-- error M0413 trigger `tr` exists already
ALTER TRIGGER t5 ON t RENAME TO tr;
ALTER TRIGGER t5 ON t RENAME TO t55;
-- error M0412 unknown trigger `nope` of table `t`
ALTER TABLE t DISABLE TRIGGER nope;
ALTER TABLE t DISABLE TRIGGER tr;
-- error M0412 unknown trigger `nope` of table `t`
COMMENT ON TRIGGER nope ON t IS 'x';
-- error M0415 function `tf` cannot be dropped: trigger `t14` needs it
DROP FUNCTION tf();
-- error M0415 column `b` cannot be dropped: trigger `t55` needs it
ALTER TABLE t DROP COLUMN b;
CREATE RULE r1 AS ON DELETE TO t DO INSTEAD UPDATE t SET a = 0 WHERE id = OLD.id;
-- error M0413 rule `r1` exists already
CREATE RULE r1 AS ON DELETE TO t DO INSTEAD NOTHING;
-- error M0401 unknown table `tt`
CREATE RULE r2 AS ON DELETE TO tt DO INSTEAD NOTHING;
CREATE RULE r3 AS ON UPDATE TO t DO ALSO INSERT INTO log VALUES (NEW.id, 'x');
-- error M0403 unknown column `zz` of table `t`
CREATE RULE r4 AS ON UPDATE TO t DO ALSO INSERT INTO log VALUES (NEW.zz, 'x');
-- error M0401 unknown table `logg`
CREATE RULE r5 AS ON UPDATE TO t DO ALSO INSERT INTO logg VALUES (NEW.id, 'x');
-- error M0417 there is no `OLD` row when rows are inserted
CREATE RULE r6 AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (OLD.id, 'x');
-- error M0403 unknown column `zz` of table `t`
CREATE RULE r7 AS ON UPDATE TO t WHERE OLD.zz = 1 DO INSTEAD NOTHING;
CREATE RULE r8 AS ON UPDATE TO t WHERE OLD.a <> NEW.a DO INSTEAD NOTHING;
-- error M0412 unknown rule `nope` of table `t`
DROP RULE nope ON t;
DROP RULE r1 ON t;
CREATE POLICY p1 ON t USING (a > 0);
-- error M0413 policy `p1` exists already
CREATE POLICY p1 ON t USING (a > 0);
-- error M0401 unknown table `tt`
CREATE POLICY p2 ON tt USING (a > 0);
-- error M0403 unknown column `zz` of table `t`
CREATE POLICY p3 ON t USING (zz > 0);
-- error M0417 `a policy` wants a condition, and this is `integer`
CREATE POLICY p4 ON t USING (a);
-- error M0417 a policy for INSERT has no USING: there is no row before
CREATE POLICY p5 ON t FOR INSERT USING (a > 0);
-- error M0417 WITH CHECK is for rows that are written
CREATE POLICY p6 ON t FOR SELECT WITH CHECK (a > 0);
CREATE POLICY p7 ON t USING (EXISTS (SELECT 1 FROM log WHERE log.id = t.id));
-- error M0403 unknown column `idd` of table `log`
CREATE POLICY p8 ON t USING (EXISTS (SELECT 1 FROM log WHERE log.idd = t.id));
-- error M0403 unknown column `idd` of table `t`
CREATE POLICY p9 ON t USING (EXISTS (SELECT 1 FROM log WHERE log.id = t.idd));
-- error M0401 unknown table `logg`
CREATE POLICY p10 ON t USING (EXISTS (SELECT 1 FROM logg));
-- missed 42704 role "nobody_here" does not exist
CREATE POLICY p11 ON t TO nobody_here USING (true);
-- error M0401 a policy belongs to a table, and `v` is a view
CREATE POLICY p12 ON v USING (true);
CREATE POLICY p13 ON t USING (b = current_user);
-- error M0423 an aggregate cannot stand in a policy: `max`
CREATE POLICY p14 ON t USING (max(a) > 0);
CREATE POLICY p15 ON t USING (id IN (SELECT id FROM log));
-- error M0412 unknown function `curent_setting`
CREATE POLICY p16 ON t USING (curent_setting('x')::int = id);
-- error M0417 'x' is no value of `integer`
CREATE POLICY p17 ON t USING (a = 'x');
-- error M0412 unknown policy `nope` of table `t`
ALTER POLICY nope ON t USING (true);
-- error M0403 unknown column `zz` of table `t`
ALTER POLICY p1 ON t USING (zz);
-- error M0413 policy `p7` exists already
ALTER POLICY p1 ON t RENAME TO p7;
-- error M0412 unknown policy `nope` of table `t`
DROP POLICY nope ON t;
DROP POLICY IF EXISTS nope ON t;
DROP POLICY p1 ON t;
CREATE STATISTICS st1 ON a, b FROM t;
-- error M0403 unknown column `zz` of table `t`
CREATE STATISTICS st2 ON a, zz FROM t;
-- error M0418 statistics are about two columns or more
CREATE STATISTICS st3 ON a FROM t;
-- missed 42601 unrecognized statistics kind "nope"
CREATE STATISTICS st4 (nope) ON a, b FROM t;
-- error M0401 unknown table `tt`
CREATE STATISTICS st5 ON a, b FROM tt;
-- error M0413 statistics `st1` exists already
CREATE STATISTICS st1 ON id, b FROM t;
CREATE PUBLICATION pb FOR TABLE t;
-- error M0401 unknown table `tt`
CREATE PUBLICATION pb2 FOR TABLE tt;
-- error M0403 unknown column `zz` of table `t`
CREATE PUBLICATION pb3 FOR TABLE t (zz);
-- error M0413 publication `pb` exists already
CREATE PUBLICATION pb FOR TABLE log;
-- missed 42704 publication "nope" does not exist
DROP PUBLICATION nope;
DROP PUBLICATION pb;
GRANT SELECT ON t TO PUBLIC;
-- error M0401 unknown table `tt`
GRANT SELECT ON tt TO PUBLIC;
GRANT SELECT (a) ON t TO PUBLIC;
-- error M0403 unknown column `zz` of table `t`
GRANT SELECT (zz) ON t TO PUBLIC;
-- missed 42704 role "nobody_here" does not exist
GRANT SELECT ON t TO nobody_here;
-- error M0401 unknown table `nope`
GRANT USAGE ON SEQUENCE nope TO PUBLIC;
-- error M0417 a table has no privilege `EXECUTE`
GRANT EXECUTE ON t TO PUBLIC;
-- error M0401 unknown table `tt`
REVOKE SELECT ON tt FROM PUBLIC;

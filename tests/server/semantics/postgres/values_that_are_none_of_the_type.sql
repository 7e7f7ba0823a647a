-- case values that are none of the type
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN posint AS int CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, n numeric(5, 2), b boolean, d date, ts timestamptz, tm time, u uuid, j json, jb jsonb, txt text, vc varchar(3), ch char(2), m mood, arr int[], by bytea, f real, dbl double precision, iv interval, ip inet, pos posint, si smallint, bi bigint, tz timestamp);
INSERT INTO t (id) VALUES ('1');
-- error M0417 'abc' is no value of `integer`
INSERT INTO t (id) VALUES ('abc');
INSERT INTO t (id) VALUES (' 5 ');
-- error M0417 '1.5' is no value of `integer`
INSERT INTO t (id) VALUES ('1.5');
-- error M0417 '' is no value of `integer`
INSERT INTO t (id) VALUES ('');
INSERT INTO t (id) VALUES ('-7');
-- error M0417 `id` is `integer`, and the value is `boolean`
INSERT INTO t (id) VALUES (true);
INSERT INTO t (id) VALUES (1.7);
-- error M0417 `id` is `integer`, and the value is `timestamp with time zone`
INSERT INTO t (id) VALUES (now());
-- error M0417 `id` is `integer`, and the value is `text`
INSERT INTO t (id) VALUES (1::text);
INSERT INTO t (id) VALUES ('9'::int);
INSERT INTO t (id, b) VALUES (100, true);
INSERT INTO t (id, b) VALUES (101, 't');
INSERT INTO t (id, b) VALUES (102, 'on');
-- error M0417 `b` is `boolean`, and the value is `integer`
INSERT INTO t (id, b) VALUES (103, 1);
-- error M0417 'maybe' is no value of `boolean`
INSERT INTO t (id, b) VALUES (104, 'maybe');
INSERT INTO t (id, b) VALUES (105, '1');
-- error M0417 `b` is `boolean`, and the value is `integer`
INSERT INTO t (id, b) VALUES (106, 0);
INSERT INTO t (id, d) VALUES (110, '2020-01-01');
INSERT INTO t (id, d) VALUES (111, 'today');
-- error M0417 '2020-13-01' is no value of `date`
INSERT INTO t (id, d) VALUES (112, '2020-13-01');
-- error M0417 `d` is `date`, and the value is `integer`
INSERT INTO t (id, d) VALUES (113, 20200101);
-- error M0417 'hello' is no value of `date`
INSERT INTO t (id, d) VALUES (114, 'hello');
INSERT INTO t (id, d) VALUES (115, now());
INSERT INTO t (id, d) VALUES (116, 'infinity');
INSERT INTO t (id, d) VALUES (117, 'Jan 8, 1999');
-- error M0417 'not a time' is no value of `timestamp with time zone`
INSERT INTO t (id, ts) VALUES (118, 'not a time');
INSERT INTO t (id, ts) VALUES (119, '2020-01-01T00:00:00Z');
-- error M0417 `ts` is `timestamp with time zone`, and the value is `integer`
INSERT INTO t (id, ts) VALUES (120, 5);
INSERT INTO t (id, ts) VALUES (121, current_date);
INSERT INTO t (id, u) VALUES (122, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11');
-- error M0417 'xyz' is no value of `uuid`
INSERT INTO t (id, u) VALUES (123, 'xyz');
-- error M0417 `u` is `uuid`, and the value is `integer`
INSERT INTO t (id, u) VALUES (124, 5);
INSERT INTO t (id, u) VALUES (125, '{a0eebc999c0b4ef8bb6d6bb9bd380a11}');
-- error M0417 `u` is `uuid`, and the value is `text`
INSERT INTO t (id, u) VALUES (126, gen_random_uuid()::text);
INSERT INTO t (id, j) VALUES (127, '{"a": 1}');
-- error M0417 '{a: 1}' is no value of `json`
INSERT INTO t (id, j) VALUES (128, '{a: 1}');
-- error M0417 '' is no value of `jsonb`
INSERT INTO t (id, jb) VALUES (129, '');
INSERT INTO t (id, jb) VALUES (130, 'null');
-- error M0417 '[1, 2' is no value of `jsonb`
INSERT INTO t (id, jb) VALUES (131, '[1, 2');
-- error M0417 `jb` is `jsonb`, and the value is `integer`
INSERT INTO t (id, jb) VALUES (132, 5);
INSERT INTO t (id, jb) VALUES (133, '5');
-- error M0417 `jb` is `jsonb`, and the value is `boolean`
INSERT INTO t (id, jb) VALUES (134, true);
INSERT INTO t (id, txt) VALUES (135, 5);
INSERT INTO t (id, txt) VALUES (136, true);
INSERT INTO t (id, txt) VALUES (137, now());
INSERT INTO t (id, vc) VALUES (138, 12);
-- error M0417 `vc` is `varchar(3)`, and this text has 4 characters
INSERT INTO t (id, vc) VALUES (139, 'abcd');
INSERT INTO t (id, m) VALUES (140, 'sad');
-- error M0417 'happy' is no value of `mood`
INSERT INTO t (id, m) VALUES (141, 'happy');
-- error M0417 `m` is `mood`, and the value is `integer`
INSERT INTO t (id, m) VALUES (142, 1);
-- error M0417 `m` is `mood`, and the value is `text`
INSERT INTO t (id, m) VALUES (143, 'sad'::text);
-- error M0417 'Sad' is no value of `mood`
INSERT INTO t (id, m) VALUES (144, 'Sad');
INSERT INTO t (id, arr) VALUES (145, '{1,2}');
INSERT INTO t (id, arr) VALUES (146, ARRAY[1, 2]);
-- error M0417 '1,2' is no value of `integer[]`
INSERT INTO t (id, arr) VALUES (147, '1,2');
-- error M0417 `arr` is `integer[]`, and the value is `integer`
INSERT INTO t (id, arr) VALUES (148, 5);
-- error M0417 `arr` is `integer[]`, and the value is `text[]`
INSERT INTO t (id, arr) VALUES (149, ARRAY['a']);
INSERT INTO t (id, arr) VALUES (150, '{}');
-- missed 42P18 cannot determine type of empty array
INSERT INTO t (id, arr) VALUES (151, ARRAY[]);
INSERT INTO t (id, by) VALUES (152, '\x00ff');
-- error M0417 `by` is `bytea`, and the value is `integer`
INSERT INTO t (id, by) VALUES (153, 5);
-- error M0417 'x' is no value of `real`
INSERT INTO t (id, f) VALUES (154, 'x');
INSERT INTO t (id, f) VALUES (155, 'NaN');
INSERT INTO t (id, n) VALUES (156, '1e3'::numeric / 100);
-- error M0417 'abc' is no value of `numeric`
INSERT INTO t (id, n) VALUES (157, 'abc');
INSERT INTO t (id, iv) VALUES (158, '1 day');
-- error M0417 `iv` is `interval`, and the value is `integer`
INSERT INTO t (id, iv) VALUES (159, 5);
INSERT INTO t (id, ip) VALUES (160, '127.0.0.1');
-- error M0417 'localhost' is no value of `inet`
INSERT INTO t (id, ip) VALUES (161, 'localhost');
-- error M0417 'x' is no value of `integer`
INSERT INTO t (id, pos) VALUES (162, 'x');
-- error M0417 `pos` is `integer`, and the value is `boolean`
INSERT INTO t (id, pos) VALUES (163, true);
INSERT INTO t (id, pos) VALUES (164, 4);
-- error M0417 40000 is out of the range of `smallint`, which `si` is
INSERT INTO t (id, si) VALUES (165, 40000);
-- error M0417 '40000' is no value of `smallint`
INSERT INTO t (id, si) VALUES (166, '40000');
-- error M0417 9223372036854775808 is out of the range of `bigint`, which `bi` is
INSERT INTO t (id, bi) VALUES (167, 9223372036854775808);
-- error M0417 3000000000 is out of the range of `integer`, which `id` is
INSERT INTO t (id) VALUES (3000000000);
-- error M0417 '25:00' is no value of `time`
INSERT INTO t (id, tm) VALUES (168, '25:00');
INSERT INTO t (id, tm) VALUES (169, '12:30');
-- error M0417 `n` is `numeric`, and the value is `boolean`
INSERT INTO t (id, n) SELECT 170, true;
-- error M0417 `n` is `numeric`, and 'x' is no value of it
INSERT INTO t (id, n) SELECT 171, 'x';
-- error M0417 `b` is `boolean`, and the value is `integer`
INSERT INTO t (id, b) SELECT 172, id FROM t;
INSERT INTO t (id, b) SELECT id + 5000, b FROM t;
-- error M0417 `m` is `mood`, and the value is `text`
INSERT INTO t (id, m) SELECT id + 6000, txt FROM t;
INSERT INTO t (id, txt) SELECT id + 7000, m FROM t;
INSERT INTO t VALUES (8000, 1.5, true, '2020-01-01', now(), '10:00', NULL, '{}', '{}', 'x', 'abc', 'ab', 'ok');
-- error M0417 `n` is `numeric`, and the value is `boolean`
INSERT INTO t VALUES (8001, true);
-- error M0417 'x' is no value of `boolean`
INSERT INTO t VALUES (8002, 1, 'x', '2020-01-01');
-- error M0417 'abc' is no value of `integer`
UPDATE t SET id = 'abc' WHERE false;
-- error M0417 `b` is `boolean`, and the value is `integer`
UPDATE t SET b = 1 WHERE false;
UPDATE t SET b = 'true' WHERE false;
UPDATE t SET txt = id WHERE false;
-- error M0417 `id` is `integer`, and the value is `text`
UPDATE t SET id = txt WHERE false;
-- error M0417 'happy' is no value of `mood`
UPDATE t SET m = 'happy' WHERE false;
-- error M0417 `m` is `mood`, and the value is `text`
UPDATE t SET m = txt WHERE false;
UPDATE t SET m = txt::mood WHERE false;
UPDATE t SET d = ts WHERE false;
-- error M0417 `d` is `date`, and the value is `text`
UPDATE t SET d = txt WHERE false;
-- error M0417 `u` is `uuid`, and the value is `text`
UPDATE t SET u = txt WHERE false;
UPDATE t SET u = txt::uuid WHERE false;
UPDATE t SET jb = j WHERE false;
-- error M0417 `jb` is `jsonb`, and the value is `text`
UPDATE t SET jb = txt WHERE false;
-- error M0417 `arr` is `integer[]`, and the value is `integer`
UPDATE t SET arr = id WHERE false;
-- error M0417 `n` is `numeric`, and the value is `boolean`
UPDATE t SET n = b WHERE false;
UPDATE t SET n = CASE WHEN b THEN 1 ELSE 2 END WHERE false;
-- error M0417 `b` is `boolean`, and the value is `integer`
UPDATE t SET b = CASE WHEN b THEN 1 ELSE 2 END WHERE false;
UPDATE t SET iv = ts - tz WHERE false;
UPDATE t SET iv = ts - ts WHERE false;
-- error M0417 `by` is `bytea`, and the value is `text`
UPDATE t SET by = txt WHERE false;

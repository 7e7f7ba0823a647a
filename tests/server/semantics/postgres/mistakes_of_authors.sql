-- case names
CREATE SCHEMA crm;
CREATE TYPE stage AS ENUM ('lead', 'won', 'lost');
CREATE TYPE contact AS (mail text, phone varchar(20));
CREATE DOMAIN percent AS int CHECK (VALUE BETWEEN 0 AND 100);
CREATE TABLE company (id bigserial PRIMARY KEY, name text NOT NULL, vat varchar(20) UNIQUE, info jsonb DEFAULT '{}', tags text[], made timestamptz DEFAULT now(), main contact, rating percent, parent_id bigint REFERENCES company);
CREATE TABLE deal (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, company_id bigint NOT NULL REFERENCES company ON DELETE CASCADE, stage stage NOT NULL DEFAULT 'lead', worth numeric(12,2), closes date, doc json, period daterange, CONSTRAINT worth_positive CHECK (worth > 0), UNIQUE (company_id, closes));
CREATE TABLE crm.note (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), deal_id int REFERENCES deal (id), body text, at timestamp);
CREATE VIEW open_deal AS SELECT d.id, d.worth, c.name FROM deal d JOIN company c ON c.id = d.company_id WHERE d.stage = 'lead';
CREATE MATERIALIZED VIEW worth_by AS SELECT company_id, sum(worth) AS total FROM deal GROUP BY 1;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.made := now(); RETURN NEW; END $$;
CREATE FUNCTION score(d deal, factor numeric DEFAULT 1) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT d.worth * factor';
CREATE FUNCTION find_deals(which stage, since date DEFAULT '2020-01-01') RETURNS SETOF deal LANGUAGE sql STABLE AS 'SELECT * FROM deal WHERE stage = which AND closes > since';
CREATE PROCEDURE close_old(before date) LANGUAGE plpgsql AS $$ BEGIN UPDATE deal SET stage = 'lost' WHERE closes < before; END $$;
CREATE SEQUENCE ticket_no;
CREATE INDEX deal_closes ON deal (closes);
CREATE TRIGGER stamp BEFORE UPDATE ON company FOR EACH ROW EXECUTE FUNCTION stamp();
ALTER TABLE company ENABLE ROW LEVEL SECURITY;
CREATE POLICY everyone ON company FOR SELECT USING (true);
CREATE RULE keep AS ON DELETE TO crm.note DO INSTEAD NOTHING;
-- error M0401 unknown table `deals`
ALTER TABLE deals ADD COLUMN x int;
-- error M0403 unknown column `closs` of table `deal`
ALTER TABLE deal DROP COLUMN closs;
-- error M0401 unknown table `crm.notes`
ALTER TABLE crm.notes ADD COLUMN y int;
-- missed 42P01 relation "note" does not exist
ALTER TABLE note ADD COLUMN y int;
-- error M0401 unknown table `crm.deal`
CREATE INDEX ON crm.deal (id);
-- error M0403 unknown column `company` of table `deal`
CREATE INDEX ON deal (company);
-- error M0401 unknown table `companies`
CREATE TABLE a1 (id int REFERENCES companies);
-- error M0403 unknown column `idd` of table `company`
CREATE TABLE a2 (id int REFERENCES company (idd));
-- error M0417 `id` is `int` and points to `name`, which is `text`
CREATE TABLE a3 (id int REFERENCES company (name));
-- error M0417 `c` is `uuid` and points to `id`, which is `bigint`
CREATE TABLE a4 (c uuid REFERENCES company);
-- error M0409 unknown type `stagee`
CREATE TABLE a5 (id int, st stagee);
-- error M0406 table `a6` has a primary key already
CREATE TABLE a6 (id int PRIMARY KEY, other int, PRIMARY KEY (id, other));
-- error M0404 column `id` of table `a7` exists already
CREATE TABLE a7 (id int, id text);
-- error M0402 table `deal` exists already
CREATE TABLE deal (id int);
-- error M0402 the name `company` is taken by a table
CREATE VIEW company AS SELECT 1;
-- error M0410 type `stage` exists already
CREATE TYPE stage AS ENUM ('x');
-- error M0413 function `stamp()` exists already
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- error M0413 sequence `ticket_no` exists already
CREATE SEQUENCE ticket_no;
-- error M0408 index `deal_closes` exists already
CREATE INDEX deal_closes ON company (name);
-- error M0413 trigger `stamp` exists already
CREATE TRIGGER stamp BEFORE INSERT ON company FOR EACH ROW EXECUTE FUNCTION stamp();
-- error M0413 policy `everyone` exists already
CREATE POLICY everyone ON company USING (true);
-- error M0413 rule `keep` exists already
CREATE RULE keep AS ON DELETE TO crm.note DO ALSO DELETE FROM deal;
-- error M0413 schema `crm` exists already
CREATE SCHEMA crm;
-- error M0406 constraint `worth_positive` of table `deal` exists already
ALTER TABLE deal ADD CONSTRAINT worth_positive CHECK (worth > 1);
-- error M0404 column `closes` of table `deal` exists already
ALTER TABLE deal RENAME COLUMN worth TO closes;
-- error M0402 table `company` exists already
ALTER TABLE deal RENAME TO company;
-- error M0411 `stage` has the value 'won' already
ALTER TYPE stage ADD VALUE 'won';
-- error M0411 `stage` has no value 'open'
ALTER TYPE stage RENAME VALUE 'open' TO 'lead';
-- error M0411 `stage` has the value 'won' already
ALTER TYPE stage RENAME VALUE 'lead' TO 'won';
-- error M0403 unknown column `fax` of `contact`
ALTER TYPE contact DROP ATTRIBUTE fax;
-- error M0415 table `company` cannot be dropped: a foreign key of table `deal` needs it
DROP TABLE company;
-- error M0415 type `stage` cannot be dropped: column `stage` of table `deal` needs it
DROP TYPE stage;
-- error M0415 type `percent` cannot be dropped: column `rating` of table `company` needs it
DROP TYPE percent;
-- error M0415 function `stamp` cannot be dropped: trigger `stamp` needs it
DROP FUNCTION stamp();
-- error M0412 unknown function `find_deals(text)`
DROP FUNCTION find_deals(text);
-- error M0412 `close_old` is a procedure, not a function
DROP FUNCTION close_old(date);
-- error M0412 unknown function `close_old(text)`
DROP PROCEDURE close_old(text);
-- error M0415 sequence `company_id_seq` cannot be dropped: column `id` of table `company` needs it
DROP SEQUENCE company_id_seq;
-- error M0415 index `deal_pkey` cannot be dropped: constraint `deal_pkey` needs it
DROP INDEX deal_pkey;
-- error M0415 index `deal_company_id_closes_key` cannot be dropped: constraint `deal_company_id_closes_key` needs it
DROP INDEX deal_company_id_closes_key;
-- error M0401 `worth_by` is a materialized view, not a view
DROP VIEW worth_by;
-- error M0401 `open_deal` is a view, not a materialized view
DROP MATERIALIZED VIEW open_deal;
-- error M0401 `open_deal` is a view, not a table
DROP TABLE open_deal;
-- error M0412 unknown trigger `stmp`
DROP TRIGGER stmp ON company;
-- error M0412 unknown trigger `stamp`
DROP TRIGGER stamp ON deal;
-- error M0412 unknown policy `everybody` of table `company`
DROP POLICY everybody ON company;
-- error M0412 unknown rule `kep` of table `note`
DROP RULE kep ON crm.note;
-- error M0415 schema `crm` cannot be dropped: table `note` needs it
DROP SCHEMA crm;
-- error M0415 column `id` cannot be dropped: view `open_deal` needs it
ALTER TABLE company DROP COLUMN id;
-- error M0415 `company_pkey` cannot be dropped: a foreign key of table `company` needs it
ALTER TABLE company DROP CONSTRAINT company_pkey;
-- error M0415 the type of `worth` cannot be changed: view `open_deal` reads it
ALTER TABLE deal ALTER COLUMN worth TYPE int;
-- error M0417 `id` is an identity, and has no default
ALTER TABLE deal ALTER COLUMN id SET DEFAULT 5;
ALTER TABLE deal ALTER COLUMN company_id ADD GENERATED ALWAYS AS IDENTITY;
-- error M0417 an identity counts, and `name` is `text`
ALTER TABLE company ALTER COLUMN name ADD GENERATED BY DEFAULT AS IDENTITY;
-- error M0417 'opened' is no value of `stage`
ALTER TABLE deal ALTER COLUMN stage SET DEFAULT 'opened';
-- error M0417 '[]' is no value of `text[]`
ALTER TABLE company ALTER COLUMN tags SET DEFAULT '[]';
-- error M0417 '{a: 1}' is no value of `jsonb`
ALTER TABLE company ALTER COLUMN info SET DEFAULT '{a: 1}';
-- error M0417 'high' is no value of `integer`
ALTER TABLE company ALTER COLUMN rating SET DEFAULT 'high';
-- error M0417 `made` is `timestamp with time zone`, and the value is `time with time zone`
ALTER TABLE company ALTER COLUMN made SET DEFAULT current_time;
-- error M0417 nothing turns `timestamp with time zone` into `integer`
ALTER TABLE company ALTER COLUMN made TYPE int USING made::int;
-- error M0417 `name` is `text`, which does not become `jsonb` by itself
ALTER TABLE company ALTER COLUMN name TYPE jsonb;
-- error M0417 nothing turns `jsonb` into `text[]`
ALTER TABLE company ALTER COLUMN info TYPE text[] USING info::text[];
-- error M0405 unknown constraint `company_vat` of table `company`
ALTER TABLE company RENAME CONSTRAINT company_vat TO x;
-- error M0412 unknown trigger `stampp` of table `company`
ALTER TABLE company DISABLE TRIGGER stampp;
-- error M0405 unknown constraint `nothing` of table `company`
ALTER TABLE company VALIDATE CONSTRAINT nothing;
-- error M0401 the columns of the view `open_deal` are those of its query
ALTER TABLE open_deal ADD COLUMN z int;
-- error M0401 `deal` is a table, not a view
ALTER VIEW deal RENAME TO x;
-- error M0403 unknown column `number` of table `deal`
ALTER SEQUENCE ticket_no OWNED BY deal.number;
-- error M0407 unknown index `deal_closs`
ALTER INDEX deal_closs RENAME TO x;
-- error M0412 unknown function `stamp(integer)`
ALTER FUNCTION stamp(int) RENAME TO x;
-- error M0403 unknown column `wort` of table `deal`
COMMENT ON COLUMN deal.wort IS 'x';
-- error M0401 `open_deal` is a view, not a table
COMMENT ON TABLE open_deal IS 'x';
-- error M0412 unknown function `score(integer)`
COMMENT ON FUNCTION score(int) IS 'x';
-- error M0405 unknown constraint `worth_pos` of table `deal`
COMMENT ON CONSTRAINT worth_pos ON deal IS 'x';
-- error M0401 `company` is a table, not an index
COMMENT ON INDEX company IS 'x';
-- error M0401 unknown table `dealz`
GRANT SELECT ON dealz TO PUBLIC;
-- error M0403 unknown column `nam` of table `company`
GRANT SELECT (nam) ON company TO PUBLIC;
-- error M0412 unknown function `scor`
GRANT EXECUTE ON FUNCTION scor(deal) TO PUBLIC;
-- error M0417 `deal` is a table, which has no privilege `USAGE`
GRANT USAGE ON SEQUENCE deal TO PUBLIC;
-- error M0417 a function has no privilege `INSERT`
GRANT INSERT ON FUNCTION stamp() TO PUBLIC;
-- error M0401 `open_deal` is a view, not a materialized view
REFRESH MATERIALIZED VIEW open_deal;
-- error M0415 table `company` cannot be truncated: a foreign key of `deal` points to it
TRUNCATE company;
-- error M0401 `open_deal` is a view, not a table
TRUNCATE open_deal;
-- error M0412 unknown sequence `ticket_number`
SELECT nextval('ticket_number');
-- error M0401 `deal` is a table, not a sequence
SELECT nextval('deal');
-- error M0412 unknown sequence `company_idd_seq`
SELECT currval('company_idd_seq'::regclass);
-- case statements
CREATE TYPE stage AS ENUM ('lead', 'won', 'lost');
CREATE DOMAIN percent AS int CHECK (VALUE BETWEEN 0 AND 100);
CREATE TABLE company (id bigserial PRIMARY KEY, name text NOT NULL, vat varchar(20) UNIQUE, info jsonb DEFAULT '{}', tags text[], made timestamptz DEFAULT now(), rating percent);
CREATE TABLE deal (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, company_id bigint NOT NULL REFERENCES company, stage stage NOT NULL DEFAULT 'lead', worth numeric(12,2), closes date, doc json, period daterange, total numeric GENERATED ALWAYS AS (worth * 2) STORED, UNIQUE (company_id, closes));
CREATE UNIQUE INDEX company_name ON company (lower(name)) WHERE vat IS NOT NULL;
CREATE VIEW per_company AS SELECT company_id, count(*) AS n FROM deal GROUP BY company_id;
CREATE FUNCTION score(w numeric, factor numeric DEFAULT 1) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT w * factor';
CREATE FUNCTION find_deals(which stage, since date DEFAULT '2020-01-01') RETURNS SETOF deal LANGUAGE sql STABLE AS 'SELECT * FROM deal WHERE stage = which AND closes > since';
CREATE FUNCTION pair(OUT a int, OUT b text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;
-- error M0418 1 value for 2 columns
INSERT INTO company (name, vat) VALUES ('a');
-- error M0418 2 values for 1 column
INSERT INTO company (name) VALUES ('a', 'b');
-- error M0418 1 value for 2 columns
INSERT INTO company (name, vat) VALUES ('a', 'b'), ('c');
-- error M0403 unknown column `nam` of table `company`
INSERT INTO company (name, nam) VALUES ('a', 'b');
-- error M0418 column `name` is named twice
INSERT INTO company (name, name) VALUES ('a', 'b');
-- error M0418 8 values for 7 columns
INSERT INTO company SELECT 1, 'a', 'b', '{}', '{}', now(), 5, 6;
-- error M0418 1 value for 2 columns
INSERT INTO company (name, vat) SELECT name FROM company;
-- error M0417 `id` gets no value of one's own: the server numbers it
INSERT INTO deal (id, company_id) VALUES (5, 1);
-- error M0417 `total` gets no value of one's own: it is computed
INSERT INTO deal (company_id, total) VALUES (1, 5);
-- error M0417 'open' is no value of `stage`
INSERT INTO deal (company_id, stage) VALUES (1, 'open');
-- error M0417 `stage` is `stage`, and the value is `text`
INSERT INTO deal (company_id, stage) SELECT id, name FROM company;
-- error M0417 `closes` is `date`, and '2020-13-45' is no value of it
INSERT INTO deal (company_id, closes) SELECT id, '2020-13-45' FROM company;
-- error M0417 '{x}' is no value of `json`
INSERT INTO deal (company_id, doc) VALUES (1, '{x}');
-- error M0417 '2020-01-01' is no value of `daterange`
INSERT INTO deal (company_id, period) VALUES (1, '2020-01-01');
-- error M0417 'b, c' is no value of `text[]`
INSERT INTO company (name, tags) VALUES ('a', 'b, c');
INSERT INTO company (name, tags) VALUES ('a', ARRAY[1, 2]);
-- error M0417 `made` is `timestamp with time zone`, and the value is `integer`
INSERT INTO company (name, made) VALUES ('a', 5);
-- error M0417 'soon' is no value of `timestamp with time zone`
INSERT INTO company (name, made) VALUES ('a', 'soon');
-- error M0417 `info` is `jsonb`, and the value is `text[]`
INSERT INTO company (name, info) VALUES ('a', ARRAY['a']);
-- error M0417 'x1' is no value of `bigint`
INSERT INTO company (name, id) VALUES ('a', 'x1');
-- error M0414 `ON CONFLICT (name)`: `company` has no unique constraint or index on these columns
INSERT INTO company (name) VALUES ('a') ON CONFLICT (name) DO NOTHING;
-- missed 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO company (name) VALUES ('a') ON CONFLICT (lower(name)) DO NOTHING;
-- error M0403 unknown column `nam` of table `company`
INSERT INTO company (name) VALUES ('a') ON CONFLICT (vat) DO UPDATE SET nam = excluded.name;
-- error M0401 nothing in this statement is called `exclude`
INSERT INTO company (name) VALUES ('a') ON CONFLICT (vat) DO UPDATE SET name = exclude.name;
-- error M0403 unknown column `nam` of table `company`
INSERT INTO company (name) VALUES ('a') ON CONFLICT (vat) DO UPDATE SET name = excluded.nam;
-- error M0422 `name` may be that of the row that is there or `excluded.name`
INSERT INTO company (name) VALUES ('a') ON CONFLICT (vat) DO UPDATE SET name = name;
-- error M0405 unknown constraint `company_name` of table `company`
INSERT INTO company (name) VALUES ('a') ON CONFLICT ON CONSTRAINT company_name DO NOTHING;
-- error M0417 `ON CONFLICT DO UPDATE` does not say with what the conflict is
INSERT INTO company (name) VALUES ('a') ON CONFLICT DO UPDATE SET name = 'x';
-- error M0403 unknown column `idd` of table `company`
INSERT INTO company (name) VALUES ('a') RETURNING idd;
-- error M0417 rows of the view `per_company` cannot be written: it puts rows together
INSERT INTO per_company VALUES (1, 2);
-- error M0403 unknown column `nam` of table `company`
UPDATE company SET nam = 'x';
-- error M0417 'x' is no value of `integer`
UPDATE company SET name = 5 + 'x';
-- error M0417 `integer` is no element of `text[]`
UPDATE company SET tags = tags || 5;
-- error M0417 'x' is no value of `jsonb`
UPDATE company SET info = info || 'x';
-- error M0417 there is no operator `+` for `jsonb` and `a text in quotes`
UPDATE company SET info = info + '{}';
-- error M0417 there is no operator `+` for `timestamp with time zone` and `integer`
UPDATE company SET made = made + 1;
-- error M0417 `made` is `timestamp with time zone`, and the value is `interval`
UPDATE company SET made = made - '1 fortnight of days';
-- error M0417 'x' is no value of `integer`
UPDATE company SET rating = 'x';
-- error M0417 `rating` is `integer`, and the value is `timestamp with time zone`
UPDATE company SET rating = made;
-- error M0417 'abc' is no value of `bigint`
UPDATE company SET name = name WHERE id = 'abc';
-- error M0417 there is no operator `=` for `character varying` and `integer`
UPDATE company SET name = name WHERE vat = 5;
-- error M0417 'a' is no value of `text[]`
UPDATE company SET name = name WHERE tags = 'a';
-- error M0417 there is no operator `@>` for `text[]` and `integer[]`
UPDATE company SET name = name WHERE tags @> ARRAY[1];
-- error M0417 'x' is no value of `jsonb`
UPDATE company SET name = name WHERE info = 'x';
-- error M0417 there is no operator `=` for `text` and `integer`
UPDATE company SET name = name WHERE info ->> 'a' = 1;
-- error M0417 there is no operator `=` for `jsonb` and `text`
UPDATE company SET name = name WHERE info -> 'a' = 'x'::text;
-- error M0417 '2020-02-31' is no value of `timestamp with time zone`
UPDATE company SET name = name WHERE made > '2020-02-31';
-- error M0417 `WHERE` wants a condition, and this is `text`
UPDATE company SET name = name WHERE name;
-- error M0423 an aggregate cannot stand in WHERE: `count`
UPDATE company SET name = name WHERE count(*) > 1;
-- error M0403 unknown column `idd` of table `company`
UPDATE company SET name = c.name FROM company c WHERE company.id = c.idd;
-- error M0418 a query that stands for a value returns 2 columns
UPDATE company SET name = (SELECT id, name FROM company LIMIT 1);
-- error M0418 2 columns are given 1 values
UPDATE company SET (name, vat) = (SELECT name FROM company LIMIT 1);
-- error M0403 a column that gets a value stands without its table: `c`
UPDATE company c SET c.name = 'x';
-- error M0401 nothing in this statement is called `company`
UPDATE company c SET name = 'x' WHERE company.id = 1;
-- error M0417 'wonn' is no value of `stage`
UPDATE deal SET stage = 'wonn' WHERE stage = 'lead';
-- error M0417 'open' is no value of `stage`
UPDATE deal SET worth = 1 WHERE stage = 'open';
-- error M0417 'opened' is no value of `stage`
UPDATE deal SET worth = 1 WHERE stage IN ('lead', 'opened');
-- error M0417 'later' is no value of `date`
UPDATE deal SET worth = 1 WHERE closes BETWEEN '2020-01-01' AND 'later';
-- error M0417 `total` gets no value of one's own: it is computed
UPDATE deal SET total = 5;
-- error M0417 `id` gets no value of one's own: the server numbers it
UPDATE deal SET id = 5;
-- error M0417 '[2020-01-05,2020-01-01]' is no value of `daterange`
UPDATE deal SET period = '[2020-01-05,2020-01-01]';
-- error M0417 'op' is no value of `stage`
UPDATE deal SET worth = CASE stage WHEN 'lead' THEN 1 WHEN 'op' THEN 2 END;
-- error M0417 'none' is no value of `integer`
UPDATE deal SET worth = CASE WHEN closes > now() THEN 1 ELSE 'none' END;
-- error M0417 'none' is no value of `numeric`
UPDATE deal SET worth = coalesce(worth, 'none');
-- error M0417 `doc` is `json`, and the value is `text`
UPDATE deal SET doc = doc || '{}';
-- error M0417 there is no function `score(text)`
UPDATE deal SET worth = score('a'::text);
-- error M0418 there is no function `score(numeric, integer, integer)`
UPDATE deal SET worth = score(worth, 1, 2);
-- error M0412 unknown function `scor`
UPDATE deal SET worth = scor(worth);
-- error M0417 there is no function `score(w => numeric, factr => integer)`
UPDATE deal SET worth = score(w => worth, factr => 2);
-- error M0417 there is no function `date_trunc(date, …)`
UPDATE deal SET closes = date_trunc(closes, 'month');
-- error M0418 there is no function `to_date(date)`
UPDATE deal SET closes = to_date(closes);
-- error M0417 there is no function `round(double precision, integer)`
UPDATE deal SET worth = round(worth::float8, 2);
-- error M0417 '1 mnth' is no value of `interval`
UPDATE deal SET closes = closes + interval '1 mnth';
-- error M0423 an aggregate cannot stand in SET: `sum`
UPDATE deal SET worth = sum(worth);
-- error M0423 a window function cannot stand in SET: `rank`
UPDATE deal SET worth = rank() OVER (ORDER BY worth);
-- error M0418 1 compared with a query that returns 2
DELETE FROM company WHERE id IN (SELECT id, name FROM company);
-- error M0403 unknown column `comp_id` of table `deal`
DELETE FROM company c USING deal d WHERE d.comp_id = c.id;
-- error M0417 there is no operator `=` for `bigint` and `text`
DELETE FROM deal WHERE company_id NOT IN (SELECT name FROM company);
-- error M0417 rows of the view `per_company` cannot be written: it puts rows together
DELETE FROM per_company;
-- error M0423 `name` is neither grouped nor in an aggregate
SELECT c.name, count(d.id) FROM company c JOIN deal d ON d.company_id = c.id GROUP BY c.vat;
-- error M0423 `name` is neither grouped nor in an aggregate
SELECT name, count(*) FROM company;
-- error M0423 `closes` is neither grouped nor in an aggregate
SELECT stage, max(worth) FROM deal GROUP BY stage HAVING closes > now();
-- error M0423 `worth` is neither grouped nor in an aggregate
SELECT stage, worth FROM deal GROUP BY 1;
-- error M0423 `id` is neither grouped nor in an aggregate
SELECT * FROM deal GROUP BY stage;
-- error M0417 what DISTINCT returns is sorted by something that it does not return
SELECT DISTINCT stage FROM deal ORDER BY worth;
-- error M0417 what stands in `DISTINCT ON` comes first in ORDER BY
SELECT DISTINCT ON (stage) * FROM deal ORDER BY worth;
-- error M0422 `id` may be `company.id` or `deal.id`
SELECT id FROM company JOIN deal ON deal.company_id = company.id;
-- error M0417 `id` is `bigint` in one of the queries and `text` in the other
SELECT id FROM company UNION SELECT name FROM company;
-- error M0418 queries that are put together return 2 columns and 1
SELECT id, name FROM company UNION SELECT id FROM company;
-- error M0417 `worth` is `numeric` in one of the queries and `date` in the other
SELECT worth FROM deal UNION SELECT closes FROM deal;
-- error M0417 'open' is no value of `stage`
SELECT find_deals('open');
-- error M0418 there is no function `find_deals()`
SELECT * FROM find_deals();
-- error M0403 unknown column `nam` of `d`
SELECT d.nam FROM find_deals('lead') d;
-- missed 42703 could not identify column "c" in record data type
SELECT (pair()).c;
-- error M0403 unknown column `c` of `p`
SELECT p.c FROM pair() p;
-- error M0401 nothing in this statement is called `x`
SELECT x.* FROM json_to_recordset('[]');
-- error M0401 nothing in this statement is called `e`
SELECT * FROM company c LEFT JOIN deal d ON c.id = e.company_id;
-- error M0403 unknown column `name` of table `deal`
SELECT * FROM company c, deal d WHERE c.id = d.company_id AND c.name = d.name;
-- error M0417 there is no operator `~~` for `text` and `integer`
SELECT * FROM company WHERE name LIKE 5;
-- error M0417 there is no operator `~~` for `bigint` and `a text in quotes`
SELECT * FROM company WHERE id LIKE '5%';
-- error M0417 there is no operator `~~` for `timestamp with time zone` and `a text in quotes`
SELECT * FROM company WHERE made LIKE '2020%';
-- error M0417 there is no operator `=` for `integer` and `text`
SELECT * FROM company WHERE 5 = ANY (tags);
-- error M0417 'a,b' is no value of `bigint[]`
SELECT * FROM company WHERE id = ANY ('a,b');
-- error M0417 behind `ANY` an array is wanted, and this is `integer`
SELECT * FROM company WHERE id = ANY (5);
-- error M0417 there is no function `length(bigint)`
SELECT length(id) FROM company;
-- error M0417 there is no function `upper(timestamp with time zone)`
SELECT upper(made) FROM company;
-- error M0417 there is no operator `+` for `bigint` and `text`
SELECT name || id || made FROM company WHERE id + name > 0;
-- error M0417 there is no function `sum(text)`
SELECT sum(name) FROM company;
-- error M0417 there is no function `avg(stage)`
SELECT avg(stage) FROM deal;
-- error M0417 there is no function `string_agg(bigint, …)`
SELECT string_agg(id, ',') FROM company;
-- error M0418 there is no function `string_agg(text)`
SELECT string_agg(name) FROM company;
-- error M0418 there is no function `array_length(text[])`
SELECT array_length(tags) FROM company;
-- error M0417 there is no function `max(jsonb)`
SELECT max(info) FROM company;
-- error M0417 there is no function `json_array_length(jsonb)`
SELECT json_array_length(info) FROM company;
-- error M0401 nothing in this statement is called `info`
SELECT info.a FROM company;
-- error M0417 there is no function `jsonb_array_elements(json)`
SELECT jsonb_array_elements(doc) FROM deal;
-- missed 22023 unit "yeer" not recognized for type timestamp with time zone
SELECT extract(yeer FROM made) FROM company;
-- error M0417 there is no function `date_part(…, text)`
SELECT date_part('month', name) FROM company;
-- error M0417 there is no function `to_char(text, …)`
SELECT to_char(name, 'YYYY') FROM company;
-- error M0417 `row_number` is a window function
SELECT row_number() FROM company;
-- error M0412 unknown window `w`
SELECT row_number() OVER w FROM company;
-- error M0423 a window function cannot stand in WHERE: `row_number`
SELECT id FROM company WHERE row_number() OVER () = 1;
-- error M0403 unknown column `nam` of table `company`
SELECT id FROM company ORDER BY nam;
-- error M0417 a number of rows is wanted, and this is `a text in quotes`
SELECT id FROM company LIMIT 'x';
-- error M0403 unknown column `x` of table `company`
SELECT id AS x FROM company WHERE x > 1;
-- error M0409 unknown type `intt`
SELECT now()::intt;
-- error M0417 'x' is no value of `integer`
SELECT 'x'::int;
-- error M0417 '2020-02-30' is no value of `date`
SELECT '2020-02-30'::date;
-- error M0417 nothing turns `boolean` into `date`
SELECT true::date;
-- error M0417 '1 yeer' is no value of `interval`
SELECT interval '1 yeer';
-- error M0417 'a,b' is no value of `text[]`
SELECT 'a,b'::text[];
-- error M0417 'won2' is no value of `stage`
SELECT 'won2'::stage;
-- rows value for domain percent violates check constraint "percent_check"
SELECT 200::percent;
-- error M0417 '{' is no value of `jsonb`
SELECT cast('{' AS jsonb);
-- error M0417 'x' is no value of `uuid`
SELECT 'x'::uuid;
-- case definitions
CREATE TYPE stage AS ENUM ('lead', 'won', 'lost');
CREATE TABLE company (id bigserial PRIMARY KEY, name text NOT NULL, vat varchar(20), info jsonb DEFAULT '{}', tags text[], made timestamptz DEFAULT now());
CREATE TABLE deal (id int PRIMARY KEY, company_id bigint, stage stage NOT NULL DEFAULT 'lead', worth numeric(12,2), closes date, doc json, at tstzrange);
CREATE TABLE log (id bigint, at timestamptz NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE log_2024 PARTITION OF log FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE FUNCTION now_plain() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- error M0417 the default of `id` is a text that is no value, not `int`
CREATE TABLE b1 (id int DEFAULT 'x');
-- missed 42883 function uuid_generate_v4() does not exist
CREATE TABLE b2 (id uuid DEFAULT uuid_generate_v4());
-- missed 42883 function nwo() does not exist
CREATE TABLE b3 (id int, made timestamptz DEFAULT nwo());
-- error M0417 a default cannot speak of a column: `id`
CREATE TABLE b4 (id int, other int DEFAULT id);
-- error M0417 no query can stand in DEFAULT
CREATE TABLE b5 (id int DEFAULT (SELECT max(id) FROM deal));
-- error M0417 the default of `flag` is a number, not `boolean`
CREATE TABLE b6 (flag boolean DEFAULT 0);
-- error M0417 the default of `flag` is a text that is no value, not `boolean`
CREATE TABLE b7 (flag boolean DEFAULT 'maybe');
-- error M0403 unknown column `ident` of table `b8`
CREATE TABLE b8 (id int CHECK (ident > 0));
-- error M0417 no query can stand in CHECK
CREATE TABLE b9 (id int CHECK (id IN (SELECT id FROM deal)));
-- error M0417 `CHECK` wants a condition, and this is `integer`
CREATE TABLE b10 (id int CHECK (id));
-- error M0417 'a' is no value of `integer`
CREATE TABLE b11 (id int, CHECK (id > 'a'));
-- error M0403 unknown column `first` of table `b12`
CREATE TABLE b12 (id int, full_name text GENERATED ALWAYS AS (first || last) STORED);
-- error M0417 `now()` is not immutable, and a generated column is made of what always gives the same
CREATE TABLE b13 (id int, g timestamptz GENERATED ALWAYS AS (now()) STORED);
-- error M0417 `g` cannot have a default and an expression that it is computed from
CREATE TABLE b14 (id int, g int GENERATED ALWAYS AS (id) STORED DEFAULT 5);
-- error M0417 a generated column cannot be computed from another: `g`
CREATE TABLE b15 (id int, g text GENERATED ALWAYS AS (id * 2) STORED, h int GENERATED ALWAYS AS (g) STORED);
-- error M0403 unknown column `idd` of table `b16`
CREATE TABLE b16 (id int, UNIQUE (idd));
-- error M0406 table `b17` has a primary key already
CREATE TABLE b17 (id int, PRIMARY KEY (id), PRIMARY KEY (id));
-- error M0417 `id` is `json`, which has no order and cannot be in such an index
CREATE TABLE b18 (id json PRIMARY KEY);
-- error M0418 foreign key from 2 columns to 1
CREATE TABLE b19 (id int, a text, FOREIGN KEY (id, a) REFERENCES deal (id));
-- error M0403 unknown column `dealid` of table `b20`
CREATE TABLE b20 (id int, FOREIGN KEY (dealid) REFERENCES deal (id));
-- error M0417 `id` is `text` and points to `id`, which is `int`
CREATE TABLE b21 (id text REFERENCES deal (id));
-- error M0414 table `log` has no primary key to point to
CREATE TABLE b22 (id int REFERENCES log);
-- error M0417 `id`: the length of `varchar` lies between 1 and 10485760, and 0 does not
CREATE TABLE b23 (id varchar(0));
-- error M0417 `n`: the scale of `numeric` lies between -1000 and 1000, and 2000 does not
CREATE TABLE b24 (n numeric(5, 2000));
-- error M0417 `v`: the length of `varchar` lies between 1 and 10485760, and 99999999 does not
CREATE TABLE b25 (t timestamp(9), v varchar(99999999));
-- error M0301 syntax error: unexpected `AUTO_INCREMENT`
CREATE TABLE b26 (a int AUTO_INCREMENT);
-- error M0409 unknown type `datetime`
CREATE TABLE b27 (a datetime);
-- error M0301 syntax error: unexpected `(`
CREATE TABLE b28 (a int(11));
-- error M0409 unknown type `string`
CREATE TABLE b29 (a string, b double);
-- error M0409 unknown type `tinyint`
CREATE TABLE b30 (a tinyint);
-- error M0417 `a` is `text`, which an index of the kind `gist` does not compare by itself
CREATE TABLE b31 (a text, EXCLUDE USING gist (a WITH =));
-- error M0401 unknown table `dealz`
CREATE TABLE b32 (LIKE dealz);
-- error M0401 unknown table `companyy`
CREATE TABLE b33 (a int) INHERITS (companyy);
-- error M0403 unknown column `at`, by which `b34` is divided
CREATE TABLE b34 (id int) PARTITION BY RANGE (at);
-- error M0414 what is unique in the parts of `b35` must name `at`, by which it is divided
CREATE TABLE b35 (id int PRIMARY KEY, at date) PARTITION BY RANGE (at);
-- error M0417 `log` is divided by range: the bound is written `FOR VALUES FROM (…) TO (…)`
CREATE TABLE log_a PARTITION OF log FOR VALUES IN ('x');
-- error M0417 this overlaps part `log_2024` of `log`
CREATE TABLE log_b PARTITION OF log FOR VALUES FROM ('2024-06-01') TO ('2024-07-01');
-- error M0417 nothing lies between the ends of this bound
CREATE TABLE log_c PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2025-07-01');
-- error M0417 'x' is no value of `timestamp with time zone`
CREATE TABLE log_d PARTITION OF log FOR VALUES FROM ('x') TO ('y');
-- error M0417 `company` is not divided into parts
CREATE TABLE log_e PARTITION OF company FOR VALUES FROM (1) TO (2);
-- error M0418 a bound of 2 and 2 for 1 column
CREATE TABLE log_f PARTITION OF log FOR VALUES FROM ('2030-01-01', 1) TO ('2031-01-01', 2);
-- error M0417 `deal` has a column `company_id`, which `log` does not have
ALTER TABLE log ATTACH PARTITION deal FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
-- error M0401 `company` is no part of `log`
ALTER TABLE log DETACH PARTITION company;
-- error M0414 what is unique in the parts of `log` must name `at`, by which it is divided
ALTER TABLE log ADD PRIMARY KEY (id);
-- error M0415 `kind` comes from `log`, and can only be dropped there
ALTER TABLE log_2024 DROP COLUMN kind;
-- error M0415 `at` cannot be dropped: the table is divided by it
ALTER TABLE log DROP COLUMN at;
-- error M0415 `at` cannot be changed: the table is divided by it
ALTER TABLE log ALTER COLUMN at TYPE date;
-- error M0414 what is unique in the parts of `log` must name `at`, by which it is divided
CREATE UNIQUE INDEX ON log (id);
-- error M0417 `name` is `text`, which an index of the kind `gin` does not compare by itself
CREATE INDEX ON company USING gin (name);
-- error M0412 unknown operator class `gin_trgm_ops` for an index of the kind `gin`
CREATE INDEX ON company USING gin (name gin_trgm_ops);
-- error M0417 `id` is `bigint`, which an index of the kind `gist` does not compare by itself
CREATE INDEX ON company USING gist (id);
-- error M0418 an index of the kind `hash` has one column
CREATE INDEX ON company USING hash (id, name);
-- error M0412 unknown access method `btre`
CREATE INDEX ON company USING btre (id);
-- error M0417 there is no function `lower(bigint)`
CREATE INDEX ON company (lower(id));
-- error M0417 `date_trunc(text, timestamp with time zone)` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON company (date_trunc('day', made));
-- error M0417 there is no operator `->>` for `text` and `a text in quotes`
CREATE INDEX ON company ((info ->> 'a' ->> 'b'));
-- error M0417 `now()` is not immutable, and an index is made of what always gives the same
CREATE INDEX ON company (name) WHERE made > now();
-- error M0417 `WHERE` wants a condition, and this is `character varying`
CREATE INDEX ON company (name) WHERE vat;
-- error M0403 unknown column `lower` of table `company`
CREATE INDEX ON company (name) INCLUDE (lower(name));
-- error M0417 `doc` is `json`, which has no order and cannot be in such an index
CREATE INDEX ON deal (doc);
-- error M0417 an index of the kind `gin` cannot be unique
CREATE UNIQUE INDEX ON company USING gin (tags);
-- error M0412 unknown operator class `jsonb_path_ops` for an index of the kind `btree`
CREATE INDEX ON company (info jsonb_path_ops);
-- error M0404 its query returns two columns called `id`
CREATE VIEW v1 AS SELECT id, id FROM company;
-- error M0418 3 columns for a query that returns 2
CREATE VIEW v2 (a, b, c) AS SELECT id, name FROM company;
-- error M0403 unknown column `nam` of table `company`
CREATE VIEW v3 AS SELECT nam FROM company;
-- error M0404 its query returns two columns called `id`
CREATE VIEW v4 AS SELECT c.id, d.id FROM company c JOIN deal d ON true;
-- error M0401 unknown table `compny`
CREATE VIEW v5 AS SELECT * FROM compny;
-- error M0404 its query returns two columns called `count`
CREATE VIEW v6 AS SELECT count(*), count(id) FROM company;
-- error M0412 unknown function `trigg`
CREATE TRIGGER t1 BEFORE INSERT ON company FOR EACH ROW EXECUTE FUNCTION trigg();
-- error M0417 `now_plain` returns `int`, and a trigger runs a function that returns `trigger`
CREATE TRIGGER t2 BEFORE INSERT ON company FOR EACH ROW EXECUTE FUNCTION now_plain();
-- error M0403 unknown column `nam` of table `company`
CREATE TRIGGER t3 BEFORE UPDATE OF nam ON company FOR EACH ROW EXECUTE FUNCTION trg();
-- error M0417 `INSTEAD OF` is for views, and this is a table
CREATE TRIGGER t4 INSTEAD OF INSERT ON company FOR EACH ROW EXECUTE FUNCTION trg();
-- error M0417 there is no `OLD` row when rows are inserted
CREATE TRIGGER t5 BEFORE INSERT ON company FOR EACH ROW WHEN (OLD.id > 1) EXECUTE FUNCTION trg();
-- error M0403 unknown column `idd` of table `company`
CREATE TRIGGER t6 BEFORE INSERT ON company FOR EACH ROW WHEN (NEW.idd > 1) EXECUTE FUNCTION trg();
-- error M0417 a trigger for the whole statement has no row to look at
CREATE TRIGGER t7 AFTER INSERT ON company FOR EACH STATEMENT WHEN (NEW.id > 1) EXECUTE FUNCTION trg();
-- error M0417 a policy for INSERT has no USING: there is no row before
CREATE POLICY p1 ON company FOR INSERT USING (true);
-- error M0403 unknown column `owner_id` of table `company`
CREATE POLICY p2 ON company USING (owner_id = 1);
-- error M0417 `a policy` wants a condition, and this is `text`
CREATE POLICY p3 ON company USING (name);
-- error M0401 unknown table `companyy`
CREATE POLICY p4 ON companyy USING (true);
-- error M0417 WITH CHECK is for rows that are written
CREATE POLICY p5 ON company FOR SELECT WITH CHECK (true);
-- error M0417 it is said to be `int`, and this returns `text`
CREATE FUNCTION f1() RETURNS int LANGUAGE sql AS 'SELECT name FROM company';
-- error M0403 unknown column `nam` of table `company`
CREATE FUNCTION f2() RETURNS int LANGUAGE sql AS 'SELECT nam FROM company';
-- error M0418 the last statement returns 1 column, and the function 2
CREATE FUNCTION f3() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT id FROM company';
-- error M0418 two arguments are called `a`
CREATE FUNCTION f4(a int, a text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0417 an argument behind one with a default has a default, too
CREATE FUNCTION f5(a int DEFAULT 1, b int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0412 unknown variable `x`
CREATE FUNCTION f6() RETURNS int LANGUAGE plpgsql AS 'BEGIN x := 1; RETURN 1; END';
-- error M0301 this `IF` is not closed: the next END is followed by the end
CREATE FUNCTION f7() RETURNS int LANGUAGE plpgsql AS 'BEGIN IF true THEN RETURN 1; END';
-- error M0409 unknown type `intt`
CREATE FUNCTION f8() RETURNS int LANGUAGE plpgsql AS 'DECLARE x intt; BEGIN RETURN 1; END';
-- error M0417 `RETURN` has a value: this function returns `void`
CREATE FUNCTION f9() RETURNS void LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
-- error M0409 unknown type `compny`
CREATE FUNCTION f10(x compny) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0409 unknown type `dealz`
CREATE FUNCTION f11() RETURNS SETOF dealz LANGUAGE sql AS 'SELECT 1';
-- error M0412 unknown language `plpgsqll`
CREATE FUNCTION f12() RETURNS int LANGUAGE plpgsqll AS 'BEGIN RETURN 1; END';
-- error M0417 `now_plain` returns `int`, and would return `text`
CREATE OR REPLACE FUNCTION now_plain() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
-- error M0403 unknown column `p_id`
CREATE FUNCTION f13(p bigint) RETURNS text LANGUAGE sql AS 'SELECT name FROM company WHERE id = p_id';
-- error M0417 there is no operator `=` for `text` and `bigint`
CREATE FUNCTION f14(p bigint) RETURNS text LANGUAGE sql AS 'SELECT name FROM company WHERE name = p';
-- error M0418 2 values for 1 column
CREATE FUNCTION f15() RETURNS int LANGUAGE sql AS 'INSERT INTO company (name) VALUES (1, 2) RETURNING 1';
-- error M0417 the last statement of `f16` returns nothing
CREATE FUNCTION f16() RETURNS int LANGUAGE sql AS 'UPDATE company SET name = 5';
-- error M0411 `t1` has the value 'a' twice
CREATE TYPE t1 AS ENUM ('a', 'a');
-- error M0404 column `a` of table `t2` exists already
CREATE TYPE t2 AS (a int, a text);
-- error M0409 unknown type `nope`
CREATE TYPE t3 AS (a nope);
-- error M0409 unknown type `nope`
CREATE DOMAIN d1 AS nope;
-- error M0403 unknown column `valu`
CREATE DOMAIN d2 AS int CHECK (VALU > 0);
-- error M0417 'x' is no value of `integer`
CREATE DOMAIN d3 AS int CHECK (VALUE > 'x');
-- error M0417 sequence `s1`: it starts with 0, below MINVALUE 1
CREATE SEQUENCE s1 START 0;
-- error M0417 sequence `s2`: MINVALUE 10 is not below MAXVALUE 5
CREATE SEQUENCE s2 MINVALUE 10 MAXVALUE 5;
-- error M0403 unknown column `idd` of table `company`
CREATE SEQUENCE s3 OWNED BY company.idd;
-- error M0417 sequence `s4`: it counts in `smallint`, `integer` or `bigint`, and not in `text`
CREATE SEQUENCE s4 AS text;
-- error M0412 unknown extension `pgcryptoo`
CREATE EXTENSION pgcryptoo;
-- error M0412 unknown function `int4largr`
CREATE AGGREGATE mx (int) (sfunc = int4largr, stype = int);
-- error M0412 unknown function `stage_int`
CREATE CAST (stage AS int) WITH FUNCTION stage_int(stage);
-- error M0412 unknown function `nothing`
CREATE OPERATOR @@@ (leftarg = stage, rightarg = stage, function = nothing);
-- error M0409 unknown type `stagee`
COMMENT ON TYPE stagee IS 'x';
-- error M0412 unknown trigger `t9` of table `company`
COMMENT ON TRIGGER t9 ON company IS 'x';
-- error M0401 unknown table `compny`
DO $$ BEGIN ALTER TABLE compny ADD COLUMN z int; END $$;
-- error M0403 unknown column `nam` of table `company`
DO $$ BEGIN INSERT INTO company (nam) VALUES ('x'); END $$;
-- error M0403 unknown column `idd` of table `company`
DO $$ DECLARE r record; BEGIN FOR r IN SELECT idd FROM company LOOP NULL; END LOOP; END $$;
-- error M0403 unknown column `nothing` of table `company`
DO $$ BEGIN EXECUTE 'ALTER TABLE company DROP COLUMN nothing'; END $$;
-- error M0403 unknown column `nam` of table `company`
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM company WHERE nam = 'x') THEN NULL; END IF; END $$;

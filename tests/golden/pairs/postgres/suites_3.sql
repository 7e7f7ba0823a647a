-- case: a domain inside of rows that a table holds gets another check
CREATE DOMAIN share AS int CHECK (VALUE > 0);
CREATE TYPE holding AS (who text, part share);
CREATE TYPE book AS (main holding, rest holding[]);
CREATE TABLE ledger (h holding, s share, b book);
-- rows:
INSERT INTO ledger VALUES (ROW('a', 3), 4, NULL);
-- after:
CREATE DOMAIN share AS int CHECK (VALUE >= 0 AND VALUE <= 100);
CREATE TYPE holding AS (who text, part share);
CREATE TYPE book AS (main holding, rest holding[]);
CREATE TABLE ledger (h holding, s share, b book);

-- case: a domain inside of rows may be null no longer
CREATE DOMAIN share AS int; CREATE TYPE holding AS (part share); CREATE TABLE ledger (h holding);
-- after:
CREATE DOMAIN share AS int NOT NULL; CREATE TYPE holding AS (part share); CREATE TABLE ledger (h holding);

-- case: a domain over a domain of a column gets a check, and nothing is moved
CREATE DOMAIN inner_share AS int; CREATE DOMAIN share AS inner_share; CREATE TABLE ledger (s share);
-- after:
CREATE DOMAIN inner_share AS int CHECK (VALUE > 0); CREATE DOMAIN share AS inner_share; CREATE TABLE ledger (s share);

-- case: a server gets a version, and loses it on the way back
CREATE FOREIGN DATA WRAPPER far; CREATE SERVER there FOREIGN DATA WRAPPER far OPTIONS (host 'h');
CREATE USER MAPPING FOR CURRENT_USER SERVER there OPTIONS (user 'u');
CREATE FOREIGN TABLE moon (id int) SERVER there;
-- after:
CREATE FOREIGN DATA WRAPPER far; CREATE SERVER there VERSION '2' FOREIGN DATA WRAPPER far OPTIONS (host 'h', port '1');
CREATE USER MAPPING FOR CURRENT_USER SERVER there OPTIONS ("user" 'v', "Pass word" 'p');
CREATE FOREIGN TABLE moon (id int) SERVER there;

-- case: exclusions that say the same in one table are one
CREATE TABLE seat (nr text, row text, CONSTRAINT once EXCLUDE (nr WITH =), CONSTRAINT twice EXCLUDE USING btree (nr WITH =), EXCLUDE (row WITH =), EXCLUDE (row WITH =) WHERE (row > 'a'));
-- after:
CREATE TABLE seat (nr text, row text, EXCLUDE (row WITH =) DEFERRABLE, EXCLUDE (row WITH =));

-- case: texts of other kinds become one byte
CREATE EXTENSION citext; CREATE TABLE mark (a citext, b name, c text);
-- after:
CREATE EXTENSION citext; CREATE TABLE mark (a "char", b "char", c "char");

-- case: an enum goes and a table has its name, with a key from where it was
CREATE TYPE "Mood" AS ENUM ('GOOD', 'BAD');
CREATE TABLE "Pet" (id int PRIMARY KEY, mood "Mood" NOT NULL DEFAULT 'GOOD');
CREATE FUNCTION calm(m "Mood") RETURNS boolean LANGUAGE sql AS $$ SELECT m = 'GOOD' $$;
-- after:
CREATE TABLE "Mood" (id int PRIMARY KEY, says text NOT NULL);
CREATE TABLE "Pet" (id int PRIMARY KEY, "moodId" int NOT NULL REFERENCES "Mood" (id));

-- case: a composite and a domain go and a view and a table have their names
CREATE TYPE pair AS (a int, b text); CREATE DOMAIN nr AS int CHECK (VALUE > 0);
CREATE TABLE bag (id int, p pair, n nr, q pair[]);
CREATE FUNCTION of_pair(x pair) RETURNS nr LANGUAGE sql AS $$ SELECT 1::nr $$;
-- after:
CREATE TABLE nr (a int); CREATE TABLE bag (id int); CREATE VIEW pair AS SELECT id FROM bag;

-- case: an enum loses a value under a key that parts go by
CREATE TYPE stage AS ENUM ('new', 'open', 'done');
CREATE TABLE task (id int, s stage NOT NULL) PARTITION BY LIST (s);
CREATE TABLE task_new PARTITION OF task FOR VALUES IN ('new');
CREATE TABLE task_rest PARTITION OF task DEFAULT;
-- rows:
INSERT INTO task VALUES (1, 'new'), (2, 'done');
-- after:
CREATE TYPE stage AS ENUM ('done', 'new');
CREATE TABLE task (id int, s stage NOT NULL) PARTITION BY LIST (s);
CREATE TABLE task_new PARTITION OF task FOR VALUES IN ('new');
CREATE TABLE task_rest PARTITION OF task DEFAULT;

-- case: an enum grows with a part for the value, on two floors, with all that hangs on the table
CREATE SCHEMA w;
CREATE TYPE w.stage AS ENUM ('new', 'open');
CREATE TABLE w.task (id int, d date, s w.stage NOT NULL DEFAULT 'new', PRIMARY KEY (id, s, d)) PARTITION BY LIST (s);
CREATE TABLE w.task_new PARTITION OF w.task FOR VALUES IN ('new') PARTITION BY RANGE (d);
CREATE TABLE w.task_new_20 PARTITION OF w.task_new FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE w.task_open PARTITION OF w.task FOR VALUES IN ('open');
CREATE INDEX task_d ON w.task (d);
CREATE TABLE w.note (i int, s w.stage, d date, FOREIGN KEY (i, s, d) REFERENCES w.task (id, s, d));
CREATE VIEW w.counted AS SELECT s, count(*) AS n FROM w.task GROUP BY s;
GRANT SELECT ON w.task TO pg_monitor; COMMENT ON TABLE w.task IS 'to do';
-- rows:
INSERT INTO w.task VALUES (1, '2020-02-02', 'new'), (2, '2020-02-02', 'open');
-- after:
CREATE SCHEMA w;
CREATE TYPE w.stage AS ENUM ('new', 'open', 'done');
CREATE TABLE w.task (id int, d date, s w.stage NOT NULL DEFAULT 'new', PRIMARY KEY (id, s, d)) PARTITION BY LIST (s);
CREATE TABLE w.task_new PARTITION OF w.task FOR VALUES IN ('new') PARTITION BY RANGE (d);
CREATE TABLE w.task_new_20 PARTITION OF w.task_new FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE w.task_open PARTITION OF w.task FOR VALUES IN ('open', 'done');
CREATE INDEX task_d ON w.task (d);
CREATE TABLE w.note (i int, s w.stage, d date, FOREIGN KEY (i, s, d) REFERENCES w.task (id, s, d));
CREATE VIEW w.counted AS SELECT s, count(*) AS n FROM w.task GROUP BY s;
GRANT SELECT ON w.task TO pg_monitor; COMMENT ON TABLE w.task IS 'to do';

-- case: what a dump says of extensions is what the server says anyway
CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm; CREATE TABLE word (w text, x jsonb);
CREATE INDEX word_w ON word USING gin (w gin_trgm_ops); CREATE INDEX word_x ON word USING gin ((x ->> 'a') gin_trgm_ops);
-- equal:
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';
CREATE TABLE public.word (w text, x jsonb);
CREATE INDEX word_w ON public.word USING gin (w public.gin_trgm_ops);
CREATE INDEX word_x ON public.word USING gin (((x ->> 'a'::text)) public.gin_trgm_ops);

-- case: what somebody says of an extension goes
CREATE EXTENSION hstore; COMMENT ON EXTENSION hstore IS 'ours'; CREATE EXTENSION citext;
-- after:
CREATE EXTENSION hstore; CREATE EXTENSION citext; COMMENT ON EXTENSION citext IS 'theirs';

-- case: ranges, collations, dictionaries and table spaces as a dump has them
CREATE SCHEMA r; CREATE TYPE r.span AS RANGE (subtype = timestamp); CREATE TYPE r.daterange2 AS RANGE (subtype = date);
CREATE COLLATION plain FROM "C"; CREATE COLLATION mixed (LC_COLLATE = 'C', LC_CTYPE = 'C.UTF-8');
CREATE TABLE r.t (a r.span, b text COLLATE plain, c text COLLATE mixed);
CREATE INDEX t_b ON r.t (b) TABLESPACE pg_default;
CREATE TEXT SEARCH DICTIONARY r.words (TEMPLATE = simple);
CREATE TYPE shape AS (x int); CREATE TABLE drawn OF shape;
-- equal:
CREATE SCHEMA r; CREATE TYPE r.span AS RANGE (subtype = timestamp without time zone, multirange_type_name = r.span_multirange);
CREATE TYPE r.daterange2 AS RANGE (subtype = date, multirange_type_name = r.datemultirange2);
CREATE COLLATION public.plain (provider = libc, locale = 'C'); CREATE COLLATION public.mixed (provider = libc, lc_collate = 'C', lc_ctype = 'C.UTF-8');
CREATE TABLE r.t (a r.span, b text COLLATE public.plain, c text COLLATE public.mixed);
CREATE INDEX t_b ON r.t USING btree (b);
CREATE TEXT SEARCH DICTIONARY r.words (TEMPLATE = pg_catalog.simple);
CREATE TYPE public.shape AS (x integer); CREATE TABLE public.drawn OF public.shape;

-- case: views over calls that the server casts for
CREATE TABLE seen (at timestamp, d date, p jsonb);
CREATE VIEW months AS SELECT date_trunc('month', d) AS m, age(d) AS a, to_char(d, 'YYYY') AS y FROM seen;
CREATE VIEW moments AS SELECT to_timestamp(jsonb_extract_path_text(p, 'a')::bigint) AS t, CASE p ->> 'k' WHEN 'x' THEN jsonb_extract_path_text(p, 'b', 'c') END AS c FROM seen;
-- equal:
CREATE TABLE public.seen (at timestamp without time zone, d date, p jsonb);
CREATE VIEW public.months AS
 SELECT date_trunc('month'::text, (seen.d)::timestamp with time zone) AS m,
    age((seen.d)::timestamp with time zone) AS a,
    to_char((seen.d)::timestamp with time zone, 'YYYY'::text) AS y
   FROM public.seen;
CREATE VIEW public.moments AS
 SELECT to_timestamp(((jsonb_extract_path_text(seen.p, VARIADIC ARRAY['a'::text]))::bigint)::double precision) AS t,
        CASE (seen.p ->> 'k'::text)
            WHEN 'x'::text THEN jsonb_extract_path_text(seen.p, VARIADIC ARRAY['b'::text, 'c'::text])
            ELSE NULL::text
        END AS c
   FROM public.seen;

-- case: rules and bodies of the standard as a dump has them
CREATE TABLE till (a int, b numeric); CREATE TABLE told (n numeric, t text);
CREATE RULE tell AS ON INSERT TO till WHERE new.b < 0 DO ALSO INSERT INTO told (n, t) VALUES (new.b, 'low');
CREATE RULE gone AS ON DELETE TO till DO INSTEAD DELETE FROM told WHERE n = old.b;
COMMENT ON RULE tell ON till IS 'told'; ALTER TABLE till DISABLE RULE gone;
CREATE FUNCTION move(f int, n int) RETURNS void LANGUAGE sql BEGIN ATOMIC
  UPDATE till SET b = b - n WHERE a = f;
END;
-- equal:
CREATE TABLE public.till (a integer, b numeric); CREATE TABLE public.told (n numeric, t text);
CREATE RULE tell AS
    ON INSERT TO public.till
   WHERE (new.b < (0)::numeric) DO  INSERT INTO public.told (n, t)
  VALUES (new.b, 'low'::text);
CREATE RULE gone AS
    ON DELETE TO public.till DO INSTEAD  DELETE FROM public.told
  WHERE (told.n = old.b);
COMMENT ON RULE tell ON public.till IS 'told'; ALTER TABLE public.till DISABLE RULE gone;
CREATE FUNCTION public.move(f integer, n integer) RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC
 UPDATE public.till SET b = (till.b - (move.n)::numeric)
   WHERE (till.a = move.f);
END;

-- case: a body of the standard that does something else than the dump says
CREATE TABLE till (a int, b int);
CREATE FUNCTION move(f int, n int) RETURNS void LANGUAGE sql BEGIN ATOMIC
  UPDATE till SET b = b - n WHERE a = f;
END;
-- after:
CREATE TABLE public.till (a integer, b integer);
CREATE FUNCTION public.move(f integer, n integer) RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC
 UPDATE public.till SET b = (till.b + move.n)
   WHERE (till.a = move.f);
END;

-- case: policies, ranges, attributes, defaults of views and indexes of tables without parts as a dump has them
CREATE TYPE e AS ENUM ('a', 'b'); CREATE TYPE r AS RANGE (subtype = e); CREATE TYPE c AS (x text COLLATE "C");
CREATE TABLE t (a int, u text); CREATE POLICY p ON t FOR SELECT TO pg_read_all_data, pg_monitor USING (a > 0);
CREATE VIEW v AS SELECT a, u FROM t; ALTER VIEW v ALTER COLUMN u SET DEFAULT 'd';
CREATE TABLE q (k int) PARTITION BY RANGE (k); CREATE INDEX q_k ON q (k);
CREATE UNLOGGED TABLE n (id serial);
-- equal:
CREATE TYPE public.e AS ENUM ('a', 'b'); CREATE TYPE public.r AS RANGE (subtype = public.e, multirange_type_name = public.r_multirange);
CREATE TYPE public.c AS (x text COLLATE pg_catalog."C");
CREATE TABLE public.t (a integer, u text); CREATE POLICY p ON public.t FOR SELECT TO pg_monitor, pg_read_all_data USING ((a > 0));
CREATE VIEW public.v AS
 SELECT t.a,
    t.u
   FROM public.t;
ALTER TABLE ONLY public.v ALTER COLUMN u SET DEFAULT 'd'::text;
CREATE TABLE public.q (k integer) PARTITION BY RANGE (k); CREATE INDEX q_k ON ONLY public.q USING btree (k);
CREATE UNLOGGED TABLE public.n (id integer NOT NULL);
CREATE UNLOGGED SEQUENCE public.n_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.n_id_seq OWNED BY public.n.id;
ALTER TABLE ONLY public.n ALTER COLUMN id SET DEFAULT nextval('public.n_id_seq'::regclass);

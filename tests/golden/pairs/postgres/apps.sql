-- case: shop grows orders
CREATE TABLE customers (id serial PRIMARY KEY, name varchar(100) NOT NULL, email varchar(255) UNIQUE);
CREATE TABLE products (id serial PRIMARY KEY, sku text NOT NULL, price money);
-- after:
CREATE TYPE order_status AS ENUM ('pending', 'paid', 'shipped');
CREATE TABLE customers (id bigserial PRIMARY KEY, name text NOT NULL, email varchar(320) NOT NULL UNIQUE, created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE products (id bigserial PRIMARY KEY, sku text NOT NULL UNIQUE, price numeric(12,2) NOT NULL DEFAULT 0 CHECK (price >= 0));
CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers ON DELETE CASCADE, status order_status NOT NULL DEFAULT 'pending', note text);
CREATE TABLE order_items (order_id bigint REFERENCES orders, product_id bigint REFERENCES products, qty int NOT NULL CHECK (qty > 0), PRIMARY KEY (order_id, product_id));
CREATE INDEX ON orders (customer_id) WHERE status <> 'shipped';
CREATE VIEW order_totals AS SELECT o.id, sum(p.price * i.qty) AS total FROM orders o JOIN order_items i ON i.order_id = o.id JOIN products p ON p.id = i.product_id GROUP BY o.id;

-- case: enum default value and check replaced by a lookup table
CREATE TYPE st AS ENUM ('new', 'done');
CREATE TABLE tasks (id int PRIMARY KEY, st st NOT NULL DEFAULT 'new', CONSTRAINT done_ok CHECK (st <> 'done' OR id > 0));
CREATE INDEX tasks_open ON tasks (id) WHERE st = 'new';
CREATE VIEW open_tasks AS SELECT id FROM tasks WHERE st = 'new';
-- after:
CREATE TABLE states (code text PRIMARY KEY);
CREATE TABLE tasks (id int PRIMARY KEY, st text NOT NULL DEFAULT 'new' REFERENCES states (code), CONSTRAINT done_ok CHECK (st <> 'done' OR id > 0));
CREATE INDEX tasks_open ON tasks (id) WHERE st = 'new';
CREATE VIEW open_tasks AS SELECT id FROM tasks WHERE st = 'new';

-- case: int ids to uuid everywhere with a view and functions
CREATE TABLE a (id int PRIMARY KEY, n text);
CREATE TABLE b (id int PRIMARY KEY, a_id int NOT NULL REFERENCES a (id));
CREATE INDEX b_a ON b (a_id);
CREATE VIEW ab AS SELECT a.id, b.id AS bid FROM a JOIN b ON b.a_id = a.id;
CREATE FUNCTION get_a(i int) RETURNS SETOF a LANGUAGE sql STABLE AS 'SELECT * FROM a WHERE id = i';
-- after:
CREATE TABLE a (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), n text);
CREATE TABLE b (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), a_id uuid NOT NULL REFERENCES a (id));
CREATE INDEX b_a ON b (a_id);
CREATE VIEW ab AS SELECT a.id, b.id AS bid FROM a JOIN b ON b.a_id = a.id;
CREATE FUNCTION get_a(i uuid) RETURNS SETOF a LANGUAGE sql STABLE AS 'SELECT * FROM a WHERE id = i';

-- case: soft delete with partial unique and trigger
CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL, CONSTRAINT users_email_key UNIQUE (email));
-- after:
CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL, deleted_at timestamptz);
CREATE UNIQUE INDEX users_email_key ON users (lower(email)) WHERE deleted_at IS NULL;
CREATE FUNCTION soft_delete() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  UPDATE users SET deleted_at = now() WHERE id = OLD.id;
  RETURN NULL;
END
$fn$;
CREATE TRIGGER users_delete BEFORE DELETE ON users FOR EACH ROW WHEN (OLD.deleted_at IS NULL) EXECUTE FUNCTION soft_delete();

-- case: trigger function gets an argument table and view trigger
CREATE TABLE t (id int);
CREATE VIEW tv AS SELECT id FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr INSTEAD OF INSERT ON tv FOR EACH ROW EXECUTE FUNCTION f();
GRANT SELECT, INSERT ON tv TO pg_monitor;
COMMENT ON VIEW tv IS 'v';
-- after:
CREATE TABLE t (id bigint, x int);
CREATE VIEW tv AS SELECT id, x FROM t;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END';
CREATE TRIGGER tr INSTEAD OF INSERT OR DELETE ON tv FOR EACH ROW EXECUTE FUNCTION f();
GRANT SELECT, INSERT ON tv TO pg_monitor;
COMMENT ON VIEW tv IS 'v';
COMMENT ON COLUMN tv.x IS 'col';

-- case: materialized view over view over changed function
CREATE TABLE t (id int PRIMARY KEY, v numeric);
CREATE FUNCTION tax(n numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT n * 1.2';
CREATE VIEW w AS SELECT id, tax(v) AS g FROM t;
CREATE MATERIALIZED VIEW m AS SELECT sum(g) AS s FROM w;
CREATE UNIQUE INDEX m_s ON m (s);
GRANT SELECT ON m TO pg_monitor;
-- after:
CREATE TABLE t (id int PRIMARY KEY, v numeric);
CREATE FUNCTION tax(n numeric, rate numeric DEFAULT 1.2) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT n * rate';
CREATE VIEW w AS SELECT id, tax(v) AS g FROM t;
CREATE MATERIALIZED VIEW m AS SELECT sum(g) AS s FROM w;
CREATE UNIQUE INDEX m_s ON m (s);
GRANT SELECT ON m TO pg_monitor;

-- case: table split in two schemas
CREATE TABLE accounts (id serial PRIMARY KEY, login text UNIQUE, street text, zip text);
-- after:
CREATE SCHEMA crm;
CREATE TABLE accounts (id serial PRIMARY KEY, login text UNIQUE);
CREATE TABLE crm.addresses (account_id int PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE, street text, zip text);
CREATE VIEW crm.full_accounts AS SELECT a.id, a.login, d.street, d.zip FROM accounts a LEFT JOIN crm.addresses d ON d.account_id = a.id;

-- case: rls is switched on with roles
CREATE TABLE docs (id int PRIMARY KEY, owner text NOT NULL);
-- after:
CREATE TABLE docs (id int PRIMARY KEY, owner text NOT NULL, tenant uuid);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
ALTER TABLE docs FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON docs FOR ALL TO pg_monitor USING (owner = CURRENT_USER) WITH CHECK (owner = CURRENT_USER);
CREATE POLICY tenant ON docs AS RESTRICTIVE USING (tenant = current_setting('app.tenant', true)::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON docs TO pg_monitor;

-- case: policy changes of all kinds
CREATE TABLE docs (id int PRIMARY KEY, owner text NOT NULL);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY a ON docs FOR SELECT USING (true);
CREATE POLICY b ON docs FOR UPDATE USING (owner = 'x') WITH CHECK (owner = 'x');
CREATE POLICY c ON docs USING (id > 0);
-- after:
CREATE TABLE docs (id bigint PRIMARY KEY, owner varchar(20) NOT NULL);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY a ON docs FOR SELECT TO pg_monitor USING (id > 1);
CREATE POLICY b ON docs FOR UPDATE USING (owner = 'x') WITH CHECK (owner <> 'y');
CREATE POLICY d ON docs AS RESTRICTIVE USING (id > 0);

-- case: history table by inheritance
CREATE TABLE prices (id int NOT NULL, amount numeric NOT NULL CHECK (amount > 0));
-- after:
CREATE TABLE prices (id int NOT NULL, amount numeric NOT NULL CHECK (amount > 0), currency char(3) NOT NULL DEFAULT 'EUR');
CREATE TABLE prices_history (changed timestamptz NOT NULL DEFAULT now()) INHERITS (prices);
CREATE INDEX prices_history_changed ON prices_history (changed);

-- case: identity to serial and back on two tables
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE u (id bigserial PRIMARY KEY, t_id int REFERENCES t);
-- after:
CREATE TABLE t (id serial PRIMARY KEY);
CREATE TABLE u (id bigint GENERATED BY DEFAULT AS IDENTITY (START WITH 100) PRIMARY KEY, t_id int REFERENCES t);

-- case: not null and default together with type
CREATE TABLE t (id int PRIMARY KEY, flag int, tags text, at timestamp, doc text, ratio real);
-- after:
CREATE TABLE t (id int PRIMARY KEY, flag boolean NOT NULL DEFAULT false, tags text[] NOT NULL DEFAULT '{}', at timestamptz NOT NULL DEFAULT now(), doc jsonb NOT NULL DEFAULT '{}', ratio numeric(5,2) DEFAULT 1);

-- case: domain over domain changes and is used in functions
CREATE DOMAIN posint AS int CHECK (VALUE > 0);
CREATE TABLE t (n posint NOT NULL);
CREATE FUNCTION twice(p posint) RETURNS posint LANGUAGE sql AS 'SELECT ($1 * 2)::posint';
-- after:
CREATE DOMAIN posint AS bigint CONSTRAINT pos CHECK (VALUE > 0);
CREATE TABLE t (n posint NOT NULL DEFAULT 1);
CREATE FUNCTION twice(p posint) RETURNS posint LANGUAGE sql AS 'SELECT ($1 * 2)::posint';

-- case: range type with everything
CREATE TABLE b (id int);
-- after:
CREATE TYPE timerange AS RANGE (subtype = time);
CREATE EXTENSION btree_gist;
CREATE TABLE b (id int, room int NOT NULL, during tstzrange NOT NULL, t timerange DEFAULT timerange('10:00', '11:00'), EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (id > 0));

-- case: columns swap names
CREATE TABLE t (id int PRIMARY KEY, first text, last text);
-- after:
CREATE TABLE t (id int PRIMARY KEY, given text, family text NOT NULL DEFAULT '');
-- rename: t.first=given
-- rename: t.last=family

-- case: function with table type argument and default privileges
CREATE TABLE t (id int);
CREATE FUNCTION f(t) RETURNS int LANGUAGE sql AS 'SELECT ($1).id';
CREATE FUNCTION g() RETURNS TABLE (id int, n text) LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT 1, 'a'::text; END $$;
-- after:
CREATE TABLE t (id int, n text);
CREATE FUNCTION f(t) RETURNS text LANGUAGE sql AS 'SELECT ($1).n';
CREATE FUNCTION g() RETURNS TABLE (id bigint, n text, m int) LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT 1::bigint, 'a'::text, 2; END $$;
REVOKE EXECUTE ON FUNCTION g() FROM PUBLIC;

-- case: aggregates and operators
CREATE TABLE t (id int);
-- after:
CREATE TABLE t (id int);
CREATE FUNCTION add_it(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT coalesce(a, 0) + coalesce(b, 0)';
CREATE AGGREGATE sum_it(int) (SFUNC = add_it, STYPE = int, INITCOND = '0');
CREATE OPERATOR +# (LEFTARG = int, RIGHTARG = int, FUNCTION = add_it);
CREATE VIEW v AS SELECT sum_it(id) AS s FROM t;
COMMENT ON AGGREGATE sum_it(int) IS 'sums';

-- case: aggregate changes under a view
CREATE TABLE t (id int);
CREATE FUNCTION add_it(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE AGGREGATE sum_it(int) (SFUNC = add_it, STYPE = int, INITCOND = '0');
CREATE VIEW v AS SELECT sum_it(id) AS s FROM t;
-- after:
CREATE TABLE t (id int);
CREATE FUNCTION add_it(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE AGGREGATE sum_it(int) (SFUNC = add_it, STYPE = int, INITCOND = '1');
CREATE VIEW v AS SELECT sum_it(id) AS s FROM t;

-- case: comments of everything
CREATE SCHEMA s;
CREATE TABLE s.t (id int PRIMARY KEY, n text CONSTRAINT ne CHECK (n <> ''));
CREATE INDEX t_n ON s.t (n);
CREATE TYPE s.e AS ENUM ('a');
CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE s.q;
-- after:
CREATE SCHEMA s;
CREATE TABLE s.t (id int PRIMARY KEY, n text CONSTRAINT ne CHECK (n <> ''));
CREATE INDEX t_n ON s.t (n);
CREATE TYPE s.e AS ENUM ('a');
CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE s.q;
COMMENT ON SCHEMA s IS 'the schema';
COMMENT ON TABLE s.t IS E'two\nlines';
COMMENT ON COLUMN s.t.n IS 'it''s';
COMMENT ON INDEX s.t_n IS 'index';
COMMENT ON CONSTRAINT t_pkey ON s.t IS 'key';
COMMENT ON CONSTRAINT ne ON s.t IS 'not empty';
COMMENT ON TYPE s.e IS 'kind';
COMMENT ON FUNCTION s.f() IS 'fn';
COMMENT ON SEQUENCE s.q IS 'seq';

-- case: partitioned log by month gains a month and loses one
CREATE TABLE log (id bigint NOT NULL, at timestamptz NOT NULL, msg text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE log_01 PARTITION OF log FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE log_02 PARTITION OF log FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE INDEX log_msg ON log (msg);
-- after:
CREATE TABLE log (id bigint NOT NULL, at timestamptz NOT NULL, msg text, level int NOT NULL DEFAULT 0, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE log_02 PARTITION OF log FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE TABLE log_03 PARTITION OF log FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
CREATE TABLE log_rest PARTITION OF log DEFAULT;
CREATE INDEX log_msg ON log (msg, level);

-- case: partition is detached and kept
CREATE TABLE log (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE log_01 PARTITION OF log FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE INDEX log_id ON log (id);
-- after:
CREATE TABLE log (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE log_01 (id bigint NOT NULL, at date NOT NULL);
CREATE INDEX log_id ON log (id);
CREATE INDEX log_01_id_idx ON log_01 (id);

-- case: sub partitions
CREATE TABLE m (r text NOT NULL, d date NOT NULL) PARTITION BY LIST (r);
CREATE TABLE m_eu PARTITION OF m FOR VALUES IN ('eu') PARTITION BY RANGE (d);
CREATE TABLE m_eu_24 PARTITION OF m_eu FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- after:
CREATE TABLE m (r text NOT NULL, d date NOT NULL, n int CHECK (n > 0)) PARTITION BY LIST (r);
CREATE TABLE m_eu PARTITION OF m FOR VALUES IN ('eu') PARTITION BY RANGE (d);
CREATE TABLE m_eu_24 PARTITION OF m_eu FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE m_us PARTITION OF m FOR VALUES IN ('us', 'ca');
CREATE UNIQUE INDEX m_u ON m (r, d);
CREATE TABLE fk (r text, d date, n int);

-- case: generated chain
CREATE TABLE t (w numeric, h numeric, unit text DEFAULT 'm');
-- after:
CREATE TABLE t (w numeric(8,2) NOT NULL, h numeric(8,2) NOT NULL, unit varchar(3) DEFAULT 'cm', area numeric GENERATED ALWAYS AS (w * h) STORED, label text GENERATED ALWAYS AS (w || 'x' || h) STORED);
CREATE INDEX t_area ON t (area);
CREATE VIEW big AS SELECT * FROM t WHERE area > 100;

-- case: generated goes with its base
CREATE TABLE t (id int, w numeric, h numeric, area numeric GENERATED ALWAYS AS (w * h) STORED, CHECK (area > 0));
CREATE INDEX t_area ON t (area);
CREATE VIEW big AS SELECT id, area FROM t;
-- after:
CREATE TABLE t (id int, side numeric);

-- case: constraint and index of one name change kinds
CREATE TABLE t (a int, b int, CONSTRAINT k UNIQUE (a));
CREATE INDEX x ON t (b);
-- after:
CREATE TABLE t (a int, b int, CONSTRAINT x UNIQUE (a));
CREATE INDEX k ON t (b);

-- case: primary key gets another column and a foreign key follows
CREATE TABLE tenants (id int PRIMARY KEY);
CREATE TABLE docs (id int PRIMARY KEY, tenant int NOT NULL REFERENCES tenants);
CREATE TABLE parts (id int PRIMARY KEY, doc int NOT NULL REFERENCES docs);
-- after:
CREATE TABLE tenants (id int PRIMARY KEY);
CREATE TABLE docs (id int NOT NULL, tenant int NOT NULL REFERENCES tenants ON DELETE CASCADE, PRIMARY KEY (tenant, id));
CREATE TABLE parts (id int NOT NULL, tenant int NOT NULL, doc int NOT NULL, PRIMARY KEY (tenant, id), FOREIGN KEY (tenant, doc) REFERENCES docs (tenant, id) ON DELETE CASCADE);

-- case: circle of foreign keys comes to tables that are there
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY);
-- after:
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b DEFERRABLE INITIALLY DEFERRED;

-- case: text search set up
CREATE TABLE docs (id int PRIMARY KEY, title text, body text);
-- after:
CREATE TEXT SEARCH CONFIGURATION simple_en (COPY = english);
CREATE TABLE docs (id int PRIMARY KEY, title text NOT NULL DEFAULT '', body text, ts tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english', coalesce(title, '')), 'A') || to_tsvector('english', coalesce(body, ''))) STORED);
CREATE INDEX docs_ts ON docs USING gin (ts) WITH (fastupdate = off);

-- case: own collation and nondeterministic
CREATE TABLE t (a text, b varchar(10));
-- after:
CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE t (a text COLLATE ci, b varchar(10) COLLATE "C" UNIQUE);

-- case: procedures and transaction functions
CREATE PROCEDURE p(a int) LANGUAGE sql AS 'SELECT 1';
-- after:
CREATE PROCEDURE p(a int, INOUT b int DEFAULT 0) LANGUAGE plpgsql AS 'BEGIN b := a; END';
CREATE FUNCTION w(VARIADIC x text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 5 AS 'SELECT x[1]';
COMMENT ON PROCEDURE p(int, int) IS 'proc';
GRANT EXECUTE ON PROCEDURE p(int, int) TO pg_monitor;

-- case: view chain gets a column in the middle
CREATE TABLE t (a int, b int, c int);
CREATE VIEW v1 AS SELECT a, c FROM t;
CREATE VIEW v2 AS SELECT a, c FROM v1;
CREATE VIEW v3 AS SELECT v2.a, v1.c FROM v2 JOIN v1 USING (a);
GRANT SELECT ON v3 TO pg_monitor;
COMMENT ON COLUMN v3.a IS 'a';
ALTER VIEW v2 ALTER COLUMN c SET DEFAULT 5;
-- after:
CREATE TABLE t (a int, b int, c int);
CREATE VIEW v1 AS SELECT a, b, c FROM t;
CREATE VIEW v2 AS SELECT a, c FROM v1;
CREATE VIEW v3 AS SELECT v2.a, v1.c FROM v2 JOIN v1 USING (a);
GRANT SELECT ON v3 TO pg_monitor;
COMMENT ON COLUMN v3.a IS 'a';
ALTER VIEW v2 ALTER COLUMN c SET DEFAULT 5;

-- case: foreign data
CREATE TABLE t (a int);
-- after:
CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h', dbname 'd');
CREATE USER MAPPING FOR CURRENT_USER SERVER far OPTIONS (user 'u');
CREATE FOREIGN TABLE ft (id int NOT NULL, n text OPTIONS (column_name 'name')) SERVER far OPTIONS (schema_name 'public', table_name 't');
CREATE TABLE t (a int);

-- case: foreign table changes
CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h', dbname 'd');
CREATE FOREIGN TABLE ft (id int NOT NULL, n text) SERVER far OPTIONS (table_name 't');
-- after:
CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h', dbname 'd');
CREATE FOREIGN TABLE ft (id bigint NOT NULL, n text DEFAULT 'x', m int) SERVER far OPTIONS (table_name 't');

-- case: unlogged and logged and storage
CREATE UNLOGGED TABLE cache (k text PRIMARY KEY, v jsonb) WITH (autovacuum_enabled = false);
CREATE TABLE data (k text PRIMARY KEY, v jsonb);
-- after:
CREATE TABLE cache (k text PRIMARY KEY, v jsonb);
CREATE UNLOGGED TABLE data (k text PRIMARY KEY, v jsonb) WITH (fillfactor = 80, toast_tuple_target = 1024);
ALTER TABLE data ALTER v SET STORAGE EXTERNAL;
ALTER TABLE data ALTER k SET STATISTICS 1000;

-- case: publication gains tables
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE a;
-- after:
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE a, b, c WITH (publish = 'insert, update');

-- case: set of statements in alter form equals inline
CREATE TABLE t (id int PRIMARY KEY, p int REFERENCES t, n text NOT NULL DEFAULT 'x', UNIQUE (n), CHECK (p > 0));
-- equal:
CREATE TABLE t ();
ALTER TABLE t ADD COLUMN id int;
ALTER TABLE t ADD COLUMN p integer, ADD COLUMN n text;
ALTER TABLE t ALTER n SET NOT NULL, ALTER n SET DEFAULT 'x'::text;
ALTER TABLE t ADD PRIMARY KEY (id);
ALTER TABLE t ADD FOREIGN KEY (p) REFERENCES t (id);
ALTER TABLE t ADD UNIQUE (n), ADD CONSTRAINT t_p_check CHECK ((p > 0));

-- case: index on equals long form
CREATE TABLE t (a int, b text);
CREATE INDEX i ON t (a, lower(b) DESC) WHERE a > 0 AND b IS NOT NULL;
CREATE UNIQUE INDEX j ON t (b);
-- equal:
CREATE TABLE public.t (a integer, b text);
CREATE INDEX i ON public.t USING btree (a, lower(b) DESC) WHERE ((a > 0) AND (b IS NOT NULL));
CREATE UNIQUE INDEX j ON public.t USING btree (b);

-- case: function equals long form
CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer AS $$ SELECT a $$ LANGUAGE sql STABLE;
CREATE FUNCTION g() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql;
-- equal:
CREATE OR REPLACE FUNCTION public.f(a int, b text DEFAULT 'x'::text)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ SELECT a $function$;
CREATE OR REPLACE FUNCTION public.g() RETURNS trigger LANGUAGE plpgsql AS ' BEGIN RETURN NEW; END ';

-- case: trigger equals long form
CREATE TABLE t (a int, b int);
CREATE FUNCTION g() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql;
CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE PROCEDURE g();
-- equal:
CREATE TABLE public.t (a int, b int);
CREATE FUNCTION public.g() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql;
CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF a ON public.t FOR EACH ROW WHEN ((new.a > 0)) EXECUTE FUNCTION public.g();

-- case: policy equals long form
CREATE TABLE t (a int, u text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (u = current_user AND a > 0);
-- equal:
CREATE TABLE t (a int, u text);
CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO public USING (((u = CURRENT_USER) AND (a > 0)));
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

-- case: grants equal in other words
CREATE TABLE t (a int);
CREATE SEQUENCE s;
GRANT ALL ON t TO pg_monitor;
GRANT SELECT, USAGE ON SEQUENCE s TO pg_monitor;
-- equal:
CREATE TABLE public.t (a int);
CREATE SEQUENCE public.s;
ALTER TABLE public.t OWNER TO postgres;
GRANT SELECT ON TABLE public.t TO pg_monitor;
GRANT INSERT,DELETE,UPDATE,REFERENCES,TRIGGER,TRUNCATE ON TABLE public.t TO pg_monitor;
GRANT SELECT,USAGE ON SEQUENCE public.s TO pg_monitor;

CREATE SCHEMA shop;
COMMENT ON SCHEMA shop IS 'where things are sold';
CREATE EXTENSION citext;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s fine');
CREATE DOMAIN shop.percent AS integer DEFAULT 0 NOT NULL CHECK (VALUE BETWEEN 0 AND 100);
CREATE TYPE address AS (street text, city varchar(40));
CREATE TYPE floats AS RANGE (subtype = float8);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at = now(); RETURN NEW; END $$;
CREATE TABLE teams (
    id serial PRIMARY KEY,
    name varchar(80) NOT NULL UNIQUE,
    parent_id integer REFERENCES teams (id) ON DELETE SET NULL
);
CREATE TABLE users (
    id bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5) PRIMARY KEY,
    team_id int NOT NULL REFERENCES teams ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    email citext NOT NULL,
    "Display Name" text COLLATE "C" DEFAULT 'nobody',
    feeling mood NOT NULL DEFAULT 'ok',
    share shop.percent,
    home address,
    tags text[] NOT NULL DEFAULT '{}',
    price numeric(10, 2) DEFAULT 0 CHECK (price >= 0),
    double_price numeric GENERATED ALWAYS AS (price * 2) STORED,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamp,
    CONSTRAINT some_email CHECK (email <> '' AND (feeling IN ('sad', 'ok') OR price BETWEEN 1 AND 5)),
    CONSTRAINT one_email_a_team UNIQUE NULLS NOT DISTINCT (team_id, email) INCLUDE (feeling)
) WITH (fillfactor = 70);
COMMENT ON TABLE users IS 'people';
COMMENT ON COLUMN users.email IS 'where it''s sent';
CREATE INDEX users_lower ON users (lower("Display Name") DESC NULLS LAST) WHERE price IS NOT NULL;
CREATE INDEX users_tags ON users USING gin (tags);
CREATE UNIQUE INDEX users_created ON users (created_at, email text_pattern_ops) INCLUDE (price);
COMMENT ON INDEX users_tags IS 'by tag';
ALTER TABLE teams ADD COLUMN boss_id bigint;
ALTER TABLE teams ADD CONSTRAINT boss FOREIGN KEY (boss_id) REFERENCES users (id) MATCH FULL ON UPDATE CASCADE NOT VALID;
CREATE TABLE shop.orders (
    id bigserial,
    at date NOT NULL,
    state text DEFAULT 'new',
    period int4range,
    EXCLUDE USING gist (period WITH &&) WHERE (state <> 'void'),
    PRIMARY KEY (id, at)
);
CREATE SEQUENCE shop.numbers AS integer INCREMENT BY 10 MINVALUE 5 CACHE 3 CYCLE;
ALTER TABLE shop.orders ADD COLUMN number integer DEFAULT nextval('shop.numbers');
CREATE TABLE log (at timestamptz NOT NULL, text text) PARTITION BY RANGE (at);
CREATE TABLE log_2020 PARTITION OF log FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE log_rest PARTITION OF log DEFAULT;
CREATE INDEX log_at ON log (at);
CREATE TABLE animals (name text);
CREATE TABLE cats (lives int DEFAULT 9) INHERITS (animals);
CREATE VIEW emails AS SELECT u.email, t.name AS team FROM users u JOIN teams t ON t.id = u.team_id WHERE u.price > 1;
CREATE VIEW emails_2 WITH (security_barrier) AS SELECT * FROM emails;
CREATE MATERIALIZED VIEW counts AS SELECT team_id, count(*) AS n FROM users GROUP BY team_id WITH NO DATA;
CREATE UNIQUE INDEX counts_team ON counts (team_id);
CREATE FUNCTION shop.total(a integer, b integer DEFAULT 2) RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) + a + b FROM emails';
CREATE PROCEDURE clean(days int) LANGUAGE plpgsql AS $p$ BEGIN DELETE FROM log; END $p$;
CREATE TRIGGER touch_users BEFORE INSERT OR UPDATE OF email ON users FOR EACH ROW WHEN (NEW.price > 0) EXECUTE FUNCTION touch();
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON users FOR SELECT USING (email = CURRENT_USER::citext);
CREATE UNLOGGED TABLE cache (key text PRIMARY KEY, value jsonb DEFAULT '{}'::jsonb);
CREATE TABLE renamed_later (id serial PRIMARY KEY, a smallserial);
ALTER TABLE renamed_later RENAME TO renamed;
ALTER SEQUENCE renamed_later_a_seq MAXVALUE 100;
CREATE TABLE hand_made (id integer DEFAULT nextval('shop.numbers'));
ALTER TABLE cache REPLICA IDENTITY FULL;
CREATE SEQUENCE owned;
CREATE TABLE owner (id integer DEFAULT nextval('owned'));
ALTER SEQUENCE owned OWNED BY owner.id;
CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog;
CREATE TABLE same_names (id int PRIMARY KEY, other_id int, CONSTRAINT same_check CHECK (id > 0), CONSTRAINT same FOREIGN KEY (other_id) REFERENCES same_names (id));
CREATE INDEX same ON same_names (other_id);
ALTER INDEX same RENAME TO same_before;
CREATE INDEX same_check ON same_names (id, other_id);
ALTER TABLE same_names RENAME CONSTRAINT same_check TO checked;
DO $$ BEGIN
    IF EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('public.same_names') AND attname = 'other_id' AND NOT attisdropped) THEN
        ALTER TABLE same_names RENAME COLUMN other_id TO same_id;
    END IF;
    IF to_regclass('same_names') IS NULL THEN
        CREATE TABLE same_names (id int);
    END IF;
    IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = 'same_names' AND column_name = 'note') THEN
        ALTER TABLE same_names ADD COLUMN note text;
    END IF;
END $$;

-- Aggregates of one's own: with and without arguments, of ordered rows, over moving frames.
CREATE FUNCTION add_up(state numeric, value numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT coalesce(state, 0) + value';
CREATE FUNCTION take_off(state numeric, value numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT state - value';
CREATE FUNCTION one_more(state bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT state + 1';
CREATE FUNCTION last_of(state anycompatiblearray) RETURNS anycompatible LANGUAGE sql IMMUTABLE AS 'SELECT state[array_upper(state, 1)]';
CREATE SCHEMA reckoning;
CREATE AGGREGATE total_of (numeric) (sfunc = add_up, stype = numeric, initcond = '0', parallel = safe);
CREATE AGGREGATE how_many (*) (sfunc = one_more, stype = int8, initcond = '0');
CREATE AGGREGATE reckoning.highest (text) (sfunc = text_larger, stype = text, sortop = >, combinefunc = text_larger);
CREATE AGGREGATE final_one (anycompatible) (sfunc = array_append, stype = anycompatiblearray, finalfunc = last_of, initcond = '{}');
CREATE AGGREGATE moving_total (numeric) (sfunc = add_up, stype = numeric, msfunc = add_up, minvfunc = take_off, mstype = numeric, minitcond = '0');
CREATE AGGREGATE middle_of (double precision ORDER BY anyelement) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
COMMENT ON AGGREGATE how_many (*) IS 'rows, counted by hand';
CREATE VIEW totals_by_hand AS SELECT total_of(1.5) AS total, how_many(*) AS many;

-- Operators of one's own, with partners; statistics; rules in the server's words.
CREATE FUNCTION alike(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower(a) = lower(b)';
CREATE FUNCTION unlike(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower(a) <> lower(b)';
CREATE OPERATOR ~~~~ (procedure = alike, leftarg = text, rightarg = text, commutator = ~~~~, restrict = eqsel, join = eqjoinsel, hashes);
CREATE OPERATOR !~~~~ (function = unlike, leftarg = text, rightarg = text, negator = ~~~~);
CREATE FUNCTION reckoning.halved(numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 / 2';
CREATE OPERATOR reckoning.|/| (function = reckoning.halved, rightarg = numeric);
COMMENT ON OPERATOR ~~~~ (text, text) IS 'the same in any case';
CREATE TABLE measured (id int PRIMARY KEY, site text, unit text, level numeric CHECK (level > 0), CHECK (site OPERATOR(public.!~~~~) unit));
CREATE STATISTICS measured_by ON site, unit FROM measured;
CREATE STATISTICS reckoning.measured_kinds (ndistinct, mcv) ON site, unit FROM measured;
CREATE STATISTICS measured_lower ON lower(site) FROM measured;
COMMENT ON STATISTICS measured_by IS 'they go together';
CREATE TABLE measured_log (id int, was numeric, at timestamptz DEFAULT now());
CREATE RULE no_delete AS ON DELETE TO measured DO INSTEAD NOTHING;
CREATE RULE keep_old AS ON UPDATE TO measured WHERE old.level <> new.level DO ALSO INSERT INTO measured_log (id, was) VALUES (old.id, old.level);
CREATE VIEW sites AS SELECT id, site FROM measured;
CREATE RULE sites_in AS ON INSERT TO sites DO INSTEAD INSERT INTO measured (id, site) VALUES (new.id, new.site);
CREATE RULE off_rule AS ON INSERT TO measured_log DO ALSO NOTIFY written;
ALTER TABLE measured_log DISABLE RULE off_rule;
COMMENT ON RULE no_delete ON measured IS 'nothing is lost';

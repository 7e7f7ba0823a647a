-- family: languages, transforms and subscriptions
-- one: nothing
CREATE EXTENSION hstore; CREATE TABLE jar (lid int);
CREATE FUNCTION from_jar(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'prsd_lextype';
-- one: a language
CREATE EXTENSION hstore; CREATE TABLE jar (lid int);
CREATE FUNCTION from_jar(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'prsd_lextype';
CREATE LANGUAGE jarring HANDLER plpgsql_call_handler; COMMENT ON LANGUAGE jarring IS 'of jars';
-- one: a trusted language
CREATE EXTENSION hstore; CREATE TABLE jar (lid int);
CREATE FUNCTION from_jar(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'prsd_lextype';
CREATE TRUSTED PROCEDURAL LANGUAGE jarring HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
-- one: a transform
CREATE EXTENSION hstore; CREATE TABLE jar (lid int);
CREATE FUNCTION from_jar(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'prsd_lextype';
CREATE TRANSFORM FOR hstore LANGUAGE sql (FROM SQL WITH FUNCTION from_jar(internal));
-- one: a subscription without a slot
CREATE TABLE jar (lid int);
CREATE SUBSCRIPTION jars CONNECTION 'dbname=cellar' PUBLICATION shelf WITH (connect = false, slot_name = NONE, enabled = false);
-- one: another subscription
CREATE TABLE jar (lid int);
CREATE SUBSCRIPTION jars CONNECTION 'dbname=cellar' PUBLICATION shelf, floor WITH (connect = false, slot_name = NONE, enabled = false, binary = true, disable_on_error = true);
COMMENT ON SUBSCRIPTION jars IS 'from below';

-- case: a cast whose function is told with its arguments or without
CREATE TYPE spot AS (row int, col int);
CREATE FUNCTION spelt(s spot) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT ($1).row || '/' || ($1).col $$;
CREATE CAST (spot AS varchar) WITH FUNCTION spelt AS ASSIGNMENT;
-- equal:
CREATE TYPE public.spot AS (
	"row" integer,
	col integer
);
CREATE FUNCTION public.spelt(s public.spot) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$ SELECT ($1).row || '/' || ($1).col $_$;
CREATE CAST (public.spot AS character varying) WITH FUNCTION public.spelt(public.spot) AS ASSIGNMENT;

-- family: rules as they are printed
-- one: no columns are named
CREATE TABLE inbox (nr int, says text); CREATE TABLE kept (nr int, says text, extra int DEFAULT 0);
CREATE RULE keep AS ON INSERT TO inbox DO ALSO INSERT INTO kept VALUES (NEW.nr, NEW.says);
-- same: printed
CREATE TABLE inbox (nr int, says text); CREATE TABLE kept (nr int, says text, extra int DEFAULT 0);
CREATE RULE keep AS
    ON INSERT TO public.inbox DO  INSERT INTO public.kept (nr, says)
  VALUES (new.nr, new.says);
-- one: a sum that is doubled
CREATE TABLE inbox (nr int, says text); CREATE TABLE kept (nr int, says text, extra int DEFAULT 0);
CREATE RULE keep AS ON UPDATE TO inbox WHERE OLD.nr <> NEW.nr DO INSTEAD UPDATE kept SET extra = (OLD.nr + NEW.nr) * 2 WHERE nr = OLD.nr;
-- same: printed
CREATE TABLE inbox (nr int, says text); CREATE TABLE kept (nr int, says text, extra int DEFAULT 0);
CREATE RULE keep AS
    ON UPDATE TO public.inbox
   WHERE (old.nr <> new.nr) DO INSTEAD  UPDATE public.kept SET extra = ((old.nr + new.nr) * 2)
  WHERE (kept.nr = old.nr);
-- one: a double that is added
CREATE TABLE inbox (nr int, says text); CREATE TABLE kept (nr int, says text, extra int DEFAULT 0);
CREATE RULE keep AS
    ON UPDATE TO public.inbox
   WHERE (old.nr <> new.nr) DO INSTEAD  UPDATE public.kept SET extra = (old.nr + (new.nr * 2))
  WHERE (kept.nr = old.nr);
-- one: two statements
CREATE TABLE inbox (nr int, says text); CREATE TABLE kept (nr int, says text, extra int DEFAULT 0);
CREATE RULE keep AS ON DELETE TO inbox DO (INSERT INTO kept (nr, says) SELECT nr, says FROM inbox WHERE nr = OLD.nr; NOTIFY gone);
-- same: printed
CREATE TABLE inbox (nr int, says text); CREATE TABLE kept (nr int, says text, extra int DEFAULT 0);
CREATE RULE keep AS
    ON DELETE TO public.inbox DO ( INSERT INTO public.kept (nr, says)  SELECT inbox.nr,
            inbox.says
           FROM public.inbox inbox
          WHERE (inbox.nr = old.nr);
 NOTIFY gone;
);
-- one: a whole row into a view
CREATE TABLE inbox (nr int, says text); CREATE TABLE kept (nr int, says text, extra int DEFAULT 0);
CREATE VIEW mail AS SELECT nr, says FROM inbox;
CREATE RULE keep AS ON INSERT TO mail DO INSTEAD INSERT INTO inbox VALUES (NEW.*) RETURNING nr, says;
-- same: printed
CREATE TABLE inbox (nr int, says text); CREATE TABLE kept (nr int, says text, extra int DEFAULT 0);
CREATE VIEW mail AS SELECT nr, says FROM inbox;
CREATE RULE keep AS
    ON INSERT TO public.mail DO INSTEAD  INSERT INTO public.inbox (nr, says)
  VALUES (new.nr, new.says)
  RETURNING inbox.nr,
    inbox.says;

-- family: brackets in bodies that are printed
-- one: written
CREATE TABLE sack (a int, b int, c int);
CREATE FUNCTION weight(x int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a + b * c FROM sack WHERE a = x; END;
-- same: printed
CREATE TABLE sack (a int, b int, c int);
CREATE FUNCTION public.weight(x integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT (sack.a + (sack.b * sack.c))
    FROM public.sack
   WHERE (sack.a = weight.x);
END;
-- one: with other brackets
CREATE TABLE sack (a int, b int, c int);
CREATE FUNCTION public.weight(x integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT ((sack.a + sack.b) * sack.c)
    FROM public.sack
   WHERE (sack.a = weight.x);
END;

-- family: own functions that rows of a view come from
-- one: rows of a composite
CREATE TYPE entry AS (word text, page int);
CREATE FUNCTION entries() RETURNS SETOF entry LANGUAGE sql AS $$ SELECT 'a'::text, 1 $$;
CREATE VIEW listed AS SELECT * FROM entries();
-- same: printed
CREATE TYPE entry AS (word text, page int);
CREATE FUNCTION entries() RETURNS SETOF entry LANGUAGE sql AS $$ SELECT 'a'::text, 1 $$;
CREATE VIEW listed AS
 SELECT entries.word,
    entries.page
   FROM public.entries() entries(word, page);
-- one: a table that is returned
CREATE FUNCTION pages(upto int) RETURNS TABLE (page int, word text) LANGUAGE sql AS $$ SELECT 1, 'a'::text $$;
CREATE VIEW listed AS SELECT p.* FROM pages(3) AS p WHERE p.page > 0;
-- same: printed
CREATE FUNCTION pages(upto int) RETURNS TABLE (page int, word text) LANGUAGE sql AS $$ SELECT 1, 'a'::text $$;
CREATE VIEW listed AS
 SELECT p.page,
    p.word
   FROM public.pages(3) p(page, word)
  WHERE (p.page > 0);
-- one: what is handed out
CREATE FUNCTION one(OUT page int, OUT word text) LANGUAGE sql AS $$ SELECT 1, 'a'::text $$;
CREATE VIEW listed AS SELECT * FROM one();
-- same: printed
CREATE FUNCTION one(OUT page int, OUT word text) LANGUAGE sql AS $$ SELECT 1, 'a'::text $$;
CREATE VIEW listed AS
 SELECT one.page,
    one.word
   FROM public.one() one(page, word);
-- one: rows of a table, joined
CREATE TABLE leaf (page int, word text);
CREATE FUNCTION leaves() RETURNS SETOF leaf LANGUAGE sql AS $$ SELECT page, word FROM leaf $$;
CREATE VIEW listed AS SELECT l.page, x.word FROM leaf x JOIN leaves() l USING (page);
-- same: printed
CREATE TABLE leaf (page int, word text);
CREATE FUNCTION leaves() RETURNS SETOF leaf LANGUAGE sql AS $$ SELECT page, word FROM leaf $$;
CREATE VIEW listed AS
 SELECT l.page,
    x.word
   FROM (public.leaf x
     JOIN public.leaves() l(page, word) USING (page));

-- family: tables made of queries, with lengths
-- one: none
CREATE TABLE crop (kind varchar(10), tons numeric(8, 2), at timestamp(3), code char(4) COLLATE "C");
-- one: columns as they are
CREATE TABLE crop (kind varchar(10), tons numeric(8, 2), at timestamp(3), code char(4) COLLATE "C");
CREATE TABLE past AS SELECT kind, tons, at, code FROM crop WITH NO DATA;
-- same: written out
CREATE TABLE crop (kind varchar(10), tons numeric(8, 2), at timestamp(3), code char(4) COLLATE "C");
CREATE TABLE past (kind varchar(10), tons numeric(8, 2), at timestamp(3), code char(4) COLLATE "C");
-- one: casts and what functions give
CREATE TABLE crop (kind varchar(10), tons numeric(8, 2), at timestamp(3));
CREATE TABLE past AS SELECT kind::varchar(20) AS kind, tons::numeric(10, 3) AS more, sum(tons) AS tons, at + interval '1 day' AS at, 1 AS n, 'x' AS t FROM crop GROUP BY 1, 2, at WITH NO DATA;
-- same: written out
CREATE TABLE crop (kind varchar(10), tons numeric(8, 2), at timestamp(3));
CREATE TABLE past (kind varchar(20), more numeric(10, 3), tons numeric, at timestamp, n integer, t text);
-- one: as another is
CREATE TABLE crop (kind varchar(10), tons numeric(8, 2), at timestamp(3));
CREATE TABLE past (LIKE crop, n bigint);

-- case: a table that counts goes with its sequence where it is cut into parts
CREATE TABLE visit (nr int NOT NULL, who text);
-- after:
CREATE TABLE visit (nr bigserial, who text) PARTITION BY RANGE (nr);
CREATE TABLE visit_first PARTITION OF visit FOR VALUES FROM (0) TO (1000);

-- case: a table that counts is whole again, and another counts in its place
CREATE SEQUENCE visits; CREATE TABLE visit (nr bigserial, who text) PARTITION BY RANGE (nr);
CREATE TABLE visit_first PARTITION OF visit FOR VALUES FROM (0) TO (1000);
-- after:
CREATE SEQUENCE visits; CREATE TABLE visit (nr int NOT NULL DEFAULT nextval('visits'), who text);

-- case: one of two parents changes while the other goes
CREATE TABLE thing (id int, name text, CONSTRAINT big CHECK (id > 0)); CREATE TABLE dated ();
CREATE TABLE relic (cost int) INHERITS (thing, dated);
-- after:
CREATE TABLE thing (id bigint, name varchar(20), mass int); CREATE TABLE relic (cost int) INHERITS (thing);

-- case: a domain has the default of the domain that it is made over
CREATE TABLE cup (size int);
-- after:
CREATE DOMAIN size AS text DEFAULT 'small'; CREATE DOMAIN own_size AS size CHECK (VALUE <> ''); CREATE TABLE cup (size own_size);

-- case: a star whose table gets a column in the middle
CREATE TABLE herb (id int, smell text); CREATE TABLE pot (herb int, no int);
CREATE VIEW herbs AS SELECT * FROM herb; CREATE VIEW potted AS SELECT p.no, h.* FROM herb h JOIN pot p ON p.herb = h.id WHERE h.id > 0; CREATE VIEW last AS SELECT smell FROM herbs;
-- after:
CREATE TABLE herb (id int, "Latin name" text, smell text); CREATE TABLE pot (herb int, no int);
CREATE VIEW herbs AS SELECT * FROM herb; CREATE VIEW potted AS SELECT p.no, h.* FROM herb h JOIN pot p ON p.herb = h.id WHERE h.id > 0; CREATE VIEW last AS SELECT smell FROM herbs;

-- case: the default of a table calls a function that reads the table
-- left: the way up and the way down are right; read from the database the function comes before the table
CREATE SCHEMA club;
-- after:
CREATE SCHEMA club; CREATE TABLE club.member (nr int PRIMARY KEY, name text);
CREATE FUNCTION club.all_members() RETURNS SETOF club.member LANGUAGE sql STABLE AS 'SELECT * FROM club.member';
CREATE FUNCTION club.next_nr() RETURNS int LANGUAGE sql AS 'SELECT coalesce(max(nr), 0) + 1 FROM club.member';
ALTER TABLE club.member ALTER nr SET DEFAULT club.next_nr();
CREATE MATERIALIZED VIEW club.roll AS SELECT * FROM club.all_members();
CREATE TABLE club.guest (nr int DEFAULT club.next_nr(), of int REFERENCES club.member);

-- case: checks without a name whose conditions have a syntax of their own
CREATE TABLE tag (label text, CHECK (length(TRIM(BOTH FROM label)) > 0), CHECK (label IS NFC NORMALIZED), CHECK (trim(TRAILING FROM label) <> ''), CHECK (label NOTNULL), CHECK (label <> 'none'));
-- equal:
CREATE TABLE tag (label text,
    CONSTRAINT tag_label_check CHECK (length(trim(label)) > 0),
    CONSTRAINT tag_label_check1 CHECK (label IS NFC NORMALIZED),
    CONSTRAINT tag_label_check2 CHECK (trim(TRAILING FROM label) <> ''),
    CONSTRAINT tag_label_check3 CHECK (label IS NOT NULL),
    CONSTRAINT tag_label_check4 CHECK (label <> 'none'));

-- case: the second of three checks without a name goes
CREATE TABLE tag (label text, CHECK (length(TRIM(BOTH FROM label)) > 0), CHECK (label SIMILAR TO '[a-z]+'), CHECK (label <> 'none'));
-- after:
CREATE TABLE tag (label text, CHECK (length(TRIM(BOTH FROM label)) > 0), CHECK (label <> 'none'));

-- case: an event trigger and a transform as they are dumped
CREATE EXTENSION hstore; CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE FUNCTION from_bag(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'prsd_lextype';
CREATE EVENT TRIGGER watched ON sql_drop EXECUTE PROCEDURE watch();
CREATE TRANSFORM FOR hstore LANGUAGE sql (FROM SQL WITH FUNCTION from_bag(internal));
-- equal:
CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public; CREATE FUNCTION public.watch() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$ BEGIN NULL; END $$;
CREATE FUNCTION public.from_bag(internal) RETURNS internal
    LANGUAGE internal IMMUTABLE
    AS $$prsd_lextype$$;
CREATE EVENT TRIGGER watched ON sql_drop
   EXECUTE FUNCTION public.watch();
CREATE TRANSFORM FOR public.hstore LANGUAGE sql (FROM SQL WITH FUNCTION public.from_bag(internal));

-- case: privileges of what is made later, as they are dumped
CREATE SCHEMA hall; ALTER DEFAULT PRIVILEGES IN SCHEMA hall GRANT SELECT, INSERT ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC; CREATE TABLE hall.seat (nr int);
-- equal:
CREATE SCHEMA hall;
CREATE TABLE hall.seat (
    nr integer
);
GRANT SELECT,INSERT ON TABLE hall.seat TO PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON FUNCTIONS  FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA hall GRANT SELECT,INSERT ON TABLES  TO PUBLIC;

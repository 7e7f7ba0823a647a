-- case what_is_passed_and_what_is_returned_may_have_one_name
CREATE TABLE nodes (nodeid int, label text);
CREATE FUNCTION rename_node(IN node_id int, IN new_label text, OUT node_id int, OUT label text) RETURNS record
    LANGUAGE sql AS $$ UPDATE nodes SET label = new_label WHERE nodeid = node_id RETURNING nodeid, nodes.label $$;
-- error M0403 unknown column `label_out`
CREATE FUNCTION rename_other(IN node_id int, OUT label_out text) RETURNS text
    LANGUAGE sql AS $$ UPDATE nodes SET label = label_out WHERE nodeid = node_id RETURNING label $$;
-- case an_argument_is_named_the_older_way
CREATE FUNCTION tour(a int, only_cost bool) RETURNS SETOF int LANGUAGE sql AS $$ SELECT a $$;
CREATE VIEW tours AS SELECT * FROM tour(1, only_cost := true);
CREATE FUNCTION cost() RETURNS SETOF int LANGUAGE sql AS $$ SELECT * FROM tour(a := 1, only_cost := true) $$;
CREATE TABLE stops (id int);
-- error M0403 unknown column `ids`
CREATE VIEW ends AS SELECT ids FROM stops, tour(1, only_cost := true);
-- case one_that_takes_other_arguments_is_not_dropped
CREATE TYPE state AS ENUM ('new');
CREATE FUNCTION register(a int, b text, c state) RETURNS int LANGUAGE sql AS 'SELECT 1';
DROP FUNCTION IF EXISTS register(int, text);
DROP FUNCTION IF EXISTS register(int, int, state);
CREATE FUNCTION register_all() RETURNS int LANGUAGE sql AS $$ SELECT register(1, 'a', 'new') $$;
DROP FUNCTION register(int, text, state);
-- error M0412 unknown function `register`
DROP FUNCTION register(int, text, state);
-- case code_that_scripts_of_extensions_have
CREATE TABLE config (dest text NOT NULL, amount int DEFAULT 5, CONSTRAINT positive CHECK (amount > 0));
CREATE TABLE config_part (LIKE config INCLUDING ALL) INHERITS (config);
INSERT INTO config_part (dest, amount) VALUES ('a', 1);
-- error M0404 column `dest` of table `config` exists already
CREATE TABLE config_twice (LIKE config, LIKE config);
DO LANGUAGE 'plpgsql' $body$ BEGIN PERFORM 1; END $body$;
-- error M0301 `;` is missing behind the statement: `END` follows
DO LANGUAGE 'plpgsql' $body$ BEGIN PERFORM 1 END $body$;
CREATE FUNCTION says() RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'one % and'
    ' another %', 1, 2; END $$;
-- error M0418 the text has 2 `%` and 1 value follows it
CREATE FUNCTION says_less() RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'one % and'
    ' another %', 1; END $$;

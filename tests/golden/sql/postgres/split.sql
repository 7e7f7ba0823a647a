-- Only comments and empty statements: no statement.
;; /* nested /* comment */ ; */ ;

CREATE FUNCTION area(r float8) RETURNS float8 LANGUAGE plpgsql AS $body$
BEGIN
    RETURN 3.14 * r * r; -- a `;` inside
END;
$body$;

CREATE FUNCTION twice(x int) RETURNS int LANGUAGE sql
BEGIN ATOMIC
    SELECT CASE WHEN x > 0 THEN x ELSE 0 END;
    SELECT x * 2;
END;

CREATE RULE shoe_log AS ON UPDATE TO shoe DO ALSO (INSERT INTO shoe_log VALUES (1); DELETE FROM shoe_old WHERE id = 1);

DO $$ BEGIN RAISE NOTICE $x$ ; $x$; END $$;
INSERT INTO notes VALUES ('it''s; fine', E'a\'; b', U&'\0061;', $q$;$q$, "a;b".c) ; SELECT 1

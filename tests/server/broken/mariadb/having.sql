CREATE TABLE shelf (id int PRIMARY KEY, room int, height int, label varchar(20));
CREATE TABLE book (id int PRIMARY KEY, shelf_id int, pages int, title varchar(40));
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
SELECT room FROM shelf HAVING height > 1;
SELECT room FROM shelf GROUP BY height HAVING height > 1;
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
SELECT room FROM shelf GROUP BY room HAVING shelf.height > 1;
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
SELECT room, height + 1 AS more FROM shelf HAVING more > 1 AND height > 0;
SELECT room FROM shelf GROUP BY room HAVING max(height) > 1;
SELECT room, max(height) AS top FROM shelf GROUP BY room HAVING top > 1 AND min(id) > 2;
SELECT shelf.room AS r FROM shelf HAVING shelf.room > 1 AND room > 0 AND r > 0;
-- error M0403 `room` is neither returned nor grouped, and HAVING sees nothing else
SELECT room + 0 FROM shelf HAVING room > 1;
SELECT room + 0 FROM shelf HAVING `room + 0` > 1;
SELECT * FROM shelf HAVING height > 1;
SELECT shelf.* FROM shelf JOIN book ON shelf.id = book.shelf_id HAVING height > 1 AND shelf.label > '';
-- error M0403 `pages` is neither returned nor grouped, and HAVING sees nothing else
SELECT shelf.* FROM shelf JOIN book ON shelf.id = book.shelf_id HAVING book.pages > 1;
-- error M0403 `room` is neither returned nor grouped, and HAVING sees nothing else
SELECT count(*) FROM shelf HAVING count(*) > room;
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
SELECT room FROM shelf GROUP BY height + 1 HAVING height > 1;
-- error M0403 `id` is neither returned nor grouped, and HAVING sees nothing else
SELECT room FROM shelf GROUP BY (height), label HAVING height > 1 AND shelf.label > '' AND id > 0;
SELECT room FROM shelf HAVING EXISTS (SELECT 1 FROM book WHERE book.pages = height);
SELECT room FROM shelf WHERE EXISTS (SELECT pages FROM book HAVING height > 1);
-- error M0403 `title` is neither returned nor grouped, and HAVING sees nothing else
SELECT room FROM shelf WHERE EXISTS (SELECT pages FROM book HAVING shelf.height > 1 AND book.title > '');
-- error M0403 `title` is neither returned nor grouped, and HAVING sees nothing else
SELECT room FROM shelf WHERE room IN (SELECT pages FROM book HAVING title > '');
SELECT 'height' FROM shelf HAVING height > 1;
SELECT room, 'height' FROM shelf HAVING height = 'height';
SELECT height AS room FROM shelf GROUP BY room HAVING room > 1 AND height > 2;
-- error M0403 unknown column `title` of table `shelf`
SELECT label FROM shelf HAVING group_concat(title ORDER BY height) > 'x';
SELECT label FROM shelf HAVING group_concat(label ORDER BY height) > 'x';
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
SELECT room FROM shelf HAVING coalesce(height, 1) > 1;
SELECT room FROM shelf HAVING rand() > 0.5 AND @height > 1;
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
SELECT s.room FROM shelf AS s HAVING s.room > 1 AND s.height > 1;
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
SELECT room FROM (SELECT room, height FROM shelf HAVING room > 0) AS q HAVING q.height > 1;
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
CREATE VIEW tall AS SELECT room FROM shelf HAVING height > 1;
CREATE VIEW tall AS SELECT room, height FROM shelf HAVING height > 1;
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
INSERT INTO book (id) SELECT room FROM shelf HAVING height > 1;
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
DELETE FROM book WHERE shelf_id IN (SELECT room FROM shelf HAVING height > 1);
UPDATE book SET pages = 1 WHERE (SELECT max(room) FROM shelf HAVING id > 1) > 1;
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
SELECT room FROM shelf HAVING height > 1 UNION SELECT 1;
-- error M0403 unknown column `grouping_of` of table `shelf`
SELECT room, sum(height) FROM shelf GROUP BY room WITH ROLLUP HAVING grouping_of > 0;
CREATE AGGREGATE FUNCTION last_of(x int) RETURNS int BEGIN DECLARE kept int; DECLARE CONTINUE HANDLER FOR NOT FOUND RETURN kept; LOOP FETCH GROUP NEXT ROW; SET kept = x; END LOOP; END;
-- missed
SELECT room FROM shelf GROUP BY room HAVING last_of(height) > 1;
CREATE FUNCTION twice(x int) RETURNS int RETURN x * 2;
CREATE PROCEDURE tallest(IN height int) SELECT room FROM shelf HAVING height > 1;
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
SELECT room FROM shelf HAVING height IS NULL OR label LIKE 'a%';
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
SELECT room FROM shelf HAVING CASE WHEN height > 1 THEN 1 ELSE 0 END;
SELECT upper(label) AS label FROM shelf GROUP BY label HAVING label > 'a';
-- error M0403 `id` is neither returned nor grouped, and HAVING sees nothing else
SELECT DISTINCT room FROM shelf HAVING id > 1;
-- error M0403 `pages` is neither returned nor grouped, and HAVING sees nothing else
SELECT room FROM shelf AS s NATURAL JOIN book HAVING pages > 1;
-- error M0403 `height` is neither returned nor grouped, and HAVING sees nothing else
WITH c AS (SELECT room, height FROM shelf) SELECT room FROM c HAVING height > 1;

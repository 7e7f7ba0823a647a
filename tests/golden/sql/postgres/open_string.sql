CREATE TABLE a (id int);
INSERT INTO a VALUES ('it's late);
SELECT 1;

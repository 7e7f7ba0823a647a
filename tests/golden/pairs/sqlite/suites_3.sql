-- case: suites 3: a column and what is computed of its quoted name go
CREATE TABLE line (id INTEGER PRIMARY KEY, "order" INTEGER, size INTEGER, double INTEGER AS ("order" * 2), more INTEGER AS ("double" + 1));
-- rows:
INSERT INTO line (id, "order", size) VALUES (1, 7, 8), (2, NULL, 9);
-- after:
CREATE TABLE line (id INTEGER PRIMARY KEY, size INTEGER);

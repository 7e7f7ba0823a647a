\restrict abc
\connect shop
CREATE TABLE a (id int);
COPY a (id) FROM stdin;
1
2; not SQL
\.
SELECT 1 \gexec
\i more.sql
COPY a FROM '/var/data/a.csv' CSV;
COPY a TO stdout;

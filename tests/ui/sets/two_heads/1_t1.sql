-- Revision 1
-- migrate:up
CREATE TABLE t1 (id INT);

-- Revision 2
-- migrate:revises 1

-- migrate:up
CREATE TABLE t2 (id INT);

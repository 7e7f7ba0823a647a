-- Revision 3
-- migrate:revises 1

-- migrate:up
CREATE TABLE t3 (id INT);

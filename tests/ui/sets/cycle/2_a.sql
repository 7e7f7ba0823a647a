-- migrate:revises 3
-- migrate:up
CREATE TABLE a (id INT);

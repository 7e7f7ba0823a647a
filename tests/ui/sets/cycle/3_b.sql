-- migrate:revises 2
-- migrate:up
CREATE TABLE b (id INT);

-- migrate:revises 11

-- migrate:up
ALTER TABLE users ADD COLUMN name text DEFAULT 'open;

-- Add users and teams

-- migrate:up
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL DEFAULT ''
);
CREATE TABLE teams (id INTEGER PRIMARY KEY);
CREATE VIEW names AS SELECT name FROM users;

-- migrate:down
DROP VIEW names;
DROP TABLE teams;
DROP TABLE users;

-- Add users

-- migrate:up
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    legacy TEXT
);
CREATE TABLE old (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE old;
DROP TABLE users;

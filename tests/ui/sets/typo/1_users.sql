-- Add users

-- migrate:up
CREATE TABEL users (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE users;

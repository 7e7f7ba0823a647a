-- Remember when a user was last seen
-- migrate:revises 20261102080000
-- migrate:label activity

-- migrate:up
ALTER TABLE users ADD COLUMN last_seen_at TEXT;

-- migrate:down
ALTER TABLE users DROP COLUMN last_seen_at;

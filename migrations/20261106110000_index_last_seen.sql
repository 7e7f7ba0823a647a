-- Find recently active users fast
-- migrate:revises 20261104141500

-- migrate:up
CREATE INDEX users_last_seen ON users (last_seen_at) WHERE last_seen_at IS NOT NULL;

-- migrate:down
DROP INDEX users_last_seen;

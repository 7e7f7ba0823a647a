-- Remember who is active
-- migrate:revises 1

-- migrate:up
ALTER TABLE users ADD COLUMN active boolean NOT NULL DEFAULT true;
CREATE INDEX users_emial ON users (lower(emial)) WHERE active;
UPDATE user SET active = false WHERE email IS NULL;

-- migrate:down
ALTER TABLE users DROP COLUMN activ;

-- Add teams and who belongs to them
-- migrate:revises 20261102080000
-- migrate:label teams

-- migrate:up
CREATE TABLE teams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE memberships (
    team_id INTEGER NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'owner')),
    PRIMARY KEY (team_id, user_id)
);

-- migrate:down
DROP TABLE memberships;
DROP TABLE teams;

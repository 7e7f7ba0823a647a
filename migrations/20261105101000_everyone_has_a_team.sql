-- Put everyone who has no team into the team "everyone"
-- migrate:revises 20261103093000

-- migrate:up
INSERT INTO teams (name) VALUES ('everyone');

INSERT INTO memberships (team_id, user_id)
SELECT teams.id, users.id
FROM users, teams
WHERE teams.name = 'everyone'
  AND NOT EXISTS (SELECT 1 FROM memberships WHERE memberships.user_id = users.id);

-- migrate:down
DELETE FROM memberships WHERE team_id = (SELECT id FROM teams WHERE name = 'everyone');
DELETE FROM teams WHERE name = 'everyone';

-- Which cloud subscriptions and sensitivity labels incidents touch; rows of older versions do not say, so all are written anew
-- from the journal.
ALTER TABLE incident ADD COLUMN subscriptions VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE incident ADD COLUMN data_sensitivity VARCHAR DEFAULT '' NOT NULL;
DELETE FROM incident;
DELETE FROM alert;
UPDATE applied SET seq = -1, head = REPEAT('0', 64), incidents = 0, alerts = 0;

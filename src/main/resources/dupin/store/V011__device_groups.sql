-- What incidents say of their devices and threats; rows of older versions do not, so all are written anew from the journal.
ALTER TABLE incident ADD COLUMN device_groups VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE incident ADD COLUMN platforms VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE incident ADD COLUMN threats VARCHAR DEFAULT '' NOT NULL;
DELETE FROM incident;
DELETE FROM alert;
UPDATE applied SET seq = -1, head = REPEAT('0', 64), incidents = 0, alerts = 0;

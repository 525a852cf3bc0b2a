-- What raised an incident's alerts. Rows of older versions say nothing of it, and neither do the alerts in their journals.
ALTER TABLE incident ADD COLUMN policies VARCHAR DEFAULT '' NOT NULL;

-- From record version 1 to 2: actor mentions say of whom a group is made, and how they were resolved.
BEGIN;
ALTER TABLE actor_mentions ADD COLUMN members VARCHAR[] DEFAULT [];
ALTER TABLE actor_mentions ADD COLUMN resolved_by VARCHAR DEFAULT 'unknown';
ALTER TABLE actor_mentions ADD COLUMN confidence DOUBLE DEFAULT 0;
UPDATE meta SET version = 2;
COMMIT;

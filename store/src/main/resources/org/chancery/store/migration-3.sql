-- From record version 2 to 3: a figure says which figure it is a part of.
BEGIN;
ALTER TABLE figures ADD COLUMN part_of VARCHAR;
UPDATE meta SET version = 3;
COMMIT;

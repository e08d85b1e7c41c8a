-- To record version 6: events of other systems beside our own; the tables and views are in imported.sql, which runs with this in one transaction.
UPDATE meta SET version = 6;

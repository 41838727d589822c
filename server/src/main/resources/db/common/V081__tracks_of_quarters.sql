-- A track need not hold what is packed of its person: from this quarter of an hour on it is read there.
alter table patrol_track alter column fixes drop not null;
alter table patrol_track add column from_quarter timestamp with time zone;

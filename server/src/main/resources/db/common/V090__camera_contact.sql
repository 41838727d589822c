-- Whom to ask at a camera's owner; what was on record before stays as it was known.
alter table camera_version add column contact varchar(100) default '' not null;

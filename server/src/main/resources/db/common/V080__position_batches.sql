-- What came in together is one row of the log, of all people (PositionBatch); rows of one person were written before.
drop index patrol_position_log_staff;
drop index patrol_position_log_last;
alter table patrol_position_log alter column staff_code drop not null;
alter table patrol_position_log alter column generated drop not null;
alter table patrol_position_log drop column first_at;

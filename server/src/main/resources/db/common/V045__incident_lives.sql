-- How an incident stands within its step, its clock, and what was asked for: suspension, more time, an appeal. Of what
-- was there before, the step tells how it stands; its clock is not known.
alter table incident_incident add column standing varchar(20) default 'reported' not null;
update incident_incident set standing = case
  when step = 'collect' then 'reported'
  when step = 'file' then 'accepted'
  when step = 'dispatch' then 'filed'
  when step = 'handle' then 'dispatched'
  when step = 'verify' then 'reported-back'
  when filed_at is null then 'rejected'
  else 'closed' end;
alter table incident_incident add column clock varchar(4000);
alter table incident_incident add column suspended_once boolean default false not null;
alter table incident_incident add column suspended_until timestamp with time zone;
alter table incident_incident add column extension varchar(20) default 'none' not null;
alter table incident_incident add column appeal varchar(20) default 'none' not null;
create index incident_suspended on incident_incident (suspended_until);

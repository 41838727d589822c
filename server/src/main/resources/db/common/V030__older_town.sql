-- A town that was generated before reports were kept: its incidents came from no report, so that nothing that happens in the
-- town finds them again, and those still open would stay open for ever. They end with the time the town had reached.
insert into incident_deed (incident_id, version, action, step, done_at, account, reason)
  select i.id, i.version + 1, 'close', 'evaluate', d.filled_to, 'wangge', ''
  from incident_incident i cross join demo_made d
  where i.generated and i.closed_at is null
    and not exists (select 1 from incident_report r where r.incident_id = i.id);
update incident_incident
  set step = 'evaluate', version = version + 1, closed_at = (select filled_to from demo_made)
  where generated and closed_at is null and exists (select 1 from demo_made)
    and not exists (select 1 from incident_report r where r.incident_id = incident_incident.id);

-- Its categories had no urgency and no limit of their own and were given the same ones; nobody could change them yet.
create table older_category (code varchar(60) primary key, priority varchar(20) not null, limit_minutes integer not null);
insert into older_category (code, priority, limit_minutes) values
  ('exposed-rubbish', 'ordinary', 240),
  ('illegal-parking', 'ordinary', 180),
  ('street-vending', 'ordinary', 240),
  ('road-damage', 'ordinary', 4320),
  ('manhole-cover', 'urgent', 120),
  ('blocked-drain', 'important', 1440),
  ('street-light', 'ordinary', 2880),
  ('water-leak', 'important', 720),
  ('noise', 'ordinary', 360),
  ('fire-lane', 'urgent', 120),
  ('e-bike-charging', 'important', 480),
  ('dispute', 'ordinary', 4320),
  ('unlicensed-building', 'ordinary', 7200),
  ('fallen-tree', 'important', 360),
  ('stray-dog', 'ordinary', 1440),
  ('help-elderly', 'urgent', 120);
update incident_category set
    priority = (select o.priority from older_category o where o.code = incident_category.code),
    limit_minutes = (select o.limit_minutes from older_category o where o.code = incident_category.code)
  where priority = 'ordinary' and limit_minutes = 1440
    and exists (select 1 from demo_made)
    and exists (select 1 from older_category o where o.code = incident_category.code);
drop table older_category;

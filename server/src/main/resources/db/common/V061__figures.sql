-- What figures ask for: when an incident was first given to somebody to handle; and ways to what happened in a span.
alter table incident_incident add column dispatched_at timestamp with time zone;
update incident_incident set dispatched_at = coalesce(
  (select min(d.done_at) from incident_deed d where d.incident_id = incident_incident.id and d.action = 'dispatch'),
  filed_at) where clock is not null;
create index incident_filed on incident_incident (filed_at);
create index incident_dispatched on incident_incident (dispatched_at);
create index incident_due on incident_incident (due_at);
create index incident_total_due on incident_incident (total_due_at);
create index incident_clock_past_due on incident_clock_past (stage, due_at);
create index incident_deed_action on incident_deed (action, incident_id);

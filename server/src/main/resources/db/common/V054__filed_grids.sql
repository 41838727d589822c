-- In which grid an incident counts: the one that held it when it was filed, whatever is redrawn later.
alter table incident_incident add column filed_grid_code varchar(40);
update incident_incident set filed_grid_code = grid_code where filed_at is not null;
-- What is suspended rings by its timer since V044; nobody looks for it by this index.
drop index incident_suspended;

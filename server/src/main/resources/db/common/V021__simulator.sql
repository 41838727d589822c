-- Until when the simulator has told what happens. Apart from what was filled in at starts: it leads what is open further.
alter table demo_made add column told_to timestamp with time zone;
update demo_made set told_to = filled_to;

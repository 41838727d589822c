-- As long as other systems let residents write.
alter table incident_report alter column description set data type varchar(4000);

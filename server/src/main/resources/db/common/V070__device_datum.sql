-- In which coordinates a phone says where it is: what it says in GCJ-02 is converted before it is kept.
alter table people_device add column datum varchar(10) default 'wgs84' not null;
create index people_device_staff on people_device (staff_code);

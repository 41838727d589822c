package org.wangge.server.storage;

class EventLogPostgisTest extends EventLogContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

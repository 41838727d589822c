package org.wangge.server.clock;

import org.wangge.server.storage.TestDatabase;

class CalendarStorePostgisTest extends CalendarStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

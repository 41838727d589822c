package org.wangge.server.clock;

import org.wangge.server.storage.TestDatabase;

class CalendarStoreH2Test extends CalendarStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

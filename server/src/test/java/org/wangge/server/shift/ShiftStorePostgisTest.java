package org.wangge.server.shift;

import org.wangge.server.storage.TestDatabase;

class ShiftStorePostgisTest extends ShiftStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

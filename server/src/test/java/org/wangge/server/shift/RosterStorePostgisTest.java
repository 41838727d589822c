package org.wangge.server.shift;

import org.wangge.server.storage.TestDatabase;

class RosterStorePostgisTest extends RosterStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

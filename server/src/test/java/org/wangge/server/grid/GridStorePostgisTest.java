package org.wangge.server.grid;

import org.wangge.server.storage.TestDatabase;

class GridStorePostgisTest extends GridStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

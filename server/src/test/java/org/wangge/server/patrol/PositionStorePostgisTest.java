package org.wangge.server.patrol;

import org.wangge.server.storage.TestDatabase;

class PositionStorePostgisTest extends PositionStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

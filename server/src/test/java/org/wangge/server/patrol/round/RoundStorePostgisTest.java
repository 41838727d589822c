package org.wangge.server.patrol.round;

import org.wangge.server.storage.TestDatabase;

class RoundStorePostgisTest extends RoundStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

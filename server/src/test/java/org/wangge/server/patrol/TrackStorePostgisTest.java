package org.wangge.server.patrol;

import org.wangge.server.storage.TestDatabase;

class TrackStorePostgisTest extends TrackStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

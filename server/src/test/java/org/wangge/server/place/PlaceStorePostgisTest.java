package org.wangge.server.place;

import org.wangge.server.storage.TestDatabase;

class PlaceStorePostgisTest extends PlaceStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

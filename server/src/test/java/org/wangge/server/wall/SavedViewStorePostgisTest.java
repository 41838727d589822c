package org.wangge.server.wall;

import org.wangge.server.storage.TestDatabase;

class SavedViewStorePostgisTest extends SavedViewStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

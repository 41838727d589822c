package org.wangge.server.errand;

import org.wangge.server.storage.TestDatabase;

class ErrandStorePostgisTest extends ErrandStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

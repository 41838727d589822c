package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class CategoryStorePostgisTest extends CategoryStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

package org.wangge.server.open311;

import org.wangge.server.storage.TestDatabase;

class PublishedStorePostgisTest extends PublishedStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

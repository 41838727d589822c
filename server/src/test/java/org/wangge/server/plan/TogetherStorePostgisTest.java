package org.wangge.server.plan;

import org.wangge.server.storage.TestDatabase;

class TogetherStorePostgisTest extends TogetherStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class MergeStorePostgisTest extends MergeStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

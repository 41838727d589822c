package org.wangge.server.evaluation;

import org.wangge.server.storage.TestDatabase;

class SampleStorePostgisTest extends SampleStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

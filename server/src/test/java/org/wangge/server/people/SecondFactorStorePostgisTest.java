package org.wangge.server.people;

import org.wangge.server.storage.TestDatabase;

class SecondFactorStorePostgisTest extends SecondFactorStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

package org.wangge.server.people;

import org.wangge.server.storage.TestDatabase;

class AccountStorePostgisTest extends AccountStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

package org.wangge.server.people;

import org.wangge.server.storage.TestDatabase;

class PersonStorePostgisTest extends PersonStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

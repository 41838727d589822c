package org.wangge.server.people;

import org.wangge.server.storage.TestDatabase;

class IdentityStorePostgisTest extends IdentityStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

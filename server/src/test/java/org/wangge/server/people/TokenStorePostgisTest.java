package org.wangge.server.people;

import org.wangge.server.storage.TestDatabase;

class TokenStorePostgisTest extends TokenStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

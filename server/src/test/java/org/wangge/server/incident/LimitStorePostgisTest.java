package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class LimitStorePostgisTest extends LimitStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

package org.wangge.server.grid;

import org.wangge.server.storage.TestDatabase;

class SizeRuleStorePostgisTest extends SizeRuleStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

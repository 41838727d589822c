package org.wangge.server.visit;

import org.wangge.server.storage.TestDatabase;

class VisitStorePostgisTest extends VisitStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

package org.wangge.server.plan;

import org.wangge.server.storage.TestDatabase;

class PlanStorePostgisTest extends PlanStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

package org.wangge.server.plan;

import org.wangge.server.storage.TestDatabase;

class PlanStoreH2Test extends PlanStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

package org.wangge.server.grid;

import org.wangge.server.storage.TestDatabase;

class SizeRuleStoreH2Test extends SizeRuleStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

package org.wangge.server.plan;

import org.wangge.server.storage.TestDatabase;

class TogetherStoreH2Test extends TogetherStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

package org.wangge.server.grid;

import org.wangge.server.storage.TestDatabase;

class GridStoreH2Test extends GridStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

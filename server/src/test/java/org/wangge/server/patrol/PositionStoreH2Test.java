package org.wangge.server.patrol;

import org.wangge.server.storage.TestDatabase;

class PositionStoreH2Test extends PositionStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

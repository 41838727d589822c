package org.wangge.server.shift;

import org.wangge.server.storage.TestDatabase;

class ShiftStoreH2Test extends ShiftStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

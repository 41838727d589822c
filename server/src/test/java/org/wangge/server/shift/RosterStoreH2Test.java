package org.wangge.server.shift;

import org.wangge.server.storage.TestDatabase;

class RosterStoreH2Test extends RosterStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

package org.wangge.server.patrol.round;

import org.wangge.server.storage.TestDatabase;

class RoundStoreH2Test extends RoundStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

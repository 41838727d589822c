package org.wangge.server.patrol;

import org.wangge.server.storage.TestDatabase;

class TrackStoreH2Test extends TrackStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

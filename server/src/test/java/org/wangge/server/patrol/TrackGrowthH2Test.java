package org.wangge.server.patrol;

import org.wangge.server.storage.TestDatabase;

class TrackGrowthH2Test extends TrackGrowthContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

package org.wangge.server.patrol;

import org.wangge.server.storage.TestDatabase;

class TrackGrowthPostgisTest extends TrackGrowthContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

package org.wangge.server.clock;

import org.wangge.server.storage.TestDatabase;

class TimerPostgisTest extends TimerContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

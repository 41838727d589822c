package org.wangge.server.clock;

import org.wangge.server.storage.TestDatabase;

class TimerH2Test extends TimerContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

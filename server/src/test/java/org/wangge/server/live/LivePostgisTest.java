package org.wangge.server.live;

import org.wangge.server.storage.TestDatabase;

class LivePostgisTest extends LiveContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

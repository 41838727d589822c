package org.wangge.server.patrol;

import org.wangge.server.storage.TestDatabase;

class LookPostgisTest extends LookContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

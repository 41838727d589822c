package org.wangge.server.alarm;

import org.wangge.server.storage.TestDatabase;

class AlarmStorePostgisTest extends AlarmStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

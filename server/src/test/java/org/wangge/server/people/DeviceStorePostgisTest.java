package org.wangge.server.people;

import org.wangge.server.storage.TestDatabase;

class DeviceStorePostgisTest extends DeviceStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

package org.wangge.server.emergency;

import org.wangge.server.storage.TestDatabase;

class EmergencyStorePostgisTest extends EmergencyStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

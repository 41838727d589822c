package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class JointStorePostgisTest extends JointStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

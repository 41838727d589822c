package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class TaskStorePostgisTest extends TaskStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

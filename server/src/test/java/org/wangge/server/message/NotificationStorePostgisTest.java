package org.wangge.server.message;

import org.wangge.server.storage.TestDatabase;

class NotificationStorePostgisTest extends NotificationStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

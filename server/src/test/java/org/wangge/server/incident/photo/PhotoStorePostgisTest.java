package org.wangge.server.incident.photo;

import org.wangge.server.storage.TestDatabase;

class PhotoStorePostgisTest extends PhotoStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

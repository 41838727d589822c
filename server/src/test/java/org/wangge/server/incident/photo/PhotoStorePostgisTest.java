package org.wangge.server.incident.photo;

import org.wangge.server.storage.TestDatabase;

class PhotoStorePostgisTest extends PhotoStoreContract {
  @Override
  protected TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class IncidentStorePostgisTest extends IncidentStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

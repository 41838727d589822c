package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class IncidentClocksPostgisTest extends IncidentClocksContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class IncidentClocksH2Test extends IncidentClocksContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

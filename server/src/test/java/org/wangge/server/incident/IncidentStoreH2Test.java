package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class IncidentStoreH2Test extends IncidentStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

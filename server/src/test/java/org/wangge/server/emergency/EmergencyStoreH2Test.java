package org.wangge.server.emergency;

import org.wangge.server.storage.TestDatabase;

class EmergencyStoreH2Test extends EmergencyStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

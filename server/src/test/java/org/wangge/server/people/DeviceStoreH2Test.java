package org.wangge.server.people;

import org.wangge.server.storage.TestDatabase;

class DeviceStoreH2Test extends DeviceStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

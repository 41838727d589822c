package org.wangge.server.alarm;

import org.wangge.server.storage.TestDatabase;

class AlarmStoreH2Test extends AlarmStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

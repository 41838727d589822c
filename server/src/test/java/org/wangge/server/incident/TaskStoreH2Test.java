package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class TaskStoreH2Test extends TaskStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

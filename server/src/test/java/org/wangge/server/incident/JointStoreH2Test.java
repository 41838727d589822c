package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class JointStoreH2Test extends JointStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class LimitStoreH2Test extends LimitStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

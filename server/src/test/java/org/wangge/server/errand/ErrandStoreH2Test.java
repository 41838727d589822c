package org.wangge.server.errand;

import org.wangge.server.storage.TestDatabase;

class ErrandStoreH2Test extends ErrandStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

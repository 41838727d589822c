package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class CategoryStoreH2Test extends CategoryStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

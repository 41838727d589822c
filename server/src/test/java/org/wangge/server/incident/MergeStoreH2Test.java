package org.wangge.server.incident;

import org.wangge.server.storage.TestDatabase;

class MergeStoreH2Test extends MergeStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

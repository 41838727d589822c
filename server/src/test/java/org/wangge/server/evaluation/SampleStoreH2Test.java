package org.wangge.server.evaluation;

import org.wangge.server.storage.TestDatabase;

class SampleStoreH2Test extends SampleStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

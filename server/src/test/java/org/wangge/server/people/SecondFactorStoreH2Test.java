package org.wangge.server.people;

import org.wangge.server.storage.TestDatabase;

class SecondFactorStoreH2Test extends SecondFactorStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

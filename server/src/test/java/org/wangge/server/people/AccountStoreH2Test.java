package org.wangge.server.people;

import org.wangge.server.storage.TestDatabase;

class AccountStoreH2Test extends AccountStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

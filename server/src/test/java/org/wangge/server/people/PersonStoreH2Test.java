package org.wangge.server.people;

import org.wangge.server.storage.TestDatabase;

class PersonStoreH2Test extends PersonStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

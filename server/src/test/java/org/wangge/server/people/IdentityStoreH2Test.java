package org.wangge.server.people;

import org.wangge.server.storage.TestDatabase;

class IdentityStoreH2Test extends IdentityStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

package org.wangge.server.people;

import org.wangge.server.storage.TestDatabase;

class TokenStoreH2Test extends TokenStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

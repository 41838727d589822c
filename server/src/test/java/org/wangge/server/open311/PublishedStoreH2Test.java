package org.wangge.server.open311;

import org.wangge.server.storage.TestDatabase;

class PublishedStoreH2Test extends PublishedStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

package org.wangge.server.whistle;

import org.wangge.server.storage.TestDatabase;

class WhistleStoreH2Test extends WhistleStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

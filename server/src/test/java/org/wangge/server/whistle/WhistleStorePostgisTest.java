package org.wangge.server.whistle;

import org.wangge.server.storage.TestDatabase;

class WhistleStorePostgisTest extends WhistleStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

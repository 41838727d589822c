package org.wangge.server.figure;

import org.wangge.server.storage.TestDatabase;

class FigureStorePostgisTest extends FigureStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

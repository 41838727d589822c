package org.wangge.server.figure;

import org.wangge.server.storage.TestDatabase;

class FigureStoreH2Test extends FigureStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

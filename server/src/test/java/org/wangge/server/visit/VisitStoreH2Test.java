package org.wangge.server.visit;

import org.wangge.server.storage.TestDatabase;

class VisitStoreH2Test extends VisitStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

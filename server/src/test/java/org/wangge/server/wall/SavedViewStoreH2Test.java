package org.wangge.server.wall;

import org.wangge.server.storage.TestDatabase;

class SavedViewStoreH2Test extends SavedViewStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

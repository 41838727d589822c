package org.wangge.server.place;

import org.wangge.server.storage.TestDatabase;

class PlaceStoreH2Test extends PlaceStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

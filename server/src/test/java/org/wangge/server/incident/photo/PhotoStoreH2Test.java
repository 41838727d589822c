package org.wangge.server.incident.photo;

import org.wangge.server.storage.TestDatabase;

class PhotoStoreH2Test extends PhotoStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

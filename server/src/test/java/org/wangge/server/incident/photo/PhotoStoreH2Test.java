package org.wangge.server.incident.photo;

import org.wangge.server.storage.TestDatabase;

class PhotoStoreH2Test extends PhotoStoreContract {
  @Override
  protected TestDatabase kind() {
    return TestDatabase.H2;
  }
}

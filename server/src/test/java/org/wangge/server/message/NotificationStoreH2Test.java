package org.wangge.server.message;

import org.wangge.server.storage.TestDatabase;

class NotificationStoreH2Test extends NotificationStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

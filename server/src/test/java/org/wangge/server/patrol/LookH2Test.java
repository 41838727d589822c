package org.wangge.server.patrol;

import org.wangge.server.storage.TestDatabase;

class LookH2Test extends LookContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

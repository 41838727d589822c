package org.wangge.server.live;

import org.wangge.server.storage.TestDatabase;

class LiveH2Test extends LiveContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

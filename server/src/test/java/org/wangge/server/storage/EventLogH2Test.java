package org.wangge.server.storage;

class EventLogH2Test extends EventLogContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

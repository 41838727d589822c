package org.wangge.server.audit;

import org.wangge.server.storage.TestDatabase;

class AuditH2Test extends AuditContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

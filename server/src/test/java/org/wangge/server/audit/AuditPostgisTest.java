package org.wangge.server.audit;

import org.wangge.server.storage.TestDatabase;

class AuditPostgisTest extends AuditContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

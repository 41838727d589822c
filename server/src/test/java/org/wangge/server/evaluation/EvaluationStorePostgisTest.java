package org.wangge.server.evaluation;

import org.wangge.server.storage.TestDatabase;

class EvaluationStorePostgisTest extends EvaluationStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

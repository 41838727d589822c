package org.wangge.server.evaluation;

import org.wangge.server.storage.TestDatabase;

class EvaluationStoreH2Test extends EvaluationStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

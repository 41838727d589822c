package org.wangge.server.camera;

import org.wangge.server.storage.TestDatabase;

class CameraStorePostgisTest extends CameraStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

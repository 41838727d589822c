package org.wangge.server.camera;

import org.wangge.server.storage.TestDatabase;

class CameraStoreH2Test extends CameraStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

package org.wangge.server.incident.note;

import org.wangge.server.storage.TestDatabase;

class NoteStorePostgisTest extends NoteStoreContract {
  @Override
  protected TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}

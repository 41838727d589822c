package org.wangge.server.incident.note;

import org.wangge.server.storage.TestDatabase;

class NoteStoreH2Test extends NoteStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}

package org.wangge.server.incident.note;

import org.wangge.server.storage.TestDatabase;

class NoteStoreH2Test extends NoteStoreContract {
  @Override
  protected TestDatabase kind() {
    return TestDatabase.H2;
  }
}

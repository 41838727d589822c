package org.wangge.server.storage;

import java.sql.SQLException;

/** The database did not do what it was asked. Nothing of the transaction stays. */
public final class StorageFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StorageFailure(String what, SQLException cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}

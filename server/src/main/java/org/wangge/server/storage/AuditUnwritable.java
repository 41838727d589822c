package org.wangge.server.storage;

/** What somebody does cannot be recorded, so it is not done. */
public final class AuditUnwritable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AuditUnwritable(String what, Throwable cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}

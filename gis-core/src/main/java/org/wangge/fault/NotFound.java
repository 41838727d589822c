package org.wangge.fault;

import java.util.Map;

/** What was asked for does not exist, or not for this caller. */
public final class NotFound extends Fault {
  private static final long serialVersionUID = 1L;

  public NotFound(String code, Map<String, ?> details) {
    super(code, details);
  }
}

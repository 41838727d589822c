package org.wangge.fault;

import java.util.Map;

/** The caller is known and may not do this. */
public final class Forbidden extends Fault {
  private static final long serialVersionUID = 1L;

  public Forbidden(String code) {
    super(code, Map.of());
  }
}

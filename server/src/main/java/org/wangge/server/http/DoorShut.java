package org.wangge.server.http;

import java.util.Map;

/** A request that is turned away before anybody asks who sent it. */
public final class DoorShut extends RuntimeException {
  private final int status;
  private final String code;
  private final Map<String, Object> details;

  public DoorShut(int status, String code, Map<String, Object> details) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
    this.details = Map.copyOf(details);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  Map<String, Object> details() {
    return details;
  }
}

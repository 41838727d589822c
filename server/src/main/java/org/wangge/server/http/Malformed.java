package org.wangge.server.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that cannot be read: answered 400, before any rule is asked. */
public final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String code;
  private final transient Map<String, Object> details;

  public Malformed(String field, String code, Map<String, ?> details) {
    super(code + " in " + field + " " + details);
    this.field = field;
    this.code = code;
    this.details = new LinkedHashMap<>(details);
  }

  public String field() {
    return field;
  }

  public String code() {
    return code;
  }

  public Map<String, Object> details() {
    return details;
  }
}

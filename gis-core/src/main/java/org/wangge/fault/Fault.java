package org.wangge.fault;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal with a stable code. The code is a metric and a key of the message catalogs; the details
 * fill the message's blanks and reach the client, so they never hold personal data.
 */
public abstract sealed class Fault extends RuntimeException
    permits Conflict, Forbidden, Invalid, NotFound {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Map<String, Object> details;

  Fault(String code, Map<String, ?> details) {
    super(code + " " + details);
    this.code = code;
    this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** Stable, in kebab case, such as {@code outside-every-grid}. */
  public String code() {
    return code;
  }

  public Map<String, Object> details() {
    return details;
  }
}

package org.wangge.server.importing;

import java.util.LinkedHashMap;
import java.util.Map;

/** One record cannot be taken; the others are not concerned. */
final class RecordRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final transient Map<String, Object> details;

  RecordRefused(String problem, Map<String, ?> details) {
    super(problem + " " + details, null, false, false);
    this.problem = problem;
    this.details = new LinkedHashMap<>(details);
  }

  String problem() {
    return problem;
  }

  Map<String, Object> details() {
    return details;
  }
}

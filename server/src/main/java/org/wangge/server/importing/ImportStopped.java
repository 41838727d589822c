package org.wangge.server.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wangge.grid.RecordPlace;

/** The file as a whole cannot be imported. Nothing of it is loaded. */
public final class ImportStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final transient RecordPlace place;
  private final transient Map<String, Object> details;

  ImportStopped(String problem, RecordPlace place, Map<String, ?> details) {
    super(problem + " at " + place + " " + details, null, false, false);
    this.problem = problem;
    this.place = place;
    this.details = new LinkedHashMap<>(details);
  }

  public String problem() {
    return problem;
  }

  public RecordPlace place() {
    return place;
  }

  public Map<String, Object> details() {
    return details;
  }
}

package org.wangge.server.incident;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wangge.incident.limit.StageLimit;
import org.wangge.server.clock.CalendarJson;

/** Limits of stages as JSON. */
final class LimitJson {
  private LimitJson() {}

  static Map<String, Object> limit(StageLimit limit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", limit.id());
    json.put("version", limit.version());
    json.put("category", limit.scope().category());
    json.put("condition", limit.scope().condition());
    json.put("stage", limit.scope().stage().word());
    json.put("limit", CalendarJson.limit(limit.limit()));
    json.put("warnPercents", limit.warnPercents());
    json.put("since", limit.since().toString());
    return json;
  }
}

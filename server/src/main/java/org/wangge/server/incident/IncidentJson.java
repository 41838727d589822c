package org.wangge.server.incident;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Category;
import org.wangge.incident.Incident;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.storage.Points;

/** Incidents as GeoJSON. */
final class IncidentJson {
  private IncidentJson() {}

  static Map<String, Object> feature(Incident incident, Instant now) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", incident.id());
    properties.put("number", incident.number());
    properties.put("category", incident.category());
    properties.put("state", incident.step().word());
    properties.put("priority", incident.priority().word());
    properties.put("channel", incident.channel().word());
    properties.put("grid", incident.gridCode());
    properties.put("reportedAt", incident.reportedAt().toString());
    properties.put("filedAt", text(incident.filedOrNull()));
    properties.put("dueAt", text(incident.dueOrNull()));
    properties.put("closedAt", text(incident.closedOrNull()));
    properties.put("overdue", incident.overdue(now));
    properties.put("generated", incident.generated());
    return FeaturePage.feature(incident.id(), Points.toDegrees(incident.location()), properties);
  }

  static Map<String, Object> category(Category category) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", category.code());
    json.put("nameZh", category.nameZh());
    json.put("nameEn", category.nameEn());
    return json;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}

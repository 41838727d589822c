package org.wangge.server.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.incident.SeenReport;
import org.wangge.people.PersonalField;
import org.wangge.people.Shown;

/** What was said in reports. */
final class ReportJson {
  private ReportJson() {}

  static Map<String, Object> seen(SeenReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("report", report.number());
    json.put("channel", report.channel().word());
    json.put("reportedAt", report.reportedAt().toString());
    json.put("description", report.description());
    List<String> masked = new ArrayList<>();
    List<String> revealable = new ArrayList<>();
    put(json, PersonalField.REPORTER_NAME, report.name(), masked, revealable);
    put(json, PersonalField.REPORTER_PHONE, report.phone(), masked, revealable);
    json.put("masked", masked);
    json.put("revealable", revealable);
    return json;
  }

  private static void put(
      Map<String, Object> json,
      PersonalField field,
      Shown shown,
      List<String> masked,
      List<String> revealable) {
    json.put(field.member(), shown.text());
    if (shown.masked()) {
      masked.add(field.member());
    }
    if (shown.revealable()) {
      revealable.add(field.member());
    }
  }
}

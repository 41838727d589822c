package org.wangge.incident.file;

import org.jspecify.annotations.Nullable;
import org.wangge.incident.Incident;

/**
 * What a file is with: a report, or what was done to an incident.
 *
 * @param reportKeyOrNull key of the report; null where it is with a deed
 * @param incidentIdOrNull id of the incident of the deed; null where it is with a report
 * @param version of the incident after the deed; 0 where it is with a report
 * @param place among the files of its kind of the same thing, from 1
 */
public record FileUse(
    @Nullable String reportKeyOrNull, @Nullable String incidentIdOrNull, int version, int place) {

  public static FileUse ofReport(String key, int place) {
    return new FileUse(key, null, 0, place);
  }

  /** With what was just done to an incident. */
  public static FileUse ofDeed(Incident changed, int place) {
    return new FileUse(null, changed.id(), changed.version(), place);
  }

  public boolean isReport() {
    return reportKeyOrNull != null;
  }
}

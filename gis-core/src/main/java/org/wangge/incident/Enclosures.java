package org.wangge.incident;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** What goes with reports and deeds: photos, and notes that were spoken. Thread-safe. */
public final class Enclosures {
  /** For an intake to which nobody sends any. */
  public static final Enclosures NONE = new Enclosures(IncidentFiles.NONE, IncidentFiles.NONE);

  private final IncidentFiles photos;
  private final IncidentFiles notes;

  public Enclosures(IncidentFiles photos, IncidentFiles notes) {
    this.photos = photos;
    this.notes = notes;
  }

  /**
   * What goes with one report or one deed.
   *
   * @param photos ids
   * @param notes ids
   */
  public record Enclosed(List<String> photos, List<String> notes) {
    public static final Enclosed NOTHING = new Enclosed(List.of(), List.of());

    public Enclosed {
      photos = List.copyOf(photos);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Puts files that nothing has yet with a report.
   *
   * @param incident what became of the report
   * @throws org.wangge.fault.Invalid where one is not known, or is with something already
   */
  public void attachToReport(
      Tx tx, Caller caller, Incident incident, String reportKey, Enclosed enclosed) {
    photos.attachToReport(tx, caller, incident, reportKey, enclosed.photos());
    notes.attachToReport(tx, caller, incident, reportKey, enclosed.notes());
  }

  /**
   * Puts files that nothing has yet with what was just done to an incident.
   *
   * @throws org.wangge.fault.Invalid as above
   */
  public void attachToDeed(Tx tx, Caller caller, Incident changed, Enclosed enclosed) {
    photos.attachToDeed(tx, caller, changed, enclosed.photos());
    notes.attachToDeed(tx, caller, changed, enclosed.notes());
  }

  /** What went with a report. */
  Enclosed ofReport(Tx tx, Caller caller, String reportKey) {
    return new Enclosed(
        photos.ofReport(tx, caller, reportKey), notes.ofReport(tx, caller, reportKey));
  }

  void eraseReport(Tx tx, Caller caller, String reportKey) {
    photos.eraseReport(tx, caller, reportKey);
    notes.eraseReport(tx, caller, reportKey);
  }

  void eraseIncident(Tx tx, Caller caller, String incidentId) {
    photos.eraseIncident(tx, caller, incidentId);
    notes.eraseIncident(tx, caller, incidentId);
  }
}

package org.wangge.incident;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * The photos of incidents, as reports and deeds know them: by their ids. Within the transaction of
 * what they belong to. Thread-safe.
 */
public interface IncidentPhotos {
  /** At most so many photos go with one report or one deed. */
  int MOST = 6;

  /** For an intake to which nobody sends photos. */
  IncidentPhotos NONE =
      new IncidentPhotos() {
        @Override
        public void attachToReport(
            Tx tx, Caller caller, Incident incident, String reportKey, List<String> photos) {}

        @Override
        public void attachToDeed(Tx tx, Caller caller, Incident changed, List<String> photos) {}

        @Override
        public List<String> ofReport(Tx tx, Caller caller, String reportKey) {
          return List.of();
        }

        @Override
        public void eraseReport(Tx tx, Caller caller, String reportKey) {}

        @Override
        public void eraseIncident(Tx tx, Caller caller, String incidentId) {}
      };

  /**
   * Puts photos that nothing has yet with a report.
   *
   * @param incident what became of the report
   * @throws org.wangge.fault.Invalid with code {@code photo-unknown}, also where it is with
   *     something else already, or {@code photos-too-many}
   */
  void attachToReport(
      Tx tx, Caller caller, Incident incident, String reportKey, List<String> photos);

  /**
   * Puts photos that nothing has yet with what was just done to an incident: its version tells
   * which step they show.
   *
   * @throws org.wangge.fault.Invalid as above
   */
  void attachToDeed(Tx tx, Caller caller, Incident changed, List<String> photos);

  /** Ids of the photos of a report, in the order in which they were given. */
  List<String> ofReport(Tx tx, Caller caller, String reportKey);

  /** Erases the photos of a report. */
  void eraseReport(Tx tx, Caller caller, String reportKey);

  /** Erases the photos of all reports of an incident and of what was done to it. */
  void eraseIncident(Tx tx, Caller caller, String incidentId);
}

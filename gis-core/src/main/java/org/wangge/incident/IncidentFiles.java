package org.wangge.incident;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Files of one kind that go with incidents, as reports and deeds know them: by their ids. Within
 * the transaction of what they belong to. Thread-safe.
 */
public interface IncidentFiles {
  /** For an intake to which nobody sends any. */
  IncidentFiles NONE =
      new IncidentFiles() {
        @Override
        public void attachToReport(
            Tx tx, Caller caller, Incident incident, String reportKey, List<String> ids) {}

        @Override
        public void attachToDeed(Tx tx, Caller caller, Incident changed, List<String> ids) {}

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
   * Puts files that nothing has yet with a report.
   *
   * @param incident what became of the report
   * @throws org.wangge.fault.Invalid with a code of their kind where one is not known, also where
   *     it is with something else already, or where there are too many
   */
  void attachToReport(Tx tx, Caller caller, Incident incident, String reportKey, List<String> ids);

  /**
   * Puts files that nothing has yet with what was just done to an incident: its version tells to
   * which step they belong.
   *
   * @throws org.wangge.fault.Invalid as above
   */
  void attachToDeed(Tx tx, Caller caller, Incident changed, List<String> ids);

  /** Ids of those of a report, in the order in which they were given. */
  List<String> ofReport(Tx tx, Caller caller, String reportKey);

  /** Erases those of a report. */
  void eraseReport(Tx tx, Caller caller, String reportKey);

  /** Erases those of all reports of an incident and of what was done to it. */
  void eraseIncident(Tx tx, Caller caller, String incidentId);
}

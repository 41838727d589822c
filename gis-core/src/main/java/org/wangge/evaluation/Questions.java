package org.wangge.evaluation;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Incident;

/**
 * Who brings questions to reporters: declared here, done by whoever sends messages. Told in the
 * transaction of the closing, so that a message to be sent is there with it or not at all.
 * Thread-safe.
 */
@FunctionalInterface
public interface Questions {

  /**
   * Reporters are asked.
   *
   * @param incident that was closed
   * @param asked one for each report, by whose key its reporter is found
   */
  void asked(Tx tx, Caller caller, Incident incident, List<Question> asked);
}

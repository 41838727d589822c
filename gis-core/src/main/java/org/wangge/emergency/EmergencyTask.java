package org.wangge.emergency;

import java.time.Instant;
import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * What is to be done at every household, as a question that is answered by yes or no.
 *
 * @param text what is asked at the door
 * @param yesIsHazard whether a yes is a hazard that is looked at again
 * @param until when it is to be done
 */
public record EmergencyTask(String text, boolean yesIsHazard, Instant until) {
  /** Characters of the longest text. */
  public static final int LONGEST = 200;

  /**
   * @throws Invalid with code {@code emergency-task}
   */
  public EmergencyTask {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new Invalid("task.text", "emergency-task", Map.of("most", LONGEST));
    }
  }
}

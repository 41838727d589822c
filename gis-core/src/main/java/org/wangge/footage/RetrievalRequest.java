package org.wangge.footage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.wangge.fault.Invalid;

/**
 * What somebody wants to look at, and why.
 *
 * @param cameras ids; not changed afterwards
 * @param span what of their footage
 * @param reason one of a list
 * @param caseNumber letters, digits and hyphens; empty where there is none
 */
public record RetrievalRequest(
    Set<String> cameras, Span span, RetrievalReason reason, String caseNumber) {
  /** So many cameras at once are as many as a wall of tiles shows. */
  public static final int MOST_CAMERAS = 16;

  /** So much of each at once. */
  public static final Duration LONGEST = Duration.ofDays(1);

  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{0,40}");

  /**
   * Refuses what is no such request.
   *
   * @throws Invalid with code {@code retrieval-cameras}, {@code retrieval-span} or {@code
   *     case-number-malformed}
   */
  public RetrievalRequest {
    cameras = Set.copyOf(cameras);
    if (cameras.isEmpty() || cameras.size() > MOST_CAMERAS) {
      throw new Invalid(
          "cameras", "retrieval-cameras", Map.of("given", cameras.size(), "most", MOST_CAMERAS));
    }
    if (span.isEmpty() || span.length().compareTo(LONGEST) > 0) {
      throw new Invalid("to", "retrieval-span", Map.of("mostHours", LONGEST.toHours()));
    }
    if (!NUMBER.matcher(caseNumber).matches()) {
      throw new Invalid("case", "case-number-malformed", Map.of());
    }
  }

  /** The reason as an audit keeps it. */
  String why() {
    return caseNumber.isEmpty() ? reason.word() : reason.word() + " " + caseNumber;
  }

  /** The ids in order. */
  public List<String> orderedCameras() {
    return cameras.stream().sorted().toList();
  }
}

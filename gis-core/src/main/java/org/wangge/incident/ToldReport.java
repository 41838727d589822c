package org.wangge.incident;

import java.time.Instant;

/**
 * A report as it was told: what is personal of it is whole.
 *
 * @param key of the report
 * @param channel how it came in
 * @param reportedAt when
 * @param description in the reporter's words; empty where there are none, or where it was erased
 * @param reporter who sent it
 */
public record ToldReport(
    String key, Channel channel, Instant reportedAt, String description, Reporter reporter) {

  /** Nothing personal gets into a log by being printed. */
  @Override
  public String toString() {
    return "a report by " + channel.word();
  }
}

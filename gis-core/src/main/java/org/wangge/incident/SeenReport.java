package org.wangge.incident;

import java.time.Instant;
import org.wangge.people.Shown;

/**
 * A report as a caller may see it.
 *
 * @param number counts the reports of the incident, from 1
 * @param channel how it came in
 * @param reportedAt when
 * @param description with the numbers of people masked for who may not see them
 * @param name of the reporter
 * @param phone of the reporter
 */
public record SeenReport(
    int number, Channel channel, Instant reportedAt, String description, Shown name, Shown phone) {}

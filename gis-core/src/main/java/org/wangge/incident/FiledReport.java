package org.wangge.incident;

import java.time.Instant;

/**
 * A report on record.
 *
 * @param report what was said
 * @param incidentId the incident it belongs to
 * @param reportedAt when it came in
 */
public record FiledReport(Report report, String incidentId, Instant reportedAt) {}

package org.wangge.incident;

/**
 * What somebody sends: a report, who they are, and what goes with it.
 *
 * @param report what they say
 * @param reporter who they are, as far as they say it
 * @param enclosed what goes with it
 */
record Submission(Report report, Reporter reporter, Enclosures.Enclosed enclosed) {
  String key() {
    return report.key();
  }
}

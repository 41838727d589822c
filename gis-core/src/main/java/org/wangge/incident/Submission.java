package org.wangge.incident;

import java.util.List;

/**
 * What somebody sends: a report, who they are, and what they have photographed.
 *
 * @param report what they say
 * @param reporter who they are, as far as they say it
 * @param photos ids of the photos that go with it
 */
record Submission(Report report, Reporter reporter, List<String> photos) {

  Submission {
    photos = List.copyOf(photos);
  }

  String key() {
    return report.key();
  }
}

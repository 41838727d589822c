package org.wangge.server.importing;

import java.util.Map;
import org.wangge.grid.RecordPlace;

/** Takes what a reader finds, record by record. */
interface RecordSink {
  void accept(RawArea area);

  /**
   * A record the reader itself cannot take.
   *
   * @param properties what is known of it, for its name and code in the report
   */
  void refuse(RecordPlace place, Map<String, String> properties, RecordRefused reason);

  /** A remark on a record that is also accepted. */
  void warn(
      RecordPlace place,
      Map<String, String> properties,
      String problem,
      Map<String, Object> details);
}

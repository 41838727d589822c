package org.wangge.server.shift;

import java.util.List;
import org.wangge.event.Tx;
import org.wangge.server.storage.JdbcTx;

/** Keeps others from deciding about the same things until a transaction ends. */
final class ShiftHolds {
  private ShiftHolds() {}

  /** Holds some things, which come in an order that all who hold several keep. */
  static void hold(Tx tx, List<String> subjects) {
    JdbcTx jdbc = JdbcTx.of(tx);
    for (String subject : subjects) {
      jdbc.update("insert into shift_hold (subject) values (?) on conflict do nothing", subject);
      var unused =
          jdbc.queryOne(
              "select subject from shift_hold where subject = ? for update",
              row -> row.string("subject"),
              subject);
    }
  }
}

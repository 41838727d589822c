package org.wangge.server.storage;

import java.util.Set;
import org.wangge.event.Tx;
import org.wangge.people.Masking;

/** Takes phone numbers out of what was written in words. */
public final class Numbers {
  private Numbers() {}

  /**
   * Puts the mark of what was erased where one of the numbers stands.
   *
   * @param table in the store of whoever asks
   * @param column of words in it
   */
  public static void erase(Tx tx, String table, String column, Set<String> numbers) {
    String update =
        "update %s set %s = replace(%s, ?, ?) where %s like ?"
            .formatted(table, column, column, column);
    for (String number : numbers) {
      JdbcTx.of(tx).update(update, number, Masking.ERASED, Where.holding(number));
    }
  }
}

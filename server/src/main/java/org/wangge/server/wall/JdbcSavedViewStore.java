package org.wangge.server.wall;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.server.storage.JdbcTx;
import org.wangge.wall.SavedViewStore;
import org.wangge.wall.SavedViews;

/** Views of the wall in plain SQL for both databases. Thread-safe. */
final class JdbcSavedViewStore implements SavedViewStore {

  @Override
  public SavedViews own(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .queryOne(
            "select version, views from wall_views where account = ?",
            row -> new SavedViews(row.integer("version"), views(row.string("views"))),
            caller.account())
        .orElse(SavedViews.NONE);
  }

  private static List<String> views(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\\|"));
  }

  @Override
  public void keep(Tx tx, Caller caller, SavedViews next) {
    JdbcTx jdbc = JdbcTx.of(tx);
    String text = String.join("|", next.views());
    int kept =
        next.version() == 1
            ? jdbc.update(
                "insert into wall_views (account, version, views) values (?, 1, ?) on conflict do nothing",
                caller.account(),
                text)
            : jdbc.update(
                "update wall_views set version = ?, views = ? where account = ? and version = ?",
                next.version(),
                text,
                caller.account(),
                next.version() - 1);
    if (kept == 0) {
      throw Conflict.version(next.version() - 1, next.version());
    }
  }
}

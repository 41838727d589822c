package org.wangge.server.incident.photo;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.file.FileUse;
import org.wangge.incident.photo.Exposure;
import org.wangge.incident.photo.Photo;
import org.wangge.incident.photo.PhotoSize;
import org.wangge.incident.photo.PhotoStore;
import org.wangge.server.incident.file.JdbcFileStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;

/** Photos in plain SQL for both databases. Thread-safe. */
final class JdbcPhotoStore extends JdbcFileStore<Photo> implements PhotoStore {
  JdbcPhotoStore() {
    super("incident_photo", "incident_photo_print", "photo_id");
  }

  @Override
  public void add(Tx tx, Caller caller, Photo photo, Exposure.Prints prints) {
    LatticePoint where = photo.positionOrNull();
    int added =
        JdbcTx.of(tx)
            .update(
                """
                insert into incident_photo (id, width_pixels, height_pixels, taken_at, added_at,
                  waiting_since, taken_where, version, place)
                values (?, ?, ?, ?, ?, ?, ?, 0, 0)
                on conflict do nothing
                """,
                photo.id(),
                photo.widthPixels(),
                photo.heightPixels(),
                photo.takenAtOrNull(),
                photo.addedAt(),
                photo.addedAt(),
                where == null ? null : Points.toDegrees(where));
    if (added == 0) {
      return;
    }
    for (PhotoSize size : PhotoSize.values()) {
      JdbcTx.of(tx)
          .update(
              "insert into incident_photo_print (photo_id, size, picture) values (?, ?, ?)",
              photo.id(),
              size.word(),
              prints.of(size));
    }
  }

  @Override
  public Optional<byte[]> print(Tx tx, Caller caller, String id, PhotoSize size) {
    return JdbcTx.of(tx)
        .queryOne(
            "select picture from incident_photo_print where photo_id = ? and size = ?",
            row -> row.bytes("picture"),
            id,
            size.word());
  }

  @Override
  public boolean attach(Tx tx, Caller caller, String id, FileUse use, @Nullable Integer metersOff) {
    return JdbcTx.of(tx)
            .update(
                """
                update incident_photo
                set waiting_since = null, taken_where = null, report_key = ?, incident_id = ?,
                  version = ?, place = ?, meters_off = ?
                where id = ? and waiting_since is not null
                """,
                use.reportKeyOrNull(),
                use.incidentIdOrNull(),
                use.version(),
                use.place(),
                metersOff,
                id)
        == 1;
  }

  @Override
  public void remove(Tx tx, Caller caller, String id) {
    var unused = remove(tx, "id = ?", id);
  }

  @Override
  public boolean removeLongestWaiting(Tx tx, Instant before) {
    return JdbcTx.of(tx)
        .queryOne(
            """
            select id from incident_photo where waiting_since < ? order by waiting_since, id limit 1
            """,
            row -> row.string("id"),
            before)
        .map(id -> remove(tx, "waiting_since is not null and id = ?", id) > 0)
        .orElse(false);
  }

  @Override
  protected Photo read(Row row, @Nullable FileUse useOrNull) throws SQLException {
    return new Photo(
        row.string("id"),
        row.integer("width_pixels"),
        row.integer("height_pixels"),
        row.instantIfAny("taken_at").orElse(null),
        row.instant("added_at"),
        row.geometry("taken_where").map(Points::onLattice).orElse(null),
        useOrNull,
        row.numberIfAny("meters_off").map(Long::intValue).orElse(null));
  }
}

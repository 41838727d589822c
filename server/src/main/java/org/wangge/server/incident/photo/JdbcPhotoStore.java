package org.wangge.server.incident.photo;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.photo.Exposure;
import org.wangge.incident.photo.Photo;
import org.wangge.incident.photo.PhotoSize;
import org.wangge.incident.photo.PhotoStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;

/** Photos in plain SQL for both databases. Thread-safe. */
final class JdbcPhotoStore implements PhotoStore {
  private static final String OF_INCIDENT =
      """
      (incident_id = ? or report_key in
        (select r.report_key from incident_report r where r.incident_id = ? or r.incident_id in
          (select m.incident_id from incident_merge m where m.into_id = ?)))
      """;

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
  public Optional<Photo> find(Tx tx, Caller caller, String id) {
    return JdbcTx.of(tx)
        .queryOne("select * from incident_photo where id = ?", JdbcPhotoStore::read, id);
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
  public boolean attach(Tx tx, Caller caller, String id, Photo.Use use) {
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
                use.metersOffOrNull(),
                id)
        == 1;
  }

  @Override
  public List<Photo> ofReport(Tx tx, Caller caller, String reportKey) {
    return JdbcTx.of(tx)
        .query(
            "select * from incident_photo where report_key = ? order by place",
            JdbcPhotoStore::read,
            reportKey);
  }

  @Override
  public List<Photo> ofIncident(Tx tx, Caller caller, String incidentId) {
    return JdbcTx.of(tx)
        .query(
            "select * from incident_photo where "
                + OF_INCIDENT
                + "order by version, report_key, place",
            JdbcPhotoStore::read,
            incidentId,
            incidentId,
            incidentId);
  }

  @Override
  public int waiting(Tx tx) {
    return JdbcTx.of(tx)
        .queryOne(
            "select count(*) as many from incident_photo where waiting_since is not null",
            row -> row.integer("many"))
        .orElseThrow();
  }

  @Override
  public int removeWaiting(Tx tx, Instant before) {
    return remove(tx, "waiting_since < ?", before);
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
  public void removeOfReport(Tx tx, Caller caller, String reportKey) {
    remove(tx, "report_key = ?", reportKey);
  }

  @Override
  public void removeOfIncident(Tx tx, Caller caller, String incidentId) {
    remove(tx, OF_INCIDENT, incidentId, incidentId, incidentId);
  }

  private static int remove(Tx tx, String condition, @Nullable Object... parameters) {
    JdbcTx.of(tx)
        .update(
            "delete from incident_photo_print where photo_id in (select id from incident_photo where "
                + condition
                + ")",
            parameters);
    return JdbcTx.of(tx).update("delete from incident_photo where " + condition, parameters);
  }

  private static Photo read(Row row) throws SQLException {
    Photo.Use use =
        new Photo.Use(
            row.stringIfAny("report_key").orElse(null),
            row.stringIfAny("incident_id").orElse(null),
            row.integer("version"),
            row.integer("place"),
            row.numberIfAny("meters_off").map(Long::intValue).orElse(null));
    return new Photo(
        row.string("id"),
        row.integer("width_pixels"),
        row.integer("height_pixels"),
        row.instantIfAny("taken_at").orElse(null),
        row.instant("added_at"),
        row.geometry("taken_where").map(Points::onLattice).orElse(null),
        row.instantIfAny("waiting_since").isPresent() ? null : use);
  }
}

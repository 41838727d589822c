package org.wangge.server.incident.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.photo.Exposure;
import org.wangge.incident.photo.Photo;
import org.wangge.incident.photo.PhotoRegister;
import org.wangge.incident.photo.PhotoSize;
import org.wangge.server.incident.IncidentStores;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.TestDatabase;

/** What the store of photos promises, on either database. */
abstract class PhotoStoreContract {
  private static final Caller CALLER = Caller.upkeep();
  private static final Instant T0 =
      Instant.parse("2026-11-02T00:30:00Z").truncatedTo(ChronoUnit.MICROS);
  private static final LatticePoint PLACE = new LatticePoint(1_126_137_000, 289_182_000);

  private final JdbcPhotoStore store = new JdbcPhotoStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_photo_waits_is_put_with_one_thing_once_and_forgets_where_it_was_taken() {
    report("one", "incident-1");
    Photo waiting = photo("a", T0, PLACE);
    add(waiting);
    add(photo("a", T0.plusSeconds(9), null));
    assertThat(find("a")).as("the first stays").isEqualTo(waiting);
    assertThat(read(store::waiting)).isEqualTo(1);
    Photo.Use use = new Photo.Use("one", null, 0, 1, 12);
    assertThat(attach("a", use)).isTrue();
    assertThat(attach("a", new Photo.Use(null, "incident-1", 2, 1, null))).isFalse();
    assertThat(attach("never", use)).isFalse();
    assertThat(find("a")).isEqualTo(new Photo("a", 20, 10, T0, T0, null, use));
    assertThat(read(store::waiting)).isZero();
    byte[] small = read(tx -> store.print(tx, CALLER, "a", PhotoSize.SMALL)).orElseThrow();
    assertThat(small).containsExactly(4, 5);
    byte[] large = read(tx -> store.print(tx, CALLER, "a", PhotoSize.LARGE)).orElseThrow();
    assertThat(large).containsExactly(1, 2, 3);
  }

  @Test
  void the_photos_of_an_incident_are_those_of_its_reports_and_of_what_was_done() {
    report("one", "incident-1");
    report("other", "incident-2");
    for (String id : List.of("a", "b", "c", "d")) {
      add(photo(id, T0, null));
    }
    attach("d", new Photo.Use("one", null, 0, 1, null));
    attach("a", new Photo.Use("one", null, 0, 2, null));
    attach("b", new Photo.Use(null, "incident-1", 3, 1, null));
    attach("c", new Photo.Use("other", null, 0, 1, null));
    assertThat(ids(tx -> store.ofIncident(tx, CALLER, "incident-1")))
        .containsExactly("d", "a", "b");
    assertThat(ids(tx -> store.ofReport(tx, CALLER, "one"))).containsExactly("d", "a");
    write(
        tx -> {
          store.removeOfReport(tx, CALLER, "other");
          store.removeOfIncident(tx, CALLER, "incident-1");
          return true;
        });
    for (String id : List.of("a", "b", "c", "d")) {
      boolean there = read(tx -> store.find(tx, CALLER, id)).isPresent();
      boolean printed = read(tx -> store.print(tx, CALLER, id, PhotoSize.LARGE)).isPresent();
      assertThat(there || printed).as(id).isFalse();
    }
  }

  @Test
  void only_what_waits_goes_by_itself_the_longest_first() {
    report("one", "incident-1");
    for (int i = 0; i < 4; i++) {
      add(photo("p" + i, T0.plusSeconds(i), null));
    }
    attach("p0", new Photo.Use("one", null, 0, 1, null));
    boolean tooSoon = write(tx -> store.removeLongestWaiting(tx, T0.plusSeconds(1)));
    assertThat(tooSoon).isFalse();
    boolean gone = write(tx -> store.removeLongestWaiting(tx, T0.plusSeconds(2)));
    assertThat(gone).isTrue();
    int swept = write(tx -> store.removeWaiting(tx, T0.plusSeconds(3)));
    assertThat(swept).isEqualTo(1);
    assertThat(read(store::waiting)).isEqualTo(1);
    assertThat(find("p0").use()).isPresent();
    assertThat(find("p3").use()).isEmpty();
  }

  @Test
  void a_photo_more_than_may_wait_is_not_taken_for_now() {
    PhotoRegister register =
        new PhotoRegister(
            database, store, IncidentStores.incidents(), IncidentStores.reporters(), 1);
    Exposure exposure =
        new Exposure(20, 10, null, null, new Exposure.Prints(new byte[] {1}, new byte[] {2}));
    assertThat(register.add(CALLER, "a", exposure)).isPresent();
    assertThat(register.add(CALLER, "b", exposure)).isEmpty();
    Optional<Photo> refused = read(tx -> store.find(tx, CALLER, "b"));
    assertThat(refused).isEmpty();
    report("one", "incident-1");
    attach("a", new Photo.Use("one", null, 0, 1, null));
    assertThat(register.add(CALLER, "b", exposure)).isPresent();
  }

  private void report(String key, String incident) {
    write(
        tx -> {
          JdbcTx jdbc = JdbcTx.of(tx);
          jdbc.update(
              """
              insert into incident_incident (id, number, category, step, priority, channel, location,
                grid_code, reported_at, generated)
              values (?, ?, 'noise', 'collect', 'ordinary', 'phone',
                cast('SRID=4326;POINT(1 2)' as geometry), null, ?, false)
              """,
              incident,
              incident,
              T0);
          return jdbc.update(
              """
              insert into incident_report (report_key, incident_id, category, channel, location,
                description, reported_at, generated)
              values (?, ?, 'noise', 'phone', cast('SRID=4326;POINT(1 2)' as geometry), '', ?, false)
              """,
              key,
              incident,
              T0);
        });
  }

  private static Photo photo(String id, Instant at, @Nullable LatticePoint where) {
    return new Photo(id, 20, 10, at, at, where, null);
  }

  private void add(Photo photo) {
    write(
        tx -> {
          store.add(
              tx, CALLER, photo, new Exposure.Prints(new byte[] {1, 2, 3}, new byte[] {4, 5}));
          return true;
        });
  }

  private boolean attach(String id, Photo.Use use) {
    return write(tx -> store.attach(tx, CALLER, id, use));
  }

  private Photo find(String id) {
    return read(tx -> store.find(tx, CALLER, id)).orElseThrow();
  }

  private List<String> ids(Function<Tx, List<Photo>> work) {
    return read(work).stream().map(Photo::id).toList();
  }

  private <T> T read(Function<Tx, T> work) {
    return database.read(work);
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(CALLER, work);
  }
}

package org.wangge.incident.photo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.Geodesy;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFiles;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.ReporterStore;
import org.wangge.people.SecretHash;

/**
 * Photos: anyone may hand one in, it waits a day for the report or deed it is for, and is then seen
 * by those who may see that. Thread-safe.
 */
public final class PhotoRegister implements IncidentFiles {
  /** At most so many go with one report or one deed. */
  public static final int MOST = 6;

  /** How long a photo waits for what it is for. */
  static final Duration WAITS = Duration.ofHours(24);

  /**
   * When there are too many, the oldest of them goes early, but no sooner than someone needs to
   * fill in a form.
   */
  static final Duration WAITS_AT_LEAST = Duration.ofMinutes(15);

  private final Transactions transactions;
  private final PhotoStore store;
  private final IncidentStore incidents;
  private final ReporterStore reporters;
  private final int mostWaiting;

  /**
   * Makes the register.
   *
   * @param mostWaiting so many photos may wait at once
   */
  public PhotoRegister(
      Transactions transactions,
      PhotoStore store,
      IncidentStore incidents,
      ReporterStore reporters,
      int mostWaiting) {
    this.transactions = transactions;
    this.store = store;
    this.incidents = incidents;
    this.reporters = reporters;
    this.mostWaiting = mostWaiting;
  }

  /** One that has come in already under an id. */
  public Optional<Photo> find(Caller caller, String id) {
    return transactions.read(tx -> store.find(tx, caller, id));
  }

  /**
   * Keeps a photo until it is put with something. The same again changes nothing.
   *
   * @param id its own; nobody can guess it
   * @return as it is kept; empty when too many wait, for now
   */
  public Optional<Photo> add(Caller caller, String id, Exposure exposure) {
    return transactions.write(
        caller,
        tx -> {
          if (!hasRoom(tx)) {
            return Optional.empty();
          }
          store.add(tx, caller, Photo.waiting(id, tx.now(), exposure), exposure.prints());
          return store.find(tx, caller, id);
        });
  }

  private boolean hasRoom(Tx tx) {
    Instant young = tx.now().minus(WAITS_AT_LEAST);
    return store.waiting(tx) < mostWaiting || store.removeLongestWaiting(tx, young);
  }

  /** Removes those that have waited too long. Answers how many. */
  public int sweep(Caller caller) {
    Caller keeper = caller.with(Right.RUN);
    return transactions.write(keeper, tx -> store.removeWaiting(tx, tx.now().minus(WAITS)));
  }

  @Override
  public void attachToReport(
      Tx tx, Caller caller, Incident incident, String reportKey, List<String> photos) {
    attach(tx, caller, incident, photos, reportKey);
  }

  @Override
  public void attachToDeed(Tx tx, Caller caller, Incident changed, List<String> photos) {
    attach(tx, caller, changed, photos, null);
  }

  private void attach(
      Tx tx, Caller caller, Incident incident, List<String> photos, @Nullable String reportKey) {
    if (photos.size() > MOST) {
      throw new Invalid("photos", "photos-too-many", Map.of("given", photos.size(), "most", MOST));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < photos.size(); i++) {
      String id = photos.get(i);
      Optional<Photo> photo = store.find(tx, caller, id);
      Photo.Use use =
          new Photo.Use(
              reportKey,
              reportKey == null ? incident.id() : null,
              reportKey == null ? incident.version() : 0,
              i + 1,
              photo.map(one -> metersOff(one, incident)).orElse(null));
      if (photo.isEmpty() || !seen.add(id) || !store.attach(tx, caller, id, use)) {
        throw new Invalid("photos[" + i + "]", "photo-unknown", Map.of("place", i + 1));
      }
    }
  }

  private static @Nullable Integer metersOff(Photo photo, Incident incident) {
    return photo
        .position()
        .map(at -> (int) Math.round(Geodesy.distanceMeters(at, incident.location())))
        .orElse(null);
  }

  @Override
  public List<String> ofReport(Tx tx, Caller caller, String reportKey) {
    return store.ofReport(tx, caller, reportKey).stream().map(Photo::id).toList();
  }

  @Override
  public void eraseReport(Tx tx, Caller caller, String reportKey) {
    store.removeOfReport(tx, caller, reportKey);
  }

  @Override
  public void eraseIncident(Tx tx, Caller caller, String incidentId) {
    store.removeOfIncident(tx, caller, incidentId);
  }

  /**
   * Those of an incident, the reports' first.
   *
   * @throws NotFound with code {@code incident-unknown}, also where the caller may not see it
   */
  public List<Photo> list(Caller caller, String incidentId) {
    Caller reader = caller.with(Right.READ_REPORTS);
    return transactions.read(
        tx -> {
          requireSeen(tx, reader, incidentId);
          return store.ofIncident(tx, reader, incidentId);
        });
  }

  /**
   * The picture of a photo of an incident, as JPEG.
   *
   * @throws NotFound with code {@code incident-unknown} or {@code photo-unknown}
   */
  public byte[] picture(Caller caller, String incidentId, String id, PhotoSize size) {
    Caller reader = caller.with(Right.READ_REPORTS);
    return transactions.read(
        tx -> {
          requireSeen(tx, reader, incidentId);
          return print(tx, reader, store.ofIncident(tx, reader, incidentId), id, size);
        });
  }

  private void requireSeen(Tx tx, Caller caller, String incidentId) {
    if (incidents.find(tx, caller, incidentId).isEmpty()) {
      throw new NotFound("incident-unknown", Map.of("id", incidentId));
    }
  }

  private byte[] print(Tx tx, Caller caller, List<Photo> among, String id, PhotoSize size) {
    if (among.stream().noneMatch(photo -> photo.id().equals(id))) {
      throw new NotFound("photo-unknown", Map.of());
    }
    return store
        .print(tx, caller, id, size)
        .orElseThrow(() -> new NotFound("photo-unknown", Map.of()));
  }

  /**
   * The photos of the report that the holder of a token follows.
   *
   * @throws NotFound with code {@code report-unknown}
   */
  public List<Photo> own(Caller caller, String token) {
    return transactions.read(tx -> own(tx, caller, token));
  }

  private List<Photo> own(Tx tx, Caller caller, String token) {
    String key =
        reporters
            .findKey(tx, SecretHash.of(token))
            .orElseThrow(() -> new NotFound("report-unknown", Map.of()));
    return store.ofReport(tx, caller, key);
  }

  /**
   * The picture of one of them, as JPEG.
   *
   * @throws NotFound with code {@code report-unknown} or {@code photo-unknown}
   */
  public byte[] ownPicture(Caller caller, String token, String id, PhotoSize size) {
    return transactions.read(tx -> print(tx, caller, own(tx, caller, token), id, size));
  }
}

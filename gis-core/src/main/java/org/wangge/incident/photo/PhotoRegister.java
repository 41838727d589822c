package org.wangge.incident.photo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.Geodesy;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.ReporterStore;
import org.wangge.incident.file.FileRegister;
import org.wangge.incident.file.FileUse;
import org.wangge.people.SecretHash;

/**
 * Photos: anyone may hand one in, it waits a day for the report or deed it is for, and is then seen
 * by those who may see that. Thread-safe.
 */
public final class PhotoRegister extends FileRegister<Photo> {
  /** At most so many go with one report or one deed. */
  public static final int MOST = 6;

  /**
   * When there are too many, the oldest of them goes early, but no sooner than someone needs to
   * fill in a form.
   */
  static final Duration WAITS_AT_LEAST = Duration.ofMinutes(15);

  private final Transactions transactions;
  private final PhotoStore store;
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
    super(transactions, store, incidents, MOST);
    this.transactions = transactions;
    this.store = store;
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

  @Override
  protected boolean attach(Tx tx, Caller caller, String id, FileUse use, Incident incident) {
    return store
        .find(tx, caller, id)
        .map(photo -> store.attach(tx, caller, id, use, metersOff(photo, incident)))
        .orElse(false);
  }

  private static @Nullable Integer metersOff(Photo photo, Incident incident) {
    return photo
        .position()
        .map(at -> (int) Math.round(Geodesy.distanceMeters(at, incident.location())))
        .orElse(null);
  }

  @Override
  protected Invalid tooMany(int given, int most) {
    return new Invalid("photos", "photos-too-many", Map.of("given", given, "most", most));
  }

  @Override
  protected Invalid unknown(int place) {
    return new Invalid("photos[" + (place - 1) + "]", "photo-unknown", Map.of("place", place));
  }

  /**
   * The picture of a photo of an incident, as JPEG.
   *
   * @throws NotFound with code {@code incident-unknown} or {@code photo-unknown}
   */
  public byte[] picture(Caller caller, String incidentId, String id, PhotoSize size) {
    Caller reader = caller.with(Right.READ_REPORTS);
    return transactions.read(tx -> print(tx, reader, ofIncident(tx, reader, incidentId), id, size));
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

package org.wangge.errand;

import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.photo.PhotoStore;

/**
 * Erases what is personal of errands wherever it stands: the words, the photo of what was done, and
 * the report that an errand became. Whether the caller may is decided before. Thread-safe.
 */
public final class ErrandErasure {
  private static final String KEY = "errand-";

  private final ErrandStore store;
  private final PhotoStore photos;
  private final ErrandReports reports;

  /**
   * Makes it.
   *
   * @param photos where photos of what was done are kept
   * @param reports that errands become
   */
  public ErrandErasure(ErrandStore store, PhotoStore photos, ErrandReports reports) {
    this.store = store;
    this.photos = photos;
    this.reports = reports;
  }

  /** Erases one that the transaction holds, and the report that it became. */
  void erase(Tx tx, Caller caller, Errand errand) {
    forget(tx, caller, errand);
    errand
        .incident()
        .ifPresent(
            incident ->
                keysOf(tx, errand.id()).stream()
                    .filter(key -> reports.incidentOf(tx, key).filter(incident::equals).isPresent())
                    .forEach(key -> reports.erase(tx, caller, key)));
  }

  /**
   * The key under which the report of an errand comes in: reports take any key that their senders
   * choose, so nobody may be able to guess this one and be first.
   */
  String keyOf(Tx tx, long id) {
    return KEY + store.tokenHash(tx, id);
  }

  /** Also the one under which reports of errands came in formerly. */
  private List<String> keysOf(Tx tx, long id) {
    return List.of(keyOf(tx, id), KEY + id);
  }

  /** An incident is erased: so are the errands that became it. */
  public void eraseIncident(Tx tx, Caller caller, String incidentId) {
    store.ofIncident(tx, caller, incidentId).forEach(one -> forgetAnew(tx, caller, one.id()));
  }

  /** A report is erased: so is the errand that became it. */
  public void eraseReport(Tx tx, Caller caller, String key) {
    if (!key.startsWith(KEY)) {
      return;
    }
    reports.incidentOf(tx, key).stream()
        .flatMap(incident -> store.ofIncident(tx, caller, incident).stream())
        .filter(one -> keysOf(tx, one.id()).contains(key))
        .forEach(one -> forgetAnew(tx, caller, one.id()));
  }

  /** Not where it was the erasure of the errand that has led here. */
  private void forgetAnew(Tx tx, Caller caller, long id) {
    store.hold(tx, caller, id);
    store
        .find(tx, Caller.upkeep(), id)
        .filter(
            one ->
                one.photoOrNull() != null || !store.words(tx, caller, id).equals(ErrandWords.NONE))
        .ifPresent(one -> forget(tx, caller, one));
  }

  private void forget(Tx tx, Caller caller, Errand errand) {
    store.erase(tx, caller, errand.id());
    letGo(tx, caller, errand);
    tx.record(new ErrandEvent.ErrandErased(errand));
  }

  /** Removes the photo of one, which nobody can reach any more. */
  void letGo(Tx tx, Caller caller, Errand errand) {
    String photo = errand.photoOrNull();
    if (photo != null) {
      photos.remove(tx, caller, photo);
    }
  }
}

package org.wangge.errand;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.incident.Channel;
import org.wangge.incident.Report;
import org.wangge.incident.Reporter;
import org.wangge.incident.file.FileUse;
import org.wangge.incident.photo.PhotoSize;
import org.wangge.incident.photo.PhotoStore;

/** Errands as those know them who send volunteers, and the volunteers. Thread-safe. */
public final class ErrandRegister {
  /** So many can be asked at once. */
  public static final int MOST_OFFERS = 20;

  /** So many are told to one volunteer; the others when these are done. */
  static final int MOST_IN_HAND = 200;

  private static final FileUse DONE = new FileUse(null, null, 0, 1);

  private final Transactions transactions;
  private final ErrandStore store;
  private final Parts parts;

  /**
   * What it works with.
   *
   * @param heads who sends volunteers
   * @param volunteers who can be sent
   * @param photos where photos of what was done are kept
   * @param reports that errands become
   * @param lapse notices what nobody accepted in time
   * @param erasure of what is personal
   */
  public record Parts(
      ErrandHeads heads,
      ErrandVolunteers volunteers,
      PhotoStore photos,
      ErrandReports reports,
      ErrandLapse lapse,
      ErrandErasure erasure) {}

  public ErrandRegister(Transactions transactions, ErrandStore store, Parts parts) {
    this.transactions = transactions;
    this.store = store;
    this.parts = parts;
  }

  /** Those of the caller's areas. */
  public List<ErrandSight> list(Caller caller, ErrandQuery query) {
    Caller reader = caller.with(Right.READ_ERRANDS);
    return transactions.read(
        tx -> {
          List<Errand> found = store.list(tx, reader, query);
          Map<Long, ErrandWords> words = words(tx, caller, found);
          return found.stream().map(one -> atDesk(caller, one, of(words, one))).toList();
        });
  }

  /**
   * The one of an id.
   *
   * @throws NotFound with code {@code errand-unknown}, also where the caller may not see it
   */
  public ErrandSight get(Caller caller, long id) {
    Caller reader = caller.with(Right.READ_ERRANDS);
    return transactions.read(tx -> atDesk(tx, caller, get(tx, reader, id)));
  }

  /** How many are how far in the caller's areas, grid by grid. */
  public List<ErrandTally> progress(Caller caller, @Nullable String areaOrNull) {
    Caller reader = caller.with(Right.READ_ERRANDS);
    return transactions.read(tx -> store.tallies(tx, reader, areaOrNull));
  }

  /**
   * The picture of what was done.
   *
   * @throws NotFound with code {@code errand-unknown} or {@code errand-photo-unknown}
   */
  public byte[] picture(Caller caller, long id) {
    Caller reader = caller.with(Right.READ_ERRANDS);
    return transactions.read(
        tx -> {
          String photo = get(tx, reader, id).photoOrNull();
          return Optional.ofNullable(photo)
              .flatMap(known -> parts.photos().print(tx, reader, known, PhotoSize.LARGE))
              .orElseThrow(() -> new NotFound("errand-photo-unknown", Map.of("errand", id)));
        });
  }

  /**
   * Who can be sent.
   *
   * @throws NotFound with code {@code errand-unknown}
   */
  public List<String> volunteers(Caller caller, long id) {
    Caller reader = caller.with(Right.DISPATCH_ERRANDS);
    return transactions.read(tx -> parts.volunteers().at(tx, get(tx, reader, id).place()));
  }

  /**
   * Offers it to volunteers: the first to accept has it. What was not done, or is past the wished
   * time, can be done for {@link ErrandWindow#AGAIN} from now.
   *
   * @param ifVersion the version the caller has seen
   * @throws NotFound with code {@code errand-unknown}
   * @throws Conflict with code {@code version-conflict}, {@code errand-not-head} or {@code
   *     errand-state}
   * @throws Invalid with code {@code errand-volunteers} where one of them cannot be sent
   */
  public ErrandSight dispatch(Caller caller, long id, int ifVersion, List<String> accounts) {
    if (accounts.isEmpty() || accounts.size() > MOST_OFFERS) {
      throw new Invalid("to", "errand-volunteers", Map.of("most", MOST_OFFERS));
    }
    return atHead(
        caller,
        id,
        ifVersion,
        ErrandAct.DISPATCH,
        (tx, errand) -> {
          if (!parts.volunteers().areAt(tx, errand.place(), accounts)) {
            throw new Invalid("to", "errand-volunteers", Map.of("most", MOST_OFFERS));
          }
          return errand.dispatched(accounts, tx.now());
        });
  }

  /**
   * Sends it back to the resident, who is told why.
   *
   * @throws Conflict as {@link #dispatch}
   */
  public ErrandSight giveBack(Caller caller, long id, int ifVersion, String reason) {
    if (reason.isBlank()) {
      throw new Invalid("reason", "errand-reason");
    }
    return atHead(
        caller,
        id,
        ifVersion,
        ErrandAct.RETURN,
        (tx, errand) -> {
          Errand returned = errand.returned(tx.now());
          store.say(tx, caller, id, ErrandWords.Later.REASON, reason);
          return returned;
        });
  }

  /**
   * Makes an incident of it, in the resident's words and under the resident's name.
   *
   * @param category of the incident
   * @throws Conflict as {@link #dispatch}
   * @throws Invalid with code {@code category-unknown}
   */
  public ErrandSight file(Caller caller, long id, int ifVersion, String category) {
    return atHead(
        caller,
        id,
        ifVersion,
        ErrandAct.FILE,
        (tx, errand) -> {
          errand.requireFileable();
          ErrandWords words = store.words(tx, caller, id);
          Report report =
              new Report(
                  parts.erasure().keyOf(tx, id),
                  category,
                  Channel.RESIDENT_PAGE,
                  errand.place().at(),
                  "〔点单 " + id + "〕" + words.wish(),
                  errand.generated());
          Reporter reporter = new Reporter(words.name(), words.phone());
          String incident = parts.reports().take(tx, caller, report, reporter);
          return errand.filed(incident, tx.now());
        });
  }

  private ErrandSight atHead(
      Caller caller, long id, int ifVersion, ErrandAct act, BiFunction<Tx, Errand, Errand> change) {
    Caller actor = caller.with(Right.DISPATCH_ERRANDS);
    return transactions.write(
        caller,
        tx -> {
          Errand before = held(tx, actor, id, ifVersion);
          if (!parts.heads().isHead(caller, before.place())) {
            throw new Conflict("errand-not-head", Map.of("errand", id));
          }
          return atDesk(tx, caller, kept(tx, actor, act, change.apply(tx, before)));
        });
  }

  /** What the caller was asked to do and has not answered, or has in hand. */
  public List<ErrandSight> offered(Caller caller) {
    Caller volunteer = caller.with(Right.TAKE_ERRANDS);
    return transactions.read(
        tx -> {
          List<Errand> found = store.listOf(tx, volunteer, caller.account(), MOST_IN_HAND);
          Map<Long, ErrandWords> words = words(tx, volunteer, found);
          return found.stream()
              .map(one -> ErrandSight.inHand(volunteer.account(), one, of(words, one)))
              .toList();
        });
  }

  /**
   * The caller does it: from now on they know for whom.
   *
   * @throws NotFound with code {@code errand-unknown}
   * @throws Conflict with code {@code errand-taken} where somebody else was first, {@code
   *     errand-not-offered}, {@code errand-state} or {@code version-conflict}
   */
  public ErrandSight accept(Caller caller, long id, int ifVersion) {
    return inHand(
        caller,
        id,
        ifVersion,
        ErrandAct.ACCEPT,
        (tx, errand) -> errand.accepted(caller.account(), tx.now()));
  }

  /**
   * The caller cannot, or not any more.
   *
   * @throws Conflict as {@link #accept}
   */
  public void decline(Caller caller, long id, int ifVersion) {
    var unused =
        inHand(
            caller,
            id,
            ifVersion,
            ErrandAct.DECLINE,
            (tx, errand) -> errand.declined(caller.account(), tx.now()));
  }

  /**
   * It is done.
   *
   * @param words what there is to say; empty for nothing
   * @param photoOrNull id of a photo that was handed in and waits; null for none
   * @throws Invalid with code {@code errand-photo}
   * @throws Conflict as {@link #accept}
   */
  public ErrandSight finish(
      Caller caller, long id, int ifVersion, String words, @Nullable String photoOrNull) {
    return inHand(
        caller,
        id,
        ifVersion,
        ErrandAct.FINISH,
        (tx, errand) -> {
          Errand finished = errand.finished(photoOrNull, tx.now());
          if (!errand.isHeldBy(caller.account())) {
            throw new Conflict("errand-not-offered", Map.of("errand", id));
          }
          // Of what was done before, and was not good.
          parts.erasure().letGo(tx, caller, errand);
          if (photoOrNull != null && !parts.photos().attach(tx, caller, photoOrNull, DONE, null)) {
            throw new Invalid("photo", "errand-photo");
          }
          store.say(tx, caller, id, ErrandWords.Later.TOLD, words);
          return finished;
        });
  }

  private ErrandSight inHand(
      Caller caller, long id, int ifVersion, ErrandAct act, BiFunction<Tx, Errand, Errand> change) {
    Caller actor = caller.with(Right.TAKE_ERRANDS);
    return transactions.write(
        caller,
        tx -> {
          store.hold(tx, actor, id);
          Errand before = get(tx, actor, id);
          if (act == ErrandAct.ACCEPT && before.holder().isPresent()) {
            throw new Conflict("errand-taken", Map.of("errand", id));
          }
          Errand after = change.apply(tx, held(tx, actor, id, ifVersion));
          return inHand(tx, actor, kept(tx, actor, act, after));
        });
  }

  /**
   * Erases what is personal of one, also in the report that it became; how far it came stays.
   *
   * @param ifVersion the version of the errand the caller has seen; it stays the same
   * @throws NotFound with code {@code errand-unknown}
   * @throws Conflict with code {@code version-conflict}
   */
  public void erase(Caller caller, long id, int ifVersion) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    var unused =
        transactions.write(
            caller,
            tx -> {
              Errand errand = held(tx, keeper, id, ifVersion);
              parts.erasure().erase(tx, keeper, errand);
              return 0;
            });
  }

  private Errand held(Tx tx, Caller actor, long id, int ifVersion) {
    store.hold(tx, actor, id);
    Errand errand = get(tx, actor, id);
    Conflict.unlessNewest(ifVersion, errand.version());
    return errand;
  }

  private Errand kept(Tx tx, Caller actor, ErrandAct act, Errand changed) {
    store.change(tx, actor, changed);
    parts.lapse().follow(tx, actor, changed);
    tx.record(new ErrandEvent.ErrandChanged(act, changed));
    return changed;
  }

  private Map<Long, ErrandWords> words(Tx tx, Caller caller, List<Errand> errands) {
    return store.words(tx, caller, errands.stream().map(Errand::id).toList());
  }

  private static ErrandWords of(Map<Long, ErrandWords> words, Errand errand) {
    return words.getOrDefault(errand.id(), ErrandWords.NONE);
  }

  private ErrandSight atDesk(Tx tx, Caller caller, Errand errand) {
    return atDesk(caller, errand, store.words(tx, caller, errand.id()));
  }

  private ErrandSight atDesk(Caller caller, Errand errand, ErrandWords words) {
    return ErrandSight.atDesk(caller, errand, words, parts.heads().isHead(caller, errand.place()));
  }

  private ErrandSight inHand(Tx tx, Caller caller, Errand errand) {
    return ErrandSight.inHand(caller.account(), errand, store.words(tx, caller, errand.id()));
  }

  private Errand get(Tx tx, Caller reader, long id) {
    return store
        .find(tx, reader, id)
        .orElseThrow(() -> new NotFound("errand-unknown", Map.of("errand", id)));
  }
}

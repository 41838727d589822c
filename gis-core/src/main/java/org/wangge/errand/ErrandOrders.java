package org.wangge.errand;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.GridFinder;
import org.wangge.grid.Level;
import org.wangge.incident.ReportTokens;
import org.wangge.people.SecretHash;

/** The residents' side of errands: whoever holds the token of an order follows it. Thread-safe. */
public final class ErrandOrders {
  private final Transactions transactions;
  private final ErrandStore store;
  private final ErrandKindStore kinds;
  private final GridFinder grids;
  private final Supplier<AreaAtlas> atlas;
  private final ReportTokens tokens;
  private final ErrandLapse lapse;
  private final ErrandErasure erasure;

  /**
   * Makes it.
   *
   * @param tokens with which orders are followed: of another secret than those of reports
   */
  public ErrandOrders(
      Transactions transactions,
      ErrandStore store,
      ErrandKindStore kinds,
      GridFinder grids,
      Supplier<AreaAtlas> atlas,
      ReportTokens tokens,
      ErrandLapse lapse,
      ErrandErasure erasure) {
    this.transactions = transactions;
    this.store = store;
    this.kinds = kinds;
    this.grids = grids;
    this.atlas = atlas;
    this.tokens = tokens;
    this.lapse = lapse;
    this.erasure = erasure;
  }

  /**
   * What a resident gets.
   *
   * @param token lets whoever holds it follow the order
   * @param isNew whether the order came for the first time
   */
  public record Receipt(String token, Errand errand, boolean isNew) {}

  /** What the holder of a token may know of an order: what they said, and what they are told. */
  public record Followed(Errand errand, ErrandWords words) {}

  /**
   * Takes an order in. The same order sent again changes nothing and gets the same answer.
   *
   * @throws Invalid with code {@code errand-kind-unknown}, {@code errand-window}, {@code
   *     errand-outside} or {@code errand-grid-unknown}
   * @throws Conflict with code {@code errand-key-taken} when another order came under the key
   */
  public Receipt order(Caller asking, ErrandOrder order) {
    Caller caller = asking.with(Right.PUBLIC);
    String token = tokens.tokenOf(order.key());
    String hash = SecretHash.of(token);
    return transactions.write(
        caller,
        tx ->
            store
                .findByToken(tx, hash)
                .map(known -> again(order, token, known))
                .orElseGet(() -> new Receipt(token, added(tx, caller, order, hash), true)));
  }

  private static Receipt again(ErrandOrder order, String token, Errand known) {
    if (!known.kind().equals(order.kind()) || !known.window().isOf(order.window())) {
      throw new Conflict("errand-key-taken", Map.of());
    }
    return new Receipt(token, known, false);
  }

  private Errand added(Tx tx, Caller caller, ErrandOrder order, String hash) {
    if (kinds.find(tx, caller, order.kind()).filter(kind -> !kind.retired()).isEmpty()) {
      throw new Invalid("kind", "errand-kind-unknown", Map.of("kind", order.kind()));
    }
    order.window().requireAheadOf(tx.now());
    Errand ordered = Errand.ordered(order, place(tx, order), tx.now());
    Errand kept = store.add(tx, caller, ordered, order.words(), order.key(), hash);
    lapse.follow(tx, caller, kept);
    tx.record(new ErrandEvent.ErrandChanged(ErrandAct.ORDER, kept));
    return kept;
  }

  private Errand.Place place(Tx tx, ErrandOrder order) {
    LatticePoint given = order.atOrNull();
    LatticePoint at = given == null ? middleOf(order.gridOrNull()) : given;
    String grid = grids.hold(tx, List.of(at)).at(at);
    if (grid == null) {
      throw new Invalid("lon", "errand-outside");
    }
    return new Errand.Place(grid, at);
  }

  /** Whoever came over the page of a grid need not say where in it. */
  private LatticePoint middleOf(@Nullable String grid) {
    String code = Objects.requireNonNullElse(grid, "");
    return atlas
        .get()
        .find(AreaKey.tree(code))
        .filter(area -> area.level() == Level.GRID)
        .flatMap(Area::shape)
        .map(LatticeShape::labelPoint)
        .orElseThrow(() -> new Invalid("grid", "errand-grid-unknown", Map.of("grid", code)));
  }

  /**
   * The order of a token.
   *
   * @throws NotFound with code {@code errand-unknown}
   */
  public Followed follow(Caller asking, String token) {
    Caller caller = asking.with(Right.PUBLIC);
    return transactions.read(tx -> followed(tx, caller, get(tx, token)));
  }

  private Followed followed(Tx tx, Caller caller, Errand errand) {
    return new Followed(errand, store.words(tx, caller, errand.id()));
  }

  private Errand get(Tx tx, String token) {
    return store
        .findByToken(tx, SecretHash.of(token))
        .orElseThrow(() -> new NotFound("errand-unknown", Map.of()));
  }

  /**
   * The resident does without it.
   *
   * @param ifVersion the version they have seen
   * @throws NotFound with code {@code errand-unknown}
   * @throws Conflict with code {@code version-conflict} or {@code errand-state}
   */
  public Followed withdraw(Caller caller, String token, int ifVersion) {
    return change(
        caller, token, ifVersion, ErrandAct.WITHDRAW, (tx, errand) -> errand.withdrawn(tx.now()));
  }

  /**
   * The one question at the end: was it done?
   *
   * @param words what else they say; empty for nothing
   * @throws NotFound as {@link #withdraw}
   */
  public Followed judge(Caller caller, String token, int ifVersion, boolean good, String words) {
    return change(
        caller,
        token,
        ifVersion,
        good ? ErrandAct.CONFIRM : ErrandAct.DISPUTE,
        (tx, errand) -> {
          Errand judged = errand.judged(good, tx.now());
          store.say(tx, caller, errand.id(), ErrandWords.Later.THANKS, words);
          return judged;
        });
  }

  private Followed change(
      Caller asking,
      String token,
      int ifVersion,
      ErrandAct act,
      BiFunction<Tx, Errand, Errand> change) {
    Caller caller = asking.with(Right.PUBLIC);
    return transactions.write(
        caller,
        tx -> {
          store.hold(tx, caller, get(tx, token).id());
          Errand before = get(tx, token);
          Conflict.unlessNewest(ifVersion, before.version());
          Errand after = change.apply(tx, before);
          store.change(tx, caller, after);
          lapse.follow(tx, caller, after);
          tx.record(new ErrandEvent.ErrandChanged(act, after));
          return followed(tx, caller, after);
        });
  }

  /**
   * Erases what is personal of the order of a token, also in the report that it became. An order
   * that nobody needs to know of any more is withdrawn first.
   *
   * @throws NotFound with code {@code errand-unknown}
   */
  public void erase(Caller asking, String token) {
    Caller caller = asking.with(Right.PUBLIC);
    var unused =
        transactions.write(
            caller,
            tx -> {
              store.hold(tx, caller, get(tx, token).id());
              Errand errand = get(tx, token);
              if (errand.state().isWithdrawable()) {
                errand = errand.withdrawn(tx.now());
                store.change(tx, caller, errand);
                lapse.follow(tx, caller, errand);
                tx.record(new ErrandEvent.ErrandChanged(ErrandAct.WITHDRAW, errand));
              }
              erasure.erase(tx, caller, errand);
              return 0;
            });
  }
}

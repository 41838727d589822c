package org.wangge.errand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticePoint;

/**
 * Something that a resident ordered, and whoever does it. Holds nothing personal. Immutable and
 * pure: each change gives the state one version later, or says why not.
 *
 * @param id given by the store, from 1; 0 before
 * @param version counts its changes, from 1
 * @param kind code of its {@link ErrandKind}
 * @param place where it was ordered
 * @param window when it is wished; its end moves where it is dispatched after that
 * @param state how far it is
 * @param orderedAt when it was ordered
 * @param changedAt when it was changed last
 * @param offers who was asked, in that order
 * @param holderOrNull account of the one volunteer who has it; null while nobody has
 * @param incidentOrNull id of what it became; null otherwise
 * @param photoOrNull id of a photo of what was done; null where there is none
 * @param generated whether a demonstration made it up
 */
public record Errand(
    long id,
    int version,
    String kind,
    Place place,
    ErrandWindow window,
    ErrandState state,
    Instant orderedAt,
    Instant changedAt,
    List<ErrandOffer> offers,
    @Nullable String holderOrNull,
    @Nullable String incidentOrNull,
    @Nullable String photoOrNull,
    boolean generated) {

  public Errand {
    offers = List.copyOf(offers);
  }

  /**
   * Where an errand was ordered.
   *
   * @param grid code of the grid that held the place then
   * @param at the place itself
   */
  public record Place(String grid, LatticePoint at) {}

  static Errand ordered(ErrandOrder order, Place place, Instant now) {
    return new Errand(
        0,
        1,
        order.kind(),
        place,
        order.window(),
        ErrandState.ORDERED,
        now,
        now,
        List.of(),
        null,
        null,
        null,
        order.generated());
  }

  /** Who has it. */
  public Optional<String> holder() {
    return Optional.ofNullable(holderOrNull);
  }

  /** What it became. */
  public Optional<String> incident() {
    return Optional.ofNullable(incidentOrNull);
  }

  /** The same as it was offered to some. */
  public Errand offeredTo(List<ErrandOffer> others) {
    return new Errand(
        id,
        version,
        kind,
        place,
        window,
        state,
        orderedAt,
        changedAt,
        others,
        holderOrNull,
        incidentOrNull,
        photoOrNull,
        generated);
  }

  /** The offer to an account that is still good. */
  public Optional<ErrandOffer> offerTo(String account) {
    return offers.stream()
        .filter(one -> one.account().equals(account))
        .filter(one -> one.reply() != ErrandOffer.Reply.DECLINED)
        .findFirst();
  }

  /** Whether it waits for an answer of an account. */
  public boolean isOfferedTo(String account) {
    return state == ErrandState.DISPATCHED
        && offerTo(account).filter(one -> one.reply() == ErrandOffer.Reply.OPEN).isPresent();
  }

  public boolean isHeldBy(String account) {
    return account.equals(holderOrNull);
  }

  /**
   * Offered to some more, or once more to who had declined. What was not done, and what nobody
   * accepted while it was wished, is then wished for {@link ErrandWindow#AGAIN} from now.
   */
  Errand dispatched(Collection<String> accounts, Instant now) {
    require(state.isDispatchable());
    List<ErrandOffer> all = new ArrayList<>(offers);
    all.removeIf(one -> accounts.contains(one.account()));
    accounts.stream()
        .distinct()
        .forEach(one -> all.add(new ErrandOffer(one, ErrandOffer.Reply.OPEN)));
    boolean again = state == ErrandState.DISPUTED || window.isOverAt(now);
    return with(ErrandState.DISPATCHED, again ? window.againFrom(now) : window, all, null, now);
  }

  Errand accepted(String account, Instant now) {
    if (holderOrNull != null) {
      throw new Conflict("errand-taken", Map.of("errand", id));
    }
    require(state == ErrandState.DISPATCHED);
    return with(ErrandState.ACCEPTED, replied(account, ErrandOffer.Reply.ACCEPTED), account, now);
  }

  /**
   * Said by who was asked, or by who has it and has not done it yet. Where all who were asked have
   * declined, it waits to be dispatched again.
   */
  Errand declined(String account, Instant now) {
    require(
        state == ErrandState.DISPATCHED || (state == ErrandState.ACCEPTED && isHeldBy(account)));
    List<ErrandOffer> left = replied(account, ErrandOffer.Reply.DECLINED);
    boolean open = left.stream().anyMatch(one -> one.reply() == ErrandOffer.Reply.OPEN);
    return with(open ? ErrandState.DISPATCHED : ErrandState.ORDERED, left, null, now);
  }

  Errand finished(@Nullable String photo, Instant now) {
    require(state == ErrandState.ACCEPTED);
    Errand done = with(ErrandState.DONE, offers, holderOrNull, now);
    return new Errand(
        id,
        done.version,
        kind,
        place,
        window,
        done.state,
        orderedAt,
        now,
        offers,
        holderOrNull,
        incidentOrNull,
        photo,
        generated);
  }

  /** What the resident says of what was done. */
  Errand judged(boolean good, Instant now) {
    require(state == ErrandState.DONE);
    // Whoever has not done it has it no longer, so that others can be sent.
    return good
        ? with(ErrandState.CONFIRMED, offers, holderOrNull, now)
        : with(ErrandState.DISPUTED, declinedBy(holderOrNull), null, now);
  }

  Errand returned(Instant now) {
    require(state.isDispatchable());
    return with(ErrandState.RETURNED, offers, null, now);
  }

  Errand withdrawn(Instant now) {
    require(state.isWithdrawable());
    return with(ErrandState.WITHDRAWN, offers, holderOrNull, now);
  }

  void requireFileable() {
    require(state.isDispatchable());
  }

  Errand filed(String incident, Instant now) {
    requireFileable();
    return new Errand(
        id,
        version + 1,
        kind,
        place,
        window,
        ErrandState.FILED,
        orderedAt,
        now,
        offers,
        null,
        incident,
        photoOrNull,
        generated);
  }

  Errand lapsed(Instant now) {
    require(state.isWaiting());
    return with(ErrandState.LAPSED, offers, null, now);
  }

  private void require(boolean fits) {
    if (!fits) {
      throw new Conflict("errand-state", Map.of("errand", id, "state", state.word()));
    }
  }

  private List<ErrandOffer> declinedBy(@Nullable String account) {
    return account == null ? offers : replied(account, ErrandOffer.Reply.DECLINED);
  }

  private List<ErrandOffer> replied(String account, ErrandOffer.Reply reply) {
    if (offerTo(account).isEmpty()) {
      throw new Conflict("errand-not-offered", Map.of("errand", id));
    }
    return offers.stream()
        .map(one -> one.account().equals(account) ? one.replied(reply) : one)
        .toList();
  }

  private Errand with(
      ErrandState to, List<ErrandOffer> others, @Nullable String holder, Instant now) {
    return with(to, window, others, holder, now);
  }

  private Errand with(
      ErrandState to,
      ErrandWindow wished,
      List<ErrandOffer> others,
      @Nullable String holder,
      Instant now) {
    return new Errand(
        id,
        version + 1,
        kind,
        place,
        wished,
        to,
        orderedAt,
        now,
        others,
        holder,
        incidentOrNull,
        photoOrNull,
        generated);
  }
}

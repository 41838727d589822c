package org.wangge.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wangge.word.Word;

/**
 * What has to be put right behind a door (隐患). Immutable and pure.
 *
 * @param id given by the store, from 1; 0 before
 * @param campaign id of the campaign it was found in
 * @param number of the unit
 * @param question place of the question whose answer it was
 * @param spot where it is
 * @param version counts its changes, from 1
 * @param state how far it is
 * @param found by whom and when
 * @param due until when it is to be put right, and looked at again
 * @param rechecks all looks at it since, the first one first
 */
public record Hazard(
    long id,
    long campaign,
    int number,
    int question,
    CampaignUnit.Spot spot,
    int version,
    State state,
    Campaign.Deed found,
    Instant due,
    List<Recheck> rechecks) {

  public Hazard {
    rechecks = List.copyOf(rechecks);
  }

  /** How far it is. */
  public enum State implements Word {
    FOUND,
    /** The notice (整改通知书) was handed over. */
    NOTIFIED,
    /** It was looked at again, and is there as before; a new time runs. */
    STILL_THERE,
    RECTIFIED,
    /** The answer was corrected: it was none. */
    WITHDRAWN;

    public static Optional<State> find(String word) {
      return Word.find(State.class, word);
    }

    public boolean isOpen() {
      return this != RECTIFIED && this != WITHDRAWN;
    }
  }

  /**
   * A look whether it is right.
   *
   * @param key of the sender, by which the same look sent twice is known
   * @param at when it was kept
   * @param account by whom
   * @param rectified whether it is right
   * @param photo id of the photo that shows it
   */
  public record Recheck(String key, Instant at, String account, boolean rectified, String photo) {}

  static Hazard found(
      long campaign, CampaignUnit unit, int question, Campaign.Deed found, int days) {
    return new Hazard(
        0,
        campaign,
        unit.number(),
        question,
        unit.spot(),
        1,
        State.FOUND,
        found,
        found.at().plus(Duration.ofDays(days)),
        List.of());
  }

  /** Whether its time is over and it is not known to be right. */
  public boolean isOverdue(Instant now) {
    return state.isOpen() && due.isBefore(now);
  }

  /** The look that a sender's key names. */
  Optional<Recheck> find(String key) {
    return rechecks.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /** The same under the id that the store gave it. */
  public Hazard withId(long given) {
    return new Hazard(
        given, campaign, number, question, spot, version, state, found, due, rechecks);
  }

  Hazard in(State next) {
    return with(next, due, rechecks);
  }

  /**
   * The same after a look at it.
   *
   * @param days until the next one, where it is still there
   */
  Hazard rechecked(Recheck recheck, int days) {
    List<Recheck> all = new ArrayList<>(rechecks);
    all.add(recheck);
    return recheck.rectified()
        ? with(State.RECTIFIED, due, all)
        : with(State.STILL_THERE, recheck.at().plus(Duration.ofDays(days)), all);
  }

  private Hazard with(State next, Instant until, List<Recheck> all) {
    return new Hazard(id, campaign, number, question, spot, version + 1, next, found, until, all);
  }
}

package org.wangge.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.IncidentPlace;
import org.wangge.word.Word;

/**
 * A matter that is brought to people, one after another until somebody has answered. Immutable and
 * pure.
 *
 * @param id given by the store, from 1; 0 before
 * @param version counts its changes, from 1
 * @param matter what it is about
 * @param ruleVersion by which version of the rule of its occasion
 * @param createdAt since when
 * @param addressees who is told, in which order
 * @param step which of them were told: those of this step and before; from 1
 * @param dueOrNull when the next are told, or the desk; null where nothing is waited for
 * @param state how it stands
 * @param answerOrNull by whom it was answered; null where nobody has
 */
public record Notification(
    long id,
    int version,
    Matter matter,
    int ruleVersion,
    Instant createdAt,
    List<Addressee> addressees,
    int step,
    @Nullable Instant dueOrNull,
    State state,
    @Nullable Answer answerOrNull) {

  public Notification {
    addressees = List.copyOf(addressees);
  }

  /**
   * What people are told of.
   *
   * @param occasion of what kind it is
   * @param subject what tells it from all others, such as {@code whistle/12/estate}: of each there
   *     is one notification
   * @param incidentId of which incident
   * @param place where
   * @param values what fills the blanks of texts: numbers, codes and names of things, nothing
   *     personal
   * @param generated whether it belongs to a demonstration
   */
  public record Matter(
      Occasion occasion,
      String subject,
      String incidentId,
      IncidentPlace place,
      Map<String, String> values,
      boolean generated) {

    public Matter {
      values = Map.copyOf(values);
    }
  }

  /**
   * Somebody who is told.
   *
   * @param recipient who
   * @param step with which step, from 1; all of a step are told at once
   */
  public record Addressee(Recipient recipient, int step) {}

  /** How a notification stands. */
  public enum State implements Word {
    /** 待确认: somebody was told and has not answered. */
    WAITING,
    /** 请电话联系: everybody was told, nobody has answered: somebody has to call. */
    CALL_NOW,
    /** 已确认 */
    ACKNOWLEDGED,
    /** 已失效: it needs no answer any more. */
    OVER;

    public static Optional<State> find(String word) {
      return Word.find(State.class, word);
    }

    public boolean isOpen() {
      return this == WAITING || this == CALL_NOW;
    }
  }

  /** How somebody has answered. */
  public enum Way implements Word {
    /** On a page. */
    PAGE,
    /** By telephone: whoever called says so. */
    PHONE,
    /** By doing what was asked, such as answering the whistle. */
    DEED;

    public static Optional<Way> find(String word) {
      return Word.find(Way.class, word);
    }
  }

  /**
   * That somebody has answered.
   *
   * @param recipientOrNull for whom; null where it is not known
   * @param way how
   * @param at when
   * @param account by whom it was said
   */
  public record Answer(@Nullable Recipient recipientOrNull, Way way, Instant at, String account) {}

  static Notification begun(Matter matter, int ruleVersion, Instant now, List<Addressee> who) {
    return new Notification(0, 1, matter, ruleVersion, now, who, 1, null, State.WAITING, null);
  }

  public boolean isOpen() {
    return state.isOpen();
  }

  /** Who is told with a step. */
  public List<Recipient> of(int which) {
    return addressees.stream()
        .filter(one -> one.step() == which)
        .map(Addressee::recipient)
        .toList();
  }

  /** Whether somebody has been told. */
  public boolean isTold(Recipient recipient) {
    return addressees.stream()
        .anyMatch(one -> one.step() <= step && one.recipient().equals(recipient));
  }

  boolean hasNext() {
    return addressees.stream().anyMatch(one -> one.step() > step);
  }

  Notification due(Instant at) {
    return with(step, at, state, answerOrNull);
  }

  /** The same with the next of the list told. */
  Notification onwards(Instant nextDue) {
    return with(step + 1, nextDue, State.WAITING, null);
  }

  Notification callNow() {
    return with(step, null, State.CALL_NOW, null);
  }

  Notification answered(Answer answer) {
    return with(step, null, State.ACKNOWLEDGED, answer);
  }

  Notification over() {
    return with(step, null, State.OVER, null);
  }

  private Notification with(int which, @Nullable Instant due, State now, @Nullable Answer answer) {
    return new Notification(
        id, version, matter, ruleVersion, createdAt, addressees, which, due, now, answer);
  }

  /** The same as the version after the one that is kept. */
  Notification next() {
    return new Notification(
        id,
        version + 1,
        matter,
        ruleVersion,
        createdAt,
        addressees,
        step,
        dueOrNull,
        state,
        answerOrNull);
  }
}

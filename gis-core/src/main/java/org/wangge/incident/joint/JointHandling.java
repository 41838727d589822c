package org.wangge.incident.joint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Action;
import org.wangge.incident.Handler;

/**
 * Several handle one incident together (联合处置): under one leader, with minutes, and with one
 * decision that gives each of them a duty. Immutable and pure.
 *
 * @param id given by the store, from 1; 0 before
 * @param incidentId which incident
 * @param version counts its changes; goes on from the one before it at the same incident
 * @param participants who takes part and who did, in the order in which they were given it
 * @param minutes all that was written, the oldest first; never empty
 * @param duties what was decided; empty before
 * @param endingOrNull that it is over; null while it goes on
 */
public record JointHandling(
    long id,
    String incidentId,
    int version,
    List<Participant> participants,
    List<Minute> minutes,
    List<Duty> duties,
    @Nullable Ending endingOrNull) {

  public JointHandling {
    participants = List.copyOf(participants);
    minutes = List.copyOf(minutes);
    duties = List.copyOf(duties);
  }

  /**
   * That a joint handling is over.
   *
   * @param at since when
   * @param by what was done to the incident that ended it
   */
  public record Ending(Instant at, Action by) {}

  /** Who does something, and when. */
  record Hand(Instant now, String account) {}

  static JointHandling convene(
      String incidentId, int version, List<Participant> who, String reason, Hand by) {
    Minute first = new Minute(1, Minute.Kind.CONVENED, by.now(), by.account(), reason, 0);
    return new JointHandling(0, incidentId, version, who, List.of(first), List.of(), null);
  }

  /** That it was convened, and why. */
  public Minute convened() {
    return minutes.get(0);
  }

  /** The decision; empty before. */
  public Optional<Minute> decision() {
    return minutes.stream().filter(one -> one.kind() == Minute.Kind.DECIDED).findFirst();
  }

  public boolean isOpen() {
    return endingOrNull == null;
  }

  /** Those who have the incident in hand. */
  public List<Participant> present() {
    return participants.stream().filter(Participant::isIn).toList();
  }

  /** What is still to be done. */
  public List<Duty> openDuties() {
    return duties.stream().filter(Duty::isOpen).toList();
  }

  Optional<Duty> duty(int number) {
    return duties.stream().filter(one -> one.number() == number).findFirst();
  }

  JointHandling said(String text, Hand by) {
    return changed(
        participants, with(minutes, line(Minute.Kind.SAID, text, 0, by)), duties, endingOrNull);
  }

  JointHandling decided(String text, List<Duty> given, Hand by) {
    return changed(
        participants, with(minutes, line(Minute.Kind.DECIDED, text, 0, by)), given, endingOrNull);
  }

  JointHandling done(int number, String note, Hand by) {
    List<Duty> after =
        duties.stream()
            .map(one -> one.number() == number ? one.done(by.now(), by.account()) : one)
            .toList();
    return changed(
        participants, with(minutes, line(Minute.Kind.DONE, note, number, by)), after, endingOrNull);
  }

  /**
   * The same after somebody declined: they are out, and what they had yet to do is the leader's.
   *
   * @param still those who have the incident in hand
   * @param leader of them
   */
  JointHandling left(List<Handler> still, Handler leader, Instant now) {
    List<Participant> who =
        participants.stream()
            .map(
                one ->
                    one.isIn() && !still.contains(one.handler())
                        ? one.out(now)
                        : one.leading(one.isIn() && one.handler().equals(leader)))
            .toList();
    List<Duty> whose =
        duties.stream()
            .map(one -> one.isOpen() && !still.contains(one.handler()) ? one.passedTo(leader) : one)
            .toList();
    return changed(who, minutes, whose, endingOrNull);
  }

  JointHandling ended(Instant at, Action by) {
    return changed(participants, minutes, duties, new Ending(at, by));
  }

  /** The same as somebody may read it. */
  JointHandling reading(UnaryOperator<String> text) {
    return new JointHandling(
        id,
        incidentId,
        version,
        participants,
        minutes.stream().map(one -> one.reading(text.apply(one.text()))).toList(),
        duties.stream().map(one -> one.reading(text.apply(one.what()))).toList(),
        endingOrNull);
  }

  private Minute line(Minute.Kind kind, String text, int duty, Hand by) {
    return new Minute(minutes.size() + 1, kind, by.now(), by.account(), text, duty);
  }

  private static List<Minute> with(List<Minute> all, Minute last) {
    List<Minute> more = new ArrayList<>(all);
    more.add(last);
    return more;
  }

  private JointHandling changed(
      List<Participant> who, List<Minute> lines, List<Duty> whose, @Nullable Ending ending) {
    return new JointHandling(id, incidentId, version + 1, who, lines, whose, ending);
  }
}

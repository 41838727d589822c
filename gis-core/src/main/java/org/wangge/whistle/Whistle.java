package org.wangge.whistle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Handler;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentPlace;
import org.wangge.word.Word;

/**
 * A whistle (吹哨): help that somebody called for at an incident. Immutable and pure.
 *
 * @param id given by the store, from 1; 0 before
 * @param incidentId of which incident; it has one open whistle at most
 * @param place where that was when it was blown, in a grid
 * @param version counts its changes, from 1
 * @param blown by whom and why
 * @param calls which levels were called, the first one first
 * @param responders who was called, in that order
 * @param unheardSinceOrNull since when no level is left to be called and nobody comes; else null
 * @param endingOrNull that it is over; null while it lasts
 */
public record Whistle(
    long id,
    String incidentId,
    IncidentPlace place,
    int version,
    Blown blown,
    List<WhistleCall> calls,
    List<Responder> responders,
    @Nullable Instant unheardSinceOrNull,
    @Nullable Ending endingOrNull) {

  public Whistle {
    calls = List.copyOf(calls);
    responders = List.copyOf(responders);
  }

  /**
   * That it was blown.
   *
   * @param at when
   * @param account by whom
   * @param reason what help is needed for
   * @param generated whether it belongs to a demonstration
   */
  public record Blown(Instant at, String account, String reason, boolean generated) {}

  /** How a whistle ends. */
  public enum Outcome implements Word {
    /** Help came. */
    HELPED,
    /** It was not needed any more. */
    WITHDRAWN,
    /** The incident was closed or put off. */
    INCIDENT_ENDED;

    public static Optional<Outcome> find(String word) {
      return Word.find(Outcome.class, word);
    }
  }

  /**
   * That it is over.
   *
   * @param outcome how
   * @param at since when
   * @param account by whom
   */
  public record Ending(Outcome outcome, Instant at, String account) {}

  static Whistle blow(String incidentId, IncidentPlace place, Blown blown) {
    return new Whistle(0, incidentId, place, 1, blown, List.of(), List.of(), null, null);
  }

  /** Where its incident is now: a plan may have drawn other grids since it was blown. */
  IncidentPlace placeNow(Incident incident) {
    return incident.gridCode().isEmpty() ? place : IncidentPlace.of(incident);
  }

  public boolean isOpen() {
    return endingOrNull == null;
  }

  /** The call of the highest level; there is always one. */
  public WhistleCall last() {
    return calls.get(calls.size() - 1);
  }

  /** Who was called with a level. */
  public List<Responder> of(WhistleLevel level) {
    return responders.stream().filter(one -> one.level() == level).toList();
  }

  /** Somebody who was called. */
  public Optional<Responder> find(Handler handler) {
    return responders.stream().filter(one -> one.handler().equals(handler)).findFirst();
  }

  /**
   * Whether somebody, of whatever level, has said since the last call that they come. Who said so
   * before it and did not come, or was not enough, counts no more.
   */
  public boolean isAnswered() {
    return comingSince().isPresent();
  }

  /** Since when somebody comes, of those who have said so since the last call. */
  Optional<Instant> comingSince() {
    return responders.stream()
        .filter(Responder::isComing)
        .map(Responder::answerOrNull)
        .flatMap(Stream::ofNullable)
        .map(Responder.Answer::at)
        .filter(at -> !at.isBefore(last().at()))
        .min(Comparator.naturalOrder());
  }

  /** Whether somebody is there, of whatever level. */
  public boolean isReached() {
    return responders.stream().anyMatch(Responder::isThere);
  }

  /** Whether all of the highest level have said that they cannot. */
  boolean isRefused() {
    return of(last().level()).stream().allMatch(Responder::isUnable);
  }

  /** Whether nobody comes, and there is nothing left to wait for. */
  boolean isLeftAlone(Instant now) {
    return !isReached() && !isAnswered() && (isRefused() || !last().due().isAfter(now));
  }

  /**
   * The same with one level more.
   *
   * @param who is of it; those who were called before stay of theirs
   */
  Whistle called(WhistleCall call, List<Handler> who) {
    List<WhistleCall> more = new ArrayList<>(calls);
    more.add(call);
    List<Responder> all = new ArrayList<>(responders);
    for (Handler one : who) {
      if (find(one).isEmpty()) {
        all.add(Responder.called(one, call.level(), call.at()));
      }
    }
    return with(more, all, unheardSinceOrNull, endingOrNull);
  }

  Whistle changed(Handler who, UnaryOperator<Responder> change) {
    List<Responder> all =
        responders.stream()
            .map(one -> one.handler().equals(who) ? change.apply(one) : one)
            .toList();
    return with(calls, all, unheardSinceOrNull, endingOrNull);
  }

  /** The same unheard since an instant, or heard. */
  Whistle unheard(@Nullable Instant since) {
    return with(calls, responders, since, endingOrNull);
  }

  Whistle ended(Ending ending) {
    return with(calls, responders, null, ending);
  }

  private Whistle with(
      List<WhistleCall> called,
      List<Responder> who,
      @Nullable Instant unheard,
      @Nullable Ending ending) {
    return new Whistle(id, incidentId, place, version, blown, called, who, unheard, ending);
  }

  /** The same as the version after the one that is kept. */
  Whistle next() {
    return new Whistle(
        id,
        incidentId,
        place,
        version + 1,
        blown,
        calls,
        responders,
        unheardSinceOrNull,
        endingOrNull);
  }

  /** The same as somebody may read it. */
  Whistle reading(UnaryOperator<String> text) {
    Blown read =
        new Blown(blown.at(), blown.account(), text.apply(blown.reason()), blown.generated());
    return new Whistle(
        id, incidentId, place, version, read, calls, responders, unheardSinceOrNull, endingOrNull);
  }
}

package org.wangge.whistle;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Handler;
import org.wangge.word.Word;

/**
 * Somebody who was called.
 *
 * @param handler who: a person, or a department, for which anybody of it may answer
 * @param level with which
 * @param calledAt when
 * @param answerOrNull what they say; null before they do
 * @param arrivalOrNull that they are there (报到); null before
 */
public record Responder(
    Handler handler,
    WhistleLevel level,
    Instant calledAt,
    @Nullable Answer answerOrNull,
    @Nullable Arrival arrivalOrNull) {

  /** What somebody says who was called. */
  public enum Reply implements Word {
    COMING,
    UNABLE;

    public static Optional<Reply> find(String word) {
      return Word.find(Reply.class, word);
    }
  }

  /**
   * What was answered last.
   *
   * @param reply what
   * @param at when
   * @param account by whom: somebody may have telephoned
   */
  public record Answer(Reply reply, Instant at, String account) {}

  /** By what it is known that somebody is there. */
  public enum Proof implements Word {
    /** They were seen in the grid. */
    POSITION,
    /** They have said so, or somebody for them. */
    CONFIRMATION;

    public static Optional<Proof> find(String word) {
      return Word.find(Proof.class, word);
    }
  }

  /**
   * That somebody is there.
   *
   * @param proof by what it is known
   * @param at since when
   * @param account by whom it was said; that of the program where it was seen
   */
  public record Arrival(Proof proof, Instant at, String account) {}

  static Responder called(Handler handler, WhistleLevel level, Instant at) {
    return new Responder(handler, level, at, null, null);
  }

  /** Whether they have said that they come, or are there. */
  public boolean isComing() {
    return isThere() || (answerOrNull != null && answerOrNull.reply() == Reply.COMING);
  }

  public boolean isThere() {
    return arrivalOrNull != null;
  }

  /** Whether they have said that they cannot. */
  public boolean isUnable() {
    return !isThere() && answerOrNull != null && answerOrNull.reply() == Reply.UNABLE;
  }

  Responder answered(Answer answer) {
    return new Responder(handler, level, calledAt, answer, arrivalOrNull);
  }

  Responder arrived(Arrival arrival) {
    return new Responder(handler, level, calledAt, answerOrNull, arrival);
  }
}

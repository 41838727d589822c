package org.wangge.message;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.word.Word;

/**
 * One message to one recipient over one medium. Neither its text nor a number or address is kept
 * with it: both are looked up when it goes. Immutable.
 *
 * @param id given by the store, from 1; 0 before
 * @param notificationId what it belongs to
 * @param recipient to whom
 * @param medium over what
 * @param key by which a gateway knows it again; given by the store, the same for all attempts
 * @param state what became of it
 * @param attempts how often it was tried
 * @param times when it reached its states
 * @param failure why it did not arrive, as a code; empty where it did or may
 */
public record Message(
    long id,
    long notificationId,
    Recipient recipient,
    Medium medium,
    String key,
    State state,
    int attempts,
    Times times,
    String failure) {

  /** What became of a message. */
  public enum State implements Word {
    /** 待发送: to be sent, also again. */
    WAITING,
    /** 发送中: handed over just now. */
    SENDING,
    /** 已发送: taken by the gateway, or shown on the pages. */
    SENT,
    /** 已送达 */
    DELIVERED,
    /** 已读 */
    READ,
    /** 发送失败: it did not go and will not be tried again by itself. */
    FAILED,
    /** 不确定: the program stopped between handing it over and hearing of it. */
    UNCLEAR,
    /** 已取消: nobody needed it any more. */
    CANCELLED;

    public static Optional<State> find(String word) {
      return Word.find(State.class, word);
    }

    /** Whether nobody has it, as far as is known. */
    public boolean isLost() {
      return this == FAILED || this == UNCLEAR;
    }
  }

  /**
   * When a message reached its states; null where it did not.
   *
   * @param sentOrNull when it was sent
   * @param deliveredOrNull when it arrived
   * @param readOrNull when it was read
   */
  public record Times(
      @Nullable Instant sentOrNull,
      @Nullable Instant deliveredOrNull,
      @Nullable Instant readOrNull) {
    static final Times NONE = new Times(null, null, null);
  }

  /** A new one; on the pages it is as soon as it is kept. */
  static Message added(long notification, Recipient recipient, Medium medium, Instant now) {
    return medium.isOutward()
        ? new Message(0, notification, recipient, medium, "", State.WAITING, 0, Times.NONE, "")
        : new Message(
            0, notification, recipient, medium, "", State.SENT, 1, new Times(now, null, null), "");
  }

  /** The same in another state, reached at an instant. */
  Message became(State next, Instant at, String why) {
    Times then =
        switch (next) {
          case SENT -> new Times(at, times.deliveredOrNull(), times.readOrNull());
          case DELIVERED -> new Times(sentBy(at), at, times.readOrNull());
          case READ -> new Times(sentBy(at), deliveredBy(at), at);
          default -> times;
        };
    return new Message(id, notificationId, recipient, medium, key, next, attempts, then, why);
  }

  private Instant sentBy(Instant at) {
    return times.sentOrNull() == null ? at : times.sentOrNull();
  }

  private Instant deliveredBy(Instant at) {
    return times.deliveredOrNull() == null ? at : times.deliveredOrNull();
  }
}

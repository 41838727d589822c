package org.wangge.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/**
 * Keeps notifications and their messages. Reads of notifications are narrowed to the caller's
 * scope. Instants of sending are the machine's, all others the program's. Thread-safe; every call
 * belongs to its transaction.
 */
public interface NotificationStore {

  /** Keeps everybody else from changing a notification until this transaction ends. */
  void hold(Tx tx, Caller caller, long id);

  Optional<Notification> find(Tx tx, Caller caller, long id);

  /** Those of a query, the newest first. */
  List<Notification> list(Tx tx, Caller caller, NotificationQuery query);

  /** Adds one and gives it its id; empty where there is one of the same subject. */
  Optional<Notification> add(Tx tx, Caller caller, Notification begun);

  /**
   * Puts a new state in place of the one of the version before.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void change(Tx tx, Caller caller, Notification changed);

  /** Adds messages, to be sent at once; keys and ids are given here. */
  void addMessages(Tx tx, Caller caller, List<Message> messages);

  /** The messages of some notifications, in the order in which they were added. */
  Map<Long, List<Message>> messages(Tx tx, Caller caller, Collection<Long> notifications);

  Optional<Message> findMessage(Tx tx, Caller caller, long id);

  /** The message of a medium that a gateway names by our key or by its own id. */
  Optional<Message> findMessage(Tx tx, Caller caller, Medium medium, String keyOrGatewayId);

  /** Whether a message of a medium is to be sent. */
  boolean isDue(Tx tx, Caller caller, Medium medium, Instant now);

  /**
   * Takes the message that is to be sent next over a medium and says, before anybody hands it over,
   * that it is being sent; another process takes another.
   *
   * @param now of the machine
   * @param until by then of the machine it is known what became of it
   */
  Optional<Message> claim(Tx tx, Caller caller, Medium medium, Instant now, Instant until);

  /** Those being sent of which it should be known by now what became of them. */
  List<Message> uncertain(Tx tx, Caller caller, Instant now);

  /**
   * Puts a new state of a message in place of one.
   *
   * @param from in which state it must still be, with as many attempts
   * @param gatewayId what the gateway calls it; empty where it stays
   * @param nextAt of the machine, when it is to be tried; of any other state of no account
   * @return false where it was not
   */
  boolean changeMessage(
      Tx tx, Caller caller, Message changed, Message.State from, String gatewayId, Instant nextAt);

  /** Cancels what has not been handed over yet of a notification. */
  void cancelWaiting(Tx tx, Caller caller, long notification);

  /** How many messages of each medium are in each state, of those made after an instant. */
  Map<Medium, Map<Message.State, Integer>> counts(Tx tx, Caller caller, Instant since);

  /** Until which event people have been told; empty before the first. */
  Optional<Long> followed(Tx tx, Caller caller);

  /** Keeps until which event people have been told. */
  void follow(Tx tx, Caller caller, long number);
}

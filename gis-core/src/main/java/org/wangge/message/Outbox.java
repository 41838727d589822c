package org.wangge.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;

/**
 * What is to be sent, and what became of it (docs/decisions/040-messages.md). That a message is
 * being handed over is kept before it is, and what came of it afterwards: of one in between nobody
 * can know whether it went. A gateway that knows messages again by their key gets it once more;
 * over any other medium it stays unclear and is never sent again by itself. Thread-safe.
 */
public final class Outbox {
  private static final Caller CALLER = Caller.upkeep();

  /** How long after each attempt the next is made; after the last there is none. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10));

  private final Transactions transactions;
  private final NotificationStore store;
  private final Telling telling;
  private final Set<Medium> keyed;

  /**
   * Makes it.
   *
   * @param keyed media whose gateway takes a message of a key only once
   */
  public Outbox(
      Transactions transactions, NotificationStore store, Telling telling, Set<Medium> keyed) {
    this.transactions = transactions;
    this.store = store;
    this.telling = telling;
    this.keyed = Set.copyOf(keyed);
  }

  /**
   * A message that is to be handed over now.
   *
   * @param message which
   * @param notification to which it belongs
   */
  public record Claimed(Message message, Notification notification) {}

  /**
   * Takes the next message of a medium; whoever gets it hands it over and says what came of it.
   *
   * @param now of the machine
   * @param lease how long handing it over takes at most
   */
  public Optional<Claimed> claim(Medium medium, Instant now, Duration lease) {
    // Only where there is one is the writers' turn asked for.
    if (!transactions.read(tx -> store.isDue(tx, CALLER, medium, now))) {
      return Optional.empty();
    }
    return transactions.write(
        CALLER,
        tx ->
            store
                .claim(tx, CALLER, medium, now, now.plus(lease))
                .map(one -> new Claimed(one, notificationOf(tx, one))));
  }

  private Notification notificationOf(Tx tx, Message message) {
    return store.find(tx, CALLER, message.notificationId()).orElseThrow();
  }

  /**
   * Keeps what came of handing a message over.
   *
   * @param now of the machine
   */
  public void settle(Message sending, Outcome outcome, Instant now) {
    var unused =
        transactions.write(
            CALLER,
            tx -> {
              store.hold(tx, CALLER, sending.notificationId());
              settle(tx, sending, outcome, now);
              return true;
            });
  }

  private void settle(Tx tx, Message sending, Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Taken taken) {
      taken(tx, sending, taken.gatewayId(), now);
    } else if (outcome instanceof Outcome.Refused refused) {
      lost(tx, sending.became(Message.State.FAILED, tx.now(), refused.failure()), now);
    } else if (outcome instanceof Outcome.NotNow later) {
      again(tx, sending, later.failure(), now);
    } else if (outcome instanceof Outcome.Unknown unknown) {
      unknown(tx, sending, unknown.failure(), now);
    }
  }

  /** Whoever waited too long for the gateway's answer may have been given up meanwhile. */
  private void taken(Tx tx, Message sending, String gatewayId, Instant now) {
    Message sent = sending.became(Message.State.SENT, tx.now(), "");
    if (!change(tx, sent, gatewayId, now)) {
      boolean unused = store.changeMessage(tx, CALLER, sent, Message.State.UNCLEAR, gatewayId, now);
    }
  }

  private void unknown(Tx tx, Message sending, String failure, Instant now) {
    if (keyed.contains(sending.medium())) {
      again(tx, sending, failure, now);
    } else {
      lost(tx, sending.became(Message.State.UNCLEAR, tx.now(), failure), now);
    }
  }

  private void again(Tx tx, Message sending, String failure, Instant now) {
    if (!notificationOf(tx, sending).isOpen()) {
      change(tx, sending.became(Message.State.CANCELLED, tx.now(), failure), "", now);
    } else if (sending.attempts() > WAITS.size()) {
      lost(tx, sending.became(Message.State.FAILED, tx.now(), failure), now);
    } else {
      Message waiting = sending.became(Message.State.WAITING, tx.now(), failure);
      change(tx, waiting, "", now.plus(WAITS.get(sending.attempts() - 1)));
    }
  }

  private boolean change(Tx tx, Message changed, String gatewayId, Instant nextAt) {
    return store.changeMessage(tx, CALLER, changed, Message.State.SENDING, gatewayId, nextAt);
  }

  /** Nobody waits for an answer to what did not arrive. */
  private void lost(Tx tx, Message lost, Instant now) {
    if (change(tx, lost, "", now)) {
      Notification notification = notificationOf(tx, lost);
      tx.record(new MessageEvent.MessageMoved(notification, lost));
      if (isWhollyLost(tx, notification)) {
        telling.onwards(tx, CALLER, notification);
      }
    }
  }

  private boolean isWhollyLost(Tx tx, Notification notification) {
    List<Recipient> last = notification.of(notification.step());
    List<Message> outward =
        store
            .messages(tx, CALLER, List.of(notification.id()))
            .getOrDefault(notification.id(), List.of())
            .stream()
            .filter(one -> one.medium().isOutward() && last.contains(one.recipient()))
            .toList();
    return !outward.isEmpty() && outward.stream().allMatch(one -> one.state().isLost());
  }

  /**
   * Decides about messages of which it should be known by now what became of them: whoever handed
   * them over has stopped.
   *
   * @param now of the machine
   * @return how many
   */
  public int settleUncertain(Instant now) {
    List<Message> uncertain = transactions.read(tx -> store.uncertain(tx, CALLER, now));
    uncertain.forEach(one -> settle(one, new Outcome.Unknown("stopped-in-between"), now));
    return uncertain.size();
  }

  /**
   * Keeps what a gateway says about a message it has taken. Older news than what is known are left
   * out.
   *
   * @param keyOrGatewayId by which key or id
   * @return false where there is none of it
   */
  public boolean receipt(
      Medium medium, String keyOrGatewayId, Message.State state, String failure) {
    return transactions.write(
        CALLER,
        tx ->
            store
                .findMessage(tx, CALLER, medium, keyOrGatewayId)
                .map(found -> received(tx, found.id(), found.notificationId(), state, failure))
                .orElse(false));
  }

  private boolean received(Tx tx, long id, long notification, Message.State state, String failure) {
    store.hold(tx, CALLER, notification);
    Message known = store.findMessage(tx, CALLER, id).orElseThrow();
    if (!isNews(known.state(), state)) {
      return true;
    }
    Message changed = known.became(state, tx.now(), failure);
    boolean done = store.changeMessage(tx, CALLER, changed, known.state(), "", Instant.EPOCH);
    if (done && state == Message.State.FAILED) {
      Notification belongs = notificationOf(tx, changed);
      tx.record(new MessageEvent.MessageMoved(belongs, changed));
      if (isWhollyLost(tx, belongs)) {
        telling.onwards(tx, CALLER, belongs);
      }
    }
    return done;
  }

  /** A receipt may overtake the gateway's own answer, or another receipt. */
  private static boolean isNews(Message.State known, Message.State told) {
    return switch (known) {
      case SENDING, SENT, UNCLEAR, WAITING -> true;
      case DELIVERED -> told == Message.State.READ;
      case FAILED -> told != Message.State.FAILED;
      case READ, CANCELLED -> false;
    };
  }
}

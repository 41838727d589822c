package org.wangge.server.message;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Tx;
import org.wangge.message.NotificationStore;
import org.wangge.server.storage.EventFollower;

/**
 * Lets people be told of what has happened, a transaction for each event, so that one that fails
 * takes no other with it. Thread-safe.
 */
final class MessageFollower implements EventFollower.Reader {
  private final NotificationStore store;
  private final List<Occurrence> occurrences;
  private final Set<String> types;

  MessageFollower(NotificationStore store, List<Occurrence> occurrences) {
    this.store = store;
    this.occurrences = List.copyOf(occurrences);
    Set<String> all = new HashSet<>();
    occurrences.forEach(one -> all.addAll(one.types()));
    types = Set.copyOf(all);
  }

  @Override
  public String name() {
    return "message-follower";
  }

  @Override
  public Set<String> types() {
    return types;
  }

  @Override
  public int together() {
    return 1;
  }

  @Override
  public Optional<Long> followed(Tx tx, Caller caller) {
    return store.followed(tx, caller);
  }

  @Override
  public void follow(Tx tx, Caller caller, long number) {
    store.follow(tx, caller, number);
  }

  @Override
  public void happened(Tx tx, List<NumberedEvent> news) {
    for (NumberedEvent event : news) {
      occurrences.stream()
          .filter(one -> one.types().contains(event.type()))
          .forEach(one -> one.happened(tx, event));
    }
  }
}

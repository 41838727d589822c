package org.wangge.incident;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Invalid;

/**
 * Who has an incident in hand. Asked and told in the transaction in which something is done to it.
 * Thread-safe.
 */
public interface Hands {
  /** Where nobody is named. */
  Hands NOBODY =
      new Hands() {
        @Override
        public Action judge(Tx tx, Caller caller, Incident incident, IncidentRegister.Order order) {
          return order.action();
        }

        @Override
        public Map<String, Set<Action>> answers(Tx tx, Caller caller) {
          return Map.of();
        }

        @Override
        public void done(Tx tx, Caller caller, Incident changed, IncidentRegister.Order order) {}
      };

  /**
   * What an order comes to: whoever is the last to decline sends the incident back.
   *
   * @throws org.wangge.fault.Conflict with code {@code task-none} where the caller has nothing to
   *     take or decline
   */
  Action judge(Tx tx, Caller caller, Incident incident, IncidentRegister.Order order);

  /**
   * Which answers the caller can give for what the caller or the caller's departments have in hand:
   * {@link Action#TAKE} and {@link Action#DECLINE}, by the id of the incident.
   */
  Map<String, Set<Action>> answers(Tx tx, Caller caller);

  /** What follows of what was done. */
  void done(Tx tx, Caller caller, Incident changed, IncidentRegister.Order order);

  /**
   * Who is named in an order.
   *
   * @param to of a dispatch: who shall handle it; of an answer: for whom it is given, where that is
   *     somebody else
   * @param leaderOrNull of a dispatch to several: who leads; null for the first
   */
  record Named(List<Handler> to, @Nullable Handler leaderOrNull) {
    /** Nobody. */
    public static final Named NOBODY = new Named(List.of(), null);

    private static final int MOST = 10;

    /**
     * @throws Invalid with code {@code handlers-many} or {@code leader-elsewhere}
     */
    public Named {
      to = List.copyOf(new LinkedHashSet<>(to));
      if (to.size() > MOST) {
        throw new Invalid("to", "handlers-many", Map.of("most", MOST));
      }
      if (leaderOrNull != null && !to.contains(leaderOrNull)) {
        throw new Invalid("leader", "leader-elsewhere", Map.of("given", leaderOrNull.code()));
      }
    }

    /** Whether somebody leads the others. */
    public boolean isLedBy(Handler handler) {
      return leaderOrNull == null ? to.indexOf(handler) == 0 : handler.equals(leaderOrNull);
    }
  }
}

package org.wangge.incident.published;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.incident.Channel;

/** Reads what is published of incidents. Thread-safe. */
public interface PublishedStore {
  /**
   * Those of a query that came in over some channels first, have a place and are of a category that
   * is published.
   *
   * @param channels over which residents speak for themselves
   */
  List<PublishedRequest> list(Tx tx, Caller caller, PublishedQuery query, Set<Channel> channels);

  /** Lets a report's incident be found by a token, by its hash. */
  void addToken(Tx tx, Caller caller, String reportKey, String tokenHash);

  /**
   * Number of the incident that is found by a token, by its hash; with no text where it has no
   * place yet, and is not published.
   */
  Optional<String> findNumber(Tx tx, Caller caller, String tokenHash);
}

package org.wangge.server.live;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.wangge.event.Audience;
import org.wangge.event.EventLog;

/** Puts the live stream together. Thread-safe. */
public final class LiveModule implements AutoCloseable {
  private final LiveFeed feed;
  private final LiveHttp http;

  /**
   * Makes the stream; {@link #start} sets it going.
   *
   * @param audience who is told of what
   * @param coverageVersion of the areas that are served now
   * @param clock the program's, whose time the beats tell
   */
  public LiveModule(
      EventLog events,
      Audience audience,
      String buildId,
      LongSupplier coverageVersion,
      Clock clock,
      LiveLimits limits) {
    feed =
        new LiveFeed(events, audience, new LiveMessages(clock, buildId, coverageVersion), limits);
    http = new LiveHttp(feed);
  }

  public LiveHttp http() {
    return http;
  }

  public void start() {
    feed.start();
  }

  /** To be told when events were numbered. */
  public void numbered() {
    feed.numbered();
  }

  /** How many read now. */
  public int streams() {
    return feed.streams();
  }

  /** Number of the newest change that readers can be told of. */
  long newest() {
    return feed.newest();
  }

  /** Ends all streams; those who read resume elsewhere or later. */
  @Override
  public void close() {
    feed.close();
  }
}

package org.wangge.server.video;

import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.server.http.Json;

/**
 * A player of what is past at the other end of a web socket: a text message says what comes, then
 * the opening, then fragments, before each group a text message that says which instant it begins
 * at. The player says up to where on the time line it wants them; the source waits meanwhile.
 * Thread-safe.
 */
final class PlaybackSocket extends SocketOutlet implements VideoSource.Sink {
  /** As much comes before the player has said anything. */
  static final Duration FIRST = Duration.ofSeconds(10);

  /** So many messages may wait for the socket. */
  private static final int MOST_WAITING = 16;

  private final boolean generated;
  private final Deque<Object> waiting = new ArrayDeque<>();
  private Duration wanted = FIRST;
  private boolean closed;

  PlaybackSocket(WsContext ctx, boolean generated) {
    super(ctx);
    this.generated = generated;
  }

  @Override
  public synchronized void begins(Opening opening) {
    waiting.add(Json.text(opening.about(generated)));
    waiting.add(opening.bytes());
    send();
  }

  @Override
  public synchronized void fragment(Fragment fragment) {
    while (!closed && (fragment.begin().compareTo(wanted) > 0 || waiting.size() >= MOST_WAITING)) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        closed = true;
      }
    }
    if (closed) {
      return;
    }
    if (fragment.startsGroup()) {
      Map<String, Object> where = new LinkedHashMap<>();
      where.put("at", fragment.at().toString());
      where.put("beginMillis", fragment.begin().toMillis());
      waiting.add(Json.text(where));
    }
    waiting.add(fragment.bytes());
    send();
  }

  @Override
  public synchronized void ended(String why) {
    waiting.add(Json.text(Map.of("ended", true)));
    send();
  }

  /** The player wants what comes before a time of the stream. */
  synchronized void want(Duration until) {
    wanted = until;
    notifyAll();
  }

  /** Nothing is wanted any more; whoever waits goes on. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    notifyAll();
  }

  @Override
  @Nullable Object next() {
    Object next = waiting.poll();
    notifyAll();
    return next;
  }
}

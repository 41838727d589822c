package org.wangge.server.video;

import io.javalin.websocket.WsContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.server.http.Json;

/**
 * A viewer at the other end of a web socket: a text message says what comes, then the opening, then
 * fragments. Thread-safe.
 */
final class SocketViewer extends SocketOutlet implements Viewer {
  private final Deque<Object> news = new ArrayDeque<>();
  private final GroupQueue pictures = new GroupQueue();

  SocketViewer(WsContext ctx) {
    super(ctx);
  }

  @Override
  public synchronized void begins(Opening opening, boolean generated, List<Fragment> group) {
    pictures.begin(group);
    news.clear();
    news.add(Json.text(opening.about(generated)));
    news.add(opening.bytes());
    send();
  }

  @Override
  public synchronized void fragment(Fragment fragment) {
    pictures.offer(fragment);
    send();
  }

  @Override
  public synchronized void trouble(String code) {
    pictures.clear();
    news.clear();
    news.add(Json.text(Map.of("trouble", code)));
    send();
  }

  @Override
  @Nullable Object next() {
    Object first = news.poll();
    if (first != null) {
      return first;
    }
    Fragment fragment = pictures.poll();
    return fragment == null ? null : fragment.bytes();
  }
}

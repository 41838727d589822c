package org.wangge.server.video;

import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.websocket.api.Callback;
import org.jspecify.annotations.Nullable;
import org.wangge.server.http.Json;

/**
 * A viewer at the other end of a web socket: a text message says what comes, then the opening, then
 * fragments, one at a time as the socket takes them. Thread-safe.
 */
final class SocketViewer implements Viewer {
  private final WsContext ctx;
  private final Deque<Object> news = new ArrayDeque<>();
  private final GroupQueue pictures = new GroupQueue();
  private boolean sending;

  SocketViewer(WsContext ctx) {
    this.ctx = ctx;
  }

  @Override
  public synchronized void begins(Opening opening, boolean generated, List<Fragment> group) {
    pictures.begin(group);
    news.clear();
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("codec", opening.codec());
    about.put("width", opening.widthPixels());
    about.put("height", opening.heightPixels());
    about.put("generated", generated);
    news.add(Json.text(about));
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

  private synchronized void sent() {
    sending = false;
    send();
  }

  private void send() {
    if (sending || !ctx.session.isOpen()) {
      return;
    }
    Object next = next();
    if (next == null) {
      return;
    }
    sending = true;
    // A socket that fails is closed by the server, which tells VideoHttp.
    Callback done = Callback.from(this::sent, failure -> {});
    if (next instanceof String text) {
      ctx.session.sendText(text, done);
    } else {
      ctx.session.sendBinary(ByteBuffer.wrap((byte[]) next), done);
    }
  }

  private @Nullable Object next() {
    Object first = news.poll();
    if (first != null) {
      return first;
    }
    Fragment fragment = pictures.poll();
    return fragment == null ? null : fragment.bytes();
  }
}

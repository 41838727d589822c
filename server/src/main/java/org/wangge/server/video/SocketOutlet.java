package org.wangge.server.video;

import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Sends over a web socket, one message at a time as the socket takes them. Thread-safe; its own
 * lock guards what subclasses keep.
 */
abstract class SocketOutlet {
  private final WsContext ctx;
  private boolean sending;

  SocketOutlet(WsContext ctx) {
    this.ctx = ctx;
  }

  /** The next message, text or bytes; null where there is none. Called under the lock. */
  abstract @Nullable Object next();

  /** Sends on, unless something is being sent. */
  final synchronized void send() {
    if (sending || !ctx.session.isOpen()) {
      return;
    }
    Object next = next();
    if (next == null) {
      return;
    }
    sending = true;
    // A socket that fails is closed by the server, which tells whoever opened it.
    Callback done = Callback.from(this::sent, failure -> {});
    if (next instanceof String text) {
      ctx.session.sendText(text, done);
    } else {
      ctx.session.sendBinary(ByteBuffer.wrap((byte[]) next), done);
    }
  }

  private synchronized void sent() {
    sending = false;
    send();
  }
}

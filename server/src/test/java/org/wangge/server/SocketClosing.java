package org.wangge.server;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hears whether a socket stays open, or is closed because the thing is not there. */
final class SocketClosing implements WebSocket.Listener {
  private static final int OPEN = 200;
  private static final int GONE = 404;
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code == 4404 && reason.contains("unknown") ? GONE : OPEN);
    return CompletableFuture.completedFuture(null);
  }

  int code() {
    try {
      return closed.get(300, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return OPEN;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.wangge.server.video;

import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Someone who looks at a camera's live picture over the real socket. */
final class PictureClient implements WebSocket.Listener, AutoCloseable {
  private static final long LONGEST_WAIT_SECONDS = 30;

  private final BlockingQueue<Object> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
  private final StringBuilder text = new StringBuilder();
  private final CookieManager cookies = new CookieManager();
  private final WebSocket socket;

  /** Whoever may look without an account looks at what a camera sees now. */
  PictureClient(int port, String camera) {
    this(port, "/video/%s/live".formatted(camera), Optional.empty());
  }

  /**
   * Opens the socket.
   *
   * @param path with its query
   * @param ticket for it, where one has an account
   */
  PictureClient(int port, String path, Optional<String> ticket) {
    WebSocket.Builder builder =
        HttpClient.newBuilder().cookieHandler(cookies).build().newWebSocketBuilder();
    ticket.ifPresent(one -> builder.subprotocols("wangge", "wangge-ticket." + one));
    socket =
        builder.buildAsync(URI.create("ws://127.0.0.1:%d%s".formatted(port, path)), this).join();
  }

  /** Tells the server something. */
  void say(String message) {
    socket.sendText(message, true).join();
  }

  /** The next message within a time, text or bytes; empty where none comes. */
  Optional<Object> nextWithin(Duration time) throws InterruptedException {
    return Optional.ofNullable(messages.poll(time.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** The cookies set as the socket was opened. */
  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      messages.add(text.toString());
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    binary.writeBytes(bytes);
    if (last) {
      messages.add(binary.toByteArray());
      binary.reset();
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code + " " + reason);
    return null;
  }

  /** The next message, which is text. */
  String nextText() throws InterruptedException {
    return (String) next();
  }

  /** The next message, which is bytes. */
  byte[] nextBytes() throws InterruptedException {
    return (byte[]) next();
  }

  private Object next() throws InterruptedException {
    Object next = messages.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no message came");
    }
    return next;
  }

  /** With which code and reason the server closed it. */
  String closedWith() throws Exception {
    try {
      return closed.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the socket stays open", e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}

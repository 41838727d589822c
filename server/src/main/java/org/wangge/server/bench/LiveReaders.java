package org.wangge.server.bench;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicLong;

/** Readers of the live stream that count the changes they are told. Thread-safe. */
final class LiveReaders implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong received = new AtomicLong();
  private volatile boolean closed;

  private LiveReaders() {}

  static LiveReaders open(String url, int count) {
    LiveReaders readers = new LiveReaders();
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(() -> readers.read(url), "live-reader-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    return readers;
  }

  private void read(String url) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/live"))
            .header("Accept", "text/event-stream")
            .build();
    while (!closed) {
      try {
        InputStream body = client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        try (Scanner lines = new Scanner(body, StandardCharsets.UTF_8)) {
          while (!closed && lines.hasNextLine()) {
            if (lines.nextLine().equals("event: change")) {
              received.incrementAndGet();
            }
          }
        }
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        return;
      } catch (java.io.IOException e) {
        // The server is not there yet, or no longer: asked again until closed.
      }
    }
  }

  /** How many changes were told, over all readers. */
  long received() {
    return received.get();
  }

  @Override
  public void close() {
    closed = true;
  }
}

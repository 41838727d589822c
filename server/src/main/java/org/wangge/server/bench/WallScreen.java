package org.wangge.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A screen that shows the product's wall or, over the same part of the world, a page that puts all
 * people and incidents on the map by {@code setData} once a second. Not thread-safe.
 */
final class WallScreen implements AutoCloseable {
  private static final String PLAIN = "plain-wall.html";

  /** The part of the world that the wall shows. */
  private static final String VIEW =
      "fetch('/api/site').then((one) => one.json()).then(({ bounds: [w, s, e, n] }) =>"
          + " JSON.stringify([w - (e - w) * 0.02, s - (n - s) * 0.02,"
          + " e + (e - w) * 0.02, n + (n - s) * 0.02]))";

  /** How many marks there are of each kind. */
  record Counts(int people, int incidents, int cameras) {}

  private final Chromium chromium;
  private final DevTools page;
  private final String address;
  private final AtomicInteger loads = new AtomicInteger();
  private String plainHtml = "";

  WallScreen(Chromium chromium, int port) {
    this.chromium = chromium;
    address = "http://127.0.0.1:" + port;
    page = chromium.page();
    page.on("Page.domContentEventFired", fired -> loads.incrementAndGet());
    page.ask("Page.enable");
    page.ask("Performance.enable", Map.of("timeDomain", "threadTicks"));
    page.ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", text("wall-watch.js")));
  }

  /** Opens the wall and waits until it has all of its marks. */
  void openWall(Counts counts) {
    open("/?wall&sound=off&figure=open&theme=dark&lang=zh");
    page.await("document.documentElement?.dataset.map === 'ready'");
    page.await("document.querySelectorAll('.wall-fresh .waiting').length === 0");
    awaitMarks(counts);
  }

  /**
   * Opens the wall as anybody who does not sign in finds it, taking turns between its views: all of
   * them in less than a minute, so that what the map keeps of each is there from the first hour on.
   */
  void openTown() {
    page.ask("Page.navigate", Map.of("url", address + "/?wall&rotate=10"));
    page.await("document.documentElement?.dataset.map === 'ready'");
    page.await("document.querySelectorAll('.wall-fresh .fresh').length === 5");
  }

  /** How many pages were loaded. */
  int loads() {
    return loads.get();
  }

  /** Whether the wall is still there. */
  boolean isOnWall() {
    return page.evaluate(
            "location.pathname === '/' && document.querySelector('.wall-clock') !== null"
                + " && !('ended' in document.documentElement.dataset)")
        .asBoolean();
  }

  /** How many nodes of documents are kept. */
  double nodes() {
    return Chromium.metrics(page).getOrDefault("Nodes", 0.0);
  }

  /** Opens the other page, once the wall has been there, and waits until it has all marks. */
  void openPlain(Counts counts) {
    if (plainHtml.isEmpty()) {
      String main = page.evaluate("document.querySelector('script[type=module]').src").asText();
      plainHtml =
          text(PLAIN)
              .replace("BASE", main.replace("/app/main.js", ""))
              .replace("VIEW", page.evaluate(VIEW).asText());
      page.on("Fetch.requestPaused", this::answer);
      page.ask("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*/" + PLAIN))));
    }
    open("/" + PLAIN);
    page.await("window.drawn !== undefined");
    awaitMarks(counts);
  }

  private void open(String path) {
    // A page that is gone is not asked whether it is there.
    page.ask("Page.navigate", Map.of("url", "about:blank"));
    page.ask("Page.navigate", Map.of("url", address + path));
  }

  private void awaitMarks(Counts counts) {
    page.await(
        "window.placesDrawn?.().then((all) => [all.people, all.incidents, all.cameras]"
            + ".map(({ length }) => length).join() === '%d,%d,%d') ?? false"
                .formatted(counts.people(), counts.incidents(), counts.cameras()));
  }

  private void answer(JsonNode asked) {
    // The answer comes by the thread that this is: it is not waited for.
    var unused =
        page.tell(
            "Fetch.fulfillRequest",
            Map.of(
                "requestId",
                asked.path("requestId").asText(),
                "responseCode",
                200,
                "responseHeaders",
                List.of(Map.of("name", "Content-Type", "value", "text/html; charset=utf-8")),
                "body",
                Base64.getEncoder().encodeToString(plainHtml.getBytes(StandardCharsets.UTF_8))));
  }

  /** What is drawn, by kinds. */
  Map<String, WallMarks> marks() {
    Map<String, WallMarks> marks = new LinkedHashMap<>();
    JsonNode drawn = page.evaluate("window.placesDrawn()");
    for (String kind : List.of("people", "incidents", "cameras")) {
      marks.put(kind, WallMarks.of(drawn.path(kind)));
    }
    return marks;
  }

  /** What was used since the page or the browser began. */
  WallUse use() {
    Map<String, Double> metrics = Chromium.metrics(page);
    return new WallUse(
        System.nanoTime() / 1e9,
        metrics.getOrDefault("TaskDuration", 0.0),
        metrics.getOrDefault("ScriptDuration", 0.0),
        metrics.getOrDefault("LayoutDuration", 0.0)
            + metrics.getOrDefault("RecalcStyleDuration", 0.0),
        page.evaluate("window.framesDrawn").asDouble(),
        chromium.cpuSeconds("renderer"),
        chromium.cpuSeconds("gpu-process"));
  }

  /** What is left on the heap of the page's scripts after a collection. */
  double heapMegabytes() {
    page.ask("HeapProfiler.collectGarbage");
    return Chromium.metrics(page).getOrDefault("JSHeapUsedSize", 0.0) / 1e6;
  }

  private static String text(String resource) {
    try (InputStream file = WallScreen.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    page.close();
  }
}

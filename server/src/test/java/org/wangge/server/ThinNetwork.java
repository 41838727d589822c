package org.wangge.server;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * A phone at the edge of a network: 50 kbit/s each way and 200 ms there and back, as Chromium makes
 * it. It lets packets of 1,500 bytes through one by one, so that a small file costs as much as one
 * of that size.
 */
final class ThinNetwork {
  private static final int BYTES_A_SECOND = 50_000 / 8;
  private static final int THERE_AND_BACK_MILLIS = 200;

  /** Notes when the page says of itself that it can be used. */
  private static final String NOTE_WHEN_USABLE =
      """
      new MutationObserver(() => {
        const { report, field } = document.documentElement.dataset;
        if (report || field) window.usableAt ??= performance.now();
      }).observe(document, { subtree: true, attributes: true, childList: true });
      """;

  /** When that was, in milliseconds; then of each answer until then its bytes with its head. */
  private static final String READ =
      """
      () => [window.usableAt, ...['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind))
        .filter(({ responseEnd }) => responseEnd <= window.usableAt).map(({ transferSize }) => transferSize)]
      """;

  private ThinNetwork() {}

  /**
   * How a page came.
   *
   * @param seconds until it could be used
   * @param answers so many had come until then
   * @param bytes of these, with their heads
   */
  record Arrival(double seconds, int answers, int bytes) {}

  /** Opens a page that has nothing of it yet, and waits until it can be used. */
  static Arrival open(Page page, String url) {
    CDPSession session = page.context().newCDPSession(page);
    session.send("Network.enable");
    session.send("Network.emulateNetworkConditions", conditions());
    page.addInitScript(NOTE_WHEN_USABLE);
    page.navigate(url);
    page.waitForFunction("() => window.usableAt");
    List<?> read = (List<?>) page.evaluate(READ);
    int bytes = 0;
    for (Object one : read.subList(1, read.size())) {
      bytes += ((Number) one).intValue();
    }
    double millis = ((Number) read.get(0)).doubleValue();
    return new Arrival(millis / 1_000, read.size() - 1, bytes);
  }

  private static JsonObject conditions() {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    Map.of(
            "latency", THERE_AND_BACK_MILLIS,
            "downloadThroughput", BYTES_A_SECOND,
            "uploadThroughput", BYTES_A_SECOND)
        .forEach(conditions::addProperty);
    return conditions;
  }
}

package org.wangge.server.patrol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wangge.server.http.Json;

/**
 * What sets an app on a phone up for one person: links that the app opens and asks about, and that
 * its scanner or the phone's camera reads from a picture. They hold the phone's secret.
 *
 * @param base address of this server as the phone reaches it, no slash at the end
 * @param deviceId of the phone
 * @param secret of the phone
 */
record PhoneSetup(String base, String deviceId, String secret) {
  /** Somebody who walks gets some 25 m on in it. */
  private static final int SECONDS = 20;

  private static final int METERS = 20;

  /** Who stands still is heard of before the position counts as old. */
  private static final int STANDING_SECONDS = 300;

  /** As apps want groups of three bytes, so that nothing is to be filled up. */
  private static final int GROUP = 3;

  /** Numbers of OwnTracks: HTTP, and a place every so many seconds. */
  private static final int HTTP_MODE = 3;

  private static final int MOVE_MODE = 2;

  String traccarUrl() {
    return base + "/gps/osmand";
  }

  String ownTracksUrl() {
    return base + "/gps/owntracks";
  }

  /**
   * Of Traccar Client 9 and later. Its own scheme, not the https address it reads too: a camera
   * would open that in a browser, which keeps it in its history with the secret.
   */
  String traccarLink() {
    return "org.traccar.client://config?url=%s&id=%s&accuracy=high&distance=%d&interval=%d"
            .formatted(encoded(traccarUrl()), encoded(secret), METERS, SECONDS)
        + "&fastest_interval=%d&heartbeat=%d&buffer=true&stop_detection=true"
            .formatted(SECONDS / 2, STANDING_SECONDS);
  }

  /** Of OwnTracks on Android and iOS. It sends no more than it must: no networks, no commands. */
  String ownTracksLink() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("_type", "configuration");
    settings.put("mode", HTTP_MODE);
    settings.put("url", ownTracksUrl());
    settings.put("auth", true);
    settings.put("username", deviceId);
    settings.put("password", secret);
    settings.put("deviceId", deviceId);
    settings.put("tid", deviceId.substring(0, 2));
    settings.put("monitoring", MOVE_MODE);
    settings.put("moveModeLocatorInterval", SECONDS);
    settings.put("extendedData", false);
    settings.put("pubExtendedData", false);
    settings.put("cmd", false);
    settings.put("remoteConfiguration", false);
    String text = Json.text(settings);
    String whole = text + " ".repeat((GROUP - text.length() % GROUP) % GROUP);
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    return "owntracks:///config?inline=" + encoded(Base64.getEncoder().encodeToString(bytes));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "PhoneSetup " + deviceId;
  }
}

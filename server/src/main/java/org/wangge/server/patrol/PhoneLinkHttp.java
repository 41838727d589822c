package org.wangge.server.patrol;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** How the links stand by which positions come, apart from HTTP itself, over HTTP. */
public final class PhoneLinkHttp {
  private final Optional<MqttLink> mqtt;

  PhoneLinkHttp(Optional<MqttLink> mqtt) {
    this.mqtt = mqtt;
  }

  /** {@code GET /api/positions/links}: null where there is none. */
  public void list(Context ctx) {
    Parameters.of(ctx);
    Map<String, @Nullable Object> links = new HashMap<>();
    links.put("mqtt", mqtt.map(PhoneLinkHttp::json).orElse(null));
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/json", links);
  }

  private static Map<String, @Nullable Object> json(MqttLink link) {
    MqttLink.State state = link.state();
    MqttCounts.Now counts = link.counts().now();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("url", link.settings().url());
    json.put("topic", link.settings().topic());
    json.put("connected", state.connected());
    json.put("since", state.since().toString());
    json.put("problem", state.problem().isEmpty() ? null : state.problem());
    json.put("storing", !counts.stuck());
    json.put("waiting", link.waiting());
    json.put("received", counts.received());
    json.put("accepted", counts.accepted());
    json.put("duplicates", counts.duplicates());
    json.put("refused", counts.refused());
    json.put("lastMessageAt", link.counts().lastAt().map(Instant::toString).orElse(null));
    return json;
  }
}

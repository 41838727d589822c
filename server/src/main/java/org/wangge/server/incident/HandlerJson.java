package org.wangge.server.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wangge.incident.Handler;
import org.wangge.server.http.JsonBody;

/** Who handles, as JSON both ways. */
public final class HandlerJson {
  private HandlerJson() {}

  /** Who handles: a code that can be sent back, and beside it the names, where they are known. */
  public static void put(
      Map<String, ? super Map<String, Object>> json,
      Handler handler,
      Function<Handler, Optional<Map<String, Object>>> names) {
    json.put("to", of(handler));
    names.apply(handler).ifPresent(known -> json.put("names", known));
  }

  public static Map<String, Object> of(Handler handler) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", handler.kind().word());
    json.put("code", handler.code());
    return json;
  }

  /**
   * Reads one.
   *
   * @param place where it stands in the body, for what is told of mistakes
   */
  public static Handler read(String place, JsonNode node) {
    JsonBody given = JsonBody.within(place, node, "kind", "code");
    return new Handler(given.getWord("kind", Handler.Kind.class), given.getText("code"));
  }
}

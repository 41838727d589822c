package org.wangge.server.patrol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.patrol.Look;
import org.wangge.patrol.LookStore.Seen;
import org.wangge.people.Shown;
import org.wangge.server.http.Csv;

/** Makes answers of who looked. */
final class LookJson {
  /** Names of the columns of a table, in its order. */
  static final List<String> COLUMNS =
      List.of("from", "to", "kind", "times", "reader", "readerName", "wall", "roles");

  private LookJson() {}

  /**
   * A look.
   *
   * @param names by staff code, as who was looked at may see them
   */
  static Map<String, @Nullable Object> look(Seen seen, Map<String, Shown> names) {
    Look look = seen.look();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", look.id().toString());
    json.put("kind", look.kind().word());
    json.put("from", look.from().toString());
    json.put("to", look.to().toString());
    json.put("times", look.times());
    json.put("reader", look.reader());
    json.put("readerName", name(look, names));
    json.put("wall", seen.wall().isEmpty() ? null : seen.wall());
    json.put("roles", look.roles().stream().map(Role::word).sorted().toList());
    return json;
  }

  private static @Nullable String name(Look look, Map<String, Shown> names) {
    return look.readerCode().map(code -> PositionJson.name(names, code)).orElse(null);
  }

  /** The same as a line of a table for spreadsheets. */
  static String line(Seen seen, Map<String, Shown> names) {
    Map<String, @Nullable Object> json = look(seen, names);
    json.put(
        "roles",
        ((List<?>) json.getOrDefault("roles", List.of()))
            .stream().map(String::valueOf).collect(Collectors.joining(" ")));
    return Csv.line(COLUMNS.stream().map(json::get).toList());
  }
}

package org.wangge.server.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wangge.fault.Invalid;
import org.wangge.incident.Enclosures.Enclosed;
import org.wangge.incident.note.NoteRegister;
import org.wangge.incident.photo.PhotoRegister;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;

/** Reads what goes with a report or a deed: names of files that were sent before. */
final class EnclosedRequests {
  private static final int LONGEST_ID = 60;

  private EnclosedRequests() {}

  /** What a body names in its members {@code photos} and {@code notes}. */
  static Enclosed of(JsonBody body) {
    return new Enclosed(
        ids(body, "photos", PhotoRegister.MOST), ids(body, "notes", NoteRegister.MOST));
  }

  private static List<String> ids(JsonBody body, String member, int most) {
    if (!body.has(member) || body.node(member).isNull()) {
      return List.of();
    }
    JsonNode given = body.getArray(member);
    if (given.size() > most) {
      String code = member + "-too-many";
      Map<String, Object> details = Map.of("given", given.size(), "most", most);
      throw new Invalid(member, code, details);
    }
    List<String> ids = new ArrayList<>();
    for (JsonNode one : given) {
      String place = member + "[" + ids.size() + "]";
      if (!one.isTextual()) {
        throw new Malformed(place, "text-wanted", Map.of("name", place));
      }
      if (one.textValue().length() > LONGEST_ID) {
        throw new Malformed(place, "text-too-long", Map.of("name", place, "longest", LONGEST_ID));
      }
      ids.add(one.textValue());
    }
    return ids;
  }
}

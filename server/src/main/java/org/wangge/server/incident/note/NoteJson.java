package org.wangge.server.incident.note;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.note.Note;

/** Notes as JSON, without their sound. */
final class NoteJson {
  private NoteJson() {}

  static Map<String, @Nullable Object> of(Note note) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("note", note.id());
    json.put("mediaType", note.sound().kind().mediaType());
    json.put("bytes", note.sound().bytes());
    json.put("lengthMillis", note.sound().lengthMillis());
    json.put("addedAt", note.addedAt().toString());
    note.use()
        .ifPresent(
            use -> {
              json.put("of", use.isReport() ? "report" : "deed");
              json.put("version", use.isReport() ? null : use.version());
            });
    return json;
  }
}

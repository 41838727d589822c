package org.wangge.server.incident.note;

import java.util.Map;
import org.wangge.fault.Invalid;
import org.wangge.incident.note.Note;
import org.wangge.incident.note.NoteKind;

/**
 * Looks at a file that shall be a spoken note, from its first byte to its last: one track of sound
 * as browsers record it and nothing else, every part as long as it says. What is coded in it is
 * left to the browsers of those who hear it; none of it is decoded here.
 */
final class Recording {
  static final int LONGEST_FILE = 2_000_000;

  /** By the file's own count. */
  static final int LONGEST_MILLIS = 120_000;

  private Recording() {}

  /**
   * What a file says of itself.
   *
   * @throws Invalid with code {@code note-kind} for what is none of the kinds, {@code note-broken},
   *     or {@code note-too-long}
   */
  static Note.Sound check(byte[] file) {
    Bytes bytes = Bytes.of(file);
    NoteKind kind = kind(bytes);
    long millis =
        switch (kind) {
          case WEBM -> WebmFile.lengthMillis(bytes);
          case OGG -> OggFile.lengthMillis(bytes);
          case MP4 -> Mp4File.lengthMillis(bytes);
        };
    if (millis > LONGEST_MILLIS) {
      throw new Invalid("body", "note-too-long", Map.of("mostSeconds", LONGEST_MILLIS / 1_000));
    }
    return new Note.Sound(kind, file.length, (int) Math.max(0, millis));
  }

  private static NoteKind kind(Bytes bytes) {
    if (bytes.begins("\u001aE\u00df\u00a3")) {
      return NoteKind.WEBM;
    }
    if (bytes.begins("OggS")) {
      return NoteKind.OGG;
    }
    if (Mp4File.isAtBeginning(bytes)) {
      return NoteKind.MP4;
    }
    throw notOfAKind();
  }

  static Invalid notOfAKind() {
    return new Invalid("body", "note-kind");
  }

  static Invalid broken() {
    return new Invalid("body", "note-broken");
  }
}

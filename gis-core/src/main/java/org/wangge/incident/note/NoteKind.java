package org.wangge.incident.note;

import java.util.Optional;
import org.wangge.word.Word;

/** In what a note is packed, and how that is coded: what browsers record. */
public enum NoteKind implements Word {
  /** WebM with Opus: Chrome, Edge, Firefox. */
  WEBM("audio/webm"),
  /** Ogg with Opus: Firefox. */
  OGG("audio/ogg"),
  /** MP4 with AAC: Safari. */
  MP4("audio/mp4");

  private final String mediaType;

  NoteKind(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  public static Optional<NoteKind> find(String word) {
    return Word.find(NoteKind.class, word);
  }
}

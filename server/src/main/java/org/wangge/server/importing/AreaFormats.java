package org.wangge.server.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.grid.RecordPlace;

/** The formats there are, and which one a file is in. */
final class AreaFormats {
  private static final int HEAD_BYTES = 2048;
  private static final List<AreaReader> READERS =
      List.of(new VonngAdcodeReader(), new GeoJsonReader());

  private AreaFormats() {}

  static List<String> words() {
    return READERS.stream().map(AreaReader::format).toList();
  }

  /** The reader for a format by its word. */
  static AreaReader getReader(String word) {
    return READERS.stream()
        .filter(reader -> reader.format().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ImportStopped(
                    "format-unknown",
                    RecordPlace.FILE,
                    Map.of("format", word, "formats", String.join(", ", words()))));
  }

  /** The reader that recognizes a file; the stream is left at its start. */
  static AreaReader recognize(String name, BufferedInputStream stream) throws IOException {
    stream.mark(HEAD_BYTES);
    String head = new String(stream.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
    stream.reset();
    String text = head.startsWith("\uFEFF") ? head.substring(1) : head;
    Optional<AreaReader> found =
        READERS.stream().filter(reader -> reader.recognizes(name, text)).findFirst();
    return found.orElseThrow(
        () ->
            new ImportStopped(
                "format-unrecognized",
                RecordPlace.FILE,
                Map.of("file", name, "formats", String.join(", ", words()))));
  }
}

package org.wangge.server.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.wangge.audit.Digest;

/**
 * The segments of a side file, as they lie in the folder. A line is {@code P transaction id digest}
 * (pledged), {@code K transaction} (the transaction is committed), {@code k id} or {@code v id}
 * (looked up later: there, not there). The last line of a segment may be cut short by a kill.
 *
 * @param notes what is noted and not known to be void
 * @param segments number of each to its file
 * @param damaged how many lines cannot be read
 */
record JournalFiles(Map<UUID, Noted> notes, Map<Long, Path> segments, int damaged) {

  /** What is noted of a record: its digest, in which segment, and whether it is committed. */
  record Noted(Digest digest, long segment, boolean kept) {}

  JournalFiles {
    notes = Collections.unmodifiableMap(notes);
    segments = Collections.unmodifiableMap(segments);
  }

  static Path file(Path folder, String writer, long segment) {
    return folder.resolve("journal-" + writer + "." + segment);
  }

  /** Number of the newest segment, 0 where there is none. */
  long newest() {
    return segments.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** Reads what an installation noted; nothing where it has noted nothing yet. */
  static JournalFiles read(Path folder, String writer) {
    Map<Long, Path> segments = find(folder, "journal-" + writer + ".");
    Reading reading = new Reading();
    segments.forEach(reading::read);
    return new JournalFiles(reading.notes, segments, reading.damaged);
  }

  private static Map<Long, Path> find(Path folder, String prefix) {
    Map<Long, Path> segments = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return segments;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(prefix) && name.substring(prefix.length()).matches("[0-9]{1,18}")) {
          segments.put(Long.parseLong(name.substring(prefix.length())), file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the audit's side file cannot be read", e);
    }
    return segments;
  }

  /** Puts the lines together. */
  private static final class Reading {
    private final Map<UUID, Noted> notes = new HashMap<>();
    private final Map<String, List<UUID>> transactions = new HashMap<>();
    private int damaged;

    void read(long segment, Path file) {
      String text;
      try {
        text = Files.readString(file, StandardCharsets.ISO_8859_1);
      } catch (IOException e) {
        throw new UncheckedIOException("the audit's side file cannot be read", e);
      }
      int begin = 0;
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
        line(segment, text.substring(begin, end).split(" ", -1));
        begin = end + 1;
      }
    }

    private void line(long segment, String[] words) {
      try {
        switch (words[0]) {
          case "P" -> pledged(segment, words);
          case "K" -> transactions.getOrDefault(words[1], List.of()).forEach(this::kept);
          case "k" -> kept(UUID.fromString(words[1]));
          case "v" -> notes.remove(UUID.fromString(words[1]));
          default -> damaged++;
        }
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        damaged++;
      }
    }

    private void pledged(long segment, String[] words) {
      UUID id = UUID.fromString(words[2]);
      notes.put(id, new Noted(Digest.parse(words[3]), segment, false));
      transactions.computeIfAbsent(words[1], key -> new ArrayList<>()).add(id);
    }

    private void kept(UUID id) {
      notes.computeIfPresent(id, (key, noted) -> new Noted(noted.digest(), noted.segment(), true));
    }
  }
}

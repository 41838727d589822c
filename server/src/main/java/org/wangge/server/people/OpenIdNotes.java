package org.wangge.server.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notes that a browser carries for us in a cookie, sealed: it can neither read nor change them.
 * Whatever server they come back to can open them; here each can be used up once. Thread-safe.
 */
final class OpenIdNotes {
  private static final int MOST_USED = 20_000;
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final SealedSecrets seal;
  private final Clock machine;
  private final Map<String, Instant> used = new LinkedHashMap<>();

  OpenIdNotes(byte[] key, Clock machine) {
    this.seal = new SealedSecrets(key);
    this.machine = machine;
  }

  /**
   * A note.
   *
   * @param id what is used up
   * @param until when it is good for nothing any more
   * @param texts what it says
   */
  record Note(String id, Instant until, Map<String, String> texts) {
    Note {
      texts = Map.copyOf(texts);
    }

    String get(String name) {
      return texts.getOrDefault(name, "");
    }
  }

  /**
   * Seals one.
   *
   * @param kind which opens as this kind alone
   */
  String seal(String kind, Note note) {
    Map<String, String> all = new HashMap<>(note.texts());
    all.put("id", note.id());
    all.put("until", note.until().toString());
    try {
      String sealed = seal.seal(kind, MAPPER.writeValueAsBytes(all));
      // An alphabet that stands in a cookie as it is.
      return Base64.getUrlEncoder().withoutPadding().encodeToString(fromText(sealed));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are JSON", e);
    }
  }

  private static byte[] fromText(String sealed) {
    return Base64.getDecoder().decode(sealed.getBytes(StandardCharsets.US_ASCII));
  }

  /** Opens one; empty where it is none of ours, too old, or was used up. */
  Optional<Note> open(String kind, String sealed) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed);
      Map<String, String> all =
          new HashMap<>(
              MAPPER.readValue(seal.open(kind, Base64.getEncoder().encodeToString(bytes)), TEXTS));
      Note note =
          new Note(
              String.valueOf(all.remove("id")),
              Instant.parse(String.valueOf(all.remove("until"))),
              all);
      return machine.instant().isBefore(note.until()) && !isUsed(note.id())
          ? Optional.of(note)
          : Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException | java.io.IOException e) {
      return Optional.empty();
    }
  }

  private synchronized boolean isUsed(String id) {
    return used.containsKey(id);
  }

  /** Uses one up; false where somebody has. */
  synchronized boolean use(Note note) {
    Instant now = machine.instant();
    used.values().removeIf(until -> !now.isBefore(until));
    if (used.size() >= MOST_USED) {
      Iterator<String> oldest = used.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return used.putIfAbsent(note.id(), note.until()) == null;
  }
}

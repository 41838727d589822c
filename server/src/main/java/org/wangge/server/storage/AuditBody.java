package org.wangge.server.storage;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.audit.AuditEntry;
import org.wangge.audit.AuditRecord;
import org.wangge.audit.Outcome;

/**
 * An audit record as the bytes that are stored, chained and marked: one JSON object in UTF-8 with
 * its members in alphabetical order, without blanks.
 */
public final class AuditBody {
  private static final TypeReference<Map<String, @Nullable Object>> MEMBERS =
      new TypeReference<>() {};
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private AuditBody() {}

  /**
   * Writes a record.
   *
   * @throws IllegalArgumentException when its facts are not plain values
   */
  public static byte[] bytes(AuditRecord record) {
    Map<String, @Nullable Object> members = new HashMap<>();
    members.put("id", record.id().toString());
    members.put("writer", record.writer());
    members.put("at", record.at().toString());
    members.put("account", record.account());
    members.put("roles", record.roles());
    members.put("address", record.addressOrNull());
    members.put("session", record.sessionOrNull());
    members.put("action", record.action());
    members.put("subject", record.subject());
    members.put("outcome", record.outcome().word());
    members.put("facts", record.facts());
    members.put("why", record.why());
    try {
      return JSON.writeValueAsBytes(members);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "facts of " + record.action() + " are not plain values", e);
    }
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException when the bytes are no record
   */
  @SuppressWarnings("unchecked")
  public static AuditRecord parse(byte[] bytes) {
    try {
      Map<String, @Nullable Object> members = JSON.readValue(bytes, MEMBERS);
      return new AuditRecord(
          UUID.fromString(text(members, "id")),
          text(members, "writer"),
          Instant.parse(text(members, "at")),
          text(members, "account"),
          (List<String>) members.getOrDefault("roles", List.of()),
          (String) members.get("address"),
          (String) members.get("session"),
          new AuditEntry(
              text(members, "action"),
              text(members, "subject"),
              Outcome.find(text(members, "outcome")).orElseThrow(IllegalArgumentException::new),
              (Map<String, Object>) members.getOrDefault("facts", Map.of()),
              text(members, "why")));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("no audit record", e);
    }
  }

  private static String text(Map<String, @Nullable Object> members, String name) {
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name);
  }

  /**
   * The members of the topmost level that are text, which is all that the columns beside the bytes
   * repeat. Quicker than {@link #parse}, for those who read a million.
   *
   * @throws IllegalArgumentException when the bytes are no JSON object
   */
  public static Map<String, String> texts(byte[] bytes) {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser parser = JSON.getFactory().createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          texts.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("no audit record", new UncheckedIOException(e));
    }
    return texts;
  }
}

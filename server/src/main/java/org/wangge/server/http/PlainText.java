package org.wangge.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Which texts can be kept and given back: PostgreSQL fails at the character 0, and half a character
 * (a surrogate without the other) has no form in UTF-8, so it would come back as another text.
 */
public final class PlainText {
  private static final int UNKNOWN = 0xFFFD;

  private PlainText() {}

  /** Whether there are only whole characters, and of the controls only tab and line ends. */
  public static boolean isSound(String text) {
    return text.codePoints().allMatch(PlainText::isSound);
  }

  private static boolean isSound(int character) {
    if (character == '\t' || character == '\n' || character == '\r') {
      return true;
    }
    int type = Character.getType(character);
    return type != Character.CONTROL && type != Character.SURROGATE;
  }

  /** The text with a sign in place of every character that is not sound, for telling of it. */
  public static String shown(String text) {
    return text.codePoints()
        .map(character -> isSound(character) ? character : UNKNOWN)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Refuses a text that is not sound. */
  public static void require(String place, String text) {
    if (!isSound(text)) {
      throw new Malformed(place, "text-unsound", Map.of("name", place));
    }
  }

  /** Refuses a body with a text, or a name of a member, that is not sound. */
  static void require(JsonNode body) {
    if (!isSound(body)) {
      String place = placeWithin(body);
      throw new Malformed(
          place.isEmpty() ? "body" : place, "text-unsound", Map.of("name", last(place)));
    }
  }

  private static boolean isSound(JsonNode node) {
    if (node.isTextual()) {
      return isSound(node.textValue());
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!isSound(member.getKey())) {
        return false;
      }
    }
    for (JsonNode child : node) {
      if (!isSound(child)) {
        return false;
      }
    }
    return true;
  }

  /** Of the first text that is not sound, within a node that has one. */
  private static String placeWithin(JsonNode node) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (isSound(member.getKey()) && !isSound(member.getValue())) {
        String deeper = placeWithin(member.getValue());
        boolean isDot = !deeper.isEmpty() && !deeper.startsWith("[");
        return member.getKey() + (isDot ? "." : "") + deeper;
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      if (!isSound(node.get(i))) {
        String deeper = placeWithin(node.get(i));
        boolean isDot = !deeper.isEmpty() && !deeper.startsWith("[");
        return "[" + i + "]" + (isDot ? "." : "") + deeper;
      }
    }
    return "";
  }

  private static String last(String place) {
    return place.isEmpty() ? "body" : place.substring(place.lastIndexOf('.') + 1);
  }
}

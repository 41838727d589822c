package org.wangge.server.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.wangge.server.http.Json;
import org.wangge.server.http.PlainText;

/**
 * The two forms that answers have. Both are made of the same maps and lists, so that they say the
 * same.
 */
enum Open311Format {
  XML("text/xml; charset=utf-8") {
    @Override
    byte[] bytes(Answer answer) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        XMLStreamWriter out =
            XMLOutputFactory.newFactory()
                .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        write(out, answer.root(), answer.member(), answer.body());
        out.writeEndDocument();
        out.close();
      } catch (XMLStreamException e) {
        throw new IllegalStateException("a name that is none in XML", e);
      }
      return bytes.toByteArray();
    }
  },
  JSON("application/json; charset=utf-8") {
    @Override
    byte[] bytes(Answer answer) {
      return Json.bytes(answer.body());
    }
  };

  /** Names of the members of lists within an object, as the standard has them. */
  private static final Map<String, String> MEMBERS =
      Map.of("endpoints", "endpoint", "formats", "format", "attributes", "attribute");

  private final String type;

  Open311Format(String type) {
    this.type = type;
  }

  /**
   * An answer.
   *
   * @param root name of the element that holds all, in XML
   * @param member name of the members of a list
   * @param body a map, or a list of maps
   */
  record Answer(String root, String member, Object body) {}

  static Optional<Open311Format> find(String ending) {
    return switch (ending) {
      case "xml" -> Optional.of(XML);
      case "json" -> Optional.of(JSON);
      default -> Optional.empty();
    };
  }

  String type() {
    return type;
  }

  abstract byte[] bytes(Answer answer);

  private static void write(XMLStreamWriter out, String name, String member, @Nullable Object value)
      throws XMLStreamException {
    if (value == null || value.equals("")) {
      out.writeEmptyElement(name);
      return;
    }
    out.writeStartElement(name);
    if (value instanceof Map<?, ?> members) {
      for (Map.Entry<?, ?> one : members.entrySet()) {
        String key = String.valueOf(one.getKey());
        write(out, key, MEMBERS.getOrDefault(key, key), one.getValue());
      }
    } else if (value instanceof List<?> list) {
      for (Object one : list) {
        write(out, member, member, one);
      }
    } else {
      out.writeCharacters(characters(String.valueOf(value)));
    }
    out.writeEndElement();
  }

  /** XML has no sign for some characters, however they are escaped. */
  private static String characters(String text) {
    return PlainText.shown(text).replaceAll("[\\uFFFE\\uFFFF]", "\uFFFD");
  }
}

package org.wangge.server.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which gateways messages go: the file {@code messages.json} of the data folder, which only who
 * runs the installation can write. No address in it ever comes from a client.
 *
 * @param smsOrNull the gateway of text messages; null where there is none
 * @param mailOrNull the server for mail; null where there is none
 * @param groups the robots of groups
 * @param pages where residents reach the pages, without a slash at the end; empty where they do not
 */
record OutletSettings(
    @Nullable Sms smsOrNull, @Nullable Mail mailOrNull, List<Group> groups, String pages) {
  /** Nothing goes out. */
  static final OutletSettings NONE = new OutletSettings(null, null, List.of(), "");

  private static final String FILE = "messages.json";
  private static final int USUAL_SECONDS = 10;

  OutletSettings {
    groups = List.copyOf(groups);
  }

  /**
   * A gateway of text messages that is spoken to over HTTP.
   *
   * @param url where a message is posted to
   * @param headers sent along, such as a token
   * @param form members of the body with the blanks {@code {phone}}, {@code {text}}, {@code {key}}
   * @param isJson whether the body is a JSON object; else a form
   * @param takenOrNull what its answer says of a message it takes; null: any 2xx does
   * @param idMember member of its answer with its own id of the message; empty where it has none
   * @param keyed whether it takes a message of a key only once
   * @param receiptSecret by which its receipts are known; empty where it sends none
   * @param patience how long it may take
   */
  record Sms(
      URI url,
      Map<String, String> headers,
      Map<String, String> form,
      boolean isJson,
      @Nullable Taken takenOrNull,
      String idMember,
      boolean keyed,
      String receiptSecret,
      Duration patience) {}

  /**
   * What an answer says of a message that is taken.
   *
   * @param member of the answer
   * @param is what it is then
   */
  record Taken(String member, String is) {}

  /**
   * A server for mail.
   *
   * @param security {@code none}, {@code starttls} or {@code tls}
   * @param departments addresses by code of department
   */
  record Mail(
      String host,
      int port,
      String security,
      String user,
      String password,
      String from,
      Map<String, String> departments,
      Duration patience) {}

  /**
   * The robot of a group of people who work together.
   *
   * @param name of the group
   * @param url of its robot, which is a secret
   * @param areas codes of the areas of which it is told, with what lies below them
   * @param departments codes of the departments of which it is told
   * @param patience how long it may take
   */
  record Group(
      String name, URI url, List<String> areas, Set<String> departments, Duration patience) {}

  /**
   * Reads the file of a data folder.
   *
   * @throws IllegalStateException that says where it is wrong and how it is mended
   */
  static OutletSettings read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return NONE;
    }
    try {
      return of(new Part(new ObjectMapper().readTree(file.toFile()), ""));
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " is not JSON: " + e.getMessage(), e);
    }
  }

  private static OutletSettings of(Part all) {
    all.knows("sms", "mail", "groups", "pages");
    List<Group> groups = new ArrayList<>();
    for (Part one : all.parts("groups")) {
      groups.add(group(one));
    }
    return new OutletSettings(
        all.part("sms").map(OutletSettings::sms).orElse(null),
        all.part("mail").map(OutletSettings::mail).orElse(null),
        groups,
        all.node().has("pages") ? all.url("pages").toString().replaceAll("/+$", "") : "");
  }

  private static Sms sms(Part part) {
    part.knows(
        "url", "headers", "form", "json", "taken", "id", "keyed", "receiptSecret", "seconds");
    boolean json = part.part("json").isPresent();
    Map<String, String> form = part.texts(json ? "json" : "form");
    if (form.values().stream().noneMatch(one -> one.contains("{phone}"))
        || form.values().stream().noneMatch(one -> one.contains("{text}"))) {
      throw part.wrong(json ? "json" : "form", "has no member with {phone} and {text}");
    }
    return new Sms(
        part.url("url"),
        part.texts("headers"),
        form,
        json,
        part.part("taken").map(one -> new Taken(one.text("member"), one.text("is"))).orElse(null),
        part.text("id", ""),
        part.flag("keyed"),
        part.text("receiptSecret", ""),
        part.patience());
  }

  private static Mail mail(Part part) {
    part.knows("host", "port", "security", "user", "password", "from", "departments", "seconds");
    String security = part.text("security", "starttls");
    if (!Set.of("none", "starttls", "tls").contains(security)) {
      throw part.wrong("security", "is none of none, starttls, tls");
    }
    return new Mail(
        part.text("host"),
        part.number("port", 25),
        security,
        part.text("user", ""),
        part.text("password", ""),
        part.text("from"),
        part.texts("departments"),
        part.patience());
  }

  private static Group group(Part part) {
    part.knows("name", "url", "areas", "departments", "seconds");
    return new Group(
        part.text("name"),
        part.url("url"),
        part.list("areas"),
        Set.copyOf(part.list("departments")),
        part.patience());
  }

  /** A part of the file, with its place in it. */
  private record Part(JsonNode node, String place) {

    IllegalStateException wrong(String member, String why) {
      String where = place.isEmpty() ? member : place + "." + member;
      return new IllegalStateException(
          FILE + ": " + where + " " + why + "; docs/guide/messages.md tells what it may hold");
    }

    void knows(String... members) {
      Set<String> known = Set.of(members);
      node.fieldNames()
          .forEachRemaining(
              name -> {
                if (!known.contains(name)) {
                  throw wrong(name, "means nothing here");
                }
              });
    }

    Optional<Part> part(String member) {
      JsonNode found = node.path(member);
      if (found.isMissingNode()) {
        return Optional.empty();
      }
      if (!found.isObject()) {
        throw wrong(member, "is not an object");
      }
      return Optional.of(new Part(found, place.isEmpty() ? member : place + "." + member));
    }

    List<Part> parts(String member) {
      List<Part> parts = new ArrayList<>();
      for (JsonNode one : node.path(member)) {
        parts.add(new Part(one, member + "[" + parts.size() + "]"));
      }
      return parts;
    }

    String text(String member) {
      JsonNode found = node.path(member);
      if (!found.isTextual() || found.asText().isBlank()) {
        throw wrong(member, "is missing");
      }
      return found.asText();
    }

    String text(String member, String usual) {
      return node.has(member) ? text(member) : usual;
    }

    int number(String member, int usual) {
      JsonNode found = node.path(member);
      if (found.isMissingNode()) {
        return usual;
      }
      if (!found.isInt() || found.asInt() < 1) {
        throw wrong(member, "is no whole number from 1 on");
      }
      return found.asInt();
    }

    boolean flag(String member) {
      return node.path(member).asBoolean(false);
    }

    Duration patience() {
      return Duration.ofSeconds(number("seconds", USUAL_SECONDS));
    }

    URI url(String member) {
      try {
        URI url = URI.create(text(member));
        if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
          return url;
        }
      } catch (IllegalArgumentException e) {
        throw wrong(member, "is no address");
      }
      throw wrong(member, "is no address that begins with http:// or https://");
    }

    Map<String, String> texts(String member) {
      Map<String, String> texts = new LinkedHashMap<>();
      node.path(member)
          .properties()
          .forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
      return texts;
    }

    List<String> list(String member) {
      List<String> list = new ArrayList<>();
      node.path(member).forEach(one -> list.add(one.asText()));
      return list;
    }
  }
}

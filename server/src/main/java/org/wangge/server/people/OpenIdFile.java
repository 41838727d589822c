package org.wangge.server.people;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wangge.people.SessionLimits;
import org.wangge.server.people.OpenIdSettings.Strong;

/** Reads {@code DIR/openid.json}, strictly: what it does not know it does not pass over. */
final class OpenIdFile {
  static final String NAME = "openid.json";

  private static final String SECRET = "clientSecret";
  private static final String SECRET_FILE = "clientSecretFile";
  private static final int LONGEST_ISSUER = 200;
  private static final int LONGEST_NAME = 40;
  private static final int MOST_MINUTES = 24 * 60;

  /** What nobody but the owner may do with a file that holds a secret. */
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final Path folder;
  private final Path file;

  private OpenIdFile(Path folder) {
    this.folder = folder;
    this.file = folder.resolve(NAME);
  }

  /**
   * What the file of a data folder says; empty where there is none, so no single sign-on.
   *
   * @throws OpenIdTrouble that names the place and the mend
   */
  static Optional<OpenIdSettings> read(Path folder) {
    OpenIdFile read = new OpenIdFile(folder);
    return Files.exists(read.file) ? Optional.of(read.settings()) : Optional.empty();
  }

  private OpenIdSettings settings() {
    JsonNode whole = json();
    known(
        "",
        whole,
        "issuer",
        "clientId",
        SECRET,
        SECRET_FILE,
        "name",
        "address",
        "secondFactor",
        "session",
        "endSessionAtProvider");
    JsonNode name = object(whole, "name", "zh", "en");
    return new OpenIdSettings(
        issuer(text("", whole, "issuer")),
        new ClientID(text("", whole, "clientId")),
        secret(whole),
        name("name.zh", text("name.", name, "zh")),
        name("name.en", text("name.", name, "en")),
        whole.has("address") ? address(text("", whole, "address")) : null,
        strong(whole),
        limits(whole),
        flag(whole, "endSessionAtProvider"));
  }

  private JsonNode json() {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw trouble(
          "line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()),
          "is no JSON, or a member stands there twice",
          "put quotes around names and texts, a comma between members and none after the last");
    } catch (IOException e) {
      throw trouble("the file", "cannot be read", "let the program's account read it");
    }
  }

  private void known(String place, JsonNode object, String... names) {
    if (!object.isObject()) {
      throw trouble(
          place.isEmpty() ? "the file" : place, "is no object", "put its members in braces");
    }
    Set<String> known = new TreeSet<>(Set.of(names));
    for (Iterator<String> given = object.fieldNames(); given.hasNext(); ) {
      String name = given.next();
      if (!known.contains(name)) {
        throw trouble(
            place.isEmpty() ? name : place + "." + name,
            "means nothing here",
            "take it out, or one of these: " + String.join(", ", known));
      }
    }
  }

  private JsonNode object(JsonNode whole, String name, String... names) {
    if (!whole.has(name)) {
      throw trouble(name, "is missing", "add an object with " + String.join(", ", names));
    }
    known(name, whole.get(name), names);
    return whole.get(name);
  }

  private String text(String before, JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw trouble(before + name, "is missing or no text", "give it as a text in quotes");
    }
    return value.textValue().strip();
  }

  private boolean flag(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw trouble(name, "is neither true nor false", "write true or false, without quotes");
    }
    return value.asBoolean(false);
  }

  private Issuer issuer(String text) {
    URI uri = uri("issuer", text);
    if (uri.getQuery() != null || uri.getFragment() != null || text.length() > LONGEST_ISSUER) {
      throw trouble("issuer", "is no address of a provider", "copy it from the provider's pages");
    }
    if (!OpenIdSettings.isSafe(uri)) {
      throw trouble(
          "issuer",
          "is not HTTPS, so anyone on the way could sign in as anybody",
          "take the provider's https address (plain http is for a provider on this machine)");
    }
    return new Issuer(text);
  }

  private String address(String text) {
    URI uri = uri("address", text);
    boolean bare = uri.getPath().isEmpty() || uri.getPath().equals("/");
    if (!OpenIdSettings.isSafe(uri) || !bare || uri.getRawUserInfo() != null) {
      throw trouble(
          "address",
          "is not where people reach this program",
          "write https:// and its host name, with the port where it is not 443, and no more");
    }
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private URI uri(String place, String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw trouble(place, "is no address", "write it as a browser shows it, with https://");
    }
  }

  private String name(String place, String text) {
    if (text.length() > LONGEST_NAME) {
      throw trouble(place, "is too long for a button", "use at most " + LONGEST_NAME + " letters");
    }
    return text;
  }

  private Secret secret(JsonNode whole) {
    if (whole.has(SECRET) == whole.has(SECRET_FILE)) {
      throw trouble(
          SECRET,
          whole.has(SECRET) ? "stands there twice" : "is missing",
          "give either %s, or %s with the name of a file beside this one"
              .formatted(SECRET, SECRET_FILE));
    }
    if (whole.has(SECRET)) {
      requireOwnersAlone(file);
      return new Secret(text("", whole, SECRET));
    }
    Path kept = folder.resolve(text("", whole, SECRET_FILE));
    try {
      String secret = Files.readString(kept).strip();
      requireOwnersAlone(kept);
      if (secret.isEmpty()) {
        throw trouble(SECRET_FILE, "names an empty file", "put the client's secret into it");
      }
      return new Secret(secret);
    } catch (IOException e) {
      throw trouble(
          SECRET_FILE,
          "names a file that cannot be read: " + kept.getFileName(),
          "put the client's secret into it, readable by the program's account alone");
    }
  }

  private void requireOwnersAlone(Path secret) {
    try {
      if (Files.getFileStore(secret).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(secret).stream().anyMatch(OTHERS::contains)) {
        throw trouble(
            secret.equals(file) ? "the file" : SECRET_FILE,
            "can be read by others, who could pass for this program with the secret in it",
            "chmod 600 " + secret);
      }
    } catch (IOException e) {
      throw trouble("the file", "cannot be looked at", "let the program's account own it");
    }
  }

  private Strong strong(JsonNode whole) {
    if (!whole.has("secondFactor")) {
      return Strong.NEVER;
    }
    JsonNode part = object(whole, "secondFactor", "acr", "amr");
    Strong strong = new Strong(words(part, "acr"), words(part, "amr"));
    if (strong.equals(Strong.NEVER)) {
      throw trouble(
          "secondFactor",
          "names no word",
          "name those of acr or amr that the provider only says of two factors, or leave it out");
    }
    return strong;
  }

  private Set<String> words(JsonNode part, String name) {
    Set<String> words = new LinkedHashSet<>();
    JsonNode list = part.path(name);
    if (!list.isMissingNode() && !list.isArray()) {
      throw trouble("secondFactor." + name, "is no list", "write [\"word\", …]");
    }
    for (JsonNode word : list) {
      if (!word.isTextual() || word.textValue().isBlank()) {
        throw trouble("secondFactor." + name, "holds what is no word", "write [\"word\", …]");
      }
      words.add(word.textValue());
    }
    return words;
  }

  private SessionLimits limits(JsonNode whole) {
    if (!whole.has("session")) {
      return SessionLimits.LONGEST;
    }
    JsonNode part = object(whole, "session", "idleMinutes", "wholeMinutes");
    return new SessionLimits(minutes(part, "idleMinutes"), minutes(part, "wholeMinutes"))
        .atMost(SessionLimits.LONGEST);
  }

  private Duration minutes(JsonNode part, String name) {
    JsonNode value = part.path(name);
    if (value.isMissingNode()) {
      return Duration.ofMinutes(MOST_MINUTES);
    }
    if (!value.isInt() || value.intValue() < 1 || value.intValue() > MOST_MINUTES) {
      throw trouble("session." + name, "is no number of minutes", "write 1 to " + MOST_MINUTES);
    }
    return Duration.ofMinutes(value.intValue());
  }

  private OpenIdTrouble trouble(String place, @Nullable String what, String mend) {
    return new OpenIdTrouble(
        "Single sign-on is not set up right. In %s: %s %s. Mend: %s."
            .formatted(file, place, what, mend));
  }
}

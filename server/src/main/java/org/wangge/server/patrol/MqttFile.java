package org.wangge.server.patrol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code mqtt.json} of the data folder, strictly: which only who runs the installation can
 * write. No address in it ever comes from a client.
 */
final class MqttFile {
  static final String NAME = "mqtt.json";

  private static final Set<String> KNOWN =
      Set.of(
          "url", "user", "password", "clientId", "topic", "ca", "unencrypted", "brokerEnforcesAcl");

  private static final Map<String, Integer> PORTS = Map.of("tcp", 1883, "ssl", 8883);

  /** The user and the device must be the last two levels, and nothing else may be open. */
  private static final Pattern TOPIC = Pattern.compile("[^+#\\u0000]{1,200}/\\+/\\+");

  private static final Pattern CLIENT_ID = Pattern.compile("[0-9A-Za-z_.-]{1,64}");

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path folder;
  private final JsonNode whole;

  private MqttFile(Path folder, JsonNode whole) {
    this.folder = folder;
    this.whole = whole;
  }

  /**
   * What the file of a data folder says; empty where there is none, so no MQTT.
   *
   * @throws IllegalStateException that says what is wrong and how it is mended
   */
  static Optional<MqttSettings> read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      requireOwnersAlone(file);
      JsonNode whole =
          new ObjectMapper()
              .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
              .readTree(file.toFile());
      return Optional.of(new MqttFile(folder, whole).settings());
    } catch (IOException e) {
      throw new IllegalStateException(NAME + " cannot be read, or is no JSON.", e);
    }
  }

  private static void requireOwnersAlone(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")
        && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
      throw wrong("can be read by others, and holds a password; mend it: chmod 600 " + NAME);
    }
  }

  private MqttSettings settings() {
    if (!whole.isObject()) {
      throw wrong("is no JSON object");
    }
    for (Map.Entry<String, JsonNode> member : whole.properties()) {
      if (!KNOWN.contains(member.getKey())) {
        throw wrong("has a member '" + member.getKey() + "' that means nothing here");
      }
    }
    URI url = url();
    boolean tls = "ssl".equals(url.getScheme());
    requireSafeWay(url.getHost(), tls);
    requireProof();
    return new MqttSettings(
        url.getHost(),
        url.getPort() < 0 ? PORTS.getOrDefault(url.getScheme(), 0) : url.getPort(),
        tls,
        authority(tls),
        text("user", ""),
        text("password", ""),
        matching("clientId", "wangge", CLIENT_ID, "letters, digits and _ . - only, 64 at most"),
        matching("topic", "owntracks/+/+", TOPIC, "something that ends in /+/+ and is open there"));
  }

  private URI url() {
    String said = text("url", "");
    try {
      URI url = URI.create(said);
      if (url.getHost() != null
          && url.getUserInfo() == null
          && PORTS.containsKey(String.valueOf(url.getScheme()))
          && url.getPath().isEmpty()) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw wrong("wants a url like ssl://broker.example:8883");
    }
    throw wrong("wants a url like ssl://broker.example:8883, with nothing else in it");
  }

  private void requireSafeWay(String host, boolean tls) {
    if (!tls && !whole.path("unencrypted").asBoolean(false) && !isLoopback(host)) {
      throw wrong(
          "names a broker on another machine by tcp://, and anyone on the way could read and forge"
              + " positions; use ssl://, or say \"unencrypted\": true where that way is private in"
              + " itself");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private void requireProof() {
    if (!whole.path("brokerEnforcesAcl").asBoolean(false)) {
      throw wrong(
          "does not say \"brokerEnforcesAcl\": true. Over MQTT only the broker knows who speaks: it"
              + " has to refuse whoever shows no password, and to let each phone write below"
              + " owntracks/ and its own id alone. For Mosquitto: allow_anonymous false,"
              + " password_file, and acl_file with the line 'pattern write owntracks/%u/#'");
    }
  }

  private @Nullable Path authority(boolean tls) {
    String said = text("ca", "");
    if (said.isEmpty()) {
      return null;
    }
    Path file = folder.resolve(said);
    if (!tls || !Files.isReadable(file)) {
      throw wrong("wants its ca to be a file that can be read, and a url with ssl://");
    }
    return file;
  }

  private String matching(String member, String usual, Pattern shape, String wanted) {
    String said = text(member, usual);
    if (!shape.matcher(said).matches()) {
      throw wrong("wants its " + member + " to be " + wanted);
    }
    return said;
  }

  private String text(String member, String usual) {
    JsonNode node = whole.path(member);
    if (node.isMissingNode()) {
      return usual;
    }
    if (!node.isTextual()) {
      throw wrong("wants its " + member + " to be a text");
    }
    return node.asText();
  }

  private static IllegalStateException wrong(String what) {
    return new IllegalStateException(NAME + " in the data folder " + what + ".");
  }
}

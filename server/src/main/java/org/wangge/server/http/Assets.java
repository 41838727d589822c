package org.wangge.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The pages' files as they lie in the program, each read and packed once. Thread-safe. */
public final class Assets {
  private static final String ROOT = "/web/";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9@._-]+(/[A-Za-z0-9@._-]+)*");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("woff2", "font/woff2"));

  private final Map<String, Optional<PackedFile>> loaded = new ConcurrentHashMap<>();
  private final String buildId;

  public Assets() {
    buildId = PackedFile.sha256(packedPages()).substring(0, 12);
  }

  /** Changes whenever any file of the pages does, so that they may be kept for ever under it. */
  public String buildId() {
    return buildId;
  }

  /** The file of a path below the pages' folder; only plain names are looked up. */
  Optional<PackedFile> find(String path) {
    if (!NAME.matcher(path).matches() || path.contains("..")) {
      return Optional.empty();
    }
    return loaded.computeIfAbsent(path, Assets::load);
  }

  /** Adds a file that was made of others. */
  void put(String path, String text) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    loaded.put(
        path,
        Optional.of(
            PackedFile.of(Objects.requireNonNull(type), text.getBytes(StandardCharsets.UTF_8))));
  }

  private static Optional<PackedFile> load(String path) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = Assets.class.getResourceAsStream(ROOT + path)) {
      return in == null ? Optional.empty() : Optional.of(packed(path, type, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static PackedFile packed(String path, String type, byte[] bytes) {
    boolean isText = type.endsWith("charset=utf-8");
    return PackedFile.of(
        type,
        isText
            ? PageSource.sent(path, new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8)
            : bytes);
  }

  /**
   * The archive that holds the pages; when they lie in a folder instead, the time of start serves.
   */
  private static byte[] packedPages() {
    URL page = Assets.class.getResource(ROOT + "index.html");
    if (page == null) {
      throw new IllegalStateException("the pages are missing from the program");
    }
    String[] parts = page.toString().split("!", 2);
    if (parts.length < 2) {
      return String.valueOf(System.nanoTime()).getBytes(StandardCharsets.UTF_8);
    }
    try (InputStream in = new URL(parts[0].replaceFirst("^jar:", "")).openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

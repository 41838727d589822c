package org.wangge.tiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A tile ready to be sent: compressed, with the name of its content. Immutable. */
public final class EncodedTile {
  /** Hex digits of the ETag: 128 bits of the SHA-256 of the content. */
  private static final int ETAG_DIGITS = 32;

  private final byte[] gzip;
  private final String hash;

  private EncodedTile(byte[] gzip, String hash) {
    this.gzip = gzip;
    this.hash = hash;
  }

  /** Takes the bytes that {@link VectorTileEncoder} made. */
  public static EncodedTile of(byte[] content) {
    return new EncodedTile(content.length == 0 ? new byte[0] : compress(content), hash(content));
  }

  /** A tile that shows nothing: to be answered with 204 and no body. */
  public boolean isEmpty() {
    return gzip.length == 0;
  }

  /** The body for {@code Content-Encoding: gzip}. */
  public byte[] gzip() {
    return gzip.clone();
  }

  public int gzipLength() {
    return gzip.length;
  }

  /** The body for a client that does not take gzip. */
  public byte[] plain() {
    if (isEmpty()) {
      return new byte[0];
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  /** Strong entity tag of {@link #gzip()}, with its quotes. Equal where the content is equal. */
  public String etag() {
    return '"' + hash + "-gzip\"";
  }

  /** Strong entity tag of {@link #plain()}: other bytes of the same tile need another one. */
  public String plainEtag() {
    return '"' + hash + '"';
  }

  private static byte[] compress(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, ETAG_DIGITS);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}

package org.wangge.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A file ready for sending, plain and packed. Immutable by agreement: its bytes must not be written
 * to.
 */
final class PackedFile {
  private final String contentType;
  private final byte[] plain;
  private final byte[] gzip;
  private final String etag;

  private PackedFile(String contentType, byte[] plain, byte[] gzip) {
    this.contentType = contentType;
    this.plain = plain;
    this.gzip = gzip;
    this.etag = "\"" + sha256(plain).substring(0, 20) + "\"";
  }

  static PackedFile of(String contentType, byte[] plain) {
    return new PackedFile(contentType, plain, pack(plain));
  }

  /** With its character set. */
  String contentType() {
    return contentType;
  }

  byte[] plain() {
    return plain;
  }

  /** The packed bytes; empty where packing does not pay. */
  Optional<byte[]> gzip() {
    return gzip.length < plain.length * 9 / 10 ? Optional.of(gzip) : Optional.empty();
  }

  /** Changes with the bytes. */
  String etag() {
    return etag;
  }

  private static byte[] pack(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** In hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

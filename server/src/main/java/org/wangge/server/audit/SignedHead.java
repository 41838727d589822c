package org.wangge.server.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import org.wangge.audit.Digest;

/**
 * Where the chain stood at an instant, signed by the installation. Printed, it is an anchor: from
 * then on nobody can rewrite what came before, not even whoever has the key.
 *
 * @param number how many records were sealed
 * @param chain link of the last of them
 * @param at when it was signed
 * @param signature Ed25519 over {@link #signedText}, hexadecimal
 */
public record SignedHead(long number, Digest chain, Instant at, String signature) {
  private static final String TITLE = "wangge-audit-head/1";

  /** What is signed. */
  static byte[] signedText(long number, Digest chain, Instant at) {
    return String.join("\n", TITLE, "number " + number, "chain " + chain.hex(), "at " + at, "")
        .getBytes(StandardCharsets.UTF_8);
  }

  byte[] signedText() {
    return signedText(number, chain, at);
  }

  byte[] signatureBytes() {
    return HexFormat.of().parseHex(signature);
  }

  /** The text of a file that keeps it. */
  String text() {
    return new String(signedText(), StandardCharsets.UTF_8) + "signature " + signature + "\n";
  }

  /**
   * Reads such a text.
   *
   * @throws IllegalArgumentException when it is none
   */
  static SignedHead parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 5 || !lines[0].equals(TITLE)) {
      throw new IllegalArgumentException("no signed head");
    }
    try {
      return new SignedHead(
          Long.parseLong(value(lines[1], "number ")),
          Digest.parse(value(lines[2], "chain ")),
          Instant.parse(value(lines[3], "at ")),
          HexFormat.of().formatHex(HexFormat.of().parseHex(value(lines[4], "signature "))));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no signed head", e);
    }
  }

  private static String value(String line, String name) {
    if (!line.startsWith(name)) {
      throw new IllegalArgumentException("no signed head: " + name.trim());
    }
    return line.substring(name.length());
  }
}

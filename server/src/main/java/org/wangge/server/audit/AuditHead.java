package org.wangge.server.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wangge.audit.Digest;

/**
 * The signed head in the data folder: {@code audit/head}, replaced in one step, the public key
 * beside it, and under {@code audit/anchors} the first head of each day. Written by one thread;
 * read by any.
 */
public final class AuditHead {
  private final Path folder;
  private final HeadKey key;
  private final ZoneId zone;

  /**
   * Makes it.
   *
   * @param folder the audit's own within the data folder
   * @param zone whose days have an anchor each
   */
  public AuditHead(Path folder, HeadKey key, ZoneId zone) {
    this.folder = folder;
    this.key = key;
    this.zone = zone;
  }

  /** The head that was written last. */
  Optional<SignedHead> newest() {
    return read(folder.resolve("head"));
  }

  /** The anchor of a day. */
  Optional<SignedHead> anchor(LocalDate day) {
    return read(anchors().resolve(day.toString()));
  }

  /** Signs where the chain stands and writes it down. */
  SignedHead write(long number, Digest chain, Instant at) {
    SignedHead head = key.sign(number, chain, at);
    try {
      Files.createDirectories(anchors());
      Path openKey = folder.resolve("head.pub");
      if (!Files.exists(openKey)) {
        replace(openKey, key.publicKey() + "\n");
      }
      replace(folder.resolve("head"), head.text());
      Path anchor = anchors().resolve(at.atZone(zone).toLocalDate().toString());
      if (!Files.exists(anchor)) {
        replace(anchor, head.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the audit's head cannot be written", e);
    }
    return head;
  }

  private Path anchors() {
    return folder.resolve("anchors");
  }

  private static void replace(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * All heads that are kept: the newest and the anchors. One that cannot be read is a forged one.
   */
  List<SignedHead> all() {
    List<SignedHead> heads = new ArrayList<>();
    newest().ifPresent(heads::add);
    if (Files.isDirectory(anchors())) {
      try (Stream<Path> files = Files.list(anchors())) {
        files
            .filter(file -> !file.toString().endsWith(".new"))
            .sorted()
            .forEach(file -> read(file).ifPresent(heads::add));
      } catch (IOException e) {
        throw new UncheckedIOException("the audit's anchors cannot be read", e);
      }
    }
    return heads;
  }

  boolean signed(SignedHead head) {
    return key.signed(head);
  }

  String publicKey() {
    return key.publicKey();
  }

  /** A file that is no head reads as one that nobody signed. */
  private static Optional<SignedHead> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(SignedHead.parse(Files.readString(file, StandardCharsets.UTF_8)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(new SignedHead(0, Digest.ZERO, Instant.EPOCH, ""));
    } catch (IOException e) {
      throw new UncheckedIOException("the audit's head cannot be read", e);
    }
  }
}

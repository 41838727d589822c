package org.wangge.server.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.wangge.server.storage.AuditUnwritable;

/** One file of the side file, written at its end only. Its owner lets one thread append. */
final class JournalSegment {
  private final long number;
  private final Path file;
  private final FileChannel channel;
  private final Object forcing = new Object();
  private volatile long written;
  private volatile long forced;

  /** Makes a file that is not there yet. */
  JournalSegment(Path file, long number) {
    this.file = file;
    this.number = number;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  long number() {
    return number;
  }

  long written() {
    return written;
  }

  /**
   * Appends all of it, or nothing that counts: what is cut short has no end of line. Called by one
   * thread at a time.
   */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  void append(byte[] lines) {
    ByteBuffer left = ByteBuffer.wrap(lines);
    try {
      while (left.hasRemaining()) {
        channel.write(left, written + left.position());
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
    written += lines.length;
  }

  /** Returns when all up to a place is on the disk; those who wait meanwhile are served by one. */
  void force(long place) {
    if (forced >= place) {
      return;
    }
    synchronized (forcing) {
      if (forced >= place) {
        return;
      }
      long reached = written;
      try {
        channel.force(false);
      } catch (IOException e) {
        throw unwritable(e);
      }
      forced = reached;
    }
  }

  /** Ends it, with all of it on the disk. */
  void close() {
    force(written);
    synchronized (forcing) {
      try {
        channel.close();
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private static AuditUnwritable unwritable(IOException e) {
    return new AuditUnwritable("the audit's side file cannot be written", e);
  }
}

package org.wangge.server.video;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Cuts a stream of fragmented MP4 (ISO/IEC 14496-12) into its opening and its fragments. Reads no
 * more than it gives, so a fragment is there as soon as its last byte is. For one thread.
 */
final class FragmentReader {
  private static final int HEAD = 8;
  private static final int LONGEST_BOX = 16_000_000;

  private final DataInputStream in;
  private final Clock clock;
  private Timing timing = new Timing(1, 0);

  /**
   * Reads from a stream.
   *
   * @param clock says when a fragment has arrived
   */
  FragmentReader(InputStream in, Clock clock) {
    this.in = new DataInputStream(in);
    this.clock = clock;
  }

  /**
   * Reads up to the end of the opening.
   *
   * @throws IOException when the stream ends before, or is not fragmented MP4 of one video track
   */
  Opening opening() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (; ; ) {
      byte[] box = box();
      bytes.writeBytes(box);
      if (type(box).equals("moov")) {
        Opening opening = MovieBox.of(box).opening(bytes.toByteArray());
        timing = opening.timing();
        return opening;
      }
    }
  }

  /**
   * Reads the next fragment. The opening has to be read before.
   *
   * @throws EOFException at the end of the stream
   */
  Fragment next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MovieFragmentBox about = null;
    for (; ; ) {
      byte[] box = box();
      switch (type(box)) {
        case "moof" -> {
          bytes.reset();
          bytes.writeBytes(box);
          about = MovieFragmentBox.of(box);
        }
        case "mdat" -> {
          if (about == null) {
            throw new IOException("pictures that no fragment tells of");
          }
          bytes.writeBytes(box);
          return fragment(bytes.toByteArray(), about);
        }
        default -> {
          // Indexes and free space: a live player has no use for them.
        }
      }
    }
  }

  private Fragment fragment(byte[] bytes, MovieFragmentBox about) {
    Duration length = timing.of(about.lengthTicks(timing.sampleTicks()));
    Instant at = clock.instant().minus(length);
    return new Fragment(
        bytes, about.startsWithKeyPicture(), timing.of(about.beginTicks()), length, at);
  }

  private byte[] box() throws IOException {
    long length = Integer.toUnsignedLong(in.readInt());
    int type = in.readInt();
    if (length < HEAD || length > LONGEST_BOX) {
      throw new IOException("a box of " + length + " bytes in the picture's stream");
    }
    byte[] box = new byte[(int) length];
    Bytes.put(box, 0, (int) length);
    Bytes.put(box, Bytes.WORD, type);
    in.readFully(box, HEAD, box.length - HEAD);
    return box;
  }

  private static String type(byte[] box) {
    return new String(box, Bytes.WORD, Bytes.WORD, StandardCharsets.US_ASCII);
  }
}

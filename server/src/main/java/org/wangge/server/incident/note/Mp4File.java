package org.wangge.server.incident.note;

import java.util.Set;

/**
 * MP4 with one track of AAC, whole or in fragments: boxes of known names from the first byte to the
 * last. See ISO/IEC 14496-12 and -14; the names are theirs.
 */
final class Mp4File {
  private static final Set<String> BESIDE =
      Set.of("free", "skip", "mdat", "sidx", "styp", "mfra", "prft");

  private static final Set<String> HOLDERS = Set.of("mdia", "minf", "stbl", "mvex", "traf", "moof");

  private static final int DEEPEST = 6;

  private long movieMillis;
  private long saidMillis;
  private long soundScale;
  private long latestFragment;
  private long movieScale;
  private int tracks;
  private boolean sound;
  private boolean coded;

  private Mp4File() {}

  /** Whether a file begins as one. */
  static boolean isAtBeginning(Bytes file) {
    return file.begins(4, "ftyp");
  }

  /** How long it is: what it says, or when its last fragment begins if that is later. */
  static long lengthMillis(Bytes file) {
    Mp4File mp4 = new Mp4File();
    boolean isMovie = false;
    boolean hasData = false;
    Box.next(file);
    while (!file.isOver()) {
      Box box = Box.next(file);
      switch (box.name) {
        case "moov" -> {
          mp4.movie(box.body);
          isMovie = true;
        }
        case "moof" -> mp4.inside(box.body, 1);
        default -> {
          if (!BESIDE.contains(box.name)) {
            throw Recording.broken();
          }
          hasData |= box.name.equals("mdat");
        }
      }
    }
    if (!isMovie || !hasData) {
      throw Recording.broken();
    }
    if (mp4.tracks != 1 || !mp4.sound || !mp4.coded) {
      throw Recording.notOfAKind();
    }
    long fragments =
        mp4.soundScale == 0 ? 0 : (long) (mp4.latestFragment * 1_000.0 / mp4.soundScale);
    return Math.max(mp4.movieMillis, Math.max(mp4.saidMillis, fragments));
  }

  private void movie(Bytes movie) {
    while (!movie.isOver()) {
      Box box = Box.next(movie);
      switch (box.name) {
        case "mvhd" -> movieMillis = duration(box.body, true);
        case "trak" -> {
          tracks++;
          inside(box.body, 1);
        }
        case "mvex" -> inside(box.body, 1);
        default -> {}
      }
    }
  }

  private void inside(Bytes holder, int depth) {
    if (depth > DEEPEST) {
      throw Recording.broken();
    }
    while (!holder.isOver()) {
      Box box = Box.next(holder);
      switch (box.name) {
        case "mdhd" -> saidMillis = Math.max(saidMillis, duration(box.body, false));
        case "mehd" -> saidMillis = Math.max(saidMillis, extended(box.body));
        case "hdlr" -> sound = handles(box.body).equals("soun");
        case "stsd" -> coded = isAac(box.body);
        case "tfdt" -> latestFragment = Math.max(latestFragment, wide(box.body));
        default -> {
          if (HOLDERS.contains(box.name)) {
            inside(box.body, depth + 1);
          }
        }
      }
    }
  }

  /** Of a movie or of its sound, by the scale that stands before it. */
  private long duration(Bytes head, boolean ofMovie) {
    int width = head.next() == 1 ? 8 : 4;
    head.skip(3 + 2L * width);
    long scale = head.number(4);
    if (scale == 0) {
      throw Recording.broken();
    }
    long units = head.number(width);
    if (ofMovie) {
      movieScale = scale;
    } else {
      soundScale = scale;
    }
    boolean isUnknown = units == (width == 4 ? 0xffff_ffffL : -1);
    return isUnknown ? 0 : millis(units, scale);
  }

  private long extended(Bytes head) {
    return movieScale == 0 ? 0 : millis(wide(head), movieScale);
  }

  private static long millis(long units, long scale) {
    return units < 0
        ? Integer.MAX_VALUE
        : (long) Math.min(units * 1_000.0 / scale, Integer.MAX_VALUE);
  }

  /** A number of four bytes, or of eight where the box says version 1. */
  private static long wide(Bytes box) {
    int width = box.next() == 1 ? 8 : 4;
    box.skip(3);
    return box.number(width);
  }

  private static String handles(Bytes handler) {
    handler.skip(8);
    return handler.letters(4);
  }

  private static boolean isAac(Bytes descriptions) {
    descriptions.skip(4);
    return descriptions.number(4) == 1 && Box.next(descriptions).name.equals("mp4a");
  }

  /**
   * A box.
   *
   * @param name of four letters
   * @param body what is in it
   */
  private record Box(String name, Bytes body) {
    static Box next(Bytes bytes) {
      long length = bytes.number(4);
      String name = bytes.letters(4);
      if (length == 1) {
        return new Box(name, bytes.take(bytes.number(8) - 16));
      }
      return new Box(name, bytes.take(length - 8));
    }
  }
}

package org.wangge.server.incident.note;

/**
 * Ogg with one stream of Opus: page after page of the same stream to the end of the file. See RFC
 * 3533 and RFC 7845.
 */
final class OggFile {
  private static final int SAMPLES_A_MILLI = 48;
  private static final int FIRST = 2;
  private static final int LAST = 4;
  private static final long NO_POSITION = -1;

  private OggFile() {}

  /** How long it is by the position of its last page. */
  static long lengthMillis(Bytes file) {
    Page first = Page.next(file);
    if ((first.flags & FIRST) == 0 || !first.body.begins("OpusHead")) {
      throw Recording.notOfAKind();
    }
    first.body.skip(10);
    long skipped = first.body.numberFromLow(2);
    long position = 0;
    int pages = 1;
    int flags = first.flags;
    while (!file.isOver()) {
      Page page = Page.next(file);
      boolean follows = page.stream == first.stream && page.number == pages;
      boolean named = pages > 1 || page.body.begins("OpusTags");
      if (!follows || !named || (page.flags & FIRST) != 0 || (flags & LAST) != 0) {
        throw Recording.broken();
      }
      position = page.position == NO_POSITION ? position : page.position;
      flags = page.flags;
      pages++;
    }
    if (pages < 3 || position < 0) {
      throw Recording.broken();
    }
    return Math.max(0, position - skipped) / SAMPLES_A_MILLI;
  }

  /**
   * A page.
   *
   * @param flags 1 goes on with a packet, 2 the first page, 4 the last
   * @param position samples up to its end; −1 where no packet ends on it
   * @param body what its packets hold
   */
  private record Page(int flags, long position, long stream, long number, Bytes body) {
    static Page next(Bytes file) {
      if (!file.letters(4).equals("OggS") || file.next() != 0) {
        throw Recording.broken();
      }
      int flags = file.next();
      long position = file.numberFromLow(8);
      long stream = file.numberFromLow(4);
      long number = file.numberFromLow(4);
      file.skip(4);
      int segments = file.next();
      long length = 0;
      for (int i = 0; i < segments; i++) {
        length += file.next();
      }
      return new Page(flags, position, stream, number, file.take(length));
    }
  }
}

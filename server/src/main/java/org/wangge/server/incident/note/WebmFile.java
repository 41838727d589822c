package org.wangge.server.incident.note;

import java.util.Set;

/**
 * WebM as browsers record it: EBML header, one segment with its tracks and clusters. See RFC 8794
 * and RFC 9559; the numbers are theirs.
 */
final class WebmFile {
  private static final int EBML = 0x1a45dfa3;
  private static final int DOCUMENT_TYPE = 0x4282;
  private static final int SEGMENT = 0x18538067;
  private static final int INFO = 0x1549a966;
  private static final int SCALE = 0x2ad7b1;
  private static final int DURATION = 0x4489;
  private static final int TRACKS = 0x1654ae6b;
  private static final int TRACK = 0xae;
  private static final int TRACK_TYPE = 0x83;
  private static final int CODEC = 0x86;
  private static final int CLUSTER = 0x1f43b675;
  private static final int TIME = 0xe7;
  private static final int BLOCK = 0xa3;
  private static final int BLOCK_GROUP = 0xa0;

  /** Void, checksum, seek head, cues, tags. */
  private static final Set<Integer> BESIDE = Set.of(0xec, 0xbf, 0x114d9b74, 0x1c53bb6b, 0x1254c367);

  /** Position and size of a cluster, the size of the one before it. */
  private static final Set<Integer> BESIDE_BLOCKS = Set.of(0xa7, 0xab, 0xec, 0xbf);

  private static final int SOUND = 2;
  private static final long USUAL_SCALE_NANOS = 1_000_000;
  private static final long UNKNOWN = -1;

  private long scaleNanos = USUAL_SCALE_NANOS;
  private double said;
  private long latest;
  private long clusterTime;
  private int tracks;
  private int blocks;

  private WebmFile() {}

  /** How long it is: what it says, or when its last block begins if that is later. */
  static long lengthMillis(Bytes file) {
    Element header = Element.next(file);
    if (header.id != EBML || !"webm".equals(documentType(header.body(file)))) {
      throw Recording.notOfAKind();
    }
    Element segment = Element.next(file);
    if (segment.id != SEGMENT) {
      throw Recording.broken();
    }
    WebmFile webm = new WebmFile();
    webm.segment(segment.length == UNKNOWN ? file.rest() : file.take(segment.length));
    if (!file.isOver() || webm.tracks != 1 || webm.blocks == 0) {
      throw Recording.broken();
    }
    double millis = Math.max(webm.said, (double) webm.latest) * webm.scaleNanos / 1e6;
    return (long) Math.min(millis, Integer.MAX_VALUE);
  }

  private static String documentType(Bytes header) {
    while (!header.isOver()) {
      Element element = Element.next(header);
      Bytes body = element.body(header);
      if (element.id == DOCUMENT_TYPE) {
        return body.letters(body.left());
      }
    }
    return "";
  }

  /** The elements of the segment; those of a cluster of unknown size stand among them. */
  private void segment(Bytes segment) {
    while (!segment.isOver()) {
      Element element = Element.next(segment);
      if (element.id == CLUSTER) {
        if (element.length != UNKNOWN) {
          cluster(segment.take(element.length));
        }
      } else if (!inCluster(element, segment)) {
        Bytes body = element.body(segment);
        if (element.id == INFO) {
          info(body);
        } else if (element.id == TRACKS) {
          tracks(body);
        } else if (!BESIDE.contains(element.id)) {
          throw Recording.broken();
        }
      }
    }
  }

  private void cluster(Bytes cluster) {
    while (!cluster.isOver()) {
      if (!inCluster(Element.next(cluster), cluster)) {
        throw Recording.broken();
      }
    }
  }

  private boolean inCluster(Element element, Bytes within) {
    if (element.id == TIME) {
      Bytes body = element.body(within);
      clusterTime = body.number(Math.min(8, body.left()));
      if (clusterTime < 0) {
        throw Recording.broken();
      }
      return true;
    }
    if (element.id == BLOCK || element.id == BLOCK_GROUP) {
      Bytes body = element.body(within);
      if (element.id == BLOCK) {
        Element.size(body);
        latest = Math.max(latest, clusterTime + (short) body.number(2));
      } else {
        latest = Math.max(latest, clusterTime);
      }
      blocks++;
      return true;
    }
    if (BESIDE_BLOCKS.contains(element.id)) {
      element.body(within);
      return true;
    }
    return false;
  }

  private void info(Bytes info) {
    while (!info.isOver()) {
      Element element = Element.next(info);
      Bytes body = element.body(info);
      if (element.id == SCALE) {
        scaleNanos = body.number(Math.min(8, body.left()));
      } else if (element.id == DURATION) {
        said =
            body.left() == 4
                ? Float.intBitsToFloat((int) body.number(4))
                : Double.longBitsToDouble(body.number(8));
      }
    }
    if (scaleNanos <= 0 || !(said >= 0)) {
      throw Recording.broken();
    }
  }

  private void tracks(Bytes all) {
    while (!all.isOver()) {
      Element element = Element.next(all);
      Bytes body = element.body(all);
      if (element.id == TRACK) {
        track(body);
        tracks++;
      }
    }
  }

  private static void track(Bytes track) {
    long type = 0;
    String codec = "";
    while (!track.isOver()) {
      Element element = Element.next(track);
      Bytes body = element.body(track);
      if (element.id == TRACK_TYPE) {
        type = body.number(Math.min(8, body.left()));
      } else if (element.id == CODEC) {
        codec = body.letters(body.left());
      }
    }
    if (type != SOUND || !"A_OPUS".equals(codec)) {
      throw Recording.notOfAKind();
    }
  }

  /** The head of an element: what it is, and how long what follows. */
  private static final class Element {
    private static final int LONGEST_ID = 4;

    private final int id;
    private final long length;

    private Element(int id, long length) {
      this.id = id;
      this.length = length;
    }

    static Element next(Bytes bytes) {
      int length = Integer.numberOfLeadingZeros(bytes.peek()) - 23;
      if (length > LONGEST_ID) {
        throw Recording.broken();
      }
      return new Element((int) bytes.number(length), size(bytes));
    }

    /** A number that says in its first bits how many bytes it has; −1 for an unknown one. */
    static long size(Bytes bytes) {
      int length = Integer.numberOfLeadingZeros(bytes.peek()) - 23;
      if (length > 8) {
        throw Recording.broken();
      }
      long whole = bytes.number(length);
      long mask = (1L << (7 * length)) - 1;
      return (whole & mask) == mask ? UNKNOWN : whole & mask;
    }

    /** What follows; only segments and clusters may leave open how much. */
    Bytes body(Bytes within) {
      return within.take(length);
    }
  }
}

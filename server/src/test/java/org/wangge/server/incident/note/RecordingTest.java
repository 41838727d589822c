package org.wangge.server.incident.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wangge.server.incident.note.TestNotes.box;
import static org.wangge.server.incident.note.TestNotes.clusters;
import static org.wangge.server.incident.note.TestNotes.element;
import static org.wangge.server.incident.note.TestNotes.fragment;
import static org.wangge.server.incident.note.TestNotes.joined;
import static org.wangge.server.incident.note.TestNotes.letters;
import static org.wangge.server.incident.note.TestNotes.mp4;
import static org.wangge.server.incident.note.TestNotes.ogg;
import static org.wangge.server.incident.note.TestNotes.page;
import static org.wangge.server.incident.note.TestNotes.track;
import static org.wangge.server.incident.note.TestNotes.webm;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wangge.fault.Invalid;
import org.wangge.incident.note.Note;
import org.wangge.incident.note.NoteKind;

/** What is taken for a recording, and above all what is not. */
class RecordingTest {
  private static final byte[] PAGE = letters("<html><script>alert(1)</script></html>");

  @Test
  void what_browsers_record_is_known_with_its_length() {
    assertThat(Recording.check(webm(7)))
        .isEqualTo(new Note.Sound(NoteKind.WEBM, webm(7).length, 7_000));
    assertThat(Recording.check(ogg(7)).lengthMillis()).isEqualTo(7_000);
    assertThat(Recording.check(mp4(7)))
        .isEqualTo(new Note.Sound(NoteKind.MP4, mp4(7).length, 7_000));
    byte[] inFragments = mp4("soun", "mp4a", 0, joined(fragment(0), fragment(5)));
    assertThat(Recording.check(inFragments).lengthMillis()).isEqualTo(5_000);
  }

  @Test
  void what_is_no_recording_is_not_one_whatever_it_is_called() {
    List<byte[]> others =
        List.of(
            PAGE,
            letters("<svg onload='alert(1)'/>"),
            letters("ID3\3\0\0\0\0\0\0"),
            letters("RIFF\0\0\0\0WAVEfmt "),
            new byte[] {0},
            webm("matroska", track(2, "A_OPUS"), clusters(1)),
            webm("webm", track(1, "V_VP8"), clusters(1)),
            webm("webm", track(2, "A_VORBIS"), clusters(1)),
            mp4("vide", "mp4a", 1, box("mdat", new byte[9])),
            mp4("soun", "Opus", 1, box("mdat", new byte[9])),
            joined(page(2, 0, 0, letters("\1vorbis")), page(4, 9, 1, new byte[9])));
    for (byte[] other : others) {
      assertThat(code(other)).as(HexFormat.of().formatHex(other)).isEqualTo("note-kind");
    }
  }

  @Test
  void a_recording_with_something_else_in_it_is_refused() {
    byte[] two = joined(track(2, "A_OPUS"), track(2, "A_OPUS"));
    List<byte[]> polyglots =
        List.of(
            joined(webm(1), PAGE),
            joined(ogg(1), PAGE),
            joined(mp4(1), PAGE),
            joined(ogg(1), ogg(1)),
            webm("webm", two, clusters(1)),
            webm("webm", track(2, "A_OPUS"), new byte[0]),
            joined(webm(1), element("1941a469", PAGE)),
            mp4("soun", "mp4a", 1, box("html", PAGE)),
            mp4("soun", "mp4a", 1, new byte[0]));
    for (int i = 0; i < polyglots.size(); i++) {
      assertThat(code(polyglots.get(i))).as("%d", i).isEqualTo("note-broken");
    }
  }

  @Test
  void what_says_that_it_is_too_long_is_too_long() {
    assertThatCode(() -> Recording.check(webm(120))).doesNotThrowAnyException();
    for (byte[] longer :
        List.of(
            webm(121),
            ogg(121),
            mp4(121),
            mp4("soun", "mp4a", 0, joined(fragment(0), fragment(121))))) {
      assertThat(code(longer)).isEqualTo("note-too-long");
    }
  }

  @Test
  void no_beginning_of_a_recording_and_no_change_of_it_is_more_than_refused() {
    Random random = new Random(20261122);
    for (byte[] whole : List.of(webm(6), ogg(6), mp4(6))) {
      for (int length = 1; length < whole.length; length++) {
        harmless(Arrays.copyOf(whole, length));
      }
      for (int i = 0; i < 20_000; i++) {
        byte[] changed = whole.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        harmless(changed);
      }
    }
  }

  @Test
  void a_recording_that_was_cut_off_within_a_part_is_broken() {
    for (byte[] whole : List.of(webm(6), ogg(6), mp4(6))) {
      assertThat(code(Arrays.copyOf(whole, whole.length - 5))).isEqualTo("note-broken");
    }
  }

  @Test
  void boxes_within_boxes_end_somewhere() {
    byte[] nested = box("traf", new byte[0]);
    for (int i = 0; i < 3_000; i++) {
      nested = box("traf", nested);
    }
    assertThat(code(mp4("soun", "mp4a", 1, box("moof", nested)))).isEqualTo("note-broken");
  }

  private static void harmless(byte[] file) {
    try {
      Note.Sound sound = Recording.check(file);
      assertThat(sound.lengthMillis()).isBetween(0, Recording.LONGEST_MILLIS);
    } catch (Invalid refused) {
      assertThat(refused.code()).startsWith("note-");
    }
  }

  private static String code(byte[] file) {
    return catchThrowableOfType(Invalid.class, () -> Recording.check(file)).code();
  }
}

package org.wangge.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Streams that are not what they should be; good ones come from FFmpeg in VideoHttpTest. */
class FragmentReaderTest {
  private static final Instant NOON = Instant.parse("2026-11-02T04:00:00Z");

  @Test
  void a_stream_that_ends_within_a_box_is_an_end_not_a_fragment() {
    assertThatThrownBy(() -> reader("00000010 6d6f6f66 0000").next())
        .isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> reader("").opening()).isInstanceOf(EOFException.class);
  }

  @Test
  void a_box_of_absurd_length_is_refused_before_it_is_read() {
    assertThatThrownBy(() -> reader("7fffffff 6d646174").next())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2147483647 bytes");
    assertThatThrownBy(() -> reader("00000004 6d646174").next())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("4 bytes");
  }

  @Test
  void an_opening_without_a_track_and_a_fragment_without_samples_are_refused() {
    assertThatThrownBy(() -> reader("00000008 6d6f6f76").opening())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("trak");
    assertThatThrownBy(() -> reader("00000008 6d6f6f66 00000008 6d646174").next())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("samples");
  }

  @Test
  void whether_a_fragment_starts_a_group_is_read_from_its_first_sample_or_the_defaults()
      throws IOException {
    // trun with first-sample-flags 0x02000000: a key picture.
    String key = box("trun", "00000004 00000001 02000000");
    String header = box("tfhd", "00000000 00000001");
    assertThat(reader(box("moof", box("traf", header + key)) + box("mdat", "")).next())
        .matches(Fragment::startsGroup);
    // trun without flags of its own; tfhd gives 0x01010000 as the default: no key picture.
    String plain = box("trun", "00000000 00000001");
    String defaults = box("tfhd", "00000020 00000001 01010000");
    assertThat(reader(box("moof", box("traf", defaults + plain)) + box("mdat", "")).next())
        .matches(fragment -> !fragment.startsGroup());
    // Flags for each sample, after its duration and size.
    String each = box("trun", "00000700 00000001 00000001 00000001 02000000");
    assertThat(reader(box("moof", box("traf", header + each)) + box("mdat", "")).next())
        .matches(Fragment::startsGroup);
  }

  @Test
  void when_a_fragment_begins_and_how_long_it_lasts_is_read_from_its_boxes() throws IOException {
    // Two seconds in, by 64 bits; samples of 1 s by tfhd, then of 2 s and 3 s by trun. A tick is 1
    // s
    // as long as no opening says otherwise.
    String times = box("tfdt", "01000000 0000000000000002");
    String header = box("tfhd", "00000008 00000001 00000001");
    String two = box("trun", "00000000 00000002");
    Fragment first =
        reader(box("moof", box("traf", header + times + two)) + box("mdat", "")).next();
    assertThat(first.begin()).isEqualTo(Duration.ofSeconds(2));
    assertThat(first.length()).isEqualTo(Duration.ofSeconds(2));
    assertThat(first.at()).isEqualTo(NOON.minusSeconds(2));
    String early = box("tfdt", "00000000 00000007");
    String each = box("trun", "00000301 00000002 00000000 00000002 00000009 00000003 00000009");
    Fragment next =
        reader(box("moof", box("traf", header + early + each)) + box("mdat", "")).next();
    assertThat(next.begin()).isEqualTo(Duration.ofSeconds(7));
    assertThat(next.length()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void pictures_before_any_fragment_are_refused() {
    assertThatThrownBy(() -> reader("00000008 6d646174").next())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no fragment");
  }

  private static FragmentReader reader(String hex) {
    return new FragmentReader(
        new ByteArrayInputStream(bytes(hex)), Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static String box(String type, String content) {
    int length = 8 + bytes(content).length;
    return "%08x%s%s"
        .formatted(
            length,
            HexFormat.of().formatHex(type.getBytes(StandardCharsets.US_ASCII)),
            content.replace(" ", ""));
  }
}

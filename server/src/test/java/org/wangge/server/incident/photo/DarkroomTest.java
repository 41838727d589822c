package org.wangge.server.incident.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.fault.Fault;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.photo.Exposure;
import org.wangge.incident.photo.PhotoSize;

class DarkroomTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final int RED = 0xFF0000;
  private static final int BLUE = 0x0000FF;

  private final Darkroom darkroom = new Darkroom(ZoneId.of("Asia/Shanghai"));

  @Test
  void a_photo_is_made_anew_small_enough_and_keeps_only_when_and_where_it_was_taken()
      throws IOException {
    byte[] file = TestPhotos.withNotes(TestPhotos.jpeg(3_000, 2_000), 1);
    Exposure exposure = develop(file);
    assertThat(exposure.takenAt()).hasValue(Instant.parse("2026-11-02T00:30:00Z"));
    assertThat(exposure.position()).hasValue(LatticePoint.ofDegrees(112.6137, 28.9182));
    assertThat(exposure.widthPixels()).isEqualTo(2_048);
    assertThat(exposure.heightPixels()).isEqualTo(1_365);
    BufferedImage small = print(exposure, PhotoSize.SMALL);
    assertThat(small.getWidth()).isEqualTo(320);
    assertThat(nearly(small, 10, 10)).isEqualTo(RED);
    assertThat(text(file)).contains("quillcamera");
    for (PhotoSize size : PhotoSize.values()) {
      byte[] print = exposure.prints().of(size);
      assertThat(text(print)).doesNotContain("quillcamera").doesNotContain("Exif");
      assertThat(CameraNotes.read(Negative.of(print).exifOrNull(), ZoneId.of("UTC")))
          .isEqualTo(CameraNotes.NONE);
    }
  }

  /** Where the corner that the phone saw at the upper left comes to lie. */
  @ParameterizedTest
  @CsvSource({
    "1,L,U,60,40",
    "2,R,U,60,40",
    "3,R,D,60,40",
    "4,L,D,60,40",
    "5,L,U,40,60",
    "6,R,U,40,60",
    "7,R,D,40,60",
    "8,L,D,40,60"
  })
  void a_photo_stands_upright_however_the_phone_was_held(
      int orientation, String side, String end, int width, int height) throws IOException {
    Exposure exposure = develop(TestPhotos.withNotes(TestPhotos.jpeg(60, 40), orientation));
    BufferedImage made = print(exposure, PhotoSize.LARGE);
    assertThat(made.getWidth()).isEqualTo(width);
    assertThat(made.getHeight()).isEqualTo(height);
    for (String x : new String[] {"L", "R"}) {
      for (String y : new String[] {"U", "D"}) {
        int colour = nearly(made, x.equals("L") ? 4 : width - 5, y.equals("U") ? 4 : height - 5);
        assertThat(colour).isEqualTo(x.equals(side) && y.equals(end) ? RED : BLUE);
      }
    }
  }

  @Test
  void a_png_is_taken_too_with_its_notes_and_what_is_transparent_is_white() throws IOException {
    byte[] file = TestPhotos.png(50, 40);
    byte[] noted = TestPhotos.inserted(file, 33, TestPhotos.chunk("eXIf", TestPhotos.tiff(6)));
    Exposure exposure = develop(noted);
    assertThat(exposure.widthPixels()).isEqualTo(40);
    assertThat(exposure.position()).isPresent();
    byte[] nothing = TestPhotos.file(new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB), "png");
    assertThat(nearly(print(develop(nothing), PhotoSize.LARGE), 4, 4)).isEqualTo(0xFFFFFF);
  }

  @Test
  void a_time_that_is_not_yet_or_cannot_be_is_none() {
    byte[] file = TestPhotos.withNotes(TestPhotos.jpeg(8, 8), 1);
    assertThat(darkroom.develop(file, Instant.parse("2026-11-01T00:00:00Z")).takenAt()).isEmpty();
    byte[] broken = file.clone();
    Arrays.fill(broken, 40, 120, (byte) 0xEE);
    assertThat(develop(broken).takenAt()).isEmpty();
  }

  @Test
  void what_is_no_photo_is_refused_whatever_it_says_it_is() throws IOException {
    refused("photo-kind", bytes("hello"));
    refused("photo-kind", bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
    refused("photo-kind", bytes("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'a'>]><svg/>"));
    refused("photo-kind", bytes("<html><script>alert(1)</script>"));
    refused("photo-kind", bytes("%PDF-1.7"));
    refused("photo-kind", TestPhotos.file(TestPhotos.picture(9, 9, 1), "gif"));
    refused("photo-kind", TestPhotos.file(TestPhotos.picture(9, 9, 1), "bmp"));
    refused("photo-kind", TestPhotos.joined(bytes("GIF89a"), TestPhotos.jpeg(9, 9)));
    byte[] jpeg = TestPhotos.jpeg(64, 64);
    refused("photo-broken", Arrays.copyOf(jpeg, jpeg.length / 2));
    refused("photo-broken", Arrays.copyOf(jpeg, 4));
    refused("photo-broken", Arrays.copyOf(TestPhotos.png(64, 64), 60));
  }

  @Test
  void what_would_take_too_much_is_refused_before_it_is_decoded() throws IOException {
    refused("photo-too-many-pixels", TestPhotos.pngThatClaims(60_000, 60_000));
    refused("photo-too-many-pixels", TestPhotos.pngThatClaims(Integer.MAX_VALUE, 1));
    refused("photo-broken", TestPhotos.pngThatClaims(-1, 5));
    refused("photo-broken", TestPhotos.pngThatClaims(0, 5));
    refused("photo-too-many-pixels", TestPhotos.jpegThatClaims(65_500, 65_500));
    refused("photo-too-many-pixels", TestPhotos.jpegThatClaims(40_000, 2));
    refused("photo-broken", TestPhotos.jpegThatClaims(0, 2));
  }

  @Test
  void what_would_grow_is_never_unpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write(bytes("Comment\0\0"));
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      for (int i = 0; i < 200; i++) {
        deflater.write(new byte[1_000_000]);
      }
    }
    byte[] bomb =
        TestPhotos.inserted(
            TestPhotos.png(20, 20), 33, TestPhotos.chunk("zTXt", packed.toByteArray()));
    assertThat(develop(bomb).widthPixels()).isEqualTo(20);
    assertThat(Negative.of(bomb).bytes()).hasSizeLessThan(1_000);
  }

  @Test
  void what_a_file_is_besides_a_photo_is_left_behind() {
    String script = "<script>quillscript</script><?php quillscript ?>PK\3\4quillscript";
    byte[] comment = TestPhotos.joined(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 80}, bytes(script));
    byte[] padded = Arrays.copyOf(comment, 82);
    byte[] polyglot =
        TestPhotos.joined(TestPhotos.inserted(TestPhotos.jpeg(20, 20), 2, padded), bytes(script));
    Exposure exposure = develop(polyglot);
    assertThat(text(exposure.prints().of(PhotoSize.LARGE))).doesNotContain("quillscript");
    assertThat(text(Negative.of(polyglot).bytes())).doesNotContain("quillscript");
    byte[] png = TestPhotos.joined(TestPhotos.png(20, 20), bytes(script));
    assertThat(text(Negative.of(png).bytes())).doesNotContain("quillscript");
  }

  @Test
  void a_file_with_many_scans_is_refused() {
    byte[] file = TestPhotos.jpeg(16, 16);
    int scan = text(file).indexOf("ÿÚ");
    byte[] one = Arrays.copyOfRange(file, scan, file.length - 2);
    byte[] many = file;
    for (int i = 0; i < 60; i++) {
      many = TestPhotos.inserted(many, scan, one);
    }
    refused("photo-kind", many);
  }

  @Test
  void whatever_is_wrong_with_a_file_it_is_a_photo_or_refused_by_name() {
    Random random = new Random(7);
    byte[][] files = {
      TestPhotos.withNotes(TestPhotos.jpeg(40, 30), 6),
      TestPhotos.inserted(TestPhotos.png(40, 30), 33, TestPhotos.chunk("eXIf", TestPhotos.tiff(6)))
    };
    int taken = 0;
    for (int i = 0; i < 600; i++) {
      byte[] file = files[i % 2].clone();
      for (int change = 0; change <= i % 5; change++) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      try {
        taken += develop(file).widthPixels() > 0 ? 1 : 0;
      } catch (Invalid refused) {
        assertThat(refused.code()).startsWith("photo-");
      }
    }
    assertThat(taken).isBetween(50, 599);
  }

  private void refused(String code, byte[] file) {
    assertThatThrownBy(() -> develop(file))
        .isInstanceOf(Invalid.class)
        .extracting(fault -> ((Fault) fault).code())
        .isEqualTo(code);
  }

  private Exposure develop(byte[] file) {
    return darkroom.develop(file, NOW);
  }

  private static BufferedImage print(Exposure exposure, PhotoSize size) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(exposure.prints().of(size)));
  }

  /** A colour without what JPEG does to it. */
  private static int nearly(BufferedImage image, int x, int y) {
    int rgb = image.getRGB(x, y);
    int made = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      made |= ((rgb >> shift & 0xFF) > 127 ? 0xFF : 0) << shift;
    }
    return made;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

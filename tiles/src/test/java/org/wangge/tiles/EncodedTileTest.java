package org.wangge.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class EncodedTileTest {
  private static final byte[] CONTENT = "网格 ".repeat(500).getBytes(StandardCharsets.UTF_8);

  @Test
  void the_body_is_gzip_of_the_content_and_smaller() throws Exception {
    EncodedTile tile = EncodedTile.of(CONTENT);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(tile.gzip()))) {
      assertThat(in.readAllBytes()).isEqualTo(CONTENT);
    }
    assertThat(tile.gzipLength()).isLessThan(CONTENT.length / 10);
    assertThat(tile.plain()).isEqualTo(CONTENT);
  }

  @Test
  void equal_content_has_the_equal_strong_tag_and_other_content_another() {
    EncodedTile tile = EncodedTile.of(CONTENT);
    assertThat(tile.etag()).matches("\"[0-9a-f]{32}-gzip\"");
    assertThat(EncodedTile.of(CONTENT.clone()).etag()).isEqualTo(tile.etag());
    assertThat(EncodedTile.of(new byte[] {1}).etag()).isNotEqualTo(tile.etag());
    assertThat(tile.plainEtag()).matches("\"[0-9a-f]{32}\"");
  }

  @Test
  void the_tag_is_the_beginning_of_the_sha_256() {
    // Published test vector of "abc", FIPS 180-4.
    assertThat(EncodedTile.of("abc".getBytes(StandardCharsets.US_ASCII)).plainEtag())
        .isEqualTo("\"ba7816bf8f01cfea414140de5dae2223\"");
  }

  @Test
  void nothing_to_show_is_no_bytes_at_all() {
    EncodedTile empty = EncodedTile.of(new byte[0]);
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.gzip()).isEmpty();
    assertThat(empty.plain()).isEmpty();
  }
}

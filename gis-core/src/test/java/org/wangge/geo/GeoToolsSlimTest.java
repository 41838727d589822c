package org.wangge.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GeoToolsSlimTest {

  @Test
  void images_can_still_be_written_and_read_beside_geotools() throws Exception {
    CoordinateSystems.parse("EPSG:4546").toWgs84(500_000, 3_200_000);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    assertThat(ImageIO.write(image, "png", out)).isTrue();
    assertThat(ImageIO.read(new ByteArrayInputStream(out.toByteArray())).getWidth()).isEqualTo(3);
  }
}

package org.wangge.server.incident.photo;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;

/**
 * What a camera wrote into a picture's file, as far as it is wanted: which way up, when, where.
 * Everything else of it is never looked at.
 *
 * @param orientation 1 to 8, as Exif counts them; 1 is upright
 * @param takenAtOrNull when; null where it is not said
 * @param positionOrNull where; null where it is not said
 */
record CameraNotes(
    int orientation, @Nullable Instant takenAtOrNull, @Nullable LatticePoint positionOrNull) {
  static final CameraNotes NONE = new CameraNotes(1, null, null);

  private static final Instant FIRST_CAMERA = Instant.parse("1990-01-01T00:00:00Z");

  /**
   * Reads them.
   *
   * @param exif as a TIFF; null where there is none
   * @param zone whose time a camera's clock shows that does not say
   */
  static CameraNotes read(byte @Nullable [] exif, ZoneId zone) {
    if (exif == null) {
      return NONE;
    }
    Metadata metadata = new Metadata();
    try {
      new TiffReader()
          .processTiff(new ByteArrayReader(exif), new ExifTiffHandler(metadata, null, 0), 0);
      return new CameraNotes(orientation(metadata), takenAt(metadata, zone), position(metadata));
    } catch (TiffProcessingException | IOException | MetadataException | RuntimeException e) {
      // Notes that cannot be read are no notes; the picture is one.
      return NONE;
    }
  }

  private static int orientation(Metadata metadata) throws MetadataException {
    ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    if (directory == null || !directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
      return 1;
    }
    int orientation = directory.getInt(ExifIFD0Directory.TAG_ORIENTATION);
    return orientation < 1 || orientation > 8 ? 1 : orientation;
  }

  private static @Nullable Instant takenAt(Metadata metadata, ZoneId zone) {
    ExifSubIFDDirectory directory = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    Date date = directory == null ? null : directory.getDateOriginal(TimeZone.getTimeZone(zone));
    if (date == null || date.toInstant().isBefore(FIRST_CAMERA)) {
      return null;
    }
    return date.toInstant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static @Nullable LatticePoint position(Metadata metadata) {
    GpsDirectory directory = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    GeoLocation where = directory == null ? null : directory.getGeoLocation();
    if (where == null || where.isZero()) {
      return null;
    }
    double lon = where.getLongitude();
    double lat = where.getLatitude();
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? LatticePoint.ofDegrees(lon, lat) : null;
  }
}

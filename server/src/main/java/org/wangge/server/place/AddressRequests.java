package org.wangge.server.place;

import io.javalin.http.Context;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.place.AddressQuery;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads searches for addresses, strictly. */
final class AddressRequests {
  private static final int USUAL_LIMIT = 12;
  private static final Pattern LON_LAT =
      Pattern.compile(
          "\\s*(-?[0-9]{1,3}(?:\\.[0-9]{1,20})?)\\s*,\\s*(-?[0-9]{1,3}(?:\\.[0-9]{1,20})?)\\s*");

  private AddressRequests() {}

  static AddressQuery search(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "q", "near", "limit");
    String text = parameters.getText("q");
    if (text.length() > AddressQuery.LONGEST_TEXT) {
      throw new Malformed("q", "parameter-too-long", Map.of("longest", AddressQuery.LONGEST_TEXT));
    }
    @Nullable LatticePoint near = parameters.text("near").map(AddressRequests::point).orElse(null);
    return new AddressQuery(
        text, near, parameters.integer("limit", USUAL_LIMIT, 1, AddressQuery.MOST_HITS));
  }

  private static LatticePoint point(String text) {
    Matcher degrees = LON_LAT.matcher(text);
    try {
      if (degrees.matches()) {
        return LatticePoint.ofDegrees(
            Double.parseDouble(degrees.group(1)), Double.parseDouble(degrees.group(2)));
      }
    } catch (IllegalArgumentException e) {
      // No place on earth: said below, as for what are no numbers.
    }
    throw new Malformed("near", "near-malformed", Map.of("given", text));
  }
}

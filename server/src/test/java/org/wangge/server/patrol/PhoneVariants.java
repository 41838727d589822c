package org.wangge.server.patrol;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/**
 * Every form of a request in the public documentation of OsmAnd and Traccar Client
 * (https://www.traccar.org/osmand/) and of OwnTracks (https://owntracks.org/booklet/tech/http/ and
 * .../tech/json/), with TOKEN, LAT and LON of a test, and its time as S seconds, MS milliseconds,
 * ISO or PLAIN.
 */
final class PhoneVariants {
  private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /** In the address, sent with GET and with POST. */
  static final List<String> QUERIES =
      List.of(
          "id=TOKEN&lat=LAT&lon=LON&timestamp=S&hdop=6.0&altitude=224.0&speed=0.0",
          "id=TOKEN&lat=LAT&lon=LON&timestamp=MS&hdop=6.0&altitude=224.0&speed=0.0",
          "id=TOKEN&lat=LAT&lon=LON&timestamp=ISO&hdop=6.0&altitude=224.0&speed=0.0",
          "lat=LAT&lon=LON&timestamp=PLAIN&altitude=384.7&speed=0.0&id=TOKEN",
          "id=TOKEN&timestamp=S&lat=LAT&lon=LON&speed=0.0&bearing=0.0&altitude=0&hdop=0.0",
          "id=TOKEN&timestamp=S&lat=LAT&lon=LON",
          "lat=LAT&lon=LON&speed=1.5&heading=0.0&vacc=0&hacc=0&timestamp=S&deviceid=TOKEN",
          "id=TOKEN&lat=LAT&lon=LON&timestamp=S&altitude=350.059479&speed=0.000000&batt=87",
          "id=TOKEN&timestamp=S&location=LAT,LON",
          "id=TOKEN&timestamp=S&lat=LAT&lon=LON&bearing=7.19889788244&speed=4&ignition=true&rpm=9",
          "id=TOKEN&valid=true&lat=LAT&lon=LON&timestamp=S&accuracy=12.5&charge=true&batt=14.5",
          "id=TOKEN&valid=1&lat=LAT&lon=LON&timestamp=S&driverUniqueId=17&alarm=sos",
          "id=TOKEN&lat=LAT&lon=LON&timestamp=S&cell=257,02,16,2224&cell=257,02,16,2223,-90"
              + "&wifi=00-14-22-01-23-45,-80&wifi=00-1C-B3-09-85-15,-70");

  /** As JSON of Traccar Client 9 and later, and as its library sends it by itself. */
  static final List<String> BODIES =
      List.of(
          """
          {"location":{"timestamp":"ISO","coords":{"latitude":LAT,"longitude":LON,"accuracy":0,
          "speed":0,"heading":0,"altitude":0},"is_moving":false,"odometer":0,"event":"motionchange",
          "battery":{"level":1,"is_charging":false},"activity":{"type":"still"},"extras":{}},
          "device_id":"TOKEN"}
          """,
          """
          {"location":{"timestamp":"ISO","coords":{"latitude":LAT,"longitude":LON,"accuracy":5,
          "speed":0,"heading":-1,"altitude":5},"is_moving":false,"odometer":0,"event":"motionchange",
          "battery":{"level":1,"is_charging":false},"activity":{"type":"still"},"extras":{},
          "_":"&id=TOKEN&lat=LAT&lon=LON&timestamp=ISO&"},"device_id":"TOKEN"}
          """,
          """
          {"location":{"extras":{},"coords":{"speed_accuracy":-1,"speed":-1,"longitude":LON,
          "ellipsoidal_altitude":0,"floor":null,"heading_accuracy":-1,"latitude":LAT,"accuracy":5,
          "altitude_accuracy":-1,"altitude":0,"heading":-1},"is_moving":false,"age":188,
          "odometer":0,"uuid":"2FB04C65-99CF-42AB-8DD3-EBCB4B108BF8","event":"motionchange",
          "battery":{"level":-1,"is_charging":false},"activity":{"type":"unknown","confidence":100},
          "timestamp":"ISO"},"device_id":"TOKEN"}
          """,
          """
          {"location":{"event":"heartbeat","is_moving":true,"uuid":"0e9a2473","timestamp":"ISO",
          "odometer":0,"coords":{"latitude":LAT,"longitude":LON,"accuracy":3.8,"speed":1.67,
          "speed_accuracy":0.26,"heading":63,"heading_accuracy":0.28,"altitude":35.7},
          "activity":{"type":"on_foot","confidence":100},
          "battery":{"is_charging":false,"level":0.79},"extras":{"heartbeat":true}},
          "device_id":"TOKEN"}
          """);

  /** Of OwnTracks: all elements of both systems, the fewest, and those of other devices. */
  static final List<String> OWN_TRACKS =
      List.of(
          "{\"_type\":\"location\",\"lat\":LAT,\"lon\":LON,\"tst\":S}",
          "{\"lon\":LON,\"lat\":LAT,\"_type\":\"location\",\"tst\":S,\"tid\":\"JJ\"}",
          """
          {"_type":"location","acc":75,"alt":13,"batt":41,"bs":1,"cog":270,"lat":LAT,"lon":LON,
          "rad":50,"t":"u","tid":"JJ","tst":S,"vac":10,"vel":5,"p":101.3,"poi":"x","conn":"w",
          "tag":"y","topic":"owntracks/jane/phone","inregions":["Home"],"inrids":["6da9cf"],
          "SSID":"网格\\u0007","BSSID":"00:14:22:01:23:45","created_at":1497476456,"m":2,
          "motionactivities":["walking"],"_id":"5f7c"}
          """,
          """
          {"_type":"location","_id":"a1","BSSID":"00:14:22:01:23:45","SSID":"x","acc":13,"alt":45,
          "batt":87,"bs":1,"conn":"m","created_at":1704067200,"lat":LAT,"lon":LON,"m":1,"t":"p",
          "tid":"1a","topic":"owntracks/u/d","tst":S,"vac":2,"vel":0,"source":"fused"}
          """,
          """
          {"_type":"location","alt":1,"batt":99,"cog":9,"dist":10,"trip":20,"vel":3,"t":"T",
          "lat":LAT,"lon":LON,"tst":S,"tid":"GW"}
          """);

  /** Other messages of OwnTracks, of no use here: passed over, and the next one is sent. */
  static final List<String> OTHER_TYPES =
      List.of(
          "{\"_type\":\"lwt\",\"tst\":1497476456}",
          "{\"_type\":\"waypoint\",\"desc\":\"x\",\"lat\":1,\"lon\":2,\"rad\":3,\"tst\":4}",
          "{\"_type\":\"waypoints\",\"_creator\":\"x\",\"waypoints\":[]}",
          """
          {"_type":"transition","wtst":1,"lat":1,"lon":2,"tst":3,"acc":4,"tid":"a","event":"enter",
          "desc":"x","t":"c"}
          """,
          "{\"_type\":\"configuration\",\"mode\":3,\"waypoints\":[]}",
          "{\"_type\":\"beacon\",\"desc\":\"x\",\"uuid\":\"y\",\"major\":\"1\",\"minor\":\"2\"}",
          "{\"_type\":\"cmd\",\"action\":\"dump\"}",
          "{\"_type\":\"dump\",\"configuration\":{}}",
          "{\"_type\":\"steps\",\"tst\":1,\"steps\":-1,\"from\":1,\"to\":2}",
          "{\"_type\":\"card\",\"name\":\"x\",\"face\":\"aGk=\",\"tid\":\"JJ\"}",
          "{\"_type\":\"status\",\"iOS\":{\"version\":\"1\"}}",
          "{\"_type\":\"request\",\"request\":\"tour\"}",
          "{\"_type\":\"something-new\"}");

  private PhoneVariants() {}

  /** A variant with what a test puts in its places; the token last, as any letters may be in it. */
  static String filled(String variant, String token, Instant at, double lon, double lat) {
    return variant
        .replace("ISO", at.toString())
        .replace("PLAIN", PLAIN.format(at.atZone(ZoneOffset.UTC)).replace(" ", "+"))
        .replace("MS", Long.toString(at.toEpochMilli()))
        .replaceAll("\\bS\\b", Long.toString(at.getEpochSecond()))
        .replace("LAT", Double.toString(lat))
        .replace("LON", Double.toString(lon))
        .replace("TOKEN", token);
  }

  static Answer get(RunningServer server, String query) {
    return server.send(server.to("/gps/osmand?" + query));
  }

  static Answer form(RunningServer server, String body) {
    return server.send(
        server
            .to("/gps/osmand")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  static Answer json(RunningServer server, String body) {
    return server.post(server.to("/gps/osmand"), body);
  }

  /** As the Android app does: HTTP Basic and its two headers. */
  static Answer ownTracks(RunningServer server, String token, String body) {
    return server.post(
        server
            .to("/gps/owntracks")
            .header("Authorization", basic("anyone", token))
            .header("X-Limit-U", "anyone")
            .header("X-Limit-D", "phone"),
        body);
  }

  static Answer ownTracksUnder(RunningServer server, String header, String token, String body) {
    HttpRequest.Builder request = server.to("/gps/owntracks").header(header, token);
    return server.post(request, body);
  }

  static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}

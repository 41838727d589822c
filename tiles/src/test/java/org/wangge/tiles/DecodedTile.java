package org.wangge.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** A vector tile read back without the library that wrote it. */
record DecodedTile(Map<String, Layer> layers) {

  record Layer(int version, int extent, List<Feature> features) {}

  /** Parts are as in the tile: rings closed again, in their written direction. */
  record Feature(long id, int type, Map<String, Object> attributes, List<Coordinate[]> parts) {
    static final int POINT = 1;
    static final int LINE = 2;
    static final int POLYGON = 3;

    /** Surveyor's formula in the axes of the tile: positive is an outer ring. */
    static double signedArea(Coordinate[] ring) {
      double twice = 0;
      for (int i = 1; i < ring.length; i++) {
        twice += ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
      }
      return twice / 2;
    }
  }

  static DecodedTile of(byte[] bytes) {
    Map<String, Layer> layers = new LinkedHashMap<>();
    ProtobufReader tile = new ProtobufReader(bytes);
    while (tile.next()) {
      if (tile.field() != 3) {
        throw new IllegalArgumentException("field " + tile.field() + " in a tile");
      }
      LayerReader reader = new LayerReader(tile.block());
      if (layers.put(reader.name, reader.layer()) != null) {
        throw new IllegalArgumentException("two layers called " + reader.name);
      }
    }
    return new DecodedTile(layers);
  }

  List<Feature> features(String layer) {
    return layers.containsKey(layer) ? layers.get(layer).features() : List.of();
  }

  private static final class LayerReader {
    private final List<byte[]> features = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private String name = "";
    private int version = 1;
    private int extent = 4096;

    LayerReader(byte[] bytes) {
      ProtobufReader layer = new ProtobufReader(bytes);
      while (layer.next()) {
        switch (layer.field()) {
          case 1 -> name = layer.text();
          case 2 -> features.add(layer.block());
          case 3 -> keys.add(layer.text());
          case 4 -> values.add(value(layer.block()));
          case 5 -> extent = (int) layer.varint();
          case 15 -> version = (int) layer.varint();
          default -> throw new IllegalArgumentException("field " + layer.field() + " in a layer");
        }
      }
    }

    Layer layer() {
      return new Layer(version, extent, features.stream().map(this::feature).toList());
    }

    private static Object value(byte[] bytes) {
      ProtobufReader value = new ProtobufReader(bytes);
      value.next();
      return switch (value.field()) {
        case 1 -> value.text();
        case 2 -> value.fixed32();
        case 3 -> value.fixed64();
        case 4, 5 -> value.varint();
        case 6 -> zigZag(value.varint());
        case 7 -> value.varint() != 0;
        default -> throw new IllegalArgumentException("field " + value.field() + " in a value");
      };
    }

    private Feature feature(byte[] bytes) {
      ProtobufReader feature = new ProtobufReader(bytes);
      long id = -1;
      int type = 0;
      Map<String, Object> attributes = new LinkedHashMap<>();
      List<Coordinate[]> parts = List.of();
      while (feature.next()) {
        switch (feature.field()) {
          case 1 -> id = feature.varint();
          case 2 -> {
            int[] tags = ProtobufReader.packed(feature.block());
            for (int i = 0; i < tags.length; i += 2) {
              attributes.put(keys.get(tags[i]), values.get(tags[i + 1]));
            }
          }
          case 3 -> type = (int) feature.varint();
          case 4 -> parts = geometry(ProtobufReader.packed(feature.block()));
          default -> throw new IllegalArgumentException("field " + feature.field());
        }
      }
      return new Feature(id, type, attributes, parts);
    }
  }

  private static List<Coordinate[]> geometry(int[] commands) {
    List<Coordinate[]> parts = new ArrayList<>();
    List<Coordinate> part = new ArrayList<>();
    int x = 0;
    int y = 0;
    int at = 0;
    while (at < commands.length) {
      int command = commands[at] & 7;
      int times = commands[at++] >>> 3;
      if (command == 7) {
        part.add(part.get(0));
        continue;
      }
      for (int i = 0; i < times; i++) {
        x += zigZag(commands[at++]);
        y += zigZag(commands[at++]);
        if (command == 1 && !part.isEmpty()) {
          parts.add(part.toArray(Coordinate[]::new));
          part.clear();
        }
        part.add(new Coordinate(x, y));
      }
    }
    parts.add(part.toArray(Coordinate[]::new));
    return parts;
  }

  private static long zigZag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  private static int zigZag(int value) {
    return (value >>> 1) ^ -(value & 1);
  }
}

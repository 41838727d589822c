package org.wangge.server.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.locationtech.jts.io.WKTWriter;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.patrol.Fix;
import org.wangge.patrol.PersonFixes;

/**
 * How positions are usually matched in PostGIS: rows come in by {@code COPY}, and a trigger asks
 * {@code ST_Contains} over an index which grid each is in. As lean as that can be: no index on what
 * comes in.
 */
final class CopyRival {
  private static final int CONNECTIONS = 2;
  private static final int PREPARED = 60;

  private final String url;

  CopyRival(String url, List<Area> areas) {
    this.url = url;
    try (Connection connection = DriverManager.getConnection(url)) {
      lay(connection, areas);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void lay(Connection connection, List<Area> areas) throws SQLException {
    execute(
        connection,
        """
        drop schema if exists rival cascade;
        create schema rival;
        create table rival.grid (code varchar(40) primary key, outline geometry(Geometry, 4326));
        create table rival.position (staff_code varchar(40) not null,
          at timestamp with time zone not null, lon float8 not null, lat float8 not null,
          grid_code varchar(40));
        create function rival.match() returns trigger language plpgsql as $$
        begin
          select code into new.grid_code from rival.grid
            where ST_Contains(outline, ST_SetSRID(ST_MakePoint(new.lon, new.lat), 4326)) limit 1;
          return new;
        end $$;
        create trigger match before insert on rival.position
          for each row execute function rival.match();
        """);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into rival.grid values (?, ST_GeomFromText(?, 4326))")) {
      for (Area grid : areas) {
        if (grid.level() == Level.GRID) {
          insert.setString(1, grid.code());
          insert.setString(2, new WKTWriter().write(grid.shape().orElseThrow().toDegrees()));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
    execute(connection, "create index on rival.grid using gist (outline); analyze rival.grid");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Copies in as fast as it goes; returns how many rows are durable. */
  long run(Course course, double seconds) {
    List<byte[]> prepared = new ArrayList<>();
    for (int i = 0; i < PREPARED; i++) {
      prepared.add(rows(course.batch(i)));
    }
    AtomicInteger batches = new AtomicInteger();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      Thread thread = new Thread(() -> copy(prepared, batches, end), "rival-" + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return (long) batches.get() * course.size();
  }

  private void copy(List<byte[]> prepared, AtomicInteger batches, long end) {
    try (Connection connection = DriverManager.getConnection(url)) {
      CopyManager copies = new CopyManager(connection.unwrap(BaseConnection.class));
      while (System.nanoTime() - end < 0) {
        byte[] rows = prepared.get(batches.getAndIncrement() % PREPARED);
        copies.copyIn(
            "copy rival.position (staff_code, at, lon, lat) from stdin",
            new ByteArrayInputStream(rows));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] rows(List<PersonFixes> batch) {
    StringBuilder text = new StringBuilder();
    for (PersonFixes one : batch) {
      for (Fix fix : one.fixes()) {
        LatticePoint at = fix.location();
        Instant instant = fix.at();
        text.append(one.staffCode()).append('\t').append(instant).append('\t');
        text.append(at.lonDegrees()).append('\t').append(at.latDegrees()).append('\n');
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The grid that each of its first positions was found in; null outside all. */
  Map<String, String> firstMatches(int count) {
    Map<String, String> found = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select lon, lat, coalesce(grid_code, '') from rival.position limit " + count)) {
      while (rows.next()) {
        found.put(rows.getDouble(1) + "," + rows.getDouble(2), rows.getString(3));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  void remove() {
    try (Connection connection = DriverManager.getConnection(url)) {
      execute(connection, "drop schema if exists rival cascade");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

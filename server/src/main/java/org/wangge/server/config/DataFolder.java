package org.wangge.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A data folder, held by one process at a time. While a server holds it, it leaves its address and
 * a token there that only the folder's owner can read, so that commands can go through the server.
 */
public final class DataFolder implements AutoCloseable {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;
  private final String token;

  private DataFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.token = HexFormat.of().formatHex(random);
  }

  /**
   * Takes hold of a folder, making it where it is absent.
   *
   * @return empty when another process holds it
   */
  public static Optional<DataFolder> open(Path folder) {
    try {
      createForOwnerAlone(folder);
      Files.createDirectories(folder.resolve("cache"));
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      DataFolder opened = new DataFolder(folder, channel, lock);
      Files.deleteIfExists(opened.addressFile());
      return Optional.of(opened);
    } catch (FileAlreadyExistsException e) {
      throw new UncheckedIOException("the data folder is a file: " + folder, e);
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder cannot be used: " + folder, e);
    }
  }

  /**
   * What lies in it is nobody else's to read; one that is there already stays as its owner wants.
   */
  private static void createForOwnerAlone(Path folder) throws IOException {
    if (Files.exists(folder)) {
      return;
    }
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  public Path path() {
    return folder;
  }

  /** Folder for what can be made again: temporary files, unpacked parts. */
  public Path cache() {
    return folder.resolve("cache");
  }

  /** What the owner of the folder shows to a server that holds it. */
  public String token() {
    return token;
  }

  /**
   * A secret of the installation, made when it is asked for the first time. Servers on one database
   * share it by having the same file {@code keys/NAME}, which only its owner can read.
   */
  public byte[] secret(String name) {
    return secret(
        name,
        () -> {
          byte[] random = new byte[32];
          new SecureRandom().nextBytes(random);
          return random;
        });
  }

  /** The same of a secret that is made in a way of its own. */
  public byte[] secret(String name, Supplier<byte[]> made) {
    try {
      Path file = folder.resolve("keys").resolve(name);
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Path fresh = folder.resolve("keys").resolve(name + ".new");
        Files.deleteIfExists(fresh);
        createForOwner(fresh);
        Files.writeString(fresh, HexFormat.of().formatHex(made.get()) + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return HexFormat.of().parseHex(Files.readString(file).trim());
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("the data folder's secret cannot be used: " + name, e);
    }
  }

  private static void createForOwner(Path file) throws IOException {
    if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
  }

  /** Leaves the server's address for commands. */
  public void announce(String url) {
    try {
      Path file = addressFile();
      Files.deleteIfExists(file);
      createForOwner(file);
      Files.writeString(file, url + "\n" + token + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the server's address cannot be left for commands", e);
    }
  }

  /** The server that holds a folder, if one says so. */
  public static Optional<RunningServer> runningServer(Path folder) {
    try {
      Path file = folder.resolve("server");
      if (!Files.isReadable(file)) {
        return Optional.empty();
      }
      String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n", -1);
      return lines.length < 2
          ? Optional.empty()
          : Optional.of(new RunningServer(lines[0].trim(), lines[1].trim()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * A server that holds a data folder.
   *
   * @param url its address on this machine
   * @param token what makes a caller its owner
   */
  public record RunningServer(String url, String token) {}

  private Path addressFile() {
    return folder.resolve("server");
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(addressFile());
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder cannot be let go: " + folder, e);
    }
  }
}

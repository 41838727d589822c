package org.wangge.server.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Writes files that only their owner can read, each whole or not at all: whoever reads one while it
 * is written anew gets the old one.
 */
final class OwnersFile {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnersFile() {}

  static void write(Path file, String text) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file in a folder");
    Path fresh = folder.resolve(file.getFileName() + ".new");
    try {
      makeFolder(folder);
      Files.deleteIfExists(fresh);
      if (hasPermissions(folder)) {
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(FILE));
      } else {
        Files.createFile(fresh);
      }
      // Reaches the disk before it takes the place of what was there.
      Files.writeString(
          fresh,
          text,
          StandardCharsets.US_ASCII,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CertificateTrouble("The file " + file + " cannot be written.", e);
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path above =
        Objects.requireNonNull(folder.toAbsolutePath().getParent(), "a folder in a folder");
    Files.createDirectories(above);
    if (hasPermissions(above)) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    } else {
      Files.createDirectory(folder);
    }
  }

  private static boolean hasPermissions(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }
}

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches the Maven that maven-wrapper.properties names, checks its hash, unpacks it into the
 * user's ~/.m2/wrapper once, and prints the path of its program. Needs nothing but a JDK: unlike
 * the common wrapper script, which wants curl or wget and unzip.
 *
 * <p>Run as {@code java FetchMaven.java maven-wrapper.properties}.
 */
final class FetchMaven {
  public static void main(String[] arguments) throws Exception {
    Properties wanted = new Properties();
    try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
      wanted.load(in);
    }
    String url = mirrored(wanted.getProperty("distributionUrl"));
    String name = url.substring(url.lastIndexOf('/') + 1).replaceAll("-bin\\.zip$", "");
    Path home = Path.of(System.getProperty("user.home"), ".m2", "wrapper", "wangge", name);
    if (!Files.isExecutable(home.resolve("bin/mvn"))) {
      try {
        install(url, wanted.getProperty("distributionSha256Sum"), name, home);
      } catch (IOException e) {
        System.err.println("Could not fetch " + url + ": " + e);
        System.exit(1);
      }
    }
    System.out.println(home.resolve("bin/mvn"));
  }

  /** The same file from the mirror that MVNW_REPOURL names, as the common wrapper does it. */
  private static String mirrored(String url) {
    String mirror = System.getenv("MVNW_REPOURL");
    return mirror == null ? url : mirror + url.substring(url.indexOf("/org/apache/maven/"));
  }

  private static void install(String url, String sha256, String name, Path home) throws Exception {
    System.err.println("Fetching " + url);
    Files.createDirectories(home.getParent());
    Path work = Files.createTempDirectory(home.getParent(), "fetch");
    try {
      fetch(url, sha256, work);
      if (!Files.exists(home)) {
        Files.move(work.resolve(name), home, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      remove(work);
    }
  }

  private static void fetch(String url, String sha256, Path work) throws Exception {
    Path zip = work.resolve("maven.zip");
    var connection = URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(20_000);
    connection.setReadTimeout(20_000);
    try (InputStream in = connection.getInputStream()) {
      Files.copy(in, zip);
    }
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(zip));
    if (!HexFormat.of().formatHex(hash).equals(sha256)) {
      throw new IOException("what came is not what was asked for: its SHA-256 differs");
    }
    unpack(zip, work);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static void unpack(Path zip, Path into) throws IOException {
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry; (entry = entries.getNextEntry()) != null; ) {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
          throw new IOException("an entry leads out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(entries, file);
          if (file.getParent().endsWith("bin")) {
            file.toFile().setExecutable(true, false);
          }
        }
      }
    }
  }
}

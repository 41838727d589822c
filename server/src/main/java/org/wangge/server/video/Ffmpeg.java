package org.wangge.server.video;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * FFmpeg as a program beside this one: its build for this platform comes with the product and is
 * unpacked into the data folder's cache when it is first needed. A process of its own, because a
 * broken picture must not take the server with it. Thread-safe.
 */
public final class Ffmpeg {
  private static final Logger log = LoggerFactory.getLogger(Ffmpeg.class);
  private static final String VERSION = "8.0.1-1.5.13";
  private static final long PROBE_SECONDS = 20;

  /**
   * What its part for devices links to, and a machine without sound and screen lacks. Nothing of it
   * is called here, so anything that loads will do in its place.
   */
  private static final List<String> OF_DEVICES =
      List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");

  private static final String STAND_IN = "libdrm.so.2";

  private final Path home;
  private @Nullable Path ready;

  /** FFmpeg that is unpacked below a folder for what can be made again. */
  public Ffmpeg(Path cache) {
    home = cache.toAbsolutePath().resolve("ffmpeg-" + VERSION);
  }

  /**
   * Starts it.
   *
   * @param arguments as its manual names them
   * @param complaints file that it writes what goes wrong to
   * @throws IOException when it cannot run here, with why
   */
  public Process start(List<String> arguments, Path complaints) throws IOException {
    return builder(ready(), arguments).redirectError(complaints.toFile()).start();
  }

  /** The folder its processes work in. */
  Path folder() throws IOException {
    return ready();
  }

  private synchronized Path ready() throws IOException {
    if (ready == null) {
      if (!Files.isDirectory(home)) {
        unpack();
      }
      try {
        probe();
      } catch (IOException e) {
        standInForDevices(home);
        probe();
      }
      ready = home;
    }
    return ready;
  }

  /** Unpacked beside its place and then moved there: half an FFmpeg is never found. */
  private void unpack() throws IOException {
    URL packed = Loader.class.getResource("/org/bytedeco/ffmpeg/" + Loader.getPlatform() + "/");
    if (packed == null) {
      throw new IOException("there is no FFmpeg for " + Loader.getPlatform() + " in lib/");
    }
    Files.createDirectories(home.getParent());
    Path beside = Files.createTempDirectory(home.getParent(), "ffmpeg-");
    Loader.extractResource(packed, beside.toFile(), null, null);
    if (!program(beside).toFile().setExecutable(true)) {
      throw new IOException("FFmpeg cannot be made executable in " + home.getParent());
    }
    try {
      Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
    }
    log.info("FFmpeg {} unpacked", VERSION);
  }

  /**
   * Lets FFmpeg start where the system has no libraries for sound and screen, by copies of one it
   * brings along.
   */
  static void standInForDevices(Path folder) throws IOException {
    for (String library : OF_DEVICES) {
      if (Files.exists(folder.resolve(STAND_IN))) {
        Files.copy(
            folder.resolve(STAND_IN), folder.resolve(library), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void probe() throws IOException {
    Process process = builder(home, List.of("-version")).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("FFmpeg does not run on this machine: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path program(Path folder) {
    return folder.resolve(File.separatorChar == '\\' ? "ffmpeg.exe" : "ffmpeg");
  }

  private static ProcessBuilder builder(Path folder, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(program(folder).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    for (String name : List.of("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")) {
      environment.merge(name, folder.toString(), (old, own) -> own + File.pathSeparatorChar + old);
    }
    return builder;
  }
}

package org.wangge.server.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bench NAME}: runs one benchmark. Ends with 0 when all contestants gave equal answers, else
 * with 1.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Runs a benchmark: exactness, lookup, addresses, live, cuts, fanout, audit, plan, clocks,"
            + " intake, replay, replay-tracks, positions, coverage, soak, wall, wall-day.")
public final class BenchCommand implements Callable<Integer> {
  private static final List<Bench> BENCHES =
      List.of(
          new ExactnessBench(),
          new LookupBench(),
          new AddressBench(),
          new LiveBench(),
          new CutsBench(),
          new FanoutBench(),
          new AuditBench(),
          new PlanBench(),
          new ClockBench(),
          new IntakeBench(),
          new ReplayBench(),
          new TrackReplayBench(),
          new SoakBench(),
          new PositionsBench(),
          new CoverageBench(),
          new WallBench(),
          new WallDayBench());

  @Parameters(paramLabel = "NAME", description = "Which one.")
  private String name = "";

  @Option(names = "--json", description = "Print one JSON object as the last line, for scripts.")
  private boolean json;

  @Option(names = "--quick", description = "Small counts: shows that it works, not how fast.")
  private boolean quick;

  @Option(names = "--seed", description = "Makes the data; 1 if not given.")
  private long seed = 1;

  @Option(names = "--minutes", description = "How long, for wall-day: 24 if not given.")
  private int minutes;

  @Spec private @Nullable CommandSpec spec;

  private final Bench.Start start;

  public BenchCommand() {
    this(Bench.Start.USUAL);
  }

  /** For tests, which have a town already and do not ask how fast. */
  BenchCommand(Bench.Start start) {
    this.start = start;
  }

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec, "made by picocli");
    Bench bench =
        BENCHES.stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ParameterException(command.commandLine(), unknown()));
    PrintWriter out = command.commandLine().getOut();
    out.println(bench.name() + ": " + bench.purpose());
    out.println(Machine.description());
    OptionalInt length = minutes > 0 ? OptionalInt.of(minutes) : OptionalInt.empty();
    Runtime.getRuntime().addShutdownHook(new Thread(BenchCommand::endAll, "end"));
    Figures figures = bench.run(new Bench.Settings(seed, quick, length, start), out);
    figures.printTo(out);
    out.println(figures.equalAnswers() ? "All answers agree." : "ANSWERS DIFFER.");
    if (json) {
      out.println(figures.toJson());
    }
    out.flush();
    return figures.equalAnswers() ? 0 : 1;
  }

  /**
   * Servers and browsers that a bench has started end with it, also when somebody breaks it off.
   */
  private static void endAll() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
  }

  private String unknown() {
    return BENCHES.stream()
        .map(bench -> bench.name() + " (" + bench.purpose() + ")")
        .collect(
            Collectors.joining("; ", "no benchmark is called '" + name + "'; there are: ", ""));
  }
}

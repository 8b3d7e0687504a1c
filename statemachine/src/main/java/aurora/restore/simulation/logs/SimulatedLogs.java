package aurora.restore.simulation.logs;

import aurora.restore.simulation.AwsError;
import aurora.restore.simulation.Caller;
import aurora.restore.simulation.Service;
import aurora.restore.simulation.strict.Members;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/** The log groups of one region. Each has one stream, which all containers write into. */
public final class SimulatedLogs {
  private static final String STREAM = "simulated";
  private static final int USUAL_PAGE = 10_000;

  private static final Set<String> FILTER =
      Set.of(
          "logGroupName",
          "logStreamNames",
          "startTime",
          "endTime",
          "filterPattern",
          "limit",
          "nextToken",
          "interleaved");

  private static final Set<String> GET =
      Set.of("logGroupName", "logStreamName", "startTime", "endTime", "startFromHead");

  private final String region;
  private final Set<String> groups;
  private final Supplier<List<LogLine>> lines;

  /**
   * @param lines what was written so far, oldest first
   */
  public SimulatedLogs(String region, Collection<String> groups, Supplier<List<LogLine>> lines) {
    this.region = region;
    this.groups = new TreeSet<>(groups);
    this.lines = lines;
  }

  public Service service() {
    return new Service("logs", Service.Protocol.JSON)
        .on("DescribeLogGroups", DescribeLogGroupsRequest::builder, this::groups)
        .on("FilterLogEvents", FilterLogEventsRequest::builder, this::filter)
        .on("GetLogEvents", GetLogEventsRequest::builder, this::get);
  }

  /** One page: a world has few groups. */
  private DescribeLogGroupsResponse groups(Caller caller, DescribeLogGroupsRequest request) {
    Members.of(request).modelled(Set.of("logGroupNamePrefix", "limit", "nextToken"));
    var prefix = request.logGroupNamePrefix() == null ? "" : request.logGroupNamePrefix();
    return DescribeLogGroupsResponse.builder()
        .logGroups(
            groups.stream()
                .filter(it -> caller.region().equals(region) && it.startsWith(prefix))
                .map(it -> LogGroup.builder().logGroupName(it).arn(arn(caller, it)).build())
                .toList())
        .build();
  }

  private static String arn(Caller caller, String group) {
    return "arn:aws:logs:%s:%s:log-group:%s:*".formatted(caller.region(), caller.account(), group);
  }

  /** A page's token is the number of lines before it. */
  private FilterLogEventsResponse filter(Caller caller, FilterLogEventsRequest request) {
    Members.of(request).modelled(FILTER);
    var pattern = FilterPattern.read(request.filterPattern());
    var all = lines.get();
    int from = request.nextToken() == null ? 0 : position(request.nextToken());
    int most = request.limit() == null ? USUAL_PAGE : request.limit();
    var page =
        written(caller, request.logGroupName(), request.startTime(), request.endTime())
            .filter(at -> at >= from && pattern.matches(all.get(at).text()))
            .limit(most + 1L)
            .boxed()
            .toList();
    return FilterLogEventsResponse.builder()
        .events(page.stream().limit(most).map(at -> event(at, all.get(at))).toList())
        .nextToken(page.size() > most ? Integer.toString(page.get(most)) : null)
        .build();
  }

  private static FilteredLogEvent event(int number, LogLine line) {
    return FilteredLogEvent.builder()
        .eventId("%056d".formatted(number))
        .logStreamName(STREAM)
        .timestamp(line.at().toEpochMilli())
        .ingestionTime(line.at().toEpochMilli())
        .message(line.text())
        .build();
  }

  /** All in one answer, however they were asked for; the token asks for what follows. */
  private GetLogEventsResponse get(Caller caller, GetLogEventsRequest request) {
    Members.of(request).modelled(GET);
    var all = lines.get();
    if (!STREAM.equals(request.logStreamName())) {
      throw notFound("stream");
    }
    return GetLogEventsResponse.builder()
        .events(
            written(caller, request.logGroupName(), request.startTime(), request.endTime())
                .mapToObj(all::get)
                .map(
                    it ->
                        OutputLogEvent.builder()
                            .timestamp(it.at().toEpochMilli())
                            .ingestionTime(it.at().toEpochMilli())
                            .message(it.text())
                            .build())
                .toList())
        .build();
  }

  /** The numbers of a group's lines between two instants, in their order. */
  private IntStream written(Caller caller, String group, Long start, Long end) {
    if (!caller.region().equals(region) || !groups.contains(group)) {
      throw notFound("group");
    }
    var all = lines.get();
    return IntStream.range(0, all.size())
        .filter(at -> all.get(at).group().equals(group))
        .filter(at -> start == null || all.get(at).at().toEpochMilli() >= start)
        .filter(at -> end == null || all.get(at).at().toEpochMilli() < end);
  }

  private static int position(String token) {
    try {
      return Integer.parseInt(token);
    } catch (NumberFormatException e) {
      throw new AwsError("InvalidParameterException", 400, "The specified nextToken is invalid.");
    }
  }

  private static AwsError notFound(String what) {
    return new AwsError(
        "ResourceNotFoundException", 400, "The specified log " + what + " does not exist.");
  }
}

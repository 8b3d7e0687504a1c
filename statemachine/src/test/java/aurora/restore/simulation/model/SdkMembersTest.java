package aurora.restore.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** That every member of the kept models is one of the SDK's classes too: needs no botocore. */
class SdkMembersTest {
  /** The SDK's generator renames this one, which would be a Java keyword but for its case. */
  private static final Map<String, String> RENAMED = Map.of("NULL", "NUL");

  private final Set<String> seen = new HashSet<>();
  private final Set<String> unknown = new TreeSet<>();

  @ParameterizedTest
  @MethodSource("aurora.restore.simulation.model.ServiceModel#services")
  void everyMemberOfTheModelIsOneOfTheSdk(String service) throws ReflectiveOperationException {
    var model = ServiceModel.load(service);
    for (var operation : model.operations().entrySet()) {
      var name = operation.getKey().replace("DB", "Db");
      walk(model, operation.getValue().input(), fields(service, name + "Request"));
      if (operation.getValue().output() != null) {
        walk(model, operation.getValue().output(), fields(service, name + "Response"));
      }
    }
    assertThat(seen).isNotEmpty();
    assertThat(unknown).isEmpty();
  }

  private static List<SdkField<?>> fields(String service, String name)
      throws ReflectiveOperationException {
    var folder =
        switch (service) {
          case "states" -> "sfn";
          case "logs" -> "cloudwatchlogs";
          case "rds-data" -> "rdsdata";
          case "monitoring" -> "cloudwatch";
          case String other -> other;
        };
    var type = Class.forName("software.amazon.awssdk.services." + folder + ".model." + name);
    return ((SdkPojo) type.getMethod("builder").invoke(null)).sdkFields();
  }

  private void walk(ServiceModel model, String shapeName, List<SdkField<?>> fields) {
    if (!seen.add(shapeName)) {
      return;
    }
    Map<String, SdkField<?>> byName =
        fields.stream().collect(Collectors.toMap(SdkField::memberName, field -> field));
    model
        .shape(shapeName)
        .members()
        .forEach(
            (name, ref) -> {
              var field = byName.get(RENAMED.getOrDefault(name, name));
              if (field == null) {
                unknown.add(shapeName + "." + name);
              } else {
                below(model, ref.shape(), field);
              }
            });
  }

  private void below(ServiceModel model, String shapeName, SdkField<?> field) {
    var shape = model.shape(shapeName);
    switch (shape.type()) {
      case "structure" -> walk(model, shapeName, field.constructor().get().sdkFields());
      case "list" ->
          below(
              model,
              shape.member().shape(),
              field.getRequiredTrait(ListTrait.class).memberFieldInfo());
      case "map" ->
          below(
              model,
              shape.value().shape(),
              field.getRequiredTrait(MapTrait.class).valueFieldInfo());
      default -> {} // a single value has no members
    }
  }
}

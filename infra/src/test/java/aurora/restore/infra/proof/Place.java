package aurora.restore.infra.proof;

import aurora.restore.infra.Intrinsics;
import aurora.restore.machine.Machine;
import aurora.restore.world.World;
import java.util.function.UnaryOperator;

/**
 * A world that the template is deployed in, which names its own tables, topic and machines.
 *
 * @param region where the pipeline is deployed
 */
record Place(String account, String region, String topicArn) {
  static Place of(World world) {
    return new Place(world.account(), world.topicArn().split(":")[3], world.topicArn());
  }

  /** The key of the deployment, where it has one. */
  String keyArn() {
    return "arn:aws:kms:%s:%s:key/of-the-deployment".formatted(region, account);
  }

  /** What names in the template stand for here. */
  Intrinsics intrinsics(Deployment deployment) {
    return new Intrinsics(name -> named(name, deployment));
  }

  private String named(String name, Deployment deployment) {
    return switch (name) {
      case "AWS::Partition" -> "aws";
      case "AWS::Region" -> region;
      case "AWS::AccountId" -> account;
      case "AWS::URLSuffix" -> "amazonaws.com";
      case String resource -> physical(deployment.resource(resource), resource);
    };
  }

  private String physical(Deployment.Kind kind, String name) {
    return switch (kind) {
      case STATE_TABLE -> table(World.STATE_TABLE);
      case AUDIT_TABLE -> table(World.AUDIT_TABLE);
      case TOPIC -> topicArn;
      case KEY -> keyArn();
      case OTHER -> throw new IllegalArgumentException("a function's policy names " + name);
      case LOG_GROUP -> "arn:aws:logs:%s:%s:log-group:%s".formatted(region, account, name);
    };
  }

  String table(String name) {
    return "arn:aws:dynamodb:%s:%s:table/%s".formatted(region, account, name);
  }

  /** A world's machines are called by their ids alone, and its evidence key is where it is. */
  UnaryOperator<String> machines(String deploymentName) {
    return text -> {
      var renamed = text;
      for (var machine : Machine.values()) {
        renamed = renamed.replace(":" + deploymentName + "-" + machine.id(), ":" + machine.id());
      }
      return renamed.endsWith("/" + World.EVIDENCE_KEY)
          ? "arn:aws:kms:%s:%s:key/%s".formatted(region, account, World.EVIDENCE_KEY)
          : renamed;
    };
  }
}

package aurora.restore.simulation.model;

import aurora.restore.simulation.model.Shape.Ref;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the form of a query protocol by the model: names of the wire in, names of the model out.
 * What the model has no place for is a finding.
 */
final class FormRequest {
  private final ServiceModel model;
  private final Findings findings;
  private final boolean isEc2;

  FormRequest(ServiceModel model, Findings findings) {
    this.model = model;
    this.findings = findings;
    this.isEc2 = model.protocol().equals("ec2");
  }

  /** A form as a tree, taken apart at the dots of its names. */
  record Tree(Map<String, Tree> children, List<String> texts) {
    static Tree parse(byte[] body) {
      var root = empty();
      for (var pair : new String(body, StandardCharsets.UTF_8).split("&")) {
        var parts = pair.split("=", 2);
        var node = root;
        for (var name : decoded(parts[0]).split("\\.")) {
          node = node.children.computeIfAbsent(name, fresh -> empty());
        }
        node.texts.add(parts.length == 1 ? "" : decoded(parts[1]));
      }
      return root;
    }

    private static Tree empty() {
      return new Tree(new LinkedHashMap<>(), new ArrayList<>());
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String text() {
      return texts.isEmpty() ? "" : texts.getFirst();
    }
  }

  JsonNode read(String shapeName, Tree form) {
    form.children().remove("Action");
    form.children().remove("Version");
    return structure(model.shape(shapeName), form, "");
  }

  private JsonNode value(Ref ref, Tree node, String path) {
    var shape = model.shape(ref.shape());
    return switch (shape.type()) {
      case "structure" -> structure(shape, node, path);
      case "list" -> list(shape, node, path);
      case "map" -> map(shape, node, path);
      default -> Wireform.scalar(shape, node.text());
    };
  }

  private JsonNode structure(Shape shape, Tree node, String path) {
    var made = JsonNodeFactory.instance.objectNode();
    var unread = new LinkedHashMap<>(node.children());
    shape
        .members()
        .forEach(
            (name, ref) -> {
              var sent = unread.remove(isEc2 ? ref.ec2Name(name) : ref.wireName(name));
              if (sent != null) {
                made.set(name, value(ref, sent, path + name + "."));
              }
            });
    unread.keySet().forEach(name -> findings.add(path + name, "is no parameter of the model"));
    return made;
  }

  private JsonNode list(Shape shape, Tree node, String path) {
    var made = JsonNodeFactory.instance.arrayNode();
    var flat = isEc2 || shape.flattened();
    var items = flat ? node : only(node, shape.member().wireName("member"), path);
    items
        .children()
        .forEach((number, item) -> made.add(value(shape.member(), item, path + number + ".")));
    return made;
  }

  private JsonNode map(Shape shape, Tree node, String path) {
    var made = JsonNodeFactory.instance.objectNode();
    only(node, "entry", path)
        .children()
        .forEach(
            (number, entry) -> {
              var key = entry.children().get(shape.key().wireName("key"));
              var value = entry.children().get(shape.value().wireName("value"));
              if (key == null || value == null) {
                findings.add(path + number, "lacks its key or its value");
              } else {
                made.set(key.text(), value(shape.value(), value, path + number + "."));
              }
            });
    return made;
  }

  private Tree only(Tree node, String name, String path) {
    node.children().keySet().stream()
        .filter(other -> !other.equals(name))
        .forEach(other -> findings.add(path + other, "should be " + name));
    return node.children().getOrDefault(name, Tree.empty());
  }
}

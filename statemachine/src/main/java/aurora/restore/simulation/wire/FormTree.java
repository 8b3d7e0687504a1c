package aurora.restore.simulation.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form body, taken apart at the dots of its names: {@code Tags.Tag.1.Key=a} is a tree of four
 * levels. A node has a text, or children, and knows its whole name.
 */
final class FormTree {
  private final String name;
  private final Map<String, FormTree> children = new LinkedHashMap<>();
  private String text;

  private FormTree(String name) {
    this.name = name;
  }

  static FormTree parse(byte[] body) {
    var root = new FormTree("");
    var form = new String(body, StandardCharsets.UTF_8);
    for (var pair : form.isEmpty() ? new String[0] : form.split("&")) {
      var equals = pair.indexOf('=');
      if (equals < 0) {
        throw new UnreadableCall("the form has a parameter without a value: " + pair);
      }
      root.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }
    return root;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private void put(String path, String value) {
    var node = this;
    for (var part : path.split("\\.")) {
      var parent = node;
      node =
          parent.children.computeIfAbsent(
              part, p -> new FormTree(parent.name.isEmpty() ? p : parent.name + "." + p));
    }
    if (node.text != null) {
      throw new UnreadableCall("the form has " + path + " twice");
    }
    node.text = value;
  }

  String name() {
    return name;
  }

  Map<String, FormTree> children() {
    return children;
  }

  /**
   * @throws UnreadableCall where the node has children instead
   */
  String text() {
    if (text == null || !children.isEmpty()) {
      throw new UnreadableCall(name + " should be one value, but is " + children.keySet());
    }
    return text;
  }

  /** The root's text child of that name, taken out; null where it is missing. */
  String take(String child) {
    var node = children.remove(child);
    return node == null ? null : node.text();
  }

  /** Whether this stands for an empty list or map: a name with an empty value. */
  boolean isBlank() {
    return children.isEmpty() && "".equals(text);
  }

  /** The children that must be numbered from 1 without a gap, in their order. */
  List<FormTree> numbered() {
    var inOrder = new ArrayList<FormTree>();
    for (var i = 1; i <= children.size(); i++) {
      var child = children.get(Integer.toString(i));
      if (child == null) {
        throw new UnreadableCall(
            name + " should be numbered from 1 on, but has " + children.keySet());
      }
      inOrder.add(child);
    }
    return inOrder;
  }
}

package aurora.restore.simulation.model;

import aurora.restore.simulation.model.Shape.Ref;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads the XML of a query protocol by the model: names of the wire in, names of the model out.
 * What the model has no place for is a finding.
 */
final class XmlAnswer {
  /** Finding the parser takes longer than parsing, and a parser serves one thread. */
  private static final ThreadLocal<DocumentBuilder> PARSER =
      ThreadLocal.withInitial(XmlAnswer::parser);

  private final ServiceModel model;
  private final Findings findings;

  XmlAnswer(ServiceModel model, Findings findings) {
    this.model = model;
    this.findings = findings;
  }

  static Element parse(byte[] body) {
    try {
      return PARSER.get().parse(new ByteArrayInputStream(body)).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new IllegalArgumentException("the answer is no XML", e);
    }
  }

  private static DocumentBuilder parser() {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has an XML parser", e);
    }
  }

  static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** The code of an error, which both query protocols put into an element of that name. */
  static String errorCode(Element root) {
    var codes = root.getElementsByTagName("Code");
    return codes.getLength() == 0 ? "" : codes.item(0).getTextContent();
  }

  /**
   * @param shapeName null where the operation answers nothing
   */
  JsonNode read(String operation, String shapeName, String wrapper, Element root) {
    if (!root.getTagName().equals(operation + "Response")) {
      findings.add("the root", "should be " + operation + "Response: " + root.getTagName());
    }
    var content = new ArrayList<Element>();
    for (var child : children(root)) {
      switch (child.getTagName()) {
        case "ResponseMetadata", "requestId" -> {} // the protocol's own
        case String name when name.equals(wrapper) -> content.addAll(children(child));
        case String name when wrapper == null -> content.add(child);
        case String name -> findings.add(name, "should be " + wrapper);
      }
    }
    var shape = shapeName == null ? null : model.shape(shapeName);
    if (shape == null) {
      content.forEach(child -> findings.add(child.getTagName(), "is answered by no model"));
      return JsonNodeFactory.instance.objectNode();
    }
    return structure(shape, content, "");
  }

  private JsonNode value(Ref ref, Element element, String path) {
    var shape = model.shape(ref.shape());
    return switch (shape.type()) {
      case "structure" -> structure(shape, children(element), path);
      case "list" -> list(shape, element, path);
      case "map" -> throw new IllegalStateException(path + ": maps in XML aren't read yet");
      default -> Wireform.scalar(shape, element.getTextContent());
    };
  }

  private JsonNode structure(Shape shape, List<Element> content, String path) {
    var made = JsonNodeFactory.instance.objectNode();
    for (var child : content) {
      var member =
          shape.members().entrySet().stream()
              .filter(each -> each.getValue().wireName(each.getKey()).equals(child.getTagName()))
              .findFirst();
      if (member.isEmpty()) {
        findings.add(path + child.getTagName(), "is no member of the model");
      } else {
        var name = member.get().getKey();
        made.set(name, value(member.get().getValue(), child, path + name + "."));
      }
    }
    return made;
  }

  private JsonNode list(Shape shape, Element element, String path) {
    var made = JsonNodeFactory.instance.arrayNode();
    var name = shape.member().wireName("member");
    for (var child : children(element)) {
      if (child.getTagName().equals(name)) {
        made.add(value(shape.member(), child, path + made.size() + "."));
      } else {
        findings.add(path + child.getTagName(), "should be " + name);
      }
    }
    return made;
  }
}

package aurora.restore.simulation.wire;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Writes typed responses as XML, guided by their own field descriptions. */
final class XmlBody {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();
  private static final int MOST_OFTEN_ENOUGH = 4096;

  /** What is written between the root's tags. */
  @FunctionalInterface
  interface Content {
    void writeTo(XmlBody body) throws XMLStreamException;
  }

  private final XMLStreamWriter out;

  private XmlBody(XMLStreamWriter out) {
    this.out = out;
  }

  /**
   * @param namespace null for none
   */
  static byte[] of(String root, String namespace, Content content) {
    var text = new StringWriter(MOST_OFTEN_ENOUGH);
    try {
      var out = FACTORY.createXMLStreamWriter(text);
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      out.writeStartElement(root);
      if (namespace != null) {
        out.writeDefaultNamespace(namespace);
      }
      content.writeTo(new XmlBody(out));
      out.writeEndElement();
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML can't be written to memory", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  void element(String name, Content content) throws XMLStreamException {
    out.writeStartElement(name);
    content.writeTo(this);
    out.writeEndElement();
  }

  void element(String name, String text) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(text);
    out.writeEndElement();
  }

  /** Writes every member that is set; what isn't set is left out, as AWS does. */
  void members(SdkPojo pojo) throws XMLStreamException {
    for (var field : pojo.sdkFields()) {
      var value = field.getValueOrDefault(pojo);
      if (isSet(value)) {
        member(field, value);
      }
    }
  }

  /** The SDK stands a list or map of its own in for one that was never set. */
  static boolean isSet(Object value) {
    return value != null
        && !(value instanceof SdkAutoConstructList)
        && !(value instanceof SdkAutoConstructMap);
  }

  private void member(SdkField<?> field, Object value) throws XMLStreamException {
    var name = field.unmarshallLocationName();
    switch (field.marshallingType().getKnownType()) {
      case LIST -> list(name, field.getRequiredTrait(ListTrait.class), (List<?>) value);
      case MAP -> map(name, field.getRequiredTrait(MapTrait.class), (Map<?, ?>) value);
      case SDK_POJO -> element(name, body -> body.members((SdkPojo) value));
      case STRING, INTEGER, LONG, SHORT, BYTE, FLOAT, DOUBLE -> scalar(field, name, value);
      case BIG_DECIMAL, BOOLEAN, INSTANT, SDK_BYTES -> scalar(field, name, value);
      case NULL, DOCUMENT -> throw new IllegalArgumentException(name + " has no form in XML");
    }
  }

  private void scalar(SdkField<?> field, String name, Object value) throws XMLStreamException {
    element(name, Scalars.text(field, Scalars.DefaultTime.ISO_8601, value));
  }

  private void list(String name, ListTrait trait, List<?> values) throws XMLStreamException {
    if (trait.isFlattened()) {
      throw new IllegalArgumentException(name + ": flattened lists aren't written yet");
    }
    element(
        name,
        body -> {
          for (var value : values) {
            body.member(trait.memberFieldInfo(), value);
          }
        });
  }

  private void map(String name, MapTrait trait, Map<?, ?> values) throws XMLStreamException {
    if (trait.isFlattened()) {
      throw new IllegalArgumentException(name + ": flattened maps aren't written yet");
    }
    element(
        name,
        body -> {
          for (var each : values.entrySet()) {
            body.element(
                "entry",
                entry -> {
                  entry.element(trait.keyLocationName(), each.getKey().toString());
                  entry.member(trait.valueFieldInfo(), each.getValue());
                });
          }
        });
  }
}

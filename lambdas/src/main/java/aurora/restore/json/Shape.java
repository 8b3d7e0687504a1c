package aurora.restore.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What reflection tells of a record, asked once. In plain loops and without annotations: the JVM
 * makes a class for each lambda and for each annotation that is looked at, at every start.
 */
final class Shape {
  private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

  private final String[] names;
  private final Type[] types;
  private final Method[] accessors;
  private final Constructor<?> constructor;

  private Shape(Class<?> type) {
    var components = type.getRecordComponents();
    names = new String[components.length];
    types = new Type[components.length];
    accessors = new Method[components.length];
    var parameters = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      names[i] = spelling(type, components[i]);
      types[i] = components[i].getGenericType();
      accessors[i] = components[i].getAccessor();
      accessors[i].setAccessible(true);
      parameters[i] = components[i].getType();
    }
    try {
      constructor = type.getDeclaredConstructor(parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has such a constructor", e);
    }
    constructor.setAccessible(true);
  }

  static boolean isKnown(Class<?> type) {
    return KNOWN.containsKey(type);
  }

  static Shape of(Class<?> type) {
    var known = KNOWN.get(type);
    if (known == null) {
      known = new Shape(type); // of two at once either will do
      KNOWN.put(type, known);
    }
    return known;
  }

  private static String spelling(Class<?> type, RecordComponent component) {
    var name = component.getName();
    if (CamelCase.class.isAssignableFrom(type)) {
      return name;
    }
    return PascalCase.class.isAssignableFrom(type)
        ? Character.toUpperCase(name.charAt(0)) + name.substring(1)
        : snakeCase(name);
  }

  private static String snakeCase(String name) {
    var snake = new StringBuilder();
    for (var letter : name.toCharArray()) {
      if (Character.isUpperCase(letter)) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(letter));
    }
    return snake.toString();
  }

  int size() {
    return names.length;
  }

  /** The member of a tree that a component is read from; null where there is none. */
  JsonNode member(JsonNode tree, int component) {
    return tree.get(names[component]);
  }

  Type type(int component) {
    return types[component];
  }

  /** What a record's own code throws is thrown as it is. */
  Object make(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw unwrapped(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What there is to be written of a record: nothing that is null. */
  Map<String, Object> members(Record record) {
    var members = new LinkedHashMap<String, Object>();
    for (int i = 0; i < names.length; i++) {
      var value = value(record, accessors[i]);
      if (value != null) {
        members.put(names[i], value);
      }
    }
    if (record instanceof Rewritten otherwise) {
      otherwise.rewrite(members);
    }
    return members;
  }

  private static Object value(Record record, Method accessor) {
    try {
      return accessor.invoke(record);
    } catch (InvocationTargetException e) {
      throw unwrapped(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuntimeException unwrapped(InvocationTargetException e) {
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(e.getCause());
  }
}

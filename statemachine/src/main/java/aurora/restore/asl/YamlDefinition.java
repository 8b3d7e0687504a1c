package aurora.restore.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Definitions as they are written: in YAML, so that a policy that many states share is said once,
 * by an anchor ({@code &patient}), and named where it is meant ({@code *patient}). Step Functions
 * is given JSON, in which every name stands for what it names.
 */
public final class YamlDefinition {
  private static final JsonMapper JSON = new JsonMapper();

  private YamlDefinition() {}

  /**
   * The JSON that is deployed, formatted by {@link DefinitionFormat}.
   *
   * @throws AslException naming line and column, where it isn't YAML or a key is there twice
   */
  public static String deployed(String yaml) {
    return DefinitionFormat.of(tree(yaml));
  }

  private static JsonNode tree(String yaml) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    // The limit guards against what strangers write; here a policy has as many names as states.
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    try {
      return JSON.valueToTree(new Yaml(new SafeConstructor(options)).load(yaml));
    } catch (YAMLException e) {
      throw new AslException("", "isn't read as YAML: " + e.getMessage());
    }
  }
}

package aurora.restore.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagRulesTest {
  @Test
  void keyHasOneTo128CharactersAndAValueAtMost256() {
    assertThat(TagRules.allow("k".repeat(128), "v".repeat(256))).isTrue();
    assertThat(TagRules.allow("k", "")).isTrue();
    assertThat(TagRules.hasLength("", "v")).isFalse();
    assertThat(TagRules.hasLength("k".repeat(129), "v")).isFalse();
    assertThat(TagRules.hasLength("k", "v".repeat(257))).isFalse();
  }

  @Test
  void charactersAreThoseThatRdsTakes() {
    assertThat(TagRules.allow("ä 1_.:/=+-@", "ä 1_.:/=+-@")).isTrue();
    assertThat(TagRules.hasCharacters("k", "a;b")).isFalse();
    assertThat(TagRules.hasCharacters("k;", "a")).isFalse();
  }
}

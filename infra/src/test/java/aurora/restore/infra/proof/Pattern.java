package aurora.restore.infra.proof;

/**
 * A text in which {@code *} stands for any characters and {@code ?} for one (IAM User Guide, "IAM
 * JSON policy elements: Resource").
 */
record Pattern(String text) {
  boolean matches(String value) {
    return matches(0, value, 0);
  }

  private boolean matches(int at, String value, int from) {
    if (at == text.length()) {
      return from == value.length();
    }
    var wanted = text.charAt(at);
    if (wanted == '*' && matches(at + 1, value, from)) {
      return true;
    }
    if (from == value.length()) {
      return false;
    }
    return wanted == '*'
        ? matches(at, value, from + 1)
        : (wanted == '?' || wanted == value.charAt(from)) && matches(at + 1, value, from + 1);
  }
}

package aurora.restore.asl;

/** Definitions for tests, in single quotes. */
final class TestMachine {
  private TestMachine() {}

  /** A definition from its fields but for the query language. */
  static String of(String fields) {
    return "{'QueryLanguage':'JSONata',%s}".formatted(fields).replace('\'', '"');
  }

  /** One without fault, for tests to break: look, ask, pause, and a Map. */
  static String sound() {
    return """
    {
      'Comment': 'Shows all that a machine may have.',
      'QueryLanguage': 'JSONata',
      'StartAt': 'Look',
      'TimeoutSeconds': 100,
      'States': {
        'Look': {
          'Type': 'Task',
          'Comment': 'Looks once.',
          'Resource': 'arn:aws:states:::lambda:invoke',
          'Arguments': {'FunctionName': '${Look}', 'Payload': '{% $states.input %}'},
          'TimeoutSeconds': 30,
          'Assign': {'status': '{% $states.result.Payload.status %}', 'ids': '{% $states.result.Payload.ids %}'},
          'Retry': [{'ErrorEquals': ['Busy'], 'MaxDelaySeconds': 60, 'JitterStrategy': 'FULL'}],
          'Catch': [{'ErrorEquals': ['Denied'], 'Output': '{% $states.errorOutput %}', 'Next': 'Refused'}],
          'Next': 'Ready?'
        },
        'Ready?': {
          'Type': 'Choice',
          'Choices': [{'Comment': 'it is', 'Condition': '{% $status = "READY" %}', 'Next': 'Each'}],
          'Default': 'Pause Between'
        },
        'Pause Between': {'Type': 'Wait', 'Comment': 'Gives it time.', 'Seconds': 30, 'Next': 'Look'},
        'Each': {
          'Type': 'Map',
          'Items': '{% $ids %}',
          'ItemProcessor': {
            'StartAt': 'Pause Inside',
            'States': {
              'Pause Inside': {
                'Type': 'Wait', 'Comment': 'Breathes.', 'Seconds': 1,
                'Assign': {'own': '{% $status %}'}, 'Next': 'Inside Done'},
              'Inside Done': {'Type': 'Succeed', 'Output': '{% $own %}'}
            }
          },
          'Next': 'Done'
        },
        'Done': {'Type': 'Succeed'},
        'Refused': {'Type': 'Succeed', 'Comment': 'It was refused.'}
      }
    }
    """
        .replace("\"READY\"", "\\\"READY\\\"")
        .replace('\'', '"');
  }
}

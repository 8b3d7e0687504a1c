package aurora.restore.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagramTest {
  @Test
  void machineIsDrawnWithItsLoopItsQuestionItsBoxAndItsEnds() {
    assertThat(Diagram.mermaid(AslReader.read(TestMachine.sound())))
        .isEqualTo(
            """
            flowchart TD
              start((" ")) --> s1
              s1["Look"]
              s2{"Ready?"}
              s3(["Pause Between"])
              subgraph s4["Each"]
                direction TB
                s5(["Pause Inside"])
                s6((("Inside Done")))
                s5 --> s6
              end
              s7((("Done")))
              s8((("Refused")))
              s1 --> s2
              s1 -. "on Denied" .-> s8
              s2 -- "it is" --> s4
              s2 -- "otherwise" --> s3
              s3 --> s1
              s4 --> s7
            """);
  }

  @Test
  void statesThatEndWithoutASucceedLeadToAMarkedEnd() {
    var machine =
        AslReader.read(
            TestMachine.of(
                "'StartAt':'A \\'x\\' <#1>','States':{'A \\'x\\' <#1>':"
                    + "{'Type':'Wait','Seconds':1,'End':true}}"));
    assertThat(Diagram.mermaid(machine))
        .contains("s1([\"A #quot;x#quot; #lt;#35;1#gt;\"])")
        .contains("  s1 --> finish\n")
        .contains("  finish(((\" \")))\n");
  }

  @Test
  void conditionWithoutACommentIsItsOwnLabel() {
    var drawn =
        Diagram.mermaid(
            AslReader.read(TestMachine.sound().replace("\"Comment\": \"it is\", ", "")));
    assertThat(drawn).contains("s2 -- \"$status = #quot;READY#quot;\" --> s4");
  }
}

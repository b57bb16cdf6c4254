package dev.pollux.prompt.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.aiplatform.v1.GenerateContentRequest;
import com.google.protobuf.util.JsonFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a batch job reads can be asked through Google's client as well.
class RequestFormTest {
  /// Forms that people write, as in published samples (https://github.com/gremlin961/gemini_batch,
  /// https://github.com/BerriAI/litellm/issues/8864).
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'contents':[{'role':'user','parts':{'text':'a'}}]}",
        "{'contents':{'role':'user','parts':[{'text':'a'}]}}",
        "{'contents':{'role':'user','parts':{'text':'a'}},'system_instruction':{'parts':{'text':'b'}}}",
        "{'contents':[{'role':'user','parts':[{'text':'a'}]}],'generation_config':{'top_k':'5',"
            + "'stop_sequences':'x','response_schema':{'type':'object','properties':{'n':"
            + "{'type':'array','items':{'any_of':[{'type':'string'},{'type':'integer'}]}}}}}}",
        "{'contents':[{'role':'user','parts':[{'text':'a'}]}],'tools':{'google_search':{}}}",
        "{'contents':[{'role':'user','parts':[{'text':'half \\ud800'}]}]}",
      })
  void whatABatchJobReadsIsReadByTheClient(String written) throws Exception {
    GenerateContentRequest.Builder read = GenerateContentRequest.newBuilder();
    JsonFormat.parser().merge(RequestForm.of(written.replace('\'', '"')), read);
    assertThat(read.getContentsList()).hasSize(1);
    assertThat(read.getContents(0).getParts(0).getText()).isNotEmpty().doesNotContain("\ud800");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "{\"contents\":7,\"nope\":1}",
        "{\"contents\":[],\"contents\":[]}"
      })
  void whatNobodyReadsIsLeftToTheService(String written) {
    assertThat(RequestForm.of(written)).isEqualTo(written);
  }
}

package dev.pollux.cloud.google.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.googleapis.json.GoogleJsonErrorContainer;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.json.gson.GsonFactory;
import com.google.cloud.bigquery.BigQueryException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorBodyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "the status | {'error':{'status':'NOT_FOUND','message':'m'}}                                | NOT_FOUND        | m",
        "its reason | {'error':{'status':'X','message':'m','details':[{'reason':'A'}]}}             | A                | m",
        "the last   | {'error':{'status':'X','message':'m','details':[{'reason':'A'},{'reason':'B'},{}]}} | B          | m",
        "no message | {'error':{'status':'X'}}                                                      | X                | usual",
        "no error   | {'other':1}                                                                   | ``               | usual",
        "no JSON    | oops                                                                          | ``               | usual",
        "nothing    | ``                                                                            | ``               | usual",
      })
  void asItCame(String what, String content, String reason, String message) {
    assertThat(ErrorBody.of(answer(content.replace('\'', '"'))))
        .as(what)
        .isEqualTo(new ErrorBody(reason, message));
  }

  private static HttpResponseException answer(String content) {
    return new HttpResponseException.Builder(404, "", new HttpHeaders())
        .setMessage("usual")
        .setContent(content)
        .build();
  }

  @Test
  void thePageOfAnotherIsToldInPart() {
    String page = "<html>" + "a".repeat(1000);

    assertThat(ErrorBody.of(answer(" " + page)))
        .isEqualTo(new ErrorBody("", "usual\n" + page.substring(0, 500)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "the old model | {'error':{'message':'m','errors':[{'reason':'old'}]}}                            | old | m",
        "both          | {'error':{'message':'m','errors':[{'reason':'old'}],'details':[{'reason':'A'},{'reason':'B'}]}} | A | m",
        "no reason     | {'error':{'message':'m','details':[{}]}}                                         | ``  | m",
        "no message    | {'error':{}}                                                                     | ``  | ``",
      })
  void asTheClientReadIt(String what, String content, String reason, String message)
      throws IOException {
    assertThat(ErrorBody.of(read(content))).as(what).isEqualTo(new ErrorBody(reason, message));
  }

  private static GoogleJsonResponseException read(String content) throws IOException {
    return new GoogleJsonResponseException(
        new HttpResponseException.Builder(403, "", new HttpHeaders()).setMessage("usual"),
        GsonFactory.getDefaultInstance()
            .fromString(content.replace('\'', '"'), GoogleJsonErrorContainer.class)
            .getError());
  }

  @Test
  void theNewerReasonOfBigQueryIsTaken() throws IOException {
    String body =
        "{'error':{'code':403,'message':'m','errors':[{'reason':'old','message':'m'}],"
            + "'details':[{'reason':'NEW'}]}}";

    assertThat(ErrorBody.of(new BigQueryException(read(body))))
        .isEqualTo(new ErrorBody("NEW", "m"));
    assertThat(ErrorBody.of(new BigQueryException(read(body.replace("'NEW'", "''")))))
        .isEqualTo(new ErrorBody("old", "m"));
  }
}

package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The city's forms over HTTP: durable before the answer, once, under limits, and silent about the citizen. */
class FormsIT extends StoppedRoad {
    private static final Pattern RECEIPT = Pattern.compile("\"receiptId\":\"([^\"]+)\"");
    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([^\"]+)\"");
    private static final String BOUNDARY = "----form";

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private String get(String path) throws Exception {
        return send(at(path)).body();
    }

    private String challenge() throws Exception {
        return found(CHALLENGE, get("/api/v1/public/forms/mayor-form"));
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static String work(String challenge) throws Exception {
        for (int number = 0; ; number++) {
            var hash = MessageDigest.getInstance("SHA-256").digest((challenge + ":" + number).getBytes(UTF_8));
            if (new BigInteger(1, hash).bitLength() <= 248) {
                return String.valueOf(number);
            }
        }
    }

    private static Map<String, String> letter(String challenge, String title) throws Exception {
        return new TreeMap<>(Map.of(
                "challenge",
                challenge,
                "work",
                work(challenge),
                "title",
                title,
                "text",
                "东风路的路灯坏了一周",
                "name",
                "周晓雨",
                "phone",
                "13900001234"));
    }

    private HttpResponse<String> post(Map<String, String> fields, int fileBytes) throws Exception {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + value + "\r\n"));
        if (fileBytes > 0) {
            body.append("--" + BOUNDARY
                    + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../灯.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                    + "x".repeat(fileBytes) + "\r\n");
        }
        body.append("--" + BOUNDARY + "--\r\n");
        return send(at("/api/v1/public/forms/mayor-form")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body.toString(), UTF_8)));
    }

    private HttpResponse<String> look(String number, String code) throws Exception {
        var form = "number=" + URLEncoder.encode(number, UTF_8) + "&code=" + URLEncoder.encode(code, UTF_8);
        return send(at("/api/v1/public/progress")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private void fileAll(int cases, String title) throws Exception {
        camel.getRouteController().startRoute("file");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(letters(title)).isEqualTo(cases));
        camel.getRouteController().stopRoute("file");
    }

    /** By title, for the same letter sent twice may still be on the queue when the next test begins. */
    private int letters(String title) {
        return number("select count(*) from case_file where source = 'mayor-form' and title like ?", title);
    }

    @Test
    void aLetterIsDurableBeforeItIsAnsweredAndTheReceiptThenTellsNumberAndCode() throws Exception {
        var answer = post(letter(challenge(), "第一封信"), 100);
        assertThat(answer.statusCode()).isEqualTo(202);
        var receipt = found(RECEIPT, answer.body());
        assertThat(get("/api/v1/public/receipts/" + receipt)).contains("\"RECEIVED\"", "\"queryCode\":null");
        fileAll(1, "第一封信");
        var code = text("select query_code from case_file where title = '第一封信'");
        assertThat(get("/api/v1/public/receipts/" + receipt)).contains("\"FILED\"", code);
        assertThat(get("/receipts/" + receipt)).contains("FILED").doesNotContain(code);
        assertThat(text("select distinct signature from raw_message where source = 'mayor-form'"))
                .isEqualTo("OPEN");
        assertThat(text("select name from attachment")).isEqualTo("灯.jpg");
    }

    @Test
    void theReceiptOfAnotherChannelTellsNoQueryCode() throws Exception {
        var raw = push("other", LAMP);
        open(raw);
        assertThat(get("/api/v1/public/receipts/" + receipt(raw))).contains("FILED", "\"queryCode\":null");
        assertThat(send(at("/public/receipts/forged.aaaaaaaaaaaaaaaa")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSameFormSentTwiceIsOneCaseAndWithOtherWordsItIsRefused() throws Exception {
        var challenge = challenge();
        var first = post(letter(challenge, "只此一封"), 0);
        assertThat(post(letter(challenge, "只此一封"), 0).body()).isEqualTo(first.body());
        assertThat(post(letter(challenge, "别的事情"), 0).statusCode()).isEqualTo(409);
        fileAll(1, "只此一封");
    }

    @Test
    void aFormThatWasNotHandedOutOrIsTooLargeIsRefused() throws Exception {
        assertThat(post(letter("forged-1.aaaaaaaaaaaaaaaa", "路灯不亮"), 0).statusCode())
                .isEqualTo(409);
        assertThat(post(letter(challenge(), ""), 0).statusCode()).isEqualTo(400);
        assertThat(post(letter(challenge(), "路灯不亮"), (1 << 20) + 1).statusCode())
                .isEqualTo(413);
        assertThat(post(letter(challenge(), "路灯不亮"), 8 << 20).statusCode()).isEqualTo(413);
    }

    @Test
    void withoutTheWorkOnlyAFewLettersAreTaken() throws Exception {
        for (int i = 0; i < 3; i++) {
            var plain = letter(challenge(), "没有脚本 " + i);
            plain.remove("work");
            assertThat(post(plain, 0).statusCode()).isEqualTo(202);
        }
        var plain = letter(challenge(), "太多");
        plain.put("work", "no number");
        assertThat(post(plain, 0).statusCode()).isEqualTo(429);
        assertThat(post(letter(challenge(), "没有脚本 但做了功"), 0).statusCode()).isEqualTo(202);
        fileAll(4, "没有脚本%");
    }

    @Test
    void theProgressTellsTheCitizensWordsAndNothingOfTheCitizen() throws Exception {
        open(push("progress", LAMP));
        var number = text("select number from case_file");
        var code = text("select query_code from case_file");
        jdbc.sql(
                        "insert into reply (id, case_id, message_id, channel, source, kind, recipient, text, state, created_at)"
                                + " select gen_random_uuid(), case_id, id, 'standard-webhook', 'partner', 'ANSWER', 'x',"
                                + " '周晓雨您好，路灯已修好，请致电 13900005678。', 'SENT', now() from message")
                .update();
        jdbc.sql("update case_file set state = 'HANDLING'").update();
        var shown = look(number, " " + code + " ");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(shown.body())
                .contains("\"IN_PROGRESS\"", "***您好，路灯已修好，请致电 ***。")
                .doesNotContain("周晓雨", "13900005678", "东风路");
        var wrongCode = look(number, "0000000000");
        var wrongNumber = look("340181-20200101-000001", code);
        assertThat(wrongCode.statusCode()).isEqualTo(404);
        assertThat(wrongNumber.body()).isEqualTo(wrongCode.body());
    }

    @Test
    void aMergedCaseShowsHowFarTheOtherOneIs() throws Exception {
        var first = open(push("one", LAMP));
        var second = open(push("two", LAMP));
        jdbc.sql("update case_file set state = 'MERGED', merged_into = ? where id = ?")
                .params(first, second)
                .update();
        jdbc.sql("update case_file set state = 'CLOSED' where id = ?")
                .param(first)
                .update();
        var code = text("select query_code from case_file where id = ?", second);
        assertThat(look(text("select number from case_file where id = ?", second), code)
                        .body())
                .contains("\"DONE\"");
    }
}

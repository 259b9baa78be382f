package org.intakehub.adapter.open311;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.intakehub.adapter.testkit.AdapterUnderTest;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Open311Test {
    private static final String GOOD = "service_code=010203&address_string=a&api_key=" + Endpoints.KEY.value();

    private final Open311 endpoint = new Open311(Endpoints.city());
    private final Requests requests =
            new Requests(new Catalogue(Endpoints.city().services()));

    @Test
    void readsEveryFieldOfARequest() {
        var message = read("service_code=040101&lat=31.5&long=117.5&address_string=%E8%B7%AF%E5%8F%A3&address_id=7"
                + "&description=dark&first_name=%E5%9B%9B&last_name=%E6%9D%8E&email=c%40example.org&phone=1&account_id=a-1"
                + "&device_id=d-1&media_url=https%3A%2F%2Ffiles.example.org%2Fx.jpg&attribute[POLE]=A+1"
                + "&attribute[COLOUR][]=w&attribute[COLOUR][]=z&other=kept");
        assertThat(message.title()).isEqualTo("路灯不亮");
        assertThat(message.text()).isEqualTo("dark\n灯杆编号：A 1\n颜色：白 & 亮, z");
        assertThat(message.externalId()).contains(message.key().value());
        assertThat(message.citizen().name()).contains("李四");
        assertThat(message.citizen().phones()).containsExactly("1");
        assertThat(message.citizen().email()).contains("c@example.org");
        assertThat(message.citizen().handle()).contains("a-1");
        assertThat(message.place().address()).contains("路口");
        assertThat(message.place().coordinates())
                .contains(new Coordinates(117.5, 31.5, Coordinates.ReferenceSystem.WGS84));
        assertThat(message.attachments())
                .containsExactly(new Attachment.Linked(
                        "x.jpg", "application/octet-stream", URI.create("https://files.example.org/x.jpg")));
        assertThat(message.extras())
                .containsEntry("service_code", "040101")
                .containsEntry("group", "照明")
                .containsEntry("address_id", "7")
                .containsEntry("attribute[COLOUR][]", "w, z")
                .containsEntry("other", "kept")
                .doesNotContainKeys("phone", "email", "api_key");
        assertThat(message.notes()).isEmpty();
    }

    @Test
    void keepsWhatItDoesNotUnderstandAndSaysSo() {
        var message = read("service_code=gone&lat=91&long=x&media_url=file%3A%2F%2F%2Fetc%2Fpasswd");
        assertThat(message.title()).isEqualTo("Open311 gone");
        assertThat(message.place().coordinates()).isEmpty();
        assertThat(message.extras())
                .containsEntry("lat", "91")
                .containsEntry("long", "x")
                .containsEntry("media_url", "file:///etc/passwd");
        assertThat(message.notes()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "lat=1", "service_code=", "service_code=1&description=%FF", "service_code=1&a=%4", "%zz=1"})
    void quarantinesWhatIsNoRequest(String form) {
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> read(form));
    }

    @Test
    void answersWithTheIdInTheFormatOfTheAddress() {
        var id = read(Form.without("api_key", Payload.of(GOOD, UTF_8)).text(UTF_8))
                .key();
        assertThat(text(post("requests.json", GOOD)))
                .isEqualTo("[{\"service_request_id\":\"" + id + "\",\"service_notice\":\"谢谢，已收到。\"}]");
        assertThat(text(post("requests.xml", GOOD)))
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<service_requests><request><service_request_id>"
                                + id
                                + "</service_request_id><service_notice>谢谢，已收到。</service_notice></request></service_requests>\n");
    }

    @Test
    void doesNotArchiveTheKey() {
        var outcome = (Outcome.Accepted) endpoint.receive(call(
                "POST",
                "requests.json",
                "api%5Fkey=" + Endpoints.KEY.value() + "&service_code=010203&address_string=a%20b"));
        assertThat(outcome.raw().body().text(UTF_8)).isEqualTo("service_code=010203&address_string=a%20b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service_code=010203&address_string=a | 403 | api_key is missing",
                "service_code=010203&address_string=a&api_key=another-key | 403 | api_key is not known",
                "address_string=a&api_key=K | 400 | service_code is missing",
                "service_code=9&address_string=a&api_key=K | 404 | service_code was not found",
                "service_code=010203&api_key=K | 400 | lat and long, address_string or address_id is missing",
                "service_code=010203&lat=31.5&api_key=K | 400 | lat and long are degrees of WGS 84, and come together",
                "service_code=010203&lat=91&long=1&api_key=K | 400 | lat and long are degrees of WGS 84, and come together",
                "service_code=040101&address_string=a&api_key=K | 400 | attribute[POLE] is missing",
                "service_code=010203&address_string=a&jurisdiction_id=x&api_key=K | 404 | jurisdiction_id was not found",
                "service_code=010203&address_string=%FF&api_key=K | 403 | api_key is missing"
            })
    void tellsErrorsInBothFormats(String form, int status, String description) {
        var body = form.replace("=K", "=" + Endpoints.KEY.value());
        var json = refusal("requests.json", body);
        assertThat(json.status()).isEqualTo(status);
        assertThat(json.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(json.body().text(UTF_8))
                .isEqualTo("[{\"code\":\"" + status + "\",\"description\":\"" + description + "\"}]");
        var xml = refusal("requests.xml", body);
        assertThat(xml.status()).isEqualTo(status);
        assertThat(xml.contentType()).isEqualTo("text/xml; charset=utf-8");
        assertThat(xml.body().text(UTF_8))
                .contains("<errors><error><code>" + status + "</code><description>" + description
                        + "</description></error></errors>");
    }

    @Test
    void refusesADescriptionThatIsTooLong() {
        assertThat(refusal("requests.json", GOOD + "&description=" + "a".repeat(4001))
                        .status())
                .isEqualTo(400);
        assertThat(post("requests.json", GOOD + "&description=" + "a".repeat(4000))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void listsItsServicesInBothFormats() {
        assertThat(text(get("services.json")))
                .startsWith("[{\"service_code\":\"040101\",\"service_name\":\"路灯不亮\",\"description\":\"不亮、<闪烁>\","
                        + "\"metadata\":true,\"type\":\"realtime\",\"keywords\":\"路灯,照明\",\"group\":\"照明\"},");
        assertThat(text(get("services.xml")))
                .contains("<services><service><service_code>040101</service_code><service_name>路灯不亮</service_name>"
                        + "<description>不亮、&lt;闪烁&gt;</description><metadata>true</metadata><type>realtime</type>");
    }

    @Test
    void definesAServiceInBothFormats() {
        assertThat(text(get("services/040101.json")))
                .contains("{\"variable\":true,\"code\":\"POLE\",\"datatype\":\"string\",\"required\":true,");
        assertThat(text(get("services/040101.xml")))
                .contains(
                        "<service_definition><service_code>040101</service_code><attributes><attribute><variable>true")
                .contains("<values><value><key>w</key><name>白 &amp; 亮</name></value>");
        assertThat(((Outcome.Refused) endpoint.receive(call("GET", "services/9.xml", "")))
                        .answer()
                        .orElseThrow()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void tellsWhereItIs() {
        assertThat(text(get("discovery.json")))
                .contains("\"endpoints\":[{\"specification\":\"http://wiki.open311.org/GeoReport_v2\","
                        + "\"url\":\"https://hub.example.org/channels/open311\"");
        assertThat(text(get("discovery.xml")))
                .contains("<endpoints><endpoint><specification>")
                .contains("<formats><format>text/xml</format><format>application/json</format></formats>");
    }

    @Test
    void answersNoAddressOfOthers() {
        assertThat(endpoint.answers("services/abc.json")).isTrue();
        assertThat(endpoint.answers("services/a/b.json")).isFalse();
        assertThat(endpoint.answers("requests/1.json")).isTrue();
        assertThat(endpoint.answers("requests/1/2.json")).isFalse();
        assertThat(endpoint.answers("webhook")).isFalse();
    }

    @Test
    void leavesOutTheCharsetForValidatorsThatMindIt() {
        var services = List.of(Endpoints.plain("1", "a"));
        var plain = new Open311(Endpoints.settings(List.of(Endpoints.KEY), null, services, false));
        var echo = ((Outcome.Handshake) plain.receive(call("GET", "services.xml", ""))).echo();
        assertThat(echo.contentType()).isEqualTo("text/xml");
    }

    @Test
    void refusesSettingsThatCannotWork() {
        var one = Endpoints.plain("1", "a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoints.settings(List.of(), null, List.of(one), true))
                .withMessageContaining("api-keys");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoints.settings(List.of(Endpoints.KEY), null, List.of(), true))
                .withMessageContaining("services");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoints.settings(List.of(Endpoints.KEY), null, List.of(one, one), true))
                .withMessageContaining("each code");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoints.plain("a/b", "a"))
                .withMessageContaining("services.code");
    }

    private Response get(String path) {
        return ((Outcome.Handshake) endpoint.receive(call("GET", path, ""))).echo();
    }

    private Response post(String path, String form) {
        return ((Outcome.Accepted) endpoint.receive(call("POST", path, form)))
                .acknowledgement()
                .orElseThrow();
    }

    private Response refusal(String path, String form) {
        return ((Outcome.Refused) endpoint.receive(call("POST", path, form)))
                .answer()
                .orElseThrow();
    }

    private static Request call(String method, String path, String form) {
        var headers = Map.of("content-type", List.of("application/x-www-form-urlencoded"));
        return new Request(
                AdapterUnderTest.SOURCE,
                method,
                path,
                Map.of(),
                headers,
                Payload.of(form, UTF_8),
                AdapterUnderTest.NOW);
    }

    private static String text(Response response) {
        return response.body().text(UTF_8);
    }

    private IntakeMessage read(String form) {
        return requests.message(Payload.of(form, UTF_8));
    }
}

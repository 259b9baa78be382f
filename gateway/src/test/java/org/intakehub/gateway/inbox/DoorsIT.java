package org.intakehub.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.intakehub.core.casefile.Veil;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in where: role by role and address by address, with a session and with a key. */
class DoorsIT extends RunningHub {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private HttpResponse<String> get(HttpClient client, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address(path))).timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(client, request.build());
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private HttpClient loggedIn(Role role) {
        var client = client();
        var page = CSRF.matcher(get(client, "/login").body());
        assertThat(page.find()).isTrue();
        var form = "username=" + KnownPeople.name(role) + "&password="
                + URLEncoder.encode(KnownPeople.PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
                + URLEncoder.encode(page.group(1), StandardCharsets.UTF_8);
        var answer = send(
                client,
                HttpRequest.newBuilder(URI.create(address("/login")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("login"));
        return client;
    }

    @ParameterizedTest
    @CsvSource({
        "/cases,          200, 200, 200, 403, 200",
        "/calls/new,      200, 200, 403, 403, 200",
        "/call-backs,     200, 200, 403, 403, 200",
        "/emergencies,    200, 200, 403, 403, 200",
        "/cases/facets,   200, 200, 200, 403, 200",
        "/board,          403, 200, 403, 403, 200",
        "/audit,          403, 403, 403, 403, 200",
        "/canned,         403, 200, 403, 403, 200",
        "/screen,         200, 200, 403, 403, 200",
        "/alerts,         403, 200, 403, 403, 200",
        "/hot-spots,      200, 200, 403, 403, 200",
        "/reports,        200, 200, 403, 403, 200",
        "/reports/units,  200, 200, 403, 403, 200",
        "/reports/cases,  200, 200, 403, 403, 200",
        "/reports/cases.csv, 200, 200, 403, 403, 200",
        "/reports/operators, 403, 200, 403, 403, 200",
        "/outages,        200, 200, 403, 403, 200",
        "/supervision,    200, 200, 403, 403, 200",
        "/quarantine,     403, 403, 403, 200, 200",
        "/dead-letters,   403, 403, 403, 200, 200",
        "/refusals,       403, 403, 403, 200, 200",
        "/sources,        403, 403, 403, 200, 200",
        "/models,         403, 403, 403, 403, 200",
        "/settings,       403, 403, 403, 403, 200",
        "/settings/rules/units.csv, 403, 403, 403, 403, 200",
        "/v3/api-docs,    200, 200, 200, 200, 200",
        "/v3/asyncapi,    200, 200, 200, 200, 200",
        "/h2-console,     403, 403, 403, 403, 403"
    })
    void eachRoleSeesItsPages(String path, int operator, int dispatcher, int unit, int integrator, int admin) {
        assertThat(get(loggedIn(Role.OPERATOR), path).statusCode()).isEqualTo(operator);
        assertThat(get(loggedIn(Role.DISPATCHER), path).statusCode()).isEqualTo(dispatcher);
        assertThat(get(loggedIn(Role.UNIT), path).statusCode()).isEqualTo(unit);
        assertThat(get(loggedIn(Role.INTEGRATOR), path).statusCode()).isEqualTo(integrator);
        assertThat(get(loggedIn(Role.ADMIN), path).statusCode()).isEqualTo(admin);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/cases,                              200, 200, 200, 403, 200",
        "/api/v1/cases/facets,                       200, 200, 200, 403, 200",
        "/api/v1/canned-answers,                     200, 200, 403, 403, 200",
        "/api/v1/figures,                            200, 200, 403, 403, 200",
        "/api/v1/units/chengguan/work-orders,        200, 200, 200, 403, 200",
        "/api/v1/units/gongan/work-orders,           200, 200, 404, 403, 200",
        "/api/v1/calls/ringing,                      200, 200, 403, 403, 200",
        "/api/v1/call-backs,                         200, 200, 403, 403, 200",
        "/api/v1/emergencies,                        200, 200, 403, 403, 200",
        "/api/v1/settings/rules,                     403, 403, 403, 403, 200",
        "/api/v1/alerts,                             403, 200, 403, 403, 200",
        "/api/v1/hot-spots,                          200, 200, 403, 403, 200",
        "/api/v1/reports/channels,                   200, 200, 403, 403, 200",
        "/api/v1/reports/indicators,                 200, 200, 403, 403, 200",
        "/api/v1/reports/cases,                      200, 200, 403, 403, 200",
        "/api/v1/reports/cases.xlsx,                 200, 200, 403, 403, 200",
        "/api/v1/reports/operators,                  403, 200, 403, 403, 200",
        "/api/v1/outages,                            200, 200, 403, 403, 200",
        "/api/v1/supervision,                        200, 200, 403, 403, 200",
        "/api/v1/raw-messages?state=QUARANTINED,     403, 403, 403, 200, 200",
        "/api/v1/dead-letters,                       403, 403, 403, 200, 200",
        "/api/v1/refusals,                           403, 403, 403, 200, 200",
        "/api/v1/channels,                           403, 403, 403, 200, 200",
        "/api/v1/models,                             403, 403, 403, 403, 200",
        "/api/v1/keys,                               403, 403, 403, 403, 200",
        "/actuator/prometheus,                       403, 403, 403, 200, 200",
        "/v3/api-docs,                               200, 200, 200, 200, 200",
        "/v3/asyncapi,                               200, 200, 200, 200, 200"
    })
    void eachKeyOpensItsAddresses(String path, int operator, int dispatcher, int unit, int integrator, int admin) {
        assertThat(withKey(Role.OPERATOR, path).statusCode()).isEqualTo(operator);
        assertThat(withKey(Role.DISPATCHER, path).statusCode()).isEqualTo(dispatcher);
        assertThat(withKey(Role.UNIT, path).statusCode()).isEqualTo(unit);
        assertThat(withKey(Role.INTEGRATOR, path).statusCode()).isEqualTo(integrator);
        assertThat(withKey(Role.ADMIN, path).statusCode()).isEqualTo(admin);
    }

    private HttpResponse<String> withKey(Role role, String path) {
        return get(client(), path, "Authorization", "Bearer " + people.key(role));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/cases", "/api/v1/nothing", "/actuator/prometheus", "/actuator/env"})
    void withoutAKeyAMachineIsToldSoAsAProblem(String path) {
        var answer = get(client(), path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aSessionIsNoKeyAndARevokedKeyIsNone() {
        assertThat(get(loggedIn(Role.ADMIN), "/api/v1/cases").statusCode()).isEqualTo(401);
        var key = people.key(Role.ADMIN);
        jdbc.sql("update api_key set revoked_at = now()").update();
        assertThat(get(client(), "/api/v1/cases", "Authorization", "Bearer " + key)
                        .statusCode())
                .isEqualTo(401);
        assertThat(jdbc.sql("select hash from api_key").query(String.class).single())
                .doesNotContain(key.substring(key.lastIndexOf('_') + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases", "/quarantine", "/live", "/v3/api-docs", "/swagger-ui/index.html"})
    void withoutALoginNoPageIsShown(String path) {
        assertThat(get(client(), path).statusCode()).isIn(302, 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/login", "/actuator/health", "/assets/hub.css", "/webjars/tabler__core/dist/css/tabler.min.css"
            })
    void theOpenAddressesAreOpen(String path) {
        assertThat(get(client(), path).statusCode()).isIn(200, 503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/cases", "/assets/hub.js", "/actuator/health"})
    void everyAnswerForbidsForeignScripts(String path) {
        var policy = get(loggedIn(Role.OPERATOR), path).headers().firstValue("Content-Security-Policy");
        assertThat(policy)
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        var letter = samples.deadLetter("intake.classify", "x", "y");
        var answer = send(
                loggedIn(Role.INTEGRATOR),
                HttpRequest.newBuilder(URI.create(address("/dead-letters/discard")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("id=" + letter))
                        .build());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(jdbc.sql("select state from dead_letter").query(String.class).single())
                .isEqualTo("WAITING");
    }

    @Test
    void wrongParametersAreProblems() {
        for (var path : new String[] {
            "/api/v1/cases?state=NONE", "/api/v1/cases?after=x", "/api/v1/cases?size=0", "/api/v1/cases/not-an-id"
        }) {
            var answer = withKey(Role.OPERATOR, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void pagesOfCasesFollowEachOtherWithoutGapOrRepetition() {
        for (var i = 0; i < 7; i++) {
            samples.add("第 " + i + " 件", "内容");
        }
        var key = people.key(Role.OPERATOR);
        var seen = new ArrayList<String>();
        var next = "/api/v1/cases?size=3";
        while (next != null) {
            var body = get(client(), next, "Authorization", "Bearer " + key).body();
            Pattern.compile("\"number\":\"([^\"]+)\"")
                    .matcher(body)
                    .results()
                    .forEach(found -> seen.add(found.group(1)));
            var link = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(body);
            next = link.find() ? link.group(1) : null;
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void aUnitSeesItsOwnCasesOnlyAndNoneThatExcludesIt() {
        var town = new Town(samples);
        var key = people.key(Role.UNIT);
        var body =
                get(client(), "/api/v1/cases", "Authorization", "Bearer " + key).body();
        assertThat(body).contains(town.dispatched.toString()).doesNotContain(town.unsure.toString());
        assertThat(get(client(), "/api/v1/cases/" + town.secret, "Authorization", "Bearer " + key)
                        .body())
                .contains(Veil.COVER)
                .doesNotContain("周晓雨")
                .doesNotContain("13900001234");
        jdbc.sql("update case_file set excluded_units = array['chengguan'] where id = ?")
                .param(town.secret)
                .update();
        assertThat(get(client(), "/api/v1/cases/" + town.secret, "Authorization", "Bearer " + key)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void originalsAreDownloadsForTheDeskAlone() {
        var town = new Town(samples);
        var path = "/cases/" + town.dispatched + "/raw/" + town.receipt + "/bytes";
        assertThat(get(loggedIn(Role.OPERATOR), path).statusCode())
                .as("while the citizen is masked")
                .isEqualTo(403);
        samples.revealed(town.dispatched, KnownPeople.name(Role.OPERATOR));
        var answer = get(loggedIn(Role.OPERATOR), path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(withKey(Role.OPERATOR, "/api/v1" + path).statusCode())
                .as("shown to a person, not to his key")
                .isEqualTo(403);
        assertThat(get(loggedIn(Role.UNIT), path).statusCode()).isEqualTo(403);
        var secret = "/api/v1/cases/" + town.secret + "/raw/" + town.secretReceipt;
        assertThat(withKey(Role.OPERATOR, secret).statusCode()).isEqualTo(404);
        assertThat(withKey(Role.DISPATCHER, secret).statusCode()).isEqualTo(403);
    }

    @Test
    void theApiDescribesItself() {
        var body = withKey(Role.OPERATOR, "/v3/api-docs").body();
        assertThat(body).contains("Intake Hub", "/api/v1/cases", "/api/v1/units/{unit}/work-orders", "ihk_");
    }
}

package org.intakehub.adapter.urbanmanagement;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.Challenge;
import org.intakehub.adapter.testkit.Confirmation;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.adapter.testkit.PollingContract;
import org.intakehub.adapter.testkit.Proof;
import org.intakehub.adapter.testkit.RequestingContract;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.adapter.testkit.TokenContract;
import org.intakehub.adapter.testkit.WebhookContract;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.TokenAdapter;

class UrbanManagementContractTest implements WebhookContract, PollingContract, RequestingContract, TokenContract {
    /** The base point of sm2p256v1 (GM/T 0003.5), a public key like any other. */
    private static final String PLATFORM_KEY = "0432C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"
            + "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0";

    private static final String TOKEN = "egova_openapi_token";

    @Override
    public UrbanManagementSettings settings() {
        return Sites.at(URI.create("https://platform.example.org/v22-api/"));
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                json("report.json").expect("F20261123000017", "井盖缺失"),
                json("redo.json").expect("F20261123000017|H2", "井盖盖上后仍松动，请重新处置。"),
                json("ruling.json").expect("REPLY_POSTPONE|F20261123000017|98b9344da17d86f9", "延期申请的批复：同意"),
                json("press.json").expect("PRESS|F20261123000017|c2a589266a884e75", "催办"),
                json("evaluate.json").expect("EVALUATE|F20261123000017|cd6250ca5b113e3b", "评价"),
                json("renamed.json").expect("SUPERVISE|F20261123000018|24cd41b2f94997fc", "督办"),
                json("unknown.json")
                        .expect(
                                "GET_REC_INFO|f0f13a5fe7fbaf80e0b551b21cad4adc1f77a699b0f5ec93428b730664e6fedb",
                                "GET_REC_INFO"),
                form("form-utf8.txt", "401").expect("T-2026-88", "示例河边有暴露垃圾，已有三天。"),
                form("form-gbk.txt", "128").expect("T-2026-89", "店外经营占道"));
    }

    private static Sample json(String file) {
        return Sample.of(file).header("content-type", "application/json");
    }

    private static Sample form(String file, String length) {
        return Sample.of(file)
                .header("content-type", "application/x-www-form-urlencoded")
                .header("content-length", length);
    }

    @Override
    public Request signed(Sample sample, Instant at) {
        var headers = new TreeMap<String, List<String>>();
        sample.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        var query = Map.of(TOKEN, List.of(Sites.PUSH_TOKEN.value()));
        return new Request(SOURCE, "POST", "openapi/v1/action", query, headers, sample.body(folder()), at);
    }

    @Override
    public Proof proof() {
        return new Proof(TOKEN, Set.of(), false);
    }

    @Override
    public Optional<Duration> timeWindow() {
        return Optional.empty();
    }

    @Override
    public Optional<Challenge> challenge() {
        return Optional.empty();
    }

    @Override
    public FarEnd farEnd() {
        return new Platform(12);
    }

    @Override
    public List<Answered> passingFaults() {
        return List.of(
                Answered.json(200, "{\"success\":false,\"code\":-500001,\"hasError\":true}"),
                Answered.json(200, "{\"success\":false,\"code\":-1,\"message\":\"\"}"),
                Answered.json(200, "{\"success\":true,\"code\":0,\"result\":{\"pageInfo\":{\"totalRecord\":3}}}"),
                Answered.empty(200));
    }

    @Override
    public List<Answered> finalRefusals() {
        return List.of(
                Answered.json(200, "{\"success\":false,\"code\":-400003}"),
                Answered.json(200, "{\"success\":false,\"code\":\"-400002\"}"));
    }

    @Override
    public String recipient() {
        return "F20261123000017";
    }

    @Override
    public Optional<Confirmation> confirmation() {
        return Optional.of(new Confirmation(
                Answered.json(200, "{\"success\":true,\"code\":0,\"result\":{\"recId\":\"R-1\"},\"hasError\":false}"),
                "R-1",
                List.of(Answered.json(200, "{\"success\":false,\"code\":-500002}"), Answered.empty(200)),
                List.of(
                        Answered.json(200, "{\"success\":false,\"code\":-1,\"message\":\"未找到合适处理人\"}"),
                        Answered.json(200, "{\"success\":false,\"code\":-400002}"))));
    }

    @Override
    public List<Answered> wayToToken() {
        return List.of(
                Answered.json(200, "{\"success\":true,\"code\":0,\"message\":\"" + PLATFORM_KEY + "\"}"),
                Answered.json(
                        200,
                        "{\"success\":true,\"code\":0,\"result\":{\"token\":{\"access_token\":\"token-4711-of-site\",\"expires_in\":1800}}}"));
    }

    @Override
    public TokenAdapter.Login.Granted granted() {
        return new TokenAdapter.Login.Granted(new Secret("token-4711-of-site"), NOW.plusSeconds(1800));
    }

    @Override
    public List<Call> callsInNeed() {
        var action = URI.create("https://platform.example.org/v22-api/openapi/v1/action");
        return List.of(new Call("POST", action, Map.of(), Payload.of("{}", StandardCharsets.UTF_8)));
    }

    @Override
    public Answered tokenAccepted() {
        return Answered.json(200, "{\"success\":true,\"code\":0,\"result\":{}}");
    }

    @Override
    public List<Answered> tokenRefusals() {
        return List.of(Answered.json(200, "{\"success\":false,\"code\":-400001}"), Answered.empty(401));
    }

    @Override
    public List<Answered> loginFaults() {
        return List.of(
                Answered.json(200, "{\"success\":false,\"code\":-500001}"),
                Answered.json(200, "{\"success\":true,\"code\":0,\"result\":{}}"));
    }

    @Override
    public List<Answered> loginRefusals() {
        return List.of(
                Answered.json(200, "{\"success\":false,\"code\":-400005}"),
                Answered.json(200, "{\"success\":false,\"code\":-400006}"));
    }
}

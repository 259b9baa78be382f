package org.intakehub.adapter.weibo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.Challenge;
import org.intakehub.adapter.testkit.Confirmation;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.adapter.testkit.PollingContract;
import org.intakehub.adapter.testkit.Proof;
import org.intakehub.adapter.testkit.ReplyingContract;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.adapter.testkit.TokenContract;
import org.intakehub.adapter.testkit.WebhookContract;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.TokenAdapter;

class WeiboContractTest implements WebhookContract, PollingContract, ReplyingContract, TokenContract {
    private static final String SENT = "9007199254740993|Mon Nov 23 15:59:00 +0800 2026|";

    @Override
    public WeiboSettings settings() {
        // a call a millisecond: the contract asks round after round
        return Platform.settings(86_400_000, 3);
    }

    @Override
    public List<Sample> samples() {
        var samples = new ArrayList<>(List.of(
                push("text", "东门桥头的路灯不亮了[怒]\n已经三天。\n{}", "东门桥头的路灯不亮了[怒]"),
                push("position", "我在这里\n{\"longitude\":\"117.866456\",\"latitude\":\"31.600123\"}", "我在这里"),
                push("image", "发了一张图片\n{\"vfid\":821804000001,\"tovfid\":821804000002}", "发了一张图片"),
                push("voice", "发了一段语音\n{\"vfid\":821804000003,\"tovfid\":821804000004}", "发了一段语音"),
                Sample.of("mention-status.json").expect("status|5173029384756102", "@城市发布 示例路口井盖缺失"),
                Sample.of("mention-comment.json").expect("comment|5173029384756103", "@城市发布 同问"),
                keyed("unknown-type.json", "hologram", "全息消息\n{\"hologram\":1}", "消息 hologram"),
                Sample.of("listed-status.json").expect("status|5173029384756200", "示例公园的长椅坏了 @城市发布"),
                Sample.of("listed-comment.json").expect("comment|5173029384756201", "我们小区也是这样 @城市发布"),
                Sample.of("listed-deleted.json").expect("status|5173029384756202", "抱歉，此微博已被作者删除。")));
        for (var subtype : List.of("follow", "unfollow", "subscribe", "unsubscribe")) {
            samples.add(event(subtype, ""));
        }
        for (var subtype : List.of("scan", "scan_follow")) {
            samples.add(event(subtype, ",\"key\":\"7\",\"ticket\":\"t-1\""));
        }
        for (var subtype : List.of("click", "view")) {
            samples.add(event(subtype, ",\"key\":\"MY_CASES\""));
        }
        return samples;
    }

    private static Sample push(String type, String hashed, String title) {
        return keyed(type + ".json", type, hashed, title);
    }

    private static Sample event(String subtype, String more) {
        return keyed(
                "event-" + subtype.replace('_', '-') + ".json",
                "event",
                "事件消息\n{\"subtype\":\"" + subtype + "\"" + more + "}",
                "事件 " + subtype);
    }

    private static Sample keyed(String file, String type, String hashed, String title) {
        var sha256 = Payload.of(hashed, StandardCharsets.UTF_8).sha256();
        return Sample.of(file).expect(SENT + type + "|" + sha256, title);
    }

    @Override
    public Request signed(Sample sample, Instant at) {
        return Platform.push(at, sample.body(folder()));
    }

    @Override
    public Proof proof() {
        return new Proof("signature", Set.of("timestamp", "nonce"), false);
    }

    @Override
    public Optional<Challenge> challenge() {
        return Optional.of(new Challenge(Platform.question(NOW, "7346372910"), "7346372910"));
    }

    @Override
    public FarEnd farEnd() {
        return new ListsInMemory();
    }

    @Override
    public List<Answered> passingFaults() {
        return List.of(
                error(200, "10009"),
                error(403, "10023"),
                error(403, "\"10022\""),
                error(403, "10024"),
                Answered.json(200, "{\"total_number\":0}"));
    }

    @Override
    public List<Answered> finalRefusals() {
        return List.of(error(200, "\"10014\""), error(403, "10004"), error(400, "21327"), error(200, "999999999"));
    }

    @Override
    public String recipient() {
        return "9007199254740993";
    }

    @Override
    public int mostBytes() {
        // 299 characters of at most twelve bytes in a form, and the rest of the form
        return 299 * 12 + 400;
    }

    @Override
    public Optional<Confirmation> confirmation() {
        return Optional.of(new Confirmation(
                Answered.json(200, "{\"result\":true,\"message_id\":9007199254740997}"),
                "9007199254740997",
                List.of(error(403, "10009"), error(403, "10023")),
                List.of(error(403, "10005"), error(400, "21332"), Answered.json(200, "{\"result\":false}"))));
    }

    @Override
    public List<Answered> wayToToken() {
        return List.of(Answered.json(200, "{\"uid\":1900000000007,\"expire_in\":86400}"));
    }

    @Override
    public TokenAdapter.Login.Granted granted() {
        return new TokenAdapter.Login.Granted(new Secret(Platform.TOKEN), NOW.plusSeconds(86_400));
    }

    @Override
    public List<Call> callsInNeed() {
        return List.of(
                Call.get(URI.create("https://api.weibo.com/2/statuses/mentions.json?since_id=1"), Map.of()),
                Call.get(URI.create("https://api.weibo.com/2/mss/msget?fid=1"), Map.of()),
                new Call(
                        "POST",
                        URI.create("https://api.weibo.com/2/messages/reply.json"),
                        Map.of(),
                        Payload.of("type=text", StandardCharsets.UTF_8)));
    }

    @Override
    public Answered tokenAccepted() {
        return error(403, "10014");
    }

    @Override
    public List<Answered> tokenRefusals() {
        return List.of(error(403, "21327"), error(400, "\"21332\""), error(400, "21314"));
    }

    @Override
    public List<Answered> loginFaults() {
        return List.of(error(403, "10009"), Answered.json(200, "{\"uid\":1}"));
    }

    @Override
    public List<Answered> loginRefusals() {
        return List.of(error(400, "21327"), error(403, "10004"), Answered.json(200, "{\"expire_in\":0}"));
    }

    private static Answered error(int status, String code) {
        return Answered.json(status, "{\"request\":\"/2\",\"error_code\":" + code + ",\"error\":\"said so\"}");
    }
}

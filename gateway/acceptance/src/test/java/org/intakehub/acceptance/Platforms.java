package org.intakehub.acceptance;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.intakehub.simulators.emergency.DutyRoom;
import org.intakehub.simulators.police.DispatchCentre;
import org.intakehub.simulators.superior.SuperiorPlatform;
import org.intakehub.simulators.urbanmanagement.UrbanPlatform;
import org.intakehub.simulators.wechat.WeChatPusher;
import org.intakehub.simulators.wechat.WeChatPusher.Mode;
import org.intakehub.simulators.wechat.WeChatPushes;
import org.intakehub.simulators.weibo.WeiboPusher;
import org.intakehub.simulators.weibo.WeiboWords;
import tools.jackson.databind.json.JsonMapper;

/** The far ends that hand matters over and are answered by a call. */
final class Platforms {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private Platforms() {}

    static List<Platform> all(ChannelTown town) {
        return List.of(
                new WeChat(town),
                new Weibo(town),
                new Police(town, town.ends().police()),
                new Emergency(town, town.ends().emergency()),
                new Urban(town, town.ends().urban()),
                new Superior("province", town.ends().province()),
                new Superior("hotline", town.ends().hotline()));
    }

    private static String now() {
        return TIME.format(Instant.now());
    }

    static String freshNumber() {
        return "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    private static void taken(boolean isTaken) {
        if (!isTaken) {
            throw new AssertionError("the hub did not take what was delivered");
        }
    }

    /** An order of a superior, under this number. */
    static void order(SuperiorPlatform platform, String number, Plea plea) {
        var data = JSON.writeValueAsString(Map.of(
                "orderNo",
                number,
                "xinDianOrderId",
                number,
                "callTel",
                "13900000003",
                "name",
                "验收市民",
                "orderAddr",
                plea.place(),
                "title",
                plea.title(),
                "callerContent",
                plea.text(),
                "isNameSecurity",
                "0"));
        platform.board().announce("REPORT_NOTICE", data);
    }

    private record WeChat(ChannelTown town) implements Platform {
        private WeChatPusher pusher() {
            return new WeChatPusher(
                    URI.create(town.channel("wechat") + "webhook"), town.ends().wechatAccount(), Clock.systemUTC());
        }

        @Override
        public String source() {
            return "wechat";
        }

        @Override
        public Delivery says(Plea plea) {
            var openId = "o-" + plea.mark();
            town.ends().wechat().hears(openId);
            var xml = new WeChatPushes(town.ends().wechatAccount(), Clock.systemUTC()).text(openId, plea.text());
            return () -> taken(pusher().push(xml, Mode.ENCRYPTED).isTaken());
        }

        @Override
        public Delivery garbles() {
            return () -> pusher().push("<xml><ToUserName>", Mode.PLAIN);
        }

        @Override
        public void fallsOver() {
            town.ends().wechat().failNext(-1);
        }

        @Override
        public boolean heard(String words) {
            return town.ends().wechat().sent().stream()
                    .anyMatch(sent -> sent.json().contains(words));
        }

        @Override
        public String toString() {
            return source();
        }
    }

    private record Weibo(ChannelTown town) implements Platform {
        private WeiboPusher pusher() {
            return new WeiboPusher(
                    URI.create(town.channel("weibo") + "webhook"), town.ends().weiboAccount(), Clock.systemUTC());
        }

        @Override
        public String source() {
            return "weibo";
        }

        @Override
        public Delivery says(Plea plea) {
            var sender = ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L);
            var json = new WeiboWords(town.ends().weiboAccount(), Clock.systemUTC()).text(sender, plea.text());
            return () -> taken(pusher().push(json).status() == 200);
        }

        @Override
        public Delivery garbles() {
            return () -> pusher().push("{\"type\":");
        }

        @Override
        public void fallsOver() {
            town.ends().weibo().failNext("10009");
        }

        @Override
        public boolean heard(String words) {
            return town.ends().weibo().sent().stream()
                    .anyMatch(sent -> sent.text().contains(words));
        }

        @Override
        public String toString() {
            return source();
        }
    }

    private record Police(ChannelTown town, DispatchCentre centre) implements Platform {
        @Override
        public String source() {
            return "police";
        }

        @Override
        public Delivery says(Plea plea) {
            var order = Map.of(
                    "JJDBH", freshNumber(),
                    "BJSJ", now(),
                    "LXDH", "13900000002",
                    "BJDZ", plea.place(),
                    "BJNR", plea.text(),
                    "JQLBDM", "40000",
                    "SFBM", "0");
            return () -> taken(centre.push(URI.create(town.channel("police")), "pushJjd", order));
        }

        @Override
        public Delivery garbles() {
            return () -> centre.push(URI.create(town.channel("police")), "pushJjd", Map.of("BJNR", "没有编号"));
        }

        @Override
        public void fallsOver() {
            centre.answerNext(503, "");
        }

        @Override
        public boolean heard(String words) {
            return centre.heard().stream().anyMatch(fields -> fields.containsValue(words));
        }

        @Override
        public String toString() {
            return source();
        }
    }

    private record Emergency(ChannelTown town, DutyRoom room) implements Platform {
        private void handOver(Map<String, String> event) throws Exception {
            var status = room.handOver(URI.create(town.channel("emergency") + "webhook"), event);
            taken(status >= 200 && status < 300);
        }

        @Override
        public String source() {
            return "emergency";
        }

        @Override
        public Delivery says(Plea plea) {
            var event = Map.of(
                    "eventId", freshNumber(),
                    "eventTitle", plea.title(),
                    "bjr", "验收市民",
                    "bjTel", "13900000011",
                    "eventRank", "三级",
                    "bjnr", plea.text(),
                    "sfbm", "0");
            return () -> handOver(event);
        }

        @Override
        public Delivery garbles() {
            return () -> handOver(Map.of("bjnr", "没有编号"));
        }

        @Override
        public void fallsOver() {
            room.answerNext(503, "");
        }

        @Override
        public boolean heard(String words) {
            return room.heard().stream().anyMatch(state -> words.equals(state.get("text")));
        }

        @Override
        public String toString() {
            return source();
        }
    }

    private record Urban(ChannelTown town, UrbanPlatform platform) implements Platform {
        private void push(String body) throws Exception {
            var address = URI.create(town.channel("urban") + "openapi/v1/action");
            var answer = platform.push(address, town.ends().key(), "application/json", body);
            taken(answer.statusCode() == 200);
        }

        @Override
        public String source() {
            return "urban";
        }

        @Override
        public Delivery says(Plea plea) {
            var body = JSON.writeValueAsString(Map.of(
                    "action",
                    "REPORT",
                    "senderCode",
                    "SITE",
                    "uid",
                    UUID.randomUUID().toString(),
                    "data",
                    Map.of(
                            "caseId", freshNumber(),
                            "registerTime", now(),
                            "title", plea.title(),
                            "eventDesc", plea.text(),
                            "eventSrcName", "12345热线",
                            "address", plea.place(),
                            "reporterPublicFlag", 1)));
            return () -> push(body);
        }

        @Override
        public Delivery garbles() {
            return () -> push("{\"action\":\"REPORT\",\"data\":");
        }

        @Override
        public void fallsOver() {
            platform.failNext(1);
        }

        @Override
        public boolean heard(String words) {
            return platform.told().stream()
                    .anyMatch(call -> call.path("data")
                            .path("disposeOpinion")
                            .asString("")
                            .equals(words));
        }

        @Override
        public String toString() {
            return source();
        }
    }

    private record Superior(String source, SuperiorPlatform platform) implements Platform {
        @Override
        public Delivery says(Plea plea) {
            var number = freshNumber();
            return () -> order(platform, number, plea);
        }

        @Override
        public Delivery garbles() {
            return () -> platform.board().announce("REPORT_NOTICE", "{\"orderNo\":");
        }

        @Override
        public void fallsOver() {
            platform.board().failNext(2);
        }

        @Override
        public boolean heard(String words) {
            return platform.board().told().stream()
                    .anyMatch(call -> call.path("data")
                            .path("disposeOpinion")
                            .asString("")
                            .equals(words));
        }

        @Override
        public String toString() {
            return source;
        }
    }
}

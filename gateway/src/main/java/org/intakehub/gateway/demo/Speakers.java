package org.intakehub.gateway.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.intakehub.simulators.FarEnds;
import org.intakehub.simulators.Matter;
import org.intakehub.simulators.open311.CitizenApp;
import org.intakehub.simulators.superior.SuperiorPlatform;
import org.intakehub.simulators.wechat.WeChatPusher;
import org.intakehub.simulators.wechat.WeChatPusher.Mode;
import org.intakehub.simulators.wechat.WeChatPushes;
import org.intakehub.simulators.weibo.WeiboPusher;
import org.intakehub.simulators.weibo.WeiboWords;
import tools.jackson.databind.json.JsonMapper;

/** Lets a citizen speak on each channel, through its platform. */
public final class Speakers {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long FIRST_USER = 5_000_000_000L;

    private final URI hub;
    private final FarEnds ends;
    private final Clock clock;
    private final DateTimeFormatter time;

    /** @param hub below which every source is called */
    public Speakers(URI hub, FarEnds ends, Clock clock) {
        this.hub = hub;
        this.ends = ends;
        this.clock = clock;
        time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    }

    /** One channel. */
    public interface Speaker {
        /**
         * Brings the matter to the hub.
         *
         * @param number names the citizen and the matter
         */
        void say(Matter matter, int number) throws IOException, InterruptedException;
    }

    public List<Speaker> all() {
        return List.of(
                this::onWeChat,
                this::inUrbanManagement,
                this::onWeibo,
                this::toThePolice,
                this::inTheApp,
                (matter, number) -> order(ends.province(), matter, number),
                (matter, number) -> ends.board().post(ends.forum(), matter, clock.instant()),
                this::byTelephone,
                (matter, number) -> ends.site().publish(matter, clock.instant()),
                (matter, number) -> order(ends.hotline(), matter, number),
                this::toTheDutyRoom);
    }

    private static String words(Matter matter) {
        return matter.title() + "。" + matter.text() + "地点：" + matter.address() + "。";
    }

    private String now() {
        return time.format(clock.instant());
    }

    /** Unlike the numbers of an earlier start. */
    private String number(String prefix, int number) {
        return prefix + clock.millis() + "-" + number;
    }

    private void onWeChat(Matter matter, int number) throws IOException, InterruptedException {
        var account = ends.wechatAccount();
        var openId = number("o-demo-", number);
        ends.wechat().hears(openId);
        new WeChatPusher(hub.resolve("wechat/webhook"), account, clock)
                .push(new WeChatPushes(account, clock).text(openId, words(matter)), Mode.ENCRYPTED);
    }

    private void onWeibo(Matter matter, int number) throws IOException, InterruptedException {
        var account = ends.weiboAccount();
        new WeiboPusher(hub.resolve("weibo/webhook"), account, clock)
                .push(new WeiboWords(account, clock).text(FIRST_USER + number, words(matter)));
    }

    private void inUrbanManagement(Matter matter, int number) throws IOException, InterruptedException {
        var report = Map.of(
                "caseId", number("F", number),
                "registerTime", now(),
                "title", matter.title(),
                "eventDesc", matter.text(),
                "address", matter.address(),
                "reporterName", matter.resident().name(),
                "contact", matter.resident().phone(),
                "reporterPublicFlag", 1);
        var body = JSON.writeValueAsString(
                Map.of("action", "REPORT", "senderCode", "SITE", "uid", number("u", number), "data", report));
        ends.urban().push(hub.resolve("urban/openapi/v1/action"), ends.key(), "application/json", body);
    }

    private void toThePolice(Matter matter, int number) throws IOException, InterruptedException {
        var order = Map.of(
                "JJDBH", number("110", number),
                "BJSJ", now(),
                "BJDHYHM", matter.resident().name(),
                "LXDH", matter.resident().phone(),
                "BJDZ", matter.address(),
                "BJNR", matter.text(),
                "JQLBDM", "40000",
                "Title", "求助-" + matter.title(),
                "SFBM", "0");
        ends.police().push(hub.resolve("police/"), "pushJjd", order);
    }

    private void inTheApp(Matter matter, int number) throws IOException, InterruptedException {
        new CitizenApp(hub.resolve("app/"), ends.key())
                .report(
                        number % 2 == 0 ? "json" : "xml",
                        Map.of(
                                "service_code", "OTHER",
                                "description", words(matter),
                                "address_string", matter.address(),
                                "phone", matter.resident().phone()));
    }

    private void order(SuperiorPlatform platform, Matter matter, int number) {
        var order = Map.of(
                "orderNo", number("S", number),
                "callTel", matter.resident().phone(),
                "name", matter.resident().name(),
                "orderAddr", matter.address(),
                "title", matter.title(),
                "callerContent", matter.text(),
                "isNameSecurity", "0",
                "createTime", now());
        platform.board().announce("REPORT_NOTICE", JSON.writeValueAsString(order));
    }

    private void byTelephone(Matter matter, int number) throws IOException, InterruptedException {
        ends.telephone()
                .tell(
                        hub.resolve("telephone/webhook"),
                        Map.of(
                                "callId", number("c", number),
                                "ani", matter.resident().phone(),
                                "dnis", "82391580",
                                "event", "MISSED",
                                "ts", now()));
    }

    private void toTheDutyRoom(Matter matter, int number) throws IOException, InterruptedException {
        ends.emergency()
                .handOver(
                        hub.resolve("emergency/webhook"),
                        Map.of(
                                "eventId", number("YJ", number),
                                "eventTitle", matter.title(),
                                "bjr", matter.resident().name(),
                                "bjTel", matter.resident().phone(),
                                "eventRank", "三级",
                                "bjnr", words(matter),
                                "eventTime", now(),
                                "sfbm", "0"));
    }
}

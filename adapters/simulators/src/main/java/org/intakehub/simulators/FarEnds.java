package org.intakehub.simulators;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.Secret;
import org.intakehub.simulators.emergency.DutyRoom;
import org.intakehub.simulators.peopledaily.LeaderBoard;
import org.intakehub.simulators.police.DispatchCentre;
import org.intakehub.simulators.superior.SuperiorPlatform;
import org.intakehub.simulators.telephone.Exchange;
import org.intakehub.simulators.urbanmanagement.UrbanPlatform;
import org.intakehub.simulators.website.CityWebsite;
import org.intakehub.simulators.wechat.WeChatAccount;
import org.intakehub.simulators.wechat.WeChatApi;
import org.intakehub.simulators.weibo.WeiboAccount;
import org.intakehub.simulators.weibo.WeiboApi;

/** All platforms that a city has to do with, but for the mailbox and the partners, each on a free port of loopback. */
public final class FarEnds implements AutoCloseable {
    private static final String FORUM = "1008";
    private static final String APP_CODE = "PC0000000000aa";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final Secret key = Signing.newSecret();
    private final Secret hubsKey = Signing.newSecret();
    private final WeChatAccount wechatAccount = WeChatAccount.invented();
    private final WeiboAccount weiboAccount = WeiboAccount.invented();
    private final WeChatApi wechat;
    private final WeiboApi weibo;
    private final DispatchCentre police;
    private final DutyRoom emergency;
    private final Exchange telephone;
    private final UrbanPlatform urban;
    private final SuperiorPlatform province;
    private final SuperiorPlatform hotline;
    private final LeaderBoard board;
    private final CityWebsite site;

    private FarEnds(Clock clock) throws IOException {
        wechat = opened(WeChatApi.start(wechatAccount, clock));
        weibo = opened(WeiboApi.start(weiboAccount));
        police = opened(DispatchCentre.start(key, hubsKey, clock));
        emergency = opened(DutyRoom.start(key, hubsKey, clock));
        telephone = opened(Exchange.start(key));
        urban = opened(UrbanPlatform.start("city", hubsKey));
        province = opened(SuperiorPlatform.withHmacSm3("city", hubsKey, clock));
        hotline = opened(SuperiorPlatform.withApiKey(hubsKey));
        board = opened(LeaderBoard.start(APP_CODE, ""));
        site = opened(CityWebsite.start());
        social();
        dispatchers();
        platforms();
        pages(clock);
    }

    /** Starts them all. */
    public static FarEnds start(Clock clock) throws IOException {
        return new FarEnds(clock);
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.push(one);
        return one;
    }

    private void set(String source, String setting, Object value) {
        settings.put("intake.sources." + source + "." + setting, value.toString());
    }

    private void social() {
        set("wechat", "channel", "wechat");
        set("wechat", "app-id", wechatAccount.appId());
        set("wechat", "app-secret", wechatAccount.appSecret().value());
        set("wechat", "token", wechatAccount.token().value());
        set("wechat", "encoding-aes-key", wechatAccount.encodingAesKey().value());
        set("wechat", "accept-plain", true);
        set("wechat", "api-base", wechat.address());
        set("weibo", "channel", "weibo");
        set("weibo", "app-secret", weiboAccount.appSecret().value());
        set("weibo", "access-token", weiboAccount.accessToken().value());
        set("weibo", "api-base", weibo.address());
        set("weibo", "poll-every", "10m");
    }

    private void dispatchers() {
        set("police", "channel", "police-110");
        set("police", "signing-keys[0]", key.value());
        set("police", "confirmation", police.base().resolve("confirm"));
        set("police", "result", police.base().resolve("result"));
        set("police", "hand-over", police.base().resolve("take-over"));
        set("police", "own-key", hubsKey.value());
        set("emergency", "channel", "emergency-office");
        set("emergency", "signing-keys[0]", key.value());
        set("emergency", "state", emergency.states());
        set("emergency", "own-key", hubsKey.value());
        set("telephone", "channel", "telephone");
        set("telephone", "keys[0]", key.value());
        set("app", "channel", "open311");
        set("app", "api-keys[0]", key.value());
        set("app", "services[0].code", "LAMP");
        set("app", "services[0].name", "路灯不亮");
        set("app", "services[1].code", "OTHER");
        set("app", "services[1].name", "其他");
    }

    private void platforms() {
        set("urban", "channel", "urban-management");
        set("urban", "push-tokens[0]", key.value());
        set("urban", "base-url", urban.base());
        set("urban", "client-id", "city");
        set("urban", "client-secret", hubsKey.value());
        set("urban", "sender-code", "CITY");
        set("urban", "reference-system", "WGS84");
        set("urban", "poll-every", "2s");
        set("province", "channel", "governor-mailbox");
        set("province", "signing.kind", "hmac-sm3");
        set("province", "signing.app-id", "city");
        set("hotline", "channel", "superior-hotline");
        set("hotline", "signing.kind", "api-key");
        Map.of("province", province, "hotline", hotline).forEach((source, platform) -> {
            set(source, "signing.key", hubsKey.value());
            set(source, "exchange.base-url", platform.base());
            set(source, "exchange.sender-code", "CITY");
            set(source, "poll-every", "2s");
        });
    }

    private void pages(Clock clock) {
        var yesterday =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")).minusDays(1);
        set("board", "channel", "people-daily");
        set("board", "url", board.url());
        set("board", "app-code", APP_CODE);
        set("board", "forums[0]", FORUM);
        set("board", "since", yesterday);
        set("site", "channel", "government-website");
        set("site", "url", site.url());
        set("site", "profile", "trs");
        set("site", "trs.site-id", "151");
        set("site", "trs.app-id", "22");
        set("site", "since", yesterday);
        for (var source : new String[] {"board", "site"}) {
            set(source, "pace", "200ms");
            set(source, "poll-every", "2s");
        }
    }

    /** What switches their channels on, as properties of the hub. */
    public Map<String, String> settings() {
        return Collections.unmodifiableMap(settings);
    }

    /** What the far ends show and sign with when they call the hub. */
    public Secret key() {
        return key;
    }

    public WeChatAccount wechatAccount() {
        return wechatAccount;
    }

    public WeiboAccount weiboAccount() {
        return weiboAccount;
    }

    public WeChatApi wechat() {
        return wechat;
    }

    public WeiboApi weibo() {
        return weibo;
    }

    public DispatchCentre police() {
        return police;
    }

    public DutyRoom emergency() {
        return emergency;
    }

    public Exchange telephone() {
        return telephone;
    }

    public UrbanPlatform urban() {
        return urban;
    }

    public SuperiorPlatform province() {
        return province;
    }

    public SuperiorPlatform hotline() {
        return hotline;
    }

    public LeaderBoard board() {
        return board;
    }

    /** The forum of the board that the hub reads. */
    public String forum() {
        return FORUM;
    }

    public CityWebsite site() {
        return site;
    }

    @Override
    public void close() {
        for (var one : open) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException(
                        "a far end does not stop: " + e.getClass().getSimpleName(), e);
            }
        }
    }
}

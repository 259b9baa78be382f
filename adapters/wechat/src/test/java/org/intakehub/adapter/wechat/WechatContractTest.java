package org.intakehub.adapter.wechat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.Challenge;
import org.intakehub.adapter.testkit.Confirmation;
import org.intakehub.adapter.testkit.Proof;
import org.intakehub.adapter.testkit.ReplyingContract;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.adapter.testkit.TokenContract;
import org.intakehub.adapter.testkit.WebhookContract;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.TokenAdapter;

/** Pushes in the open, and the API. */
class WechatContractTest implements WebhookContract, ReplyingContract, TokenContract {
    @Override
    public WechatSettings settings() {
        return Platform.plain();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                message("text.xml", 1, "东门桥头的路灯不亮了。"),
                message("image.xml", 2, "图片消息"),
                message("voice.xml", 3, "楼下一直在施工。"),
                message("video.xml", 4, "视频消息"),
                message("shortvideo.xml", 5, "小视频消息"),
                message("location.xml", 6, "示例路口 东侧"),
                message("link.xml", 7, "井盖丢失的照片"),
                message("miniprogrampage.xml", 8, "随手拍"),
                message("unknown-type.xml", 9, "消息 hologram"),
                event("event-subscribe.xml", "subscribe|qrscene_7", "事件 subscribe"),
                event("event-unsubscribe.xml", "unsubscribe|", "事件 unsubscribe"),
                event("event-scan.xml", "SCAN|7", "事件 SCAN"),
                event("event-location.xml", "LOCATION|", "事件 LOCATION"),
                event("event-click.xml", "CLICK|MY_CASES", "事件 CLICK"),
                event("event-view.xml", "VIEW|https://pages.example.org/", "事件 VIEW"),
                event("event-pictures.xml", "pic_weixin|6", "事件 pic_weixin"),
                event("event-template-sent.xml", "TEMPLATESENDJOBFINISH|", "事件 TEMPLATESENDJOBFINISH"),
                Sample.of("text.json").expect("23456789012345680|o-citizen_8|1764000001", "小程序里看不到办理进度"),
                Sample.of("event.json")
                        .expect("1764000002|o-citizen_8|subscribe_msg_popup_event|", "事件 subscribe_msg_popup_event"));
    }

    private static Sample message(String file, int id, String title) {
        return Sample.of(file).expect("2345678901234567" + id + "|o-citizen_7|1764000000", title);
    }

    private static Sample event(String file, String key, String title) {
        return Sample.of(file).expect("1764000000|o-citizen_7|" + key, title);
    }

    @Override
    public Request signed(Sample sample, Instant at) {
        return Platform.push(at, sample.body(folder()));
    }

    @Override
    public Proof proof() {
        // the platform signs no body in the open; see WechatEncryptedContractTest
        return new Proof("signature", Set.of("timestamp", "nonce"), false);
    }

    @Override
    public Optional<Challenge> challenge() {
        return Optional.of(new Challenge(Platform.question(NOW, "7346372910882736451"), "7346372910882736451"));
    }

    @Override
    public String recipient() {
        return "o-citizen_7";
    }

    @Override
    public int mostBytes() {
        // a line break of the text takes two bytes in JSON
        return 2 * 2048 + 200;
    }

    @Override
    public Optional<Confirmation> confirmation() {
        return Optional.of(new Confirmation(
                errcode(0),
                "",
                List.of(errcode(-1), errcode(45009), errcode(45011), errcode(42001), Answered.json(200, "{}")),
                List.of(
                        errcode(40003),
                        errcode(43004),
                        errcode(45015),
                        errcode(45047),
                        errcode(48001),
                        errcode(99999))));
    }

    @Override
    public List<Answered> wayToToken() {
        return List.of(Answered.json(200, "{\"access_token\":\"token-_4711 \\/x\",\"expires_in\":7200}"));
    }

    @Override
    public TokenAdapter.Login.Granted granted() {
        return new TokenAdapter.Login.Granted(new Secret("token-_4711 /x"), NOW.plusSeconds(7200));
    }

    @Override
    public List<Call> callsInNeed() {
        return List.of(
                Call.get(URI.create("https://api.weixin.qq.com/cgi-bin/media/get?media_id=m-1"), Map.of()),
                Call.get(URI.create("https://api.weixin.qq.com/cgi-bin/message/custom/send"), Map.of()));
    }

    @Override
    public Answered tokenAccepted() {
        return errcode(45015);
    }

    @Override
    public List<Answered> tokenRefusals() {
        return List.of(errcode(40001), errcode(40014), errcode(42001));
    }

    @Override
    public List<Answered> loginFaults() {
        return List.of(errcode(-1), errcode(45009), errcode(45011), Answered.json(200, "{\"access_token\":\"\"}"));
    }

    @Override
    public List<Answered> loginRefusals() {
        return List.of(errcode(40001), errcode(40013), errcode(40125), errcode(40164));
    }

    private static Answered errcode(int code) {
        return Answered.json(200, "{\"errcode\":" + code + ",\"errmsg\":\"said so\"}");
    }
}

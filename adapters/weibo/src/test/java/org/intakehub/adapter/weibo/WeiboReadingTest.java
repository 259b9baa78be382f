package org.intakehub.adapter.weibo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.Coordinates.ReferenceSystem;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeiboReadingTest {
    private static final String HEAD =
            "\"receiver_id\":1,\"sender_id\":9007199254740993," + "\"created_at\":\"Thu Jun 05 10:12:33 +0800 2025\",";

    private final Weibo weibo = new Weibo(Platform.SOURCE, Platform.settings(96, 200), Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
        "xyz123xyz, 1397022061823, 57155157, 90e4c22c90a58f26526c2dd5b6c56c8822edeaa1",
        "demo, 1639017506000, 57155157, 233dae8d74f45a1ad1f5671a974c485ccd1ac3c5"
    })
    void recomputesThePublishedSignatures(String secret, String time, String nonce, String signature) {
        assertThat(Proofs.sha1(secret, time, nonce)).isEqualTo(signature);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1763884800", "1763884800000"})
    void readsTheTimeOfAProofInSecondsAndInMilliseconds(String time) {
        var query = Map.of("timestamp", time, "nonce", "n", "signature", Platform.sign(Platform.SECRET, time, "n"));
        var at = Instant.ofEpochSecond(1_763_884_800);
        var outcome = weibo.receive(Platform.request("POST", query, bytes("{}"), at));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(((Outcome.Accepted) outcome)
                        .acknowledgement()
                        .orElseThrow()
                        .body()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void readsWhoSaidWhatWhenWithExactIds() {
        var message = read("{\"type\":\"text\"," + HEAD + "\"text\":\"路灯不亮\\r\\n三天\",\"data\":{}}");
        assertThat(message.citizen().handle()).contains("9007199254740993");
        assertThat(message.occurredAt()).contains(Instant.parse("2025-06-05T02:12:33Z"));
        assertThat(message.text()).isEqualTo("路灯不亮\n三天");
        assertThat(message.threading().conversation()).isPresent();
        assertThat(message.externalId()).isEmpty();
        assertThat(message.extras()).isEqualTo(Map.of("type", "text", "receiver_id", "1"));
    }

    @Test
    void knowsAMentionByItsIdOnEitherWay() {
        var pushed = read("{\"type\":\"mention\"," + HEAD
                + "\"text\":\"@城市服务 井盖\",\"data\":{\"subtype\":\"status\",\"key\":\"5173029384756102\"}}");
        var listed = read("{\"id\":5173029384756102,\"text\":\"@城市服务 井盖\",\"user\":{\"id\":9007199254740993}}");
        assertThat(listed.key()).isEqualTo(pushed.key());
        assertThat(pushed.externalId()).contains("5173029384756102");
        assertThat(pushed.externalUrl()).contains(URI.create("https://weibo.com/detail/5173029384756102"));
    }

    @Test
    void linksTheFileThatTheReceiverMaySee() {
        var message = read("{\"type\":\"image\"," + HEAD + "\"text\":\"图\",\"data\":{\"vfid\":1,\"tovfid\":2}}");
        assertThat(message.attachments())
                .containsExactly(new Attachment.Linked(
                        "图片.jpg", "image/jpeg", URI.create("https://api.weibo.com/2/mss/msget?fid=2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"longitude\":\"117.5\",\"latitude\":\"31.5\"}", "{\"longitude\":117.5,\"latitude\":31.5}"})
    void readsAPosition(String data) {
        var message = read("{\"type\":\"position\"," + HEAD + "\"text\":\"\",\"data\":" + data + "}");
        assertThat(message.place().coordinates()).contains(new Coordinates(117.5, 31.5, ReferenceSystem.GCJ02));
        assertThat(message.title()).isEqualTo("位置");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"event\"," + HEAD + "\"text\":\"x\",\"data\":{\"subtype\":\"follow\"}}",
                "{\"type\":\"hologram\"," + HEAD + "\"text\":\"x\",\"data\":{}}",
                "{\"type\":\"text\",\"text\":\"x\"}",
                "{\"id\":1,\"deleted\":\"1\",\"text\":\"x\"}"
            })
    void parksWhatIsNoCitizensMatter(String body) {
        assertThat(read(body).automaticReason()).isPresent();
    }

    @Test
    void readsAListedStatusWithPicturesPlaceAndWhatItForwards() {
        var message = read("{\"id\":7,\"text\":\"转发\",\"created_at\":\"soon\",\"isLongText\":true,"
                + "\"user\":{\"id\":8,\"screen_name\":\"居民\",\"gender\":\"m\"},\"geo\":{\"coordinates\":[31.5,117.5]},"
                + "\"pic_urls\":[{\"thumbnail_pic\":\"https://p.example.org/thumbnail/a.jpg\"},{\"thumbnail_pic\":\"::\"}],"
                + "\"retweeted_status\":{\"text\":\"原文\"}}");
        assertThat(message.citizen().name()).contains("居民");
        assertThat(message.citizen().gender()).contains("男");
        assertThat(message.place().coordinates()).contains(new Coordinates(117.5, 31.5, ReferenceSystem.GCJ02));
        assertThat(message.attachments())
                .containsExactly(
                        new Attachment.Linked("图片.jpg", "image/jpeg", URI.create("https://p.example.org/large/a.jpg")));
        assertThat(message.foldedText()).isEqualTo("原文");
        assertThat(message.notes()).hasSize(2);
        assertThat(message.extras()).containsEntry("created_at", "soon");
    }

    @Test
    void readsAListedCommentWithWhatItStandsUnder() {
        var message = read("{\"id\":9,\"text\":\"同问\",\"user\":{\"id\":8},\"status\":{\"id\":7,\"text\":\"停水通知\"}}");
        assertThat(message.key().value()).isEqualTo("comment|9");
        assertThat(message.foldedText()).isEqualTo("停水通知");
        assertThat(message.externalUrl()).contains(URI.create("https://weibo.com/detail/7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "{}", "{\"user\":{}}", "{\"type\":\"text\",\"type\":\"event\"}", "{\"type\":7", "\"x\""})
    void quarantinesWhatNoPlatformPushes(String body) {
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> read(body))
                .withNoCause();
    }

    @Test
    void tellsRedeliveriesFromRepeatedMessages() {
        var first = read("{\"type\":\"text\"," + HEAD + "\"text\":\"路灯\",\"data\":{}}");
        assertThat(read("{\"type\":\"text\"," + HEAD + "\"text\":\"路灯\",\"data\":{}}")
                        .key())
                .isEqualTo(first.key());
        assertThat(Optional.of(read("{\"type\":\"text\"," + HEAD + "\"text\":\"井盖\",\"data\":{}}")
                        .key()))
                .isNotEqualTo(Optional.of(first.key()));
    }

    private IntakeMessage read(String body) {
        var raw = new RawMessage(
                Weibo.CHANNEL, Platform.SOURCE, "d", Platform.NOW, Map.of(), bytes(body), SignatureStatus.VERIFIED);
        return weibo.normalise(raw).get(0);
    }

    private static Payload bytes(String text) {
        return Payload.of(text, StandardCharsets.UTF_8);
    }
}

package org.intakehub.adapter.governormailbox;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.Confirmation;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.adapter.testkit.FileContract;
import org.intakehub.adapter.testkit.PollingContract;
import org.intakehub.adapter.testkit.RequestingContract;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.core.channel.Secret;
import org.intakehub.exchange.cipher.Signing;
import org.intakehub.exchange.order.Exchange;

class GovernorMailboxContractTest implements FileContract, PollingContract, RequestingContract {
    @Override
    public GovernorMailboxSettings settings() {
        return at(
                URI.create("https://superior.example.org/"),
                new Signing(Signing.Kind.HMAC_SM3, "city", new Secret("key-of-the-city"), null, null, "X-"));
    }

    static GovernorMailboxSettings at(URI base, Signing signing) {
        var notices = List.of("REPORT_NOTICE", "REPLY_POSTPONE_NOTICE");
        var exchange = new Exchange(base, "openapi/v1/action", "CITY", Map.of(), notices, 5, Map.of());
        return new GovernorMailboxSettings(exchange, signing, Map.of(), Map.of(), Map.of());
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                file("orders.xlsx", "省长信箱 11 月.xlsx")
                        .expect("SZ20261120001|2026-11-20T02:30:00Z", "小区停车难")
                        .expect("SZ20261120002|2026-11-20T03:00:00Z", "示例街路灯不亮已有一周。"),
                file("orders.csv", "orders.csv")
                        .expect("SN-1|2026-11-20T02:30:00Z", "工地夜间施工，")
                        .expect("00981|2026-11-20T03:05:00Z", "希望增设公交站。"),
                file("order.doc", "来信.DOC").expect("SZ20261120009|2026-11-20T04:00:00Z", "河道淤积"),
                notice("report-notice.json", "REPORT_NOTICE").expect("SZ20261120010|2026-11-20T05:00:00Z", "噪声扰民"),
                notice("ruling-notice.json", "REPLY_POSTPONE_NOTICE").expect("notice|P2", "延期申请的批复：同意"));
    }

    private static Sample file(String file, String name) {
        return Sample.of(file).header("file-name", name);
    }

    private static Sample notice(String file, String name) {
        return Sample.of(file).header("notice-name", name);
    }

    // CSV and HTML have no end that could be missing
    @Override
    public boolean readsDamagedBytes() {
        return true;
    }

    @Override
    public FarEnd farEnd() {
        return new Superior(12);
    }

    @Override
    public List<Answered> passingFaults() {
        return List.of(Answered.json(200, "{\"success\":false,\"code\":-500001}"), Answered.empty(200));
    }

    @Override
    public List<Answered> finalRefusals() {
        return List.of(Answered.json(200, "{\"success\":false,\"code\":-400003}"));
    }

    @Override
    public String recipient() {
        return "SZ20261120010";
    }

    @Override
    public Optional<Confirmation> confirmation() {
        return Optional.of(new Confirmation(
                Answered.json(200, "{\"success\":true,\"code\":0,\"result\":{\"recId\":\"S-1\"}}"),
                "S-1",
                List.of(Answered.json(200, "{\"success\":false,\"code\":-500002}")),
                List.of(Answered.json(200, "{\"success\":false,\"code\":-1}"))));
    }
}

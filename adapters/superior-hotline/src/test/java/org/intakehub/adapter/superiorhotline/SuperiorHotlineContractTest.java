package org.intakehub.adapter.superiorhotline;

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

class SuperiorHotlineContractTest implements FileContract, PollingContract, RequestingContract {
    @Override
    public SuperiorHotlineSettings settings() {
        return at(
                URI.create("https://superior.example.org/"),
                new Signing(Signing.Kind.HMAC_SM3, "city", new Secret("key-of-the-city"), null, null, "X-"));
    }

    static SuperiorHotlineSettings at(URI base, Signing signing) {
        var notices = List.of("REPORT_NOTICE", "REPLY_POSTPONE_NOTICE");
        var exchange = new Exchange(base, "openapi/v1/action", "CITY", Map.of(), notices, 5, Map.of());
        return new SuperiorHotlineSettings(
                exchange, signing, Map.of(), Map.of("1", "来电", "12", "省12345"), Map.of("2", "求助", "4", "投诉"));
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                file("items.xlsx", "items.xlsx").expect("RX-1|2026-11-20T02:30:00Z", "井盖破损"),
                file("items.csv", "items.csv").expect("RX-2|2026-11-20T00:00:00Z", "示例小区停水。"),
                file("item.doc", "item.doc").expect("RX-3", "示例广场积水"),
                notice("report-notice.json", "REPORT_NOTICE").expect("RX-4", "示例路3号门前积水。"));
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

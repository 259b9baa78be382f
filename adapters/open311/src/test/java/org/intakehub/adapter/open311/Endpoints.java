package org.intakehub.adapter.open311;

import java.net.URI;
import java.util.List;
import org.intakehub.adapter.open311.Open311Settings.Attribute;
import org.intakehub.adapter.open311.Open311Settings.Choice;
import org.intakehub.adapter.open311.Open311Settings.Discovery;
import org.intakehub.adapter.open311.Open311Settings.Service;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/** Settings of an endpoint as the tests need them. */
final class Endpoints {
    static final Secret KEY = new Secret("a-key-of-an-application");

    private static final List<Attribute> QUESTIONS = List.of(
            new Attribute("POLE", "灯杆编号", "string", true, List.of()),
            new Attribute(
                    "COLOUR", "颜色", "multivaluelist", false, List.of(new Choice("w", "白 & 亮"), new Choice("y", "黄"))));

    private Endpoints() {}

    static Open311Settings city() {
        return settings(
                List.of(KEY),
                "city.example.org",
                List.of(
                        new Service("040101", "路灯不亮", "不亮、<闪烁>", "照明", List.of("路灯", "照明"), QUESTIONS),
                        plain("010203", "垃圾")),
                true);
    }

    @SuppressWarnings("NullAway") // the binder leaves out what is not set
    static Service plain(String code, String name) {
        return new Service(code, name, null, null, null, null);
    }

    static Open311Settings settings(
            List<Secret> keys, @Nullable String jurisdiction, List<Service> services, boolean charsetInType) {
        var discovery = new Discovery(
                URI.create("https://hub.example.org/channels/open311"), "mail@example.org", "", "2026-11-23T00:00:00Z");
        return new Open311Settings(keys, jurisdiction, services, "谢谢，已收到。", discovery, charsetInType, false);
    }

    /** Who asks how far requests have come needs a key. */
    static Open311Settings closed() {
        return new Open311Settings(List.of(KEY), null, List.of(plain("010203", "垃圾")), null, null, true, true);
    }
}

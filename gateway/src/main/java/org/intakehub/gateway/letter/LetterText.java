package org.intakehub.gateway.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Outgoing.ByMail;
import org.intakehub.core.classification.CategoryCode;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.dispatch.WorkOrder;
import org.intakehub.gateway.platform.HubSettings;
import org.springframework.stereotype.Component;

/**
 * Writes the letter: number, matter, place, deadline and where the order is worked off. Mail is read along its way, so neither the citizen's
 * name nor his words stand in it; the matter's title is covered as the unit sees it.
 */
@Component
class LetterText {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /** So that no reply by machine comes back (RFC 3834). */
    private static final Map<String, String> HEADERS = Map.of("Auto-Submitted", "auto-generated");

    private final MailSettings mail;
    private final CityRules rules;
    private final String baseUrl;
    private final ZoneId zone;

    LetterText(MailSettings mail, CityRules rules, HubSettings settings) {
        this.mail = mail;
        this.rules = rules;
        this.baseUrl = settings.baseUrl();
        this.zone = settings.zone();
    }

    ByMail write(WorkOrder order, Optional<Instant> due, String recipient) {
        var text = new StringBuilder("您单位有一件新的工单，请及时签收办理。\n\n");
        line(text, "编号", Optional.of(order.caseNumber()));
        line(text, "事项", Optional.of(order.title()));
        line(text, "类别", order.category().map(this::category));
        line(text, "地点", order.address());
        line(text, "办结时限", due.map(at -> MINUTES.format(at.atZone(zone))));
        line(text, "办理", Optional.of(baseUrl + "/portal/" + order.id()));
        text.append("\n此邮件由系统自动发送，请勿回复。\n");
        return new ByMail(
                mail.server(),
                mail.from(),
                recipient,
                "workorder-" + order.id() + mail.from().substring(mail.from().indexOf('@')),
                "工单 " + order.caseNumber() + "：" + order.title().replaceAll("\\s+", " "),
                text.toString(),
                HEADERS);
    }

    private String category(String code) {
        return rules.category(new CategoryCode(code)).map(known -> known.name()).orElse(code);
    }

    private static void line(StringBuilder text, String name, Optional<String> value) {
        value.filter(words -> !words.isBlank())
                .ifPresent(words ->
                        text.append(name).append("：").append(words.strip()).append('\n'));
    }
}

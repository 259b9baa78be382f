package org.intakehub.gateway.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;

/** A few cases and troubles of every kind. */
final class Town {
    final UUID unsure;
    final UUID dispatched;
    final UUID secret;
    final String secretReceipt;
    final String receipt;
    final String broken;

    private final SampleCases samples;

    Town(SampleCases samples) {
        this.samples = samples;
        dispatched = samples.add("学校门口流动摊贩占道经营", "学校门口每天下午流动摊贩占道，车辆无法通行，请管理。");
        samples.workOrder(dispatched, "chengguan", "LEAD");
        samples.workOrder(dispatched, "jiaojing", "ASSIST");
        receipt = samples.raw(
                "mayor-mailbox",
                "FILED",
                "",
                "From: xiaoyu@example.org\r\nSubject: =?utf-8?B?5pGK6LSp?=\r\n\r\n学校门口每天下午流动摊贩占道。\r\n");
        var letter = samples.message(
                dispatched,
                receipt,
                "学校门口流动摊贩占道经营",
                "尊敬的领导：\n\n学校门口每天下午流动摊贩占道，车辆无法通行，家长接孩子很危险，请管理。\n\n谢谢！",
                "> 您的来信已收到。\n> 受理中心");
        samples.attachment(letter, 0, "现场照片.png", "image/png", samples.picture());
        samples.attachment(letter, 1, "说明.docx", "application/zip", "0".repeat(64));
        samples.reply(dispatched, letter, "SENT");
        samples.history(dispatched, "hub", "DISPATCHED", "{\"units\":[\"chengguan\",\"jiaojing\"]}");
        secret = samples.add(
                "举报某企业夜间偷排",
                "我要举报，请为我保密。我叫周晓雨，电话 13900001234。夜里河边有异味。",
                "CLASSIFIED",
                "standard-webhook",
                "0702",
                Confidentiality.WHISTLEBLOWER);
        samples.workOrder(secret, "chengguan", "LEAD");
        secretReceipt = samples.raw("standard-webhook", "FILED", "", "{\"name\":\"周晓雨\"}");
        samples.message(secret, secretReceipt, "举报某企业夜间偷排", "我叫周晓雨，电话 13900001234。", "");
        unsure = samples.add(
                "路灯不亮已经一周",
                "您好，凤凰山街道东风路 12 号门口的路灯已经一周不亮，晚上老人出行不安全。",
                "TRIAGE",
                "mayor-mailbox",
                "0207",
                Confidentiality.NORMAL);
        broken = samples.raw(
                "mayor-mailbox", "QUARANTINED", "the header has no end", "From: \u0007\u202e broken\r\n没有结尾");
        samples.raw("standard-webhook", "PARKED", "an automatic answer", "{}");
        samples.handTask(dispatched);
        samples.failedWebhook(dispatched);
        samples.refusal("partner", "FORGED_PROOF", "the signature does not match", 812);
        samples.deadLetter("intake.classify", unsure.toString(), "IllegalStateException at ClassifyStage.run");
    }

    Map<String, String> addresses() {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("cases", "/cases");
        addresses.put("filtered", "/cases?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA");
        addresses.put("screen", "/screen");
        addresses.put("board", "/board");
        addresses.put("audit", "/audit");
        addresses.put("canned", "/canned");
        addresses.put("reports", "/reports?asOf=now");
        addresses.put("report-indicators", "/reports/indicators");
        addresses.put("report-units", "/reports/units");
        addresses.put("report-operators", "/reports/operators");
        addresses.put("report-ranking", "/reports/ranking");
        addresses.put("report-agenda", "/reports/agenda");
        addresses.put("report-cases", "/reports/cases?figure=ACCEPTED&channel=mayor-mailbox");
        addresses.put("split", "/cases?q=%E6%91%8A%E8%B4%A9&open=" + dispatched);
        addresses.put("case", "/cases/" + dispatched);
        addresses.put("triage", "/cases/" + unsure);
        samples.revealed(dispatched, KnownPeople.name(Role.ADMIN));
        addresses.put("raw", "/cases/" + dispatched + "/raw/" + receipt);
        addresses.put("hand-tasks", "/hand-tasks");
        addresses.put("reviews", "/reviews");
        addresses.put("follow-ups", "/follow-ups");
        addresses.put("template", "/cases/" + dispatched + "/answer?template=street");
        addresses.put("alerts", "/alerts");
        addresses.put("supervision-sheet", "/supervision/units/chengguan");
        addresses.put("supervision", "/supervision?mark=URGED");
        addresses.put("outages", "/outages");
        addresses.put("outage", "/outages/" + samples.outage(unsure));
        addresses.put("quarantine", "/quarantine");
        addresses.put("quarantined", "/quarantine/" + broken);
        addresses.put("dead-letters", "/dead-letters");
        addresses.put("refusals", "/refusals");
        addresses.put("sources", "/sources");
        addresses.put("webhooks", "/webhooks");
        addresses.put("webhook", "/webhooks/gongshui");
        addresses.put("settings", "/settings");
        addresses.put("rule-file", "/settings/rules/units.csv?q=%E5%B1%80");
        addresses.put("rule-draft", "/settings/rules/dispatch.csv/edit");
        addresses.put("users", "/users");
        addresses.put("keys", "/keys");
        addresses.put("missing", "/cases/00000000-0000-0000-0000-000000000000");
        return addresses;
    }
}

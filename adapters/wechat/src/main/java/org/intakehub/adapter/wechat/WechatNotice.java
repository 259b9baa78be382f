package org.intakehub.adapter.wechat;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The message that tells a citizen of an answer when customer-service messages are not allowed any more.
 *
 * @param kind whether it needs a template of the account or the citizen's consent
 * @param templateId id of the template on the platform
 * @param page address that a touch opens, with {@code {case}} for the case's number; none: nothing opens
 * @param fields the template's fields, each a text with {@code {case}}, {@code {title}} and {@code {text}}
 * @param fieldLimit most characters of a field; 20 by default, as fields of kind "thing" have
 */
public record WechatNotice(
        Kind kind, String templateId, @Nullable String page, Map<String, String> fields, Integer fieldLimit) {

    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,31}");

    /** Template message 模板消息, or subscription message 订阅通知. */
    public enum Kind {
        TEMPLATE,
        SUBSCRIPTION
    }

    public WechatNotice {
        WechatSettings.check(kind != null, "notice.kind is needed: template or subscription");
        WechatSettings.check(
                templateId != null && templateId.matches("[A-Za-z0-9_-]{1,128}"), "notice.template-id is needed");
        fields = fields == null ? Map.of() : Map.copyOf(fields);
        WechatSettings.check(!fields.isEmpty(), "notice.fields is needed: what stands in each field of the template");
        WechatSettings.check(
                fields.keySet().stream().allMatch(name -> FIELD.matcher(name).matches()),
                "notice.fields are named with letters and digits");
        fieldLimit = fieldLimit == null ? 20 : fieldLimit;
        WechatSettings.check(fieldLimit >= 1, "notice.field-limit is at least 1");
    }
}

package org.intakehub.adapter.peopledaily;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the columns of the back office's list hold, told by their headers, which differ from list to list. */
final class Columns {
    static final String TID = "tid";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String NAME = "name";
    static final String PHONE = "phone";
    static final String SUBMITTED = "submitted";
    static final String DEADLINE = "deadline";

    private static final Map<String, List<String>> COMMON = common();
    static final Set<String> NAMES = COMMON.keySet();

    private final Map<String, String> meanings = new LinkedHashMap<>();

    /** @param further headers besides the common ones, by what they hold */
    Columns(Map<String, List<String>> further) {
        COMMON.forEach((meaning, headers) -> headers.forEach(header -> meanings.put(plain(header), meaning)));
        further.forEach((meaning, headers) -> headers.forEach(header -> meanings.put(plain(header), meaning)));
    }

    private static Map<String, List<String>> common() {
        var common = new LinkedHashMap<String, List<String>>();
        common.put(TID, List.of("tid", "留言ID", "留言编号", "留言号", "帖子ID", "编号"));
        common.put(TITLE, List.of("留言标题", "标题", "主题", "subject"));
        common.put(TEXT, List.of("留言内容", "内容", "正文", "content"));
        common.put(NAME, List.of("留言人", "姓名", "网友姓名", "联系人"));
        common.put(PHONE, List.of("联系电话", "联系方式", "手机号", "手机号码", "手机", "电话", "phone"));
        common.put(SUBMITTED, List.of("留言时间", "提交时间", "发布时间"));
        common.put(DEADLINE, List.of("办理期限", "办结期限", "回复期限", "答复期限", "截止时间", "截止日期", "deadline"));
        return common;
    }

    /** What a header says of its column. */
    Optional<String> meaning(String header) {
        return Optional.ofNullable(meanings.get(plain(header)));
    }

    /** The first column for each meaning; the others are handed on under their own headers. */
    Map<Integer, String> of(List<String> headers) {
        var columns = new LinkedHashMap<Integer, String>();
        var taken = new ArrayList<String>();
        for (var i = 0; i < headers.size(); i++) {
            var meaning = meaning(headers.get(i));
            if (meaning.isPresent() && !taken.contains(meaning.get())) {
                taken.add(meaning.get());
                columns.put(i, meaning.get());
            }
        }
        return columns;
    }

    private static String plain(String header) {
        return header.replaceAll("[\\s*:：()（）]", "").toLowerCase(Locale.ROOT);
    }
}

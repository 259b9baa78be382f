package org.intakehub.core.mention;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.intakehub.core.mention.Mention.Kind;

/** Finds what a text names, by the endings of names and the forms of numbers; in time linear in the text, for any number of threads. */
public final class Mentions {
    private static final Pattern PHONE =
            Pattern.compile("(?<![0-9])(?:1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|0[0-9]{2,3}[- ]?[0-9]{7,8})(?![0-9])");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![0-9.])([0-9][0-9,]{0,14}(?:\\.[0-9]{1,4})?)[ ]?([百千万亿]?)[多余来]?(?:元|块钱|块(?![地砖石田头])|人民币)");
    private static final Pattern ESTATE = Pattern.compile("小区|花园|家园|公寓|新村|新城|佳苑|名苑|雅苑|华府|名邸|城邦|公馆|豪庭|广场");
    private static final Pattern ROAD = Pattern.compile("大道|[路街巷](?![灯面边上过费障况基牌人政程由径线途演道坊])|高速公路|国道|省道");
    private static final Pattern COMPANY =
            Pattern.compile("有限责任公司|股份有限公司|有限公司|集团公司|物业公司|公司(?![的里内])|集团|工厂|酒店|饭店|宾馆|超市|医院|学校|中学|小学|幼儿园");

    private static final Map<String, BigDecimal> FACTORS = Map.of(
            "", BigDecimal.ONE,
            "百", BigDecimal.valueOf(100),
            "千", BigDecimal.valueOf(1_000),
            "万", BigDecimal.valueOf(10_000),
            "亿", BigDecimal.valueOf(100_000_000));

    private Mentions() {}

    /** In the order in which they stand. */
    public static List<Mention> in(String text) {
        List<Mention> found = new ArrayList<>();
        PHONE.matcher(text)
                .results()
                .forEach(hit -> found.add(
                        new Mention(Kind.PHONE, hit.group().replaceAll("[^0-9]", ""), hit.start(), hit.end())));
        AMOUNT.matcher(text)
                .results()
                .forEach(hit ->
                        found.add(new Mention(Kind.AMOUNT, yuan(hit.group(1), hit.group(2)), hit.start(), hit.end())));
        names(text, ESTATE, Kind.ESTATE, found);
        names(text, ROAD, Kind.ROAD, found);
        names(text, COMPANY, Kind.COMPANY, found);
        found.sort(Comparator.comparingInt(Mention::begin).thenComparing(Mention::kind));
        return List.copyOf(found);
    }

    private static String yuan(String digits, String unit) {
        var amount = new BigDecimal(digits.replace(",", "")).multiply(FACTORS.getOrDefault(unit, BigDecimal.ONE));
        return amount.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private static void names(String text, Pattern ending, Kind kind, List<Mention> found) {
        Matcher matcher = ending.matcher(text);
        int from = 0;
        while (matcher.find()) {
            int begin = NameStart.before(text, from, matcher.start());
            String value = text.substring(begin, matcher.end());
            if (matcher.start() - begin >= NameStart.SHORTEST && !NameStart.isCommon(value)) {
                found.add(new Mention(kind, value, begin, matcher.end()));
            }
            from = matcher.end();
        }
    }
}

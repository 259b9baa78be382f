package org.intakehub.core.mention;

import java.util.List;

/** Where a name begins that is known by its ending: after a sign, or after the last word that is no part of names. */
final class NameStart {
    /** A name has at least so many characters before its ending. */
    static final int SHORTEST = 2;

    private static final int LONGEST = 10;

    /** Words after which a name begins. */
    private static final List<String> BEFORE = List.of(
            "街道", "位于", "附近", "旁边", "对面", "隔壁", "靠近", "我们", "他们", "你们", "我是", "家住", "本人", "居住", "因为", "关于", "投诉", "举报",
            "反映", "咨询", "巢湖市", "合肥市", "安徽省", "业主", "市民", "居民", "交叉口", "办事处", "社区", "红绿灯", "开发商", "你好", "您好", "领导", "请问",
            "希望", "购买", "建议", "其中", "门口", "每天", "今天", "昨天", "整个", "一个", "这个", "那个", "多个", "老旧", "小区", "大道", "有限公司");

    /** Single characters that hardly any name contains. */
    private static final String NEVER = "在到从的是住了去往由与及跟沿经我你他她们这那该某找对给请将把被让有因又也就都还很不没镇乡县等为至";

    /** Endings that make no name with what usually stands before them. */
    private static final List<String> COMMON = List.of(
            "道路", "马路", "公路", "铁路", "修路", "走路", "一路", "半路", "电路", "线路", "网路", "思路", "套路", "绕路", "过路", "沿路", "让路", "堵路",
            "占路", "拦路", "出路", "水泥路", "十字路", "柏油路", "小路", "大路", "上街", "大街", "小街", "步行街", "条街", "条路", "条巷", "小巷", "老旧小区",
            "安置小区", "全市小区", "民营医院", "高速路", "主干路", "辅路", "支路", "岔路", "迷路", "弯路", "退路", "末路", "陆路", "带路", "引路", "铺路",
            "坏路", "短路", "开路", "破路", "探路", "养路", "逛街");

    private NameStart() {}

    /** The beginning of a name whose ending begins at {@code ending}, not before {@code from}. */
    static int before(String text, int from, int ending) {
        int begin = ending;
        while (begin > from && ending - begin < LONGEST && isPart(text.charAt(begin - 1))) {
            begin--;
        }
        for (String word : BEFORE) {
            int at = text.lastIndexOf(word, ending - 1);
            if (at >= 0 && at + word.length() <= ending && at + word.length() > begin) {
                begin = at + word.length();
            }
        }
        return begin;
    }

    static boolean isCommon(String name) {
        return COMMON.stream().anyMatch(name::endsWith);
    }

    private static boolean isPart(char c) {
        boolean isHan = Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
        boolean isAscii = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return (isHan && NEVER.indexOf(c) < 0) || isAscii || c == '·';
    }
}

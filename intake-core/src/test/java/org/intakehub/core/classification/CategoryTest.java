package org.intakehub.core.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTest {
    private static final Classifier CLASSIFIER = CityRules.shipped().classifier();

    @ParameterizedTest
    @CsvSource({
        "0101, 楼上邻居装修把承重墙砸了，整栋楼墙体开裂",
        "0102, 物业公司涨物业费不开业主大会，业委会也管不了",
        "0103, 开发商逾期交房半年，购房合同写的违约金不给",
        "0104, 我家三口人无房，想申请公租房，轮候多久",
        "0105, 老旧小区没有电梯，几户老人想加装电梯",
        "0106, 拆迁安置房一直没交付，过渡费也停发了",
        "0108, 我家土坯房是农村危房，想申请危房改造",
        "0201, 自来水水压太低，三楼以上用不上水",
        "0202, 村里变压器太小，夏天电压低空调带不动",
        "0203, 小区天然气管道装好两年还没通气",
        "0204, 宽带网速慢，联系电信公司没人修",
        "0205, 下水道堵塞，污水从窨井冒出来",
        "0206, 人行道地砖破损，路面坑洼，老人摔倒",
        "0207, 学院路路灯不亮已经半个月，晚上漆黑一片",
        "0208, 今天突然停电，什么时候来电",
        "0301, 垃圾成堆没人清运，垃圾堆得臭气熏天",
        "0302, 流动摊贩占道经营，人行道走不通",
        "0303, 一楼住户私搭乱建，违章建筑没人拆除",
        "0304, 楼道里小广告贴满，牛皮癣清不掉",
        "0305, 楼下烧烤店油烟直排，家里不敢开窗",
        "0306, 渣土车沿途抛洒，满路都是泥土",
        "0307, 行道树树枝遮挡窗户，请园林绿化部门修剪树木",
        "0308, 广场公厕没有水，公共厕所太脏",
        "0309, 有人遛狗不拴绳，大型犬吓到孩子",
        "0401, 公交车等了四十分钟，能不能缩短发车间隔",
        "0402, 出租车不打表还拒载",
        "0403, 快递公司把包裹弄丢了不赔",
        "0404, 小区门口乱停车，停车位不够，停车难",
        "0405, 这个路口没有红绿灯和斑马线，过马路危险",
        "0406, 早高峰交通拥堵，没有交警疏导",
        "0407, 省道路面破损多年，公路养护没人管",
        "0501, 有人聚众赌博，还打架斗殴",
        "0502, 新生儿上户口需要户口本和什么证件",
        "0503, 广场舞音响太大，晚上扰民",
        "0504, 被网上刷单诈骗三万元，骗子跑路了",
        "0505, 邻居纠纷多年，家庭暴力也没人调解",
        "0507, 报警后派出所不立案，民警态度不好",
        "0601, 超市卖过期食品，孩子吃了拉肚子",
        "0602, 药店卖过期药品，没有执业药师",
        "0603, 健身房跑路，会员卡里的钱不退款",
        "0604, 菜场哄抬物价，不明码标价",
        "0605, 老人被拉去听会销讲座买保健品，是虚假宣传",
        "0606, 这家餐馆没有营业执照，无证经营",
        "0607, 电梯困人三次，电梯维保单位不来",
        "0701, 化工厂夜里排放废气，气味刺鼻",
        "0702, 厂里偷排污水，河水发黑，鱼都死了",
        "0703, 工地夜间施工，机器轰鸣到凌晨",
        "0704, 有人把危险废物废机油非法倾倒在河滩",
        "0705, 村里养猪场猪粪乱排，臭得不行",
        "0801, 老板拖欠工资三个月，我们农民工要讨薪",
        "0802, 公司违法解除劳动合同，不给经济补偿",
        "0803, 单位不缴纳社保，养老保险断缴",
        "0804, 大学生就业创业补贴怎么申请，招聘会哪天",
        "0805, 上班受伤，单位不申请工伤认定",
        "0806, 我到退休年龄了，退休金怎么算，工龄少算三年",
        "0901, 医院急诊医生态度差，手术后不给病历",
        "0902, 孩子疫苗接种点没有疫苗",
        "0903, 医保异地就医报销比例太低",
        "0904, 二胎生育证怎么办，独生子女费没发",
        "0905, 美容院非法行医，无证行医打针",
        "1001, 小学入学学区划分不合理，就近入学没实现",
        "1002, 学校食堂饭菜差，班主任体罚学生",
        "1003, 校外培训机构跑路，培训费不退费",
        "1004, 网吧让未成年人上网，文化市场没人管",
        "1005, 体育馆健身器材损坏，篮球场关门",
        "1006, 旅行社强制购物，导游骂人",
        "1101, 我家困难，低保申请被取消",
        "1102, 80岁老人高龄津贴没发，养老院收费高",
        "1103, 公墓价格太高，火葬场收费不清",
        "1104, 结婚登记预约不上，婚姻登记处没人",
        "1105, 残疾人残疾证怎么评定，残疾补贴没到账",
        "1106, 桥洞下有流浪汉，请救助站去看看",
        "1107, 退役军人优待证什么时候发，退伍安置没落实",
        "1108, 村委会村务不公开，村书记侵占集体资产",
        "1201, 种粮补贴没有发到一卡通，惠农补贴少了",
        "1202, 土地流转费没给，承包地被占，宅基地也批不下来",
        "1203, 村道泥泞，通村公路一直没修，村民出行难",
        "1204, 圩堤渗水，防汛泵站坏了，水库泄洪怎么办",
        "1205, 死猪扔在沟里，怕是非洲猪瘟，没有无害化处理",
        "1206, 巢湖禁捕期有人电鱼，非法捕捞没人管",
        "1301, 征地补偿款没到位，失地农民怎么办",
        "1302, 房产证办不下来，不动产登记中心推脱",
        "1303, 规划变更没有公示，容积率增加，遮挡采光",
        "1304, 有人非法采矿挖山，占用基本农田",
        "1305, 有人乱砍滥伐，盗伐林木，林业局不管",
        "1402, 工作人员态度恶劣，互相推诿踢皮球",
        "1404, 申请政府信息公开一直不答复，不公开批文",
        "1405, 法院判决生效了老赖不还，强制执行难，想申请法律援助",
        "1406, 公积金贷款被拒绝，公积金提取流程",
        "1407, 送锦旗感谢民警，特此表扬，好人好事",
        "1501, 厂里没有安全措施，违规作业，安全生产没人管",
        "1502, 暴雨后山体滑坡，道路结冰",
        "1503, 电动车堵塞消防通道，消防栓没水",
        "1504, 半夜燃放烟花爆竹，有人违规储存鞭炮"
    })
    void tellsTheCategory(String code, String text) {
        Classification classification = CLASSIFIER.classify(Matters.of("", text));

        assertThat(classification.category())
                .as(classification.candidates().toString())
                .contains(new CategoryCode(code));
    }

    @Test
    void givesTheBestThreeWithWordsOfTheRules() {
        Classification classification = CLASSIFIER.classify(Matters.of("物业费纠纷", "物业费涨价，垃圾没人清运，路灯不亮，王小明写"));

        assertThat(classification.candidates())
                .hasSize(3)
                .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(classification.candidates().get(0).category()).isEqualTo(new CategoryCode("0102"));
        assertThat(classification.candidates().get(0).reasons()).contains("物业费").hasSizeLessThanOrEqualTo(5);
        assertThat(classification.toString()).doesNotContain("王小明");
    }

    @Test
    void isSureOnlyWithEnoughToGoBy() {
        assertThat(CLASSIFIER.classify(Matters.of("拖欠工资", "老板拖欠农民工工资三个月，讨薪无门")).sure())
                .isTrue();
        assertThat(CLASSIFIER.classify(Matters.of("", "请领导来看看")).sure()).isFalse();
        assertThat(CLASSIFIER.classify(Matters.of("", "路灯和路面都有问题，垃圾也多")).sure()).isFalse();
    }

    @Test
    void comesBackWithoutACategoryWhenNoWordIsKnown() {
        Classification classification = CLASSIFIER.classify(Matters.of("", "qwerty"));

        assertThat(classification.category()).isEmpty();
        assertThat(classification.confidence()).isZero();
        assertThat(classification.candidates()).isEmpty();
        assertThat(classification.sure()).isFalse();
        assertThat(classification.area()).isEqualTo(AreaKind.UNKNOWN);
    }

    @Test
    void weighsTheTitleMoreThanTheText() {
        assertThat(CLASSIFIER.classify(Matters.of("路灯不亮", "门口的人行道也该修")).category())
                .contains(new CategoryCode("0207"));
    }
}

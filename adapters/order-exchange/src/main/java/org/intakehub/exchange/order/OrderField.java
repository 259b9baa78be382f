package org.intakehub.exchange.order;

import java.util.List;
import java.util.Locale;

/** What an order tells, with the names that it has in known exports and interfaces; the first that says something counts. */
enum OrderField {
    SUPERIOR_NUMBER("caseId", "省平台编号", "省平台工单编号", "省工单编号", "上级工单编号", "12345工单编号", "xinDianOrderId"),
    NUMBER("工单编号", "办件编号", "受理编号", "工单号", "orderNo", "roll_number", "caseNo"),
    TITLE("工单标题", "诉求标题", "标题", "来信标题", "title"),
    CONTENT("诉求内容", "内容描述", "来信内容", "工单内容", "内容", "callerContent", "roll_content", "eventDesc", "content"),
    RECEIVED_AT("12345受理时间", "受理时间", "来信时间", "来电时间", "createTime", "registerTime"),
    SENT_AT("交办时间", "转办时间", "transferTime", "dispatchTime"),
    DUE_AT("省平台办结期限", "办结期限", "办理期限", "办结时限", "sptHandleEndTime", "handle_rel_expire_time", "disposeDeadlineTime"),
    ORIGIN("诉求渠道", "12345工单来源", "工单来源", "来源", "orderOriginName", "src_way", "eventSrcName", "eventSrcId"),
    TYPE("诉求类型", "工单类型", "来信类型", "orderTypeName", "payroll_type"),
    NAME("求助人员", "诉求人", "来信人", "姓名", "name", "payroll_name", "reporterName"),
    SEX("性别", "sex", "genderId"),
    PHONE("求助号码", "联系电话", "手机", "电话", "callTel", "company_tel", "contact"),
    EMAIL("邮箱", "电子邮箱", "email"),
    ID_CARD("身份证", "身份证号", "idcard", "idCard", "IdCardNo"),
    PLACE("诉求详细地址", "诉求地址", "事发地址", "事件发生地", "orderAddr", "address", "addr"),
    HOME("联系地址", "addr", "reporterAddress"),
    DIVISION("行政区划代码", "区划代码", "region_district_id", "districtId"),
    UNIT("主办单位", "承办单位", "deptName", "handlerDeptName", "handleOrgName"),
    OPEN("是否公开", "isPublic", "publicFlag"),
    HIDDEN("是否保密", "信息保密", "isNameSecurity");

    /** Columns of known exports that have no place in the model and go to the extras without a word. */
    static final List<String> FURTHER = List.of(
            "事件发生地", "诉求归口", "紧急程度", "工单状态", "是否疑难", "是否协办", "协办单位", "答复市民要点", "序号", "一级业务分类", "二级业务分类", "三级业务分类",
            "四级业务分类", "五级业务分类");

    /** Joined, so that nobody can change the list of a constant. */
    private final String known;

    OrderField(String... known) {
        this.known = String.join("\n", known);
    }

    List<String> known() {
        return List.of(known.split("\n", -1));
    }

    /** The name in settings: {@code superior-number}. */
    String setting() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

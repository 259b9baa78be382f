package org.intakehub.adapter.governmentwebsite;

import static org.intakehub.adapter.governmentwebsite.Checks.check;
import static org.intakehub.adapter.governmentwebsite.Checks.given;
import static org.intakehub.adapter.governmentwebsite.Checks.text;

/** Where a site run by TRS IGI lists its letters. */
public record Trs(String path, String siteId, String appId, Integer pageSize, String order) {
    static final Trs DEFAULT = new Trs("", "", "", 15, "");

    public Trs {
        path = Checks.path("trs.path", text(path, "/IGI/nbhd/openGovmsgbox.do"));
        siteId = text(siteId, "");
        appId = text(appId, "");
        pageSize = given(pageSize, 15);
        order = text(order, "submitTime_desc");
        check((siteId + appId).matches("[0-9]{0,20}"), "trs.site-id and trs.app-id are numbers");
        check(pageSize >= 1 && pageSize <= 200, "trs.page-size lies between 1 and 200");
        check(order.matches("[A-Za-z_]+"), "trs.order is one word");
    }
}

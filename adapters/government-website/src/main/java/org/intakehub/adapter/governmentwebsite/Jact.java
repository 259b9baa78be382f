package org.intakehub.adapter.governmentwebsite;

import static org.intakehub.adapter.governmentwebsite.Checks.check;
import static org.intakehub.adapter.governmentwebsite.Checks.text;

/**
 * Where a site run by Hanweb JACT shows its letters.
 *
 * @param list address of the list, with {@code {page}} where the number of the page stands; without it one page is read
 * @param detail address of a letter, to which transactId and sysid are added
 */
public record Jact(String list, String detail, String sysId) {
    static final Jact DEFAULT = new Jact("", "", "");

    public Jact {
        sysId = text(sysId, "");
        check(sysId.matches("[0-9]{0,20}"), "jact.sys-id is a number");
        list = Checks.path("jact.list", text(list, "/jact/front/mailpublist.do?sysid={sys-id}"));
        detail = Checks.path("jact.detail", text(detail, "/jact/front/mailpubdetail.do"));
    }
}

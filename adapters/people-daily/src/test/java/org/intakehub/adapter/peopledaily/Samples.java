package org.intakehub.adapter.peopledaily;

import java.util.List;
import org.intakehub.adapter.testkit.Sample;

/** What each sample holds. */
final class Samples {
    private Samples() {}

    static List<Sample> all() {
        return List.of(
                Sample.of("signed-unanswered.json").expect("14592777", "滨湖小区路灯不亮"),
                Sample.of("signed-answered.json")
                        .expect("14592778", "垃圾清运不及时")
                        .expect("14592778|answer|6c6cdc390b219bdf", "官方答复：示例市住房和城乡建设局")
                        .expect("14592778|rating|7830d9226c4c4399", "网友评价"),
                Sample.of("form-row-and-page.json")
                        .expect("14592779", "企业用水压力不足")
                        .expect("14592779|answer|c1719c70b56d99fd", "官方答复：示例市水务局")
                        .expect("14592779|rating|a9420f8299e5f227", "网友评价"),
                Sample.of("page-alone.json").expect("14592780", "公园座椅破损"),
                Sample.of("refused.json").expect("14592781", "施工扬尘"),
                Sample.of("looked-again.json").expect("14592782|answer|fa6c0997553de724", "官方答复：示例市住房和城乡建设局"),
                Sample.of("looked-again-whole.json").expect("14592781|text|7455d32e8f68a542", "留言全文"),
                Sample.of("further-entries.json")
                        .expect("14592783", "占道停车")
                        .expect("14592783|entry-1|d0895ab80957c4ec", "网友追问")
                        .expect("14592783|entry-9|56c82a4d069db077", "留言板新记录"),
                Sample.of("back-office.csv")
                        .header("file-name", "back-office.csv")
                        .expect("14592790", "地下车库积水")
                        .expect("14592790|list|9c9654b048a55964", "后台清单：联系方式与办理期限"),
                Sample.of("back-office.xlsx")
                        .header("file-name", "back-office.xlsx")
                        .expect("14592791|list|226375ea291016c2", "后台清单：联系方式与办理期限")
                        .expect("14592792|list|0bece5195aadfc7c", "后台清单：联系方式与办理期限"));
    }
}

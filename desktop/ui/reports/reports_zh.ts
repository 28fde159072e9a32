<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActivityPart</name>
    <message>
        <source>Room-nights</source>
        <translation>间夜数</translation>
    </message>
    <message>
        <source>Sold this month: complaints are counted per 1,000 of them.</source>
        <translation>本月售出的间夜数：投诉按每 1,000 间夜计算。</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售笔数</translation>
    </message>
    <message>
        <source>Made this month: complaints are counted per 10,000 of them.</source>
        <translation>本月的销售笔数：投诉按每 10,000 笔计算。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>EarlierPart</name>
    <message>
        <source>Printed earlier</source>
        <translation>以前打印的</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>GoalsPart</name>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>What the site wants of every month. An empty field is no goal.</source>
        <translation>每个月希望达到的水平。留空表示没有目标。</translation>
    </message>
    <message>
        <source>Answered within 1 h</source>
        <translation>1 小时内响应</translation>
    </message>
    <message>
        <source>Resolved within 24 h</source>
        <translation>24 小时内解决</translation>
    </message>
    <message>
        <source>Answered on target</source>
        <translation>按时响应</translation>
    </message>
    <message>
        <source>Resolved on target</source>
        <translation>按时解决</translation>
    </message>
    <message>
        <source>Satisfaction, of 5</source>
        <translation>满意度（满分 5）</translation>
    </message>
    <message>
        <source>Per 1,000 room-nights</source>
        <translation>每 1,000 间夜</translation>
    </message>
    <message>
        <source>Per 10,000 sales</source>
        <translation>每 10,000 笔销售</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the goals</source>
        <translation>保存目标</translation>
    </message>
</context>
<context>
    <name>LastPart</name>
    <message>
        <source>What became of last month’s</source>
        <translation>上个月定的事落实得如何</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save what became of last month’s</source>
        <translation>保存上个月的落实情况</translation>
    </message>
</context>
<context>
    <name>MonthListCard</name>
    <message>
        <source>Couldn’t read the months.</source>
        <translation>无法读取各月。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No report yet</source>
        <translation>还没有月报</translation>
    </message>
    <message>
        <source>The first report is ready after a full month.</source>
        <translation>满一个月后，第一份月报就绪。</translation>
    </message>
</context>
<context>
    <name>MonthPane</name>
    <message>
        <source>Couldn’t read this month.</source>
        <extracomment>forms of three fields stand in it</extracomment>
        <translation>无法读取这个月。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Making the report…</source>
        <translation>正在生成月报……</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>生成月报</translation>
    </message>
    <message>
        <source>The chosen month</source>
        <translation>所选的月份</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>月报的语言</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No month chosen</source>
        <translation>未选择月份</translation>
    </message>
    <message>
        <source>Choose a month to see its report.</source>
        <translation>选择一个月份，查看它的月报。</translation>
    </message>
</context>
<context>
    <name>MonthTable</name>
    <message>
        <source>Months</source>
        <extracomment>logical pixels that every cell leaves free before the next one another month Enter or a double click on the month that is chosen</extracomment>
        <translation>月份</translation>
    </message>
</context>
<context>
    <name>MonthTableModel</name>
    <message>
        <source>Month</source>
        <extracomment>the whole MonthState, for the delegate logical pixels before the first column and behind the last</extracomment>
        <translation>月份</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>月报</translation>
    </message>
    <message>
        <source>Printed last</source>
        <translation>最近打印</translation>
    </message>
</context>
<context>
    <name>NextPart</name>
    <message>
        <source>For next month</source>
        <extracomment>characters of one line on the screen</extracomment>
        <translation>下个月要做的事</translation>
    </message>
    <message>
        <source>Up to three things. They stand in this report; the next one tells what became of them.</source>
        <translation>最多三件，写进本月的月报；下个月的月报会写明结果。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁来做</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>什么时候之前</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the things for next month</source>
        <translation>保存下个月要做的事</translation>
    </message>
</context>
<context>
    <name>PaperPart</name>
    <message>
        <source>Not made yet</source>
        <translation>尚未生成</translation>
    </message>
    <message>
        <source>First page of the report</source>
        <translation>月报的第一页</translation>
    </message>
    <message>
        <source>Open preview</source>
        <translation>打开预览</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation>选择位置</translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message>
        <source>The report is made and kept.</source>
        <extracomment>endings of a file, each with its name in the dialog</extracomment>
        <translation>月报已生成并留存。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>已停止，没有留下任何内容。</translation>
    </message>
    <message>
        <source>The things for next month are saved.</source>
        <translation>下个月要做的事已保存。</translation>
    </message>
    <message>
        <source>What became of last month’s is saved.</source>
        <translation>上个月的落实情况已保存。</translation>
    </message>
    <message>
        <source>The room-nights are saved.</source>
        <translation>间夜数已保存。</translation>
    </message>
    <message>
        <source>The sales are saved.</source>
        <translation>销售笔数已保存。</translation>
    </message>
    <message>
        <source>The goals are saved.</source>
        <translation>目标已保存。</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已存为 {name}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>One for every month. What was printed is kept and can be printed again.</source>
        <translation>每月一份。打印过的会留存，可以原样再印。</translation>
    </message>
</context>
<context>
    <name>ReportsText</name>
    <message>
        <source>Printed, figures have changed</source>
        <extracomment>characters of a name</extracomment>
        <translation>已打印，数据有变化</translation>
    </message>
    <message>
        <source>No complaints</source>
        <translation>没有投诉</translation>
    </message>
    <message>
        <source>Not over yet</source>
        <translation>尚未结束</translation>
    </message>
    <message>
        <source>Ready to print</source>
        <translation>可以打印</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>The figures have changed since it was printed. Make it again to have the newest ones.</source>
        <translation>打印之后数据有了变化。重新生成，就是最新的数据。</translation>
    </message>
    <message>
        <source>Nobody complained this month. The report can be made all the same.</source>
        <translation>这个月没有投诉，月报照样可以生成。</translation>
    </message>
    <message>
        <source>The month isn’t over. A report made now shows the figures so far.</source>
        <translation>这个月还没结束。现在生成的月报是到目前为止的数据。</translation>
    </message>
    <message>
        <source>The month is over. Its report has not been made yet.</source>
        <translation>这个月已经结束，月报尚未生成。</translation>
    </message>
    <message>
        <source>The report is made. It can be printed again unchanged.</source>
        <translation>月报已生成，可以原样再印。</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_LastLine</name>
    <message>
        <source>Not told</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已落实</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>未落实</translation>
    </message>
    <message>
        <source>What became of: {what}</source>
        <translation>落实情况：{what}</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Remark on: {what}</source>
        <translation>备注：{what}</translation>
    </message>
</context>
</TS>

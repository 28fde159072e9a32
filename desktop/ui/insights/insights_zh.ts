<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CasesPanel</name>
    <message>
        <source>Cases behind the figure</source>
        <translation>数字背后的个案</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No cases</source>
        <translation>没有个案</translation>
    </message>
    <message>
        <source>Nothing stands behind this figure.</source>
        <translation>这个数字背后没有个案。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件个案</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn’t list the cases.</source>
        <translation>没能列出个案。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Counted but not listed for you: {count}.</source>
        <translation>另有 {count} 件计入统计，但不向您列出。</translation>
    </message>
    <message>
        <source>Cases open for those who work on them.</source>
        <translation>个案只向经办人员打开。</translation>
    </message>
</context>
<context>
    <name>InsightsHead</name>
    <message>
        <source>Insights</source>
        <extracomment>characters that the list has room for where the row is crowded</extracomment>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Length of the span</source>
        <translation>时段长度</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>月度报告</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>{count} weeks · limits from {first}–{last}</source>
        <extracomment>the least heights of the cards&apos; rows</extracomment>
        <translation>{count} 周 · 界限取自 {first}–{last}</translation>
    </message>
    <message>
        <source>◆ Signal</source>
        <translation>◆ 异常</translation>
    </message>
    <message>
        <source>No complaints in these weeks.</source>
        <translation>这些周没有投诉。</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>count · running share</source>
        <translation>件数 · 累计占比</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>No complaints in these days.</source>
        <translation>这些天没有投诉。</translation>
    </message>
</context>
<context>
    <name>InsightsScreen</name>
    <message>
        <source>Counted on this computer at {time}</source>
        <translation>{time} 在本机统计</translation>
    </message>
    <message>
        <source>The warning is put away, with your reason.</source>
        <translation>预警已收起，并记下了您的理由。</translation>
    </message>
    <message>
        <source>Couldn’t count.</source>
        <translation>没能完成统计。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>No complaints yet</source>
        <translation>还没有投诉</translation>
    </message>
    <message>
        <source>Figures appear with the first one.</source>
        <translation>有了第一件投诉，这里就会出现数字。</translation>
    </message>
</context>
<context>
    <name>InsightsText</name>
    <message>
        <source>{days} compared with {before}</source>
        <extracomment>characters of one line; nothing on the screen shows more</extracomment>
        <translation>{days}，对比 {before}</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Complaints, {week}</source>
        <translation>{week}的投诉</translation>
    </message>
    <message>
        <source>No category yet</source>
        <translation>尚未归类</translation>
    </message>
    <message>
        <source>Answered late</source>
        <translation>响应超时</translation>
    </message>
    <message>
        <source>Resolved late</source>
        <translation>解决超时</translation>
    </message>
    <message>
        <source>Guests who told us how it went</source>
        <translation>作答回访的客人</translation>
    </message>
    <message>
        <source>Something was given back</source>
        <translation>给过补偿</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>尚无人经办</translation>
    </message>
    <message>
        <source>{number}, priority {band}, received {received}, {about}</source>
        <translation>{number}，优先级 {band}，{received} 收到，{about}</translation>
    </message>
    <message>
        <source>between shifts</source>
        <translation>班次之间</translation>
    </message>
    <message>
        <source>{day}, {shift}</source>
        <translation>{day}，{shift}</translation>
    </message>
</context>
<context>
    <name>PlaceText</name>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>last 5 weeks</source>
        <translation>近 5 周</translation>
    </message>
    <message>
        <source>last 5 months</source>
        <translation>近 5 个月</translation>
    </message>
    <message>
        <source>last 5 × {days} days</source>
        <translation>近 5 段，每段 {days} 天</translation>
    </message>
    <message>
        <source>No places in these days.</source>
        <translation>这些天没有记下地点。</translation>
    </message>
    <message>
        <source>usual {count}</source>
        <translation>平常 {count}</translation>
    </message>
    <message>
        <source>more</source>
        <translation>多于平常</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>少于平常</translation>
    </message>
</context>
<context>
    <name>TileText</name>
    <message>
        <source>was {value}</source>
        <extracomment>of the difference; empty where there is none the whole tile for screen readers</extracomment>
        <translation>此前 {value}</translation>
    </message>
    <message>
        <source>{label}: {said}</source>
        <translation>{label}：{said}</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Per 1,000 room-nights</source>
        <translation>每千间夜投诉</translation>
    </message>
    <message>
        <source>Per 10,000 sales</source>
        <translation>每万笔销售投诉</translation>
    </message>
    <message>
        <source>First reply, median</source>
        <translation>首次响应（中位数）</translation>
    </message>
    <message>
        <source>Resolved in time</source>
        <translation>按时解决</translation>
    </message>
    <message>
        <source>Satisfaction after</source>
        <translation>处理后满意度</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>补偿支出</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>多 {n}</translation>
    </message>
    <message>
        <source>{n} fewer</source>
        <translation>少 {n}</translation>
    </message>
    <message>
        <source>{n} slower</source>
        <translation>慢 {n}</translation>
    </message>
    <message>
        <source>{n} faster</source>
        <translation>快 {n}</translation>
    </message>
    <message>
        <source>{n} pts better</source>
        <translation>高 {n} 个百分点</translation>
    </message>
    <message>
        <source>{n} pts worse</source>
        <translation>低 {n} 个百分点</translation>
    </message>
    <message>
        <source>{n} better</source>
        <translation>高 {n}</translation>
    </message>
    <message>
        <source>{n} worse</source>
        <translation>低 {n}</translation>
    </message>
    <message>
        <source>{n} less</source>
        <translation>少 {n}</translation>
    </message>
    <message>
        <source>{share} within 1 h, goal {goal}</source>
        <translation>1 小时内 {share}，目标 {goal}</translation>
    </message>
    <message>
        <source>Goal {goal}</source>
        <translation>目标 {goal}</translation>
    </message>
    <message>
        <source>Goal {goal}, met</source>
        <translation>目标 {goal}，已达到</translation>
    </message>
    <message>
        <source>Goal {goal}, not met</source>
        <translation>目标 {goal}，未达到</translation>
    </message>
</context>
<context>
    <name>WarningBar</name>
    <message>
        <source>{place} of {count}</source>
        <extracomment>characters, as the service takes them</extracomment>
        <translation>第 {place} 条，共 {count} 条</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不处理</translation>
    </message>
    <message>
        <source>Why not now?</source>
        <translation>为什么暂不处理？</translation>
    </message>
    <message>
        <source>A known cause, say</source>
        <translation>例如：原因已知</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>See %n case(s)</source>
        <translation>
            <numerusform>查看 %n 件个案</numerusform>
        </translation>
    </message>
</context>
</TS>

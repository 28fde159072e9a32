<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DoublesPart</name>
    <message>
        <source>Perhaps the same guest</source>
        <translation>可能是同一位客人</translation>
    </message>
    <message>
        <source>A specialist or a manager can make them one record.</source>
        <translation>由投诉专员或经理来合并。</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Same guest</source>
        <translation>是同一位</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一位</translation>
    </message>
</context>
<context>
    <name>GuestListCard</name>
    <message>
        <source>Your cases are safe in the {time} backup.</source>
        <translation>投诉在 {time} 的备份中是安全的。</translation>
    </message>
    <message>
        <source>Couldn’t read the guests.</source>
        <translation>客人名单读不出来。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Show all guests</source>
        <translation>显示全部客人</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try a part of the name, or the last digits.</source>
        <translation>试试姓名的一部分，或电话的最后几位。</translation>
    </message>
    <message>
        <source>No doubles</source>
        <translation>没有重复</translation>
    </message>
    <message>
        <source>Every guest seems to have one record.</source>
        <translation>看来每位客人都只有一份档案。</translation>
    </message>
    <message>
        <source>Nobody to win back</source>
        <translation>没有需要挽回的客人</translation>
    </message>
    <message>
        <source>No guests yet</source>
        <translation>还没有客人</translation>
    </message>
    <message>
        <source>Guests appear after their first case.</source>
        <translation>有了第一件投诉，客人就会出现在这里。</translation>
    </message>
</context>
<context>
    <name>GuestPane</name>
    <message>
        <source>Couldn’t open this guest.</source>
        <extracomment>fields of a task, said where they are</extracomment>
        <translation>这位客人的档案打不开。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Changed on another screen.</source>
        <translation>另一处刚修改过。</translation>
    </message>
    <message>
        <source>Theirs stands under your words. Save again to keep yours.</source>
        <translation>对方的内容列在您的文字下面。再按一次保存，以您的为准。</translation>
    </message>
    <message>
        <source>The chosen guest</source>
        <translation>选中的客人</translation>
    </message>
    <message>
        <source>No guest chosen</source>
        <translation>还没有选择客人</translation>
    </message>
    <message>
        <source>Choose a guest to see what they have been through.</source>
        <translation>请选择一位客人，了解以往情况。</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>登记投诉</translation>
    </message>
    <message>
        <source>New complaint for this guest</source>
        <translation>为这位客人登记投诉</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
</context>
<context>
    <name>GuestTable</name>
    <message>
        <source>Guests</source>
        <extracomment>another guest, by id Enter: to the profile</extracomment>
        <translation>客人</translation>
    </message>
</context>
<context>
    <name>GuestText</name>
    <message>
        <source>Guest</source>
        <extracomment>characters of one line; no column shows more</extracomment>
        <translation>客人</translation>
    </message>
    <message>
        <source>Phone and e-mail</source>
        <translation>电话和邮箱</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Last case</source>
        <translation>最近一件</translation>
    </message>
    <message>
        <source>Last score</source>
        <translation>最近评分</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>值得留意</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>还不知道姓名</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} 件未结</translation>
    </message>
    <message>
        <source>{score} of 5</source>
        <translation>{score} 分</translation>
    </message>
    <message>
        <source>May not come back</source>
        <translation>可能不再来</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>Known since {day}</source>
        <translation>{day} 起有记录</translation>
    </message>
</context>
<context>
    <name>GuestsHead</name>
    <message>
        <source>{count} found</source>
        <translation>找到 {count} 位</translation>
    </message>
    <message>
        <source>{count} in all · those who were here last first</source>
        <translation>共 {count} 位 · 最近来过的在前</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} 份待核对</translation>
    </message>
    <message>
        <source>{count} to win back</source>
        <translation>{count} 位需要挽回</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>客人</translation>
    </message>
    <message>
        <source>Name, pinyin, initials, phone, e-mail</source>
        <translation>姓名、拼音、首字母、电话、邮箱</translation>
    </message>
    <message>
        <source>Search guests</source>
        <translation>搜索客人</translation>
    </message>
</context>
<context>
    <name>GuestsScreen</name>
    <message>
        <source>The profile is saved.</source>
        <translation>档案已保存。</translation>
    </message>
    <message>
        <source>Two records are one now.</source>
        <translation>两份档案已合并。</translation>
    </message>
    <message>
        <source>Kept as two guests.</source>
        <translation>仍是两位客人。</translation>
    </message>
    <message>
        <source>The records are apart again.</source>
        <translation>两份档案已拆开。</translation>
    </message>
    <message>
        <source>The task is given.</source>
        <translation>任务已安排。</translation>
    </message>
    <message>
        <source>The task is done.</source>
        <translation>任务已完成。</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>客人</translation>
    </message>
</context>
<context>
    <name>HistoryPart</name>
    <message>
        <source>History</source>
        <translation>往来记录</translation>
    </message>
    <message>
        <source>No cases that you may read.</source>
        <translation>没有您可以查看的投诉。</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>显示全部 {count} 件</translation>
    </message>
</context>
<context>
    <name>LeavingPart</name>
    <message>
        <source>To win back</source>
        <extracomment>o&apos;clock, when a guest may be called</extracomment>
        <translation>需要挽回</translation>
    </message>
    <message>
        <source>Call {name} and ask how we can make it right</source>
        <translation>致电 {name}，询问怎样补救才能让客人满意</translation>
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
        <translation>期限</translation>
    </message>
    <message>
        <source>Give the task</source>
        <translation>安排任务</translation>
    </message>
    <message>
        <source>overdue since {time}</source>
        <translation>{time} 已到期</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>{time} 前</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>LookChips</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Possible doubles</source>
        <translation>可能重复</translation>
    </message>
    <message>
        <source>May not come back</source>
        <translation>可能不再来</translation>
    </message>
</context>
<context>
    <name>MergedPart</name>
    <message>
        <source>Merged records</source>
        <translation>已合并的档案</translation>
    </message>
    <message>
        <source>{day}, by {person}</source>
        <translation>{day}，{person}</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>拆开</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Preferences</source>
        <extracomment>logical pixels and what stands round the lines</extracomment>
        <translation>偏好</translation>
    </message>
    <message>
        <source>May we keep them?</source>
        <translation>可以保留吗？</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Address as</source>
        <translation>称呼</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Private notes</source>
        <translation>私密备注</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>A quiet room, no feathers, green tea …</source>
        <translation>安静的房间、不要羽绒枕、绿茶……</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Declines</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>For those who decide; never searched, never in lists.</source>
        <translation>只供有权决定的人查看；不参与搜索，也不在列表中显示。</translation>
    </message>
    <message>
        <source>New cases of this guest are read by managers only.</source>
        <translation>这位客人的新投诉只有经理能看。</translation>
    </message>
    <message>
        <source>Theirs: {value}</source>
        <translation>对方：{value}</translation>
    </message>
    <message>
        <source>Agreed on {day}</source>
        <translation>{day} 同意</translation>
    </message>
    <message>
        <source>Declined on {day}</source>
        <translation>{day} 不同意</translation>
    </message>
</context>
<context>
    <name>SumsPart</name>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation>补偿</translation>
    </message>
    <message>
        <source>Last score</source>
        <translation>最近评分</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均</translation>
    </message>
</context>
</TS>

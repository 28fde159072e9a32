<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CaseClocks</name>
    <message>
        <source>First reply</source>
        <extracomment>in which seconds are counted nobody counts a thousand hours</extracomment>
        <translation>首次响应</translation>
    </message>
    <message>
        <source>answered in {span}</source>
        <translation>用时 {span}</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>未响应</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>resolved in {span}</source>
        <translation>用时 {span}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>target {span}</source>
        <translation>目标 {span}</translation>
    </message>
    <message>
        <source>no due time</source>
        <translation>无时限</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>超时 {span}</translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation>剩余 {span}</translation>
    </message>
</context>
<context>
    <name>CaseHeader</name>
    <message>
        <source>The guest’s profile</source>
        <extracomment>logical pixels that a name keeps before tags make way</extracomment>
        <translation>客人档案</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Copies the number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More moves</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>投诉档案</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>致歉信</translation>
    </message>
</context>
<context>
    <name>CaseScreen</name>
    <message>
        <source>Done</source>
        <extracomment>how often the desk is asked whether somebody else changed the case; typed text is kept as often</extracomment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>{done} · {number}</source>
        <translation>{done} · {number}</translation>
    </message>
    <message>
        <source>Taken back · {number}</source>
        <translation>已撤销 · {number}</translation>
    </message>
    <message>
        <source>Changed on another screen; shown as it is now.</source>
        <translation>已在别处更改，现显示最新内容。</translation>
    </message>
    <message>
        <source>Copied {number}.</source>
        <translation>已复制 {number}。</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>投诉</translation>
    </message>
</context>
<context>
    <name>CaseStack</name>
    <message>
        <source>There is no such case</source>
        <translation>没有这件投诉</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>This case is restricted</source>
        <translation>这件投诉限制查看</translation>
    </message>
    <message>
        <source>Couldn’t read the case</source>
        <translation>投诉读不出来</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>Room {room}</source>
        <extracomment>characters of one part</extracomment>
        <translation>{room} 房</translation>
    </message>
    <message>
        <source>Order {reference}</source>
        <translation>订单 {reference}</translation>
    </message>
    <message>
        <source>Owner {name}</source>
        <translation>负责人 {name}</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>限制查看</translation>
    </message>
    <message>
        <source>Mark resolved</source>
        <translation>标为已解决</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续处理</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>我来处理</translation>
    </message>
    <message>
        <source>Set to waiting</source>
        <translation>设为等待</translation>
    </message>
    <message>
        <source>Withdrawn by the guest</source>
        <translation>客人撤回</translation>
    </message>
    <message>
        <source>Mark as a duplicate</source>
        <translation>标为重复</translation>
    </message>
    <message>
        <source>Restrict</source>
        <translation>限制查看</translation>
    </message>
    <message>
        <source>Lift the restriction</source>
        <translation>取消限制查看</translation>
    </message>
    <message>
        <source>Before “{move}”: {needs}</source>
        <translation>“{move}”之前：{needs}</translation>
    </message>
</context>
<context>
    <name>ClashPanel</name>
    <message>
        <source>Changed on another screen at {time}.</source>
        <extracomment>changes of the others</extracomment>
        <translation>{time} 已在别处更改。</translation>
    </message>
    <message>
        <source>Changed on another screen.</source>
        <translation>已在别处更改。</translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation>您输入的内容仍在。</translation>
    </message>
    <message>
        <source>No new entries in the history.</source>
        <translation>历史中没有新条目。</translation>
    </message>
    <message>
        <source>See both</source>
        <translation>查看两个版本</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>What happened meanwhile</source>
        <translation>其间发生的事</translation>
    </message>
    <message>
        <source>What you were about to do</source>
        <translation>您正要做的事</translation>
    </message>
</context>
<context>
    <name>EntryBar</name>
    <message>
        <source>Note</source>
        <extracomment>logical pixels of the field&apos;s padding and edges, above and below</extracomment>
        <translation>备注</translation>
    </message>
    <message>
        <source>Log call</source>
        <translation>记录通话</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a note. What changed, in one line?</source>
        <translation>写一条备注：有什么变化？</translation>
    </message>
</context>
<context>
    <name>StageBar</name>
    <message>
        <source>now: {state}</source>
        <translation>现在：{state}</translation>
    </message>
    <message>
        <source>next: {state}</source>
        <translation>下一步：{state}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接到</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Timeline</source>
        <extracomment>a story longer than this many screens opens at its end</extracomment>
        <translation>时间线</translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation>时间线显示内容</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>客人</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Nothing of this kind yet</source>
        <translation>暂无此类内容</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <extracomment>logical pixels by which a turn of the wheel scrolls, times three the menu made last</extracomment>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
</TS>

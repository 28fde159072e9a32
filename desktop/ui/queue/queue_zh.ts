<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActingPage</name>
    <message>
        <source>Case {number} of {count}</source>
        <translation>第 {number} 件，共 {count} 件</translation>
    </message>
    <message>
        <source>Stopping after this case</source>
        <translation>这一件做完就停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>ActsPane</name>
    <message>
        <source>This case is yours.</source>
        <extracomment>logical pixels left and right of the buttons</extracomment>
        <translation>这件已由您负责。</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>我来处理</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>CasePart</name>
    <message>
        <source>1 earlier case</source>
        <extracomment>characters of what the guest said</extracomment>
        <translation>之前有 1 件</translation>
    </message>
    <message>
        <source>{count} earlier cases</source>
        <translation>之前有 {count} 件</translation>
    </message>
    <message>
        <source>Repeat guest</source>
        <translation>回头客</translation>
    </message>
    <message>
        <source>Taken {time}</source>
        <translation>{time} 登记</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>This case is restricted. Who may read it: {roles}.</source>
        <translation>这件投诉受限查看。可以查看的人：{roles}。</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Unacknowledged</source>
        <translation>待受理</translation>
    </message>
    <message>
        <source>Due within 1 h</source>
        <translation>1 小时内到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Follow-ups today</source>
        <translation>今日回访</translation>
    </message>
</context>
<context>
    <name>ClockText</name>
    <message>
        <source>after {span}</source>
        <translation>{span} 后</translation>
    </message>
    <message>
        <source>no due time</source>
        <translation>无时限</translation>
    </message>
    <message>
        <source>update</source>
        <translation>告知</translation>
    </message>
    <message>
        <source>due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>ClocksPart</name>
    <message>
        <source>First reply</source>
        <translation>首次响应</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解决</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Any category</source>
        <extracomment>logical pixels</extracomment>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>HintRow</name>
    <message>
        <source>select</source>
        <extracomment>logical pixels at the sides, between cap and word, and between two hints</extracomment>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>take it</source>
        <translation>我来处理</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>settle</source>
        <translation>当场解决</translation>
    </message>
    <message>
        <source>choose several</source>
        <translation>选择多件</translation>
    </message>
    <message>
        <source>filter by chip</source>
        <translation>按卡片筛选</translation>
    </message>
    <message>
        <source>next pane</source>
        <translation>切换窗格</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>Your cases are safe in the {time} backup.</source>
        <extracomment>the filter cleared all open cases, instead of an empty chip</extracomment>
        <translation>您的单据已安全保存在 {time} 的备份中。</translation>
    </message>
    <message>
        <source>Couldn’t read the case file.</source>
        <translation>无法读取单据文件。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>No open complaints.</source>
        <translation>没有未结投诉。</translation>
    </message>
    <message>
        <source>New ones appear here.</source>
        <translation>新的投诉会出现在这里。</translation>
    </message>
    <message>
        <source>The filter leaves nothing to show.</source>
        <translation>没有符合筛选条件的单据。</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有符合的结果</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Everyone has been answered.</source>
        <translation>所有客人都已受理。</translation>
    </message>
    <message>
        <source>Nothing is due within the hour.</source>
        <translation>一小时内没有到期的单据。</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>没有超时的单据。</translation>
    </message>
    <message>
        <source>Nobody is to be called today.</source>
        <translation>今天没有需要回访的客人。</translation>
    </message>
    <message>
        <source>Show all open cases</source>
        <translation>显示全部未结</translation>
    </message>
</context>
<context>
    <name>NextPart</name>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message>
        <source>Filter</source>
        <extracomment>bool the queue&apos;s own order again</extracomment>
        <translation>筛选</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} 件未结</translation>
    </message>
    <message>
        <source>{count} unacknowledged</source>
        <translation>{count} 件待受理</translation>
    </message>
    <message>
        <source>{count} due within 1 h</source>
        <translation>{count} 件 1 小时内到期</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} 件已超时</translation>
    </message>
    <message>
        <source>{count} follow-ups today</source>
        <translation>今日回访 {count} 件</translation>
    </message>
    <message>
        <source>sorted by {column}</source>
        <translation>按{column}排序</translation>
    </message>
    <message>
        <source>the longest due first</source>
        <translation>最早到期在前</translation>
    </message>
    <message>
        <source>most urgent first</source>
        <translation>最紧急在前</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>最紧急在前</translation>
    </message>
    <message>
        <source>Whose cases</source>
        <translation>谁的单据</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>打印列表</translation>
    </message>
    <message>
        <source>Columns and order</source>
        <translation>列与排序</translation>
    </message>
</context>
<context>
    <name>QueueMenus</name>
    <message>
        <source>Columns</source>
        <extracomment>the menu made last</extracomment>
        <translation>列</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>最紧急在前</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>我来处理</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Choose with others</source>
        <translation>加入多选</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制单号</translation>
    </message>
</context>
<context>
    <name>QueuePreview</name>
    <message>
        <source>Couldn’t read this case.</source>
        <translation>无法读取这件单据。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>The chosen case</source>
        <translation>选中的单据</translation>
    </message>
    <message>
        <source>No case chosen</source>
        <translation>未选中单据</translation>
    </message>
    <message>
        <source>Choose a case to see why it is where it is.</source>
        <translation>选中一件，看看它为什么排在这里。</translation>
    </message>
</context>
<context>
    <name>QueueScreen</name>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 件</translation>
    </message>
    <message>
        <source>1 selected</source>
        <translation>已选 1 件</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
</context>
<context>
    <name>QueueTable</name>
    <message>
        <source>Cases</source>
        <extracomment>logical pixels of window below which the owner makes way (design.md 7) another row, by its number the numbers of the cases that shall be ticked global position</extracomment>
        <translation>单据</translation>
    </message>
</context>
<context>
    <name>QueueTableModel</name>
    <message>
        <source>Priority</source>
        <extracomment>the whole QueueRow, for delegates; None where the row isn&apos;t held the same cases in the same places, perhaps more behind them</extracomment>
        <translation>优先级</translation>
    </message>
</context>
<context>
    <name>QueueText</name>
    <message>
        <source>Score</source>
        <extracomment>characters of one cell; no column shows more</extracomment>
        <translation>分值</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>客人</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>Room {room}</source>
        <translation>{room} 房</translation>
    </message>
    <message>
        <source>Order {reference}</source>
        <translation>订单 {reference}</translation>
    </message>
    <message>
        <source>For managers only</source>
        <translation>只有经理能看</translation>
    </message>
    <message>
        <source>{band}, counts one higher while it is late</source>
        <translation>{band}，超时期间按高一级排序</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Priority {number}, score {score}</source>
        <translation>优先级 {number}，{score} 分</translation>
    </message>
</context>
<context>
    <name>SeveralPane</name>
    <message>
        <source>and {count} more</source>
        <extracomment>chosen cases that are named; the others are counted</extracomment>
        <translation>另有 {count} 件</translation>
    </message>
    <message>
        <source>Choose all {count}</source>
        <translation>选择全部 {count} 件</translation>
    </message>
    <message>
        <source>{count} were not tried.</source>
        <translation>有 {count} 件没有处理。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>SpeakingQueue</name>
    <message>
        <source>Overdue: {case}</source>
        <extracomment>from whatever thread an act on several cases runs</extracomment>
        <translation>已超时：{case}</translation>
    </message>
    <message>
        <source>{number} is yours now.</source>
        <translation>{number} 已由您负责。</translation>
    </message>
    <message>
        <source>{number} is acknowledged.</source>
        <translation>{number} 已受理。</translation>
    </message>
    <message>
        <source>{number} is settled.</source>
        <translation>{number} 已当场解决。</translation>
    </message>
    <message>
        <source>{number}: taken back.</source>
        <translation>{number}：已撤销。</translation>
    </message>
    <message>
        <source>{count} chosen cases are no longer in this list.</source>
        <translation>所选的 {count} 件已不在此列表中。</translation>
    </message>
    <message>
        <source>1 chosen case is no longer in this list.</source>
        <translation>所选的 1 件已不在此列表中。</translation>
    </message>
    <message>
        <source>Cases are settled one by one.</source>
        <translation>当场解决要逐件进行。</translation>
    </message>
    <message>
        <source>Copied {number}.</source>
        <translation>已复制 {number}。</translation>
    </message>
</context>
<context>
    <name>WhyText</name>
    <message>
        <source>Why {band}</source>
        <extracomment>What exposes a case, the gravest first; the regulator&apos;s channel counts as its flag.</extracomment>
        <translation>为什么是 {band}</translation>
    </message>
    <message>
        <source>{flag} makes it at least {band}.</source>
        <translation>{flag}：至少为 {band}。</translation>
    </message>
    <message>
        <source>A manager set it to {band}.</source>
        <translation>由经理定为 {band}。</translation>
    </message>
    <message>
        <source>Reopened: at least {band} until it is resolved again.</source>
        <translation>重新打开：再次解决前至少为 {band}。</translation>
    </message>
    <message>
        <source>Not a complaint: always {band}.</source>
        <translation>不是投诉：一律为 {band}。</translation>
    </message>
    <message>
        <source>Late: {band} counts as {raised} while it is late.</source>
        <translation>已超时：超时期间 {band} 按 {raised} 排序。</translation>
    </message>
    <message>
        <source>{part}, not assessed</source>
        <translation>{part}（未评估）</translation>
    </message>
    <message>
        <source>{part}: {word}</source>
        <translation>{part}：{word}</translation>
    </message>
    <message>
        <source>Same problem open</source>
        <translation>同一问题未解决</translation>
    </message>
    <message>
        <source>Repeat in 90 days</source>
        <translation>90 天内重复投诉</translation>
    </message>
</context>
</TS>

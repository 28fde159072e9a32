<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CancelForm</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why it isn’t kept, or needn’t be</source>
        <translation>为什么做不到，或不再需要</translation>
    </message>
    <message>
        <source>Cancel the promise</source>
        <translation>取消承诺</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Needed to decline</source>
        <translation>不批准时必填</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不批准</translation>
    </message>
</context>
<context>
    <name>DueField</name>
    <message>
        <source>In 1 h</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>Tonight 23:00</source>
        <translation>今晚 23:00</translation>
    </message>
    <message>
        <source>Tomorrow 10:00</source>
        <translation>明天 10:00</translation>
    </message>
    <message>
        <source>Own time</source>
        <translation>其他时间</translation>
    </message>
</context>
<context>
    <name>DueText</name>
    <message>
        <source>by {time}</source>
        <translation>{time} 前</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>Copy {field}</source>
        <translation>复制{field}</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事情经过</translation>
    </message>
    <message>
        <source>Confirmed facts</source>
        <translation>已确认的事实</translation>
    </message>
    <message>
        <source>Confirm facts</source>
        <translation>确认事实</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>客人</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>代谁投诉</translation>
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
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>{channel}, in writing</source>
        <translation>{channel}，书面</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Problem date</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>受理人</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>落差</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>可能的影响</translation>
    </message>
    <message>
        <source>Rated {time} by {name}</source>
        <translation>{name} 于 {time} 评估</translation>
    </message>
    <message>
        <source>Rated {time}</source>
        <translation>{time} 评估</translation>
    </message>
    <message>
        <source>Not confirmed yet. No words on fault before they are.</source>
        <translation>尚未确认。确认之前不谈责任。</translation>
    </message>
    <message>
        <source>Confirmed {time} by {name}</source>
        <translation>{name} 于 {time} 确认</translation>
    </message>
    <message>
        <source>Confirmed {time}</source>
        <translation>{time} 确认</translation>
    </message>
    <message>
        <source>What is established? Please write it in a sentence.</source>
        <translation>查明了什么？请用一句话写下来。</translation>
    </message>
</context>
<context>
    <name>FactsForm</name>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>What we know for sure</source>
        <translation>已经查明的情况</translation>
    </message>
    <message>
        <source>Confirm facts</source>
        <translation>确认事实</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FactsText</name>
    <message>
        <source>Why {band}</source>
        <translation>为什么是 {band}</translation>
    </message>
    <message>
        <source>{flag} makes it at least {band}.</source>
        <translation>因“{flag}”，至少为 {band}。</translation>
    </message>
    <message>
        <source>A manager set it to {band}.</source>
        <translation>经理设定为 {band}。</translation>
    </message>
    <message>
        <source>Reopened: at least {band} until it is resolved again.</source>
        <translation>已重开：再次解决之前至少为 {band}。</translation>
    </message>
    <message>
        <source>Late: {band} counts as {raised} while it is late.</source>
        <translation>已超时：超时期间 {band} 按 {raised} 处理。</translation>
    </message>
    <message>
        <source>{part}: {detail}</source>
        <translation>{part}：{detail}</translation>
    </message>
</context>
<context>
    <name>FiveWhys</name>
    <message>
        <source>Ask why again</source>
        <translation>再问一个为什么</translation>
    </message>
</context>
<context>
    <name>FollowUpCard</name>
    <message>
        <source>Follow-up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Ask: “Is it really right now? Is anything still open?”</source>
        <translation>请问客人：“现在真的都好了吗？还有什么没解决的？”</translation>
    </message>
    <message>
        <source>How well did we put it right?</source>
        <translation>我们补救得怎么样？</translation>
    </message>
    <message>
        <source>The result was fair</source>
        <translation>结果公平</translation>
    </message>
    <message>
        <source>It was quick and easy</source>
        <translation>快捷省事</translation>
    </message>
    <message>
        <source>Treated with respect</source>
        <translation>受到尊重</translation>
    </message>
    <message>
        <source>Would come back or recommend us</source>
        <translation>愿意再来或推荐给别人</translation>
    </message>
    <message>
        <source>Came back?</source>
        <translation>后来又来了吗？</translation>
    </message>
    <message>
        <source>Save answers</source>
        <translation>保存答复</translation>
    </message>
    <message>
        <source>Asked, no answer</source>
        <translation>已询问，未答复</translation>
    </message>
    <message>
        <source>Add the guest’s words</source>
        <translation>记下客人的原话</translation>
    </message>
    <message>
        <source>Mood at start</source>
        <translation>开始时的情绪</translation>
    </message>
    <message>
        <source>Mood now</source>
        <translation>现在的情绪</translation>
    </message>
    <message>
        <source>{question} {answer}</source>
        <translation>{question}{answer}</translation>
    </message>
    <message>
        <source>Not asked: {reason}</source>
        <translation>未询问：{reason}</translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation>尚未询问。</translation>
    </message>
    <message>
        <source>Asked {time}, no answer yet.</source>
        <translation>{time} 已询问，尚未答复。</translation>
    </message>
    <message>
        <source>What did the guest say? Please write it in their own words.</source>
        <translation>客人说了什么？请写下客人的原话。</translation>
    </message>
</context>
<context>
    <name>InvolveForm</name>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Add to the case</source>
        <translation>加入处理</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>LinkedCard</name>
    <message>
        <source>Linked</source>
        <translation>相关投诉</translation>
    </message>
    <message>
        <source>Same guest: {summary}</source>
        <translation>同一客人：{summary}</translation>
    </message>
    <message>
        <source>The original: {summary}</source>
        <translation>原投诉：{summary}</translation>
    </message>
    <message>
        <source>Duplicate: {summary}</source>
        <translation>重复：{summary}</translation>
    </message>
</context>
<context>
    <name>LongText</name>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
</context>
<context>
    <name>PassOnForm</name>
    <message>
        <source>To</source>
        <translation>移交给</translation>
    </message>
    <message>
        <source>Colleague or department</source>
        <translation>同事或部门</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>People</source>
        <translation>处理人员</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Add a person to the case</source>
        <translation>添加处理人员</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>我来处理</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Owner · you</source>
        <translation>负责人 · 您</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>{name} has done their part</source>
        <translation>{name} 的部分已完成</translation>
    </message>
    <message>
        <source>Who helps? Please choose a colleague.</source>
        <translation>请谁协助？请选择一位同事。</translation>
    </message>
    <message>
        <source>To whom? Please choose a colleague or a department.</source>
        <translation>移交给谁？请选择同事或部门。</translation>
    </message>
</context>
<context>
    <name>PromiseForm</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>In the words the guest heard</source>
        <translation>按对客人说的原话</translation>
    </message>
    <message>
        <source>Add promise</source>
        <translation>添加承诺</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What was promised? Please write it in a few words.</source>
        <translation>承诺了什么？请简短写下来。</translation>
    </message>
</context>
<context>
    <name>PromisesCard</name>
    <message>
        <source>Promises to the guest</source>
        <translation>对客人的承诺</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Add a promise</source>
        <translation>添加承诺</translation>
    </message>
    <message>
        <source>Kept: {promise}</source>
        <translation>已兑现：{promise}</translation>
    </message>
    <message>
        <source>Was kept: {promise}</source>
        <translation>已经兑现：{promise}</translation>
    </message>
    <message>
        <source>Cancel: {promise}</source>
        <translation>取消：{promise}</translation>
    </message>
    <message>
        <source>kept {time}</source>
        <translation>{time} 已兑现</translation>
    </message>
    <message>
        <source>cancelled {time}</source>
        <translation>{time} 已取消</translation>
    </message>
    <message>
        <source>Promised for {time} by {name}</source>
        <translation>{name} 承诺的期限：{time}</translation>
    </message>
</context>
<context>
    <name>RemedyCard</name>
    <message>
        <source>Remedy</source>
        <translation>补救</translation>
    </message>
    <message>
        <source>Add a remedy</source>
        <translation>添加补救</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>解决方案</translation>
    </message>
    <message>
        <source>Beyond what was expected</source>
        <translation>超出期望的部分</translation>
    </message>
    <message>
        <source>So that it doesn’t happen again</source>
        <translation>防止再次发生</translation>
    </message>
    <message>
        <source>Guest’s words on agreeing</source>
        <translation>客人同意时的话</translation>
    </message>
    <message>
        <source>No cost</source>
        <translation>无费用</translation>
    </message>
    <message>
        <source>Total given</source>
        <translation>已给合计</translation>
    </message>
    <message>
        <source>Total offered</source>
        <translation>方案合计</translation>
    </message>
    <message>
        <source>Given {time}</source>
        <translation>{time} 已给</translation>
    </message>
    <message>
        <source>Within limit</source>
        <translation>额度之内</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>等待批准</translation>
    </message>
    <message>
        <source>Approved · {name}</source>
        <translation>已批准 · {name}</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>limit {sum}</source>
        <translation>额度 {sum}</translation>
    </message>
    <message>
        <source>manager {sum}</source>
        <translation>经理 {sum}</translation>
    </message>
    <message>
        <source>{name} asked at {time} for {sum}.</source>
        <translation>{name} 于 {time} 申请 {sum}。</translation>
    </message>
</context>
<context>
    <name>RemedyForm</name>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Law card</source>
        <translation>法规卡</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>解决方案</translation>
    </message>
    <message>
        <source>Beyond</source>
        <translation>额外</translation>
    </message>
    <message>
        <source>Prevention</source>
        <translation>预防</translation>
    </message>
    <message>
        <source>Empty: no cost</source>
        <translation>留空表示无费用</translation>
    </message>
    <message>
        <source>What exactly, by when</source>
        <translation>具体内容和时间</translation>
    </message>
    <message>
        <source>Replaces what was offered</source>
        <translation>替换原方案</translation>
    </message>
    <message>
        <source>What solves it</source>
        <translation>怎样解决</translation>
    </message>
    <message>
        <source>More than the guest expected</source>
        <translation>超出客人期望的部分</translation>
    </message>
    <message>
        <source>What stops it happening again</source>
        <translation>怎样防止再次发生</translation>
    </message>
    <message>
        <source>Solution in words</source>
        <translation>填写解决方案</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>How much does the law set? Please enter the sum.</source>
        <translation>法律规定多少？请填写金额。</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>申请批准</translation>
    </message>
    <message>
        <source>Offer this</source>
        <translation>提出方案</translation>
    </message>
    <message>
        <source>A sum that the law sets passes the limits; a manager gives it, by its law card.</source>
        <translation>法定赔偿不受额度限制，由经理依据法规卡给出。</translation>
    </message>
    <message>
        <source>Above the {most} you may give: it waits for an approval.</source>
        <translation>超过您可给的 {most}，需要等待批准。</translation>
    </message>
    <message>
        <source>You may give up to {most} this month.</source>
        <translation>本月您还可给 {most}。</translation>
    </message>
    <message>
        <source>You may give up to {most} on this case.</source>
        <translation>这件投诉您最多可给 {most}。</translation>
    </message>
    <message>
        <source>You may give up to {most} on this case; {month} left this month.</source>
        <translation>这件投诉您最多可给 {most}；本月还剩 {month}。</translation>
    </message>
</context>
<context>
    <name>RootCauseCard</name>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>5 whys</source>
        <translation>五个为什么</translation>
    </message>
    <message>
        <source>Outcome and lesson</source>
        <translation>责任认定和改进</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>More closely</source>
        <translation>具体</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>责任认定</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>结案方式</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>改进</translation>
    </message>
    <message>
        <source>What we do differently</source>
        <translation>今后怎样改进</translation>
    </message>
</context>
<context>
    <name>TaskForm</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Colleague or department</source>
        <translation>同事或部门</translation>
    </message>
    <message>
        <source>Add task</source>
        <translation>添加任务</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What is to be done? Please write it in a few words.</source>
        <translation>要做什么？请简短写下来。</translation>
    </message>
    <message>
        <source>Who does it? Please choose a colleague or a department.</source>
        <translation>由谁来做？请选择同事或部门。</translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>添加任务</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>已完成 {done}/{total}</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>已完成：{title}</translation>
    </message>
    <message>
        <source>Finish: {title}</source>
        <translation>完成：{title}</translation>
    </message>
    <message>
        <source>Done {time} by {name}</source>
        <translation>{name} 于 {time} 完成</translation>
    </message>
    <message>
        <source>Due {time}</source>
        <translation>期限 {time}</translation>
    </message>
</context>
<context>
    <name>WhyStep</name>
    <message>
        <source>Why did it happen?</source>
        <translation>为什么会发生？</translation>
    </message>
    <message>
        <source>Why was that?</source>
        <translation>为什么会这样？</translation>
    </message>
    <message>
        <source>Until it is something we can change</source>
        <translation>一直问到我们能改变的事</translation>
    </message>
    <message>
        <source>Why {number}</source>
        <translation>第 {number} 个为什么</translation>
    </message>
    <message>
        <source>What shows it</source>
        <translation>有什么依据</translation>
    </message>
    <message>
        <source>Evidence for why {number}</source>
        <translation>第 {number} 个为什么的依据</translation>
    </message>
    <message>
        <source>Change why {number}</source>
        <translation>修改第 {number} 个为什么</translation>
    </message>
    <message>
        <source>Shown by: {evidence}</source>
        <translation>依据：{evidence}</translation>
    </message>
</context>
<context>
    <name>WordsForm</name>
    <message>
        <source>Words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>In the guest’s own words</source>
        <translation>客人的原话</translation>
    </message>
    <message>
        <source>Keep these words</source>
        <translation>保存原话</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
</TS>

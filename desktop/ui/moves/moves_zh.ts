<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AcknowledgeForm</name>
    <message>
        <source>How did you tell the guest?</source>
        <translation>您是怎样告知客人的？</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>什么时候？</translation>
    </message>
</context>
<context>
    <name>AssessForm</name>
    <message>
        <source>Kind of record</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重度</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>时间要求</translation>
    </message>
    <message>
        <source>Must not be overlooked</source>
        <translation>不可忽视</translation>
    </message>
    <message>
        <source>What kind of problem is it?</source>
        <translation>问题的性质</translation>
    </message>
    <message>
        <source>What seems to be the cause?</source>
        <translation>看来是什么原因？</translation>
    </message>
    <message>
        <source>What may come of it?</source>
        <translation>可能带来什么影响？</translation>
    </message>
    <message>
        <source>What was rated at intake is filled in. Change what you see differently.</source>
        <translation>已填入登记时的评估，看法不同的地方请修改。</translation>
    </message>
    <message>
        <source>At intake: {word}</source>
        <translation>登记时：{word}</translation>
    </message>
</context>
<context>
    <name>BulkForm</name>
    <message>
        <source>{count} cases chosen</source>
        <translation>已选 {count} 件投诉</translation>
    </message>
    <message>
        <source>1 case chosen</source>
        <translation>已选 1 件投诉</translation>
    </message>
    <message>
        <source>What do you want to do with them?</source>
        <translation>要怎样处理这些投诉？</translation>
    </message>
    <message>
        <source>{verb}: {count}</source>
        <translation>{verb}（{count}）</translation>
    </message>
</context>
<context>
    <name>BulkResult</name>
    <message>
        <source>Taken back.</source>
        <extracomment>refusals that are shown at once; more of them come when asked for</extracomment>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>{count} cases done.</source>
        <translation>已完成 {count} 件。</translation>
    </message>
    <message>
        <source>1 case done.</source>
        <translation>已完成 1 件。</translation>
    </message>
    <message>
        <source>{count} cases left as they were:</source>
        <translation>{count} 件没有改动：</translation>
    </message>
    <message>
        <source>1 case left as it was:</source>
        <translation>1 件没有改动：</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>全部撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cases that were left as they were</source>
        <translation>未改动的投诉</translation>
    </message>
</context>
<context>
    <name>CategoryEntry</name>
    <message>
        <source>Type a word, or choose</source>
        <extracomment>what &apos;Assessed&apos; asks for (domain.md 3), in the form&apos;s order</extracomment>
        <translation>输入词语，或从中选择</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>所有类别</translation>
    </message>
</context>
<context>
    <name>ChoiceEntry</name>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
</context>
<context>
    <name>CloseForm</name>
    <message>
        <source>Was the complaint right?</source>
        <translation>投诉是否成立？</translation>
    </message>
    <message>
        <source>Why did it happen?</source>
        <translation>为什么会发生？</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>怎样结案？</translation>
    </message>
    <message>
        <source>Five whys</source>
        <translation>五个为什么</translation>
    </message>
    <message>
        <source>What can be learned from it?</source>
        <translation>从中学到什么？</translation>
    </message>
    <message>
        <source>Why was the guest not asked?</source>
        <translation>为什么没有回访客人？</translation>
    </message>
    <message>
        <source>Why do you close it alone?</source>
        <translation>为什么由您一人结案？</translation>
    </message>
    <message>
        <source>A case ends with what was learned from it.</source>
        <translation>结案时记下学到的东西。</translation>
    </message>
    <message>
        <source>The guest was asked about the handling.</source>
        <translation>已就处理情况回访客人。</translation>
    </message>
    <message>
        <source>The guest hasn’t been asked about the handling yet.</source>
        <translation>还没有就处理情况回访客人。</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>现在回访</translation>
    </message>
    <message>
        <source>Suggested: a statutory sum stands on the case.</source>
        <translation>建议：这件投诉有法定赔偿。</translation>
    </message>
    <message>
        <source>Suggested: money was given.</source>
        <translation>建议：已给予金钱补救。</translation>
    </message>
    <message>
        <source>Suggested: the guest was not reached.</source>
        <translation>建议：没有联系上客人。</translation>
    </message>
    <message>
        <source>More exactly</source>
        <translation>具体是</translation>
    </message>
</context>
<context>
    <name>ConfirmFactsForm</name>
    <message>
        <source>What is certain now?</source>
        <translation>现在可以确定什么？</translation>
    </message>
    <message>
        <source>Only what was seen, measured or said by more than one side.</source>
        <translation>只写看到的、量过的，或不止一方说过的。</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>How?</source>
        <translation>怎样联系？</translation>
    </message>
    <message>
        <source>Was the guest reached?</source>
        <translation>联系到客人了吗？</translation>
    </message>
    <message>
        <source>With whom?</source>
        <translation>和谁联系？</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>什么时候？</translation>
    </message>
    <message>
        <source>What was said?</source>
        <translation>说了什么？</translation>
    </message>
    <message>
        <source>What did you try?</source>
        <translation>您怎样尝试的？</translation>
    </message>
    <message>
        <source>This also acknowledges the case.</source>
        <translation>这同时算作受理。</translation>
    </message>
    <message>
        <source>Tried before on {days} days.</source>
        <translation>此前已有 {days} 天尝试联系。</translation>
    </message>
    <message>
        <source>Tried before on 1 day.</source>
        <translation>此前已有 1 天尝试联系。</translation>
    </message>
</context>
<context>
    <name>DuplicateForm</name>
    <message>
        <source>Which case is the first one?</source>
        <translation>最初的是哪一件？</translation>
    </message>
    <message>
        <source>This one leaves the queue; the other goes on.</source>
        <translation>这一件移出队列，另一件继续处理。</translation>
    </message>
    <message>
        <source>The first one was taken on {time}: {number}.</source>
        <translation>最初的一件登记于 {time}：{number}。</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>{label} (optional)</source>
        <extracomment>logical pixels of a text&apos;s edge and padding, above and below together a code and its word</extracomment>
        <translation>{label}（可不填）</translation>
    </message>
</context>
<context>
    <name>HandOverForm</name>
    <message>
        <source>To whom?</source>
        <translation>移交给谁？</translation>
    </message>
    <message>
        <source>Or to a department</source>
        <translation>或移交给部门</translation>
    </message>
    <message>
        <source>A person, a department, or both.</source>
        <translation>同事、部门，或两者都选。</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>不指定某人</translation>
    </message>
</context>
<context>
    <name>MoveForm</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NotComplaintForm</name>
    <message>
        <source>Mark as no complaint</source>
        <translation>认定为非投诉</translation>
    </message>
    <message>
        <source>The case leaves the queue and counts in no figure. It stays on record.</source>
        <translation>移出队列，不计入统计，记录仍保留。</translation>
    </message>
    <message>
        <source>What was it instead?</source>
        <translation>实际是什么情况？</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>What changed?</source>
        <translation>有什么变化？</translation>
    </message>
    <message>
        <source>Colleagues read it; the guest doesn’t.</source>
        <translation>同事能看到，客人看不到。</translation>
    </message>
</context>
<context>
    <name>OpenWork</name>
    <message>
        <source>1 task still open</source>
        <translation>还有 1 项任务未完成</translation>
    </message>
    <message>
        <source>{count} tasks still open</source>
        <translation>还有 {count} 项任务未完成</translation>
    </message>
    <message>
        <source>Show tasks</source>
        <translation>查看任务</translation>
    </message>
    <message>
        <source>1 promise still open</source>
        <translation>还有 1 项承诺未兑现</translation>
    </message>
    <message>
        <source>{count} promises still open</source>
        <translation>还有 {count} 项承诺未兑现</translation>
    </message>
    <message>
        <source>Show promises</source>
        <translation>查看承诺</translation>
    </message>
</context>
<context>
    <name>OriginalEntry</name>
    <message>
        <source>Number, guest, room or words</source>
        <translation>单号、客人、房号或词语</translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer words, or the number.</source>
        <translation>没有符合的。请少输几个词，或输入单号。</translation>
    </message>
</context>
<context>
    <name>OverrideForm</name>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因说明</translation>
    </message>
    <message>
        <source>It stands in the history.</source>
        <translation>会写入历史记录。</translation>
    </message>
    <message>
        <source>By the rules:</source>
        <translation>按规则：</translation>
    </message>
    <message>
        <source>This goes below what a flag asks for.</source>
        <translation>这低于标记要求的优先级。</translation>
    </message>
</context>
<context>
    <name>PickEntry</name>
    <message>
        <source>Show the usual answers</source>
        <translation>显示常用选项</translation>
    </message>
</context>
<context>
    <name>PriorityNow</name>
    <message>
        <source>Score {score}</source>
        <translation>{score} 分</translation>
    </message>
    <message>
        <source>was {band}</source>
        <translation>原为 {band}</translation>
    </message>
</context>
<context>
    <name>ProposeForm</name>
    <message>
        <source>What do you offer?</source>
        <extracomment>The move by which a case that can&apos;t be settled on the spot goes on.</extracomment>
        <translation>您提出什么补救？</translation>
    </message>
    <message>
        <source>Instead of what was offered before</source>
        <translation>替换之前提出的方案</translation>
    </message>
    <message>
        <source>What solves it?</source>
        <translation>怎样解决？</translation>
    </message>
    <message>
        <source>What goes beyond that?</source>
        <translation>哪些超出客人的期望？</translation>
    </message>
    <message>
        <source>What stops it happening again?</source>
        <translation>怎样防止再次发生？</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>申请批准</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提方案</translation>
    </message>
    <message>
        <source>An offer waits for an approval already.</source>
        <translation>已有一份方案在等待批准。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>More than you may give yourself. Somebody with the authority has to approve it.</source>
        <translation>超出您的权限，需要有权限的人批准。</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Reason</source>
        <translation>原因说明</translation>
    </message>
</context>
<context>
    <name>RemediesEntry</name>
    <message>
        <source>Another remedy</source>
        <extracomment>what refusals may name inside a remedy</extracomment>
        <translation>再加一项补救</translation>
    </message>
    <message>
        <source>{sum} in all</source>
        <translation>合计 {sum}</translation>
    </message>
    <message>
        <source>you may give without limit</source>
        <translation>您的权限没有上限</translation>
    </message>
    <message>
        <source>you may give {sum}</source>
        <translation>您可给予 {sum}</translation>
    </message>
</context>
<context>
    <name>RemedyLine</name>
    <message>
        <source>Remedy</source>
        <extracomment>What is done with words and work alone; a sum would say nothing. logical pixels: sum and note stand beside each other in the queue&apos;s preview</extracomment>
        <translation>补救方式</translation>
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
        <source>Take remedy {place} off</source>
        <translation>去掉第 {place} 项补救</translation>
    </message>
</context>
<context>
    <name>ReopenForm</name>
    <message>
        <source>It comes back under the same number, with a fresh resolve clock.</source>
        <translation>沿用原单号重新打开，解决时限重新计算。</translation>
    </message>
    <message>
        <source>It comes back as {band} under the same number, with a fresh resolve clock.</source>
        <translation>沿用原单号以 {band} 重新打开，解决时限重新计算。</translation>
    </message>
    <message>
        <source>What did the guest come back with?</source>
        <translation>客人回来反映了什么？</translation>
    </message>
</context>
<context>
    <name>ResolveForm</name>
    <message>
        <source>How was the guest told the result?</source>
        <translation>怎样把结果告知客人？</translation>
    </message>
    <message>
        <source>What did the guest say?</source>
        <translation>客人怎样答复？</translation>
    </message>
    <message>
        <source>Mood now</source>
        <translation>现在的情绪</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>什么时候？</translation>
    </message>
    <message>
        <source>Mark resolved</source>
        <translation>标为已解决</translation>
    </message>
    <message>
        <source>It leaves the queue. Nothing else is asked of it.</source>
        <translation>移出队列，无需其他步骤。</translation>
    </message>
    <message>
        <source>Tried on {made} of {needed} days</source>
        <translation>已有 {made} 天尝试联系（需要 {needed} 天）</translation>
    </message>
    <message>
        <source>{made}: {days}.</source>
        <translation>{made}：{days}。</translation>
    </message>
    <message>
        <source>{made}.</source>
        <translation>{made}。</translation>
    </message>
    <message>
        <source>Log an attempt</source>
        <translation>记录一次尝试</translation>
    </message>
    <message>
        <source>How you tried to tell them.</source>
        <translation>您用什么方式尝试告知。</translation>
    </message>
</context>
<context>
    <name>RestrictForm</name>
    <message>
        <source>Make readable again</source>
        <translation>恢复可见</translation>
    </message>
    <message>
        <source>Restrict</source>
        <translation>限制查看</translation>
    </message>
    <message>
        <source>Everyone at the desk can read the case again.</source>
        <translation>柜台所有人都能再次查看这件投诉。</translation>
    </message>
    <message>
        <source>Only managers can read the case then. Others see that it is there, without guest and words.</source>
        <translation>之后只有经理能查看这件投诉。其他人只看到有这一件，看不到客人和内容。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因说明</translation>
    </message>
</context>
<context>
    <name>SettleForm</name>
    <message>
        <source>What did you do for the guest?</source>
        <translation>您为客人做了什么？</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重度</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>Mood at the start</source>
        <translation>开始时的情绪</translation>
    </message>
    <message>
        <source>Mood now</source>
        <translation>现在的情绪</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>什么时候？</translation>
    </message>
    <message>
        <source>Told in person, and the guest accepted: one step to Resolved.</source>
        <translation>已当面告知且客人接受：一步标为已解决。</translation>
    </message>
    <message>
        <source>A P1 goes through every step.</source>
        <translation>P1 需要走完每一步。</translation>
    </message>
    <message>
        <source>More than you may give yourself. Propose it and ask for an approval.</source>
        <translation>超出您的权限。请提方案并申请批准。</translation>
    </message>
</context>
<context>
    <name>SeverityEntry</name>
    <message>
        <source>From a nuisance to harm.</source>
        <translation>从小困扰到损害。</translation>
    </message>
    <message>
        <source>{severity} of 4: {meaning}</source>
        <translation>{severity} 级（共 4 级）：{meaning}</translation>
    </message>
</context>
<context>
    <name>TakeForm</name>
    <message>
        <source>You become the owner, whoever had it before.</source>
        <translation>无论之前由谁负责，现在都由您负责。</translation>
    </message>
</context>
<context>
    <name>TimedForm</name>
    <message>
        <source>Why it is entered later</source>
        <extracomment>whether it resolves the case, which can&apos;t have happened before a reopening</extracomment>
        <translation>为什么补记</translation>
    </message>
    <message>
        <source>More than 15 minutes ago: a manager enters it, with a reason.</source>
        <translation>超过 15 分钟前的时间由经理填写，并说明原因。</translation>
    </message>
</context>
<context>
    <name>WaitForm</name>
    <message>
        <source>Waiting for</source>
        <translation>等待谁？</translation>
    </message>
    <message>
        <source>The guest</source>
        <translation>客人</translation>
    </message>
    <message>
        <source>A department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>What are you waiting for?</source>
        <translation>在等什么？</translation>
    </message>
    <message>
        <source>The resolve clock stands still until you go on.</source>
        <translation>在恢复处理前，解决时限停止计时。</translation>
    </message>
    <message>
        <source>The clocks run on while a department is at work.</source>
        <translation>部门处理期间，时限继续计时。</translation>
    </message>
</context>
<context>
    <name>WhenEntry</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>之前</translation>
    </message>
</context>
<context>
    <name>WhysEntry</name>
    <message>
        <source>Why {place}</source>
        <extracomment>What a root cause may be told apart into (domain.md 7); the others stand alone.</extracomment>
        <translation>第 {place} 个为什么</translation>
    </message>
    <message>
        <source>Why did it happen?</source>
        <translation>为什么会发生？</translation>
    </message>
    <message>
        <source>And why was that?</source>
        <translation>那又是为什么？</translation>
    </message>
</context>
<context>
    <name>WithdrawForm</name>
    <message>
        <source>The case leaves the queue. It stays on record.</source>
        <translation>移出队列，记录仍保留。</translation>
    </message>
    <message>
        <source>Why does the guest take it back?</source>
        <translation>客人为什么撤回？</translation>
    </message>
</context>
</TS>

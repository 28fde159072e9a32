<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutPart</name>
    <message>
        <source>Kind of record</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>紧迫程度</translation>
    </message>
</context>
<context>
    <name>AspectsPart</name>
    <message>
        <source>Not rated yet</source>
        <extracomment>Flags of the matter; those of the guest stand with the guest. of their label, in logical pixels at 100 per cent: tags need the room</extracomment>
        <translation>尚未评定</translation>
    </message>
    <message>
        <source>1 is a nuisance, 4 touches health, safety or law.</source>
        <translation>1 是小麻烦，4 涉及健康、安全或法律。</translation>
    </message>
    <message>
        <source>Ask next</source>
        <translation>接下来问</translation>
    </message>
    <message>
        <source>Is anyone hurt?</source>
        <translation>有人受伤吗？</translation>
    </message>
    <message>
        <source>Anyone hurt</source>
        <translation>是否有人受伤</translation>
    </message>
    <message>
        <source>What it’s about</source>
        <translation>投诉要点</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Type a word, or choose</source>
        <translation>输入文字，或直接选择</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>风险</translation>
    </message>
</context>
<context>
    <name>CompanyPart</name>
    <message>
        <source>A phone number or an e-mail address shows what happened before.</source>
        <translation>填写电话或邮箱后，这里会显示客人的往来记录。</translation>
    </message>
    <message>
        <source>Guest history</source>
        <translation>客人历史</translation>
    </message>
    <message>
        <source>perhaps known</source>
        <translation>可能来过</translation>
    </message>
    <message>
        <source>No earlier case</source>
        <translation>此前没有记录</translation>
    </message>
    <message>
        <source>1 earlier case</source>
        <translation>此前 1 件</translation>
    </message>
    <message>
        <source>{n} earlier cases</source>
        <translation>此前 {n} 件</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 件</translation>
    </message>
    <message>
        <source>Is it {name}?</source>
        <translation>是{name}吗？</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>采用{name}</translation>
    </message>
    <message>
        <source>{state}, {score} of 5</source>
        <translation>{state}，{score}/5 分</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Earlier…</source>
        <translation>更早…</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>FurtherPart</name>
    <message>
        <source>More about the guest</source>
        <extracomment>Languages that guests speak, each in its own words; any other code of a guest record is shown as it is. from as expected to the opposite of what was promised</extracomment>
        <translation>客人的更多信息</translation>
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
        <source>On behalf of</source>
        <translation>代谁反映</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>客人标记</translation>
    </message>
    <message>
        <source>Wants to stay anonymous</source>
        <translation>客人希望匿名</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Received time, expected and found</source>
        <translation>受理时间、期望与实际</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Day of receipt</source>
        <translation>受理日期</translation>
    </message>
    <message>
        <source>Time of receipt</source>
        <translation>受理时刻</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why it is entered only now</source>
        <translation>为什么现在才补录</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>原本期望</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>实际情况</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
</context>
<context>
    <name>HearingPart</name>
    <message>
        <source>{n} characters</source>
        <extracomment>Remedies that guests ask for by themselves; suggestions, in the words of the window. between rows, roomy and compact</extracomment>
        <translation>{n} 字</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 字</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} 字</translation>
    </message>
    <message>
        <source>What we hear</source>
        <translation>我们听到的</translation>
    </message>
    <message>
        <source>The guest’s own words, as they are said.</source>
        <translation>客人怎么说，就怎么记。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>In writing</source>
        <translation>书面</translation>
    </message>
    <message>
        <source>Other channels</source>
        <translation>其他渠道</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>No</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>Who, and how?</source>
        <translation>谁受伤？伤情如何？</translation>
    </message>
    <message>
        <source>Forms of address</source>
        <translation>称呼</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>客人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Room / order</source>
        <translation>房号 / 订单</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Anyone hurt</source>
        <translation>有人受伤？</translation>
    </message>
    <message>
        <source>Guest’s name</source>
        <translation>客人姓名</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>称呼</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Order or booking number</source>
        <translation>订单号或预订号</translation>
    </message>
    <message>
        <source>Who is hurt, and how</source>
        <translation>谁受伤，伤情如何</translation>
    </message>
</context>
<context>
    <name>IntakeFoot</name>
    <message>
        <source>Draft not saved. Keep this window open.</source>
        <translation>草稿没有保存，请不要关闭窗口。</translation>
    </message>
    <message>
        <source>What you type is kept on this computer as a draft.</source>
        <translation>填写的内容会自动存为本机草稿。</translation>
    </message>
    <message>
        <source>The draft is saved in a moment.</source>
        <translation>草稿即将保存。</translation>
    </message>
    <message>
        <source>Draft saved {n} s ago on this computer</source>
        <translation>草稿 {n} 秒前已保存在本机</translation>
    </message>
    <message>
        <source>Draft saved {n} min ago on this computer</source>
        <translation>草稿 {n} 分钟前已保存在本机</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Acknowledged on the spot</source>
        <translation>已当场受理</translation>
    </message>
    <message>
        <source>Park draft</source>
        <translation>暂存草稿</translation>
    </message>
    <message>
        <source>Settled on the spot</source>
        <translation>当场解决</translation>
    </message>
    <message>
        <source>Save &amp; queue</source>
        <translation>保存并入队</translation>
    </message>
</context>
<context>
    <name>IntakeHead</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>收起详情</translation>
    </message>
    <message>
        <source>This step {time}</source>
        <translation>本步 {time}</translation>
    </message>
    <message>
        <source>1 draft</source>
        <translation>1 份草稿</translation>
    </message>
    <message>
        <source>{n} drafts</source>
        <translation>{n} 份草稿</translation>
    </message>
    <message>
        <source>Room {room}</source>
        <translation>{room} 房</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>新投诉</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>沟通时长</translation>
    </message>
</context>
<context>
    <name>IntakeScreen</name>
    <message>
        <source>This guest’s record can’t be shown here. Please type in who it is.</source>
        <extracomment>typing pauses when no key came for so long</extracomment>
        <translation>这位客人的档案在这里不能查看，请手工填写客人信息。</translation>
    </message>
    <message>
        <source>Settled on the spot and recorded as {number}.</source>
        <translation>已当场解决，记录为 {number}。</translation>
    </message>
    <message>
        <source>Draft discarded.</source>
        <translation>草稿已丢弃。</translation>
    </message>
    <message>
        <source>Save and queue</source>
        <translation>保存并入队</translation>
    </message>
    <message>
        <source>Settle on the spot</source>
        <translation>当场解决</translation>
    </message>
    <message>
        <source>Park draft</source>
        <translation>暂存草稿</translation>
    </message>
</context>
<context>
    <name>IntakeSentences</name>
    <message>
        <source>Hurt: {who}</source>
        <translation>受伤情况：{who}</translation>
    </message>
    <message>
        <source>Told the duty manager at {time}.</source>
        <translation>{time} 已告知值班经理。</translation>
    </message>
    <message>
        <source>Told {who} at {time}.</source>
        <translation>受伤：{who}</translation>
    </message>
    <message>
        <source>Promised: {promise}. By {time}.</source>
        <translation>已承诺：{promise}。最晚 {time}。</translation>
    </message>
    <message>
        <source>Recorded as {number}. {waits} {reason}</source>
        <translation>已记录为 {number}。{waits}{reason}</translation>
    </message>
    <message>
        <source>It isn’t assessed yet; an offer waits for that:</source>
        <translation>还没有评估，补救方案要等评估之后：</translation>
    </message>
    <message>
        <source>The offer waits:</source>
        <translation>补救方案还没有提出：</translation>
    </message>
    <message>
        <source>The promise is not recorded yet:</source>
        <translation>承诺还没有记上：</translation>
    </message>
    <message>
        <source>The note is not there yet:</source>
        <translation>备注还没有记上：</translation>
    </message>
</context>
<context>
    <name>OfferEditor</name>
    <message>
        <source>Remedy</source>
        <extracomment>what the law sets is no gift</extracomment>
        <translation>补救</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>OfferPart</name>
    <message>
        <source>You have a draft</source>
        <extracomment>characters of the draft that are shown</extracomment>
        <translation>您有一份草稿</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>No cost</source>
        <extracomment>logical pixels of a name on a button; what is spoken and the tool tip have all of it</extracomment>
        <translation>免费</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>已提供</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>提供</translation>
    </message>
    <message>
        <source>Press to take it back.</source>
        <translation>再按一次可撤回。</translation>
    </message>
    <message>
        <source>Ask {manager}</source>
        <translation>请 {manager} 批准</translation>
    </message>
    <message>
        <source>Ask the manager</source>
        <translation>请经理批准</translation>
    </message>
    <message>
        <source>{first}: {second}</source>
        <translation>{first}：{second}</translation>
    </message>
    <message>
        <source>Usual for this kind of complaint.</source>
        <translation>这类投诉的常用做法。</translation>
    </message>
    <message>
        <source>It helped in 1 case.</source>
        <translation>曾在 1 起案例中有效。</translation>
    </message>
    <message>
        <source>It helped in {n} cases.</source>
        <translation>曾在 {n} 起案例中有效。</translation>
    </message>
    <message>
        <source>{helped} Their guests gave {score} of 5.</source>
        <translation>{helped}客人评分 {score} / 5。</translation>
    </message>
</context>
<context>
    <name>OffersPart</name>
    <message>
        <source>No limit</source>
        <translation>不限金额</translation>
    </message>
    <message>
        <source>Your limit {sum} a case</source>
        <translation>您的权限：每单 {sum}</translation>
    </message>
    <message>
        <source>{sum} offered in all.</source>
        <translation>共提供 {sum}。</translation>
    </message>
    <message>
        <source>Above your limit: the manager is asked first.</source>
        <translation>超出您的权限：先请经理批准。</translation>
    </message>
    <message>
        <source>Above your limit: {manager} is asked first.</source>
        <translation>超出您的权限：先请 {manager} 批准。</translation>
    </message>
    <message>
        <source>{sum} {why}</source>
        <translation>{sum}{why}</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>提供</translation>
    </message>
    <message>
        <source>Ask {manager}</source>
        <translation>请 {manager} 批准</translation>
    </message>
    <message>
        <source>Ask the manager</source>
        <translation>请经理批准</translation>
    </message>
    <message>
        <source>Remedies you can offer</source>
        <translation>您可以提供的补救</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>其他补救…</translation>
    </message>
    <message>
        <source>Offer something else</source>
        <translation>提供其他补救</translation>
    </message>
</context>
<context>
    <name>PastPart</name>
    <message>
        <source>Similar cases that ended well</source>
        <extracomment>logical pixels by which a line of text stands lower than the button beside it</extracomment>
        <translation>处理得好的相似案例</translation>
    </message>
    <message>
        <source>No similar cases yet. This one will help the next guest.</source>
        <translation>还没有相似案例。这一次的做法会帮到下一位客人。</translation>
    </message>
    <message>
        <source>Choose a category to see what helped before.</source>
        <translation>选好类别，就能看到以往哪些做法有效。</translation>
    </message>
    <message>
        <source>Look at case {number}</source>
        <translation>查看案例 {number}</translation>
    </message>
    <message>
        <source>{score} of 5</source>
        <translation>{score} / 5</translation>
    </message>
</context>
<context>
    <name>ReckoningPart</name>
    <message>
        <source>Priority</source>
        <extracomment>what the score takes until someone rates it (domain.md 4)</extracomment>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Severity is not assessed yet. It counts as “{severity}”.</source>
        <translation>严重度尚未评定，暂按“{severity}”计分。</translation>
    </message>
    <message>
        <source>Why this priority</source>
        <translation>优先级的依据</translation>
    </message>
</context>
<context>
    <name>RiskTags</name>
    <message>
        <source>Add</source>
        <extracomment>the menu made last</extracomment>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a risk</source>
        <translation>添加风险</translation>
    </message>
    <message>
        <source>Remove: {risk}</source>
        <translation>移除：{risk}</translation>
    </message>
</context>
<context>
    <name>SettlePart</name>
    <message>
        <source>The complaint is recorded as {number}. Mend it below and try again, or leave it in the queue.</source>
        <translation>投诉已记录为 {number}。请按下方提示修改后再试，或先留在队列中。</translation>
    </message>
    <message>
        <source>Not settled yet</source>
        <translation>尚未解决</translation>
    </message>
    <message>
        <source>Leave it in the queue</source>
        <translation>留在队列中</translation>
    </message>
    <message>
        <source>Save &amp; queue</source>
        <translation>保存并入队</translation>
    </message>
</context>
<context>
    <name>TalkPage</name>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Do and don’t</source>
        <translation>要做与不要</translation>
    </message>
    <message>
        <source>Another wording</source>
        <translation>换一种说法</translation>
    </message>
    <message>
        <source>Shorter wording</source>
        <translation>更短的说法</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>ToldPart</name>
    <message>
        <source>Safety risk</source>
        <extracomment>logical pixels of a name on the button; what is spoken has all of it of the sentence; where it would take more, the button stands under it in line with the parts below, roomy and compact flags that make a complaint P1 whatever its points</extracomment>
        <translation>安全风险</translation>
    </message>
    <message>
        <source>Duty manager</source>
        <translation>值班经理</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: the duty manager was not told</source>
        <translation>撤销：尚未告知值班经理</translation>
    </message>
    <message>
        <source>Tell {manager}</source>
        <translation>告知 {manager}</translation>
    </message>
    <message>
        <source>Tell the duty manager</source>
        <translation>告知值班经理</translation>
    </message>
    <message>
        <source>Notes who is told, and the time</source>
        <translation>记下告知了谁、何时告知</translation>
    </message>
    <message>
        <source>Told {manager} at {time}.</source>
        <translation>{time} 已告知 {manager}。</translation>
    </message>
    <message>
        <source>Told the duty manager at {time}.</source>
        <translation>{time} 已告知值班经理。</translation>
    </message>
    <message>
        <source>{risks}. {told}</source>
        <translation>{risks}。{told}</translation>
    </message>
    <message>
        <source>{risks}. Tell the duty manager now.</source>
        <translation>{risks}。请立即告知值班经理。</translation>
    </message>
    <message>
        <source>Safety first: have a colleague beside you, and tell the manager now.</source>
        <translation>安全第一：请同事陪同，并立即告知经理。</translation>
    </message>
</context>
<context>
    <name>WantsField</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add what the guest wants</source>
        <translation>添加客人的诉求</translation>
    </message>
    <message>
        <source>What the guest wants</source>
        <translation>客人的诉求</translation>
    </message>
    <message>
        <source>Remove: {wish}</source>
        <translation>移除：{wish}</translation>
    </message>
</context>
</TS>

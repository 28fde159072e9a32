<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>HintsPart</name>
    <message>
        <source>Do</source>
        <translation>要做</translation>
    </message>
    <message>
        <source>Don’t</source>
        <translation>不要</translation>
    </message>
</context>
<context>
    <name>MoodStrip</name>
    <message>
        <source>How do they feel?</source>
        <translation>客人情绪如何？</translation>
    </message>
    <message>
        <source>Choose a mood, and the words follow it.</source>
        <translation>选好情绪，话术会跟着变。</translation>
    </message>
    <message>
        <source>Was {mood} at {time}</source>
        <translation>{time} 时为{mood}</translation>
    </message>
    <message>
        <source>Mood of the guest</source>
        <translation>客人情绪</translation>
    </message>
</context>
<context>
    <name>PromisePart</name>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>By</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>What we promise</source>
        <translation>承诺的内容</translation>
    </message>
    <message>
        <source>What happens, and who does it</source>
        <translation>做什么、谁来做</translation>
    </message>
    <message>
        <source>Day of the promise</source>
        <translation>承诺的日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Time of the promise</source>
        <translation>承诺的时间</translation>
    </message>
</context>
<context>
    <name>ScriptBody</name>
    <message>
        <source>Open</source>
        <extracomment>within the edge of the card at both sides, roomy and compact</extracomment>
        <translation>开放</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>封闭</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Turn to the guest</source>
        <translation>转给客人看</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>已提供</translation>
    </message>
    <message>
        <source>Done when:</source>
        <translation>完成标志：</translation>
    </message>
    <message>
        <source>You notice</source>
        <translation>您留意到</translation>
    </message>
</context>
<context>
    <name>ScriptCard</name>
    <message>
        <source>Without the guest</source>
        <extracomment>roomy, compact logical pixels of a step’s name on the button; what is spoken has all of it</extracomment>
        <translation>客人离开后</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>请这样说</translation>
    </message>
    <message>
        <source>Longer</source>
        <translation>说完整</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>更短</translation>
    </message>
    <message>
        <source>Wording {number} of {count}</source>
        <translation>第 {number} 种说法，共 {count} 种</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>下一步：{step}</translation>
    </message>
    <message>
        <source>Another wording</source>
        <translation>换一种说法</translation>
    </message>
    <message>
        <source>Do and don’t</source>
        <translation>要做与不要</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>done, go back here</source>
        <extracomment>a step that a branch put in has a box with round corners instead of a ring made at once: the Tab key finds them before what follows on the page on every side of a step, for its focus ring</extracomment>
        <translation>已完成，可返回</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>added, {where}</source>
        <translation>临时加入，{where}</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>{step}: {name}, {where}</source>
        <translation>{step}：{name}，{where}</translation>
    </message>
</context>
<context>
    <name>TurnedCard</name>
    <message>
        <source>Close</source>
        <extracomment>the largest that fits</extracomment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Card for the guest</source>
        <translation>给客人看的卡片</translation>
    </message>
</context>
</TS>

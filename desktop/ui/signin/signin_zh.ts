<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Brand</name>
    <message>
        <source>Everything stays on this computer. No account, no internet.</source>
        <translation>所有数据都留在本机。无需账号，不联网。</translation>
    </message>
</context>
<context>
    <name>GivePinForm</name>
    <message>
        <source>A PIN for {name}</source>
        <translation>给 {name} 设置 PIN</translation>
    </message>
    <message>
        <source>{owner} types their own PIN first.</source>
        <translation>请 {owner} 先输入自己的 PIN。</translation>
    </message>
    <message>
        <source>6 digits or more, or a passphrase of 8 characters or more.</source>
        <translation>6 位或更多数字，或 8 个字符以上的口令。</translation>
    </message>
    <message>
        <source>Only a site owner who has a PIN can give one. There is none on the staff list.</source>
        <translation>只有自己有 PIN 的总负责人才能设置。员工名单上还没有这样的人。</translation>
    </message>
    <message>
        <source>Site owner’s PIN</source>
        <translation>总负责人的 PIN</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新 PIN</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>再输一次新 PIN</translation>
    </message>
    <message>
        <source>Site owner</source>
        <translation>总负责人</translation>
    </message>
    <message>
        <source>Give the PIN</source>
        <translation>设置 PIN</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>RecoverForm</name>
    <message>
        <source>{name}’s recovery sheet</source>
        <translation>{name} 的恢复单</translation>
    </message>
    <message>
        <source>Type the code of your newest sheet and choose a new PIN.</source>
        <translation>请输入最新恢复单上的恢复码，并设定新的 PIN。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>New PIN or passphrase</source>
        <translation>新的 PIN 或口令</translation>
    </message>
    <message>
        <source>New PIN or passphrase again</source>
        <translation>再输入一次新的</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Your new PIN holds</source>
        <translation>新的 PIN 已生效</translation>
    </message>
    <message>
        <source>The code is used up and the sheet is worth nothing now. Please make a new one soon.</source>
        <translation>恢复码已用过，这张恢复单作废了。请尽快制作新的。</translation>
    </message>
    <message>
        <source>Make a new sheet now</source>
        <translation>现在就制作</translation>
    </message>
    <message>
        <source>Go to the desk</source>
        <translation>进入柜台</translation>
    </message>
</context>
<context>
    <name>SignInPane</name>
    <message>
        <source>Who is at the desk?</source>
        <translation>现在谁在柜台？</translation>
    </message>
    <message>
        <source>Choose your name on the left.</source>
        <translation>请在左侧选择您的名字。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Use a PIN</source>
        <translation>改用 PIN</translation>
    </message>
    <message>
        <source>Use a passphrase</source>
        <translation>改用口令</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Give a PIN</source>
        <translation>设置 PIN</translation>
    </message>
    <message>
        <source>Forgotten PIN</source>
        <translation>忘记 PIN</translation>
    </message>
    <message>
        <source>This is a practice desk: nobody needs a PIN here.</source>
        <translation>这是练习台：不需要 PIN。</translation>
    </message>
    <message>
        <source>{name} has no PIN yet. The site owner can give one here.</source>
        <translation>{name} 还没有 PIN。总负责人可以在这里设置。</translation>
    </message>
    <message>
        <source>Too many tries didn’t match. Try again in {time}, or ask the site owner.</source>
        <translation>输错次数太多。请 {time} 后再试，或请总负责人帮忙。</translation>
    </message>
    <message>
        <source>A PIN has {least} digits or more.</source>
        <translation>PIN 至少 {least} 位数字。</translation>
    </message>
    <message>
        <source>A passphrase has {least} characters or more.</source>
        <translation>口令至少 {least} 个字符。</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>柜台</translation>
    </message>
    <message>
        <source>The desk is locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Who is here?</source>
        <translation>谁在柜台？</translation>
    </message>
    <message>
        <source>Practice desk: sample data</source>
        <translation>练习台：示例数据</translation>
    </message>
    <message>
        <source>No PIN yet</source>
        <translation>还没有 PIN</translation>
    </message>
</context>
</TS>

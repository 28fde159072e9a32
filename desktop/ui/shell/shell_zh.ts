<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Doors</name>
    <message>
        <source>Settings</source>
        <extracomment>The doors.</extracomment>
        <translation>设置</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>客人</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>新投诉</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>投诉档案</translation>
    </message>
    <message>
        <source>Receipt for the guest</source>
        <translation>客人回执</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>未结投诉</translation>
    </message>
</context>
<context>
    <name>GuidesHelp</name>
    <message>
        <source>Back</source>
        <extracomment>logical pixels, so that the lists stand under each other what stands in a file, and what it means every name that is explained</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>Guide files</source>
        <translation>指引文件</translation>
    </message>
    <message>
        <source>Placeholders that may stand anywhere</source>
        <translation>可放在任何位置的占位内容</translation>
    </message>
    <message>
        <source>Placeholders only in square brackets</source>
        <translation>只能放在方括号里的占位内容</translation>
    </message>
    <message>
        <source>Placeholders in apologies only</source>
        <translation>只用于致歉的占位内容</translation>
    </message>
    <message>
        <source>record: fields of the case</source>
        <translation>record：个案的栏目</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>flags：标记</translation>
    </message>
    <message>
        <source>emotion: is, at_least, at_most</source>
        <translation>emotion：情绪（is、at_least、at_most）</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>channel：方式</translation>
    </message>
    <message>
        <source>language</source>
        <translation>language：语言</translation>
    </message>
    <message>
        <source>kind of a question</source>
        <translation>kind：问题的种类</translation>
    </message>
    <message>
        <source>effects of a rule</source>
        <translation>effects：规则的效果</translation>
    </message>
    <message>
        <source>A guide file holds the words and rules of the conversation: what to say, to ask and to note, in English and Chinese side by side. There are four: the conversation, the questions for hotels, the questions for shops, and the words of an apology.</source>
        <translation>指引文件写着沟通的话术和规则：说什么、问什么、记什么，中英文并列。共有四份：沟通步骤、酒店的问题、门店的问题、致歉用语。</translation>
    </message>
    <message>
        <source>To make one your own, go to Settings, Conversations, and press ‘Edit a copy’. Change the text with any text editor and save it as UTF-8, at most 256 KB. Then press ‘Check again’, or run ‘guide check FILE’. Each complaint names the line and the reason.</source>
        <translation>要改成自己的，请到“设置”里的“沟通”，按“复制一份来改”。用任何文本编辑器修改，存为 UTF-8，不超过 256 KB，然后按“重新检查”，或运行“guide check 文件”。每处问题都会写明行号和原因。</translation>
    </message>
    <message>
        <source>A copy that passes is used from the next conversation on. One that doesn’t is left aside: the shipped guide goes on, and managers are told at sign-in.</source>
        <translation>通过检查的副本从下一次沟通起生效；没通过的不会启用，仍用自带的指引，经理登录时会看到提醒。</translation>
    </message>
    <message>
        <source>A wording, a hint or a question may have a rule, ‘when’: all that it names must hold, of ‘any’ at least one, of ‘none’ not one. The first wording whose rule holds is used, so the gravest stands first. A question may name, under ‘covers’, the ids of general questions that needn’t be asked after it.</source>
        <translation>话术、提示和提问都可以带规则“when”：写明的条件要全部成立，“any”里成立一项就行，“none”里一项都不能成立。用的是第一条规则成立的话术，所以最要紧的放在最前面。提问可以在“covers”里写上通用提问的编号：问过它，那些就不用再问。</translation>
    </message>
    <message>
        <source>What stands in square brackets is left out unless everything in it is known: Thank you[, {guest}]. Backups that you save elsewhere take your copies along. After an update of Amends, please compare your copies with the new shipped files.</source>
        <translation>方括号里的占位内容只要有一个不知道，整段就略去，例如：谢谢您[，{guest}]。另存到别处的备份会带上您的副本。听诉台更新之后，请把副本和新的自带文件对照一遍。</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Keys and help</source>
        <translation>快捷键与帮助</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>The complaint desk for the counter. It works without a network.</source>
        <translation>给柜台用的投诉处理台，不联网也能用。</translation>
    </message>
    <message>
        <source>Where the data are</source>
        <translation>数据存放位置</translation>
    </message>
    <message>
        <source>PINs guard this screen, not a stolen disk: please switch on the disk encryption of your system.</source>
        <translation>PIN 只保护屏幕，保护不了被偷走的硬盘：请打开系统的磁盘加密。</translation>
    </message>
    <message>
        <source>MIT licence. Made with Qt (LGPL), Noto fonts (OFL) and Lucide icons (ISC).</source>
        <translation>采用 MIT 许可。使用了 Qt（LGPL）、Noto 字体（OFL）和 Lucide 图标（ISC）。</translation>
    </message>
    <message>
        <source>Guide files</source>
        <translation>指引文件</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>复制给技术支持</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>New complaint, from anywhere</source>
        <translation>新投诉，随处可用</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Lock the window now</source>
        <translation>立即锁定窗口</translation>
    </message>
    <message>
        <source>Print this: the case, or the list</source>
        <translation>打印当前内容：这件投诉或列表</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Next and previous part of the page</source>
        <translation>页面的下一部分、上一部分</translation>
    </message>
    <message>
        <source>Go through a list</source>
        <translation>在列表中移动</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>打开所选行</translation>
    </message>
    <message>
        <source>Take the case (in the list)</source>
        <translation>我来处理（在列表中）</translation>
    </message>
    <message>
        <source>Acknowledge (in the list)</source>
        <translation>受理（在列表中）</translation>
    </message>
    <message>
        <source>Settle on the spot (in the list)</source>
        <translation>当场解决（在列表中）</translation>
    </message>
    <message>
        <source>Choose several cases (in the list)</source>
        <translation>选择多件投诉（在列表中）</translation>
    </message>
    <message>
        <source>The numbers above the list (in the list)</source>
        <translation>列表上方的数字卡片（在列表中）</translation>
    </message>
    <message>
        <source>The guest’s mood, in a new complaint</source>
        <translation>客人的情绪（在新投诉中）</translation>
    </message>
    <message>
        <source>Next and previous step of the conversation</source>
        <translation>沟通的下一步、上一步</translation>
    </message>
    <message>
        <source>Another wording; the shorter one (conversation)</source>
        <translation>换一种说法；更短的说法（沟通中）</translation>
    </message>
    <message>
        <source>Do and don’t (conversation)</source>
        <translation>要做与不要（沟通中）</translation>
    </message>
    <message>
        <source>Details of a new complaint, or its conversation</source>
        <translation>新投诉的详细信息，或回到沟通</translation>
    </message>
    <message>
        <source>Settled on the spot, in a new complaint</source>
        <translation>当场解决（新投诉中）</translation>
    </message>
    <message>
        <source>Next state of the case; asks for what it needs</source>
        <translation>投诉进入下一步，并询问所需内容</translation>
    </message>
    <message>
        <source>Back from the case</source>
        <translation>从投诉返回</translation>
    </message>
    <message>
        <source>Save; add a note</source>
        <translation>保存；添加备注</translation>
    </message>
    <message>
        <source>Close, or keep as a draft; text is never lost</source>
        <translation>关闭，或存为草稿；文字不会丢失</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Quit; what you typed is kept as a draft</source>
        <translation>退出；已输入的内容会存为草稿</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening the desk…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>PracticeStrip</name>
    <message>
        <source>Practice desk: sample data</source>
        <translation>练习台：示例数据</translation>
    </message>
    <message>
        <source>Nothing here reaches a real guest.</source>
        <translation>这里的操作不会影响真实的客人。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Screens</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation>{n} 件已超时</translation>
    </message>
</context>
<context>
    <name>ReportsRoom</name>
    <message>
        <source>The report for {month} can be printed</source>
        <extracomment>day of the month; later the mark on the door and the status line say it alone</extracomment>
        <translation>{month}的月报可以打印了</translation>
    </message>
    <message>
        <source>The report for {month} can be printed. See Reports.</source>
        <translation>{month}的月报可以打印了，请到“报告”查看。</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>月报</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Something went wrong just now. What you typed is kept; the log says where it happened.</source>
        <extracomment>the practice desk of a real one and the other way round</extracomment>
        <translation>刚才出了点问题。您输入的内容都在；日志里记下了出错的位置。</translation>
    </message>
</context>
<context>
    <name>StaffMenu</name>
    <message>
        <source>Go to the real desk</source>
        <translation>去正式工作台</translation>
    </message>
    <message>
        <source>Go to the practice desk</source>
        <translation>去练习台</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>关闭动画</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Saved on this computer</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Last backup {time}</source>
        <translation>上次备份 {time}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Look, keys and signing out</source>
        <translation>外观、快捷键与退出</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>锁定窗口</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Choose a desk’s folder</source>
        <translation>选择工作区所在的文件夹</translation>
    </message>
    <message>
        <source>Amends backups (*.amends);;All files (*)</source>
        <translation>听诉台备份 (*.amends);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The passphrase of this backup</source>
        <translation>此备份的口令</translation>
    </message>
    <message>
        <source>The desk couldn’t be opened</source>
        <translation>工作区打不开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>选择其他文件夹</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>New complaint</source>
        <translation>新投诉</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>锁定窗口</translation>
    </message>
    <message>
        <source>Print this</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>快捷键与帮助</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
</TS>

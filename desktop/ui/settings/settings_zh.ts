<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Holds at once, on this computer only.</source>
        <translation>立即生效，只影响这台电脑。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Rows and buttons grow with it.</source>
        <translation>行和按钮会一起放大。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>One soft tone when a new P1 arrives.</source>
        <translation>来了新的 P1 时轻响一声。</translation>
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
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>AuthoritySection</name>
    <message>
        <source>The limits are saved. They hold from now on.</source>
        <extracomment>the analyst gives nothing ``specialist.case`` and the sum as typed; empty for no limit</extracomment>
        <translation>额度已保存，从现在起生效。</translation>
    </message>
    <message>
        <source>What each may give to a guest without asking. Above it, somebody with the authority approves.</source>
        <translation>每个角色无须请示就能给客人的金额。超出时由有权限的人批准。</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>权限额度</translation>
    </message>
    <message>
        <source>For one case</source>
        <translation>每件</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>没有上限</translation>
    </message>
</context>
<context>
    <name>CategoriesSection</name>
    <message>
        <source>What is hidden is no longer offered and stays readable on the cases that bear it.</source>
        <extracomment>the group that a new category is offered for</extracomment>
        <translation>隐藏的类别不再可选，已用到它的投诉照常显示。</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属大类</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>The category is saved.</source>
        <translation>类别已保存。</translation>
    </message>
    <message>
        <source>“{name}” is hidden.</source>
        <translation>已隐藏“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is offered again.</source>
        <translation>“{name}”又可以选用了。</translation>
    </message>
    <message>
        <source>A group of its own</source>
        <translation>单独成为大类</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>Offer it again</source>
        <translation>恢复可选</translation>
    </message>
    <message>
        <source>Hide it</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Came with Amends; its names stay.</source>
        <translation>随 Amends 提供，名称不能改。</translation>
    </message>
    <message>
        <source>The code is made for it.</source>
        <translation>代码会自动生成。</translation>
    </message>
</context>
<context>
    <name>DayEditor</name>
    <message>
        <source>Closed on this weekday</source>
        <translation>每周这一天休息</translation>
    </message>
    <message>
        <source>This day</source>
        <translation>这一天</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>单独时段</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Open on this day</source>
        <translation>这一天的营业时间</translation>
    </message>
</context>
<context>
    <name>DesksSection</name>
    <message>
        <source>Desks</source>
        <translation>柜台</translation>
    </message>
    <message>
        <source>One signs in at a desk; its code stands in the numbers of its cases.</source>
        <translation>每个人在一个柜台登录；柜台代码写在它的投诉单号里。</translation>
    </message>
    <message>
        <source>Add a desk</source>
        <translation>添加柜台</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>1 to 8 capital letters or digits. It never changes.</source>
        <translation>1 到 8 个大写字母或数字，以后不能改。</translation>
    </message>
    <message>
        <source>The desk is saved.</source>
        <translation>柜台已保存。</translation>
    </message>
    <message>
        <source>{desk} is in use again.</source>
        <translation>“{desk}”已恢复使用。</translation>
    </message>
    <message>
        <source>{desk} is out of use.</source>
        <translation>“{desk}”已停用。</translation>
    </message>
    <message>
        <source>New desk</source>
        <translation>新柜台</translation>
    </message>
    <message>
        <source>Take it out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>代码 {code}</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count}未结</translation>
    </message>
    <message>
        <source>Nobody signs in here. Its cases keep their numbers and stay as they are.</source>
        <translation>这里不再有人登录。它的投诉保留原单号，照常处理。</translation>
    </message>
    <message>
        <source>{count} received here and still open.</source>
        <translation>在这里受理、尚未结束的有 {count}。</translation>
    </message>
</context>
<context>
    <name>DutyCardView</name>
    <message>
        <source>Whom to call</source>
        <translation>该找谁</translation>
    </message>
    <message>
        <source>Nobody is on the duty card yet</source>
        <translation>值班卡上还没有人</translation>
    </message>
    <message>
        <source>A manager writes it in the settings.</source>
        <translation>由经理在设置里填写。</translation>
    </message>
</context>
<context>
    <name>DutySection</name>
    <message>
        <source>The duty card is saved.</source>
        <translation>值班卡已保存。</translation>
    </message>
    <message>
        <source>Whom to call when it may grow beyond the desk. Everyone here can read it.</source>
        <translation>事情可能超出柜台时该找谁。这里的每个人都能看到。</translation>
    </message>
    <message>
        <source>Duty card</source>
        <translation>值班卡</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>When to call</source>
        <translation>什么情况下打</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Note for everyone</source>
        <translation>给大家的说明</translation>
    </message>
    <message>
        <source>What comes first, what nobody says alone, where the keys are.</source>
        <translation>先做什么，哪些话不能单独说，钥匙在哪里。</translation>
    </message>
</context>
<context>
    <name>GuideFileRow</name>
    <message>
        <source>Shipped</source>
        <extracomment>complaints shown about one file; more are counted</extracomment>
        <translation>自带</translation>
    </message>
    <message>
        <source>Your copy</source>
        <translation>自己的副本</translation>
    </message>
    <message>
        <source>Copy not used</source>
        <translation>副本未启用</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Edit a copy</source>
        <translation>复制一份来改</translation>
    </message>
    <message>
        <source>Back to the shipped one</source>
        <translation>换回自带的</translation>
    </message>
    <message>
        <source>Your copy is moved aside, not deleted. The shipped guide is used again.</source>
        <translation>您的副本会移到一旁，不会删除；之后重新使用自带的指引。</translation>
    </message>
    <message>
        <source>Use the shipped one</source>
        <translation>使用自带的</translation>
    </message>
    <message>
        <source>Keep my copy</source>
        <translation>保留副本</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 处</translation>
    </message>
</context>
<context>
    <name>GuideFilesCard</name>
    <message>
        <source>Guide files</source>
        <translation>指引文件</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Every sentence on the cards can be your own: edit a copy. It is used from the next conversation on; one that doesn’t pass the check is left aside, and the shipped guide goes on. F1 explains the files.</source>
        <translation>卡片上的每一句话都可以换成您自己的：复制一份来改，下一次沟通起生效。没通过检查的副本不会启用，仍用自带的指引。按 F1 看文件说明。</translation>
    </message>
</context>
<context>
    <name>GuidesSection</name>
    <message>
        <source>Saved. It holds from the next conversation on.</source>
        <extracomment>logical pixels around what is scrolled to</extracomment>
        <translation>已保存，下一次沟通起生效。</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>沟通</translation>
    </message>
    <message>
        <source>How the desk leads the talk with an unhappy guest.</source>
        <translation>听诉台怎样引导与客人的沟通。</translation>
    </message>
    <message>
        <source>Order of the steps</source>
        <translation>步骤顺序</translation>
    </message>
    <message>
        <source>Steps in brackets come afterwards, without the guest.</source>
        <translation>括号里的步骤在客人离开之后进行。</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>简短</translation>
    </message>
    <message>
        <source>“{sentence}”</source>
        <translation>“{sentence}”</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>话术风格</translation>
    </message>
    <message>
        <source>Your copies lie in {folder}. Edit them with any text editor, then check again.</source>
        <translation>副本在 {folder}。用任何文本编辑器修改，改完请重新检查。</translation>
    </message>
    <message>
        <source>The shipped guide is used again. Your copy lies beside it as {name}.</source>
        <translation>已换回自带的指引。您的副本留在同一文件夹，名为 {name}。</translation>
    </message>
    <message>
        <source>Checked.</source>
        <translation>已检查。</translation>
    </message>
</context>
<context>
    <name>HoursSection</name>
    <message>
        <source>The opening hours are saved. They hold for what is opened or rated from now on.</source>
        <extracomment>as typed, as far as it can be read</extracomment>
        <translation>营业时间已保存，用于从现在起登记或评定的投诉。</translation>
    </message>
    <message>
        <source>Targets run while the site is open. Past midnight is fine: 17:00–02:00.</source>
        <translation>时限在营业时间内计算。可以跨过午夜：17:00–02:00。</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>营业时间</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Days of the year</source>
        <translation>全年日历</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>营业</translation>
    </message>
    <message>
        <source>Closed every week</source>
        <translation>每周休息</translation>
    </message>
    <message>
        <source>Closed date</source>
        <translation>停业日</translation>
    </message>
    <message>
        <source>Own hours</source>
        <translation>单独时段</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>休息</translation>
    </message>
</context>
<context>
    <name>LeavingPage</name>
    <message>
        <source>Back</source>
        <extracomment>cases listed; more are counted</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>Who looks after them?</source>
        <translation>由谁接手？</translation>
    </message>
    <message>
        <source>{name} leaves</source>
        <translation>{name} 离职</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>移出名单</translation>
    </message>
    <message>
        <source>Nobody yet: anyone may take them</source>
        <translation>暂不指定：谁都可以接手</translation>
    </message>
    <message>
        <source>They can’t sign in from then on, and their PIN is gone. What they did keeps their name.</source>
        <translation>之后不能再登录，PIN 也会清除。做过的事仍保留姓名。</translation>
    </message>
    <message>
        <source>{count} still open:</source>
        <translation>还有 {count}未结：</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 件</translation>
    </message>
    <message>
        <source>{count} to do.</source>
        <translation>还有 {count}要做。</translation>
    </message>
</context>
<context>
    <name>MyPinSection</name>
    <message>
        <source>6 digits or more, or a passphrase of 8 characters or more.</source>
        <extracomment>the fields, in the order in which they are filled</extracomment>
        <translation>至少 6 位数字，或至少 8 个字符的口令。</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>我的 PIN</translation>
    </message>
    <message>
        <source>Current PIN or passphrase</source>
        <translation>当前的 PIN 或口令</translation>
    </message>
    <message>
        <source>New PIN or passphrase</source>
        <translation>新的 PIN 或口令</translation>
    </message>
    <message>
        <source>The new one again</source>
        <translation>再输入一次新的</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Your new PIN holds from now on.</source>
        <translation>新的 PIN 已生效。</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>A PIN for {name}</source>
        <translation>给 {name} 设 PIN</translation>
    </message>
    <message>
        <source>6 digits or more, or a passphrase of 8 characters or more. Let {name} type it.</source>
        <translation>至少 6 位数字，或至少 8 个字符的口令。请让 {name} 自己输入。</translation>
    </message>
    <message>
        <source>New PIN or passphrase</source>
        <translation>新的 PIN 或口令</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Give the PIN</source>
        <translation>设定 PIN</translation>
    </message>
</context>
<context>
    <name>RecoverySection</name>
    <message>
        <source>Your way in when your PIN is forgotten: a code on paper, good for one time.</source>
        <translation>忘记 PIN 时的登录办法：写在纸上的恢复码，只能用一次。</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>A new sheet takes the place of an older one. The code is shown once; afterwards nobody can read it, not even here. Whoever holds the sheet can sign in as you.</source>
        <translation>新的恢复单会取代旧的。恢复码只显示一次，之后在这里也查不到。拿到恢复单的人可以用您的身份登录。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>复制恢复码</translation>
    </message>
    <message>
        <source>I’ve put it away</source>
        <translation>已收好</translation>
    </message>
    <message>
        <source>The code is copied. Paste it somewhere safe, then copy something else.</source>
        <translation>恢复码已复制。请粘贴到安全的地方，再随便复制点别的内容。</translation>
    </message>
    <message>
        <source>Make a sheet</source>
        <translation>制作恢复单</translation>
    </message>
    <message>
        <source>Make a new sheet</source>
        <translation>重新制作</translation>
    </message>
    <message>
        <source>No sheet holds now</source>
        <translation>目前没有有效的恢复单</translation>
    </message>
    <message>
        <source>If you forget your PIN, only another owner can let you in.</source>
        <translation>如果忘记 PIN，只有其他总负责人能帮您登录。</translation>
    </message>
    <message>
        <source>Your sheet was made {time}.</source>
        <translation>您的恢复单制作于 {time}。</translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>Take row {number} away</source>
        <translation>删除第 {number} 行</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>{section}: what you typed is kept here, but not saved yet.</source>
        <translation>{section}：填写的内容保留在这里，但还没有保存。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>For the site</source>
        <translation>本店</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>我的 PIN</translation>
    </message>
    <message>
        <source>Duty card</source>
        <translation>值班卡</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>柜台</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>营业时间</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>时限目标</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>权限额度</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>沟通</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
</context>
<context>
    <name>ShiftsSection</name>
    <message>
        <source>The shifts are saved. They hold from now on.</source>
        <translation>班次已保存，从现在起生效。</translation>
    </message>
    <message>
        <source>A shift may pass midnight; it then bears the date it starts on. Gaps are allowed.</source>
        <translation>班次可以跨过午夜，日期按开始那天算。班次之间可以留空。</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Add a shift</source>
        <translation>添加班次</translation>
    </message>
</context>
<context>
    <name>SiteSection</name>
    <message>
        <source>The site’s details are saved.</source>
        <extracomment>What the form calls a field → what refusals call it. Facts that open screens and services were made with.</extracomment>
        <translation>门店信息已保存。</translation>
    </message>
    <message>
        <source>Time zone, currency and kind of place hold once Amends is opened again.</source>
        <translation>时区、币种和场所类型在重新打开听诉台后生效。</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Stands on papers, in the top bar and in every case number.</source>
        <translation>出现在纸面、顶栏和每个投诉单号里。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家或地区</translation>
    </message>
    <message>
        <source>Site code</source>
        <translation>店代码</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Stands on guests’ receipts, so that they can reach you.</source>
        <translation>印在客人的回执上，方便客人联系。</translation>
    </message>
    <message>
        <source>Stands at the foot of letters, in one line.</source>
        <translation>印在信件页脚，写成一行。</translation>
    </message>
    <message>
        <source>Two letters, like CN. It decides which law cards are shown.</source>
        <translation>两位字母，例如 CN。它决定显示哪些法规卡。</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>首选语言</translation>
    </message>
    <message>
        <source>For whoever has chosen none on their computer.</source>
        <translation>用于还没有自选语言的电脑。</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>场所类型</translation>
    </message>
    <message>
        <source>Chooses the list of categories.</source>
        <translation>决定使用哪套类别。</translation>
    </message>
    <message>
        <source>Hotel</source>
        <translation>酒店</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>商店</translation>
    </message>
    <message>
        <source>In every case</source>
        <translation>写入每件投诉</translation>
    </message>
    <message>
        <source>There are cases already, which bear these. They can’t change any more.</source>
        <translation>已有投诉用到这些内容，不能再改。</translation>
    </message>
    <message>
        <source>Please settle these before the first case: they can’t change afterwards.</source>
        <translation>请在登记第一件投诉前确定，之后不能再改。</translation>
    </message>
</context>
<context>
    <name>StaffFields</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>One word; it stands in the history and never changes.</source>
        <translation>一个词，会写进历史记录，以后不能改。</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Give a new PIN</source>
        <translation>重设 PIN</translation>
    </message>
    <message>
        <source>Give a PIN</source>
        <translation>设定 PIN</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>移出名单</translation>
    </message>
    <message>
        <source>Put back on the list</source>
        <translation>恢复到名单</translation>
    </message>
    <message>
        <source>This is you. Your PIN is changed under ‘My PIN’.</source>
        <translation>这是您自己。请在“我的 PIN”里更改 PIN。</translation>
    </message>
    <message>
        <source>Coming back needs a new PIN.</source>
        <translation>回来后需要新的 PIN。</translation>
    </message>
    <message>
        <source>Has a PIN.</source>
        <translation>已有 PIN。</translation>
    </message>
    <message>
        <source>Has no PIN yet, and can’t sign in.</source>
        <translation>还没有 PIN，不能登录。</translation>
    </message>
    <message>
        <source>Takes complaints and works on those of their own desk.</source>
        <translation>受理投诉，处理本柜台的投诉。</translation>
    </message>
    <message>
        <source>Works on every case, approves and reopens; closes P3 and P4.</source>
        <translation>处理所有投诉，可批准、重开；可结案 P3 和 P4。</translation>
    </message>
    <message>
        <source>Everything but owners’ entries, restoring and backup keys.</source>
        <translation>除总负责人条目、恢复备份和备份密钥外，都可以操作。</translation>
    </message>
    <message>
        <source>Everything. Has a recovery sheet for a forgotten PIN.</source>
        <translation>都可以操作。忘记 PIN 时可用恢复单。</translation>
    </message>
    <message>
        <source>Reads figures and reports; sees no case.</source>
        <translation>查看数据和报告，看不到投诉内容。</translation>
    </message>
</context>
<context>
    <name>StaffSection</name>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Who works here, and what each may do.</source>
        <translation>谁在这里工作，各自能做什么。</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>添加同事</translation>
    </message>
    <message>
        <source>The staff list is saved.</source>
        <translation>人员名单已保存。</translation>
    </message>
    <message>
        <source>{name} has a new PIN.</source>
        <translation>{name} 有了新的 PIN。</translation>
    </message>
    <message>
        <source>{name} is off the list.</source>
        <translation>{name} 已移出名单。</translation>
    </message>
    <message>
        <source>{name} is on the list again. A new PIN is needed.</source>
        <translation>{name} 已回到名单，需要新的 PIN。</translation>
    </message>
    <message>
        <source>New colleague</source>
        <translation>新同事</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>No PIN yet</source>
        <translation>还没有 PIN</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Works here no longer. What they did keeps their name.</source>
        <translation>已不在这里工作。做过的事仍保留姓名。</translation>
    </message>
    <message>
        <source>Only an owner changes an owner’s entry.</source>
        <translation>总负责人的条目只能由总负责人更改。</translation>
    </message>
</context>
<context>
    <name>TargetsSection</name>
    <message>
        <source>The targets are saved. They hold for what is opened or rated from now on.</source>
        <translation>时限目标已保存，用于从现在起登记或评定的投诉。</translation>
    </message>
    <message>
        <source>P1 runs round the clock, the others in the opening hours. Type 30 min, 2 h or 1:30.</source>
        <translation>P1 全天计时，其他按营业时间。可填 30 分、2 小时或 1:30。</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>时限目标</translation>
    </message>
    <message>
        <source>First reply within</source>
        <translation>首次响应</translation>
    </message>
    <message>
        <source>Resolved within</source>
        <translation>解决</translation>
    </message>
</context>
<context>
    <name>WeekFields</name>
    <message>
        <source>Every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>All like Monday</source>
        <translation>都和周一一样</translation>
    </message>
    <message>
        <source>Round the clock</source>
        <translation>全天营业</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>休息</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <source>Keep</source>
        <extracomment>written out: some systems have no standard keys for them</extracomment>
        <translation>保存</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Keeping the letter…</source>
        <translation>正在保存致歉信…</translation>
    </message>
    <message>
        <source>Signing the letter off…</source>
        <translation>正在签发致歉信…</translation>
    </message>
    <message>
        <source>Making the letter…</source>
        <translation>正在生成致歉信…</translation>
    </message>
    <message>
        <source>On its way to the printer…</source>
        <translation>正在送往打印机…</translation>
    </message>
    <message>
        <source>Saving the letter…</source>
        <translation>正在存成文件…</translation>
    </message>
</context>
<context>
    <name>AskBanner</name>
    <message>
        <source>Write it anew from the case?</source>
        <translation>要按本单重新写吗？</translation>
    </message>
    <message>
        <source>Write it anew in Chinese?</source>
        <translation>要用中文重新写吗？</translation>
    </message>
    <message>
        <source>Write it anew in English?</source>
        <translation>要用英文重新写吗？</translation>
    </message>
    <message>
        <source>What you typed goes. The kept letter stays until you keep another.</source>
        <translation>您写的内容会被替换。已保存的信会留着，直到您再次保存。</translation>
    </message>
    <message>
        <source>Write it anew</source>
        <translation>重新写</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不改</translation>
    </message>
</context>
<context>
    <name>ClashBanner</name>
    <message>
        <source>Changed on another screen at {time}.</source>
        <translation>{time} 在另一台电脑上改过。</translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation>您写的内容还在。</translation>
    </message>
    <message>
        <source>See both</source>
        <translation>对照查看</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>用我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>用对方的</translation>
    </message>
</context>
<context>
    <name>LetterActs</name>
    <message>
        <source>Confirm the facts…</source>
        <extracomment>characters of a passage that is quoted</extracomment>
        <translation>确认事实…</translation>
    </message>
    <message>
        <source>Offer a remedy…</source>
        <translation>提出补救…</translation>
    </message>
    <message>
        <source>“{text}”: {why}</source>
        <translation>“{text}”：{why}</translation>
    </message>
    <message>
        <source>Only a manager signs letters off.</source>
        <translation>只有经理可以签发。</translation>
    </message>
    <message>
        <source>Keep the letter first.</source>
        <translation>请先保存这封信。</translation>
    </message>
    <message>
        <source>Fill in the outlined blanks first.</source>
        <translation>请先填好方框里的空格。</translation>
    </message>
    <message>
        <source>A manager signs it off first.</source>
        <translation>请先让经理签发。</translation>
    </message>
    <message>
        <source>Printed by {name} at {time}.</source>
        <translation>{name} 已于 {time} 打印。</translation>
    </message>
    <message>
        <source>Signed off by {name}; other words need it anew.</source>
        <translation>{name} 已签发；改动后须重新签发。</translation>
    </message>
    <message>
        <source>Signed off by {name} at {time}.</source>
        <translation>{name} 已于 {time} 签发。</translation>
    </message>
    <message>
        <source>This letter needs no sign-off.</source>
        <translation>这封信不需要签发。</translation>
    </message>
    <message>
        <source>A manager signs this letter off before it is printed: {reason}.</source>
        <translation>打印前须由经理签发：{reason}。</translation>
    </message>
    <message>
        <source>Kept on the case.</source>
        <translation>已保存到本单。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已送往打印机。</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已存为 {name}。</translation>
    </message>
    <message>
        <source>What you wrote before is here again.</source>
        <translation>您上次写的内容已恢复。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>Couldn’t read the case</source>
        <extracomment>widths, in logical pixels logical pixels in sight above and below where one writes</extracomment>
        <translation>读不出这一单</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>信的语言</translation>
    </message>
    <message>
        <source>Write it anew from the case</source>
        <translation>按本单重新写</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The page as it will be printed</source>
        <translation>打印出来的样子</translation>
    </message>
</context>
<context>
    <name>LetterWindow</name>
    <message>
        <source>Changed on another screen; shown as it is now.</source>
        <extracomment>after which what was typed is looked over how often the desk is asked whether somebody else changed something</extracomment>
        <translation>在另一台电脑上改过；现在显示的是最新内容。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Letter of apology</source>
        <translation>致歉信</translation>
    </message>
</context>
<context>
    <name>LookSwitch</name>
    <message>
        <source>Spoken</source>
        <translation>口头</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>显示什么</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>To look at again</source>
        <extracomment>logical pixels of the list; more is scrolled what Qt takes for no limit share of the list in height to spare; the rest stands below rows: whoever has more begins with these</extracomment>
        <translation>请再看一看</translation>
    </message>
    <message>
        <source>Nothing to look at again.</source>
        <translation>没有需要再看的地方。</translation>
    </message>
    <message>
        <source>The case doesn’t hold everything yet. Fill in what is outlined, or take it out.</source>
        <translation>本单的内容还不齐。请填好方框里的空格，或删去那句话。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>There</source>
        <translation>有</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
</context>
<context>
    <name>PartsCard</name>
    <message>
        <source>Parts of the apology</source>
        <translation>道歉的六个部分</translation>
    </message>
    <message>
        <source>{there} of {all}</source>
        <translation>{there}/{all}</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Our reference {number}</source>
        <extracomment>logical pixels: an A4 page at arm&apos;s length room for it</extracomment>
        <translation>编号 {number}</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>称呼</translation>
    </message>
    <message>
        <source>The letter, a line for each paragraph</source>
        <translation>信的正文，每段一行</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>结束语</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Role and number of who signs</source>
        <translation>签名人的职务与电话</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>The words to say</source>
        <extracomment>logical pixels: longer lines are hard to follow while one speaks</extracomment>
        <translation>要说的话</translation>
    </message>
</context>
<context>
    <name>TheirWords</name>
    <message>
        <source>As it was kept there</source>
        <translation>对方保存的内容</translation>
    </message>
    <message>
        <source>As you typed it</source>
        <translation>您写的内容</translation>
    </message>
</context>
</TS>

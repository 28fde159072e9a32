<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>FirstRunForm</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>What kind of place is it?</source>
        <translation>这是什么场所？</translation>
    </message>
    <message>
        <source>Hotel</source>
        <translation>酒店</translation>
    </message>
    <message>
        <source>Rooms, stays, restaurant</source>
        <translation>客房、住宿、餐厅</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>商店</translation>
    </message>
    <message>
        <source>Orders, goods, returns</source>
        <translation>订单、商品、退换</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>场所名称</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>服务台</translation>
    </message>
    <message>
        <source>Owner’s name</source>
        <translation>总负责人姓名</translation>
    </message>
    <message>
        <source>Site code</source>
        <translation>场所代码</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>开门</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>关门</translation>
    </message>
    <message>
        <source>Harbour Hotel</source>
        <translation>海港酒店</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>姓和名</translation>
    </message>
    <message>
        <source>Stands at the front of every case number</source>
        <translation>显示在每个单号的最前面</translation>
    </message>
    <message>
        <source>Open a practice desk with sample data</source>
        <translation>打开带示例数据的练习台</translation>
    </message>
    <message>
        <source>60 made-up cases to look around, kept apart from your own.</source>
        <translation>60 件虚构的投诉供您熟悉，与真实数据分开存放。</translation>
    </message>
    <message>
        <source>Owner’s passphrase</source>
        <translation>总负责人口令</translation>
    </message>
    <message>
        <source>Repeat passphrase</source>
        <translation>再输一次口令</translation>
    </message>
    <message>
        <source>Use a PIN</source>
        <translation>改用 PIN</translation>
    </message>
    <message>
        <source>At least 8 characters. It opens reports, staff and remedy limits.</source>
        <translation>至少 8 个字符。用于打开报告、人员和补救权限。</translation>
    </message>
    <message>
        <source>Owner’s PIN</source>
        <translation>总负责人 PIN</translation>
    </message>
    <message>
        <source>Repeat PIN</source>
        <translation>再输一次 PIN</translation>
    </message>
    <message>
        <source>Use a passphrase, which is safer</source>
        <translation>改用口令，更安全</translation>
    </message>
    <message>
        <source>It opens reports, staff and remedy limits. Keep it off the counter.</source>
        <translation>用于打开报告、人员和补救权限，请勿写在柜台上。</translation>
    </message>
</context>
<context>
    <name>FirstRunScreen</name>
    <message>
        <source>Amends backups (*.amends);;All files (*)</source>
        <translation>听诉台备份 (*.amends);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The passphrase of this backup</source>
        <translation>此备份的口令</translation>
    </message>
    <message>
        <source>Set up the desk</source>
        <translation>设置服务台</translation>
    </message>
    <message>
        <source>About one minute. You can change all of it later.</source>
        <translation>大约一分钟，以后都可以更改。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>打开服务台</translation>
    </message>
</context>
<context>
    <name>StepsPane</name>
    <message>
        <source>Listen well.</source>
        <translation>好好倾听。</translation>
    </message>
    <message>
        <source>Put it right.</source>
        <translation>妥善弥补。</translation>
    </message>
    <message>
        <source>Learn from it.</source>
        <translation>从中学习。</translation>
    </message>
    <message>
        <source>Everything stays on this computer. No account, no internet.</source>
        <translation>所有数据都留在这台电脑上，不需要账号，也不需要网络。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>场所类型</translation>
    </message>
    <message>
        <source>Site and desk</source>
        <translation>场所与服务台</translation>
    </message>
    <message>
        <source>Owner and PIN</source>
        <translation>总负责人与 PIN</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>FindingBox</name>
    <message>
        <source>{n} found</source>
        <translation>找到 {n} 件</translation>
    </message>
    <message>
        <source>{n} more. Add a word to see fewer.</source>
        <translation>还有 {n} 件。多输一个词可以缩小范围。</translation>
    </message>
    <message>
        <source>Nothing matches. Try part of a name, a room or a number.</source>
        <translation>没有找到。试试姓名的一部分、房号或单号。</translation>
    </message>
    <message>
        <source>Search cases, guests, rooms, orders</source>
        <translation>搜索单号、客人、房号、订单</translation>
    </message>
    <message>
        <source>Search cases, guests</source>
        <translation>搜索单号、客人</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>Room {room}</source>
        <extracomment>of the width, for state and date at most</extracomment>
        <translation>{room} 房</translation>
    </message>
    <message>
        <source>Order {reference}</source>
        <translation>订单 {reference}</translation>
    </message>
</context>
</TS>

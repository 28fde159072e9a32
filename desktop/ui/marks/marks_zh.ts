<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>PriorityMark</name>
    <message>
        <source>Priority {number}</source>
        <translation>优先级 {number}</translation>
    </message>
    <message>
        <source>Priority {number}, score {score}</source>
        <translation>优先级 {number}，{score} 分</translation>
    </message>
</context>
</TS>

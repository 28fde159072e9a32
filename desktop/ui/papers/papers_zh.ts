<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>PaperWindow</name>
    <message>
        <source>Language of the paper</source>
        <extracomment>written out: some systems have no standard key for it</extracomment>
        <translation>打印件的语言</translation>
    </message>
    <message>
        <source>Size of the receipt</source>
        <translation>回执的尺寸</translation>
    </message>
    <message>
        <source>A5</source>
        <translation>A5</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>80 毫米卷纸</translation>
    </message>
    <message>
        <source>With pictures</source>
        <translation>附上图片</translation>
    </message>
    <message>
        <source>Pages of the paper</source>
        <translation>打印件各页</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Making the paper…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>Page {page} of {pages} on its way to the printer</source>
        <translation>正在打印第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已存为 {name}</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已送往打印机</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>共 %n 页</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AttachmentsCard</name>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Attach a photo or scan</source>
        <translation>添加照片或扫描件</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste a picture or file</source>
        <translation>粘贴图片或文件</translation>
    </message>
    <message>
        <source>Drop photos or scans here, or paste them.</source>
        <translation>把照片或扫描件拖到这里，或直接粘贴。</translation>
    </message>
    <message>
        <source>Photos, scans and texts</source>
        <translation>照片、扫描件和文本</translation>
    </message>
    <message>
        <source>Picture.png</source>
        <translation>图片.png</translation>
    </message>
    <message>
        <source>Look at {name}</source>
        <translation>查看 {name}</translation>
    </message>
    <message>
        <source>Save a copy of {name}</source>
        <translation>另存 {name}</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>There is no preview of this file. Save a copy to look at it.</source>
        <translation>这个文件无法预览。请另存后查看。</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存一份</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Save a copy</source>
        <translation>另存一份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CasesPanel</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WarningBar</name>
    <message numerus="yes">
        <source>See %n case(s)</source>
        <translation>
            <numerusform>See %n case</numerusform>
            <numerusform>See %n cases</numerusform>
        </translation>
    </message>
</context>
</TS>

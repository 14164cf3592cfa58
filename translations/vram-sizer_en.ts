<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Axis</name>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
            <numerusform>%Ln sequence</numerusform>
            <numerusform>%Ln sequences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message numerus="yes">
        <source>%n fit(s)</source>
        <extracomment>number of rows with this verdict</extracomment>
        <translation>
            <numerusform>%n fits</numerusform>
            <numerusform>%n fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tight</source>
        <translation>
            <numerusform>%n tight</numerusform>
            <numerusform>%n tight</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) offload</source>
        <translation>
            <numerusform>%n needs offload</numerusform>
            <numerusform>%n need offload</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not fit</source>
        <translation>
            <numerusform>%n does not fit</numerusform>
            <numerusform>%n do not fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%Ln layer</numerusform>
            <numerusform>%Ln layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not supported</source>
        <translation>
            <numerusform>%n not supported</numerusform>
            <numerusform>%n not supported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not fit or not supported</source>
        <translation>
            <numerusform>%n does not fit or not supported</numerusform>
            <numerusform>%n do not fit or not supported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountRow</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
            <numerusform>%Ln sequence</numerusform>
            <numerusform>%Ln sequences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinderText</name>
    <message numerus="yes">
        <source>%n row(s) found.</source>
        <translation>
            <numerusform>%n row found.</numerusform>
            <numerusform>%n rows found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacementOption</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%Ln layer</numerusform>
            <numerusform>%Ln layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message numerus="yes">
        <source>%n entry or entries of your own catalogue files were left out. The first: %1</source>
        <translation>
            <numerusform>%n entry of your own catalogue files was left out: %1</numerusform>
            <numerusform>%n entries of your own catalogue files were left out. The first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vram::ui::CardBar</name>
    <message numerus="yes">
        <source>%1 of %n</source>
        <translation>
            <numerusform>%1 of %n</numerusform>
            <numerusform>%1 of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vram::ui::FileActions</name>
    <message numerus="yes">
        <source>%n file(s) at once cannot be opened. Drop one scenario or one model.</source>
        <translation>
            <numerusform>One file at a time: drop one scenario or one model.</numerusform>
            <numerusform>%n files at once cannot be opened. Drop one scenario or one model.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vram::ui::GpuPicker</name>
    <message numerus="yes">
        <source>%n bar(s) chosen</source>
        <translation>
            <numerusform>%n bar chosen</numerusform>
            <numerusform>%n bars chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) in the machine</source>
        <translation>
            <numerusform>%n card in the machine</numerusform>
            <numerusform>%n cards in the machine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vram::ui::HardwarePage</name>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
            <numerusform>%n sequence</numerusform>
            <numerusform>%n sequences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vram::ui::MachineDialog</name>
    <message numerus="yes">
        <source>Found, with %n remark(s):</source>
        <translation>
            <numerusform>Found, with %n remark:</numerusform>
            <numerusform>Found, with %n remarks:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vram::ui::RepositoryDialog</name>
    <message numerus="yes">
        <source>%n model(s) in %1, as it was when it was read before: the host cannot be reached.</source>
        <translation>
            <numerusform>%n model in %1, as it was when it was read before: the host cannot be reached.</numerusform>
            <numerusform>%n models in %1, as it was when it was read before: the host cannot be reached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) in %1</source>
        <translation>
            <numerusform>%n model in %1</numerusform>
            <numerusform>%n models in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vram::ui::StepsWords</name>
    <message numerus="yes">
        <source>%n card(s) without a published price are left out.</source>
        <translation>
            <numerusform>%n card without a published price is left out.</numerusform>
            <numerusform>%n cards without a published price are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vram::ui::ValuePicker</name>
    <message numerus="yes">
        <source>At most %n row(s).</source>
        <translation>
            <numerusform>At most %n row.</numerusform>
            <numerusform>At most %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) chosen</source>
        <translation>
            <numerusform>%n row chosen</numerusform>
            <numerusform>%n rows chosen</numerusform>
        </translation>
    </message>
</context>
</TS>

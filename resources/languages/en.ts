<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name></name>
    <message numerus="yes">
        <source> Nor are %n more files in the models folders.</source>
        <translation>
            <numerusform> Nor is %n more file in the models folders.</numerusform>
            <numerusform> Nor are %n more files in the models folders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} has %n frames. The clip starts from one of them.</source>
        <translation>
            <numerusform>{name} has %n frame. The clip starts from one of them.</numerusform>
            <numerusform>{name} has %n frames. The clip starts from one of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measure it on %n held-out clips, or on a folder of clips</source>
        <translation>
            <numerusform>Measure it on %n held-out clip, or on a folder of clips</numerusform>
            <numerusform>Measure it on %n held-out clips, or on a folder of clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> (and %n more)</numerusform>
            <numerusform> (and %n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clips, </source>
        <translation>
            <numerusform>%n clip, </numerusform>
            <numerusform>%n clips, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes: {many}</source>
        <translation>
            <numerusform>%n class: {many}</numerusform>
            <numerusform>%n classes: {many}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>storyboard of %n</source>
        <translation>
            <numerusform>storyboard of %n</numerusform>
            <numerusform>storyboard of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} has %n keypoints, this model {count}.</source>
        <translation>
            <numerusform>{name} has %n keypoint, this model {count}.</numerusform>
            <numerusform>{name} has %n keypoints, this model {count}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n futures</source>
        <translation>
            <numerusform>Delete %n future</numerusform>
            <numerusform>Delete %n futures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n keypoints are</source>
        <translation>
            <numerusform>This %n keypoint is</numerusform>
            <numerusform>These %n keypoints are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trials</source>
        <translation>
            <numerusform>%n trial</numerusform>
            <numerusform>%n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n raters</source>
        <translation>
            <numerusform>%n rater</numerusform>
            <numerusform>%n raters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rankings</source>
        <translation>
            <numerusform>%n ranking</numerusform>
            <numerusform>%n rankings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n futures</source>
        <translation>
            <numerusform>Export %n future</numerusform>
            <numerusform>Export %n futures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{written} of %n written</source>
        <translation>
            <numerusform>{written} of %n written</numerusform>
            <numerusform>{written} of %n written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actions, {columns} seeds each</source>
        <translation>
            <numerusform>%n action, {columns} seeds each</numerusform>
            <numerusform>%n actions, {columns} seeds each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actions</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{actions} · %n frames · {seconds:.2f} s</source>
        <translation>
            <numerusform>{actions} · %n frame · {seconds:.2f} s</numerusform>
            <numerusform>{actions} · %n frames · {seconds:.2f} s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n futures</source>
        <translation>
            <numerusform>%n future</numerusform>
            <numerusform>%n futures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts of this project are damaged and were left out.</source>
        <translation>
            <numerusform>%n part of this project is damaged and was left out.</numerusform>
            <numerusform>%n parts of this project are damaged and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{stage}: %n steps, {duration}</source>
        <translation>
            <numerusform>{stage}: %n step, {duration}</numerusform>
            <numerusform>{stage}: %n steps, {duration}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs training{paused}</source>
        <translation>
            <numerusform>%n run training{paused}</numerusform>
            <numerusform>%n runs training{paused}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> &amp;nbsp; %n keypoints selected</source>
        <translation>
            <numerusform> &amp;nbsp; %n keypoint selected</numerusform>
            <numerusform> &amp;nbsp; %n keypoints selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figures: click one</source>
        <translation>
            <numerusform>%n figure: click one</numerusform>
            <numerusform>%n figures: click one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove &amp;star from %n</source>
        <translation>
            <numerusform>Remove &amp;star from %n</numerusform>
            <numerusform>Remove &amp;star from %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Star %n futures</source>
        <translation>
            <numerusform>&amp;Star %n future</numerusform>
            <numerusform>&amp;Star %n futures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Co&amp;mpare %n futures</source>
        <translation>
            <numerusform>Co&amp;mpare %n future</numerusform>
            <numerusform>Co&amp;mpare %n futures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move &amp;between %n futures</source>
        <translation>
            <numerusform>Move &amp;between %n future</numerusform>
            <numerusform>Move &amp;between %n futures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n futures...</source>
        <translation>
            <numerusform>&amp;Export %n future...</numerusform>
            <numerusform>&amp;Export %n futures...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n futures</source>
        <translation>
            <numerusform>&amp;Delete %n future</numerusform>
            <numerusform>&amp;Delete %n futures</numerusform>
        </translation>
    </message>
</context>
</TS>

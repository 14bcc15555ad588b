<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Tertulia authors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConnectionFacts</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>resumed connections</comment>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::AccountStrip</name>
    <message numerus="yes">
        <source>%1, until %2</source>
        <comment>a status and a time</comment>
        <translation>
            <numerusform>%1, until %2</numerusform>
            <numerusform>%1, until %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::ChangePasswordDialog</name>
    <message numerus="yes">
        <source>%n other device(s) of this account must log in again with it.</source>
        <translation>
            <numerusform>%n other device of this account must log in again with it.</numerusform>
            <numerusform>%n other devices of this account must log in again with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::ChatNotices</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n chat(s)</source>
        <translation>
            <numerusform>In %n chat</numerusform>
            <numerusform>In %n chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %1 and %n other(s)</source>
        <translation>
            <numerusform>From %1 and %n other</numerusform>
            <numerusform>From %1 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::ChatTabs</name>
    <message numerus="yes">
        <source>%1, %n unread message(s)</source>
        <translation>
            <numerusform>%1, %n unread message</numerusform>
            <numerusform>%1, %n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::ForwardDialog</name>
    <message numerus="yes">
        <source>Forward %n message(s)</source>
        <translation>
            <numerusform>Forward %n message</numerusform>
            <numerusform>Forward %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::HistoryImportDialog</name>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n chat</numerusform>
            <numerusform>%n chats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::HistoryText</name>
    <message numerus="yes">
        <source>%n message(s) written.</source>
        <translation>
            <numerusform>%n message written.</numerusform>
            <numerusform>%n messages written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) removed.</source>
        <translation>
            <numerusform>%n message removed.</numerusform>
            <numerusform>%n messages removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) brought in.</source>
        <translation>
            <numerusform>%n message brought in.</numerusform>
            <numerusform>%n messages brought in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were here already.</source>
        <translation>
            <numerusform>%n of them was here already.</numerusform>
            <numerusform>%n of them were here already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::ImportDialog</name>
    <message numerus="yes">
        <source>%n of them are in your list already and stay as they are.</source>
        <translation>
            <numerusform>%n of them is in your list already and stays as it is.</numerusform>
            <numerusform>%n of them are in your list already and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries make no sense and are left out.</source>
        <translation>
            <numerusform>%n entry makes no sense and is left out.</numerusform>
            <numerusform>%n entries make no sense and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n contact(s)</source>
        <translation>
            <numerusform>Add %n contact</numerusform>
            <numerusform>Add %n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) added.</source>
        <translation>
            <numerusform>%n contact added.</numerusform>
            <numerusform>%n contacts added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be added.</source>
        <translation>
            <numerusform>%n could not be added.</numerusform>
            <numerusform>%n could not be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) written.</source>
        <translation>
            <numerusform>%n contact written.</numerusform>
            <numerusform>%n contacts written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::JumpButton</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::MessageCommands</name>
    <message numerus="yes">
        <source>Delete %n message(s) here?</source>
        <translation>
            <numerusform>Delete %n message here?</numerusform>
            <numerusform>Delete %n messages here?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::MessageLayout</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::NoteField</name>
    <message numerus="yes">
        <source>%n characters too long to be kept.</source>
        <translation>
            <numerusform>%n character too long to be kept.</numerusform>
            <numerusform>%n characters too long to be kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::OwnPresence</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::ReactionChips</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::RequestsPane</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::SearchPage</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n message(s)</source>
        <translation>
            <numerusform>The newest message</numerusform>
            <numerusform>The newest %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::SelectionStrip</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::SpokenChats</name>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::StatusMenu</name>
    <message numerus="yes">
        <source>At %1</source>
        <translation>
            <numerusform>At %1</numerusform>
            <numerusform>At %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::StatusPreferences</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::StoreErrorPage</name>
    <message numerus="yes">
        <source>%n message(s) were saved.</source>
        <translation>
            <numerusform>%n message was saved.</numerusform>
            <numerusform>%n messages were saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The settings of %n account(s) are lost: turn on “Use this account” again.</source>
        <translation>
            <numerusform>The settings of %n account are lost: turn on “Use this account” again.</numerusform>
            <numerusform>The settings of %n accounts are lost: turn on “Use this account” again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::SwitcherModel</name>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tertulia::Tray</name>
    <message numerus="yes">
        <source>Tertulia: %n unread message(s)</source>
        <translation>
            <numerusform>Tertulia: %n unread message</numerusform>
            <numerusform>Tertulia: %n unread messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Muted until %1</source>
        <translation>
            <numerusform>Muted until %1</numerusform>
            <numerusform>Muted until %1</numerusform>
        </translation>
    </message>
</context>
</TS>

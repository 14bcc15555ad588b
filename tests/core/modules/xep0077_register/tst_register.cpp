// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0077_register/Register.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace tertulia;
using namespace std::chrono_literals;

namespace
{

/// A change that was asked for, and what came of it.
struct Change {
    explicit Change(const QByteArray &features = {})
    {
        if (!features.isEmpty())
            rig.streamFeatures = features;
        rig.goOnline();
        begin();
    }
    void begin()
    {
        rig.module<RegisterModule>()
            .changePassword(u"old & worn"_s, u"fresh <1>"_s)
            .then(&context, [this](const Result<void> &result) { outcome = result; });
        request = rig.takeRequest(kRegister);
    }
    [[nodiscard]] std::optional<ErrorCode> error() const
    {
        return outcome && !*outcome ? std::optional(outcome->error().code) : std::nullopt;
    }
    void refuseWith(const QByteArray &payload, const QByteArray &condition = "not-authorized")
    {
        rig.receive("<iq type='error' id='" + request.attribute(u"id").toUtf8() + "' from='example.org'>"
                    + payload + "<error type='modify'><" + condition
                    + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
    }

    ModuleRig rig;
    QObject context;
    XmlElement request;
    std::optional<Result<void>> outcome;
};

const QByteArray kTypeField = "<field type='hidden' var='FORM_TYPE'>"
                              "<value>jabber:iq:register:changepassword</value></field>";

QByteArray form(const QByteArray &fields, const QByteArray &type = kTypeField)
{
    return "<query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='form'><title>Change</title>"
        + type + fields + "</x></query>";
}

QByteArray field(const QByteArray &name, const QByteArray &type, bool required = true,
                 const QByteArray &inside = {})
{
    return "<field var='" + name + "' type='" + type + "' label='Label of " + name + "'>" + inside
        + (required ? "<required/>" : "") + "</field>";
}

const QByteArray kMedia
    = "<media xmlns='urn:xmpp:media-element' height='80' width='290'>"
      "<uri type='image/png'>http://127.0.0.1:1/captcha.png</uri>"
      "<uri type='image/png'>cid:sha1+f24030b8d91d233bac14777be5ab531ca3b9f102@bob.xmpp.org"
      "</uri></media>";

const QByteArray kPasswordFields = field("username", "text-single") + field("old_password", "text-private")
    + field("password", "text-private");

} // namespace

class RegisterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysNothingUnasked();
    void asksTheOwnServer();
    void anAnswerFromAnother_data();
    void anAnswerFromAnother();
    void nobodyMayAsk_data();
    void nobodyMayAsk();
    void aMalformedAnswer();
    void refusals_data();
    void refusals();
    void noAnswer();
    void theStreamIsLost();
    void theStreamIsResumed();
    void offline();
    void anEmptyPassword();
    void twoAnswers();
    void fillsTheFormIn();
    void whatIsHidden();
    void aLabelThatIsMore();
    void aFormWithoutFields();
    void otherForms_data();
    void otherForms();
    void aFormAfterTheForm();
};

void RegisterTest::saysNothingUnasked()
{
    ModuleRig rig;
    rig.goOnline();
    QVERIFY(rig.takeRequest(kRegister).isNull());
    QVERIFY(!rig.host().announcedFeatures().contains(kRegister));
}

void RegisterTest::asksTheOwnServer()
{
    Change change;
    QCOMPARE(change.request.attribute(u"to"), u"example.org"_s);
    QCOMPARE(change.request.attribute(u"type"), u"set"_s);
    QCOMPARE(change.request.firstChild(),
             parsedXml("<query xmlns='jabber:iq:register'><username>ana</username>"
                       "<password>fresh &lt;1></password></query>"));
    change.rig.answerAs("example.org", change.request, {});
    QVERIFY(change.outcome && *change.outcome);
}

void RegisterTest::anAnswerFromAnother_data()
{
    QTest::addColumn<QByteArray>("from");
    for (const char *from : {"mallory@example.net", "ana@example.org", "ana@example.org/phone", "example.net",
                             "bruno@example.com/x"})
        QTest::newRow(from) << QByteArray(from);
}

void RegisterTest::anAnswerFromAnother()
{
    QFETCH(QByteArray, from);
    Change change;
    change.rig.answerAs(from, change.request, {});
    QVERIFY(!change.outcome);
    change.rig.answerAs("example.org", change.request, {});
    QVERIFY(change.outcome && *change.outcome);
}

void RegisterTest::nobodyMayAsk_data()
{
    QTest::addColumn<QByteArray>("from");
    for (const char *from : {"", "example.org", "ana@example.org", "ana@example.org/phone",
                             "bruno@example.com/x", "mallory@example.net"})
        QTest::newRow(*from ? from : "absent") << QByteArray(from);
}

void RegisterTest::nobodyMayAsk() // SECURITY A77
{
    QFETCH(QByteArray, from);
    ModuleRig rig;
    rig.goOnline();
    for (const char *type : {"get", "set"}) {
        rig.receive("<iq type='" + QByteArray(type) + "' id='q1'"
                    + (from.isEmpty() ? QByteArray() : QByteArray(" from='" + from + "'"))
                    + "><query xmlns='jabber:iq:register'/></iq>");
        QCOMPARE(conditionOf(rig.takeOnly()), u"service-unavailable"_s);
    }
}

void RegisterTest::aMalformedAnswer()
{
    Change change;
    change.rig.receive("<iq type='result' id='" + change.request.attribute(u"id").toUtf8()
                       + "' from='example.org'><a xmlns='urn:x'/><b xmlns='urn:x'/></iq>");
    QCOMPARE(change.error(), ErrorCode::MalformedReply);
}

void RegisterTest::refusals_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("not-allowed") << QByteArray("not-allowed") << ErrorCode::PasswordChangeNotOffered;
    QTest::newRow("not-authorized") << QByteArray("not-authorized") << ErrorCode::PasswordChangeNotOffered;
    QTest::newRow("forbidden") << QByteArray("forbidden") << ErrorCode::PasswordChangeNotOffered;
    QTest::newRow("service-unavailable")
        << QByteArray("service-unavailable") << ErrorCode::PasswordChangeNotOffered;
    QTest::newRow("feature-not-implemented")
        << QByteArray("feature-not-implemented") << ErrorCode::PasswordChangeNotOffered;
    QTest::newRow("not-acceptable") << QByteArray("not-acceptable") << ErrorCode::NewPasswordRefused;
    QTest::newRow("policy-violation") << QByteArray("policy-violation") << ErrorCode::NewPasswordRefused;
    QTest::newRow("bad-request") << QByteArray("bad-request") << ErrorCode::StanzaBadRequest;
    QTest::newRow("unexpected-request")
        << QByteArray("unexpected-request") << ErrorCode::StanzaUnexpectedRequest;
    QTest::newRow("internal") << QByteArray("internal-server-error") << ErrorCode::StanzaInternalServerError;
    QTest::newRow("unknown") << QByteArray("made-up") << ErrorCode::StanzaUndefinedCondition;
}

void RegisterTest::refusals()
{
    QFETCH(QByteArray, condition);
    QFETCH(ErrorCode, error);
    Change change;
    change.refuseWith({}, condition);
    QCOMPARE(change.error(), error);
    // Some servers send the request back with the error.
    change.begin();
    change.refuseWith("<query xmlns='jabber:iq:register'><username>ana</username></query>", condition);
    QCOMPARE(change.error(), error);
    QVERIFY(change.rig.sent().isEmpty());
}

void RegisterTest::noAnswer()
{
    Change change;
    change.rig.clock().advance(60s);
    QCOMPARE(change.error(), ErrorCode::RequestTimedOut);
}

void RegisterTest::theStreamIsLost()
{
    Change change;
    change.rig.suspend();
    QVERIFY(!change.outcome);
    change.rig.end();
    QCOMPARE(change.error(), ErrorCode::NotConnected);
}

void RegisterTest::theStreamIsResumed()
{
    Change change;
    change.rig.suspend();
    change.rig.resume();
    QVERIFY(!change.outcome);
    QVERIFY(change.rig.sent().isEmpty());
    change.rig.answerAs("example.org", change.request, {});
    QVERIFY(change.outcome && *change.outcome);
}

void RegisterTest::offline()
{
    ModuleRig rig;
    std::optional<ErrorCode> error;
    rig.module<RegisterModule>().changePassword(u"a"_s, u"b"_s).then(this, [&](const Result<void> &result) {
        error = result.error().code;
    });
    QTRY_COMPARE(error, ErrorCode::NotConnected);
}

/// The server would answer that all is well, and change nothing.
void RegisterTest::anEmptyPassword()
{
    ModuleRig rig;
    rig.goOnline();
    std::optional<ErrorCode> error;
    rig.module<RegisterModule>().changePassword(u"a"_s, {}).then(this, [&](const Result<void> &result) {
        error = result.error().code;
    });
    QTRY_COMPARE(error, ErrorCode::NewPasswordRefused);
    QVERIFY(rig.sent().isEmpty());
}

void RegisterTest::twoAnswers()
{
    Change change;
    change.rig.answerAs("example.org", change.request, {});
    change.outcome.reset();
    change.refuseWith({});
    change.rig.answerAs("example.org", change.request, {});
    QVERIFY(!change.outcome);
    QVERIFY(change.rig.sent().isEmpty());
}

void RegisterTest::fillsTheFormIn()
{
    Change change;
    change.refuseWith(form(kPasswordFields + field("token", "hidden", false, "<value>t-1</value>")
                           + field("hint", "text-single", false)
                           + "<field type='fixed'><value>Hello</value></field>"));
    QVERIFY(!change.outcome);
    const XmlElement answer = change.rig.takeRequest(kRegister);
    QCOMPARE(answer.attribute(u"to"), u"example.org"_s);
    QCOMPARE(
        answer.firstChild(),
        parsedXml(
            "<query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'>"
            "<field var='FORM_TYPE' type='hidden'><value>jabber:iq:register:changepassword</value></field>"
            "<field var='username' type='text-single'><value>ana@example.org</value></field>"
            "<field var='old_password' type='text-private'><value>old &amp; worn</value></field>"
            "<field var='password' type='text-private'><value>fresh &lt;1></value></field>"
            "<field var='token' type='hidden'><value>t-1</value></field></x></query>"));
    change.rig.answerAs("example.org", answer, {});
    QVERIFY(change.outcome && *change.outcome);
}

/// SECURITY A117: what is hidden goes back as it came, required or not; what else was put there does not, and
/// nothing is fetched.
void RegisterTest::whatIsHidden()
{
    Change change;
    change.refuseWith(form(
        kPasswordFields + field("empty", "hidden") + field("ocr", "hidden", true, kMedia + "<value>a</value>")
        + field("no-name", "fixed", true).replace("var='no-name'", "").replace("<required/>", {})
        + field("none", "fixed", false).replace("var='none'", "")));
    QVERIFY(!change.outcome);
    const XmlElement form = change.rig.takeRequest(kRegister).firstChild().firstChild();
    QStringList names;
    for (const XmlElement &each : form.children(u"field", u"jabber:x:data"))
        names << each.attribute(u"var") + u'=' + each.childText(u"value", u"jabber:x:data");
    QVERIFY2(names.contains(u"empty="_s) && names.contains(u"ocr=a"_s), qPrintable(names.join(u' ')));
    QCOMPARE(names.size(), 6);
    QVERIFY(!form.toXml().contains("media"));
    QVERIFY(change.rig.sent().isEmpty());
}

/// SECURITY A117: a label is words, however it is made up.
void RegisterTest::aLabelThatIsMore()
{
    Change change;
    change.refuseWith(form(kPasswordFields + "<field var='x' type='text-single' label='&lt;b>B&lt;/b>\u202e"
                           + QByteArray(10'000, 'x') + "'><required/></field>"));
    QCOMPARE(change.error(), ErrorCode::PasswordChangeNeedsMore);
    const QString label = change.outcome->error().subject;
    QVERIFY(label.startsWith(u"<b>B</b>x"_s)); // as letters
    QVERIFY(label.size() <= 500);
}

void RegisterTest::aFormWithoutFields()
{
    Change change;
    change.refuseWith(form({}));
    QCOMPARE(change.error(), ErrorCode::MalformedReply);
    QVERIFY(change.rig.sent().isEmpty());
}

void RegisterTest::otherForms_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("a question nobody here can answer")
        << form(kPasswordFields + field("x-mmn", "text-single")) << ErrorCode::PasswordChangeNeedsMore;
    QTest::newRow("a password as a list")
        << form(field("password", "list-single")) << ErrorCode::MalformedReply;
    QByteArray many;
    for (int i = 0; i < 10'000; ++i)
        many += field("f" + QByteArray::number(i), "text-single", false);
    QTest::newRow("ten thousand fields") << form(kPasswordFields + many) << ErrorCode::MalformedReply;
    QTest::newRow("a password behind ten thousand fields")
        << form(many + kPasswordFields) << ErrorCode::MalformedReply;
    QTest::newRow("the new password twice")
        << form(kPasswordFields + field("password", "text-private")) << ErrorCode::MalformedReply;
    QTest::newRow("the new password, and hidden")
        << form(field("password", "hidden") + kPasswordFields) << ErrorCode::MalformedReply;
    QTest::newRow("two purposes") << form(kPasswordFields + kTypeField) << ErrorCode::MalformedReply;
    QTest::newRow("a picture to be read")
        << form(kPasswordFields + field("x-mmn", "text-single", true, kMedia))
        << ErrorCode::PasswordChangeNeedsMore;
    QTest::newRow("another purpose") << form(
        kPasswordFields, "<field type='hidden' var='FORM_TYPE'><value>jabber:iq:register</value></field>")
                                     << ErrorCode::MalformedReply;
    QTest::newRow("no purpose") << form(kPasswordFields, {}) << ErrorCode::MalformedReply;
    QTest::newRow("a result, not a form") << form(kPasswordFields).replace("type='form'", "type='result'")
                                          << ErrorCode::PasswordChangeNotOffered;
    QTest::newRow("in another namespace")
        << form(kPasswordFields).replace("jabber:iq:register'><x", "urn:x'><x")
        << ErrorCode::PasswordChangeNotOffered;
}

void RegisterTest::otherForms() // SECURITY A117
{
    QFETCH(QByteArray, payload);
    QFETCH(ErrorCode, error);
    Change change;
    change.refuseWith(payload);
    QCOMPARE(change.error(), error);
    if (error == ErrorCode::PasswordChangeNeedsMore)
        QCOMPARE(change.outcome->error().subject, u"Label of x-mmn"_s);
    QVERIFY(change.rig.sent().isEmpty());
}

void RegisterTest::aFormAfterTheForm()
{
    Change change;
    change.refuseWith(form(kPasswordFields));
    change.request = change.rig.takeRequest(kRegister);
    change.refuseWith(form(kPasswordFields), "not-acceptable");
    QCOMPARE(change.error(), ErrorCode::NewPasswordRefused);
    QVERIFY(change.rig.sent().isEmpty());
}

QTEST_GUILESS_MAIN(RegisterTest)
#include "tst_register.moc"

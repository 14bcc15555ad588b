// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Icons.h"
#include "ui/theme/NameColor.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

class Wish : public ColorSchemeSource
{
public:
    [[nodiscard]] Scheme scheme() const override { return wished; }
    [[nodiscard]] bool highContrast() const override { return contrast; }
    void set(Scheme scheme, bool high)
    {
        wished = scheme;
        contrast = high;
        Q_EMIT changed();
    }
    Scheme wished = Scheme::NoPreference;
    bool contrast = false;
};

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }
    void cleanup()
    {
        Theme::current().setChoice(Theme::Choice::FollowSystem);
        Theme::current().setTextSize(100);
        Theme::current().follow(nullptr);
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white)), 21);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
        QVERIFY(std::abs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void textAndShapesAreLegible_data()
    {
        QTest::addColumn<Palette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("high contrast") << highContrastPalette(false);
        QTest::newRow("high contrast, dark") << highContrastPalette(true);
    }
    void textAndShapesAreLegible()
    {
        QFETCH(Palette, palette);
        const Palette &p = palette;
        const QList<QColor> surfaces{p.pane,      p.paper,     p.field,      p.hover,
                                     p.selection, p.ownBubble, p.otherBubble};
        for (const QColor &surface : surfaces) {
            QVERIFY2(contrastRatio(p.ink, surface) >= 4.5, qPrintable(surface.name()));
            QVERIFY2(contrastRatio(p.softInk, surface) >= 4.5, qPrintable(surface.name()));
            QVERIFY2(contrastRatio(p.accent, surface) >= 4.5 || surface == p.ownBubble
                         || surface == p.selection,
                     qPrintable(u"accent on "_s + surface.name()));
            QVERIFY2(contrastRatio(p.accent, surface) >= 3, qPrintable(u"accent on "_s + surface.name()));
            QVERIFY2(contrastRatio(p.danger, surface) >= 4.5, qPrintable(u"danger on "_s + surface.name()));
        }
        for (const QColor &surface : {p.pane, p.paper, p.field, p.hover, p.selection}) {
            for (const QColor &shape : {p.available, p.away, p.dnd, p.offline, p.focus, p.success})
                QVERIFY2(contrastRatio(shape, surface) >= 3 || surface == p.selection || surface == p.hover,
                         qPrintable(shape.name() + u" on "_s + surface.name()));
        }
        for (const QColor &stripe : p.accounts) {
            for (const QColor &surface : {p.pane, p.paper, p.field, p.hover, p.selection})
                QVERIFY2(contrastRatio(stripe, surface) >= 3,
                         qPrintable(stripe.name() + u" on "_s + surface.name()));
            QCOMPARE(std::count(p.accounts.begin(), p.accounts.end(), stripe), 1);
        }
        QVERIFY(contrastRatio(p.onAccent, p.accent) >= 4.5);
        QVERIFY(contrastRatio(p.onBadge, p.badge) >= 4.5);
        QVERIFY(contrastRatio(p.warningInk, p.warning) >= 4.5);
        QVERIFY(contrastRatio(p.onPresence, p.dnd) >= 3);
        QVERIFY(contrastRatio(p.onPresence, p.available) >= 3);
        QVERIFY(contrastRatio(p.onPresence, p.offline) >= 3);
    }

    void namesOfEveryHueAreLegible()
    {
        for (int hue = 0; hue < 360; ++hue) {
            const QColor light = hsluv(hue, 75, 39);
            const QColor dark = hsluv(hue, 65, 72);
            const QColor disc = hsluv(hue, 58, 45);
            for (const QColor &surface : {lightPalette().paper, lightPalette().pane,
                                          lightPalette().otherBubble, lightPalette().ownBubble})
                QVERIFY2(contrastRatio(light, surface) >= 4.5, qPrintable(QString::number(hue)));
            for (const QColor &surface : {darkPalette().paper, darkPalette().pane, darkPalette().otherBubble,
                                          darkPalette().ownBubble})
                QVERIFY2(contrastRatio(dark, surface) >= 4.5, qPrintable(QString::number(hue)));
            QVERIFY2(contrastRatio(disc, Qt::white) >= 4.5, qPrintable(QString::number(hue)));
        }
    }

    void hueIsThatOfTheSpecification()
    {
        // XEP-0392 13.
        const auto hue = [](const QString &text) { return nameHue(text); };
        QVERIFY(std::abs(hue(u"Romeo"_s) - 327.255249) < 0.0001);
        QVERIFY(std::abs(hue(u"juliet@capulet.lit"_s) - 209.410400) < 0.0001);
        QVERIFY(std::abs(hue(u"😺"_s) - 331.199341) < 0.0001);
        QVERIFY(std::abs(hue(u"council"_s) - 359.994507) < 0.0001);
        const QColor romeo = hsluv(327.255249, 100, 50);
        QVERIFY(std::abs(romeo.redF() - 0.865) < 0.003);
        QVERIFY(std::abs(romeo.greenF() - 0.0) < 0.003);
        QVERIFY(std::abs(romeo.blueF() - 0.686) < 0.003);
    }

    void followsTheDesktop()
    {
        Theme &theme = Theme::current();
        Wish wish;
        theme.follow(&wish);
        const QSignalSpy changed(&theme, &Theme::changed);
        QVERIFY(!theme.isDark());
        wish.set(ColorSchemeSource::Scheme::Dark, false);
        QVERIFY(theme.isDark());
        QCOMPARE(theme.palette(), darkPalette());
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkPalette().pane);
        QCOMPARE(changed.count(), 1);
        theme.setChoice(Theme::Choice::Light);
        QCOMPARE(theme.palette(), lightPalette());
        wish.set(ColorSchemeSource::Scheme::Dark, true);
        QCOMPARE(theme.palette(), highContrastPalette(false));
        theme.setChoice(Theme::Choice::FollowSystem);
        QCOMPARE(theme.palette(), highContrastPalette(true));
    }

    void textSizeStepsAndStops()
    {
        Theme &theme = Theme::current();
        const int row = theme.px(58);
        for (int i = 0; i < 20; ++i)
            theme.stepTextSize(1);
        QCOMPARE(theme.textSize(), 200);
        QVERIFY(std::abs(theme.px(58) - 2 * row) <= 1);
        for (int i = 0; i < 20; ++i)
            theme.stepTextSize(-1);
        QCOMPARE(theme.textSize(), 80);
        theme.stepTextSize(0);
        QCOMPARE(theme.textSize(), 100);
        QCOMPARE(theme.px(58), row);
    }

    void everyIconDraws()
    {
        for (int i = 0; i <= static_cast<int>(Icons::Window); ++i) {
            const QImage image = icon(static_cast<Icons>(i), Tint::Ink).pixmap(48, 48).toImage();
            int drawn = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    drawn += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
            QVERIFY2(drawn > 15, qPrintable(QString::number(i)));
        }
        for (const auto look :
             {TrayLook::Normal, TrayLook::Unread, TrayLook::Away, TrayLook::DoNotDisturb, TrayLook::Offline})
            QVERIFY(!trayIcon(look, Qt::black).pixmap(22, 22).isNull());
        QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
    }

    void presenceIsToldByShapeAlone()
    {
        QList<QImage> drawn;
        for (int i = 1; i <= static_cast<int>(PresenceShape::Unknown); ++i) {
            QImage image(28, 28, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintPresence(painter, QRectF(0, 0, 28, 28), static_cast<PresenceShape>(i), Qt::white);
            painter.end();
            // Black and white: what is left is shape.
            const QImage shape = image.convertToFormat(QImage::Format_Grayscale8);
            QImage mono(shape.size(), QImage::Format_Grayscale8);
            for (int y = 0; y < shape.height(); ++y)
                for (int x = 0; x < shape.width(); ++x)
                    mono.scanLine(y)[x] = qGray(shape.pixel(x, y)) > 220 ? 255 : 0;
            QVERIFY2(!drawn.contains(mono), qPrintable(QString::number(i)));
            drawn.append(mono);
        }
    }

    void initialsOfNames()
    {
        QCOMPARE(initials(u"Ana Torres"_s), u"AT"_s);
        QCOMPARE(initials(u"ana"_s), u"A"_s);
        QCOMPARE(initials(u"bruno@example.org"_s), u"B"_s);
        QCOMPARE(initials(u""_s), u"?"_s);
        QCOMPARE(initials(u"<b>x</b>"_s), u"B"_s);
        QCOMPARE(initials(u"  José María  de la  Cruz "_s), u"JC"_s);
    }

    /// Without a compositor what a menu leaves out at its corners would be black.
    void aMenuEndsAtItsCorners()
    {
        QMenu menu;
        menu.addAction(u"Reply"_s);
        menu.addAction(u"Copy"_s);
        menu.popup({100, 100});
        const QRegion shape = menu.mask();
        const QRect rect = menu.rect();
        for (const QPoint &corner : {rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()})
            QVERIFY(!shape.contains(corner));
        QVERIFY(shape.contains(QPoint(rect.center().x(), rect.top())));
        QVERIFY(shape.contains(QPoint(rect.right(), rect.center().y())));
        QVERIFY(shape.contains(QPoint(rect.center().x(), rect.bottom())));
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"

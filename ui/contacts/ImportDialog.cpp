// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/ImportDialog.h"

#include "core/modules/roster/Roster.h"
#include "core/session/RosterImport.h"
#include "core/session/XmppSession.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QSaveFile>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

QString problemText(RosterFile::Problem problem)
{
    switch (problem) {
    case RosterFile::Problem::TooLarge:
        return ImportDialog::tr("This file is too large for a list of contacts.");
    case RosterFile::Problem::NotXml:
        return ImportDialog::tr("This file is damaged, or it is no list of contacts.");
    case RosterFile::Problem::NoContacts:
        return ImportDialog::tr("There are no contacts in this file.");
    }
    return {};
}

} // namespace

ImportDialog::ImportDialog(XmppSession &session, const RosterFile &file, QWidget *parent)
    : QDialog(parent)
    , m_import(new RosterImport(session.modules(), this))
    , m_list(new QListWidget(this))
    , m_ask(new QCheckBox(tr("&Ask them to let me see their status"), this))
    , m_state(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_add(new PrimaryButton(tr("Add contacts"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import contacts"));
    auto *title = new QLabel(this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    title->setText(tr("Contacts for %1").arg(shownAddress(session.address().toString())));
    title->setFont(Theme::current().font(1.1, QFont::Bold));
    m_list->setAccessibleName(tr("Contacts in the file"));
    for (const RosterItem &item : m_import->missing(file.items)) {
        const QString address = shownAddress(item.jid.toString());
        auto *row = new QListWidgetItem(
            item.name.isEmpty() ? address : QString(shownName(item.name) + u" · "_s + address), m_list);
        row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        row->setCheckState(Qt::Checked);
        row->setData(Qt::UserRole, QVariant::fromValue(item));
        row->setToolTip(shownToolTip(item.groups.join(u", "_s)));
    }
    const int known = int(file.items.size()) - m_list->count();
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    QStringList remarks;
    if (m_list->count() == 0)
        remarks.append(tr("All contacts in this file are in your list already."));
    else if (known > 0)
        remarks.append(tr("%n of them are in your list already and stay as they are.", nullptr, known));
    if (file.passedOver > 0)
        remarks.append(tr("%n entries make no sense and are left out.", nullptr, file.passedOver));
    m_state->setText(remarks.join(u' '));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_ask);
    layout->addWidget(m_progress);
    layout->addWidget(m_state);
    layout->addLayout(buttons);
    resize(Theme::current().px(440), Theme::current().px(480));
    connect(m_list, &QListWidget::itemChanged, this, &ImportDialog::count);
    connect(m_add, &QPushButton::clicked, this, &ImportDialog::start);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_running)
            m_import->stop();
        else
            reject();
    });
    connect(m_import, &RosterImport::progressed, this, [this](int done, int all) {
        m_progress->setRange(0, all);
        m_progress->setValue(done);
    });
    connect(m_import, &RosterImport::finished, this, &ImportDialog::finish);
    connect(&session, &QObject::destroyed, this, &QObject::deleteLater);
    count();
}

void ImportDialog::count()
{
    int chosen = 0;
    for (int row = 0; row < m_list->count(); ++row)
        chosen += m_list->item(row)->checkState() == Qt::Checked ? 1 : 0;
    m_add->setEnabled(chosen > 0);
    m_add->setText(tr("Add %n contact(s)", nullptr, chosen));
}

void ImportDialog::start()
{
    QList<RosterItem> chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            chosen.append(m_list->item(row)->data(Qt::UserRole).value<RosterItem>());
    }
    m_running = true;
    m_list->setEnabled(false);
    m_ask->setEnabled(false);
    m_add->setEnabled(false);
    m_progress->setRange(0, int(chosen.size()));
    m_progress->setValue(0);
    m_progress->show();
    m_close->setText(tr("Stop"));
    m_import->start(chosen, m_ask->isChecked());
}

void ImportDialog::finish(int added, int failed)
{
    m_running = false;
    m_close->setText(tr("Close"));
    QString state = tr("%n contact(s) added.", nullptr, added);
    if (failed > 0)
        state += u' ' + tr("%n could not be added.", nullptr, failed);
    m_state->setText(state);
}

void importContacts(XmppSession &session, QWidget *window, const std::function<void(const QString &)> &say)
{
    auto *files = new QFileDialog(window, ImportDialog::tr("Import contacts"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    files->setNameFilters({ImportDialog::tr("Contact lists (*.xml)"), ImportDialog::tr("All files (*)")});
    QObject::connect(
        files, &QFileDialog::fileSelected, &session, [&session, window, say](const QString &path) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly)) {
                say(ImportDialog::tr("The file cannot be read: %1").arg(shownLine(file.errorString())));
                return;
            }
            // One more than is taken, so that it is seen to be too many.
            const auto contacts = RosterFile::read(file.read(RosterFile::kMostBytes + 1));
            if (!contacts) {
                say(problemText(contacts.error()));
                return;
            }
            (new ImportDialog(session, *contacts, window))->open();
        });
    files->open();
}

void exportContacts(XmppSession &session, QWidget *window, const std::function<void(const QString &)> &say)
{
    auto *files = new QFileDialog(window, ImportDialog::tr("Export contacts"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(u"xml"_s);
    files->setNameFilter(ImportDialog::tr("Contact lists (*.xml)"));
    files->selectFile(session.address().toString() + u".xml"_s);
    QObject::connect(files, &QFileDialog::fileSelected, &session, [&session, say](const QString &path) {
        const QList<RosterItem> items = session.modules().module<RosterModule>()->items();
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(RosterFile::write(session.address(), items)) < 0
            || !file.commit())
            say(ImportDialog::tr("The file cannot be written: %1").arg(shownLine(file.errorString())));
        else
            say(ImportDialog::tr("%n contact(s) written.", nullptr, int(items.size())));
    });
    files->open();
}

} // namespace tertulia

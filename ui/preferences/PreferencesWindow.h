// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/AccountsPage.h"
#include "ui/preferences/PreferencesContext.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QListWidget;
class QStackedWidget;

namespace tertulia
{

class FoundMarks;
class PreferencesPage;
class SearchField;

/// All that can be chosen, a page for each matter (UI e.7), and a field that finds a control by what it is
/// about. Everything applies at once.
class PreferencesWindow : public QDialog
{
    Q_OBJECT
public:
    PreferencesWindow(const PreferencesContext &context, QWidget *parent);

    [[nodiscard]] const QList<PreferencesPage *> &pages() const { return m_pages; }
    void bringForward(PreferencesPage *page);
    void openAccount(const QString &accountId, AccountsPage::Tab tab);
    /// Brings the page of this class to the front; null if there is none.
    template <class Page>
    Page *openPage()
    {
        auto *page = findChild<Page *>();
        if (page)
            bringForward(page);
        return page;
    }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addPage(PreferencesPage *page);
    void choose(int row);
    void search(const QString &wish);
    void goToFound();
    void arrangeList();
    [[nodiscard]] QList<QWidget *> found(int row) const;

    SearchField *m_search;
    QLabel *m_nothing;
    QListWidget *m_list;
    QComboBox *m_choice; ///< in place of the list in a narrow window
    QStackedWidget *m_stack;
    QList<PreferencesPage *> m_pages;
    QList<FoundMarks *> m_marks; ///< one for each page
    int m_next = 0; ///< which of what was found is next for goToFound()
};

} // namespace tertulia

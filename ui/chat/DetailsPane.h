// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tertulia
{

class Avatar;
class ElidedLabel;
class IconButton;

/// The facts of a chat's other side, in a pane beside the timeline.
class DetailsPane : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsPane(QWidget *parent = nullptr);

    /// Below the facts.
    void addPart(QWidget *part);
    void setPeer(const QString &address, const QString &name, const QModelIndex &contact, bool notes);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void closeRequested();
    void historyRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void fitWidth();
    void addFact(const QString &title, const QString &fact);

    QString m_address;
    QString m_peerName;
    bool m_notes = false;
    QPersistentModelIndex m_contact;
    IconButton *m_close;
    Avatar *m_avatar;
    QLabel *m_name;
    QLabel *m_addressLabel;
    QWidget *m_facts;
    QGridLayout *m_grid;
    QPushButton *m_history;
    QVBoxLayout *m_column;
    int m_rows = 0;
};

} // namespace tertulia

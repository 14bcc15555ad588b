// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QXmlStreamReader>

#include <deque>
#include <memory>

namespace tertulia
{

/// What the program wrote, cut into headers, elements and the footer, by a plain QXmlStreamReader.
class ClientBytes
{
public:
    enum class Kind { Header, Element, Footer, Broken };
    struct Piece {
        Kind kind = Kind::Element;
        QByteArray xml;
    };

    void add(const QByteArray &bytes);
    [[nodiscard]] std::deque<Piece> take();
    void clear();

private:
    void read(const QByteArray &bytes);

    std::unique_ptr<QXmlStreamReader> m_reader;
    QString m_text; ///< of the present stream
    qsizetype m_begin = 0; ///< of the present element
    int m_depth = 0;
    std::deque<Piece> m_pieces;
};

} // namespace tertulia

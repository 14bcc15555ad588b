// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ClientBytes.h"

namespace tertulia
{

void ClientBytes::add(const QByteArray &bytes)
{
    // Every stream of ours begins with the declaration, which can stand nowhere else.
    static const QByteArray kDeclaration = "<?xml ";
    qsizetype from = 0;
    while (from < bytes.size()) {
        qsizetype next = bytes.indexOf(kDeclaration, from + 1);
        if (next < 0)
            next = bytes.size();
        const QByteArray part = bytes.mid(from, next - from);
        if (part.startsWith(kDeclaration)) {
            m_reader = std::make_unique<QXmlStreamReader>();
            m_text.clear();
            m_begin = 0;
            m_depth = 0;
        }
        read(part);
        from = next;
    }
}

void ClientBytes::read(const QByteArray &bytes)
{
    if (!m_reader) {
        m_pieces.push_back({Kind::Broken, bytes});
        return;
    }
    m_text += QString::fromUtf8(bytes);
    m_reader->addData(bytes);
    while (!m_reader->atEnd()) {
        switch (m_reader->readNext()) {
        case QXmlStreamReader::StartElement:
            if (++m_depth == 1) {
                m_begin = m_reader->characterOffset();
                m_pieces.push_back({Kind::Header, m_text.left(m_begin).toUtf8()});
            }
            break;
        case QXmlStreamReader::EndElement:
            if (--m_depth == 1) {
                const qsizetype end = m_reader->characterOffset();
                m_pieces.push_back({Kind::Element, m_text.mid(m_begin, end - m_begin).toUtf8()});
                m_begin = end;
            } else if (m_depth == 0) {
                m_pieces.push_back({Kind::Footer, {}});
            }
            break;
        case QXmlStreamReader::Invalid:
            if (m_reader->error() != QXmlStreamReader::PrematureEndOfDocumentError)
                m_pieces.push_back({Kind::Broken, bytes});
            return;
        default:
            break;
        }
    }
}

std::deque<ClientBytes::Piece> ClientBytes::take()
{
    return std::exchange(m_pieces, {});
}

void ClientBytes::clear()
{
    m_reader.reset();
    m_text.clear();
    m_pieces.clear();
    m_begin = 0;
    m_depth = 0;
}

} // namespace tertulia

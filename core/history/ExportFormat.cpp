// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/ExportFormat.h"

#include "core/history/HtmlExport.h"
#include "core/history/JsonExport.h"
#include "core/history/TextExport.h"

#include <QFileInfo>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace tertulia
{

std::unique_ptr<ExportFormat> ExportFormat::forFile(const QString &name, QIODevice &device,
                                                    const ExportWords &words)
{
    const QString ending = QFileInfo(name).suffix().toLower();
    if (ending == "html"_L1 || ending == "htm"_L1)
        return std::make_unique<HtmlExport>(device, words);
    if (ending == "json"_L1)
        return std::make_unique<JsonExport>(device, words);
    return std::make_unique<TextExport>(device, words);
}

ExportFormat::ExportFormat(QIODevice &device, const ExportWords &words)
    : m_device(device)
    , m_words(words)
{
}

ExportFormat::~ExportFormat() = default;

void ExportFormat::put(const QString &text)
{
    m_device.write(text.toUtf8());
}

} // namespace tertulia

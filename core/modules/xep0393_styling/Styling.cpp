// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0393_styling/Styling.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kStyling = u"urn:xmpp:styling:0"_s;

} // namespace

Manifest StylingModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0393_styling"_s;
    manifest.features.append(kStyling);
    return manifest;
}

bool StylingModule::isUnstyled(const Message &message)
{
    return message.hasPayload(u"unstyled", kStyling);
}

void StylingModule::markUnstyled(Message &message)
{
    message.payloads.append(XmlElement(u"unstyled"_s, kStyling));
}

} // namespace tertulia

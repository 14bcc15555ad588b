// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/NameColor.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace tertulia
{

namespace
{

// CIE XYZ to linear sRGB (D65), and the CIE constants.
constexpr std::array<std::array<double, 3>, 3> kFromXyz{{
    {3.240969941904521, -1.537383177570093, -0.498610760293},
    {-0.96924363628087, 1.87596750150772, 0.041555057407175},
    {0.055630079696993, -0.20397695888897, 1.056971514242878},
}};
constexpr double kKappa = 903.2962962;
constexpr double kEpsilon = 0.0088564516;
constexpr double kWhiteU = 0.19783000664283;
constexpr double kWhiteV = 0.46831999493879;

/// The largest chroma that sRGB can show at this lightness and hue: the distance, along the hue's ray, to the
/// nearest of the six lines that bound the gamut.
double largestChroma(double lightness, double hueRadians)
{
    const double cube = std::pow(lightness + 16, 3) / 1560896;
    const double y = cube > kEpsilon ? cube : lightness / kKappa;
    double least = std::numeric_limits<double>::max();
    for (const auto &[m1, m2, m3] : kFromXyz) {
        for (const int bound : {0, 1}) {
            const double top1 = (284517 * m1 - 94839 * m3) * y;
            const double top2
                = (838422 * m3 + 769860 * m2 + 731718 * m1) * lightness * y - 769860 * bound * lightness;
            const double bottom = (632260 * m3 - 126452 * m2) * y + 126452 * bound;
            const double slope = top1 / bottom;
            const double intercept = top2 / bottom;
            const double length = intercept / (std::sin(hueRadians) - slope * std::cos(hueRadians));
            if (length >= 0)
                least = std::min(least, length);
        }
    }
    return least;
}

double toGamma(double linear)
{
    const double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
    return std::clamp(c, 0.0, 1.0);
}

} // namespace

double nameHue(const QString &identifier)
{
    const QByteArray digest = QCryptographicHash::hash(identifier.toUtf8(), QCryptographicHash::Sha1);
    const int angle = static_cast<uchar>(digest.at(0)) | (static_cast<uchar>(digest.at(1)) << 8);
    return angle / 65536.0 * 360.0;
}

QColor hsluv(double hue, double saturation, double lightness)
{
    const double radians = hue / 180 * std::numbers::pi;
    const double chroma = largestChroma(lightness, radians) * saturation / 100;
    const double u = std::cos(radians) * chroma / (13 * lightness) + kWhiteU;
    const double v = std::sin(radians) * chroma / (13 * lightness) + kWhiteV;
    const double y = lightness > 8 ? std::pow((lightness + 16) / 116, 3) : lightness / kKappa;
    const double x = y * 9 * u / (4 * v);
    const double z = y * (12 - 3 * u - 20 * v) / (4 * v);
    std::array<float, 3> rgb{};
    for (size_t i = 0; i < 3; ++i)
        rgb.at(i) = static_cast<float>(
            toGamma(kFromXyz.at(i)[0] * x + kFromXyz.at(i)[1] * y + kFromXyz.at(i)[2] * z));
    return QColor::fromRgbF(rgb[0], rgb[1], rgb[2]);
}

} // namespace tertulia

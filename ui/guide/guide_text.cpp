// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guide_text.h"

#include <QFile>
#include <QRegularExpression>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList captured(const QString& text, const QRegularExpression& pattern) {
    QStringList found;
    QRegularExpressionMatchIterator match = pattern.globalMatch(text);
    while (match.hasNext()) {
        found += match.next().captured(1);
    }
    return found;
}

const QRegularExpression& figurePattern() {
    static const QRegularExpression kPattern(u"\\{([a-z_0-9]+)\\}"_s);
    return kPattern;
}

QString fileText(const QString& language) {
    QFile file(u":/guide/"_s + language + u".html"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

std::vector<GuideSection> guideSections(const QString& language) {
    QString text = fileText(language);
    if (text.isEmpty()) {
        text = fileText(u"en"_s);
    }
    static const QRegularExpression kStart(u"<!-- ([a-z-]+) -->"_s);
    static const QRegularExpression kTitle(u"<h2>(.*?)</h2>"_s);
    std::vector<GuideSection> sections;
    QRegularExpressionMatch match = kStart.match(text);
    while (match.hasMatch()) {
        const QRegularExpressionMatch next = kStart.match(text, match.capturedEnd());
        const qsizetype end = next.hasMatch() ? next.capturedStart() : text.size();
        const QString html = text.mid(match.capturedEnd(), end - match.capturedEnd()).trimmed();
        sections.push_back({match.captured(1), kTitle.match(html).captured(1), html});
        match = next;
    }
    return sections;
}

QStringList guideLinks(const QString& html) {
    static const QRegularExpression kLink(u"href=\"control:([a-z-]+)\""_s);
    return captured(html, kLink);
}

QStringList guideFigureNames(const QString& html) { return captured(html, figurePattern()); }

QString withFigures(const QString& html, const QMap<QString, QString>& figures) {
    QString result;
    qsizetype from = 0;
    QRegularExpressionMatchIterator match = figurePattern().globalMatch(html);
    while (match.hasNext()) {
        const QRegularExpressionMatch name = match.next();
        const QString figure = figures.value(name.captured(1));
        result += QStringView(html).mid(from, name.capturedStart() - from);
        result += u"<span class='number'>"_s + (figure.isEmpty() ? u"–"_s : figure.toHtmlEscaped()) + u"</span>"_s;
        from = name.capturedEnd();
    }
    return result + QStringView(html).mid(from);
}

} // namespace vram::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/desktop_scheme.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QObject>
#include <QString>
#include <QVariant>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

// xdg-desktop-portal, org.freedesktop.portal.Settings
constexpr auto kService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto kPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto kInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto kNamespace = "org.freedesktop.appearance"_L1;
constexpr auto kKey = "color-scheme"_L1;

class Portal : public QObject {
    Q_OBJECT

public:
    explicit Portal(QObject* parent) : QObject(parent) {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (bus.isConnected()) {
            bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                        SLOT(settingChanged(QString, QString, QDBusVariant)));
        }
    }

    void setAnswer(const std::function<void(std::optional<bool>)>& answer) {
        m_answer = answer;
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!m_answer || !bus.isConnected()) {
            return;
        }
        QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
        call << QString(kNamespace) << QString(kKey);
        auto* const watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            const QDBusPendingReply<QDBusVariant> reply = *watcher;
            if (!reply.isError()) {
                tell(reply.value().variant());
            }
            watcher->deleteLater();
        });
    }

private slots:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
        if (group == kNamespace && key == kKey) {
            tell(value.variant());
        }
    }

private:
    void tell(QVariant value) {
        // Read wraps its answer in one variant more than it should.
        while (value.canConvert<QDBusVariant>()) {
            value = value.value<QDBusVariant>().variant();
        }
        if (m_answer) {
            constexpr uint kPreferDark = 1;
            constexpr uint kPreferLight = 2;
            const uint scheme = value.toUInt();
            m_answer(scheme == kPreferDark || scheme == kPreferLight ? std::optional(scheme == kPreferDark)
                                                                     : std::nullopt);
        }
    }

    std::function<void(std::optional<bool>)> m_answer;
};

} // namespace

void followDesktopScheme(const std::function<void(std::optional<bool> dark)>& answer) {
    QCoreApplication* const application = QCoreApplication::instance();
    auto* portal = application->findChild<Portal*>(QString(), Qt::FindDirectChildrenOnly);
    if (portal == nullptr) {
        if (!answer) {
            return;
        }
        portal = new Portal(application);
    }
    portal->setAnswer(answer);
}

} // namespace vram::ui

#include "desktop_scheme_portal.moc"

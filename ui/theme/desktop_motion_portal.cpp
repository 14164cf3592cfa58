// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/desktop_motion.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QObject>
#include <QString>
#include <QVariant>

#include <array>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

// xdg-desktop-portal, org.freedesktop.portal.Settings
constexpr auto kService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto kPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto kInterface = "org.freedesktop.portal.Settings"_L1;

/// A setting of the desktop and what it says when its user wants less motion.
struct Wish {
    QLatin1StringView group;
    QLatin1StringView key;
    uint reduced;
};
constexpr std::array kWishes{
    Wish{"org.freedesktop.appearance"_L1, "reduced-motion"_L1, 1},
    Wish{"org.gnome.desktop.interface"_L1, "enable-animations"_L1, 0},
};

class MotionPortal : public QObject {
    Q_OBJECT

public:
    explicit MotionPortal(QObject* parent) : QObject(parent) {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (bus.isConnected()) {
            bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                        SLOT(settingChanged(QString, QString, QDBusVariant)));
        }
    }

    void setAnswer(const std::function<void(bool)>& answer) {
        m_answer = answer;
        m_reduced = {};
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!m_answer || !bus.isConnected()) {
            return;
        }
        for (std::size_t i = 0; i < kWishes.size(); ++i) {
            QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
            call << QString(kWishes.at(i).group) << QString(kWishes.at(i).key);
            auto* const watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
            connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, i] {
                const QDBusPendingReply<QDBusVariant> reply = *watcher;
                if (!reply.isError()) {
                    tell(i, reply.value().variant());
                }
                watcher->deleteLater();
            });
        }
    }

private slots:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
        for (std::size_t i = 0; i < kWishes.size(); ++i) {
            if (group == kWishes.at(i).group && key == kWishes.at(i).key) {
                tell(i, value.variant());
            }
        }
    }

private:
    void tell(std::size_t wish, QVariant value) {
        // Read wraps its answer in one variant more than it should.
        while (value.canConvert<QDBusVariant>()) {
            value = value.value<QDBusVariant>().variant();
        }
        m_reduced.at(wish) = value.toUInt() == kWishes.at(wish).reduced;
        if (m_answer) {
            m_answer(m_reduced.front() || m_reduced.back());
        }
    }

    std::function<void(bool)> m_answer;
    std::array<bool, kWishes.size()> m_reduced{};
};

} // namespace

void followDesktopMotion(const std::function<void(bool reduced)>& answer) {
    QCoreApplication* const application = QCoreApplication::instance();
    auto* portal = application->findChild<MotionPortal*>(QString(), Qt::FindDirectChildrenOnly);
    if (portal == nullptr) {
        if (!answer) {
            return;
        }
        portal = new MotionPortal(application);
    }
    portal->setAnswer(answer);
}

} // namespace vram::ui

#include "desktop_motion_portal.moc"

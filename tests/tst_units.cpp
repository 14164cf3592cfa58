// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/units/bytes.h"
#include "core/units/result.h"

#include <concepts>
#include <limits>

using namespace vram;

namespace {

// GiB and GB are different things, and bytes do not turn into numbers or back by accident.
static_assert(kGiB.count() == 1'073'741'824);
static_assert(Bytes::fromGB(1).count() == 1'000'000'000);
static_assert(Bytes::fromGiB(1) == kGiB);
static_assert(Bytes{1024} * 2 == Bytes{2048});
static_assert(!std::convertible_to<std::int64_t, Bytes>);
static_assert(!std::convertible_to<Bytes, std::int64_t>);

template <typename A, typename B>
concept Multipliable = requires(A a, B b) {
    a* b;
};
static_assert(!Multipliable<Bytes, Bytes>, "bytes times bytes has no meaning");

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

} // namespace

class TestUnits : public QObject {
    Q_OBJECT

private slots:
    void sumsAndProductsSaturateInsteadOfWrapping() {
        QVERIFY((Bytes{kMost} + Bytes{1}).isSaturated());
        QVERIFY((Bytes{kMost / 2} * 3).isSaturated());
        QCOMPARE(saturatingMultiply(kMost / 1024, 1024), kMost / 1024 * 1024);
        QCOMPARE(saturatingMultiply(kMost / 1024 + 1, 1024), kMost);
        QCOMPARE(saturatingMultiply(0, kMost), 0);
        QCOMPARE(saturatingAdd(kMost - 1, 1), kMost);
        QCOMPARE(roundUp(kMost - 1, 256), kMost);
    }

    void doublesOutsideTheRangeGiveNoNonsense() {
        QCOMPARE(Bytes::fromDouble(std::numeric_limits<double>::quiet_NaN()).count(), 0);
        QCOMPARE(Bytes::fromDouble(-5).count(), 0);
        QVERIFY(Bytes::fromDouble(1e30).isSaturated());
        QVERIFY(Bytes::fromDouble(std::numeric_limits<double>::infinity()).isSaturated());
        QCOMPARE(Bytes::fromDouble(12.9).count(), 12);
    }

    void roundsUpToWholeSteps() {
        QCOMPARE(roundUp(0, 256), 0);
        QCOMPARE(roundUp(1, 256), 256);
        QCOMPARE(roundUp(256, 256), 256);
        QCOMPARE(divideUp(257, 256), 2);
        QCOMPARE(divideUp(0, 7), 0);
    }

    void readsInBothUnits() {
        const Bytes card = kGiB * 24;
        QCOMPARE(card.toGiB(), 24.0);
        QCOMPARE(card.toGB(), 25.769803776);
        QCOMPARE(card.toMiB(), 24576.0);
    }

    void rangesAddByEnds() {
        const ByteRange a{Bytes{1}, Bytes{2}, Bytes{4}};
        const ByteRange sum = a + ByteRange::exact(Bytes{10});
        QCOMPARE(sum.low.count(), 11);
        QCOMPARE(sum.typical.count(), 12);
        QCOMPARE(sum.high.count(), 14);
        QVERIFY(!sum.isExact());
        QVERIFY(ByteRange::exact(Bytes{10}).isExact());
    }

    void everyErrorCodeHasItsOwnId() {
        QSet<QString> ids;
        for (int code = 0; code <= static_cast<int>(ErrorCode::TooLarge); ++code) {
            const std::string_view id = errorCodeId(static_cast<ErrorCode>(code));
            QVERIFY(!id.empty());
            ids.insert(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())));
        }
        QCOMPARE(ids.size(), static_cast<int>(ErrorCode::TooLarge) + 1);
    }

    void aResultHoldsAValueOrAnError() {
        const Result<int> good = 7;
        QVERIFY(good.ok());
        QCOMPARE(*good, 7);
        const Result<int> bad = Error{ErrorCode::Overflow, "context", {"memory"}};
        QVERIFY(!bad);
        QCOMPARE(bad.error().where, std::string("context"));
    }
};

QTEST_APPLESS_MAIN(TestUnits)
#include "tst_units.moc"

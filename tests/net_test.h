// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

#include "core/source/gguf/gguf_file.h"
#include "fake_hub.h"
#include "gguf_writer.h"
#include "net/address_check.h"
#include "net/http_client.h"
#include "net/repository_client.h"
#include "net/repository_job.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <utility>

/// Tests of net/: servers on loopback, and a folder of their own.
class NetTest : public QObject {
protected:
    using NetSettings = vram::net::NetSettings;
    using LocalServer = vram::test::LocalServer;
    using WebAnswer = vram::test::WebAnswer;

    static constexpr qint64 kGigabyte = 1'000'000'000;

    /// A header of some size: its vocabulary has `words` entries of 11 bytes each (8 of length, 3 of text).
    [[nodiscard]] static QByteArray header(std::uint64_t words, std::uint64_t rows = 256) {
        vram::test::GgufWriter writer;
        std::string elements;
        for (std::uint64_t i = 0; i < words; ++i) {
            elements += vram::test::GgufWriter::text("abc");
        }
        writer.string("general.architecture", "llama").array("tokenizer.ggml.tokens", 8, words, elements);
        writer.tensor("token_embd.weight", {rows, 4}, 1, 0); // F16
        return QByteArray::fromStdString(writer.bytes());
    }

    /// The header of one shard with one tensor of `bytes` bytes.
    [[nodiscard]] static QByteArray shard(qint64 bytes) {
        const QByteArray json = R"({"w":{"dtype":"U8","shape":[)" + QByteArray::number(bytes) +
                                R"(],"data_offsets":[0,)" + QByteArray::number(bytes) + "]}}";
        return QByteArray::fromStdString(vram::test::GgufWriter::number(static_cast<std::uint64_t>(json.size()))) +
               json;
    }

    [[nodiscard]] static QByteArray text(const vram::Error& error) {
        QByteArray line(vram::errorCodeId(error.code).data());
        for (const std::string& argument : error.arguments) {
            line += ' ' + QByteArray::fromStdString(argument);
        }
        return line;
    }

    [[nodiscard]] static vram::RepositoryAddress address(const char* spelled) {
        const auto parsed = vram::parseRepositoryAddress(spelled);
        if (!parsed) {
            qFatal("bad address in the test");
        }
        return *parsed;
    }

    [[nodiscard]] NetSettings settingsFor(const LocalServer& server) const {
        NetSettings settings;
        settings.huggingFace = server.url();
        settings.modelScope = server.url();
        settings.cacheFolder = m_folder->filePath(QStringLiteral("cache"));
        settings.limits.idleMilliseconds = 5000;
        settings.limits.wholeMilliseconds = 20'000;
        settings.limits.backoffMilliseconds = 1;
        return settings;
    }
    /// What the command line says, asking `server`.
    [[nodiscard]] std::pair<int, QJsonDocument> run(const LocalServer& server, const QStringList& arguments,
                                                    const QByteArray& input = {}) const {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HF_ENDPOINT"), server.url().toString());
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_folder->filePath(QStringLiteral("home")));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CLI_PROGRAM), arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput())};
    }
    /// The error of a listing that the server answers with `answer`.
    [[nodiscard]] QByteArray listingError(const WebAnswer& answer,
                                          const std::function<void(NetSettings&)>& change = {}) const {
        const LocalServer server([answer](const vram::test::WebRequest&) { return answer; });
        NetSettings settings = settingsFor(server);
        if (change) {
            change(settings);
        }
        const auto listing = vram::net::RepositoryClient(settings).list(address("hf:org/model"));
        return listing ? QByteArray("no error") : text(listing.error());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

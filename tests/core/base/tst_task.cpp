// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Task.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace tertulia;
using namespace Qt::StringLiterals;

class TestTask : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void droppedPromiseCancels();
    void replacedPromiseCancels();
    void deadContextIsSilent();
    void deadContextOfACompletedTask();
    void completesOnce();
    void neverInsideTheCall();
    void finishedBeforeAsked();
    void ignoredTask();
    void taskMayOutliveThePromise();
    void moveOnlyValues();
    void mapValue();
    void mapPassesErrorsOn();
    void mapToResult();
    void mapVoid();
    void mapWithDeadContextCancels();
    void promiseMayDieInItsContinuation();
};

void TestTask::droppedPromiseCancels()
{
    std::optional<Result<int>> result;
    {
        Promise<int> promise;
        promise.task().then(this, [&](Result<int> r) { result = r; });
        QVERIFY(!result);
    }
    QVERIFY(result.has_value());
    QCOMPARE(result->error().code, ErrorCode::Cancelled);
}

void TestTask::replacedPromiseCancels()
{
    std::optional<Result<int>> first;
    std::optional<Result<int>> second;
    Promise<int> promise;
    promise.task().then(this, [&](Result<int> r) { first = r; });
    promise = Promise<int>();
    QCOMPARE(first->error().code, ErrorCode::Cancelled);
    promise.task().then(this, [&](Result<int> r) { second = r; });
    promise.finish(7);
    QCOMPARE(second->value(), 7);
}

void TestTask::deadContextIsSilent()
{
    int calls = 0;
    auto context = std::make_unique<QObject>();
    Promise<int> promise;
    promise.task().then(context.get(), [&](const Result<int> &) { ++calls; });
    context.reset();
    promise.finish(1);
    QCOMPARE(calls, 0);
}

void TestTask::deadContextOfACompletedTask()
{
    int calls = 0;
    auto context = std::make_unique<QObject>();
    Task<int>::completed(1).then(context.get(), [&](const Result<int> &) { ++calls; });
    context.reset();
    QTest::qWait(1);
    QCOMPARE(calls, 0);
}

void TestTask::completesOnce()
{
    QList<int> values;
    Promise<int> promise;
    promise.task().then(this, [&](Result<int> r) { values << r.value_or(-1); });
    promise.finish(1);
    promise.finish(2);
    promise.finish(failure(ErrorCode::Cancelled));
    promise = Promise<int>();
    QCOMPARE(values, QList<int>{1});
}

void TestTask::neverInsideTheCall()
{
    bool called = false;
    Task<int>::completed(3).then(this, [&](const Result<int> &) { called = true; });
    QVERIFY(!called);
    QTRY_VERIFY(called);
}

void TestTask::finishedBeforeAsked()
{
    std::optional<Result<int>> result;
    Promise<int> promise;
    auto task = promise.task();
    promise.finish(4);
    std::move(task).then(this, [&](Result<int> r) { result = r; });
    QVERIFY(!result);
    QTRY_VERIFY(result.has_value());
    QCOMPARE(result->value(), 4);
}

void TestTask::ignoredTask()
{
    Promise<int> promise;
    promise.task().ignore();
    promise.finish(1);
    promise.finish(2);
}

void TestTask::taskMayOutliveThePromise()
{
    std::optional<Task<int>> task;
    {
        Promise<int> promise;
        task.emplace(promise.task());
    }
    std::optional<Result<int>> result;
    std::move(*task).then(this, [&](Result<int> r) { result = r; });
    QTRY_VERIFY(result.has_value());
    QCOMPARE(result->error().code, ErrorCode::Cancelled);
}

void TestTask::moveOnlyValues()
{
    int value = 0;
    auto held = std::make_unique<int>(5);
    Promise<std::unique_ptr<int>> promise;
    promise.task().then(this,
                        [&, held = std::move(held)](Result<std::unique_ptr<int>> r) { value = **r + *held; });
    promise.finish(std::make_unique<int>(6));
    QCOMPARE(value, 11);
}

void TestTask::mapValue()
{
    std::optional<Result<QString>> result;
    Promise<int> promise;
    promise.task()
        .map(this, [](int value) { return QString::number(value * 2); })
        .then(this, [&](const Result<QString> &r) { result = r; });
    promise.finish(21);
    QTRY_VERIFY(result.has_value());
    QCOMPARE(result->value(), u"42"_s);
}

void TestTask::mapPassesErrorsOn()
{
    int calls = 0;
    std::optional<Result<int>> result;
    Promise<int> promise;
    promise.task()
        .map(this,
             [&](int value) {
                 ++calls;
                 return value;
             })
        .then(this, [&](Result<int> r) { result = r; });
    promise.finish(failure(ErrorCode::RequestTimedOut, u"x"_s));
    QTRY_VERIFY(result.has_value());
    QCOMPARE(result->error(), (Error{ErrorCode::RequestTimedOut, u"x"_s}));
    QCOMPARE(calls, 0);
}

void TestTask::mapToResult()
{
    std::optional<Result<int>> result;
    Promise<int> promise;
    promise.task()
        .map(this, [](int) -> Result<int> { return failure(ErrorCode::MalformedReply); })
        .then(this, [&](Result<int> r) { result = r; });
    promise.finish(1);
    QTRY_VERIFY(result.has_value());
    QCOMPARE(result->error().code, ErrorCode::MalformedReply);
}

void TestTask::mapVoid()
{
    std::optional<Result<void>> result;
    int calls = 0;
    Promise<void> promise;
    promise.task()
        .map(this, [&] { return ++calls; })
        .map(this, [&](int) { ++calls; })
        .then(this, [&](Result<void> r) { result = r; });
    promise.finish({});
    QTRY_VERIFY(result.has_value());
    QVERIFY(result->has_value());
    QCOMPARE(calls, 2);
}

void TestTask::mapWithDeadContextCancels()
{
    auto context = std::make_unique<QObject>();
    std::optional<Result<int>> result;
    Promise<int> promise;
    promise.task().map(context.get(), [](int value) { return value; }).then(this, [&](Result<int> r) {
        result = r;
    });
    context.reset();
    promise.finish(1);
    QTRY_VERIFY(result.has_value());
    QCOMPARE(result->error().code, ErrorCode::Cancelled);
}

void TestTask::promiseMayDieInItsContinuation()
{
    auto promise = std::make_unique<Promise<int>>();
    int calls = 0;
    promise->task().then(this, [&](const Result<int> &) {
        ++calls;
        promise.reset();
    });
    promise->finish(1);
    QCOMPARE(calls, 1);
    QVERIFY(!promise);
}

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"

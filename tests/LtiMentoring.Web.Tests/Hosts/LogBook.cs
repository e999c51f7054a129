using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LtiMentoring.Web.Tests.Hosts;

/// <summary>What the tool wrote to its log.</summary>
public sealed class LogBook : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void Dispose() { }

    sealed class Writer(LogBook book) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            book.Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}

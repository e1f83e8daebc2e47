using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Kinora.Server.Hosting;

/// <summary>Logs go to standard error, one line each; standard output is for what people asked for.</summary>
public static class Logs
{
    private static readonly Dictionary<string, string?> Levels = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        // That keys lie in the data folder, which is its owner's alone, is documented and meant.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        // A start that fails is told to the person in one sentence.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting"] = "Critical",
        ["Logging:LogLevel:System"] = "Warning",
        // ASP.NET Core's own line for every caller without credentials, such as a browser before it signs in.
        ["Logging:LogLevel:Kinora.Server.Auth.KeyOrSessionHandler"] = "Warning",
    };

    /// <summary>One factory for the whole process. <c>Logging__LogLevel__…</c> in the environment sets its levels.</summary>
    public static ILoggerFactory Create(LogFormat format = LogFormat.Text)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Levels).AddEnvironmentVariables().Build();
        return LoggerFactory.Create(logging =>
        {
            logging.AddConfiguration(settings.GetSection("Logging"))
                .AddConsoleFormatter<TextLogFormatter, ConsoleFormatterOptions>().AddConsoleFormatter<JsonLogFormatter, ConsoleFormatterOptions>()
                .AddConsole(console => console.FormatterName = format is LogFormat.Json ? JsonLogFormatter.FormatterName : TextLogFormatter.FormatterName);
            // It tells whole addresses, with sign-in tokens and callback secrets: whatever the levels, that is not for logs.
            logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
            logging.Services.AddSingleton(TimeProvider.System).Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        });
    }
}

/// <summary>How log lines are written.</summary>
public enum LogFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>An object each, for programs.</summary>
    Json,
}

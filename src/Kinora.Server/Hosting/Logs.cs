using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Kinora.Server.Hosting;

/// <summary>Logs go to standard error, one line each; standard output is for what people asked for.</summary>
internal static class Logs
{
    // The weakest source: Logging__LogLevel__… in the environment overrides it.
    private static readonly Dictionary<string, string?> Levels = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:System"] = "Warning",
    };

    public static void AddKinoraLogging(this WebApplicationBuilder builder)
    {
        ((IList<Microsoft.Extensions.Configuration.IConfigurationSource>)builder.Configuration.Sources)
            .Insert(0, new MemoryConfigurationSource { InitialData = Levels });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}

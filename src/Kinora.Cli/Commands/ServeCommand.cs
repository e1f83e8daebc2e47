using System.CommandLine;
using Kinora.Server.Hosting;
using Kinora.Server.Settings;
using Microsoft.Extensions.Configuration;

namespace Kinora.Cli.Commands;

/// <summary><c>kinora serve</c>: the server, until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Start the server and its studio. Settings come from the environment: see docs/guides/settings.md.");
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var (options, faults) = KinoraSettings.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        if (faults.Count > 0)
        {
            await error.WriteLineAsync("kinora cannot start, its settings have faults:");
            foreach (var fault in faults) await error.WriteLineAsync("  " + fault);
            return ExitCodes.Usage;
        }

        try
        {
            await using var host = await KinoraHost.StartAsync(options, cancellationToken);
            await output.WriteLineAsync($"Kinora listens on {host.Url.GetLeftPart(UriPartial.Authority)}");
            await output.WriteLineAsync($"Sign in: {await host.NewSignInLinkAsync(cancellationToken)}");
            await output.FlushAsync(cancellationToken);
            await host.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Done;
        }
        catch (StartException fault)
        {
            await error.WriteLineAsync("kinora cannot start. " + fault.Message);
            return ExitCodes.Failed;
        }
    }
}

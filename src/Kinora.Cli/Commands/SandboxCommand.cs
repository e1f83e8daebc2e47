using System.CommandLine;
using System.Runtime.InteropServices;
using Kinora.Core.Catalog;
using Kinora.Core.Media;
using Kinora.Sandbox;
using Kinora.Server.Hosting;

namespace Kinora.Cli.Commands;

/// <summary><c>kinora sandbox</c>: the stand-in for KIE.ai alone, until it is told to stop.</summary>
internal static class SandboxCommand
{
    public static Command Create()
    {
        var command = new Command("sandbox", "Start the stand-in for KIE.ai alone. Settings come from SANDBOX_… in the environment: see docs/guides/settings.md.");
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            var settings = SandboxSettings.Read(Environment.GetEnvironmentVariable);
            var catalog = ModelCatalog.Load(Path.Combine(AppContext.BaseDirectory, "catalog"), live: false);
            using var loggers = Logs.Create();
            await using var sandbox = await KinoraSandbox.StartAsync(
                settings.Options, catalog, settings.Urls, Media(settings.Options), loggers, TimeProvider.System, cancellationToken);
            await output.WriteLineAsync($"The sandbox listens on {sandbox.Address.GetLeftPart(UriPartial.Authority)}");
            await output.FlushAsync(cancellationToken);
            await TerminationAsync(cancellationToken);
            return ExitCodes.Done;
        }
        catch (SandboxSettingsException faults)
        {
            await error.WriteLineAsync("kinora sandbox cannot start, its settings have faults:");
            foreach (var fault in faults.Faults) await error.WriteLineAsync("  " + fault);
            return ExitCodes.Usage;
        }
        catch (Exception fault) when (fault is CatalogException or IOException)
        {
            await error.WriteLineAsync("kinora sandbox cannot start. " + fault.Message);
            return ExitCodes.Failed;
        }
    }

    // In full size one FFmpeg takes 200 MB and every core there is; two would only take more memory.
    private static MediaProcess Media(SandboxOptions options) => new(TimeProvider.System, options.Render == SandboxRender.Full ? 1 : 2);

    private static async Task TerminationAsync(CancellationToken cancellationToken)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        await told.Task.WaitAsync(cancellationToken);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            told.TrySetResult();
        }
    }
}

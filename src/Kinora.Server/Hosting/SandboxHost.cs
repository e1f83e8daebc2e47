using System.Globalization;
using Kinora.Core.Catalog;
using Kinora.Core.Media;
using Kinora.Sandbox;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Hosting;

/// <summary>The sandbox inside this process, spoken to over HTTP exactly as KIE.ai is.</summary>
internal static class SandboxHost
{
    /// <summary>Starts it on its port of last time: tasks and results that the engine knows have addresses there.</summary>
    public static async Task<KinoraSandbox> StartAsync(
        KinoraOptions options, ModelCatalog catalog, MediaProcess media, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellationToken)
    {
        var portFile = Path.Combine(options.DataFolder, "sandbox.port");
        var sandbox = await StartAsync(ReadPort(portFile), cancellationToken);
        await File.WriteAllTextAsync(portFile, sandbox.Address.Port.ToString(CultureInfo.InvariantCulture), cancellationToken);
        return sandbox;

        async Task<KinoraSandbox> StartAsync(int port, CancellationToken stop)
        {
            try
            {
                return await KinoraSandbox.StartAsync(Settings(options), catalog, [$"http://127.0.0.1:{port}"], media, loggers, time, stop);
            }
            catch (IOException) when (port != 0)
            {
                // Somebody else took the port meanwhile.
                return await StartAsync(0, stop);
            }
        }
    }

    private static SandboxOptions Settings(KinoraOptions options) => new()
    {
        Keys = [EngineSettings.SandboxKey],
        DataFolder = Path.Combine(options.DataFolder, "sandbox"),
        Speed = options.SandboxSpeed,
        Render = options.SandboxRender,
        Limits = options.SandboxLimits,
        HmacKey = options.Kie.HmacKey,
        FetchAllow = options.FetchAllow,
    };

    /// <summary>0, any free port, where none is known.</summary>
    private static int ReadPort(string file) =>
        File.Exists(file) && ushort.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0;
}

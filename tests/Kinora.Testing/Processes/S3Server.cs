using System.Diagnostics;
using System.Globalization;
using Kinora.Core.Assets.S3;

namespace Kinora.Testing.Processes;

/// <summary>An S3 server of its own process on a free loopback port, with one bucket. Its packages are in <c>tests/s3</c>.</summary>
public sealed class S3Server : IDisposable
{
    private const string Bucket = "kinora";

    // What s3rver knows its only account by.
    private const string Account = "S3RVER";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private S3Server(Process process, string folder, int port) => (_process, Folder, Options) = (process, folder, new()
    {
        Bucket = Bucket,
        Endpoint = new($"http://127.0.0.1:{port}"),
        PathStyle = true,
        AccessKeyId = Account,
        SecretAccessKey = Account,
    });

    /// <summary>How it is reached.</summary>
    public S3Options Options { get; }

    /// <summary>The same as a setting.</summary>
    public string Setting => $"s3://{Bucket}?endpoint={Options.Endpoint}&pathStyle=true";

    /// <summary>Where it keeps its files.</summary>
    public string Folder { get; }

    public static async Task<S3Server> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("kinora-s3-").FullName;
        var start = new ProcessStartInfo("node", [Path.Combine(Checkout.Folder, "tests", "s3", "serve.mjs"), folder, Bucket])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(Patience);
        var line = await process.StandardOutput.ReadLineAsync(stop.Token);
        return int.TryParse(line, CultureInfo.InvariantCulture, out var port)
            ? new(process, folder, port)
            : throw new InvalidOperationException("The S3 server did not start. Are its packages there (npm ci in tests/s3)?");
    }

    /// <summary>It goes at once, as a server does that is switched off.</summary>
    public void Kill()
    {
        if (_process.HasExited) return;
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

using System.Diagnostics;
using System.Text;
using Kinora.Testing.Processes;

namespace Kinora.Cli.Tests;

/// <summary>A page of plain Node that was written for KIE.ai, pointed at a real server by its base URL and key alone.</summary>
public sealed class KieNodeTests : IDisposable
{
    private const string Key = "a-key-of-the-owner", HmacKey = "a-key-for-callbacks";

    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Program_for_kie_is_called_back_with_a_signature_and_saves_its_video()
    {
        await using var kinora = await KinoraProcess.StartAsync(
            new KinoraLaunch(new Dictionary<string, string?>
            {
                ["KINORA_ADMIN_KEY"] = Key, ["KINORA_FETCH_ALLOW"] = "127.0.0.1", ["KINORA_KIE_CALLBACK_HMAC_KEY"] = HmacKey,
            }), Stop);
        var file = Path.Combine(_folder, "video.mp4");
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "samples", "video.mjs"), "A lighthouse in a storm", file])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["KIE_BASE_URL"] = kinora.Url.ToString();
        start.Environment["KIE_API_KEY"] = Key;
        start.Environment["KIE_WEBHOOK_HMAC_KEY"] = HmacKey;

        using var node = Process.Start(start)!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(Stop), node.StandardError.ReadToEndAsync(Stop));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90), TimeProvider.System);
        await node.WaitForExitAsync(patience.Token);

        node.ExitCode.ShouldBe(0, await error + await output + kinora.Output);
        (await output).ShouldContain("callback success");
        Encoding.ASCII.GetString((await File.ReadAllBytesAsync(file, Stop)).AsSpan(4, 4)).ShouldBe("ftyp");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

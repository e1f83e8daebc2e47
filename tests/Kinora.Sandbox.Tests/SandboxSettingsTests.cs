namespace Kinora.Sandbox.Tests;

public sealed class SandboxSettingsTests
{
    [Fact]
    public void Nothing_set_gives_the_defaults()
    {
        var (urls, options) = Read([]);

        urls.ShouldBe(["http://localhost:5090"]);
        options.Keys.ShouldBe(["sandbox"]);
        (options.Credits, options.Speed, options.Render, options.Limits).ShouldBe((100_000m, 1.0, SandboxRender.Full, true));
        (options.DataFolder, options.HmacKey).ShouldBe((null, null));
        options.FetchAllow.ShouldBeEmpty();
    }

    [Fact]
    public void Everything_can_be_set()
    {
        var (urls, options) = Read(new()
        {
            ["SANDBOX_URLS"] = "http://127.0.0.1:1;http://[::1]:2", ["SANDBOX_KEYS"] = "a, b", ["SANDBOX_HMAC_KEY"] = "h", ["SANDBOX_CREDITS"] = "12.5",
            ["SANDBOX_SPEED"] = "0.5", ["SANDBOX_RENDER"] = "None", ["SANDBOX_LIMITS"] = "off", ["SANDBOX_DATA"] = "data", ["SANDBOX_FETCH_ALLOW"] = "127.0.0.0/8",
        });

        urls.ShouldBe(["http://127.0.0.1:1", "http://[::1]:2"]);
        options.Keys.ShouldBe(["a", "b"]);
        (options.Credits, options.Speed, options.Render, options.Limits).ShouldBe((12.5m, 0.5, SandboxRender.None, false));
        (options.DataFolder, options.HmacKey).ShouldBe(("data", "h"));
        options.FetchAllow.ShouldBe(["127.0.0.0/8"]);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var faults = Should.Throw<SandboxSettingsException>(() => Read(new()
        {
            ["SANDBOX_URLS"] = "localhost", ["SANDBOX_CREDITS"] = "many", ["SANDBOX_SPEED"] = "-1", ["SANDBOX_RENDER"] = "best", ["SANDBOX_LIMITS"] = "maybe",
            ["SANDBOX_FETCH_ALLOW"] = "10.0.0.0/99",
        })).Faults;

        faults.Count.ShouldBe(6);
        foreach (var name in new[] { "URLS", "CREDITS", "SPEED", "RENDER", "LIMITS", "FETCH_ALLOW" })
        {
            faults.ShouldContain(fault => fault.StartsWith("SANDBOX_" + name));
        }
    }

    private static SandboxSettings Read(Dictionary<string, string> variables) => SandboxSettings.Read(variables.GetValueOrDefault);
}

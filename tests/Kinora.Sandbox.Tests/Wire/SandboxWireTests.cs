namespace Kinora.Sandbox.Tests.Wire;

/// <summary>The sandbox, held to the literal files.</summary>
public sealed class SandboxWireTests : WireFileTests
{
    private protected override async Task<WireDay> StartAsync()
    {
        var inbox = await Inbox.StartAsync();
        var caller = await Caller.StartAsync(with => (with.Render, with.Limits, with.FetchAllow) = (SandboxRender.None, false, ["127.0.0.1"]));
        return new(caller.Http, inbox, finish: null, media: null) { Host = caller };
    }
}

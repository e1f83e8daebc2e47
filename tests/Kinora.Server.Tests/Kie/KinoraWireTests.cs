using Kinora.Sandbox.Tests.Wire;

namespace Kinora.Server.Tests.Kie;

/// <summary>Kinora itself, held to the literal files of KIE's API.</summary>
public sealed class KinoraWireTests(KieServer server) : WireFileTests, IClassFixture<KieServer>
{
    // Kinora makes videos; KIE's library of assets and what Gemini Omni is helped with are refused.
    private protected override IReadOnlyCollection<string> NotOffered => ["assets.create", "assets.read", "omni.audio", "omni.character"];

    private protected override Task<WireDay> StartAsync() => server.StartDayAsync();
}

using Kinora.Core.Providers.Accounts;
using Kinora.Testing;

namespace Kinora.Core.Tests.Providers;

public sealed class KeyRingTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void Keys_have_their_turn()
    {
        var ring = new KeyRing<string>(["a", "b", "c"], _clock);
        Enumerable.Range(0, 6).Select(_ => ring.Next()).ShouldBe(["a", "b", "c", "a", "b", "c"]);
    }

    [Fact]
    public void A_key_that_was_refused_rests_for_ten_minutes()
    {
        var ring = new KeyRing<string>(["a", "b"], _clock);
        ring.SetAside("a");
        Enumerable.Range(0, 3).Select(_ => ring.Next()).ShouldBe(["b", "b", "b"]);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Enumerable.Range(0, 2).Select(_ => ring.Next()).ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public void Where_all_rest_the_turn_goes_on()
    {
        var ring = new KeyRing<string>(["a", "b"], _clock);
        ring.SetAside("a");
        ring.HasGood.ShouldBeTrue();
        ring.SetAside("b");
        ring.HasGood.ShouldBeFalse();
        Enumerable.Range(0, 2).Select(_ => ring.Next()).ShouldBe(["a", "b"], ignoreOrder: true);
    }
}

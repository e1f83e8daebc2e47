using System.Globalization;

namespace Kinora.Core;

/// <summary>This machine's clock; a test may let it go wrong.</summary>
/// <remarks><c>KINORA_TEST_CLOCK_OFFSET=-00:00:30</c> sets the time of this process back by half a minute.</remarks>
public sealed class TestClock : TimeProvider
{
    /// <summary>The setting that moves it.</summary>
    public const string Setting = "KINORA_TEST_CLOCK_OFFSET";

    private readonly TimeSpan _offset;

    private TestClock(TimeSpan offset) => _offset = offset;

    /// <summary>The clock for this process.</summary>
    public static TimeProvider OfThisProcess() =>
        Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } offset ? new TestClock(TimeSpan.Parse(offset, CultureInfo.InvariantCulture)) : System;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _offset;
}

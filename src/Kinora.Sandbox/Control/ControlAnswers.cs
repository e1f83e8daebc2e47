using System.Globalization;
using Kinora.Sandbox.Time;

namespace Kinora.Sandbox.Control;

/// <summary>How the sandbox stands.</summary>
internal sealed record SandboxStatus(decimal Credits, ClockReading Clock, IReadOnlyList<ModelState> Models, IReadOnlyList<DirectiveLine> Directives);

/// <summary>The sandbox's time, and how far it was moved ahead of the system's.</summary>
internal sealed record ClockReading(string Now, string Ahead)
{
    public static ClockReading Of(SandboxClock clock) => new(
        clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), clock.Ahead.ToString("c", CultureInfo.InvariantCulture));
}

/// <summary>A model that is not as at the start.</summary>
internal sealed record ModelState(string Model, string State);

/// <summary>The models that are not as at the start, and the states that there are.</summary>
internal sealed record ModelStateList(IReadOnlyList<ModelState> Models, IReadOnlyList<string> States);

/// <summary>A directive for people.</summary>
internal sealed record DirectiveLine(string Directive, string Form, string Meaning);

/// <summary>Why a call was not granted.</summary>
internal sealed record ControlFault(string Error);

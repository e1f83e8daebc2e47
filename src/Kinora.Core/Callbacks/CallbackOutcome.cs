using System.Text.Json.Serialization;

namespace Kinora.Core.Callbacks;

/// <summary>What came of a callback.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallbackOutcome>))]
public enum CallbackOutcome
{
    /// <summary>It told something new: a lost answer is healed, or the provider's record is read at once.</summary>
    [JsonStringEnumMemberName("applied")] Applied,

    /// <summary>It told nothing new: it came before, or the generation has ended. It changes nothing.</summary>
    [JsonStringEnumMemberName("duplicate")] Duplicate,

    /// <summary>It came after Kinora gave up waiting; the provider's record is read all the same.</summary>
    [JsonStringEnumMemberName("late")] Late,

    /// <summary>Its address is ours, but it speaks of another task, or of an attempt that is over. It changes nothing.</summary>
    [JsonStringEnumMemberName("foreign")] Foreign,

    /// <summary>It does not prove where it comes from. It changes nothing.</summary>
    [JsonStringEnumMemberName("forged")] Forged,

    /// <summary>Its body names no task. It changes nothing.</summary>
    [JsonStringEnumMemberName("unreadable")] Unreadable,
}
